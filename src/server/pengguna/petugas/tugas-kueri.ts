/** Reads of officers and their assignments; the database shows those of the reader's area alone. */
import { sql } from 'kysely'
import { peran as daftarPeran } from '#contract/peran.ts'
import { putuskanAkhir } from '#domain/pengguna/beri.ts'
import {
  berlakuPada,
  hariSebelum,
  type Pelaku,
  type Surat,
  type Tugas,
} from '#domain/pengguna/tugas.ts'
import type { RegionBrief } from '#server/wilayah/queries.ts'
import type { Tx } from './alat.ts'

export type TugasRow = Tugas &
  Surat & {
    readonly id: string
    readonly versi: number
    readonly tempat: RegionBrief
    readonly disetujuiOleh: string | null
  }

const kolom = sql`t.id, t.pengguna_id as "penggunaId", t.peran, t.jenis, t.wilayah, t.rt, t.keluarga, t.dari, t.sampai,
  t.surat_nomor as "suratNomor", t.surat_tanggal as "suratTanggal", t.versi, t.disetujui_oleh as "disetujuiOleh",
  jsonb_build_object('kode', w.kode, 'nama', w.nama, 'tingkat', w.tingkat, 'jenis', w.jenis) as tempat`

/** Assignments of these officers that the reader's area holds, newest first. */
export async function tugasOf(tx: Tx, penggunaId: readonly string[]): Promise<TugasRow[]> {
  const found = await sql<TugasRow>`
    select ${kolom} from penugasan t join wilayah w on w.kode = t.wilayah
    where t.pengguna_id = any (${penggunaId}::uuid[]) order by t.dari desc, t.id desc`.execute(tx)
  return found.rows
}

/** One assignment within the area, held until the end of the transaction. */
export async function tugasById(tx: Tx, id: string): Promise<TugasRow | null> {
  await sql`select 1 from penugasan where id = ${id} for update`.execute(tx)
  const found = await sql<TugasRow>`
    select ${kolom} from penugasan t join wilayah w on w.kode = t.wilayah where t.id = ${id}`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export type Akun = {
  readonly id: string
  readonly nama: string
  readonly demo: boolean
  readonly nonaktifPada: Date | null
  readonly dibuatPada: Date
  readonly username: string | null
  readonly telepon: string | null
  /** Was invited and has not come yet. */
  readonly diundang: boolean
}

export const kolomAkun = sql`p.id, p.nama, p.demo, p.nonaktif_pada as "nonaktifPada", p.dibuat_pada as "dibuatPada",
  u.username, u.telepon, (u.sandi_pada is null and not exists (select from undangan g where g.pengguna_id = p.id and g.dipakai_pada is not null)
    and (exists (select from undangan g where g.pengguna_id = p.id and g.jenis = 'undangan')
      or exists (select from usulan_administrator s where s.pengguna_id = p.id))) as diundang`

/** An officer belongs to the area by an assignment there, or by a proposal to be its administrator. */
export const dalamWilayah = sql`(exists (select from penugasan t where t.pengguna_id = p.id
    and t.wilayah >= nullif(current_setting('app.lo', true), '')::bigint and t.wilayah < nullif(current_setting('app.hi', true), '')::bigint)
  or exists (select from usulan_administrator s where s.pengguna_id = p.id))`

/** One officer of the area; null where there is none such in it. */
export async function akunById(tx: Tx, id: string): Promise<Akun | null> {
  const found = await sql<Akun>`
    select ${kolomAkun} from pengguna p left join masuk."user" u on u.id = p.masuk_id
    where p.id = ${id} and ${dalamWilayah}`.execute(tx)
  return found.rows[0] ?? null
}

export type StatusPengguna = 'aktif' | 'diundang' | 'tanpa_tugas' | 'nonaktif'

export function statusAkun(akun: Akun, tugas: readonly Tugas[], today: string): StatusPengguna {
  if (akun.nonaktifPada) return 'nonaktif'
  if (akun.diundang) return 'diundang'
  return tugas.some((t) => berlakuPada(t, today)) ? 'aktif' : 'tanpa_tugas'
}

/** An assignment as the contract shows it. */
export function tugasTampil(pelaku: Pelaku, t: TugasRow, today: string) {
  return {
    id: t.id,
    peran: t.peran,
    peranLabel: daftarPeran[t.peran].label,
    jenis: t.jenis,
    wilayah: t.tempat,
    rt: t.rt === null ? null : [...t.rt],
    jumlahKeluarga: t.keluarga?.length ?? null,
    dari: t.dari,
    hariTerakhir: t.sampai === null ? null : hariSebelum(t.sampai),
    suratNomor: t.suratNomor,
    suratTanggal: t.suratTanggal,
    status: statusTugas(t, today),
    versi: t.versi,
    bolehDiubah: putuskanAkhir(pelaku, t, today).ok,
  }
}

const statusTugas = (t: Tugas, today: string): 'berlaku' | 'akan' | 'berakhir' => {
  if (berlakuPada(t, today)) return 'berlaku'
  return t.dari > today && (t.sampai === null || t.sampai > t.dari) ? 'akan' : 'berakhir'
}
