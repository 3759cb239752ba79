/** Merges of the reader's area: the list, one with both records side by side, and the preview before a proposal. */
import { type RawBuilder, sql } from 'kysely'
import { gabungDaftar, gabungPratinjau, gabungSatu } from '#contract/gabung.ts'
import { problem } from '#contract/problems.ts'
import { kataTolakGabung } from '#domain/gabung/putus.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { peranKata } from '#server/usulan/kata.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { letak } from './ajukan.ts'
import { type BarisGabung, daftarGabung, gabunganOf, satuGabung } from './baris.ts'
import { type DuaRekaman, muatRekaman, type Termuat } from './muat.ts'
import { pasangkan } from './pasangkan.ts'
import { tolakOf } from './putuskan.ts'
import { rencanaGabung, rencanaPisah } from './rencana.ts'
import { akibatOf, bidangOf, isiOf, labelBidang, rekamanShown } from './tampil.ts'

const barisOf = (g: BarisGabung) => ({
  kab: g.kab,
  id: g.id,
  arah: g.arah,
  jenis: g.jenis,
  status: g.status,
  ke: g.nama_ke ?? '',
  dari: g.nama_dari ?? '',
  namaWilayah: g.nama_wilayah,
  alasan: g.alasan,
  pengusul: g.pengusul,
  setuju: g.setuju.length,
  perlu: g.perlu,
  dibuatPada: g.dibuat_pada.toISOString(),
  dipisahPada: g.dipisah_pada?.toISOString() ?? null,
  versi: g.versi,
})

const lihat: Readonly<Record<'menunggu' | 'selesai' | 'semua', RawBuilder<unknown>>> = {
  menunggu: sql`g.status = 'diajukan'`,
  selesai: sql`g.status = 'dilaksanakan'`,
  semua: sql`true`,
}

export const list = handle(gabungDaftar, async (ctx, f) => {
  const syarat = f.setelah ? sql`${lihat[f.lihat]} and g.id < ${f.setelah}` : lihat[f.lihat]
  const found = await daftarGabung(ctx.tx, ctx.cakupan, syarat, f.batas + 1)
  const rows = found.slice(0, f.batas)
  ctx.lihat(rows.map((g) => ({ jenis: g.jenis, id: g.ke_id, wilayah: g.wilayah })))
  return ok({
    gabung: rows.map(barisOf),
    berikutnya: found.length > f.batas ? (rows.at(-1)?.id ?? null) : null,
  })
})

/** Both records as they stand, with what a plan would do. */
async function berdampingan(ctx: Context, g: DuaRekaman, termuat: Termuat) {
  const r = termuat.rekaman
  const [ke, dari] = [await rekamanShown(ctx, r, g, 'ke'), await rekamanShown(ctx, r, g, 'dari')]
  const [a, b] = [isiOf(r, g, 'ke'), isiOf(r, g, 'dari')]
  if (!ke || !dari || !a || !b) return null
  const { bersama, perlu } = letak(r, g)
  ctx.lihat([
    { jenis: g.jenis, id: ke.id, wilayah: ke.wilayah },
    { jenis: g.jenis, id: dari.id, wilayah: dari.wilayah },
  ])
  return {
    ke,
    dari,
    bidang: bidangOf(g.jenis, a, b),
    perlu,
    namaBersama: bersama === 0 ? 'Indonesia' : (await regionBrief(ctx.tx, bersama)).nama,
  }
}

export const preview = handle(gabungPratinjau, async (ctx, f) => {
  const g = { jenis: f.jenis, ke: { kab: f.keKab, id: f.ke }, dari: { kab: f.dariKab, id: f.dari } }
  const termuat = await muatRekaman(ctx, g)
  const dua = termuat && (await berdampingan(ctx, g, termuat))
  if (!termuat || !dua) return err(problem('tidak.ada'))
  const orang = pasangkan(termuat.rekaman, g)
  const rencana = await rencanaGabung(ctx, termuat, { ...g, orang, ambil: [], hari: ctx.today })
  return ok({
    ...dua,
    orang: [...orang],
    akibat: rencana.ok ? akibatOf(rencana.value.ubahan) : [],
    masalah: rencana.ok ? null : rencana.error.masalah,
  })
})

