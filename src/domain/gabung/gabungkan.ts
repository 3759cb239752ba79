/** A merge on the registry: what stands afterwards, row by row, or what stands against it. Pure. */
import { err, ok, type Result } from '#domain/result.ts'
import { gabungKeluarga, type PasanganOrang } from './keluarga.ts'
import type { MasalahGabung } from './masalah.ts'
import { gabungOrang, orangDraf, type Pilihan } from './orang.ts'
import { drafOf, type Rekaman, type Ubahan, ubahanOf } from './rekaman.ts'

export type Rujukan = { readonly kab: number; readonly id: string }

export type Gabungan = {
  readonly jenis: 'individu' | 'keluarga'
  /** The record that stays. */
  readonly ke: Rujukan
  /** The record that becomes part of it. */
  readonly dari: Rujukan
  /** Of families: members that are one person each. */
  readonly orang: readonly PasanganOrang[]
} & Pilihan

/**
 * @param r both records with their families, houses, and all rows that move; see `nasib`
 * @returns the rows that change, each with its image before
 * @throws where one of the two is not among the rows: that was looked up before
 */
export function gabungkan(r: Rekaman, g: Gabungan): Result<readonly Ubahan[], MasalahGabung> {
  const d = drafOf(r)
  const salah = g.jenis === 'individu' ? duaOrang(d, g) : duaKeluarga(d, g)
  return salah ? err(salah) : ok(ubahanOf(d))
}

function duaOrang(d: ReturnType<typeof drafOf>, g: Gabungan): MasalahGabung | null {
  const [ke, dari] = [orangDraf(d, g.ke.kab, g.ke.id), orangDraf(d, g.dari.kab, g.dari.id)]
  if (!ke || !dari) throw new Error('A person to be merged was not loaded')
  return gabungOrang(d, ke, dari, g)
}

function duaKeluarga(d: ReturnType<typeof drafOf>, g: Gabungan): MasalahGabung | null {
  const cari = (x: Rujukan) => d.keluarga.find(({ kini: k }) => k.kab === x.kab && k.id === x.id)
  const [ke, dari] = [cari(g.ke), cari(g.dari)]
  if (!ke || !dari) throw new Error('A family to be merged was not loaded')
  return gabungKeluarga(d, ke, dari, g.orang, g)
}
