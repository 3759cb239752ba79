/** Makes officers with their first assignments: any number of them in the same few statements. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { namaBebas, namaMasuk } from '#domain/pengguna/nama-masuk.ts'
import type { Surat, Tugas } from '#domain/pengguna/tugas.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { makeInvitation } from '../undangan.ts'
import { idBaru, type Tx } from './alat.ts'
import { type Identitas, simpanIdentitas } from './identitas.ts'
import { catat } from './riwayat.ts'
import { simpanTautan } from './tautan.ts'

/** An assignment that was decided on, with the households of its families. */
export type TugasSiap = Omit<Tugas, 'penggunaId'> &
  Surat & { readonly ruta: readonly string[] | null }

export type PetugasBaru = Identitas & {
  readonly nama: string
  readonly telepon: string
  /** Name of the area, for the name to sign in with. */
  readonly tempat: string
  readonly tugas: TugasSiap
}

export type Oleh = {
  readonly operasi: string
  /** Null when the command line of the installation does it. */
  readonly penggunaId: string | null
  readonly imporId?: string
}

/** Which phone numbers belong to an account already. */
export async function teleponDipakai(tx: Tx, telepon: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ telepon: string }>`
    select telepon from masuk."user" where telepon = any (${telepon}::text[])`.execute(tx)
  return new Set(found.rows.map((row) => row.telepon))
}

/** Free names to sign in with, one for each. */
async function namaMasukBagi(tx: Tx, baru: readonly PetugasBaru[]): Promise<string[]> {
  const dasar = baru.map((satu) => namaMasuk(satu.nama, satu.tempat))
  const found = await sql<{ username: string }>`
    select username from masuk."user" where regexp_replace(username, '[0-9]+$', '') = any (${dasar}::text[])`.execute(
    tx,
  )
  const dipakai = new Set(found.rows.map((row) => row.username))
  return dasar.map((satu) => namaBebas(satu, dipakai))
}

/** Accounts without a password, and the officers they belong to. @returns ids, or null when one was taken */
async function buatAkun(tx: Tx, baru: readonly PetugasBaru[]): Promise<string[] | null> {
  const nama = await namaMasukBagi(tx, baru)
  const ids = await idBaru(tx, baru.length)
  const rows = baru.map((satu, i) => ({
    id: ids[i],
    nama: satu.nama,
    username: nama[i],
    telepon: satu.telepon,
  }))
  const made = await sql<{ masuk_id: string | null }>`
    with asal as (
      select r.id, r.nama, akun_buat(r.nama, r.username, r.telepon) as masuk_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, nama text, username text, telepon text)
    ) insert into pengguna (id, masuk_id, nama) select id, masuk_id, nama from asal returning masuk_id`.execute(
    tx,
  )
  return made.rows.every((row) => row.masuk_id !== null) ? ids : null
}

export type Pemilik = { readonly penggunaId: string; readonly tugas: TugasSiap }

/** Writes assignments that were decided on, with their history. @returns their ids */
export async function tulisTugas(
  tx: Tx,
  oleh: Oleh & { readonly disetujuiOleh?: string },
  daftar: readonly Pemilik[],
): Promise<string[]> {
  const ids = await idBaru(tx, daftar.length)
  const rows = daftar.map(({ penggunaId, tugas }, i) => ({
    id: ids[i],
    pengguna_id: penggunaId,
    ...tugasKolom(tugas),
  }))
  await sql`insert into penugasan (id, pengguna_id, peran, jenis, wilayah, rt, keluarga, ruta, dari, sampai, surat_nomor, surat_tanggal, diberikan_oleh, disetujui_oleh)
    select r.id, r.pengguna_id, r.peran, r.jenis, r.wilayah, r.rt, r.keluarga, r.ruta, r.dari, r.sampai, r.surat_nomor, r.surat_tanggal,
      ${oleh.penggunaId}::uuid, ${oleh.disetujuiOleh ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, pengguna_id uuid, peran text, jenis text, wilayah bigint, rt smallint[],
      keluarga uuid[], ruta uuid[], dari date, sampai date, surat_nomor text, surat_tanggal date)`.execute(
    tx,
  )
  await catat(
    tx,
    oleh.operasi,
    oleh.disetujuiOleh ?? oleh.penggunaId,
    daftar.map(({ penggunaId, tugas }, i) => ({
      penggunaId,
      penugasanId: ids[i] ?? null,
      wilayah: tugas.wilayah,
      sesudah: tugasCatatan(tugas),
    })),
  )
  return ids
}

const tugasKolom = (t: TugasSiap) => ({
  peran: t.peran,
  jenis: t.jenis,
  wilayah: t.wilayah,
  rt: t.rt,
  keluarga: t.keluarga,
  ruta: t.ruta,
  dari: t.dari,
  sampai: t.sampai,
  surat_nomor: t.suratNomor,
  surat_tanggal: t.suratTanggal,
})

/** An assignment as history and log keep it: families are counted, not named. */
export const tugasCatatan = (t: Omit<TugasSiap, 'ruta'>) => ({
  peran: t.peran,
  jenis: t.jenis,
  wilayah: t.wilayah,
  rt: t.rt,
  jumlahKeluarga: t.keluarga?.length ?? null,
  dari: t.dari,
  sampai: t.sampai,
  suratNomor: t.suratNomor,
  suratTanggal: t.suratTanggal,
})

/** New officers without assignments: account, person, sealed numbers. */
export async function buatOrang(
  tx: Tx,
  ring: KeyRing,
  baru: readonly PetugasBaru[],
  olehId: string | null,
): Promise<Result<string[], Problem>> {
  const ids = await buatAkun(tx, baru)
  if (!ids) return err(problem('pengguna.telepon_dipakai'))
  const identitas = baru.map(({ nik, nomorKk }, i) => ({
    penggunaId: ids[i] ?? '',
    nik,
    nomorKk,
  }))
  if (!(await simpanIdentitas(tx, ring, identitas, olehId)))
    return err(problem('pengguna.nik_dipakai'))
  return ok(ids)
}

export type Dibuat = {
  readonly penggunaId: string
  readonly penugasanId: string
  readonly berlakuSampai: string
}

/** New officers with an assignment each and a link to come in by. */
export async function buatPetugas(
  tx: Tx,
  ring: KeyRing,
  oleh: Oleh & { readonly penggunaId: string },
  baru: readonly PetugasBaru[],
): Promise<Result<Dibuat[], Problem>> {
  const ids = await buatOrang(tx, ring, baru, oleh.penggunaId)
  if (!ids.ok) return ids
  const pemilik = baru.map(({ tugas }, i) => ({ penggunaId: ids.value[i] ?? '', tugas }))
  const penugasan = await tulisTugas(tx, oleh, pemilik)
  // The statements go out together: the connection does not wait for one before it sends the next.
  const tautan = await Promise.all(
    ids.value.map(async (penggunaId) => ({
      penggunaId,
      tautan: await makeInvitation(tx, penggunaId, oleh.penggunaId),
    })),
  )
  await simpanTautan(tx, ring, 'undangan', tautan, oleh.penggunaId, oleh.imporId ?? null)
  return ok(
    ids.value.map((penggunaId, i) => ({
      penggunaId,
      penugasanId: penugasan[i] ?? '',
      berlakuSampai: tautan[i]?.tautan.berakhirPada ?? '',
    })),
  )
}
