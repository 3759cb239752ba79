/** The questions of the dictionary as lines of fast entry, for the house, the family or one member. */
import { Title } from '@mantine/core'
import { type BarisKetik, bacaKetikan, barisKetik, type Nilai } from '#domain/kunjungan/ketik.ts'
import type { Unit } from '#domain/variabel/kamus.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Ketik } from '#web/kunjungan/ketik.tsx'
import { teksIsiKunjungan } from '#web/kunjungan/teks-isi.ts'
import { type Kamus, useKataJawaban } from '#web/usulan/kamus.ts'

type Jawaban = Readonly<Record<string, Nilai>>

type Props = {
  kamus: Kamus
  unit: Unit
  judul: string
  subjek: { readonly umur: number | null; readonly jenisKelamin: number | null }
  lama: Jawaban
  baru: Jawaban
  /** Undefined takes the typed answer back: what is recorded stays. */
  onJawab: (nama: string, nilai: Nilai | undefined) => void
}

export function BarisTanya({ kamus, unit, judul, subjek, lama, baru, onJawab }: Props) {
  const baris = barisKetik(kamus.bagian, unit, unit, { ...subjek, lama, baru })
  return (
    <section aria-label={judul}>
      <Title order={3} mt="lg" mb="xs">
        {judul}
      </Title>
      {baris.map((b, i) => (
        <SatuTanya
          key={b.kunci}
          baris={b}
          kamus={kamus}
          awal={i === 0}
          onJawab={(nilai) => onJawab(b.v.nama, nilai)}
        />
      ))}
    </section>
  )
}

function SatuTanya({
  baris: { v, lama, baru },
  kamus,
  awal,
  onJawab,
}: {
  baris: BarisKetik
  kamus: Kamus
  awal: boolean
  onJawab: (nilai: Nilai | undefined) => void
}) {
  const t = useTeks(teksIsiKunjungan)
  const label = useLabel()
  const f = useFormat()
  const kata = useKataJawaban(kamus)
  const daftar = v.daftar === null ? undefined : kamus.daftar[v.daftar]
  const tanya = kamus.bagian.flatMap((b) => b.variabel).find((one) => one.nama === v.nama)
  const sebut = (nilai: Nilai | undefined): string | undefined =>
    nilai === undefined || nilai === null || !tanya
      ? undefined
      : daftar
        ? `${nilai} ${kata(tanya, nilai)}`
        : kata(tanya, nilai)
  const semua = daftar?.pilihan.map((p) => `${p.kode} ${label(p.label)}`).join(' · ')
  const pilihan =
    daftar?.jenis === 'jumlah_bit'
      ? t('jumlahkan', { pilihan: semua ?? '' })
      : (semua ?? (v.batas ? `${f.angka(v.batas.min)}–${f.angka(v.batas.maks)}` : ''))
  const keluhan = (): string =>
    semua
      ? t('salah', { pilihan: semua })
      : v.batas
        ? t('salahAngka', { min: f.angka(v.batas.min), maks: f.angka(v.batas.maks) })
        : t('salahLain')
  return (
    <Ketik
      nomor={v.nomor}
      label={label(v.label)}
      pilihan={pilihan}
      lama={sebut(lama)}
      awalBagian={awal}
      lebar={v.jenis === 'teks'}
      baru={
        baru === undefined
          ? undefined
          : { kata: sebut(baru) ?? '–', teks: baru === null ? '-' : String(baru) }
      }
      onKetik={(teks) => {
        const k = bacaKetikan(v, daftar, teks)
        if (k.apa === 'salah') return keluhan()
        // The same as recorded is no change.
        onJawab(k.apa === 'tetap' || k.nilai === (lama ?? null) ? undefined : k.nilai)
        return null
      }}
    />
  )
}
