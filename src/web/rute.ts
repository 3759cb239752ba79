/** Every address of the app; each page is loaded when it is opened. Filters live in typed search params. */
import { createRouter } from '@tanstack/react-router'
import { Loading } from '#ui/state.tsx'
import { akar } from '#web/rute/akar.ts'
import { ruteBulanan } from '#web/rute/bulanan.ts'
import { ruteKeluarga } from '#web/rute/keluarga.ts'
import { rutePadanan } from '#web/rute/padanan.ts'
import { rutePenetapan } from '#web/rute/penetapan.ts'
import { rutePetugas } from '#web/rute/petugas.ts'
import { HalamanRusak } from '#web/shell/tidak-ditemukan.tsx'

const pohon = akar.addChildren([
  ...ruteKeluarga,
  ...ruteBulanan,
  ...rutePadanan,
  ...rutePenetapan,
  ...rutePetugas,
])

export const router = createRouter({
  routeTree: pohon,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: HalamanRusak,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** Shown to whoever opens it, signed in or not. */
    tamu?: boolean
    /** Without menu and header: for a whole hall to look at. */
    penuh?: boolean
  }
  interface HistoryState {
    /** Puts the cursor into the search field of the page. */
    fokusCari?: boolean
    /** What was searched: kept in the history entry, never in the address (it may be a NIK). */
    cari?: string
  }
}
