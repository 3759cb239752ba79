/** How many people stand in one, two, all three of registry, P3KE and Regsosek, by the regions below an area. */
import { sql } from 'kysely'
import { integrasiRekap } from '#contract/integrasi.ts'
import { daftarIntegrasi, semuaDaftar } from '#domain/integrasi/daftar.ts'
import { ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { wholeArea } from '#server/db/whole-area.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { barisDaftar, dikenal, pasangan } from './sql.ts'

type Hitungan = { satu: number; dua: number; tiga: number }

/** Codes of one region below the area span this many; a village is its own. */
function spanOf({ lo, hi }: Cakupan): number {
  const size = hi - lo
  if (size > 1e8) return 1e8
  if (size > 1e6) return 1e6
  return size > 1e4 ? 1e4 : 1
}

/**
 * A person of the registry counts with the sources that know them by NIK or by matching; a person of a source whom
 * the registry does not know counts once for all rows with the same NIK.
 */
async function perDaerah({ tx }: Context, area: Cakupan) {
  const span = spanOf(area)
  const found = await sql<Hitungan & { kode: number; nama: string }>`
    with taut as (
      select i.kab, i.id, s.sumber from individu i join orang_sumber s on s.nik = i.nik
      where ${inArea(area, 'i')} and s.sumber in ('p3ke', 'regsosek')
      union all
      select p.kab, p.kiri_id, s.sumber from padanan_pasangan p join orang_sumber s on s.kab = p.kanan_kab and s.id = p.kanan_id
      where p.kiri_jenis = 'individu' and p.kanan_jenis = 'orang_sumber' and ${pasangan} and s.sumber in ('p3ke', 'regsosek')),
    orang as (
      select i.wilayah, 1 + count(distinct s.sumber) as n from individu i
      left join taut s on s.kab = i.kab and s.id = i.id
      where ${inArea(area, 'i')} and i.status = 'aktif' group by i.kab, i.id, i.wilayah
      union all
      select min(s.wilayah), count(distinct s.sumber) from orang_sumber s
      where ${inArea(area, 's', null)} and s.sumber in ('p3ke', 'regsosek') and not ${dikenal} group by coalesce(s.nik, s.id::text))
    select d.kode, coalesce(w.nama, d.kode::text) as nama, d.satu, d.dua, d.tiga from (
      select wilayah - wilayah % ${span}::bigint as kode, count(*) filter (where n = 1)::int as satu, count(*) filter (where n = 2)::int as dua,
        count(*) filter (where n >= 3)::int as tiga from orang group by 1) d
    left join wilayah w on w.kode = d.kode order by d.kode`.execute(tx)
  return found.rows
}

async function perDaftar({ tx }: Context, area: Cakupan) {
  const counts = semuaDaftar.map(
    (jenis) =>
      sql`select ${jenis}::text as jenis, count(*)::int as jumlah from (${barisDaftar(jenis, area)}) d`,
  )
  const found = await sql<{
    jenis: string
    jumlah: number
  }>`${sql.join(counts, sql` union all `)}`.execute(tx)
  return semuaDaftar.map((jenis) => ({
    jenis,
    label: daftarIntegrasi[jenis].label,
    isi: daftarIntegrasi[jenis].isi,
    jumlah: found.rows.find((r) => r.jenis === jenis)?.jumlah ?? 0,
  }))
}

export const rekap = handle(integrasiRekap, async (ctx, { wilayah }) => {
  const area = narrowed(ctx.cakupan, wilayah)
  const [daerah, daftar] = await wholeArea(
    ctx.tx,
    async () => [await perDaerah(ctx, area), await perDaftar(ctx, area)] as const,
  )
  const sum = (key: keyof Hitungan) => daerah.reduce((n, d) => n + d[key], 0)
  return ok({ daerah, jumlah: { satu: sum('satu'), dua: sum('dua'), tiga: sum('tiga') }, daftar })
})
