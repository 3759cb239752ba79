/** The cut per village: who stays, enters, leaves, and the split of the quota. */
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import type { PilihanSimulasi } from '#web/kuota/alamat.ts'
import { Bagi } from '#web/kuota/bagi.tsx'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { teksKuota } from '#web/kuota/teks.ts'

type Baris = Simulasi['wilayah'][number]
type Angka = 'terdaftar' | 'menerima' | 'tetap' | 'masuk' | 'keluar' | 'seri' | 'menunggu'

const kolomAngka = [
  ['terdaftar', 'terdaftarJumlah'],
  ['menerima', 'menerima'],
  ['tetap', 'tetap'],
  ['masuk', 'masuk'],
  ['keluar', 'keluar'],
  ['seri', 'seri'],
  ['menunggu', 'menunggu'],
] as const satisfies readonly (readonly [Angka, string])[]

export function PerWilayah({ s, pilihan }: { s: Simulasi; pilihan: PilihanSimulasi }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const [bagi, setBagi] = useState(false)
  const perKelurahan = s.pilihan.metode !== 'tanpa'
  const kolom = useMemo<Kolom<Baris>[]>(() => {
    const nama: Kolom<Baris> = {
      id: 'nama',
      judul: t('wilayah'),
      kartu: 'judul',
      isi: (b) => b.nama,
      urut: (b) => b.nama,
    }
    const kuota: Kolom<Baris> = {
      id: 'kuota',
      judul: t('kuota'),
      angka: true,
      isi: (b) => (b.kuota === null ? '–' : f.angka(b.kuota)),
      urut: (b) => b.kuota ?? -1,
      jumlah: f.angka(s.ringkasan.kuota),
    }
    const angka = kolomAngka.map(
      ([k, judul]): Kolom<Baris> => ({
        id: k,
        judul: t(judul),
        angka: true,
        isi: (b) => f.angka(b[k]),
        urut: (b) => b[k],
        jumlah: f.angka(s.ringkasan[k]),
      }),
    )
    return perKelurahan ? [nama, kuota, ...angka] : [nama, ...angka]
  }, [t, f, s, perKelurahan])
  return (
    <Section
      judul={t('perWilayah')}
      rapat
      aksi={
        s.kuota.dalamCakupan ? (
          <Button variant="default" onClick={() => setBagi(true)}>
            {t('bagi')}
          </Button>
        ) : null
      }
    >
      <DataTable
        caption={t('perWilayah')}
        kolom={kolom}
        baris={s.wilayah}
        kunci={(b) => String(b.wilayah)}
        urutanAwal={{ id: 'masuk', turun: true }}
      />
      {bagi ? <Bagi s={s} pilihan={pilihan} onTutup={() => setBagi(false)} /> : null}
    </Section>
  )
}
