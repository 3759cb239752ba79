/** What the command line of the installation may do with officers: begin, list, end, and help the last one back in. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { type Problem, problem, problemText } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import { normalTelepon } from '#domain/pengguna/telepon.ts'
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
import { akhiriSesi } from './alat.ts'
import { buatOrang, type PetugasBaru, teleponDipakai, tulisTugas } from './buat.ts'
import { bacaIdentitas, nikDipakai } from './identitas.ts'
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
async function jalankan<T>(
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

export type Pendiri = {
  readonly nama: string
  readonly nik: string
  readonly nomorKk: string
  readonly telepon: string
}

export type TautanPendiri = {
  nama: string
  username: string
  tautan: string
  berlakuSampai: string
}

const bacaPendiri = (pendiri: Pendiri): Result<Pendiri, Problem> => {
  const identitas = bacaIdentitas(pendiri)
  if (!identitas.ok) return identitas
  const telepon = normalTelepon(pendiri.telepon)
  if (telepon === null) return err(problem('pengguna.telepon_salah'))
  return ok({ ...identitas.value, nama: pendiri.nama.trim(), telepon })
}

/** Whether somebody is administrator of this area or of one that holds it. */
async function adaAdministrator(tx: Kysely<DB>, wilayah: Wilayah, today: string): Promise<boolean> {
  const { lo, hi } = cakupanOf(wilayah)
  const found = await sql<{ wilayah: number }>`
    select t.wilayah from penugasan t join pengguna p on p.id = t.pengguna_id and p.nonaktif_pada is null
    where t.peran = 'administrator' and (t.sampai is null or t.sampai > ${today}::date)`.execute(tx)
  return found.rows.some(({ wilayah: w }) => cakupanOf(w).lo <= lo && cakupanOf(w).hi >= hi)
}

type Surat = { readonly nomor: string; readonly tanggal: string }

/**
 * The first two administrators of an area, where there is none: from then on administrators make
 * administrators, by two.
 */
export function dirikan(
  alat: Alat,
  wilayah: Wilayah,
  surat: Surat,
  pendiri: readonly Pendiri[],
): Promise<Result<TautanPendiri[], string>> {
  return jalankan(alat, 'pengguna.dirikan', async (tx, today) => {
    const region = await tx
      .selectFrom('wilayah')
      .select('nama')
      .where('kode', '=', wilayah)
      .executeTakeFirst()
    if (!region) return err(problem('isian.salah', { kolom: 'wilayah' }))
    if (await adaAdministrator(tx, wilayah, today))
      return err(problem('pengguna.sudah_ada_administrator'))
    const orang: PetugasBaru[] = []
    for (const satu of pendiri) {
      const read = bacaPendiri(satu)
      if (!read.ok) return read
      const tugas = {
        peran: 'administrator' as const,
        jenis: 'definitif' as const,
        wilayah,
        rt: null,
        keluarga: null,
        ruta: null,
        dari: today,
        sampai: null,
        suratNomor: surat.nomor,
        suratTanggal: surat.tanggal,
      }
      orang.push({ ...read.value, tempat: region.nama, tugas })
    }
    return tulisPendiri(tx, alat.ring, orang)
  })
}

async function tulisPendiri(tx: Kysely<DB>, ring: KeyRing, orang: readonly PetugasBaru[]) {
  if (new Set(orang.map(({ nik }) => nik)).size !== orang.length)
    return err(problem('pengguna.nik_dipakai'))
  if (
    (
      await nikDipakai(
        tx,
        ring,
        orang.map(({ nik }) => nik),
      )
    ).size > 0
  )
    return err(problem('pengguna.nik_dipakai'))
  if (
    (
      await teleponDipakai(
        tx,
        orang.map(({ telepon }) => telepon),
      )
    ).size > 0
  )
    return err(problem('pengguna.telepon_dipakai'))
  const ids = await buatOrang(tx, ring, orang, null)
  if (!ids.ok) return ids
  const oleh = { operasi: 'pengguna.dirikan', penggunaId: null }
  const pemilik = orang.map(({ tugas }, i) => ({ penggunaId: ids.value[i] ?? '', tugas }))
  await tulisTugas(tx, oleh, pemilik)
  const nilai: TautanPendiri[] = []
  for (const [i, { nama }] of orang.entries()) {
    const id = ids.value[i] ?? ''
    const { tautan, berakhirPada } = await makeInvitation(tx, id, null)
    nilai.push({ nama, username: await usernameOf(tx, id), tautan, berlakuSampai: berakhirPada })
  }
  return ok({ nilai, subjek: ids.value.map((id): Subjek => ({ jenis: 'pengguna', id })) })
}

async function usernameOf(tx: Kysely<DB>, id: string): Promise<string> {
  const found = await sql<{ username: string }>`
    select u.username from pengguna p join masuk."user" u on u.id = p.masuk_id where p.id = ${id}`.execute(
    tx,
  )
  return found.rows[0]?.username ?? ''
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
    await sql`update undangan set dibatalkan_pada = now()
      where pengguna_id = ${id} and dipakai_pada is null and dibatalkan_pada is null`.execute(tx)
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

/** Label of the command's refusals that are its own. */
export const perluDua: Label = {
  id: 'Sebut tepat dua orang: administrator dibuat berdua sejak yang pertama.',
  en: 'Name exactly two persons: administrators are two from the first.',
}
