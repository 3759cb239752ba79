/** Reads a list of RT as people write it: "1, 3, 5-7", "RT 007", "RT.07/RW.02". */

const terbesar = 999
const terbanyak = 200

/** The numbers, sorted and once each; null when something in it is no RT. */
export function bacaRt(teks: string): number[] | null {
  const bagian = teks
    .split(/[,;\n]+/)
    .map((b) => b.trim())
    .filter(Boolean)
  const semua = new Set<number>()
  for (const b of bagian) {
    const satu = bacaBagian(b)
    if (satu === null) return null
    for (const n of satu) semua.add(n)
  }
  return semua.size > terbanyak ? null : [...semua].sort((a, b) => a - b)
}

function bacaBagian(teks: string): number[] | null {
  const bersih = teks.replace(/\s*\/\s*rw.*$/i, '').replace(/^rt[.\s]*/i, '')
  const cocok = /^(\d{1,3})(?:\s*(?:-|–|s\.?\/?d\.?)\s*(?:rt[.\s]*)?(\d{1,3}))?$/i.exec(bersih)
  if (!cocok) return null
  const dari = Number(cocok[1])
  const sampai = Number(cocok[2] ?? cocok[1])
  if (dari < 1 || sampai < dari || sampai > terbesar) return null
  return Array.from({ length: sampai - dari + 1 }, (_, i) => dari + i)
}

/** As it is written into the field: three digits each. */
export const tulisRt = (rt: readonly number[]): string =>
  rt.map((n) => String(n).padStart(3, '0')).join(', ')
