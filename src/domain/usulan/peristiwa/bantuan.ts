/** Aid of a family when its card changes: it ends, or goes along with who holds the card; never twice. */
import type { Draf, Keluarga } from './registri.ts'
import { taruh } from './registri.ts'

/** Ends open aid on a day: the family has nobody left, or another one carries it. */
export function akhiriBantuan(d: Draf, keluargaId: string, tanggal: string): void {
  for (const p of d.penerimaan.values())
    if (p.keluarga_id === keluargaId && p.sampai === null)
      taruh(d, 'penerimaan', { ...p, sampai: p.dari < tanggal ? tanggal : p.dari })
}

/** Aid follows the holder of the card to another family, programme by programme, where that has none. */
export function bantuanIkut(
  d: Draf,
  dari: Keluarga,
  ke: Keluarga,
  tanggal: string,
  sumber: string,
): void {
  const terima = [...d.penerimaan.values()]
  const sudah = new Set(
    terima.filter((p) => p.keluarga_id === ke.id && p.sampai === null).map((p) => p.program),
  )
  const ikut = terima.filter(
    (p) => p.keluarga_id === dari.id && p.sampai === null && !sudah.has(p.program),
  )
  akhiriBantuan(d, dari.id, tanggal)
  for (const p of ikut)
    taruh(d, 'penerimaan', {
      ...p,
      kab: ke.kab,
      keluarga_id: ke.id,
      wilayah: ke.wilayah,
      rt: ke.rt,
      dari: tanggal,
      sampai: null,
      sumber,
    })
}
