/** How each identity field is read from its cell into the working state and its place. */

import { foldName } from '../individu/nama-cari.ts'
import { luar } from './bidang-luar.ts'
import { orang } from './bidang-orang.ts'
import { isSumberBidang, sumber } from './bidang-sumber.ts'
import { parseNama } from './nama.ts'
import type { Bidang } from './peta.ts'
import { findRt, parseRt, parseRw } from './rt.ts'
import { type AlatBidang, bounded, type Pembaca, rusak, tidy } from './sel.ts'
import type { Wadah } from './wadah.ts'

/** The readers that only set a text of the working state. */
const teksKerja = {
  id_baris: 'idBaris',
  kode_wilayah: 'kodeWilayah',
  provinsi: 'provinsi',
  kabkota: 'kabkota',
  kecamatan: 'kecamatan',
  desa: 'desa',
} as const

/** The reader of one field; places are made in the vessel of its unit. */
export function compileBidang(bidang: Bidang, alat: AlatBidang): Pembaca {
  if (bidang in teksKerja) {
    const field = teksKerja[bidang as keyof typeof teksKerja]
    return (k, text) => {
      k[field] = tidy(text)
    }
  }
  const reader = readersOf(bidang, alat)[bidang]
  if (!reader) throw new Error(`No reader for the field ${bidang}`)
  return reader
}

/** Apart, so that formats without ranks, or of the registry, carry no places for what they lack. */
function readersOf(bidang: Bidang, alat: AlatBidang): Sebagian {
  if (bidang.endsWith('_luar')) return luar(alat)
  if (isSumberBidang(bidang)) return sumber(alat)
  return { ...kunci(), ...tempat(alat), ...nama(alat), ...orang(alat) }
}

type Sebagian = Partial<Record<Bidang, Pembaca>>

/** Keys and codes of region, which must come through unharmed or not at all. */
function kunci(): Sebagian {
  const key =
    (field: 'kunciRuta' | 'kunciAnggota'): Pembaca =>
    (k, text, kind) => {
      if (rusak(text, kind, 16)) return k.temu('kunci_rusak_excel')
      const clean = text.replace(/^'|\s+/g, '')
      if (clean !== '-' && !/^0+$/.test(clean)) k[field] = clean
    }
  const bps =
    (level: number, width: number): Pembaca =>
    (k, text) => {
      if (/^\d+$/.test(text)) k.bps[level] = text.padStart(width, '0')
    }
  return {
    kunci_ruta: key('kunciRuta'),
    kunci_anggota: key('kunciAnggota'),
    kunci_keluarga: (k, text) => {
      k.kunciKeluarga = text.replace(/\s+|^0+(?=\d)/g, '')
    },
    bps_provinsi: bps(0, 2),
    bps_kabkota: bps(1, 2),
    bps_kecamatan: bps(2, 3),
    bps_desa: bps(3, 3),
  }
}

/** Address, RT, counts, coordinates and percentile of the household. */
function tempat({ rumah }: AlatBidang): Sebagian {
  const put = (name: string): Pembaca => {
    const place = rumah.place(name, 'identitas')
    return (_, text) => {
      rumah.nilai[place] = tidy(text)
    }
  }
  const sls = put('sls')
  const alamat = put('alamat')
  return {
    sls: (k, text, kind) => {
      sls(k, text, kind)
      const found = parseRt(text)
      k.rt ??= found.rt
      k.rw ??= found.rw
    },
    alamat: (k, text, kind) => {
      alamat(k, text, kind)
      const found = findRt(text)
      k.rt ??= found.rt
      k.rw ??= found.rw
    },
    rt: (k, text) => {
      const found = parseRt(text)
      if (found.rt === null) k.temu('rt_tidak_terbaca')
      k.rt = found.rt
      k.rw ??= found.rw
    },
    rw: (k, text) => {
      k.rw = parseRw(text)
    },
    jumlah_anggota: bounded(rumah, 'jumlah_anggota', [0, 99], 'angka_di_luar_batas'),
    jumlah_keluarga: bounded(rumah, 'jumlah_keluarga', [0, 20], 'angka_di_luar_batas'),
    persentil: bounded(rumah, 'persentil', [1, 100], 'persentil_di_luar_batas'),
    lintang: coordinate(rumah, 'lintang', [-11.5, 6.5]),
    bujur: coordinate(rumah, 'bujur', [94.5, 141.5]),
  }
}

function coordinate(wadah: Wadah, name: string, [min, max]: readonly [number, number]): Pembaca {
  const place = wadah.place(name, 'identitas')
  return (k, text) => {
    const value = Number(text.replace(',', '.'))
    if (value === 0) return
    if (!(value >= min && value <= max)) return k.temu('koordinat_di_luar_wilayah')
    wadah.nilai[place] = value
  }
}

/** Names: cleaned, with what was taken off told. */
function nama({ rumah, anggota }: AlatBidang): Sebagian {
  const kepala = rumah.place('nama_kepala', 'identitas')
  const kepalaCari = rumah.place('nama_kepala_cari', 'identitas')
  const named = anggota.place('nama', 'identitas')
  const cari = anggota.place('nama_cari', 'identitas')
  const ibu = anggota.place('nama_ibu', 'identitas')
  const lahir = anggota.place('tempat_lahir', 'identitas')
  return {
    nama_kepala: (_, text) => {
      const read = parseNama(text)
      rumah.nilai[kepala] = read?.nama ?? null
      rumah.nilai[kepalaCari] = read ? foldName(read.nama) : null
    },
    nama: (k, text) => {
      const read = parseNama(text)
      if (!read) return
      anggota.nilai[named] = read.nama
      anggota.nilai[cari] = foldName(read.nama)
      if (read.almarhum) k.temu('nama_almarhum')
      if (read.janggal) k.temu('nama_berisi_angka')
    },
    nama_ibu: (_, text) => {
      anggota.nilai[ibu] = parseNama(text)?.nama ?? null
    },
    tempat_lahir: (_, text) => {
      anggota.nilai[lahir] = tidy(text).toUpperCase()
    },
  }
}
