/** Conflicts of interest: is a family the officer's own, or of the same house? Compared by fingerprints. */
import { sql } from 'kysely'
import type { KeyRing } from '#server/kripto/segel.ts'
import { sebagai, type Tx } from './alat.ts'
import { sidikKk, sidikNik } from './identitas.ts'

/** A family by its key; it must lie in the area of the transaction. */
export type KunciKeluarga = { readonly kab: number; readonly id: string }

/** `diri`: the officer is a member; `satu_kk`: the same family card; `serumah`: another family of that house. */
export type Kekerabatan = 'diri' | 'satu_kk' | 'serumah'

type Baris = { keluarga: string; asal: string; nomor_kk: string | null; nik: (string | null)[] }

/** The families of the houses of those asked about, with the numbers that may be the officer's. */
const serumahDengan = (tx: Tx, keluarga: readonly KunciKeluarga[]) =>
  sql<Baris>`
  select k.id as keluarga, a.id as asal, k.nomor_kk,
    array(select i.nik from individu i where i.kab = k.kab and i.keluarga_id = k.id and i.nik is not null) as nik
  from unnest(${keluarga.map((k) => k.kab)}::smallint[], ${keluarga.map((k) => k.id)}::uuid[]) as d(kab, id)
  join keluarga a on a.kab = d.kab and a.id = d.id join keluarga k on k.kab = a.kab and k.ruta_id = a.ruta_id`.execute(
    tx,
  )

type Sendiri = { nik_sidik: string; nomor_kk_sidik: string }

/** How the families of one house are related to an officer. */
function kekerabatan(ring: KeyRing, own: Sendiri, rows: readonly Baris[]): Kekerabatan | null {
  const punya = rows.map((row) => ({
    ini: row.keluarga === row.asal,
    diri: row.nik.some((nik) => nik !== null && sidikNik(ring, nik) === own.nik_sidik),
    kk: row.nomor_kk !== null && sidikKk(ring, row.nomor_kk) === own.nomor_kk_sidik,
  }))
  const ini = punya.find((row) => row.ini)
  if (ini?.diri) return 'diri'
  if (ini?.kk) return 'satu_kk'
  return punya.some((row) => row.diri || row.kk) ? 'serumah' : null
}

/**
 * Which of these families are related to an officer, and how; empty when none is, or when the
 * officer's numbers are unknown. Nothing of the numbers leaves this function.
 */
export async function kinAmong(
  tx: Tx,
  ring: KeyRing,
  penggunaId: string,
  keluarga: readonly KunciKeluarga[],
): Promise<ReadonlyMap<string, Kekerabatan>> {
  const own = await sebagai(tx, penggunaId, async () => {
    const found = await sql<Sendiri>`
      select nik_sidik, nomor_kk_sidik from pengguna_identitas where pengguna_id = ${penggunaId}`.execute(
      tx,
    )
    return found.rows[0]
  })
  if (!own) return new Map()
  const { rows } = await serumahDengan(tx, keluarga)
  const kin = new Map<string, Kekerabatan>()
  for (const [asal, those] of Map.groupBy(rows, (r) => r.asal)) {
    const found = kekerabatan(ring, own, those)
    if (found) kin.set(asal, found)
  }
  return kin
}
