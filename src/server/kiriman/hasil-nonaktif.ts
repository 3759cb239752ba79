/** Names that the centre deactivated: each found in the area, judged, and taken over; the record stays. */
import { sql } from 'kysely'
import { kunciJudul } from '#domain/impor/kenali.ts'
import {
  type Cocok,
  type Nonaktif,
  putuskanNonaktif,
  type SebabNonaktif,
} from '#domain/kiriman/nonaktif.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { loadPrograms } from '#server/kuota/program.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { kelayakanSampai } from '#server/usulan/terapkan/kelayakan.ts'
import { hitungPenerimaanDi, hitungUlang } from '#server/usulan/terapkan/rekap.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type KeluargaNonaktif = Cocok & {
  readonly kab: number
  readonly wilayah: number
  readonly rt: number | null
  readonly nama_kepala: string
}

/** What is to be written of a row that is taken over. */
export type Keluar = {
  readonly keluarga: KeluargaNonaktif
  readonly program: string | null
  readonly tanggal: string
  readonly alasan: string
}

export type DinilaiNonaktif = {
  readonly keluarga: KeluargaNonaktif | null
  readonly program: string | null
  readonly tanggal: string
  readonly hasil: 'diterapkan' | 'sudah' | 'tertahan' | 'salah'
  readonly sebab: SebabNonaktif | 'ganda_di_berkas' | null
}

const kodeProgram: ReadonlyMap<string, string> = new Map(
  loadPrograms().flatMap((p) =>
    [p.kode, p.label.id, ...p.label.id.split(/[/()]/)].map((kata): [string, string] => [
      kunciJudul(kata),
      p.kode,
    ]),
  ),
)

type Baris = KeluargaNonaktif & {
  readonly lewat: 'nik' | 'nama' | 'kk' | 'id'
  readonly kunci: string
}

/** Families that these rows may mean, by the key of the row; held until the transaction ends where asked. */
async function cari(
  ctx: Context,
  rows: readonly Nonaktif[],
  kunci: boolean,
): Promise<ReadonlyMap<string, readonly KeluargaNonaktif[]>> {
  const nilai = (cara: string) =>
    rows.flatMap(({ pengenal: p }) => (p.cara === cara ? [p.nilai] : []))
  const lahir = rows.flatMap(({ pengenal: p }) => (p.cara === 'nama' ? [p.lahir] : []))
  const found = await sql<Baris>`
    with kena as (
      select 'nik' as lewat, i.nik as kunci, i.kab, i.keluarga_id, i.nama, i.hubungan = 1 as kepala from individu i
        where i.nik = any (${nilai('nik')}::text[]) and i.status <> 'digabung' and ${inArea(ctx.cakupan, 'i')}
      union all
      select 'nama', i.nama_cari || ' ' || i.tanggal_lahir, i.kab, i.keluarga_id, i.nama, i.hubungan = 1 from individu i
        where i.tanggal_lahir = any (${lahir}::date[]) and i.nama_cari = any (${nilai('nama')}::text[]) and i.status <> 'digabung' and ${inArea(ctx.cakupan, 'i')}
      union all
      select 'kk', k.nomor_kk, k.kab, k.id, k.nama_kepala, true from keluarga k
        where k.nomor_kk = any (${nilai('kk')}::text[]) and ${inArea(ctx.cakupan, 'k', 'id')}
      union all
      select 'id', k.id::text, k.kab, k.id, k.nama_kepala, true from keluarga k
        where k.kab = ${kabOf(ctx.pengguna.wilayah)} and k.id = any (${nilai('id')}::uuid[]) and ${inArea(ctx.cakupan, 'k', 'id')})
    select e.lewat, e.kunci, e.nama, coalesce(e.kepala, false) as kepala, k.kab, k.id, k.wilayah, k.rt, k.nama_kepala, k.status, k.kelayakan,
      (select max(h.tanggal)::text from kelayakan h where h.kab = k.kab and h.keluarga_id = k.id) as dinilai,
      array(select distinct p.program from penerimaan p where p.kab = k.kab and p.keluarga_id = k.id and p.sampai is null) as menerima
    from kena e join keluarga k on k.kab = e.kab and k.id = e.keluarga_id
    order by k.kab, k.id ${kunci ? sql`for update of k` : sql``}`.execute(ctx.tx)
  return Map.groupBy(found.rows, (r) => `${r.lewat} ${r.kunci}`)
}