type Langkah = {
  aksi: 'ajukan' | 'setuju' | 'tolak' | 'batalkan'
  alasan: string | null
  oleh: string
  peran: string
  pada: Date
}

async function langkahOf(ctx: Context, g: BarisGabung) {
  const found =
    await sql<Langkah>`select l.aksi, l.alasan, p.nama as oleh, l.peran, l.pada from gabung_langkah l
    join pengguna p on p.id = l.pengguna_id where l.kab = ${g.kab} and l.gabung_id = ${g.id} order by l.id`.execute(
      ctx.tx,
    )
  return found.rows.map((l) => ({ ...l, peran: peranKata(l.peran), pada: l.pada.toISOString() }))
}

async function pemisahanOf(ctx: Context, g: BarisGabung) {
  const found = await sql<{ kab: number; id: string }>`select kab, id from gabung
    where kab = ${g.kab} and asal_id = ${g.id} and status in ('diajukan', 'dilaksanakan') order by id desc limit 1`.execute(
    ctx.tx,
  )
  return found.rows[0] ?? null
}

/** What it would do today, of an open proposal or of a merge that could be taken back. */
async function rencanaOf(ctx: Context, g: BarisGabung, termuat: Termuat) {
  if (g.arah === 'gabung' && g.status === 'diajukan')
    return rencanaGabung(ctx, termuat, gabunganOf(g, ctx.today))
  const dilaksanakan = g.status === 'dilaksanakan' && g.dipisah_pada === null
  if (g.arah === 'gabung') return dilaksanakan ? rencanaPisah(ctx, g) : null
  if (g.status !== 'diajukan') return null
  const asal = await satuGabung(ctx.tx, ctx.cakupan, g.kab, g.asal_id ?? '')
  return asal ? rencanaPisah(ctx, asal) : null
}

export const one = handle(gabungSatu, async (ctx, { kab, id }) => {
  const g = await satuGabung(ctx.tx, ctx.cakupan, kab, id)
  if (!g) return err(problem('tidak.ada'))
  const dua = {
    jenis: g.jenis,
    ke: { kab: g.kab, id: g.ke_id },
    dari: { kab: g.dari_kab, id: g.dari_id },
  }
  const termuat = await muatRekaman(ctx, dua)
  const tampak = termuat && (await berdampingan(ctx, dua, termuat))
  const rencana = termuat && (await rencanaOf(ctx, g, termuat))
  const terbuka = g.status === 'diajukan'
  const tolak = terbuka && termuat ? await tolakOf(ctx, g, termuat.keluarga) : null
  const pemisahan = await pemisahanOf(ctx, g)
  const dapatDipisah = g.arah === 'gabung' && g.status === 'dilaksanakan' && g.dipisah_pada === null
  const orang = new Map((termuat?.rekaman.individu ?? []).map((i) => [i.id, i.nama]))
  return ok({
    ...barisOf(g),
    pratinjau: tampak && {
      ...tampak,
      perlu: g.perlu,
      akibat: rencana?.ok ? akibatOf(rencana.value.ubahan) : [],
      masalah: rencana && !rencana.ok ? rencana.error.masalah : null,
    },
    orang: g.orang.map((p) => ({ ke: orang.get(p.ke) ?? '', dari: orang.get(p.dari) ?? '' })),
    ambil: g.ambil.map(labelBidang),
    langkah: await langkahOf(ctx, g),
    asal: g.asal_id ? { kab: g.kab, id: g.asal_id } : null,
    pemisahan,
    bolehMemutus: terbuka && tolak === null && termuat !== null,
    tolakMemutus: tolak ? kataTolakGabung[tolak] : null,
    bolehMembatalkan: terbuka && g.pengusul_id === ctx.pengguna.id,
    bolehMemisah: dapatDipisah && pemisahan === null,
    rincian: rencana && !rencana.ok ? [...rencana.error.rincian] : [],
  })
})
