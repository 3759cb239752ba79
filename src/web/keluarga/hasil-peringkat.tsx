/** Where a family stands: in words, by decile, at every level, against the quota, beside ranks from outside. */
import { Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import type { Penjelasan } from '#web/keluarga/peringkat.tsx'
import { teksPenjelasan } from '#web/keluarga/teks-penjelasan.ts'

const tingkat = ['desa', 'kecamatan', 'kabkota', 'provinsi', 'nasional'] as const

export function HasilPeringkat({ p }: { p: Penjelasan }) {
  const t = useTeks(teksPenjelasan)
  const f = useFormat()
  const label = useLabel()
  const k = p.keluarga
  const tempat = tingkat.flatMap((x) => {
    const n = k.peringkat[x]
    return n === null ? [] : [{ id: x, label: t(x), nilai: f.angka(n) }]
  })
  return (
    <Section judul={t('hasil')} keterangan={<span className="kalimat">{label(k.ringkas)}</span>}>
      <Pairs
        lebar={152}
        isi={[
          { id: 'desil', label: t('desil'), nilai: <b>{t('desilN', { n: k.desil })}</b> },
          { id: 'persentil', label: t('persentil'), nilai: f.angka(k.persentil) },
          ...tempat,
          { id: 'kelayakan', label: t('kelayakan'), nilai: t(k.kelayakan) },
          ...p.luar.map((l) => ({
            id: `${l.sumber}/${l.jenis}/${l.tanggal}/${l.nilai}`,
            label: `${l.sumber}, ${f.tanggalPendek(l.tanggal)}`,
            nilai: t(kataJenis(l.jenis), { n: f.angka(l.nilai) }),
          })),
        ]}
      />
      <Text size="sm" c="dimmed" my="md">
        {p.seri > 1 ? t('seriIsi', { n: f.angka(p.seri) }) : t('seriTidak')}
      </Text>
      <Garis garis={p.garis} />
    </Section>
  )
}

const kataJenis = (jenis: string) =>
  jenis === 'desil' ? 'desilN' : jenis === 'persentil' ? 'persentilN' : 'peringkatN'

function Garis({ garis }: { garis: Penjelasan['garis'] }) {
  const t = useTeks(teksPenjelasan)
  const f = useFormat()
  if (!garis || garis.dalam === null || garis.jarak === null) return null
  const jarak = f.angka(Math.abs(garis.jarak))
  return (
    <Notice nada={garis.dalam ? 'baik' : 'perhatian'}>
      <p>
        {t('garis', { n: f.angka(garis.kuota) })}:{' '}
        {t(garis.dalam ? 'dalam' : 'luarGaris', { n: jarak })}
      </p>
    </Notice>
  )
}
