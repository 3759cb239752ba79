/** The session in the browser: who is signed in, signing in and out, and noticing that it ended. */
import { useQuery } from '@tanstack/react-query'
import { ApiProblem, call, request } from '#web/api.ts'
import { queryClient } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'

export type Sesi = OutputOf<'sesi.saya'>

export const kunciSesi = ['sesi'] as const

/** Null means: nobody is signed in. */
async function loadSesi(): Promise<Sesi | null> {
  try {
    return await call('sesi.saya', {})
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

export const useSesiKueri = () =>
  useQuery({ queryKey: kunciSesi, queryFn: loadSesi, staleTime: 5 * 60_000 })

/** The session of a page that is only shown to those signed in. */
export function useSesi(): Sesi {
  const { data } = useSesiKueri()
  if (!data) throw new Error('useSesi outside the signed-in shell')
  return data
}

export type GagalMasuk = 'salah' | 'seringkali' | 'gagal'

/** Signs in; the answer is null when it worked, or the reason why not. */
export async function masuk(username: string, password: string): Promise<GagalMasuk | null> {
  try {
    await request('POST', '/api/masuk/sign-in/username', { username, password })
    return null
  } catch (error) {
    if (!(error instanceof ApiProblem)) return 'gagal'
    if (error.status === 429) return 'seringkali'
    return error.status >= 400 && error.status < 500 ? 'salah' : 'gagal'
  }
}

/** Signs out and forgets everything that was read. */
export async function keluar(): Promise<void> {
  await request('POST', '/api/masuk/sign-out', {}).catch(() => undefined)
  queryClient.clear()
  window.location.assign('/')
}
