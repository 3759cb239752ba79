/** Writes what events changed: one statement per table for a whole batch, with versions and history. */
import { sql } from 'kysely'
import { foldName } from '#domain/individu/nama-cari.ts'
import { type Beda, type Tabel, tabel } from '#domain/usulan/peristiwa/registri.ts'
import type { Kerja } from '../kerja.ts'
import { hitungPenerimaanDi } from '../terapkan/rekap.ts'
import { kolomTabel, kunciTabel } from './kolom.ts'

/** A change, and of which event: for the history. */
export type BedaUsulan = { readonly beda: Beda; readonly sumber: string; readonly tanggal: string }

const berversi: ReadonlySet<Tabel> = new Set(['ruta', 'keluarga', 'individu'])

/** Names are searched folded. */
const lengkap = (b: Beda): object =>
  b.tabel === 'individu'
    ? { ...b.sesudah, nama_cari: foldName(b.sesudah.nama) }
    : b.tabel === 'keluarga'
      ? { ...b.sesudah, nama_kepala_cari: foldName(b.sesudah.nama_kepala) }
      : b.sesudah

const cari: Partial<Record<Tabel, string>> = {
  individu: 'nama_cari',
  keluarga: 'nama_kepala_cari',
}

async function tulisTabel(ctx: Kerja, t: Tabel, rows: readonly Beda[]): Promise<void> {
  const those = rows.filter((b) => b.tabel === t)
  if (those.length === 0) return
  const folded = cari[t]
  const names = [...kolomTabel[t], ...(folded ? [folded] : [])]
  const keys: readonly string[] = kunciTabel[t]
  const set = names
    .filter((k) => !keys.includes(k))
    .map((k) => sql`${sql.ref(k)} = excluded.${sql.ref(k)}`)
  const versi = berversi.has(t) ? sql`, versi = t.versi + 1, diubah_pada = now()` : sql``
  const kolom = sql.join(names.map((k) => sql.ref(k)))
  const kunci = sql.join(keys.map((k) => sql.ref(k)))
  // An older period of somebody is ended before the next one begins.
  const urut = keys.includes('dari') ? sql`order by ${kunci}` : sql``
  await sql`insert into ${sql.table(t)} as t (${kolom})
    select ${kolom} from jsonb_populate_recordset(null::${sql.table(t)}, ${JSON.stringify(those.map(lengkap))}::jsonb) ${urut}
    on conflict (${kunci}) do update set ${sql.join(set)}${versi}`.execute(ctx.tx)
}

/** A new person is found by number and name. */
async function ikutkan(ctx: Kerja, rows: readonly Beda[]): Promise<void> {
  const baru = rows.flatMap((b) =>
    b.tabel === 'individu' && b.sebelum === null ? [b.sesudah] : [],
  )
  if (baru.length === 0) return
  await sql`insert into nik_lokasi (nik, kab, individu_id)
    select * from unnest(${baru.map((i) => i.nik)}::text[], ${baru.map((i) => i.kab)}::smallint[], ${baru.map((i) => i.id)}::uuid[]) as n(nik, kab, id)
    where nik is not null on conflict do nothing`.execute(ctx.tx)
  const kata = baru.flatMap((i) => foldName(i.nama).split(' ')).filter((k) => k !== '')
  await sql`insert into kata_nama (kata) select distinct unnest(${kata}::text[]) on conflict do nothing`.execute(
    ctx.tx,
  )
}

/** Columns of families and persons whose change is kept in the history that people read. */
const dicatat: Readonly<Record<string, ReadonlySet<string>>> = {
  keluarga: new Set(['nomor_kk', 'nama_kepala', 'alamat', 'status', 'domisili_alamat', 'rt']),
  individu: new Set(['hubungan', 'status', 'status_dari', 'nik']),
}

