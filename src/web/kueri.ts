/** Reads and writes of the contract as hooks: cached reads, and commands that carry one id per attempt. */
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import { useRef } from 'react'
import { ApiProblem, call, newCommandId } from '#web/api.ts'
import { ikuti, pekerjaanDari, usangkan } from '#web/kesegaran.ts'
import type { InputOf, OperationId, OutputOf } from '#web/operasi.ts'

const worthRetrying = (count: number, error: unknown): boolean =>
  count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: worthRetrying },
  },
})

type ReadOptions<O> = {
  enabled?: boolean
  /** Milliseconds, or false to stop; given the newest answer. */
  pantau?: (data: O | undefined) => number | false
  /** Keeps showing the answer before while the next loads (paging, filters). */
  simpanLama?: boolean
  staleTime?: number
}

/** One read, cached under its id and input. */
export function useOp<Id extends OperationId>(
  id: Id,
  input: InputOf<Id>,
  options: ReadOptions<OutputOf<Id>> = {},
): UseQueryResult<OutputOf<Id>> {
  const { enabled, pantau, simpanLama, staleTime } = options
  return useQuery<OutputOf<Id>>({
    queryKey: [id, input],
    queryFn: ({ signal }) => call(id, input, { signal }),
    ...(enabled === undefined ? {} : { enabled }),
    ...(pantau ? { refetchInterval: (q) => pantau(q.state.data) } : {}),
    ...(simpanLama ? { placeholderData: keepPreviousData } : {}),
    ...(staleTime === undefined ? {} : { staleTime }),
  })
}

/** Follows a job that was begun here, whichever page is open when it ends. */
export function ikutiPekerjaan(id: string | null): void {
  if (id !== null) void ikuti(queryClient, id, (satu) => call('pekerjaan.satu', { id: satu }, {}))
}

/**
 * One write. The same input sent again after a failure carries the same command id, so a lost
 * answer cannot make it happen twice. Afterwards all reads are stale, the given ones are fetched
 * anew, and a job that was begun is followed to its end.
 */
export function useCommand<Id extends OperationId>(
  id: Id,
  segarkan: readonly OperationId[] = [],
): UseMutationResult<OutputOf<Id>, Error, InputOf<Id>> {
  const sent = useRef<{ body: string; commandId: string } | null>(null)
  return useMutation<OutputOf<Id>, Error, InputOf<Id>>({
    mutationFn: (input) => {
      const body = JSON.stringify(input)
      if (sent.current?.body !== body) sent.current = { body, commandId: newCommandId() }
      return call(id, input, { commandId: sent.current.commandId })
    },
    onSuccess: async (jawaban) => {
      sent.current = null
      ikutiPekerjaan(pekerjaanDari(jawaban))
      await usangkan(queryClient, false)
      await Promise.all(segarkan.map((s) => queryClient.invalidateQueries({ queryKey: [s] })))
    },
  })
}
