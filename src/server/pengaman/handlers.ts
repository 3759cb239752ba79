/** Patterns held in an area, and their release by somebody who took no part in them. */
import { sql } from 'kysely'
import { pengamanDaftar, pengamanLepas } from '#contract/pengaman.ts'
import type { Peran } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import type { AturanPengaman } from '#domain/pengaman/aturan.ts'
import { err, ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { type BarisUsulan, dariUsulan, kolomUsulan } from '#server/usulan/baris.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { aturanBerkode } from './kebijakan.ts'

type Pelepas = AturanPengaman['pelepas']

/** From which level up each role releases. */
const tingkatPeran: Partial<Record<Peran, number>> = { kepala_opd: 1, provinsi: 2, pusdatin: 3 }
const tingkatAturan: Record<Pelepas, number> = { kabkota: 1, provinsi: 2, nasional: 3 }

const kantor: Record<Pelepas, Label> = {
  kabkota: { id: 'Kepala OPD kabupaten/kota', en: 'Head of the social office' },
  provinsi: { id: 'Dinas Sosial provinsi', en: 'Provincial social office' },
  nasional: { id: 'Pusdatin', en: 'Ministry data centre' },
}

const boleh = (peran: Peran, kode: string): boolean => {
  const aturan = aturanBerkode(kode)
  return aturan !== null && (tingkatPeran[peran] ?? 0) >= tingkatAturan[aturan.pelepas]
}

type Kelompok = {
  aturan: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  ditahan: number
  pola: { jumlah?: number; batas?: number; jendela?: number; rawan?: boolean } | null
  sejak: Date
  usulan: { kab: number; id: string; versi: number; nama: string; jenis: string }[]
}

const list = handle(pengamanDaftar, async (ctx, { wilayah }) => {
  const found = await sql<Kelompok>`
    select u.tahanan as aturan, u.wilayah, coalesce(w.nama, u.wilayah::text) as nama_wilayah, u.rt, count(*)::int as ditahan,
      (array_agg(c.pola order by c.id desc))[1] as pola, min(c.pada) as sejak,
      (jsonb_agg(jsonb_build_object('kab', u.kab, 'id', u.id, 'versi', u.versi, 'nama', u.nama, 'jenis', u.jenis) order by u.id)) as usulan
    from usulan u left join wilayah w on w.kode = u.wilayah
    join lateral (select c.id, c.pola, c.pada from pengaman_catatan c where c.kab = u.kab and c.usulan_id = u.id and c.aksi = 'tahan'
      order by c.id desc limit 1) c on true
    where u.tahanan is not null and ${inArea(narrowed(ctx.cakupan, wilayah), 'u')}
    group by 1, 2, 3, 4 order by sejak limit 200`.execute(ctx.tx)
  ctx.lihat(
    found.rows.flatMap((g) =>
      g.usulan.map((u) => ({ jenis: 'usulan' as const, id: u.id, wilayah: g.wilayah })),
    ),
  )
  return ok({
    pola: found.rows.flatMap((g) => {
      const aturan = aturanBerkode(g.aturan)
      return aturan ? [kata(ctx, g, aturan)] : []
    }),
  })
})

const kata = (ctx: Context, g: Kelompok, aturan: AturanPengaman) => ({
  aturan: g.aturan,
  label: aturan.label,
  wilayah: g.wilayah,
  namaWilayah: g.nama_wilayah,
  rt: g.rt,
  ditahan: g.ditahan,
  jumlah: g.pola?.jumlah ?? g.ditahan,
  batas: g.pola?.batas ?? aturan.batas.jumlah,
  jendelaHari: aturan.jendela_hari,
  rawan: g.pola?.rawan ?? false,
  sejak: g.sejak.toISOString(),
  pelepas: kantor[aturan.pelepas],
  bolehLepas: boleh(ctx.pengguna.peran, g.aturan),
  usulan: g.usulan.slice(0, 500),
})

const release = handle(pengamanLepas, async (ctx, { usulan, alasan }) => {
  const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
    where (u.kab, u.id) in (select * from unnest(${usulan.map((u) => u.kab)}::smallint[], ${usulan.map((u) => u.id)}::uuid[]))
      and ${inArea(ctx.cakupan, 'u')} order by u.id for update of u`.execute(ctx.tx)
  const rows = found.rows
  const seen = new Map(usulan.map((u) => [u.id, u.versi]))
  if (rows.length !== seen.size) return err(problem('tidak.ada'))
  if (rows.some((r) => r.tahanan === null || r.versi !== seen.get(r.id)))
    return err(problem('pengaman.tidak_ditahan'))
  if (rows.some((r) => !boleh(ctx.pengguna.peran, r.tahanan ?? '')))
    return err(problem('pengaman.bukan_wewenang'))
  const saya = ctx.pengguna.id
  if (rows.some((r) => r.pengusul_id === saya || r.pemverifikasi_id === saya))
    return err(problem('pengaman.terlibat'))
  await sql`
    with l as (select * from unnest(${rows.map((r) => r.kab)}::smallint[], ${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.tahanan)}::text[]) as l(kab, id, aturan)),
    u as (update usulan u set tahanan = null, versi = u.versi + 1 from l where u.kab = l.kab and u.id = l.id
      returning u.kab, u.id, u.wilayah, u.rt, u.keluarga_id, l.aturan)
    insert into pengaman_catatan (kab, usulan_id, wilayah, rt, keluarga_id, aturan, aksi, alasan, pengguna_id, peran, pada)
    select kab, id, wilayah, rt, keluarga_id, aturan, 'lepas', ${alasan}, ${saya}, ${ctx.pengguna.peran}, ${ctx.now} from u`.execute(
    ctx.tx,
  )
  ctx.lihat(
    rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })),
    { sebelum: { ditahan: true }, sesudah: { ditahan: false } },
    { alasan },
  )
  return ok({ dilepas: rows.length })
})

export const pengamanHandlers: readonly Bound[] = [list, release]
