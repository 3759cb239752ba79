/**
 * Shows the app to those who may work, to others what comes first: signing in, setting up, accepting.
 * Pages marked `tamu` (invitation, pairing) are shown as they are, whoever opens them.
 */
import { Center, Loader } from '@mantine/core'
import { Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { ErrorState } from '#ui/state.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { segarkanSesi, useKeadaan } from '#web/pengguna/sesi.ts'
import { Kerangka } from '#web/shell/kerangka.tsx'
import { Penengah } from '#web/shell/penengah.tsx'

const HalamanMasuk = lazy(() =>
  import('#web/pengguna/masuk.tsx').then((m) => ({ default: m.HalamanMasuk })),
)
const Persiapan = lazy(() =>
  import('#web/pengguna/persiapan.tsx').then((m) => ({ default: m.Persiapan })),
)
const TanpaPeran = lazy(() =>
  import('#web/pengguna/tanpa-peran.tsx').then((m) => ({ default: m.TanpaPeran })),
)

/** The office's own sign-in sent the visitor back with this refusal; read before the router tidies up. */
const ditolak = new URLSearchParams(window.location.search).get('gagal')

export function Gerbang() {
  const tamu = useMatches({ select: (m) => m.some((satu) => satu.staticData.tamu) })
  return <Suspense fallback={<Menunggu />}>{tamu ? <Outlet /> : <Pintu />}</Suspense>
}

function Pintu() {
  const keadaan = useKeadaan()
  const penuh = useMatches({ select: (m) => m.some((satu) => satu.staticData.penuh) })
  // Recovery codes are on the screen: whatever the session says by now, they stay until saved.
  const [tertahan, tahan] = useState(false)
  if (keadaan.isPending) return <Menunggu />
  if (keadaan.data === undefined)
    return (
      <ErrorState error={shownOf(keadaan.error)} ulang={() => void keadaan.refetch()} halaman />
    )
  const { data } = keadaan
  if (data.di === 'persiapan' || tertahan) return <Persiapan keadaan={data} onTahan={tahan} />
  if (data.di === 'luar' || data.di === 'faktor')
    return (
      <HalamanMasuk
        key={data.di}
        kedua={data.di === 'faktor' ? data.cara : null}
        ditolak={ditolak}
        onMasuk={() => void segarkanSesi()}
      />
    )
  if (data.di === 'tanpa_peran') return <TanpaPeran />
  return (
    <>
      {penuh ? <Outlet /> : <Kerangka />}
      <Penengah sesi={data.sesi} />
    </>
  )
}

function Menunggu() {
  const t = useTeks(teksUi)
  return (
    <Center h="100dvh">
      <Loader aria-label={t('memuat')} />
    </Center>
  )
}
