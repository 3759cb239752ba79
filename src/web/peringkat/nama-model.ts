/** The names of ranking models in words, by their codes. */
import { useLabel } from '#ui/bahasa.ts'
import { useOp } from '#web/kueri.ts'

/** A code that is no longer among the models is shown as it is. */
export function useNamaModel(): (kode: string) => string {
  const label = useLabel()
  const kueri = useOp('peringkat.model', {}, { staleTime: 300_000 })
  return (kode) => {
    const model = kueri.data?.model.find((m) => m.kode === kode)
    return model ? label(model.label) : kode
  }
}
