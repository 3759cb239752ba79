/** Conflicts of interest: is a family the officer's own, of the same house, or of a declared relative? Compared by fingerprints. */
import { sql } from 'kysely'
import type { KeyRing } from '#server/kripto/segel.ts'
import { sebagai, type Tx } from './alat.ts'
import { sidikKk, sidikNik } from './identitas.ts'

/** A family by its key; it must lie in the area of the transaction. */
export type KunciKeluarga = { readonly kab: number; readonly id: string }

/**
 * `diri`: the officer is a member; `satu_kk`: the same family card; `serumah`: another family of that
 * house; `dinyatakan`: a member is a relative whom the officer declared.
 */
export type Kekerabatan = 'diri' | 'satu_kk' | 'serumah' | 'dinyatakan'

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

/** What is known of the officer, in fingerprints. */
type Sendiri = {
  readonly nik_sidik: string | null
  readonly nomor_kk_sidik: string | null
  readonly kerabat: readonly string[]
}

async function sendiri(tx: Tx, penggunaId: string): Promise<Sendiri | null> {
  const own = await sebagai(tx, penggunaId, async () => {
    const found = await sql<Sendiri>`
      select i.nik_sidik, i.nomor_kk_sidik,
        array(select k.nik_sidik from pengguna_kerabat k where k.pengguna_id = d.id and k.dicabut_pada is null) as kerabat
      from (select ${penggunaId}::uuid as id) d left join pengguna_identitas i on i.pengguna_id = d.id`.execute(
      tx,
    )
    return found.rows[0]
  })
  return own && (own.nik_sidik !== null || own.kerabat.length > 0) ? own : null
}

type Nomor = { readonly nomor_kk: string | null; readonly nik: readonly (string | null)[] }

/** How one family, by its numbers, is related to an officer. */
function satuKeluarga(
  ring: KeyRing,
  own: Sendiri,
  k: Nomor,
): Exclude<Kekerabatan, 'serumah'> | null {
  const nik = k.nik.flatMap((n) => (n === null ? [] : [sidikNik(ring, n)]))
  if (own.nik_sidik !== null && nik.includes(own.nik_sidik)) return 'diri'
  if (k.nomor_kk !== null && sidikKk(ring, k.nomor_kk) === own.nomor_kk_sidik) return 'satu_kk'
  return nik.some((n) => own.kerabat.includes(n)) ? 'dinyatakan' : null
}

/** How the families of one house are related to an officer: a relative makes a family kin, not its house. */
function kekerabatan(ring: KeyRing, own: Sendiri, rows: readonly Baris[]): Kekerabatan | null {
  const punya = rows.map((row) => ({
    ini: row.keluarga === row.asal,
    hubungan: satuKeluarga(ring, own, row),
  }))
  const ini = punya.find((row) => row.ini)?.hubungan ?? null
  if (ini === 'diri' || ini === 'satu_kk') return ini
  return punya.some((row) => row.hubungan === 'diri' || row.hubungan === 'satu_kk')
    ? 'serumah'
    : ini
}

/**
 * Which of these families are related to an officer, and how; empty when none is, or when neither the
 * officer's numbers nor any relative are known. Nothing of the numbers leaves this function.
 */
export async function kinAmong(
  tx: Tx,
  ring: KeyRing,
  penggunaId: string,
  keluarga: readonly KunciKeluarga[],
): Promise<ReadonlyMap<string, Kekerabatan>> {
  const own = await sendiri(tx, penggunaId)
  if (!own) return new Map()
  const { rows } = await serumahDengan(tx, keluarga)
  const kin = new Map<string, Kekerabatan>()
  for (const [asal, those] of Map.groupBy(rows, (r) => r.asal)) {
    const found = kekerabatan(ring, own, those)
    if (found) kin.set(asal, found)
  }
  return kin
}

/** The same of families that are proposed and in no registry yet: by the numbers that were typed. */
export async function kinTyped<T>(
  tx: Tx,
  ring: KeyRing,
  penggunaId: string,
  rows: readonly T[],
  nomorOf: (row: T) => Nomor,
): Promise<readonly T[]> {
  if (rows.length === 0) return []
  const own = await sendiri(tx, penggunaId)
  return own ? rows.filter((row) => satuKeluarga(ring, own, nomorOf(row)) !== null) : []
}
