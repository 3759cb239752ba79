/** All families of one decision of a simulation, page by page until the end (ties are a few hundred at most). */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { call } from '#web/api.ts'
import { inputSimulasi, type Keputusan, type PilihanSimulasi } from '#web/kuota/alamat.ts'
import type { OutputOf } from '#web/operasi.ts'

export type BarisKuota = OutputOf<'kuota.simulasi_baris'>['baris'][number]

export function useBarisSemua(
  id: string,
  pilihan: PilihanSimulasi,
  keputusan: Keputusan,
  wilayah: number | undefined,
): UseQueryResult<BarisKuota[]> {
  const input = {
    ...inputSimulasi(id, pilihan),
    keputusan,
    batas: 200,
    ...(wilayah === undefined ? {} : { wilayah }),
  }
  return useQuery({
    queryKey: ['kuota.simulasi_baris', 'semua', input],
    queryFn: async ({ signal }) => {
      const semua: BarisKuota[] = []
      let setelah: string | null = null
      do {
        const isi: OutputOf<'kuota.simulasi_baris'> = await call(
          'kuota.simulasi_baris',
          setelah === null ? input : { ...input, setelah },
          { signal },
        )
        semua.push(...isi.baris)
        setelah = isi.berikutnya
      } while (setelah !== null && semua.length < 10_000)
      return semua
    },
  })
}
