/** Which ranking explains a family: the one asked for, else the newest finished one that holds its area. */
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { memuat } from '#web/wilayah/nama.ts'

export type Ronde = OutputOf<'peringkat.daftar'>['ronde'][number]

export function useRonde(desa: number, diminta: string | undefined) {
  const kueri = useOp('peringkat.daftar', {}, { staleTime: 30_000 })
  const ronde = (kueri.data?.ronde ?? [])
    .filter((r) => r.status === 'selesai' && memuat(r.wilayah, desa))
    .sort((a, b) => (b.dibekukanPada ?? '').localeCompare(a.dibekukanPada ?? ''))
  return { kueri, ronde, terpilih: ronde.find((r) => r.id === diminta) ?? ronde[0] ?? null }
}

type Tingkat = 'desa' | 'kecamatan' | 'kabkota' | 'provinsi' | 'nasional'
const tingkat: readonly Tingkat[] = ['desa', 'kecamatan', 'kabkota', 'provinsi', 'nasional']

/** The quota whose line the family is measured against: the lowest area that holds it. */
export function useGaris(desa: number): { kuota: number; tingkat: Tingkat } | null {
  const kueri = useOp('kuota.daftar', {}, { staleTime: 60_000 })
  const nama: readonly string[] = tingkat
  const urutan = (t: string) => nama.indexOf(t)
  const cocok = (kueri.data?.kuota ?? [])
    .filter((k) => memuat(k.wilayah, desa))
    .sort((a, b) => urutan(a.tingkat) - urutan(b.tingkat))[0]
  const di = tingkat.find((t) => t === cocok?.tingkat)
  return cocok && di ? { kuota: cocok.jumlah, tingkat: di } : null
}
