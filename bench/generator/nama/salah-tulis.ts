/** Spelling noise in names: abbreviations that officers use, old spelling, and slips of the hand. */
import type { Acak } from '../acak.ts'

const singkatan: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bMUHAMMAD\b/, ['MUH.', 'MUHAMAD', 'M.', 'MOH.', 'MOHAMMAD', 'MUHAMMAD']],
  [/\bMOHAMMAD\b/, ['MOH.', 'MUHAMMAD', 'MOCH.']],
  [/\bAHMAD\b/, ['ACHMAD', 'AKHMAD']],
  [/\bABDUL\b/, ['ABD.', 'ABDOEL', 'ABD']],
  [/\bSITI\b/, ['ST.', 'SITTI']],
  [/\bNUR\b/, ['NOOR', 'NOER', 'NUR.']],
]

const ejaanLama: readonly (readonly [string, string])[] = [
  ['U', 'OE'],
  ['J', 'DJ'],
  ['Y', 'J'],
  ['C', 'TJ'],
  ['KH', 'CH'],
  ['SY', 'S'],
  ['F', 'P'],
  ['V', 'P'],
  ['Z', 'J'],
  ['I', 'Y'],
]

/** The name with an officer's abbreviation, where it has one; else unchanged. */
export function singkatNama(acak: Acak, nama: string): string {
  for (const [pola, ganti] of singkatan) {
    if (pola.test(nama)) return nama.replace(pola, acak.pilih(ganti))
  }
  return nama
}

/** The name with one slip: a letter lost, doubled, swapped, or an old spelling. */
export function salahTulis(acak: Acak, nama: string): string {
  if (nama.length < 4) return nama
  const cara = acak.bulat(0, 3)
  if (cara === 0) {
    const cocok = ejaanLama.filter(([baru]) => nama.includes(baru))
    if (cocok.length > 0) {
      const [baru, lama] = acak.pilih(cocok)
      return nama.replace(baru, lama)
    }
  }
  const letak = acak.bulat(1, nama.length - 2)
  const huruf = nama.charAt(letak)
  if (huruf < 'A' || nama.charAt(letak + 1) < 'A') return nama
  if (cara === 1) return nama.slice(0, letak) + nama.slice(letak + 1)
  if (cara === 2) return nama.slice(0, letak) + huruf + nama.slice(letak)
  return nama.slice(0, letak) + nama.charAt(letak + 1) + huruf + nama.slice(letak + 2)
}
