/** Ways in which officers write a village's name, each of which still means one village only. */
import { type CalonWilayah, cocokkan } from '#domain/impor/wilayah-cocok.ts'
import type { Acak } from './acak.ts'
import type { Kota } from './wilayah.ts'

const singkatan: readonly (readonly [RegExp, string])[] = [
  [/\bTANJUNG\b/, 'TJ.'],
  [/\bGUNUNG\b/, 'GN.'],
  [/\bSUNGAI\b/, 'SEI'],
  [/\bTELUK\b/, 'TLK.'],
]

/** Other spellings of a name, certain or not. */
export function ejaanLain(nama: string): string[] {
  const lain: string[] = []
  for (const [pola, singkat] of singkatan) lain.push(nama.replace(pola, singkat))
  const kembar = /^([A-Z]+)[- ]\1$/.exec(nama)
  if (kembar?.[1]) lain.push(`${kembar[1]}2`, `${kembar[1]} ${kembar[1]}`)
  const [satu, dua, ...sisa] = nama.split(' ')
  if (satu && dua && sisa.length === 0 && satu.length <= 4) lain.push(satu + dua)
  lain.push(`KEL. ${nama}`, nama.replaceAll(' ', '  '))
  return lain.filter((teks) => teks !== nama)
}

/** A speller for one kab/kota: for each village the spellings that no other village could mean. */
export function ejaanPasti(kota: Kota): (acak: Acak, nama: string) => string {
  const calon: CalonWilayah[] = kota.desa.map(({ kode, nama }) => ({ kode, nama }))
  const pasti = new Map<string, string[]>()
  for (const { nama, kode } of calon) {
    const pilihan = ejaanLain(nama).filter((teks) => {
      const hasil = cocokkan(teks, calon)
      return hasil.jenis === 'pasti' && hasil.kode === kode
    })
    pasti.set(nama, pilihan)
  }
  return (acak, nama) => {
    const pilihan = pasti.get(nama) ?? []
    return pilihan.length > 0 ? acak.pilih(pilihan) : nama
  }
}
