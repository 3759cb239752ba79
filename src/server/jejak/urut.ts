/**
 * One step of the sequencer: numbers the entries that have been committed, seals them as a batch,
 * and only then writes the seal outside. Killed anywhere, it goes on where it was.
 *
 * Which entries are new is told by their transaction, not by their id, for ids commit out of order:
 * everything below `dasar` (the oldest transaction running at the last step) was visible then and
 * has its number; what is above and has none is new, however late it committed.
 */
import type pg from 'pg'
import { splitLine } from '#domain/jejak/bentuk.ts'
import { leafHash, merkleRoot, sameBytes } from '#domain/jejak/merkle.ts'
import {
  type KepalaSegel,
  naskahSegel,
  rantaiAwal,
  rantaiOf,
  type Segel,
} from '#domain/jejak/segel.ts'
import { barisCopy } from './baris-copy.ts'
import type { Penandatangan } from './kunci.ts'
import { sandi } from './sandi.ts'
import { kolomEntri } from './tabel.ts'
import { titikTerakhir, tulisTitik } from './titik-periksa.ts'

/** Why nothing may be sealed: a person has to look first. */
export class JejakTidakCocok extends Error {
  override name = 'JejakTidakCocok'
}

export type Urutan = {
  readonly penanda: Penandatangan
  readonly folder: string
  /** Entries of one batch at most. */
  readonly most?: number
  /** Hears of each step, for the test that kills the process there. */
  readonly titik?: (nama: 'dibaca' | 'ditulis' | 'disegel' | 'di-luar') => void
}

type Posisi = {
  readonly dasar_kini: string
  readonly batas: string
  readonly waktu: number
  readonly lingkungan: string
  readonly lingkungan_dahulu: string | null
  readonly dasar: string | null
  readonly posisi_segel: number | null
  readonly segel: number | null
  readonly nomor: number | null
  readonly rantai: Buffer | null
}

/** Server and database; numbers of transactions mean nothing in another one. */
export const lingkunganKini = `((select system_identifier::text from pg_control_system()) || '/' ||
  (select oid::text from pg_database where datname = current_database()))`

const posisiKini = `select pg_snapshot_xmin(s)::text as dasar_kini, pg_snapshot_xmax(s)::text as batas,
    (extract(epoch from clock_timestamp()) * 1000000)::bigint as waktu, ${lingkunganKini} as lingkungan,
    p.lingkungan as lingkungan_dahulu, p.dasar::text as dasar, p.segel as posisi_segel,
    t.nomor as segel, t.dari + t.jumlah - 1 as nomor, t.rantai
  from pg_current_snapshot() s left join jejak_posisi p on true
    left join (select * from jejak_segel order by nomor desc limit 1) t on true`

type Baru = { readonly id: string; readonly transaksi: number; readonly sidik: Uint8Array }

/** The entries without a number, oldest transactions first, in the order of their ids. */
async function unnumbered(client: pg.ClientBase, p: Posisi, most: number): Promise<Baru[]> {
  const same = p.lingkungan === p.lingkungan_dahulu
  const range = same
    ? `j.transaksi >= '${p.dasar}'::xid8 and j.transaksi < '${p.batas}'::xid8 and`
    : ''
  const chosen = `select j.* from jejak j where ${range} not exists (select from jejak_nomor n where n.jejak_id = j.id)
    order by ${same ? 'j.transaksi' : 'j.id'} limit ${most}`
  const found: Baru[] = []
  for await (const line of barisCopy(
    client,
    `select ${kolomEntri} from (${chosen}) j order by j.id`,
  )) {
    const [id, transaksi] = splitLine(line, 2).kolom.map(String)
    found.push({
      id: id ?? '',
      transaksi: Number(transaksi),
      sidik: leafHash(sandi.hash, line),
    })
  }
  return found
}

function seal(p: Posisi, found: readonly Baru[], { kunci, tandatangani }: Penandatangan): Segel {
  const kepala: KepalaSegel = {
    nomor: (p.segel ?? 0) + 1,
    dari: (p.nomor ?? 0) + 1,
    jumlah: found.length,
    akar: merkleRoot(
      sandi.hash,
      found.map(({ sidik }) => sidik),
    ),
    sebelum: p.rantai ?? rantaiAwal,
    waktu: p.waktu,
    lingkungan: p.lingkungan,
    batas: Number(p.batas),
    kunci,
  }
  const tandatangan = tandatangani(sandi.utf8(naskahSegel(kepala)))
  return { ...kepala, rantai: rantaiOf(sandi, kepala), tandatangan }
}

const subjekBaru = `insert into jejak_subjek (jenis, subjek_id, jejak_id, wilayah, waktu, pengguna_id, peran,
    jenis_penugasan, wilayah_pelaku, operasi, tujuan)
  select distinct s->>'jenis', (s->>'id')::uuid, j.id, coalesce((s->>'wilayah')::bigint, j.wilayah, -1), j.waktu,
    j.pengguna_id, j.peran, j.jenis_penugasan, coalesce(j.wilayah, -1), j.operasi, j.tujuan
  from unnest($1::bigint[]) u (id) join jejak j on j.id = u.id
    cross join lateral jsonb_array_elements(case jsonb_typeof(j.subjek) when 'array' then j.subjek else '[]' end) s
  where s->>'id' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and s->>'jenis' is not null
  order by 1, 2, 3
  on conflict do nothing`

