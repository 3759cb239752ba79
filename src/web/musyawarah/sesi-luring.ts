/** The session with which the pages of a meeting open where the server cannot be reached. */
import type { Sesi } from '#web/pengguna/keadaan.ts'

/** Pages that work without a line lie below this address. */
export const cakupanLuring = '/musyawarah/'
/** How long a session that was read with a line opens them without one, milliseconds. */
const MASA = 12 * 3_600_000

/** On a bad line an answer may never come; what is kept here opens these pages then, milliseconds. */
const SABAR = 8_000

/** How long the session is asked for: as long as it takes, but on the pages that go on without it. */
export const batasSesi = (): { signal?: AbortSignal } =>
  location.pathname.startsWith(cakupanLuring) ? { signal: AbortSignal.timeout(SABAR) } : {}

/** Null outside those pages, and when no session was read lately. */
export async function sesiLuring(): Promise<Sesi | null> {
  if (!location.pathname.startsWith(cakupanLuring)) return null
  const { bacaSesi } = await import('#web/musyawarah/simpanan.ts')
  const lama = await bacaSesi<Sesi>()
  return lama && Date.now() - lama.pada < MASA ? lama.sesi : null
}

/** What the server says of the visitor holds for what is kept here, too. @param sesi null: nobody is signed in */
export const samakanLuring = (sesi: Sesi | null): Promise<void> =>
  import('#web/musyawarah/simpanan.ts')
    .then(({ hanyaMilik }) => hanyaMilik(sesi))
    // The line died, or a new build is there: the next answer does it.
    .catch(() => undefined)
