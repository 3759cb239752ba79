/** How each identity field is read from its cell into the working state and its place. */

import { foldName } from '../individu/nama-cari.ts'
import { parseNik } from '../individu/nik.ts'
import { parseNomorKk } from '../individu/nomor-kk.ts'
import type { Decoder } from '../kode/decode.ts'
import { parseAngka } from './angka.ts'
import type { Kerja } from './kerja.ts'
import { parseNama } from './nama.ts'
import type { Bidang } from './peta.ts'
import { findRt, parseRt, parseRw } from './rt.ts'
import { parseTanggal, type UrutanTanggal } from './tanggal.ts'
import type { Wadah } from './wadah.ts'

export type Pembaca = (k: Kerja, text: string, kind: number) => void

export type AlatBidang = {
  readonly rumah: Wadah
  readonly anggota: Wadah
  /** Today and the day the data speak of, 'YYYY-MM-DD'. */
  readonly hariIni: string
  readonly urutanTanggal: UrutanTanggal | null
  readonly decoder: (daftar: 'hubungan' | 'jenis_kelamin') => Decoder
}

const NUMBER = 1
const eksponen = /^\d[.,]?\d*E\+?\d+$/i

/** A number that Excel kept as a number: its last digits are gone. */
const rusak = (text: string, kind: number, digits: number): boolean =>
  eksponen.test(text) || (kind === NUMBER && text.length >= digits)

/** One line of text: no control characters, single spaces. */
const tidy = (text: string): string =>
  /\s\s|[\p{Cc}\u00A0]/u.test(text) ? text.replace(/[\s\p{Cc}\u00A0]+/gu, ' ').trim() : text.trim()

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
  const reader = { ...kunci(), ...tempat(alat), ...nama(alat), ...orang(alat) }[bidang]
  if (!reader) throw new Error(`No reader for the field ${bidang}`)
  return reader
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

type DiLuar = 'angka_di_luar_batas' | 'persentil_di_luar_batas' | 'umur_di_luar_batas'

/** A whole number within bounds; outside them it is dropped and told. */
function bounded(
  wadah: Wadah,
  name: string,
  [min, max]: readonly [number, number],
  code: DiLuar,
): Pembaca {
  const place = wadah.place(name, 'identitas')
  return (k, text) => {
    const angka = parseAngka(text)
    if (angka.jenis === 'tak_terbaca') return k.temu('angka_tidak_terbaca')
    if (angka.jenis === 'kosong') return
    const value = Math.round(angka.nilai)
    if (value < min || value > max) return k.temu(code)
    wadah.nilai[place] = value
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

/** Numbers, sex, relations, age and birth date of the member. */
function orang(alat: AlatBidang): Sebagian {
  const { rumah, anggota } = alat
  const nik = anggota.place('nik', 'identitas')
  const kkAnggota = anggota.place('nomor_kk', 'identitas')
  const kkRumah = rumah.place('nomor_kk', 'identitas')
  const umur = bounded(anggota, 'umur', [0, 120], 'umur_di_luar_batas')
  const umurTempat = anggota.place('umur', 'identitas')
  const alasan = anggota.place('alasan_tanpa_nik', 'identitas')
  return {
    nik: (k, text, kind) => {
      if (rusak(text, kind, 16)) return k.temu('nik_rusak_excel')
      if (/^[-–—.?0\s]*$/.test(text)) return
      const read = parseNik(text)
      if (read.ok) {
        anggota.nilai[nik] = read.value.nik
        k.nik = read.value.nik
      } else if (read.error === 'rusak_oleh_excel') k.temu('nik_rusak_excel')
      else if (read.error === 'bukan_angka' || read.error === 'bukan_16_digit')
        k.temu('nik_bukan_16_angka')
      else k.temu('nik_struktur')
    },
    nomor_kk: (k, text, kind) => {
      if (rusak(text, kind, 16)) return k.temu('kk_rusak_excel')
      const digits = text.replace(/[\s.'’-]/g, '')
      if (/^0*$/.test(digits)) return
      if (!/^\d{16}$/.test(digits)) return k.temu('kk_bukan_16_angka')
      // Cards of the first years do not keep to the pattern: told, and kept.
      if (!parseNomorKk(digits).ok) k.temu('kk_struktur')
      if (k.dalamRumah) rumah.nilai[kkRumah] = digits
      else anggota.nilai[kkAnggota] = digits
    },
    alasan_tanpa_nik: (_, text) => {
      anggota.nilai[alasan] = tidy(text).slice(0, 200)
    },
    umur: (k, text, kind) => {
      umur(k, text.replace(/\s*(?:tahun|thn|th)\.?$/i, ''), kind)
      const value = anggota.nilai[umurTempat]
      k.umur = typeof value === 'number' ? value : null
    },
    hubungan: coded(alat, 'hubungan', 'hubungan'),
    hubungan_ruta: coded(alat, 'hubungan', 'hubungan_ruta'),
    jenis_kelamin: coded(alat, 'jenis_kelamin', 'jenis_kelamin'),
    tanggal_lahir: birthDate(alat),
  }
}

function coded(
  { anggota, decoder }: AlatBidang,
  daftar: 'hubungan' | 'jenis_kelamin',
  name: 'hubungan' | 'hubungan_ruta' | 'jenis_kelamin',
): Pembaca {
  const decode = decoder(daftar)
  const place = anggota.place(name, 'identitas')
  return (k, text) => {
    const read = decode(text)
    if (!read.ok) return k.temu('kode_tidak_dikenal')
    const value = read.nilai[0]?.nilai
    if (value === undefined) return
    anggota.nilai[place] = value
    if (name === 'hubungan') k.hubungan = value
    if (name === 'jenis_kelamin') k.jenisKelamin = value
  }
}

function birthDate({ anggota, hariIni, urutanTanggal }: AlatBidang): Pembaca {
  const place = anggota.place('tanggal_lahir', 'identitas')
  const year = Number(hariIni.slice(0, 4))
  return (k, text) => {
    const read = parseTanggal(text, year, urutanTanggal ?? 'hari_dulu')
    if (read.jenis === 'kosong') return
    if (read.jenis === 'mustahil') return k.temu('tanggal_tidak_ada')
    if (read.jenis === 'tak_terbaca') return k.temu('tanggal_tidak_terbaca')
    if (read.jenis === 'tak_lengkap') return k.temu('tanggal_hanya_tahun')
    if (read.nilai > hariIni) return k.temu('tanggal_di_masa_depan')
    if (read.nilai < '1890-01-01') return k.temu('tanggal_tidak_terbaca')
    if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/.test(text.trim())) k.temu('abad_ditafsirkan')
    anggota.nilai[place] = read.nilai
    k.tanggalLahir = read.nilai
    if (urutanTanggal !== null) return
    if (read.urutan === 'ragu') k.urutanTanggal = 1
    else if (read.urutan === 'bulan_dulu') {
      k.urutanTanggal = 2
      k.temu('tanggal_bulan_dahulu')
    } else if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}/.test(text)) k.urutanTanggal = 3
  }
}
