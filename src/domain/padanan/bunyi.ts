/** What is left of a word when it is written by ear: for keys of blocks. */

/**
 * `SYARIFUDDIN` gives `SRFDN`: vowels, doubled letters and letters that sound alike do not count;
 * at most five. Source: Indonesian spellings of 1947 and 1972, Arabic names.
 */
export function bunyiKata(kata: string): string {
  let hasil = ''
  let tadi = ''
  for (let i = 0; i < kata.length && hasil.length < 5; i++) {
    const c = kata[i] as string
    const d = kata[i + 1] ?? ''
    let bunyi = serupa[c] ?? c
    const dua = gabungan[c + d]
    if (dua !== undefined) {
      bunyi = dua
      i++
    }
    if (bunyi === tadi) continue
    if (hasil !== '' && bisu.has(bunyi)) continue
    tadi = bunyi
    hasil += bunyi
  }
  return hasil
}

const gabungan: Readonly<Record<string, string>> = {
  SY: 'S',
  SJ: 'S',
  SH: 'S',
  DJ: 'J',
  DZ: 'J',
  TJ: 'C',
  KH: 'H',
  GH: 'H',
  CH: 'H',
  PH: 'F',
}
const serupa: Readonly<Record<string, string>> = { Z: 'J', V: 'F', Q: 'K', X: 'K', Y: 'I' }
const bisu: ReadonlySet<string> = new Set(['A', 'E', 'I', 'O', 'U', 'H', 'W'])
