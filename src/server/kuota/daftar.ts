/** Frozen lists: headings, rows inside the reader's area, and the hash recomputed. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { FaktaPemberitahuan } from '#domain/keberatan/keadaan.ts'
import type { Butir, KodeAlasan } from '#domain/kuota/alasan.ts'
import type { AturanKuota } from '#domain/kuota/istilah.ts'
import { canonicalText, kolomBaris, kolomKepala } from '#domain/kuota/kanonik.ts'
import type { Ringkasan } from '#domain/kuota/ringkasan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import type { GarisLengkap } from './garis.ts'

export type KepalaDaftar = {
  id: string
  kuota_id: string
  versi: number
  digantikan: boolean
  menggantikan: string | null
  alasan: string | null
  program: string
  wilayah: number
  nama_wilayah: string
  lo: number
  hi: number
  dari: string
  sampai: string | null
  jumlah: number
  dasar_nomor: string | null
  dasar_tanggal: string | null
  dasar_penerbit: string | null
  ronde_id: string
  kebijakan_hash: string
  skenario: string
  pilihan: {
    aturan: AturanKuota
    tidakLayakKeluar: boolean
    metode: string
    model: string
    periode: string
  }
  ringkasan: Ringkasan
  garis: GarisLengkap[]
  indikator: Butir[]
  jumlah_baris: number
  hash: string
  oleh: string | null
  dibuat_pada: Date
  /** The decree that established it; null while it is only frozen. */
  sk_nomor: string | null
  sk_tanggal: string | null
  sk_penerbit: string | null
  sk_oleh: string | null
  sk_pada: Date | null
}

/** Headings whose area overlaps the reader's, newest first. */
export async function listHeads(
  tx: Kysely<DB>,
  area: Cakupan,
  only: { id?: string; kuota?: string | undefined } = {},
): Promise<KepalaDaftar[]> {
  const found = await sql<KepalaDaftar>`
    select d.*, w.nama as nama_wilayah, q.dasar_nomor, q.dasar_tanggal, q.dasar_penerbit, p.nama as oleh,
      t.sk_nomor, t.sk_tanggal::text, t.sk_penerbit, s.nama as sk_oleh, t.dibuat_pada as sk_pada,
      exists (select from daftar l where l.kuota_id = d.kuota_id and l.versi > d.versi) as digantikan
    from daftar d join kuota q on q.id = d.kuota_id join wilayah w on w.kode = d.wilayah left join pengguna p on p.id = d.pengguna_id
      left join daftar_penetapan t on t.daftar_id = d.id left join pengguna s on s.id = t.pengguna_id
    where d.lo < ${area.hi} and d.hi > ${area.lo}
      and (${only.id ?? null}::uuid is null or d.id = ${only.id ?? null})
      and (${only.kuota ?? null}::uuid is null or d.kuota_id = ${only.kuota ?? null})
    order by d.id desc limit 200`.execute(tx)
  return found.rows
}

export type BarisDaftar = {
  nomor: number
  kab: number
  keluarga_id: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  nama_kepala: string
  nomor_kk: string | null
  nik_kepala: string | null
  alamat: string | null
  jumlah_anggota: number
  kelompok: number
  peringkat: number | null
  kunci: number | null
  terpenuhi: number | null
  terjawab: number | null
  poin: number | null
  bit_terpenuhi: number | null
  bit_terjawab: number | null
  keputusan: 'tetap' | 'masuk' | 'keluar' | 'menunggu'
  alasan: KodeAlasan
  /** The notice that its family was given of this list. */
  pemberitahuan: FaktaPemberitahuan | null
}

export type SaringanDaftar = {
  readonly keputusan?: string | undefined
  readonly diLuarSk?: boolean
  readonly area: Cakupan
  readonly setelah: number
  readonly batas: number | null
}

