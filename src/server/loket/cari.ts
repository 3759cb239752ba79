/** Families that the counter asks about: by number or name, with what is said of them. */
import { type Kysely, sql } from 'kysely'
import { maskNik } from '#domain/individu/nik.ts'
import { type KeadaanLoket, kalimatLoket, terdaftar } from '#domain/loket/kalimat.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { type Found, findByName, findByNumber, searchKind } from '#server/keluarga/cari.ts'
import { programLabel } from '#server/kuota/program.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

/** More than anybody reads at a counter. */
const terbanyak = 10

export type BarisLoket = {
  kab: number
  id: string
  nama_kepala: string
  nomor_kk: string | null
  wilayah: number
  nama_wilayah: string
  rt: number | null
  rw: number | null
  alamat: string | null
  status: string
  status_dari: string | null
  sejak: string
  program: string[]
  desil: number | null
  desil_sumber: string | null
  desil_tanggal: string | null
}

/**
 * Families by id with what the counter says: a decile that a ministry gave comes before our own
 * simulated one.
 */
export async function barisLoket(
  tx: Kysely<DB>,
  c: Cakupan,
  found: readonly { kab: number; keluarga_id: string }[],
): Promise<BarisLoket[]> {
  const kab = [...new Set(found.map((f) => f.kab))]
  const id = [...new Set(found.map((f) => f.keluarga_id))]
  const rows = await sql<BarisLoket>`
    with ronde as (
      select id, acuan from peringkat_ronde where status = 'selesai' and lo < ${c.hi} and hi > ${c.lo}
      order by (lo <= ${c.lo} and hi >= ${c.hi}) desc, dibekukan_pada desc limit 1)
    select k.kab, k.id, k.nama_kepala, k.nomor_kk, k.wilayah, coalesce(w.nama, k.wilayah::text) as nama_wilayah, k.rt, k.rw, k.alamat,
      k.status, k.status_dari::text,
      coalesce((select min(m.dari) from keanggotaan m where m.kab = k.kab and m.keluarga_id = k.id), k.dibuat_pada::date)::text as sejak,
      coalesce((select array_agg(distinct p.program order by p.program) from penerimaan p
        where p.kab = k.kab and p.keluarga_id = k.id and p.sampai is null), '{}') as program,
      coalesce(l.nilai, h.desil) as desil,
      case when l.nilai is not null then l.sumber when h.desil is not null then 'simulasi SIKS-NG' end as desil_sumber,
      case when l.nilai is not null then l.tanggal else h.acuan end::text as desil_tanggal
    from keluarga k
    left join wilayah w on w.kode = k.wilayah
    left join lateral (select p.nilai::int as nilai, p.sumber, p.tanggal from peringkat_luar p
      where p.kab = k.kab and p.keluarga_id = k.id and p.jenis = 'desil' order by p.tanggal desc, p.id desc limit 1) l on true
    left join lateral (select h.desil, r.acuan from ronde r join peringkat_hasil h on h.ronde_id = r.id
      where h.kab = k.kab and h.keluarga_id = k.id) h on true
    where k.kab = any (${kab}::smallint[]) and k.id = any (${id}::uuid[]) and ${inArea(c, 'k', 'id')}`.execute(
    tx,
  )
  return rows.rows
}

export const keadaanOf = (b: BarisLoket): KeadaanLoket => ({
  status: b.status,
  sejak: b.sejak,
  statusDari: b.status_dari,
  desil:
    b.desil !== null && b.desil_sumber && b.desil_tanggal
      ? { nilai: b.desil, sumber: b.desil_sumber, tanggal: b.desil_tanggal }
      : null,
  program: b.program.map(programLabel),
})

/** What was found, best first, each with its living members. */
export async function cariLoket(tx: Kysely<DB>, c: Cakupan, q: string) {
  const kind = searchKind(q)
  const hits =
    'nomor' in kind
      ? await findByNumber(tx, c, kind.nomor)
      : await findByName(tx, c, kind.nama, terbanyak * 2)
  const urutan = [...new Set(hits.map((h) => h.keluarga_id))].slice(0, terbanyak)
  const dipilih = hits.filter((h) => urutan.includes(h.keluarga_id))
  if (dipilih.length === 0) return []
  const [rows, anggota] = await Promise.all([barisLoket(tx, c, dipilih), anggotaOf(tx, c, dipilih)])
  const cocok = cocokDengan(kind, hits)
  return urutan.flatMap((id) => {
    const row = rows.find((r) => r.id === id)
    if (!row) return []
    const keadaan = keadaanOf(row)
    return [
      {
        kab: row.kab,
        id,
        wilayah: row.wilayah,
        namaKepala: row.nama_kepala,
        nomorKk: row.nomor_kk ? maskNik(row.nomor_kk) : null,
        namaWilayah: row.nama_wilayah,
        rt: row.rt,
        alamat: row.alamat,
        terdaftar: terdaftar(keadaan),
        kalimat: kalimatLoket(keadaan),
        anggota: anggota
          .filter((a) => a.keluarga_id === id)
          .map((a) => ({
            id: a.id,
            nama: a.nama,
            nik: a.nik ? maskNik(a.nik) : null,
            cocok: cocok(a),
          })),
      },
    ]
  })
}

type Anggota = { id: string; keluarga_id: string; nama: string; nik: string | null }

function cocokDengan(kind: ReturnType<typeof searchKind>, hits: readonly Found[]) {
  if ('nomor' in kind) return (a: Anggota): boolean => a.nik === kind.nomor
  const nama = new Set(hits.map((h) => `${h.keluarga_id} ${h.nama ?? ''}`))
  return (a: Anggota): boolean => nama.has(`${a.keluarga_id} ${a.nama}`)
}

async function anggotaOf(tx: Kysely<DB>, c: Cakupan, found: readonly Found[]): Promise<Anggota[]> {
  const kab = [...new Set(found.map((f) => f.kab))]
  const id = [...new Set(found.map((f) => f.keluarga_id))]
  const rows = await sql<Anggota>`
    select id, keluarga_id, nama, nik from individu i
    where kab = any (${kab}::smallint[]) and keluarga_id = any (${id}::uuid[]) and status = 'aktif' and ${inArea(c, 'i')}
    order by coalesce(urutan, 999), id`.execute(tx)
  return rows.rows
}
