/** Progress of visits in numbers: of the region, and of each below it. */
import { Link } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { Bar } from '#ui/bar.tsx'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Stat, StatRow } from '#ui/stat.tsx'
import { teksKunjungan } from '#web/kunjungan/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

type Rekap = OutputOf<'kunjungan.rekap'>
type Baris = Rekap['bawah'][number]

export function AngkaRekap({ jumlah: j }: { jumlah: Rekap['jumlah'] }) {
  const t = useTeks(teksKunjungan)
  const f = useFormat()
  return (
    <StatRow label={t('perWilayah')}>
      <Stat
        utama
        label={t('terkini')}
        nilai={f.persen(j.terkini, j.keluarga)}
        catatan={t('dari', { n: f.angka(j.terkini), dari: f.angka(j.keluarga) })}
      />
      <Stat label={t('belum')} nilai={f.angka(j.belum)} />
      <Stat label={t('terlambat')} nilai={f.angka(j.terlambat)} />
      <Stat label={t('segera')} nilai={f.angka(j.segera)} />
      <Stat label={t('melintasi')} nilai={f.angka(j.melintasi)} catatan={t('melintasiIsi')} />
    </StatRow>
  )
}

export function TabelRekap({ data }: { data: Rekap }) {
  const t = useTeks(teksKunjungan)
  const f = useFormat()
  const angka = (
    id: 'belum' | 'terlambat' | 'segera' | 'melintasi' | 'bertentangan' | 'ditugaskan',
  ): Kolom<Baris> => ({
    id,
    judul: t(`k_${id}`),
    angka: true,
    urut: (b) => b[id] ?? -1,
    isi: (b) => {
      const n = b[id]
      return n === null ? '–' : f.angka(n)
    },
    kartu: 'label',
  })
  const kolom: Kolom<Baris>[] = [
    {
      id: 'nama',
      judul: t(data.tingkat === 'desa' ? 'rt' : 'wilayah'),
      kartu: 'judul',
      urut: (b) => b.rt ?? b.nama,
      isi: (b) => (
        <Link
          to="/kunjungan"
          search={b.rt === null ? { wilayah: b.kode } : { wilayah: data.wilayah, rt: b.rt }}
        >
          {b.rt === 0 ? t('tanpaRt') : b.nama}
        </Link>
      ),
    },
    {
      id: 'keluarga',
      judul: t('keluarga'),
      angka: true,
      urut: (b) => b.keluarga,
      isi: (b) => f.angka(b.keluarga),
      kartu: 'label',
    },
    {
      id: 'terkini',
      judul: t('k_terkini'),
      kartu: 'label',
      urut: (b) => b.terkini / Math.max(1, b.keluarga),
      isi: (b) => (
        <Bar bagian={b.terkini} seluruh={b.keluarga} teks={f.persen(b.terkini, b.keluarga)} />
      ),
    },
    angka('belum'),
    angka('terlambat'),
    angka('segera'),
    angka('melintasi'),
    angka('bertentangan'),
    angka('ditugaskan'),
  ]
  return (
    <DataTable
      caption={t('tabel')}
      kolom={kolom}
      baris={data.bawah}
      kunci={(b) => `${b.kode}/${b.rt ?? ''}`}
      barisTautan
    />
  )
}
