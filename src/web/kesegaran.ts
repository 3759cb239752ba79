/**
 * When answers grow old: whatever succeeds on the server, a command or a job, may change any number
 * shown. So all reads are marked stale then, whatever time they were promised to stay fresh.
 */
import type { Query, QueryClient } from '@tanstack/react-query'

type Keadaan = { readonly status: string }

/** Whether a job still has something to do; one not known yet has. */
export const hidup = (p: Keadaan | undefined): boolean =>
  p === undefined || p.status === 'antre' || p.status === 'berjalan'

/** Reads that never grow old by time do not by this either: lists of words, a secret shown once. */
const bisaUsang = (q: Query): boolean =>
  !q.observers.some(({ options }) => options.staleTime === Number.POSITIVE_INFINITY)

/**
 * Marks all reads stale: each is asked for anew when it is next looked at.
 * @param tampil also asks anew for those that are on screen now
 */
export async function usangkan(client: QueryClient, tampil: boolean): Promise<void> {
  await client.invalidateQueries({
    predicate: bisaUsang,
    refetchType: tampil ? 'active' : 'none',
  })
}

/** The job that an answer says it has queued. */
export function pekerjaanDari(jawaban: unknown): string | null {
  if (typeof jawaban !== 'object' || jawaban === null) return null
  const isi = jawaban as { pekerjaanId?: unknown; pekerjaan?: unknown }
  const id = isi.pekerjaanId ?? isi.pekerjaan
  return typeof id === 'string' ? id : null
}

/** Asks how a job stands; it may reject where the server does not answer. */
type Tanya = (id: string) => Promise<Keadaan>

const diikuti = new Set<string>()

/**
 * Follows a job that was begun here to its end, whichever page is open meanwhile, then marks all
 * reads stale. A job is followed once; a server that does not answer ends the following.
 */
export async function ikuti(
  client: QueryClient,
  id: string,
  tanya: Tanya,
  jeda = 1500,
): Promise<void> {
  if (diikuti.has(id)) return
  diikuti.add(id)
  try {
    while (hidup(await tanya(id))) await new Promise((lanjut) => setTimeout(lanjut, jeda))
  } catch {
    // Signed out, or without network: the next answers are fetched anew all the same.
  } finally {
    diikuti.delete(id)
  }
  await usangkan(client, true)
}
