/** Previews and takes a step on what was chosen; the same attempt sent again carries the same command id. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiProblem, call, newCommandId } from '#web/api.ts'
import { usangkan } from '#web/kesegaran.ts'
import { queryClient } from '#web/kueri.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import type { AksiTombol } from '#web/usulan/langkah.ts'

export type PilihanLangkah = InputOf<'usulan.pratinjau'>['pilihan']
export type HasilLangkah = OutputOf<'usulan.pratinjau'>

/** After a step whatever is on the screen is asked for anew. */
export const segarkanUsulan = (): Promise<void> => usangkan(queryClient, true)

/** What the step would do; asked once when the preview opens, never from an older answer. */
export const usePratinjau = (aksi: AksiTombol, pilihan: PilihanLangkah) =>
  useQuery<HasilLangkah>({
    queryKey: ['usulan.pratinjau', aksi, pilihan],
    queryFn: ({ signal }) => call('usulan.pratinjau', { aksi, pilihan }, { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })

export function useLangkah(aksi: AksiTombol) {
  const sent = useRef<{ body: string; commandId: string } | null>(null)
  return useMutation<HasilLangkah, Error, { pilihan: PilihanLangkah; alasan?: string }>({
    mutationFn: (input) => {
      const body = JSON.stringify(input)
      if (sent.current?.body !== body) sent.current = { body, commandId: newCommandId() }
      return call(`usulan.${aksi}`, input, { commandId: sent.current.commandId })
    },
    onSuccess: async () => {
      sent.current = null
      // What is on the screen waits until the result has been read.
      await usangkan(queryClient, false)
    },
    onError: (error) => {
      // Something came in between: the numbers on the page are old.
      if (error instanceof ApiProblem && error.code === 'usulan.jumlah_berubah') {
        sent.current = null
        void queryClient.invalidateQueries({ queryKey: ['usulan.rekap'] })
      }
    },
  })
}

/** The receiver opens these: tells the server once, so that they are no longer taken back silently. */
export function useBuka(usulan: readonly { kab: number; id: string }[]): void {
  const sudah = useRef(false)
  useEffect(() => {
    if (sudah.current || usulan.length === 0) return
    sudah.current = true
    const dibuka = usulan.map(({ kab, id }) => ({ kab, id }))
    // A failure changes nothing that is seen here; the next visit tells it again.
    call('usulan.buka', { usulan: dibuka }).then(
      () => queryClient.invalidateQueries({ queryKey: ['usulan.daftar'] }),
      () => {
        sudah.current = false
      },
    )
  }, [usulan])
}
