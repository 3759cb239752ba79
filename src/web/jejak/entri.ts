/** Pages of entries: one way of asking, whatever they are about. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '#web/operasi.ts'

export type Entri = OutputOf<'jejak.cari'>['entri'][number]
export type Halaman = { entri: Entri[]; berikutnya: number | null }

type Ambil<H extends Halaman> = (
  setelah: { setelah: number } | object,
  signal: AbortSignal,
) => Promise<H>

/** Entries newest first, the older ones on demand. */
export const useEntri = <H extends Halaman>(kunci: readonly unknown[], ambil: Ambil<H>) =>
  useInfiniteQuery({
    queryKey: kunci,
    queryFn: ({ pageParam, signal }) => ambil(pageParam > 0 ? { setelah: pageParam } : {}, signal),
    initialPageParam: 0,
    getNextPageParam: (terakhir: H) => terakhir.berikutnya ?? undefined,
    // Looking is itself an entry: going back to the tab of the browser must not be one.
    refetchOnWindowFocus: false,
    staleTime: 30_000,
  })

export type KueriEntri = ReturnType<typeof useEntri<Halaman>>
