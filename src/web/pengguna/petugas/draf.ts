/** What was typed into a long form, kept in this tab: a reload or an ended session loses nothing. */

/** The draft, field by field over the empty form; what does not fit any more is left out. */
export function bacaDraf<T extends object>(kunci: string, kosong: T): T {
  try {
    const tersimpan: unknown = JSON.parse(sessionStorage.getItem(kunci) ?? 'null')
    if (typeof tersimpan !== 'object' || tersimpan === null) return kosong
    const cocok = Object.entries(tersimpan).filter(
      ([nama, nilai]) =>
        nama in kosong &&
        typeof nilai === typeof kosong[nama as keyof T] &&
        Array.isArray(nilai) === Array.isArray(kosong[nama as keyof T]),
    )
    return { ...kosong, ...Object.fromEntries(cocok) }
  } catch {
    return kosong
  }
}

/** Numbers of persons never go into a draft: the caller leaves them out. */
export function simpanDraf(kunci: string, isi: object): void {
  try {
    sessionStorage.setItem(kunci, JSON.stringify(isi))
  } catch {
    // private windows may refuse storage; the form still holds what was typed
  }
}

export function hapusDraf(kunci: string): void {
  try {
    sessionStorage.removeItem(kunci)
  } catch {
    // nothing was stored then
  }
}
