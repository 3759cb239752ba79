/** Shows a read in its three states, so that no page forgets one. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorState, Loading } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'

type Props<T> = {
  kueri: UseQueryResult<T>
  memuat?: ReactNode
  /** The read is the whole page. */
  halaman?: boolean
  children: (data: T) => ReactNode
}

export function Tampil<T>({ kueri, memuat, halaman, children }: Props<T>) {
  if (kueri.data !== undefined) return <>{children(kueri.data)}</>
  if (kueri.isError)
    return (
      <ErrorState
        error={shownOf(kueri.error)}
        ulang={() => void kueri.refetch()}
        halaman={halaman}
      />
    )
  return <>{memuat ?? <Loading />}</>
}
