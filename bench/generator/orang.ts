/** Turns the places of a family into persons: names, dates, numbers, schooling, work and health. */
import type { Acak } from './acak.ts'
import { buatCacat, buatHamil, buatKronis } from './kesehatan.ts'
import { type Asal, margaBaru, namaOrang } from './nama/nama.ts'
import { salahTulis, singkatNama } from './nama/salah-tulis.ts'
import { hariDari, type Penomor, pecah, umurPada } from './nomor.ts'
import { buatPekerjaan } from './pekerjaan.ts'
import { buatPendidikan, type Pendidikan } from './pendidikan.ts'
import type { Laju } from './rates.ts'
import type { Tempat } from './susunan.ts'
import type { Hari, Hubungan, Jawaban, Orang } from './tipe.ts'
import type { Desa, Kota } from './wilayah.ts'

export type Pembuat = {
  readonly kota: Kota
  readonly laju: Laju
  readonly penomor: Penomor
  /** NIKs already given out, from which a double is drawn. */
  readonly nikLama: string[]
}

export type Tempatan = {
  readonly pembuat: Pembuat
  readonly acak: Acak
  readonly desa: Desa
  readonly asal: Asal
  readonly theta: number
  /** The day of the survey. */
  readonly acuan: Hari
}

/** Names and mothers of one family, in the order of its places. */
export function namaiKeluarga(t: Tempatan, keluarga: readonly Tempat[]) {
  const tahun = pecah(t.acuan)[2]
  const lain = (): Asal => ({ ...t.asal, marga: margaBaru(t.acak, t.asal.budaya) })
  const nama: string[] = []
  let ayah = ''
  let ibu = ''
  for (const p of keluarga) {
    const darah = p.hubungan === 1 || p.hubungan === 3 || p.hubungan === 5
    const bapak = p.hubungan === 3 ? ayah : ''
    const asal = darah ? t.asal : lain()
    const milik = namaOrang(t.acak, asal, p.kelamin, tahun - p.umur, p.anakKe, bapak)
    nama.push(milik)
    if (p.hubungan <= 2 && p.kelamin === 1) ayah = milik
    if (p.hubungan <= 2 && p.kelamin === 2) ibu = milik
  }
  const namaIbu = keluarga.map((p) =>
    p.hubungan === 3 && ibu !== '' ? ibu : namaOrang(t.acak, lain(), 2, tahun - p.umur - 26, 0),
  )
  return { nama, namaIbu }
}

export type Letak = {
  readonly urut: number
  readonly nomorKeluarga: number
  readonly hubunganKrt: Hubungan
  readonly nama: string
  readonly namaIbu: string
}

/** One person, noise included. */
export function buatOrang(t: Tempatan, p: Tempat, letak: Letak): Orang {
  const { acak } = t
  const { laju } = t.pembuat
  const derau: string[] = []
  const kena = (nama: keyof Laju, kali = 1): boolean => {
    const ya = acak.peluang(laju[nama] * kali)
    if (ya) derau.push(nama)
    return ya
  }
  const lahir = t.acuan - Math.floor((p.umur + acak.satuan()) * 365.2425)
  const umur = umurPada(lahir, t.acuan)
  const pendidikan = buatPendidikan(acak, umur, p.kelamin, t.theta, pecah(lahir)[2])
  const cacat = buatCacat(acak, umur)
  const kerja = buatPekerjaan(acak, {
    umur,
    kelamin: p.kelamin,
    kepala: p.hubungan === 1,
    theta: t.theta,
    pesisir: t.desa.pesisir,
    pedesaan: t.desa.pedesaan,
    pendidikan,
    cacat: cacat > 0,
  })
  const tulisLahir = kena('tanggal_lahir_kira') ? kiraKira(lahir, umur) : lahir
  const nik = buatNik(t, p, tulisLahir, umur, kena)
  const diam = kena('pekerjaan_kosong')
  return {
    ...letak,
    nama: tulisNama(acak, letak.nama, kena),
    namaAsli: letak.nama,
    namaIbu: kena('ibu_kosong') ? '' : letak.namaIbu,
    hubunganKk: p.hubungan,
    kelamin: p.kelamin,
    nik: tulisNik(t.acak, nik, kena),
    nikAsli: nik,
    tempatLahir: tempatLahir(t, umur),
    tanggalLahir: tulisLahir,
    tanggalAsli: lahir,
    umur,
    umurTertulis: umur > 25 && kena('umur_bulat') ? Math.round(umur / 5) * 5 : umur,
    kawin: p.kawin,
    akta:
      p.kawin === 1
        ? null
        : acak.timbang([
            [1, 62],
            [2, 20],
            [0, 18],
          ]),
    tercantum: acak.peluang(0.965) ? 1 : 2,
    kartu: kartuIdentitas(t, umur, nik !== '', pendidikan),
    hamil: buatHamil(acak, p.kelamin, umur, p.kawin),
    cacat,
    kronis: kena('kronis_kosong') ? null : buatKronis(acak, umur, t.theta),
    ...(kena('pendidikan_kosong') ? tanpaJenjang(pendidikan) : pendidikan),
    bekerja: kerja.bekerja,
    jam: kerja.jam,
    lapangan: diam ? null : kerja.lapangan,
    statusKerja: diam ? null : kerja.statusKerja,
    derau,
  }
}

