/** An officer's own NIK and family-card number: sealed, never read back but by that officer. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { maskNik, parseNik } from '#domain/individu/nik.ts'
import { parseNomorKk } from '#domain/individu/nomor-kk.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { sebagai, type Tx } from './alat.ts'

export type Identitas = { readonly nik: string; readonly nomorKk: string }

const table = 'pengguna_identitas'
const tempat = (column: string, row: string) => ({ table, column, row })

/** Keyed fingerprints by which equal numbers are found. */
export const sidikNik = (ring: KeyRing, nik: string): string => ring.fingerprint('nik', nik)
export const sidikKk = (ring: KeyRing, nomor: string): string => ring.fingerprint('nomor_kk', nomor)

/** Both numbers as typed, read and checked. */
export function bacaIdentitas(asked: Identitas): Result<Identitas, Problem> {
  const nik = parseNik(asked.nik)
  if (!nik.ok) return err(problem('pengguna.nik_salah'))
  const kk = parseNomorKk(asked.nomorKk)
  if (!kk.ok) return err(problem('pengguna.nomor_kk_salah'))
  return ok({ nik: nik.value.nik, nomorKk: kk.value.nomor })
}

/** Which of these NIK an officer has already, anywhere: one bit each. */
export async function nikDipakai(
  tx: Tx,
  ring: KeyRing,
  nik: readonly string[],
): Promise<ReadonlySet<string>> {
  const bySidik = new Map(nik.map((satu) => [sidikNik(ring, satu), satu]))
  const found = await sql<{ sidik: string }>`
    select nik_petugas_dipakai(${[...bySidik.keys()]}::text[]) as sidik`.execute(tx)
  return new Set(found.rows.map(({ sidik }) => bySidik.get(sidik) ?? ''))
}

export type Baru = Identitas & { readonly penggunaId: string }

/** The row of a person's numbers, sealed for them. */
const tersegel = (ring: KeyRing, { penggunaId, nik, nomorKk }: Baru) => ({
  pengguna_id: penggunaId,
  nik_segel: ring.sealFor(tempat('nik_segel', penggunaId), nik),
  nik_sidik: sidikNik(ring, nik),
  nomor_kk_segel: ring.sealFor(tempat('nomor_kk_segel', penggunaId), nomorKk),
  nomor_kk_sidik: sidikKk(ring, nomorKk),
  kunci_versi: ring.version,
})

/** Keeps the numbers of new officers. @returns false when one of the NIK was taken in the meantime */
export async function simpanIdentitas(
  tx: Tx,
  ring: KeyRing,
  baru: readonly Baru[],
  olehId: string | null,
): Promise<boolean> {
  const rows = baru.map((satu) => tersegel(ring, satu))
  const made = await sql`
    insert into pengguna_identitas (pengguna_id, nik_segel, nik_sidik, nomor_kk_segel, nomor_kk_sidik, kunci_versi, diisi_oleh)
    select r.pengguna_id, r.nik_segel, r.nik_sidik, r.nomor_kk_segel, r.nomor_kk_sidik, r.kunci_versi, ${olehId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (pengguna_id uuid, nik_segel text, nik_sidik text, nomor_kk_segel text, nomor_kk_sidik text, kunci_versi text)
    on conflict do nothing`.execute(tx)
  return made.numAffectedRows === BigInt(baru.length)
}

/** Puts other numbers in place of those there are, without opening them. @returns false when the NIK is another officer's */
export async function gantiIdentitas(
  tx: Tx,
  ring: KeyRing,
  baru: Baru,
  olehId: string | null,
): Promise<boolean> {
  const r = tersegel(ring, baru)
  return sebagai(tx, baru.penggunaId, async () => {
    const own = await sql<{ nik_sidik: string }>`
      select nik_sidik from pengguna_identitas where pengguna_id = ${baru.penggunaId} for update`.execute(
      tx,
    )
    const lama = own.rows[0]?.nik_sidik
    if (lama !== r.nik_sidik && (await nikDipakai(tx, ring, [baru.nik])).size > 0) return false
    if (lama === undefined) return simpanIdentitas(tx, ring, [baru], olehId)
    await sql`
      update pengguna_identitas set nik_segel = ${r.nik_segel}, nik_sidik = ${r.nik_sidik}, nomor_kk_segel = ${r.nomor_kk_segel},
        nomor_kk_sidik = ${r.nomor_kk_sidik}, kunci_versi = ${r.kunci_versi}, diisi_oleh = ${olehId}, diisi_pada = clock_timestamp()
      where pengguna_id = ${baru.penggunaId}`.execute(tx)
    return true
  })
}

/** One's own numbers, masked: for the page of one's own account and nowhere else. */
export async function identitasSaya(
  tx: Tx,
  ring: KeyRing,
  penggunaId: string,
): Promise<{ nik: string | null; nomorKk: string | null }> {
  const row = await sebagai(tx, penggunaId, async () => {
    const found = await sql<{ nik_segel: string; nomor_kk_segel: string }>`
      select nik_segel, nomor_kk_segel from pengguna_identitas where pengguna_id = ${penggunaId}`.execute(
      tx,
    )
    return found.rows[0]
  })
  if (!row) return { nik: null, nomorKk: null }
  const open = (column: 'nik_segel' | 'nomor_kk_segel') =>
    maskNik(ring.openFor(tempat(column, penggunaId), row[column]))
  return { nik: open('nik_segel'), nomorKk: open('nomor_kk_segel') }
}
