/** Who saw a person's data: per day, office, role, deed and purpose, for the person to read. */
import { type Kysely, sql } from 'kysely'
import type { Label } from '#domain/label.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { defaultZone } from '#server/clock.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { catatanDalam } from './baca.ts'
import { jenisOperasi, labelOperasi } from './operasi.ts'

export type Orang = {
  id: string
  kab: number
  nama: string
  nik: string | null
  wilayah: number
  keluarga_id: string
  nama_kepala: string
}

/** The person with their family; undefined outside the area. */
export async function orangOf(
  tx: Kysely<DB>,
  c: Cakupan,
  { kab, id }: { kab: number; id: string },
): Promise<Orang | undefined> {
  const found = await sql<Orang>`
    select i.id, i.kab, i.nama, i.nik, i.wilayah, i.keluarga_id, k.nama_kepala
    from individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
    where i.kab = ${kab} and i.id = ${id} and ${inArea(c, 'i')}`.execute(tx)
  return found.rows[0]
}

export type BarisDilihat = {
  tanggal: string
  pengguna: boolean
  peran: string | null
  jenis_penugasan: 'definitif' | 'plt' | 'plh' | null
  wilayah: number
  operasi: string
  tujuan: string | null
  kali: number
}

/** Lines of one answer; whoever was looked at more often asks for an earlier period too. */
export const BARIS_DILIHAT = 500

/** One line more than fits, so that the caller knows whether some were left out. */
export async function dilihatOleh(
  tx: Kysely<DB>,
  c: Cakupan,
  orang: Orang,
  masa: { dari?: string | undefined; sampai?: string | undefined },
): Promise<BarisDilihat[]> {
  const found = await sql<BarisDilihat>`
    select (s.waktu at time zone ${defaultZone})::date::text as tanggal, s.pengguna_id is not null as pengguna, s.peran, s.jenis_penugasan,
      s.wilayah_pelaku as wilayah, s.operasi, s.tujuan, count(distinct s.jejak_id)::int as kali
    from jejak_subjek s
    where (s.jenis, s.subjek_id) in (('individu', ${orang.id}::uuid), ('keluarga', ${orang.keluarga_id}::uuid))
      and ${catatanDalam(c)}
      and (${masa.dari ?? null}::date is null or s.waktu >= ${masa.dari ?? null}::date::timestamp at time zone ${defaultZone})
      and (${masa.sampai ?? null}::date is null or s.waktu < (${masa.sampai ?? null}::date + 1)::timestamp at time zone ${defaultZone})
    group by 1, 2, 3, 4, 5, 6, 7 order by 1 desc, 6, 5, 3 limit ${BARIS_DILIHAT + 1}`.execute(tx)
  return found.rows
}

/** Now, by the clock that dates the entries: on demo data it is another than the office's. */
export async function jamLog(tx: Kysely<DB>): Promise<Date> {
  const found = await sql<{ kini: Date }>`select now() as kini`.execute(tx)
  return found.rows[0]?.kini ?? new Date(0)
}

/** Deeds as a citizen would say them. */
const tindakan: Readonly<Record<string, Label>> = {
  'keluarga.daftar': { id: 'Tampil dalam daftar keluarga', en: 'Shown in a list of families' },
  'keluarga.satu': { id: 'Data keluarga dibuka', en: 'Data of the family opened' },
  'keluarga.riwayat': { id: 'Riwayat isian dibuka', en: 'History of the data opened' },
  'keluarga.buka_nik': { id: 'NIK dan nomor KK dibuka', en: 'NIK and card number opened' },
  'keluarga.nilai_kelayakan': { id: 'Kelayakan dinilai', en: 'Eligibility assessed' },
  'peringkat.penjelasan': {
    id: 'Penjelasan peringkat dibuka',
    en: 'Explanation of the rank opened',
  },
  'peringkat.keluarga': { id: 'Tampil dalam pemeringkatan', en: 'Shown in a ranking' },
  'kuota.simulasi_baris': { id: 'Tampil dalam simulasi kuota', en: 'Shown in a quota simulation' },
  'kuota.daftar_beku_baris': { id: 'Tampil dalam daftar penerima', en: 'Shown in a list' },
  'jejak.catatan': { id: 'Log tentang data ini dibuka', en: 'Log about this data opened' },
  'jejak.cari': { id: 'Disebut dalam hasil pencarian log', en: 'Named in a search of the log' },
  'jejak.petugas': {
    id: 'Disebut dalam log seorang petugas',
    en: 'Named in the log of an officer',
  },
  'jejak.dilihat': { id: 'Lembar “Siapa melihat data saya” dibuka', en: 'This answer was made' },
}

/** What was done, in words; a deed without words of its own is its operation. */
export function tindakanWarga(operasi: string): Label {
  const kata = tindakan[operasi]
  if (kata) return kata
  const { id, en } = labelOperasi(operasi)
  return jenisOperasi(operasi) === 'tulis'
    ? { id: `Diubah: ${id}`, en: `Changed: ${en}` }
    : { id: `Dilihat: ${id}`, en: `Seen: ${en}` }
}
