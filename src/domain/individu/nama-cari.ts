/** The form in which names of people are stored for search and compared: A–Z, single spaces. */

const plain = /^[A-Z]+(?: [A-Z]+)*$/

/** `"Siti Nur'aini, S.Pd"` becomes `SITI NURAINI S PD`: accents and apostrophes go, other signs part words. */
export function foldName(nama: string): string {
  if (plain.test(nama)) return nama
  return nama
    .normalize('NFD')
    .replace(/[\u0300-\u036F'\u2018\u2019\u02BC`]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}