const tanpaJenjang = (p: Pendidikan): Pendidikan => ({
  sekolah: p.sekolah,
  jenjang: null,
  kelas: null,
  ijazah: null,
})

/** Only the year is known: 1 July, or 31 December for the old. */
function kiraKira(lahir: Hari, umur: number): Hari {
  const [, , tahun] = pecah(lahir)
  return umur >= 55 ? hariDari(tahun - 1, 12, 31) : hariDari(tahun, 7, 1)
}

function buatNik(
  t: Tempatan,
  p: Tempat,
  lahir: Hari,
  umur: number,
  kena: (nama: keyof Laju, kali?: number) => boolean,
): string {
  // Four times as often without a number below five; the two parts keep the stated mean.
  if (kena('nik_kosong', umur < 5 ? 3.2 : 0.8)) return ''
  const { penomor, nikLama, laju, kota } = t.pembuat
  const lama = nikLama.length > 0 ? t.acak.pilih(nikLama) : ''
  if (lama !== '' && kena('nik_ganda')) return lama
  const geser = kena('nik_beda_lahir') ? t.acak.pilih([-365, -31, -1, 1, 30, 366]) : 0
  const banyak = kota.desa.at(-1)?.nomorKecamatan ?? 1
  const kecamatan = t.acak.peluang(0.75) ? t.desa.nomorKecamatan : t.acak.bulat(1, banyak)
  const nik = penomor.buatNik(kecamatan, lahir + geser, p.kelamin)
  if (laju.nik_ganda > 0) simpanContoh(nikLama, nik)
  return nik
}

/** A short memory of numbers given out: enough to draw doubles from, and never growing. */
function simpanContoh(nikLama: string[], nik: string): void {
  if (nikLama.length >= 200) nikLama.shift()
  nikLama.push(nik)
}

/** A spreadsheet's or a hand's way of spoiling a number. */
function tulisNik(acak: Acak, nik: string, kena: (nama: keyof Laju) => boolean): string {
  if (nik === '') return nik
  if (kena('nik_rusak_excel')) return `${nik[0]}.${nik.slice(1, 6)}E+15`
  if (!kena('nik_kurang_angka')) return nik
  const letak = acak.bulat(6, 14)
  return nik.slice(0, letak) + nik.slice(letak + 1)
}

function tulisNama(acak: Acak, nama: string, kena: (nama: keyof Laju) => boolean): string {
  const singkat = kena('nama_singkat') ? singkatNama(acak, nama) : nama
  return kena('nama_salah_tulis') ? salahTulis(acak, singkat) : singkat
}

const perantauan = [
  'SAMARINDA',
  'BALIKPAPAN',
  'MAKASSAR',
  'BONE',
  'SURABAYA',
  'KEDIRI',
  'BANJARMASIN',
  'WAJO',
  'MALANG',
  'PALU',
]

function tempatLahir(t: Tempatan, umur: number): string {
  const setempat = umur < 18 ? 0.9 : 0.45
  return t.acak.peluang(setempat) ? t.pembuat.kota.namaPendek : t.acak.pilih(perantauan)
}

/** Bit sum: 1 birth certificate, 2 student card, 4 KTP, 8 driving licence. */
function kartuIdentitas(t: Tempatan, umur: number, berNik: boolean, p: Pendidikan): Jawaban {
  const akta = t.acak.peluang(umur < 18 ? 0.86 : 0.34) ? 1 : 0
  const pelajar = p.sekolah === 1 && umur >= 12 && t.acak.peluang(0.35) ? 2 : 0
  const ktp = umur >= 17 && berNik && t.acak.peluang(0.96) ? 4 : 0
  const sim = umur >= 17 && t.acak.peluang(Math.max(0, 0.22 + 0.1 * t.theta)) ? 8 : 0
  return akta + pelajar + ktp + sim
}
