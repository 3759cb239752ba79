/** Regions below one region (or the RT of a village) with their counts, as one table with bars. */
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Bar } from '#ui/bar.tsx'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Empty } from '#ui/state.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'
import { teksWilayah } from '#web/wilayah/teks.ts'

type Satu = OutputOf<'wilayah.satu'>
type Baris = Satu['bawahan'][number]

/** `ringkas` shows who is where; `lengkap` adds what must be mended. */
export function TabelWilayah({
  data,
  ke,
  lengkap,
}: {
  data: Satu
  ke: '/' | '/wilayah'
  lengkap?: boolean
}) {
  const t = useTeks(teksWilayah)
  const nama = useNamaWilayah()
  const kolom = useKolom(data, ke, lengkap === true)
  // Where most families are comes first; RT keep the order of their numbers.
  const adaRt = data.bawahan.some((b) => b.rt !== null)
  return (
    <DataTable
      key={data.wilayah.kode}
      caption={t('tabel', { nama: nama(data.wilayah) })}
      kolom={kolom}
      baris={data.bawahan}
      kunci={(b) => `${b.kode}/${b.rt ?? ''}`}
      barisTautan
      {...(adaRt ? {} : { urutanAwal: { id: 'keluarga', turun: true } })}
      kosong={<Empty judul={t('kosong', { nama: nama(data.wilayah) })} isi={t('kosongIsi')} />}
    />
  )
}

function useKolom(data: Satu, ke: '/' | '/wilayah', lengkap: boolean): Kolom<Baris>[] {
  const t = useTeks(teksWilayah)
  const f = useFormat()
  return useMemo(() => {
    const max = Math.max(1, ...data.bawahan.map((b) => b.keluarga))
    const angka = (
      id: 'keluarga' | 'individu' | 'ruta' | 'menerima' | 'ditandai' | 'tanpaNik' | 'tidakLayak',
      judul: string,
    ): Kolom<Baris> => ({
      id,
      judul,
      angka: true,
      isi: (b) => f.angka(b[id]),
      urut: (b) => b[id],
      jumlah: f.angka(data.jumlah[id]),
    })
    const terdaftar: Kolom<Baris> = {
      ...angka('keluarga', t('terdaftar')),
      lebar: '30%',
      isi: (b) => (
        <Bar teks={f.angka(b.keluarga)} bagian={b.keluarga} isi={b.menerima} seluruh={max} />
      ),
    }
    const belum: Kolom<Baris> = {
      id: 'belum',
      judul: t('belum'),
      angka: true,
      isi: (b) => f.angka(b.keluarga - b.menerima),
      urut: (b) => b.keluarga - b.menerima,
      jumlah: f.angka(data.jumlah.keluarga - data.jumlah.menerima),
    }
    const persen: Kolom<Baris> = {
      id: 'persen',
      judul: t('cakupan'),
      angka: true,
      isi: (b) => f.persen(b.menerima, b.keluarga),
      urut: (b) => (b.keluarga > 0 ? b.menerima / b.keluarga : -1),
      jumlah: f.persen(data.jumlah.menerima, data.jumlah.keluarga),
    }
    const wilayah: Kolom<Baris> = {
      id: 'nama',
      judul: t('nama'),
      kartu: 'judul',
      isi: (b) => <NamaBaris b={b} ke={ke} />,
      urut: (b) => (b.rt === null ? b.nama : nomorRt(b.rt)),
    }
    const jiwa = angka('individu', t('jiwa'))
    return lengkap
      ? [
          wilayah,
          angka('keluarga', t('terdaftar')),
          jiwa,
          angka('ruta', t('ruta')),
          angka('menerima', t('menerima')),
          angka('ditandai', t('ditandai')),
          angka('tanpaNik', t('tanpaNik')),
          angka('tidakLayak', t('tidakLayak')),
        ]
      : [wilayah, terdaftar, angka('menerima', t('menerima')), belum, persen, jiwa]
  }, [data, ke, lengkap, t, f])
}

function NamaBaris({ b, ke }: { b: Baris; ke: '/' | '/wilayah' }) {
  const t = useTeks(teksWilayah)
  if (b.rt === null) {
    return ke === '/' ? (
      <Link to="/" search={{ wilayah: b.kode }} resetScroll={false}>
        {b.nama}
      </Link>
    ) : (
      <Link to="/wilayah" search={{ kode: b.kode }} resetScroll={false}>
        {b.nama}
      </Link>
    )
  }
  return (
    <Link to="/keluarga" search={{ wilayah: b.kode, rt: b.rt }}>
      {b.rt === 0 ? t('rtTidakTahu') : t('rt', { rt: nomorRt(b.rt) })}
    </Link>
  )
}
