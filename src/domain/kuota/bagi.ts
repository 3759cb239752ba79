/**
 * Splits places among regions by weight: the largest-remainder method, with a least and a most per
 * region. Regions equal in remainder and weight are never separated by their code: what they cannot
 * share is left over, for a person to give by hand.
 */
export type Peminta = {
  readonly kode: number
  readonly bobot: number
  /** Places that the region has in any case (receivers who keep theirs). */
  readonly min: number
  /** Places it can fill. */
  readonly maks: number
}

export type HasilBagi = {
  readonly bagian: ReadonlyMap<number, number>
  /** Places not given: no region can fill them, or exactly equal regions cannot share them. */
  readonly sisa: number
  readonly sama: readonly number[]
}

type Pecahan = { readonly atas: bigint; readonly bawah: bigint }

/**
 * @param total places to give; where the least of all regions is more, each gets its least
 * @returns shares that add up, with `sisa`, to the total (or to the sum of the least)
 */
export function bagi(total: number, peminta: readonly Peminta[]): HasilBagi {
  const bounded = peminta.map((p) => {
    const maks = p.bobot > 0 ? Math.max(p.min, p.maks) : p.min
    return { ...p, maks, w: BigInt(p.bobot), lo: BigInt(p.min), hi: BigInt(maks) }
  })
  const least = bounded.reduce((sum, p) => sum + p.min, 0)
  const most = bounded.reduce((sum, p) => sum + p.maks, 0)
  const goal = Math.min(Math.max(total, least), most)
  const shares = exactShares(BigInt(goal), bounded)
  const bagian = new Map(shares.map((s) => [s.kode, Number(s.utuh)]))
  const given = [...bagian.values()].reduce((sum, n) => sum + n, 0)
  const { naik, sama, belum } = giveRest(goal - given, shares)
  for (const kode of naik) bagian.set(kode, (bagian.get(kode) ?? 0) + 1)
  return { bagian, sisa: Math.max(total, least) - goal + belum, sama }
}

type Berbatas = { kode: number; w: bigint; lo: bigint; hi: bigint }
type Bagian = { kode: number; w: bigint; utuh: bigint; pecahan: bigint }

/** Whole part and remainder of each exact share `clamp(λ·w, lo, hi)`, where λ makes them add up. */
function exactShares(goal: bigint, all: readonly Berbatas[]): Bagian[] {
  const start = lastBreakBefore(goal, all)
  const free = all.filter(
    (p) =>
      p.w > 0n && p.lo * start.bawah <= start.atas * p.w && start.atas * p.w < p.hi * start.bawah,
  )
  const weight = free.reduce((sum, p) => sum + p.w, 0n)
  const inFree = new Set(free)
  const fixed = all
    .filter((p) => !inFree.has(p))
    .map((p) => ({ kode: p.kode, w: p.w, utuh: clamp(p, start) / start.bawah, pecahan: 0n }))
  const rest = goal - fixed.reduce((sum, p) => sum + p.utuh, 0n)
  return [
    ...fixed,
    ...free.map((p) => ({
      kode: p.kode,
      w: p.w,
      utuh: (rest * p.w) / weight,
      pecahan: (rest * p.w) % weight,
    })),
  ]
}

/** The bound that holds at λ, times the denominator of λ. */
const clamp = (p: Berbatas, { atas, bawah }: Pecahan): bigint => {
  const [share, least, most] = [atas * p.w, p.lo * bawah, p.hi * bawah]
  if (share < least) return least
  if (share > most) return most
  return share
}

/** The greatest λ at which some region meets a bound and the shares do not exceed the goal. */
function lastBreakBefore(goal: bigint, all: readonly Berbatas[]): Pecahan {
  const breaks = all
    .filter((p) => p.w > 0n)
    .flatMap((p) => [
      { atas: p.lo, bawah: p.w },
      { atas: p.hi, bawah: p.w },
    ])
    .sort((a, b) => sign(a.atas * b.bawah - b.atas * a.bawah))
  let [found, from, to]: [Pecahan, number, number] = [{ atas: 0n, bawah: 1n }, 0, breaks.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const at = breaks[middle]
    if (!at) break
    const sum = all.reduce((total, p) => total + clamp(p, at), 0n)
    if (sum <= goal * at.bawah) {
      found = at
      from = middle + 1
    } else to = middle
  }
  return found
}

const sign = (n: bigint): number => (n < 0n ? -1 : n > 0n ? 1 : 0)

/** Gives the last places to the largest remainders, then the largest weights; equals share or get none. */
function giveRest(places: number, shares: readonly Bagian[]) {
  const order = shares
    .filter((s) => s.pecahan > 0n)
    .sort((a, b) => sign(b.pecahan - a.pecahan) || sign(b.w - a.w))
  const equal = (a: Bagian | undefined, b: Bagian | undefined): boolean =>
    a !== undefined && b !== undefined && a.pecahan === b.pecahan && a.w === b.w
  let whole = Math.min(places, order.length)
  if (equal(order[whole - 1], order[whole])) {
    const last = order[whole - 1]
    while (whole > 0 && equal(order[whole - 1], last)) whole--
    return {
      naik: order.slice(0, whole).map((s) => s.kode),
      sama: order.filter((s) => equal(s, last)).map((s) => s.kode),
      belum: places - whole,
    }
  }
  return { naik: order.slice(0, whole).map((s) => s.kode), sama: [], belum: places - whole }
}
