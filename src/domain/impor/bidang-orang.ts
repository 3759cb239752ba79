/** How the identity fields of a person are read: numbers, sex, relations, age and birth date. */
import { parseNik } from '../individu/nik.ts'
import { parseNomorKk } from '../individu/nomor-kk.ts'
import type { Kerja } from './kerja.ts'
import type { Bidang } from './peta.ts'
import { type AlatBidang, bounded, type Pembaca, rusak, tidy } from './sel.ts'
import { parseTanggal, type Tanggal, type UrutanTanggal } from './tanggal.ts'

type Sebagian = Partial<Record<Bidang, Pembaca>>

/** Numbers, sex, relations, age and birth date of the member. */
export function orang(alat: AlatBidang): Sebagian {
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

/** A date that lies in the future when read one way, and does not the other, is meant the other way. */
function possible(text: string, year: number, order: UrutanTanggal, hariIni: string): Tanggal {
  const read = parseTanggal(text, year, order)
  if (read.jenis !== 'tanggal' || read.urutan !== 'ragu' || read.nilai <= hariIni) return read
  const other = parseTanggal(text, year, order === 'hari_dulu' ? 'bulan_dulu' : 'hari_dulu')
  if (other.jenis !== 'tanggal' || other.nilai > hariIni) return read
  return { ...other, urutan: order === 'hari_dulu' ? 'bulan_dulu' : 'pasti' }
}

function birthDate({ anggota, hariIni, urutanTanggal }: AlatBidang): Pembaca {
  const place = anggota.place('tanggal_lahir', 'identitas')
  const year = Number(hariIni.slice(0, 4))
  return (k, text) => {
    const read = possible(text, year, urutanTanggal ?? 'hari_dulu', hariIni)
    if (read.jenis === 'kosong') return
    if (read.jenis === 'mustahil') return k.temu('tanggal_tidak_ada')
    if (read.jenis === 'tak_terbaca') return k.temu('tanggal_tidak_terbaca')
    if (read.jenis === 'tak_lengkap') return k.temu('tanggal_hanya_tahun')
    if (read.nilai > hariIni) return k.temu('tanggal_di_masa_depan')
    if (read.nilai < '1890-01-01') return k.temu('tanggal_tidak_terbaca')
    if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/.test(text.trim())) k.temu('abad_ditafsirkan')
    anggota.nilai[place] = read.nilai
    k.tanggalLahir = read.nilai
    if (urutanTanggal === null) noteOrder(k, read.urutan, text)
  }
}

/** What a date tells of the order in which its file writes dates. */
export function noteOrder(k: Kerja, urutan: 'pasti' | 'ragu' | 'bulan_dulu', text: string): void {
  if (urutan === 'ragu') k.urutanTanggal = 1
  else if (urutan === 'bulan_dulu') {
    k.urutanTanggal = 2
    k.temu('tanggal_bulan_dahulu')
  } else if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}/.test(text)) k.urutanTanggal = 3
}
