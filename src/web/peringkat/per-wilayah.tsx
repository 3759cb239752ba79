/** A ranking by area, one level down; each row narrows the page to that area. */
import { useMemo } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Bar } from '#ui/bar.tsx'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import type { SatuRonde } from '#web/peringkat/satu.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'
import { Tautan } from '#web/tautan.tsx'

type Baris = SatuRonde['bagian']['bawahan'][number]

export function BagianWilayah({ r }: { r: SatuRonde }) {
  const t = useTeks(teksPeringkat)
  const f = useFormat()
  const kolom = useMemo<Kolom<Baris>[]>(() => {
    const { bagian } = r
    const max = Math.max(1, ...bagian.bawahan.map((b) => b.keluarga))
    const miskin: Kolom<Baris> = {
      id: 'miskin',
      judul: t('miskin'),
      angka: true,
      isi: (b) => `${f.angka(b.miskin)} (${f.persen(b.miskin, b.keluarga)})`,
      urut: (b) => b.miskin,
      jumlah: f.angka(bagian.miskin),
    }
    return [
      {
        id: 'nama',
        judul: t('wilayah'),
        kartu: 'judul',
        isi: (b) => (
          <Tautan
            to="/peringkat/$id"
            params={{ id: r.id }}
            search={{ wilayah: b.wilayah }}
            resetScroll={false}
          >
            {b.nama}
          </Tautan>
        ),
        urut: (b) => b.nama,
      },
      {
        id: 'keluarga',
        judul: t('keluarga'),
        angka: true,
        lebar: '30%',
        isi: (b) => (
          <Bar teks={f.angka(b.keluarga)} bagian={b.keluarga} isi={b.miskin} seluruh={max} />
        ),
        urut: (b) => b.keluarga,
        jumlah: f.angka(bagian.keluarga),
      },
      ...(r.garisMiskin === null ? [] : [miskin]),
      {
        id: 'desil1',
        judul: t('desil1'),
        angka: true,
        isi: (b) => f.angka(b.perDesil['1'] ?? 0),
        urut: (b) => b.perDesil['1'] ?? 0,
        jumlah: f.angka(bagian.perDesil['1'] ?? 0),
      },
      {
        id: 'melintasi',
        judul: t('melintasi'),
        angka: true,
        isi: (b) => f.angka(b.melintasi),
        urut: (b) => b.melintasi,
        jumlah: f.angka(bagian.melintasi),
      },
      {
        id: 'bercelah',
        judul: t('bercelah'),
        angka: true,
        isi: (b) => f.persen(b.bercelah, b.keluarga),
        jumlah: f.persen(bagian.bercelah, bagian.keluarga),
      },
    ]
  }, [r, t, f])
  if (r.bagian.bawahan.length === 0) return null
  return (
    <Section
      judul={t('perWilayah')}
      keterangan={r.bagian.namaWilayah}
      rapat
      aksi={
        r.bagian.wilayah === r.wilayah ? null : (
          <Tautan to="/peringkat/$id" params={{ id: r.id }} resetScroll={false}>
            {r.namaWilayah}
          </Tautan>
        )
      }
    >
      <DataTable
        caption={t('perWilayah')}
        kolom={kolom}
        baris={r.bagian.bawahan}
        kunci={(b) => String(b.wilayah)}
      />
    </Section>
  )
}
