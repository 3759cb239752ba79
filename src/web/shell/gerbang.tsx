/** Shows the app to those signed in, the sign-in page to others; an ended session keeps the page beneath. */
import { Center, Loader, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { ErrorState } from '#ui/state.tsx'
import { teksUi } from '#ui/teks.ts'
import { ApiProblem, shownOf } from '#web/api.ts'
import { FormMasuk } from '#web/pengguna/form-masuk.tsx'
import { kunciSesi, useSesiKueri } from '#web/pengguna/sesi.ts'
import { teksPengguna } from '#web/pengguna/teks.ts'
import { Kerangka } from '#web/shell/kerangka.tsx'

const HalamanMasuk = lazy(() =>
  import('#web/pengguna/masuk.tsx').then((m) => ({ default: m.HalamanMasuk })),
)

export function Gerbang() {
  const t = useTeks(teksUi)
  const client = useQueryClient()
  const sesi = useSesiKueri()
  const berakhir = useSesiBerakhir()
  const masuk = () => void client.invalidateQueries({ queryKey: kunciSesi })
  if (sesi.isPending)
    return (
      <Center h="100dvh">
        <Loader aria-label={t('memuat')} />
      </Center>
    )
  if (sesi.isError)
    return <ErrorState error={shownOf(sesi.error)} ulang={() => void sesi.refetch()} halaman />
  if (sesi.data === null)
    return (
      <Suspense>
        <HalamanMasuk onMasuk={masuk} />
      </Suspense>
    )
  return (
    <>
      <Kerangka />
      <MasukLagi buka={berakhir.ya} onMasuk={berakhir.selesai} />
    </>
  )
}

/** True once any call was refused because nobody is signed in any more. */
function useSesiBerakhir() {
  const client = useQueryClient()
  const [ya, setYa] = useState(false)
  useEffect(() => {
    const lihat = (error: unknown) => {
      if (error instanceof ApiProblem && error.status === 401) setYa(true)
    }
    const a = client.getQueryCache().subscribe((e) => lihat(e.query.state.error))
    const b = client.getMutationCache().subscribe((e) => lihat(e.mutation?.state.error))
    return () => {
      a()
      b()
    }
  }, [client])
  const selesai = () => {
    setYa(false)
    void client.resetQueries({ predicate: (q) => q.state.status === 'error' })
  }
  return { ya, selesai }
}

function MasukLagi({ buka, onMasuk }: { buka: boolean; onMasuk: () => void }) {
  const t = useTeks(teksPengguna)
  return (
    <Modal
      opened={buka}
      onClose={() => undefined}
      withCloseButton={false}
      title={t('sesiBerakhir')}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('sesiBerakhirIsi')}
      </Text>
      <FormMasuk onMasuk={onMasuk} />
    </Modal>
  )
}
