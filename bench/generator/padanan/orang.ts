/** The true people behind a linked set: families with one address and one card, village by village. */
import { Acak } from '../acak.ts'
import { buatAlamat, jalanDesa } from '../alamat.ts'
import { campuranDi } from '../nama/campuran.ts'
import { asalDari, namaOrang } from '../nama/nama.ts'
import { hariDari, Penomor, pecah } from '../nomor.ts'
import type { Kota } from '../wilayah.ts'

export type Orang = {
  readonly nomor: number
  readonly nik: string
  readonly kk: string
  readonly nama: string
  /** Days since 1970. */
  readonly lahir: number
  readonly kelamin: 1 | 2
  readonly alamat: string
  readonly wilayah: number
}

/** What a person shares with others, besides the errors of the sources. */
export type Selain = {
  /** Share of people who have a twin in their family. */
  readonly kembar: number
  /** Share with the name and year of birth of another person of the village. */
  readonly namaTetangga: number
  /** Share of moved people: later sources know another card, address and village. */
  readonly pindah: number
  /** Share of records that carry another person's NIK. */
  readonly nikTersalin: number
}

export const tanpaSelain: Selain = { kembar: 0, namaTetangga: 0, pindah: 0, nikTersalin: 0 }
export const denganSelain: Selain = {
  kembar: 0.01,
  namaTetangga: 0.02,
  pindah: 0.03,
  nikTersalin: 0.005,
}

const perDesa = 3500

/** `banyak` people, one village after another, in the villages of the kab/kota given. */
export function* orangBenar(
  kota: readonly Kota[],
  banyak: number,
  seed: number,
  selain: Selain,
): Generator<Orang> {
  const desa = kota.flatMap((k) => k.desa.map((d) => ({ kota: k, desa: d })))
  const perTempat = Math.max(perDesa, Math.ceil(banyak / desa.length))
  const penomor = new Map<number, Penomor>()
  let nomor = 0
  for (const [i, { kota: k, desa: d }] of desa.entries()) {
    if (nomor >= banyak) return
    const acak = new Acak(seed, i, 31)
    const nomorKita = penomor.get(k.kode) ?? new Penomor(k.kode)
    penomor.set(k.kode, nomorKita)
    const jalan = jalanDesa(d)
    const campuran = campuranDi(Math.floor(k.kode / 100))
    const diDesa: Orang[] = []
    while (diDesa.length < perTempat && nomor < banyak) {
      const alamat = buatAlamat(acak, d, jalan, 40).alamat
      const kk = nomorKita.buatKk(
        d.nomorKecamatan,
        hariDari(acak.bulat(1995, 2022), acak.bulat(1, 12), acak.bulat(1, 28)),
      )
      const asal = asalDari(acak, campuran)
      const besar = Math.min(acak.bulat(1, 4) + acak.bulat(0, 3), banyak - nomor)
      const tahunKepala = acak.bulat(1945, 1996)
      const namaSerumah = new Set<string>()
      let sebelum: Orang | null = null
      for (let a = 0; a < besar; a++) {
        const kelamin: 1 | 2 = a === 0 ? 1 : a === 1 ? 2 : acak.peluang(0.51) ? 1 : 2
        const anak = a >= 2
        const tahun = anak
          ? Math.min(2021, tahunKepala + acak.bulat(20, 38))
          : tahunKepala + (a === 0 ? 0 : acak.bulat(-3, 8))
        const kembar = anak && sebelum !== null && acak.peluang(selain.kembar * 2)
        const lahir =
          kembar && sebelum ? sebelum.lahir : hariDari(tahun, acak.bulat(1, 12), acak.bulat(1, 28))
        const tetangga =
          diDesa.length > 50 && acak.peluang(selain.namaTetangga) ? acak.pilih(diDesa) : null
        const orang: Orang = {
          nomor,
          kelamin: tetangga?.kelamin ?? kelamin,
          nama:
            tetangga?.nama ?? namaLain(namaSerumah, () => namaOrang(acak, asal, kelamin, tahun, a)),
          lahir: tetangga ? sehariLain(tetangga.lahir, acak) : lahir,
          nik: '',
          kk,
          alamat,
          wilayah: d.kode,
        }
        const lengkap = {
          ...orang,
          nik: nomorKita.buatNik(d.nomorKecamatan, orang.lahir, orang.kelamin),
        }
        diDesa.push(lengkap)
        namaSerumah.add(lengkap.nama)
        sebelum = lengkap
        nomor++
        yield lengkap
      }
    }
  }
}

/** A name that nobody of the house bears yet: no family names two of its members alike. */
function namaLain(dipakai: ReadonlySet<string>, beri: () => string): string {
  let nama = beri()
  for (let kali = 0; dipakai.has(nama) && kali < 20; kali++) nama = beri()
  return nama
}

/** Another day of the same year. */
function sehariLain(lahir: number, acak: Acak): number {
  const [, , tahun] = pecah(lahir)
  return hariDari(tahun, acak.bulat(1, 12), acak.bulat(1, 28))
}