function catatan({ beda, sumber, tanggal }: BedaUsulan, kepala: ReadonlyMap<string, string>) {
  if (beda.tabel !== 'keluarga' && beda.tabel !== 'individu') return []
  const { tabel: unit, sesudah } = beda
  const keluarga_id = unit === 'individu' ? beda.sesudah.keluarga_id : beda.sesudah.id
  const dasar = {
    kab: sesudah.kab,
    unit,
    subjek_id: sesudah.id,
    tanggal,
    sumber,
    wilayah: sesudah.wilayah,
    rt: sesudah.rt,
    keluarga_id,
  }
  const now = Object.entries(sesudah)
  const before = new Map(Object.entries(beda.sebelum ?? {}))
  const teks = (v: unknown) => (v === null || v === undefined ? null : String(v))
  if (beda.sebelum === null) return [{ ...dasar, kolom: 'status', lama: null, baru: 'aktif' }]
  const isian = now
    .filter(([kolom, nilai]) => dicatat[unit]?.has(kolom) && before.get(kolom) !== nilai)
    .map(([kolom, nilai]) => ({
      ...dasar,
      kolom,
      lama: teks(before.get(kolom)),
      baru: teks(nilai),
    }))
  if (beda.tabel === 'individu' && beda.sebelum.keluarga_id !== beda.sesudah.keluarga_id) {
    const { sebelum } = beda
    const nama = (id: string) => kepala.get(id) ?? id
    const pindah = {
      ...dasar,
      kolom: 'keluarga',
      lama: nama(sebelum.keluarga_id),
      baru: nama(beda.sesudah.keluarga_id),
    }
    // Read on the page of the family that was left and of the one that was entered.
    return [
      ...isian,
      pindah,
      { ...pindah, keluarga_id: sebelum.keluarga_id, wilayah: sebelum.wilayah, rt: sebelum.rt },
    ]
  }
  return isian
}

async function catat(
  ctx: Kerja,
  rows: readonly BedaUsulan[],
  kepala: ReadonlyMap<string, string>,
): Promise<void> {
  const isian = rows.flatMap((r) => catatan(r, kepala))
  if (isian.length === 0) return
  await sql`insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, pengguna_id, wilayah, rt, keluarga_id)
    select kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, ${ctx.pengguna.id}::uuid, wilayah, rt, keluarga_id
    from jsonb_to_recordset(${JSON.stringify(isian)}::jsonb) as p(kab smallint, unit text, subjek_id uuid, kolom text, lama text, baru text,
      tanggal date, sumber text, wilayah bigint, rt smallint, keluarga_id uuid)`.execute(ctx.tx)
}

/** How many families of an RT receive, by programme, where that changed. */
async function hitungPenerimaan(ctx: Kerja, rows: readonly Beda[]): Promise<void> {
  const places = rows.flatMap((b) =>
    b.tabel === 'penerimaan' ? [b.sesudah, ...(b.sebelum ? [b.sebelum] : [])] : [],
  )
  await hitungPenerimaanDi(ctx.tx, places)
}

/** Of several changes of one row the last stands, against what stood before the first. */
function terakhir(rows: readonly BedaUsulan[]): readonly Beda[] {
  const last = new Map<string, Beda>()
  for (const { beda } of rows) {
    const isi: Record<string, unknown> = { ...beda.sesudah }
    const kunci = `${beda.tabel} ${kunciTabel[beda.tabel].map((k) => isi[k]).join(' ')}`
    const first = last.get(kunci)
    last.set(kunci, first?.sebelum === null ? ({ ...beda, sebelum: null } as Beda) : beda)
  }
  return [...last.values()]
}

/** @param kepala name of the head of each family concerned, for the history */
export async function tulisBeda(
  ctx: Kerja,
  rows: readonly BedaUsulan[],
  kepala: ReadonlyMap<string, string>,
): Promise<void> {
  const last = terakhir(rows)
  for (const t of tabel) await tulisTabel(ctx, t, last)
  await ikutkan(ctx, last)
  await catat(ctx, rows, kepala)
  await hitungPenerimaan(ctx, last)
}
