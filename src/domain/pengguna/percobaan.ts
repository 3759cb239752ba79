/**
 * How wrong attempts slow down the next ones. Delays grow and end again; nothing is ever locked, so
 * nobody can lock somebody else out.
 */

/** How one counter behaves. */
export type Aturan = {
  /** Attempts without any delay. */
  readonly bebas: number
  /** Seconds after the first attempt beyond them; doubles with each further one. */
  readonly dasar: number
  /** Seconds at most. */
  readonly paling: number
  /** Seconds of quiet after which the count begins anew. */
  readonly lupa: number
}

/** A counter as kept; times in milliseconds. */
export type Hitungan = {
  readonly jumlah: number
  readonly terakhir: number
  readonly tungguSampai: number
}

/** Seconds still to wait before an attempt is looked at; 0 is none. */
export const sisaTunggu = (h: Hitungan | undefined, kini: number): number =>
  h && h.tungguSampai > kini ? Math.ceil((h.tungguSampai - kini) / 1000) : 0

/** The counter after one more attempt, counted before it is looked at. */
export function tambah(h: Hitungan | undefined, aturan: Aturan, kini: number): Hitungan {
  const lama = h && kini - h.terakhir < aturan.lupa * 1000 ? h.jumlah : 0
  const jumlah = lama + 1
  const lewat = jumlah - aturan.bebas
  const tunda = lewat < 0 ? 0 : Math.min(aturan.paling, aturan.dasar * 2 ** Math.min(lewat, 30))
  return { jumlah, terakhir: kini, tungguSampai: kini + tunda * 1000 }
}

const jam = 3600

/** Guesses at one account from one network or one known browser. */
export const perAkun = {
  sandi: { bebas: 5, dasar: 15, paling: 15 * 60, lupa: jam },
  faktor: { bebas: 5, dasar: 30, paling: jam, lupa: 24 * jam },
} as const satisfies Record<string, Aturan>

/** Guesses from one network over all accounts; an office of many people sits behind one address. */
export const perJaringan: Aturan = { bebas: 60, dasar: 5, paling: 5 * 60, lupa: jam }

/** Guesses at one account over all networks that it does not know. */
export const dariAsing: Aturan = { bebas: 20, dasar: 30, paling: jam, lupa: 24 * jam }
