/** How alike two runs of bytes are: Jaro–Winkler, and whether one slip of the keyboard parts them. */

/** For each byte where it stands in the second run: 32 places at a time. */
const letak = new Uint32Array(256)
const urut = new Uint8Array(32)

/**
 * Jaro–Winkler similarity in [0, 1] of `a[a0..a1)` and `b[b0..b1)`; longer values are compared by
 * their first 32 bytes. The same both ways when the smaller comes first (see `teratur`).
 * Bits stand for places, so that a letter finds its mate in one step.
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
  const la = Math.min(32, a1 - a0)
  const lb = Math.min(32, b1 - b0)
  if (la === 0 || lb === 0) return la === lb ? 1 : 0
  const jendela = Math.max(0, (Math.max(la, lb) >> 1) - 1)
  for (let j = 0; j < lb; j++) {
    const c = b[b0 + j] as number
    letak[c] = (letak[c] as number) | (1 << j)
  }
  let bebas = -1
  let terpakai = 0
  let cocok = 0
  for (let i = 0; i < la; i++) {
    const huruf = a[a0 + i] as number
    const dari = i - jendela
    const sampai = i + jendela
    let m = (letak[huruf] as number) & bebas
    if (dari > 31) m = 0
    else if (dari > 0) m &= -1 << dari
    if (sampai < 31) m &= (2 << sampai) - 1
    if (m === 0) continue
    const satu = m & -m
    bebas &= ~satu
    terpakai |= satu
    urut[cocok++] = huruf
  }
  for (let j = 0; j < lb; j++) letak[b[b0 + j] as number] = 0
  if (cocok === 0) return 0
  let tukar = 0
  for (let k = 0, sisa = terpakai; sisa !== 0; sisa &= sisa - 1, k++) {
    const j = 31 - Math.clz32(sisa & -sisa)
    if (b[b0 + j] !== urut[k]) tukar++
  }
  const jaro = (cocok / la + cocok / lb + (cocok - (tukar >> 1)) / cocok) / 3
  let awal = 0
  while (awal < 4 && awal < la && awal < lb && a[a0 + awal] === b[b0 + awal]) awal++
  return jaro + awal * 0.1 * (1 - jaro)
}

/** Whether the first of two runs of one pool comes first: shorter, or smaller in its bytes. */
export function teratur(bita: Uint8Array, a0: number, a1: number, b0: number, b1: number): boolean {
  const beda = a1 - a0 - (b1 - b0)
  if (beda !== 0) return beda < 0
  for (let i = 0; i < a1 - a0; i++) {
    const d = (bita[a0 + i] as number) - (bita[b0 + i] as number)
    if (d !== 0) return d < 0
  }
  return true
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
  const beda = a1 - a0 - (b1 - b0)
  if (beda > 1 || beda < -1) return false
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

/** How many bits are set. */
export function hitungBit(n: number): number {
  let x = n - ((n >>> 1) & 0x55555555)
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
