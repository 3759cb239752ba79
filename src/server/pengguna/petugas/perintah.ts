/** What the command line of the installation may do with officers: list, end, and help the last one back in. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { type Problem, problem, problemText } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import { readClock } from '#server/clock.ts'
import { kyselyOf, type Pools } from '#server/db/pools.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { writeLog } from '#server/http/audit.ts'
import type { Pengguna, Subjek } from '#server/http/context.ts'
import { inScope } from '#server/http/transaction.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { makeInvitation, startReset } from '../undangan.ts'
import { akhiriSesi, batalkanTautan } from './alat.ts'
import { catat } from './riwayat.ts'

export type Alat = { readonly pools: Pools; readonly ring: KeyRing }

/** The machine's administrator, as the log names who acted. */
const barisPerintah: Pengguna = {
  id: '',
  nama: 'Baris perintah',
  penugasan: '',
  peran: 'administrator',
  jenis: 'definitif',
  wilayah: 0,
  rt: null,
  keluarga: null,
  ruta: null,
  sesi: 'baris perintah',
  faktor: 'baris perintah',
  dikukuhkanPada: null,
  demo: false,
}

export const kalimat = (p: Problem): string => {
  const { title, remedy } = problemText(p)
  return `${title.id} ${remedy.id}`
}

/** Runs work in one transaction over the whole nation, with one row in the log. */
export async function jalankan<T>(
  { pools }: Alat,
  operasi: string,
  work: (tx: Kysely<DB>, today: string) => Promise<Result<{ nilai: T; subjek: Subjek[] }, Problem>>,
): Promise<Result<T, string>> {
  const { clock } = await readClock(pools.migrator)
  const { today } = clock()
  const done = await inScope(
    kyselyOf(pools.app),
    cakupanOf(0),
    async (tx) => {
      const result = await work(tx, today)
      if (!result.ok) return result
      const { nilai, subjek } = result.value
      await writeLog(tx, {
        pengguna: barisPerintah,
        operasi,
        perintahId: null,
        subjek,
        perubahan: { sebelum: null, sesudah: { lewat: 'baris perintah' } },
      })
      return ok(nilai)
    },
    (result) => result.ok,
  )
  return done.ok ? done : err(kalimat(done.error))
}

async function byUsername(tx: Kysely<DB>, username: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select p.id from pengguna p join masuk."user" u on u.id = p.masuk_id
    where u.username = ${username.toLowerCase()} and p.nonaktif_pada is null for update of p`.execute(
    tx,
  )
  return found.rows[0]?.id ?? null
}

/** Ends an account at once: role, links and sessions. */
export function akhiriLewatPerintah(
  alat: Alat,
  username: string,
  alasan: string,
): Promise<Result<{ username: string }, string>> {
  return jalankan(alat, 'pengguna.akhiri_akun', async (tx, today) => {
    const id = await byUsername(tx, username)
    if (!id) return err(problem('tidak.ada'))
    const ended = await sql<{ wilayah: number }>`
      update penugasan set sampai = greatest(dari, ${today}::date), versi = versi + 1
      where pengguna_id = ${id} and (sampai is null or sampai > ${today}::date) returning wilayah`.execute(
      tx,
    )
    await batalkanTautan(tx, id)
    await sql`update pengguna set nonaktif_pada = clock_timestamp() where id = ${id}`.execute(tx)
    await akhiriSesi(tx, [id])
    const wilayah = ended.rows[0]?.wilayah ?? 0
    await catat(tx, 'pengguna.akhiri_akun', null, [{ penggunaId: id, wilayah, alasan }])
    return ok({ nilai: { username }, subjek: [{ jenis: 'pengguna', id, wilayah }] })
  })
}

/** A link by which a person sets new secrets: for the administrators of the nation, whom nobody stands above. */
export function pulihkanLewatPerintah(
  alat: Alat,
  username: string,
  alasan: string,
): Promise<Result<{ username: string; tautan: string; berlakuSampai: string }, string>> {
  return jalankan(alat, 'pengguna.mulai_reset', async (tx) => {
    const id = await byUsername(tx, username)
    if (!id) return err(problem('tidak.ada'))
    const baru = await sql<{ baru: boolean }>`
      select u.sandi_pada is null as baru from pengguna p join masuk."user" u on u.id = p.masuk_id where p.id = ${id}`.execute(
      tx,
    )
    const link = baru.rows[0]?.baru
      ? await makeInvitation(tx, id, null)
      : await startReset(tx, id, null)
    await catat(tx, 'pengguna.mulai_reset', null, [{ penggunaId: id, wilayah: 0, alasan }])
    const nilai = { username, tautan: link.tautan, berlakuSampai: link.berakhirPada }
    return ok({ nilai, subjek: [{ jenis: 'pengguna', id }] })
  })
}

export type BarisPetugas = {
  readonly username: string | null
  readonly nama: string
  readonly peran: string
  readonly jenis: string
  readonly wilayah: number
  readonly namaWilayah: string
  readonly dari: string
  readonly sampai: string | null
  readonly nonaktif: boolean
}

/** Officers with the assignments that have not ended, of an area. */
export function daftarLewatPerintah(
  alat: Alat,
  wilayah: Wilayah,
): Promise<Result<BarisPetugas[], string>> {
  return jalankan(alat, 'pengguna.daftar', async (tx, today) => {
    const { lo, hi } = cakupanOf(wilayah)
    const found = await sql<BarisPetugas>`
      select u.username, p.nama, t.peran, t.jenis, t.wilayah, w.nama as "namaWilayah", t.dari, t.sampai, p.nonaktif_pada is not null as nonaktif
      from penugasan t join pengguna p on p.id = t.pengguna_id left join masuk."user" u on u.id = p.masuk_id join wilayah w on w.kode = t.wilayah
      where t.wilayah >= ${lo} and t.wilayah < ${hi} and (t.sampai is null or t.sampai > ${today}::date)
      order by t.wilayah, t.peran, p.nama, t.id`.execute(tx)
    return ok({ nilai: found.rows, subjek: [] })
  })
}
