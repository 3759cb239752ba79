/** The first two administrators of an area, made by the command line where there is none. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import { normalTelepon } from '#domain/pengguna/telepon.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Subjek } from '#server/http/context.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { makeInvitation } from '../undangan.ts'
import { buatOrang, type PetugasBaru, teleponDipakai, tulisTugas } from './buat.ts'
import { bacaIdentitas, nikDipakai } from './identitas.ts'
import { type Alat, jalankan } from './perintah.ts'

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

/** What is told when not two persons are named. */
export const perluDua: Label = {
  id: 'Sebut tepat dua orang: administrator dibuat berdua sejak yang pertama.',
  en: 'Name exactly two persons: administrators are two from the first.',
}
