/**
 * NIK and KK numbers that no real person can hold: their province is 99. The serial counts up per
 * kecamatan, date and sex, so numbers are unique within a set.
 */
import type { Hari } from './tipe.ts'

const dua = (n: number): string => (n < 10 ? `0${n}` : String(n))

export class Penomor {
  private readonly kota: string
  private readonly nik = new Map<number, number>()
  private readonly kk = new Map<number, number>()

  constructor(kodeKota: number) {
    this.kota = `99${dua(kodeKota % 100)}`
  }

  /** 99KKCC + DDMMYY (women: day + 40) + serial from 0001. */
  buatNik(kecamatan: number, lahir: Hari, kelamin: 1 | 2): string {
    const [hari, bulan, tahun] = pecah(lahir)
    const kunci = ((kecamatan * 100 + (tahun % 100)) * 12 + bulan) * 64 + hari * 2 + kelamin - 1
    const nomor = (this.nik.get(kunci) ?? 0) + 1
    if (nomor > 9999) return this.buatNik(kecamatan, lahir + 1, kelamin)
    this.nik.set(kunci, nomor)
    const tanggal = dua(kelamin === 2 ? hari + 40 : hari) + dua(bulan) + dua(tahun % 100)
    return this.kota + dua(kecamatan) + tanggal + String(nomor).padStart(4, '0')
  }

  /** 99KKCC + date of issue + serial. */
  buatKk(kecamatan: number, terbit: Hari): string {
    const [hari, bulan, tahun] = pecah(terbit)
    const kunci = ((kecamatan * 100 + (tahun % 100)) * 12 + bulan) * 32 + hari
    const nomor = (this.kk.get(kunci) ?? 0) + 1
    if (nomor > 9999) return this.buatKk(kecamatan, terbit + 1)
    this.kk.set(kunci, nomor)
    const tanggal = dua(hari) + dua(bulan) + dua(tahun % 100)
    return this.kota + dua(kecamatan) + tanggal + String(nomor).padStart(4, '0')
  }
}

/** Day, month and year of a day number. */
export function pecah(hari: Hari): [hari: number, bulan: number, tahun: number] {
  const t = new Date(hari * 86_400_000)
  return [t.getUTCDate(), t.getUTCMonth() + 1, t.getUTCFullYear()]
}

export const hariDari = (tahun: number, bulan: number, tanggal: number): Hari =>
  Date.UTC(tahun, bulan - 1, tanggal) / 86_400_000

/** Whole years between two days. */
export function umurPada(lahir: Hari, pada: Hari): number {
  const [h1, b1, t1] = pecah(lahir)
  const [h2, b2, t2] = pecah(pada)
  return t2 - t1 - (b2 < b1 || (b2 === b1 && h2 < h1) ? 1 : 0)
}

/** 2018-07-01. */
export const tanggalIso = (hari: Hari): string =>
  new Date(hari * 86_400_000).toISOString().slice(0, 10)
