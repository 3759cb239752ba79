/** The bench: a sample of a run's pairs by layers of weight, the labels that people gave, and what they say of each threshold. */
import { sql } from 'kysely'
import { padananBangku, padananLabeli } from '#contract/padanan-putusan.ts'
import { peninjauPadanan } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { alokasi, berkasBangkuSchema, taksirBangku } from '#domain/padanan/bangku.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { rujukan } from './antrean.ts'
import { satuPasangan } from './putuskan.ts'

const kebijakan = readPolicy('parameter/bangku-padanan.yaml', berkasBangkuSchema).nilai

type Jalan = { id: string; wilayah: number; padan: number; periksa: number }
type Lapis = { lapis: number; jumlah: number; peluang: number }
type Sampel = {
  lapis: number
  kab: number
  id: string
  label: 'sama' | 'beda' | 'tidak_tahu' | null
}

/** Layers as wide as the run's weights are spread, one edge of them being its threshold. */
async function lapisOf(
  ctx: Context,
  j: Jalan,
): Promise<{ lebar: number; lapis: readonly Lapis[] }> {
  const found = await sql<{ terendah: number; tertinggi: number }>`
    select min(p.bobot)::float8 as terendah, max(p.bobot)::float8 as tertinggi from padanan_pasangan p
    where p.jalan_id = ${j.id} and ${inArea(ctx.cakupan, 'p', null)}`.execute(ctx.tx)
  const { terendah, tertinggi } = found.rows[0] ?? { terendah: 0, tertinggi: 0 }
  const lebar = Math.max(0.5, ((tertinggi ?? 0) - (terendah ?? 0)) / kebijakan.lapis)
  const lapis = await sql<Lapis>`
    select floor((p.bobot - ${j.padan}::float8) / ${lebar}::float8)::int as lapis, count(*)::int as jumlah, avg(p.peluang)::float8 as peluang
    from padanan_pasangan p where p.jalan_id = ${j.id} and ${inArea(ctx.cakupan, 'p', null)} group by 1 order by 1`.execute(
    ctx.tx,
  )
  return { lebar, lapis: lapis.rows }
}

/**
 * The first of each layer in an order that the two records alone decide: what was labelled in one run is
 * drawn again in the next. A decision on the records counts as a label where there is none.
 */
async function sampelOf(
  ctx: Context,
  j: Jalan,
  lebar: number,
  lapis: readonly Lapis[],
): Promise<readonly Sampel[]> {
  const banyak = alokasi(lapis, kebijakan.sampel, kebijakan.sedikitnya)
  const found = await sql<Sampel>`
    with n as (select * from unnest(${lapis.map((l) => l.lapis)}::int[], ${banyak}::int[]) as n(lapis, banyak)),
    p as (
      select p.*, floor((p.bobot - ${j.padan}::float8) / ${lebar}::float8)::int as lapis,
        row_number() over (partition by floor((p.bobot - ${j.padan}::float8) / ${lebar}::float8)::int order by md5(p.kiri_id::text || p.kanan_id::text), p.id) as ke
      from padanan_pasangan p where p.jalan_id = ${j.id} and ${inArea(ctx.cakupan, 'p', null)})
    select p.lapis, p.kab, p.id, coalesce(
      (select l.label from padanan_label l where l.kab = p.kiri_kab and l.kiri_id = p.kiri_id and l.kanan_id = p.kanan_id order by l.id desc limit 1),
      (select case d.putusan when 'ragu' then 'tidak_tahu' else d.putusan end from padanan_putusan d
        where d.kab = p.kiri_kab and d.kiri_id = p.kiri_id and d.kanan_id = p.kanan_id order by d.id desc limit 1)) as label
    from p join n on n.lapis = p.lapis and p.ke <= n.banyak order by md5(p.kanan_id::text), p.id`.execute(
    ctx.tx,
  )
  return found.rows
}

async function jalanOf(ctx: Context, id: string): Promise<Jalan | undefined> {
  const found =
    await sql<Jalan>`select j.id, j.wilayah, j.ambang_padan as padan, j.ambang_periksa as periksa
    from padanan_jalan j where j.id = ${id}`.execute(ctx.tx)
  return found.rows[0]
}

async function bangkuOf(ctx: Context, j: Jalan) {
  const { lebar, lapis } = await lapisOf(ctx, j)
  const sampel = await sampelOf(ctx, j, lebar, lapis)
  const perLapis = lapis.map((l) => {
    const milik = sampel.filter((s) => s.lapis === l.lapis)
    const jelas = milik.filter((s) => s.label === 'sama' || s.label === 'beda')
    return {
      batas: j.padan + l.lapis * lebar,
      jumlah: l.jumlah,
      peluang: l.peluang,
      sampel: milik.length,
      dilabeli: jelas.length,
      sama: jelas.filter((s) => s.label === 'sama').length,
    }
  })
  const berikut = sampel.find((s) => s.label === null)
  return {
    lapis: perLapis,
    sampel: sampel.length,
    dilabeli: sampel.filter((s) => s.label !== null).length,
    berikut: berikut ? { kab: berikut.kab, id: berikut.id } : null,
  }
}

export const bangku = handle(padananBangku, async (ctx, { id }) => {
  const j = await jalanOf(ctx, id)
  if (!j) return err(problem('tidak.ada'))
  const { lapis, ...lain } = await bangkuOf(ctx, j)
  const { nama } = await regionBrief(ctx.tx, j.wilayah)
  return ok({
    namaWilayah: nama,
    ambang: { padan: j.padan, periksa: j.periksa },
    pasangan: lapis.reduce((s, l) => s + l.jumlah, 0),
    detik: kebijakan.detik,
    lapis: lapis.map(({ peluang: _, ...l }) => l),
    titik: [...taksirBangku(lapis, kebijakan.detik)],
    bolehMelabeli: peninjauPadanan.includes(ctx.pengguna.peran),
    ...lain,
  })
})

export const labeli = handle(padananLabeli, async (ctx, { kab, id, label }) => {
  const p = await satuPasangan(ctx, kab, id, false)
  const j = p && (await jalanOf(ctx, p.jalan))
  if (!p || !j) return err(problem('tidak.ada'))
  await sql`insert into padanan_label (kab, wilayah, kiri_id, kanan_id, label, pengguna_id, peran, dibuat_pada)
    values (${p.kiriKab}, ${p.wilayah}, ${p.kiriId}, ${p.kananId}, ${label}, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now})`.execute(
    ctx.tx,
  )
  ctx.lihat(
    rujukan(p).flatMap((r) =>
      r.jenis === 'individu' ? [{ jenis: r.jenis, id: r.id, wilayah: p.wilayah }] : [],
    ),
    { sebelum: null, sesudah: { pasangan: id, label } },
  )
  const { berikut, dilabeli } = await bangkuOf(ctx, j)
  return ok({ berikut, dilabeli })
})