/** Rows of a list in its order. */
export async function listRows(
  tx: Kysely<DB>,
  id: string,
  f: SaringanDaftar,
): Promise<BarisDaftar[]> {
  const found = await sql<BarisDaftar>`
    select b.*, coalesce(w.nama, b.wilayah_tercatat::text) as nama_wilayah,
      case when b.keputusan = 'keluar' then (
        select jsonb_build_object('status', n.status, 'statusSebab', n.status_sebab, 'keberatanSampai', n.keberatan_sampai, 'keberatan', k.status)
        from pemberitahuan n left join keberatan k on k.kab = n.kab and k.pemberitahuan_id = n.id
        where n.kab = b.kab and n.daftar_id = b.daftar_id and n.keluarga_id = b.keluarga_id) end as pemberitahuan
    from daftar_baris b left join wilayah w on w.kode = b.wilayah_tercatat
    where b.daftar_id = ${id} and ${inArea(f.area, 'b')} and b.nomor > ${f.setelah}${f.diLuarSk ? sql` and ${diLuarSk}` : sql``}
      and (${f.keputusan ?? null}::text is null or b.keputusan = ${f.keputusan ?? null})
    order by b.nomor limit ${f.batas}::int`.execute(tx)
  return found.rows
}

export type HitunganDaftar = {
  wilayah: number
  nama: string
  tetap: number
  masuk: number
  keluar: number
  menunggu: number
  diLuarSk: number
}

/** Rows `b` that the decree does not name though they have a place; the same as `diLuarSk` of the domain. */
const diLuarSk = sql<boolean>`(b.keputusan in ('tetap', 'masuk') and b.nik_kepala is null)`
/** Rows `b` that the decree names. */
export const dalamSk = sql<boolean>`(b.keputusan in ('tetap', 'masuk') and b.nik_kepala is not null)`

/** Decisions of a list per village, inside the reader's area. */
export async function listCounts(
  tx: Kysely<DB>,
  id: string,
  area: Cakupan,
): Promise<HitunganDaftar[]> {
  const found = await sql<HitunganDaftar>`
    select b.wilayah_tercatat as wilayah, coalesce(min(w.nama), b.wilayah_tercatat::text) as nama,
      count(*) filter (where keputusan = 'tetap')::int as tetap, count(*) filter (where keputusan = 'masuk')::int as masuk,
      count(*) filter (where keputusan = 'keluar')::int as keluar, count(*) filter (where keputusan = 'menunggu')::int as menunggu,
      count(*) filter (where ${diLuarSk})::int as "diLuarSk"
    from daftar_baris b left join wilayah w on w.kode = b.wilayah_tercatat
    where b.daftar_id = ${id} and ${inArea(area, 'b')}
    group by b.wilayah_tercatat order by 1`.execute(tx)
  return found.rows
}

const FETCH = 5000

/**
 * Recomputes the hash from the rows as they lie there, a few thousand at a time. All rows must be
 * visible to the reader.
 */
export async function recomputeHash(
  tx: Kysely<DB>,
  head: KepalaDaftar,
): Promise<{ cocok: boolean; hash: string; dihitung: string; jumlahBaris: number }> {
  const list = createHash('sha256').update(canonicalText(kolomKepala, head)).update('\n')
  await sql`declare baris_daftar cursor for
    select ${sql.raw(kolomBaris.join(', '))} from daftar_baris where daftar_id = ${sql.lit(head.id)} order by nomor`.execute(
    tx,
  )
  let count = 0
  for (;;) {
    const batch = await sql<
      Record<string, unknown>
    >`fetch ${sql.lit(FETCH)} from baris_daftar`.execute(tx)
    for (const row of batch.rows) {
      const text = createHash('sha256').update(canonicalText(kolomBaris, row)).digest('hex')
      list.update(count === 0 ? text : `\n${text}`)
      count++
    }
    if (batch.rows.length < FETCH) break
  }
  await sql`close baris_daftar`.execute(tx)
  const dihitung = list.digest('hex')
  const cocok = dihitung === head.hash && count === head.jumlah_baris
  return { cocok, hash: head.hash, dihitung, jumlahBaris: count }
}
