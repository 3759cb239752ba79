/**
 * Makes the pages of a meeting open again without a line: the files of the app are kept by the browser,
 * a small worker answers with them, and the session is remembered (see sesi-luring.ts).
 */
import { cakupanLuring } from '#web/musyawarah/sesi-luring.ts'
import { tulisSesi } from '#web/musyawarah/simpanan.ts'
import type { Sesi } from '#web/pengguna/keadaan.ts'

const nama = 'siks-musyawarah'

/** Files that this page is made of: those it has loaded, and the document. */
const berkasHalaman = (): string[] => [
  '/index.html',
  ...performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter((u) => u.origin === location.origin && u.pathname.startsWith('/assets/'))
    .map((u) => u.pathname),
]

async function simpanBerkas(): Promise<void> {
  const toko = await caches.open(nama)
  const perlu = new Set(berkasHalaman())
  const ada = (await toko.keys()).map((r) => new URL(r.url).pathname)
  // The document is always taken anew: it names the files of the newest build.
  await Promise.all(
    [...perlu].filter((p) => p === '/index.html' || !ada.includes(p)).map((p) => toko.add(p)),
  )
}

let sudah = false

/** Called while a meeting is open and the line is there; does nothing where the browser cannot. */
export async function siapkanLuring(sesi: Sesi): Promise<void> {
  await tulisSesi(sesi)
  if (sudah || !('serviceWorker' in navigator) || !('caches' in globalThis)) return
  sudah = true
  try {
    // Other pages of the meeting, so that they are among the files.
    await Promise.all([
      import('#web/musyawarah/berita-acara.tsx'),
      import('#web/musyawarah/layar.tsx'),
      import('#web/musyawarah/surat.tsx'),
    ])
    await simpanBerkas()
    await navigator.serviceWorker.register('/musyawarah-luring.js', { scope: cakupanLuring })
  } catch {
    sudah = false
  }
}
