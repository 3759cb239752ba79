/** Wears another of one's roles: the app opens anew, in the new area. */
import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { call } from '#web/api.ts'
import type { InputOf } from '#web/operasi.ts'
import { bukaBaru } from '#web/pengguna/sesi.ts'

export const usePakaiPeran = (): UseMutationResult<unknown, Error, InputOf<'sesi.pakaiPeran'>> =>
  useMutation({
    mutationFn: (input: InputOf<'sesi.pakaiPeran'>) => call('sesi.pakaiPeran', input),
    onSuccess: bukaBaru,
  })
