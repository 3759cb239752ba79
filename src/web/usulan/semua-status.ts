/** "All of this state": possible where the filters mean one state of one track, and nothing narrower. */
import type { Jalur } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import { useOp } from '#web/kueri.ts'
import type { SaringanUsulan } from '#web/usulan/alamat.ts'

export type SemuaStatus = {
  readonly jalur: Jalur
  readonly status: Keadaan
  readonly wilayah?: number
  readonly jumlah: number
}

/** @param banyak whether more than one page is there, so that it is worth asking */
export function useSemuaStatus(s: SaringanUsulan, q: string, banyak: boolean): SemuaStatus | null {
  const { status, wilayah } = s
  const sempit =
    s.meja === 'kirim' || s.rt !== undefined || s.periode || s.ditahan || s.jenis || q !== ''
  const bisa = status !== undefined && !sempit && banyak
  const kueri = useOp('usulan.rekap', wilayah === undefined ? {} : { wilayah }, { enabled: bisa })
  if (!bisa || !kueri.data) return null
  const cocok = kueri.data.rekap.filter(
    (r) => r.status === status && (s.jalur === undefined || r.jalur === s.jalur),
  )
  const [satu] = cocok
  if (!satu || cocok.length > 1) return null
  return {
    jalur: satu.jalur,
    status,
    ...(wilayah === undefined ? {} : { wilayah }),
    jumlah: satu.jumlah,
  }
}
