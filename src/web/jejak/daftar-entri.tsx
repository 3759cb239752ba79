/** Entries of the log as they load: skeleton, error, nothing, the table, and the way to older ones. */
import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Live } from '#ui/progress.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import type { KueriEntri } from '#web/jejak/entri.ts'
import { type KolomEntri, TabelEntri } from '#web/jejak/tabel-entri.tsx'
import { teksJejak } from '#web/jejak/teks.ts'

type Props = { kueri: KueriEntri; tanpa?: readonly KolomEntri[]; kosong: ReactNode }

export function DaftarEntri({ kueri, tanpa, kosong }: Props) {
  const t = useTeks(teksJejak)
  const f = useFormat()
  if (kueri.isPending) return <Loading baris={10} />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const entri = kueri.data.pages.flatMap((h) => h.entri)
  const tampil = t('tampil', { n: f.angka(entri.length) })
  return (
    <>
      <Live>{tampil}</Live>
      <TabelEntri entri={entri} tanpa={tanpa ?? []} kosong={kosong} />
      {entri.length > 0 ? (
        <Group justify="space-between" px="lg" py="sm">
          <Text size="sm" c="dimmed">
            {tampil}
          </Text>
          {kueri.hasNextPage ? (
            <Button
              variant="default"
              loading={kueri.isFetchingNextPage}
              onClick={() => void kueri.fetchNextPage()}
            >
              {t('lagi')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </>
  )
}
