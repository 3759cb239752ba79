/** The truth behind a household as one line of JSON: what the files hide or distort. */
import { tanggalIso } from './nomor.ts'
import type { Ruta } from './tipe.ts'

export type Kebenaran = {
  readonly id: string
  readonly desa: number
  readonly rt: number
  readonly theta: number
  readonly rastra: boolean
  readonly nomorKk: readonly string[]
  readonly derau: readonly string[]
  readonly anggota: readonly {
    readonly urut: number
    readonly nama: string
    readonly lahir: string
    readonly nik: string
    readonly derau: readonly string[]
  }[]
}

export function barisKebenaran(ruta: Ruta): string {
  const benar: Kebenaran = {
    id: ruta.id,
    desa: ruta.desa.kode,
    rt: ruta.rt,
    theta: Math.round(ruta.theta * 1e4) / 1e4,
    rastra: ruta.rastra,
    nomorKk: ruta.keluarga.map((k) => k.nomorKk),
    derau: ruta.derau,
    anggota: ruta.anggota.map((o) => ({
      urut: o.urut,
      nama: o.namaAsli,
      lahir: tanggalIso(o.tanggalAsli),
      nik: o.nikAsli,
      derau: o.derau,
    })),
  }
  return JSON.stringify(benar)
}
