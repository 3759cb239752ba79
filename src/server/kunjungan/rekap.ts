/** Progress of visits per region: counts by the index of next dates, one statement each, never a loop. */
import { type RawBuilder, sql } from 'kysely'
import { kunjunganRekap } from '#contract/kunjungan.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import { belowVillage, narrowed } from '#domain/wilayah/cakupan.ts'
import { type Cakupan, type Tingkat, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { newestRound } from '#server/peringkat/terbaru.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { regionPath } from '#server/wilayah/queries.ts'
import { menurutTempo } from './antrean-sql.ts'
import { kebijakanKunjungan } from './kebijakan.ts'

const langkah: Record<Tingkat, number> = {
  nasional: 1e8,
  provinsi: 1e6,
  kabkota: 1e4,
  kecamatan: 1,
  desa: 1,
}

type Hitungan = {
  keluarga: number
  terkini: number
  belum: number
  terlambat: number
  segera: number
  melintasi: number
  bertentangan: number | null
  ditugaskan: number
}
type Baris = Hitungan & { kode: number; nama: string; rt: number | null }
type Jumlah = { kunci: number; n: number }

/** Counts of an area by region below, or by RT in a village. */
async function rekapKunjungan(
  { tx, today }: Pick<Context, 'tx' | 'today'>,
  area: Cakupan,
  tingkat: Tingkat,
): Promise<Baris[]> {
  const perRt = tingkat === 'desa'
  const kunci = (alias: string): RawBuilder<number> =>
    perRt
      ? sql`coalesce(${sql.ref(`${alias}.rt`)}, 0)::bigint`
      : sql`${sql.ref(`${alias}.wilayah`)} - ${sql.ref(`${alias}.wilayah`)} % ${langkah[tingkat]}::bigint`
  const t = menurutTempo(today)
  const dekat = tingkat !== 'nasional' && tingkat !== 'provinsi'
  const ronde = await newestRound(tx, area)
  const [utama, melintasi, ditugaskan, bentrok] = await Promise.all([
    sql<
      Omit<Hitungan, 'melintasi' | 'bertentangan' | 'ditugaskan'> & {
        kunci: number
        nama: string | null
      }
    >`
      with k as (
        select ${kunci('k')} as kunci, count(*)::int as keluarga, count(*) filter (where ${t.belum})::int as belum,
          count(*) filter (where ${t.terlambat})::int as terlambat, count(*) filter (where ${t.segera})::int as segera
        from keluarga k where k.status = 'aktif' and ${inArea(area, 'k')} group by 1)
      select k.*, (k.keluarga - k.belum - k.terlambat)::int as terkini, w.nama from k left join wilayah w on not ${perRt} and w.kode = k.kunci order by k.kunci`.execute(
      tx,
    ),
    perRt || belowVillage(area)
      ? sql<Jumlah>`select ${kunci('h')} as kunci, count(*)::int as n from peringkat_hasil h
          where h.ronde_id = ${ronde}::uuid and h.miskin = 2 and ${inArea(area, 'h')} group by 1`.execute(
          tx,
        )
      : sql<Jumlah>`select ${kunci('h')} as kunci, sum(h.keluarga)::int as n from peringkat_rekap h
          where h.ronde_id = ${ronde}::uuid and h.miskin = 2 and ${inArea(area, 'h', null)} group by 1`.execute(
          tx,
        ),
    sql<Jumlah>`select ${kunci('t')} as kunci, count(*)::int as n from penugasan_kunjungan t
      where t.selesai_pada is null and ${inArea(area, 't')} group by 1`.execute(tx),
    dekat
      ? sql<Jumlah>`
        with l as (select distinct on (p.kab, p.keluarga_id) p.kab, p.keluarga_id, p.nilai from peringkat_luar p
            where p.jenis = 'desil' and ${inArea(area, 'p')} order by p.kab, p.keluarga_id, p.tanggal desc, p.id desc),
          beda as (select l.kab, l.keluarga_id from l join peringkat_hasil h on h.kab = l.kab and h.keluarga_id = l.keluarga_id and h.ronde_id = ${ronde}::uuid
            where abs(l.nilai - h.desil) >= ${kebijakanKunjungan.selisih_desil}::int
            union select p.kab, p.keluarga_id from penerimaan p join keluarga k on k.kab = p.kab and k.id = p.keluarga_id and k.kelayakan = 'tidak_layak'
              where p.sampai is null and ${inArea(area, 'p')})
        select ${kunci('k')} as kunci, count(*)::int as n from beda join keluarga k on k.kab = beda.kab and k.id = beda.keluarga_id
        where k.status = 'aktif' and ${inArea(area, 'k', 'id')} group by 1`.execute(tx)
      : null,
  ])
  const cari = (rows: readonly Jumlah[], k: number): number =>
    rows.find((r) => Number(r.kunci) === k)?.n ?? 0
  return utama.rows.map(({ kunci: k, nama, ...u }) => {
    const n = Number(k)
    return {
      ...u,
      kode: perRt ? area.lo : n,
      rt: perRt ? n : null,
      nama: nama ?? (perRt ? `RT ${String(n).padStart(3, '0')}` : String(n)),
      melintasi: cari(melintasi.rows, n),
      ditugaskan: cari(ditugaskan.rows, n),
      bertentangan: bentrok ? cari(bentrok.rows, n) : null,
    }
  })
}

const tambah = (rows: readonly Hitungan[]): Hitungan => {
  const sum = (f: (r: Hitungan) => number): number => rows.reduce((s, r) => s + f(r), 0)
  return {
    keluarga: sum((r) => r.keluarga),
    terkini: sum((r) => r.terkini),
    belum: sum((r) => r.belum),
    terlambat: sum((r) => r.terlambat),
    segera: sum((r) => r.segera),
    melintasi: sum((r) => r.melintasi),
    ditugaskan: sum((r) => r.ditugaskan),
    bertentangan: rows.some((r) => r.bertentangan === null)
      ? null
      : sum((r) => r.bertentangan ?? 0),
  }
}

export const rekap = handle(kunjunganRekap, async (ctx, input) => {
  const wilayah = input.wilayah ?? ctx.pengguna.wilayah
  const jalur = await regionPath(ctx.tx, wilayah)
  const di = jalur?.at(-1)
  if (!di) return err(problem('tidak.ada'))
  const bawah = await rekapKunjungan(ctx, narrowed(ctx.cakupan, wilayah), tingkatOf(wilayah))
  return ok({
    wilayah,
    namaWilayah: di.nama,
    tingkat: di.tingkat,
    jumlah: tambah(bawah),
    bawah,
  })
})
