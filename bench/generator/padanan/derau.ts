/** What each source does to a person's data: error rates per field, and how the errors look. */
import type { Acak } from '../acak.ts'
import { hariDari, pecah } from '../nomor.ts'

export type Laju = {
  readonly ada: number
  readonly nikKosong: number
  readonly nikSalah: number
  readonly kk: number
  readonly nama: number
  readonly satuJanuari: number
  readonly tertukar: number
  readonly tahun: number
  readonly lahirKosong: number
  readonly kelamin: number
  readonly alamat: number
  readonly wilayah: number
}

const bersih: Laju = {
  ada: 0.95,
  nikKosong: 0,
  nikSalah: 0,
  kk: 0,
  nama: 0,
  satuJanuari: 0,
  tertukar: 0,
  tahun: 0,
  lahirKosong: 0,
  kelamin: 0,
  alamat: 0,
  wilayah: 0,
}

/** The four sources with their rates. */
export const sumber = {
  dukcapil: bersih,
  dtks: {
    ada: 0.55,
    nikKosong: 0.09,
    nikSalah: 0.09,
    kk: 0.11,
    nama: 0.36,
    satuJanuari: 0.07,
    tertukar: 0.05,
    tahun: 0.04,
    lahirKosong: 0.02,
    kelamin: 0.02,
    alamat: 0.45,
    wilayah: 0.05,
  },
  p3ke: {
    ada: 0.5,
    nikKosong: 0.05,
    nikSalah: 0.05,
    kk: 0.06,
    nama: 0.2,
    satuJanuari: 0.04,
    tertukar: 0.03,
    tahun: 0.02,
    lahirKosong: 0.01,
    kelamin: 0.01,
    alamat: 0.25,
    wilayah: 0.03,
  },
  regsosek: {
    ada: 0.6,
    nikKosong: 0.06,
    nikSalah: 0.06,
    kk: 0.07,
    nama: 0.24,
    satuJanuari: 0.05,
    tertukar: 0.04,
    tahun: 0.02,
    lahirKosong: 0.01,
    kelamin: 0.01,
    alamat: 0.3,
    wilayah: 0.04,
  },
} as const satisfies Record<string, Laju>

export type Sumber = keyof typeof sumber

/** Twice (or any times) the errors; who is present stays. */
export const kali = (laju: Laju, n: number): Laju => ({
  ...(Object.fromEntries(Object.entries(laju).map(([k, v]) => [k, Math.min(0.9, v * n)])) as Laju),
  ada: laju.ada,
})

/** One digit wrong, or two neighbours swapped. */
export function angkaSalah(acak: Acak, angka: string): string {
  const di = acak.bulat(0, angka.length - 2)
  if (acak.peluang(0.5) && angka[di] !== angka[di + 1])
    return angka.slice(0, di) + angka[di + 1] + angka[di] + angka.slice(di + 2)
  const lain = (Number(angka[di]) + acak.bulat(1, 9)) % 10
  return angka.slice(0, di) + lain + angka.slice(di + 1)
}

const padanan: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^MUHAMMAD\b/, ['MOHAMAD', 'MUH.', 'MOCH.', 'M.', 'MOHAMMAD', 'MUHAMAD', 'MOH']],
  [/^MOHAMMAD\b/, ['MUHAMMAD', 'MOH.', 'M.', 'MOHAMAD']],
  [/^SITI\b/, ['ST.', 'SITTI', 'SITY']],
  [/^ABDUL\b/, ['ABD.', 'ABDOEL', 'ABD']],
  [/^AHMAD\b/, ['ACHMAD', 'AKHMAD', 'AHMED']],
  [/^NUR/, ['NOOR', 'NOER']],
  [/U(?=[A-Z])/, ['OE']],
  [/DJ/, ['J']],
  [/J(?=[A-Z])/, ['DJ']],
  [/C(?=[AEIOU])/, ['TJ']],
  [/SY/, ['SJ', 'S']],
  [/Y(?=[AIUEO])/, ['J']],
  [/I\b/, ['IE', 'Y']],
]

function varian(acak: Acak, nama: string): string {
  const cocok = padanan.filter(([pola]) => pola.test(nama))
  if (cocok.length === 0) return salahKetik(acak, nama)
  const [pola, pilihan] = acak.pilih(cocok)
  return nama.replace(pola, acak.pilih(pilihan))
}

const huruf = 'ABCDEFGHIJKLMNOPRSTUWY'

function salahKetik(acak: Acak, nama: string): string {
  if (nama.length < 4) return `${nama}${acak.pilih([...huruf])}`
  const di = acak.bulat(1, nama.length - 2)
  const jenis = acak.bulat(0, 3)
  if (jenis === 0) return nama.slice(0, di) + nama.slice(di + 1)
  if (jenis === 1) return nama.slice(0, di) + nama[di] + nama.slice(di)
  if (jenis === 2) return nama.slice(0, di) + (nama[di + 1] ?? '') + nama[di] + nama.slice(di + 2)
  return nama.slice(0, di) + acak.pilih([...huruf]) + nama.slice(di + 1)
}

/** Variant, typing error, word dropped, other order, title: one of them. */
export function namaLain(acak: Acak, nama: string, kelamin: 1 | 2): string {
  const kata = nama.split(' ')
  const cara = acak.satuan()
  if (cara < 0.25) return varian(acak, nama)
  if (cara < 0.6) return salahKetik(acak, nama)
  if (cara < 0.75) {
    if (kata.length < 2) return salahKetik(acak, nama)
    const di = acak.bulat(0, kata.length - 1)
    return kata.filter((_, i) => i !== di).join(' ')
  }
  if (cara < 0.85)
    return kata.length < 2 ? varian(acak, nama) : [...kata.slice(1), kata[0]].join(' ')
  const gelar = kelamin === 1 ? ['H. ', 'IR. ', 'DRS. '] : ['HJ. ', 'DRA. ']
  return acak.peluang(0.6)
    ? acak.pilih(gelar) + nama
    : `${nama}, ${acak.pilih(['S.PD', 'SE', 'S.SOS', 'AMD', 'SH'])}`
}

/** The birth date as a source writes it; null is empty. */
export function lahirLain(acak: Acak, lahir: number, laju: Laju): number | null {
  const u = acak.satuan()
  const [hari, bulan, tahun] = pecah(lahir)
  if (u < laju.satuJanuari) return hariDari(tahun, 1, 1)
  if (u < laju.satuJanuari + laju.tertukar)
    return hari <= 12 && hari !== bulan && acak.peluang(0.5)
      ? hariDari(tahun, hari, bulan)
      : hariDari(tahun, ((bulan + acak.bulat(0, 10)) % 12) + 1, hari)
  if (u < laju.satuJanuari + laju.tertukar + laju.tahun)
    return hariDari(tahun + (acak.peluang(0.5) ? 1 : -1), bulan, hari)
  if (u < laju.satuJanuari + laju.tertukar + laju.tahun + laju.lahirKosong) return null
  return lahir
}

/** Another way of writing the address, or another address. */
export function alamatLain(acak: Acak, alamat: string, jalan: readonly string[]): string {
  if (acak.peluang(0.5)) return `JL. ${acak.pilih(jalan)} NO. ${acak.bulat(1, 150)}`
  return alamat
    .replace('JL. ', acak.pilih(['JALAN ', 'JLN ', '']))
    .replace(/ NO\. /, acak.pilih([' NO ', ' NOMOR ', ' ']))
    .replace(/ RT \d+$/, '')
}
