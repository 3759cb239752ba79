/** The page one came for, kept while the office's own sign-in has the window. */
const simpanan = 'siks.kembali'

/** Remembers the page that is open; the sign-in elsewhere comes back to the first page. */
export function ingatHalaman(): void {
  try {
    sessionStorage.setItem(simpanan, window.location.pathname)
  } catch {
    // private windows may refuse storage; one then begins at the first page
  }
}

/** The page that was remembered, once; only paths of this app. */
export function halamanDiingat(): string | null {
  try {
    const halaman = sessionStorage.getItem(simpanan)
    sessionStorage.removeItem(simpanan)
    return halaman && /^\/(?!\/)/.test(halaman) && halaman !== '/' ? halaman : null
  } catch {
    return null
  }
}