async function write(client: pg.ClientBase, s: Segel, found: readonly Baru[]): Promise<void> {
  const ids = found.map(({ id }) => id)
  const sidik = found.map((f) => Buffer.from(f.sidik))
  await client.query(
    `insert into jejak_nomor (nomor, jejak_id, sidik)
     select $1::bigint + t.ke - 1, t.id, t.sidik from unnest($2::bigint[], $3::bytea[]) with ordinality t (id, sidik, ke)`,
    [s.dari, ids, sidik],
  )
  await client.query(subjekBaru, [ids])
  await client.query(
    `insert into jejak_segel (nomor, dari, jumlah, akar, sebelum, waktu, lingkungan, batas, kunci, rantai, tandatangan)
     values ($1, $2, $3, $4, $5, to_timestamp(0) + $6::bigint * interval '1 microsecond', $7, $8::text::xid8, $9, $10, $11)`,
    [
      s.nomor,
      s.dari,
      s.jumlah,
      Buffer.from(s.akar),
      Buffer.from(s.sebelum),
      s.waktu,
      s.lingkungan,
      String(s.batas),
      s.kunci,
      Buffer.from(s.rantai),
      Buffer.from(s.tandatangan),
    ],
  )
}

/** Remembers how far all entries have their number. */
async function advance(
  client: pg.ClientBase,
  p: Posisi,
  found: readonly Baru[],
  s: Segel | null,
  complete: boolean,
): Promise<void> {
  const same = p.lingkungan === p.lingkungan_dahulu
  const last = Math.max(...found.map(({ transaksi }) => transaksi))
  // An incomplete batch took the oldest transactions; what runs may still commit below them.
  const upTo = complete ? p.dasar_kini : same ? String(Math.min(last, Number(p.dasar_kini))) : null
  await client.query(
    `insert into jejak_posisi as p (lingkungan, dasar, segel, nomor, diperbarui_pada)
       values (case when $2::text is null then '' else $1 end, coalesce($2::text, '0')::xid8, $3, $4, clock_timestamp())
     on conflict (satu) do update set lingkungan = excluded.lingkungan, dasar = excluded.dasar,
       segel = excluded.segel, nomor = excluded.nomor, diperbarui_pada = excluded.diperbarui_pada`,
    [p.lingkungan, upTo, s?.nomor ?? p.segel ?? 0, s ? s.dari + s.jumlah - 1 : (p.nomor ?? 0)],
  )
}

/** A log that lacks what was sealed is not sealed over: the hole would look like history. */
async function refuseOverHole(p: Posisi, folder: string): Promise<void> {
  if ((p.posisi_segel ?? 0) > (p.segel ?? 0))
    throw new JejakTidakCocok(`segel ${p.segel ?? 0} tertinggal dari posisi ${p.posisi_segel}`)
  const outside = await titikTerakhir(folder)
  if (!outside) return
  const ahead = outside.nomor > (p.segel ?? 0)
  const other = outside.nomor === p.segel && p.rantai && !sameBytes(outside.rantai, p.rantai)
  if (ahead || other)
    throw new JejakTidakCocok(
      `segel ${p.segel ?? 0} tidak cocok dengan titik periksa ${outside.nomor}`,
    )
}

/** Numbers and seals one batch. @returns whether more may be waiting */
async function sealBatch(client: pg.ClientBase, around: Urutan): Promise<boolean> {
  const most = around.most ?? 5000
  await client.query('begin isolation level repeatable read')
  try {
    const { rows } = await client.query<Posisi>(posisiKini)
    const [p] = rows
    if (!p) throw new Error('No position of the log')
    await refuseOverHole(p, around.folder)
    const found = await unnumbered(client, p, most)
    around.titik?.('dibaca')
    const complete = found.length < most
    const s = found.length > 0 ? seal(p, found, around.penanda) : null
    if (s) await write(client, s, found)
    around.titik?.('ditulis')
    // An idle log stays untouched: the row alone would begin a transaction every time.
    if (s || p.lingkungan !== p.lingkungan_dahulu) await advance(client, p, found, s, complete)
    await client.query('commit')
    around.titik?.('disegel')
    return !complete
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

type BarisSegel = Omit<Segel, 'waktu' | 'batas'> & { waktu: number; batas: string; sidik: Buffer[] }

/** Writes outside what has not been written there yet, oldest first. */
async function writeOutside(client: pg.ClientBase, around: Urutan): Promise<void> {
  for (;;) {
    const { rows } =
      await client.query<BarisSegel>(`select s.nomor, s.dari, s.jumlah, s.akar, s.sebelum,
        (extract(epoch from s.waktu) * 1000000)::bigint as waktu, s.lingkungan, s.batas::text as batas, s.kunci, s.rantai, s.tandatangan,
        array(select n.sidik from jejak_nomor n where n.nomor >= s.dari and n.nomor < s.dari + s.jumlah order by n.nomor) as sidik
      from jejak_segel s where s.luar_pada is null order by s.nomor limit 1`)
    const [row] = rows
    if (!row) return
    const { sidik, batas, ...segel } = row
    const before = await titikTerakhir(around.folder)
    const twice = before?.nomor === segel.nomor && sameBytes(before.rantai, segel.rantai)
    if (before && before.nomor >= segel.nomor && !twice)
      throw new JejakTidakCocok(
        `segel ${segel.nomor} tidak cocok dengan titik periksa ${before.nomor}`,
      )
    if (!twice) await tulisTitik(around.folder, { ...segel, batas: Number(batas) }, sidik)
    around.titik?.('di-luar')
    await client.query('update jejak_segel set luar_pada = clock_timestamp() where nomor = $1', [
      segel.nomor,
    ])
  }
}

/** Seals everything that waits, and writes it outside. Only the holder of the sequencer's lock calls this. */
export async function urutkan(client: pg.ClientBase, around: Urutan): Promise<void> {
  for (let more = true; more; ) {
    await writeOutside(client, around)
    more = await sealBatch(client, around)
  }
  await writeOutside(client, around)
}
