/** The name to sign in with: a person's first name and their office, as they would be spoken of. */
import { foldRegion } from '#domain/wilayah/nama.ts'

/** `Siti Rahmawati` of `Api-Api` gives `siti.apiapi`; without any letter, `petugas.apiapi`. */
export function namaMasuk(nama: string, tempat: string): string {
  const kata = nama
    .split(/\s+/)
    .map(foldRegion)
    .filter((satu) => satu.length > 1)
  const sapaan = new Set(['hj', 'dr', 'drs', 'ir', 'alm', 'hd'])
  const depan = kata.find((satu) => !sapaan.has(satu)) ?? 'petugas'
  const daerah = foldRegion(tempat.replace(/^(?:kabupaten|kota|provinsi|kecamatan)\s+/i, ''))
  return `${depan.slice(0, 20)}.${daerah.slice(0, 20) || 'kantor'}`
}

/** The first of `dasar`, `dasar2`, `dasar3` … that nobody has; it is taken from then on. */
export function namaBebas(dasar: string, dipakai: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const nama = n === 1 ? dasar : `${dasar}${n}`
    if (dipakai.has(nama)) continue
    dipakai.add(nama)
    return nama
  }
}
