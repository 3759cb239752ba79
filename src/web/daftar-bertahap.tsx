/** A list that is loaded page by page: skeleton, error, its rows, how many are shown, and the way to more. */
import { Button, Group, Text } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Live } from '#ui/progress.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'

type Props<Halaman, Baris> = {
  kueri: UseInfiniteQueryResult<InfiniteData<Halaman>>
  barisDari: (halaman: Halaman) => readonly Baris[]
  /** The sentence that says how many are shown. */
  tampil: (n: number) => string
  /** Label of the button for more, where "show more" does not fit. */
  lagi?: string
  children: (baris: readonly Baris[]) => ReactNode
}

export function DaftarBertahap<Halaman, Baris>(props: Props<Halaman, Baris>) {
  const { kueri, barisDari, tampil, lagi, children } = props
  const t = useTeks(teksUi)
  if (kueri.isPending) return <Loading baris={10} />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const baris = kueri.data.pages.flatMap(barisDari)
  const kalimat = tampil(baris.length)
  return (
    <>
      <Live>{kalimat}</Live>
      {children(baris)}
      {baris.length > 0 ? (
        <Group justify="space-between" px="lg" py="sm">
          <Text size="sm" c="dimmed">
            {kalimat}
          </Text>
          {kueri.hasNextPage ? (
            <Button
              variant="default"
              loading={kueri.isFetchingNextPage}
              onClick={() => void kueri.fetchNextPage()}
            >
              {lagi ?? t('muatLagi')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </>
  )
}
