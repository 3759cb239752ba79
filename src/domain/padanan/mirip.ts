/** How alike two runs of bytes are: Jaro–Winkler, and whether one slip of the keyboard parts them. */

const tanda = new Uint8Array(256)
const urut = new Uint8Array(256)

/**
 * Jaro–Winkler similarity in [0, 1] of `a[a0..a1)` and `b[b0..b1)`; symmetric. Longer values are
 * compared by their first 128 bytes.
 * Source: Winkler 1990, with the prefix scale 0.1 and at most 4 letters.
 */
export function jaroWinkler(
  a: Uint8Array,
  a0: number,
  a1: number,
  b: Uint8Array,
  b0: number,
  b1: number,
): number {
  const la = Math.min(128, a1 - a0)
  const lb = Math.min(128, b1 - b0)
  if (la === 0 || lb === 0) return la === lb ? 1 : 0
  const jendela = Math.max(0, (Math.max(la, lb) >> 1) - 1)
  tanda.fill(0, 0, lb)
  let cocok = 0
  for (let i = 0; i < la; i++) {
    const huruf = a[a0 + i]
    const dari = Math.max(0, i - jendela)
    const sampai = Math.min(lb - 1, i + jendela)
    for (let j = dari; j <= sampai; j++) {
      if (tanda[j] === 0 && b[b0 + j] === huruf) {
        tanda[j] = 1
        urut[cocok++] = huruf as number
        break
      }
    }
  }
  if (cocok === 0) return 0
  let tukar = 0
  for (let j = 0, k = 0; j < lb; j++) {
    if (tanda[j] === 1 && b[b0 + j] !== urut[k++]) tukar++
  }
  const jaro = (cocok / la + cocok / lb + (cocok - (tukar >> 1)) / cocok) / 3
  let awal = 0
  while (awal < 4 && awal < la && awal < lb && a[a0 + awal] === b[b0 + awal]) awal++
  return jaro + awal * 0.1 * (1 - jaro)
}

/** Whether one letter lost, added, exchanged, or swapped with its neighbour makes one of the other. */
export function satuSalah(
  a: Uint8Array,
  a0: number,
  a1: number,
  b: Uint8Array,
  b0: number,
  b1: number,
): boolean {
  let i = a0
  let j = b0
  while (i < a1 && j < b1 && a[i] === b[j]) {
    i++
    j++
  }
  let x = a1
  let y = b1
  while (x > i && y > j && a[x - 1] === b[y - 1]) {
    x--
    y--
  }
  const sisaA = x - i
  const sisaB = y - j
  if (sisaA <= 1 && sisaB <= 1) return true
  return sisaA === 2 && sisaB === 2 && a[i] === b[j + 1] && a[i + 1] === b[j]
}
