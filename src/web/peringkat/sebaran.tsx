/** The distribution: families by indicators met where the model counts them, else by decile. */
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Histogram } from '#ui/histogram.tsx'
import { Section } from '#ui/section.tsx'
import type { SatuRonde } from '#web/peringkat/satu.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'

export function Sebaran({ r }: { r: SatuRonde }) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const label = useLabel()
  const { perTerpenuhi, perDesil } = r.bagian
  const indikator = Object.keys(perTerpenuhi).length > 0
  const isi = indikator ? perTerpenuhi : perDesil
  const banyak = indikator ? r.jumlahButir : 10
  const garis = indikator ? r.garisMiskin : null
  const kelas = Array.from({ length: indikator ? banyak + 1 : 10 }, (_, i) => {
    const n = indikator ? i : i + 1
    const nilai = isi[String(n)] ?? 0
    return {
      kunci: String(n),
      label: String(n),
      nilai,
      teks: f.angka(nilai),
      sorot: garis === null ? n === 1 && !indikator : n >= garis,
    }
  })
  return (
    <Section judul={t('sebaran')} keterangan={t(indikator ? 'sebaranIsi' : 'sebaranDesil')}>
      <Histogram
        judul={`${t('sebaran')}, ${label(r.judul)}`}
        kelas={kelas}
        sumbuX={t(indikator ? 'sumbuTerpenuhi' : 'sumbuDesil')}
        {...(garis === null ? {} : { garis: { setelah: garis, label: t('garisDi') } })}
      />
    </Section>
  )
}
