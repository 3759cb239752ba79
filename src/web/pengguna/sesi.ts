/** The session in the browser: reading where one stands, using it on pages, signing out. */
import { useQuery } from '@tanstack/react-query'
import { ApiProblem, call } from '#web/api.ts'
import { queryClient } from '#web/kueri.ts'
import { batasSesi, samakanLuring, sesiLuring } from '#web/musyawarah/sesi-luring.ts'
import { type Keadaan, keadaanDari, type Sesi } from '#web/pengguna/keadaan.ts'
import { pilihTujuan } from '#web/tujuan.ts'

export const kunciSesi = ['sesi'] as const

/** The session that was read last: while the gate closes, pages behind it may be drawn once more. */
let terakhir: Sesi | null = null

/** Asks the server where the visitor stands. */
export async function bacaKeadaan(): Promise<Keadaan> {
  try {
    terakhir = await call('sesi.saya', {}, batasSesi())
    void samakanLuring(terakhir)
    return { di: 'dalam', sesi: terakhir }
  } catch (error) {
    const keadaan = error instanceof ApiProblem ? keadaanDari(error) : null
    if (keadaan) {
      void samakanLuring(null)
      return keadaan
    }
    const putus = !(error instanceof ApiProblem) || error.status === 0
    const luring = putus ? await sesiLuring() : null
    if (!luring) throw error
    terakhir = luring
    return { di: 'dalam', sesi: luring }
  }
}

/** Asked without a line too: a meeting that was open goes on with the session that it had. */
export const useKeadaan = () =>
  useQuery({
    queryKey: kunciSesi,
    queryFn: bacaKeadaan,
    staleTime: 5 * 60_000,
    networkMode: 'always',
  })

/** Asks anew where the visitor stands; after every step of signing in. */
export const segarkanSesi = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: kunciSesi })

/** The session of a page that is only shown to those signed in. */
export function useSesi(): Sesi {
  const { data } = useKeadaan()
  const sesi = data?.di === 'dalam' ? data.sesi : terakhir
  if (!sesi) throw new Error('useSesi outside the signed-in shell')
  return sesi
}

/** Forgets everything that was read and opens the app anew, for another person or role. */
export function bukaBaru(): void {
  pilihTujuan(null)
  queryClient.clear()
  window.location.assign('/')
}

/** Signs out. */
export async function keluar(): Promise<void> {
  await call('masuk.keluar', {}).catch(() => undefined)
  const { kosongkanSimpanan } = await import('#web/usulan/simpanan.ts')
  const { hapusSesi, kosongkanMusyawarah } = await import('#web/musyawarah/simpanan.ts')
  await Promise.all([kosongkanSimpanan(), kosongkanMusyawarah(terakhir?.id ?? null), hapusSesi()])
  bukaBaru()
}