const kunciOf = ({ pengenal: p }: Nonaktif): string =>
  p.cara === 'nama' ? `nama ${p.nilai} ${p.lahir}` : `${p.cara} ${p.nilai}`

/** Every row with its family, and what becomes of it; of one family and programme the first counts. */
export async function nilaiNonaktif(
  ctx: Context,
  rows: readonly Nonaktif[],
  hariBerkas: string,
  kunci: boolean,
): Promise<readonly DinilaiNonaktif[]> {
  if (rows.length === 0) return []
  const cocok = await cari(ctx, rows, kunci)
  const kena = new Set<string>()
  return rows.map((n) => {
    const tanggal = n.tanggal ?? hariBerkas
    const program = n.program === null ? null : (kodeProgram.get(kunciJudul(n.program)) ?? null)
    if (n.program !== null && program === null)
      return { keluarga: null, program, tanggal, hasil: 'salah', sebab: 'program_tidak_dikenal' }
    const putus = putuskanNonaktif(n, program, tanggal, cocok.get(kunciOf(n)) ?? [], ctx.today)
    if (putus.hasil !== 'diterapkan') return { ...putus, program, tanggal }
    const satu = `${putus.keluarga?.id} ${program}`
    if (kena.has(satu))
      return { ...putus, program, tanggal, hasil: 'salah', sebab: 'ganda_di_berkas' }
    kena.add(satu)
    return { ...putus, program, tanggal }
  })
}

/** Out of the registry: not eligible since the centre's day, to be looked at again; the record and its receipts stay. */
async function tidakLayak(kerja: Kerja, rows: readonly Keluar[]): Promise<void> {
  const isi = rows.map(({ keluarga: k, tanggal, alasan }) => ({
    kab: k.kab,
    id: k.id,
    dasar: `Dinonaktifkan pusat: ${alasan}`,
    tanggal,
    sampai: kelayakanSampai(tanggal),
  }))
  await sql`
    with t as (select * from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb) as t(kab smallint, id uuid, dasar text, tanggal date, sampai date)),
    k as (update keluarga k set kelayakan = 'tidak_layak', kelayakan_sampai = t.sampai, versi = k.versi + 1, diubah_pada = now()
      from t where k.kab = t.kab and k.id = t.id returning k.kab, k.id, k.wilayah, k.rt, t.dasar, t.tanggal, t.sampai)
    insert into kelayakan (kab, keluarga_id, wilayah, rt, status, dasar, tanggal, berlaku_sampai, sumber, pengguna_id, peran)
    select kab, id, wilayah, rt, 'tidak_layak', dasar, tanggal, sampai, 'pusat', ${kerja.pengguna.id}, ${kerja.pengguna.peran} from k`.execute(
    kerja.tx,
  )
  await hitungUlang(
    kerja,
    rows.map((r) => r.keluarga),
  )
}

type Berakhir = { kab: number; wilayah: number; rt: number | null; program: string }

/** Out of a programme: the receipt ends on that day; being registered is another matter. */
async function berhenti(kerja: Kerja, rows: readonly Keluar[]): Promise<void> {
  const isi = rows.map(({ keluarga: k, program, tanggal }) => ({
    kab: k.kab,
    id: k.id,
    program,
    tanggal,
  }))
  const ended = await sql<Berakhir>`
    with t as (select * from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb) as t(kab smallint, id uuid, program text, tanggal date))
    update penerimaan p set sampai = greatest(p.dari, t.tanggal) from t
    where p.kab = t.kab and p.keluarga_id = t.id and p.program = t.program and p.sampai is null
    returning p.kab, p.wilayah, p.rt, p.program`.execute(kerja.tx)
  await hitungPenerimaanDi(kerja.tx, ended.rows)
}

/** Inside the caller's transaction: all of it, or nothing. */
export async function terapkanNonaktif(kerja: Kerja, rows: readonly Keluar[]): Promise<void> {
  const registri = rows.filter((r) => r.program === null)
  const program = rows.filter((r) => r.program !== null)
  if (registri.length > 0) await tidakLayak(kerja, registri)
  if (program.length > 0) await berhenti(kerja, program)
}
