/** Papers of a meeting that get a number and a QR: invitation, posted list, and the signed minutes. */
import { sql } from 'kysely'
import { musyawarahTerbitkan } from '#contract/musyawarah-surat.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { JenisDokumen } from '#domain/dokumen/jenis.ts'
import { tambahHari } from '#domain/kalender/waktu.ts'
import { suratBeritaAcara, type TandaBerita } from '#domain/musyawarah/surat/berita-acara.ts'
import { suratPengumuman } from '#domain/musyawarah/surat/pengumuman.ts'
import { suratUndangan } from '#domain/musyawarah/surat/undangan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type Terbit, type Terbitan, terbitkan } from '#server/dokumen/terbit.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { aturanPada } from '#server/usulan/aturan.ts'
import { type BarisAgenda, barisAgenda } from '../agenda.ts'
import { type KepalaMusyawarah, muatKepala } from '../kepala.ts'
import { bahanRapat } from './bahan.ts'

type Berlaku = { kab: number; id: string; berkas_id: string }

/** The paper of a kind that is in force for a meeting. */
export async function suratBerlaku(
  ctx: Context,
  m: KepalaMusyawarah,
  jenis: JenisDokumen,
): Promise<Berlaku | null> {
  const found =
    await sql<Berlaku>`select kab, id, berkas_id from dokumen where kab = ${m.kab} and musyawarah_id = ${m.id}
    and jenis = ${jenis} and status = 'berlaku' order by id desc limit 1`.execute(ctx.tx)
  return found.rows[0] ?? null
}

type Isian = Pick<Terbitan, 'jenis' | 'nomor' | 'susun'> & {
  readonly tanggal: string
  readonly meterai: string | null
}

/** Enters a paper in the register, in place of the one of its kind that was in force. */
async function daftarkan(
  ctx: Context,
  m: KepalaMusyawarah,
  { meterai, ...isian }: Isian,
): Promise<Result<Terbit, Problem>> {
  const terbit = await terbitkan(ctx.tx, await ringOf(ctx.dataFolder), {
    ...isian,
    kantor: m.wilayah,
    tempat: { kab: m.kab, wilayah: m.wilayah, rt: null, keluargaId: null },
    pada: ctx.now,
    menggantikan: await suratBerlaku(ctx, m, isian.jenis),
    penggunaId: ctx.pengguna.id,
    musyawarah: { id: m.id, meterai },
  })
  if (terbit.ok)
    ctx.lihat([{ jenis: 'dokumen', id: terbit.value.id, wilayah: m.wilayah }], {
      sebelum: null,
      sesudah: { jenis: isian.jenis, nomor: terbit.value.nomor, sidik: terbit.value.sidik },
    })
  return terbit
}

export type Tertanda = {
  readonly nomor: string
  readonly sidik: string
  readonly berlakuSampai: string
  readonly tanda: readonly TandaBerita[]
}

/** The minutes or the statement as signed, with the rows that it binds. */
export async function terbitkanBerita(
  ctx: Context,
  m: KepalaMusyawarah,
  rows: readonly BarisAgenda[],
  t: Tertanda,
): Promise<Result<Terbit, Problem>> {
  const bahan = await bahanRapat(ctx, m, rows)
  if (!bahan.ok) return bahan
  return daftarkan(ctx, m, {
    jenis: m.jenis === 'sptjm' ? 'sptjm' : 'berita_acara',
    nomor: t.nomor,
    tanggal: ctx.today,
    meterai: t.sidik,
    susun: (x) => suratBeritaAcara(bahan.value, { ...t, ...x, pada: ctx.today }),
  })
}

async function undangan(ctx: Context, m: KepalaMusyawarah, nomor: string | null) {
  if (m.status !== 'disiapkan' || m.jenis === 'sptjm') return err(problem('musyawarah.tertutup'))
  const bahan = await bahanRapat(ctx, m, await barisAgenda(ctx, m))
  if (!bahan.ok) return bahan
  const susun: Terbitan['susun'] = (x) => suratUndangan(bahan.value, x)
  return daftarkan(ctx, m, { jenis: 'undangan', nomor, tanggal: ctx.today, meterai: null, susun })
}

/** Names as the signed paper has them. */
async function pengumuman(ctx: Context, m: KepalaMusyawarah, nomor: string | null) {
  const berita = m.nomor
  if (m.status !== 'ditandatangani' || berita === null)
    return err(problem('musyawarah.belum_ditandatangani'))
  const bahan = await bahanRapat(ctx, m, await barisTerikat(ctx, m))
  if (!bahan.ok) return bahan
  const { masa_pengumuman_hari: masa } = aturanPada(m.tanggal).rezim.nilai
  return daftarkan(ctx, m, {
    jenis: 'pengumuman',
    nomor,
    tanggal: ctx.today,
    meterai: null,
    susun: (x) => suratPengumuman(bahan.value, x, berita, tambahHari(ctx.today, masa)),
  })
}

/** Rows of the agenda that the signed paper binds. */
export async function barisTerikat(ctx: Context, m: KepalaMusyawarah): Promise<BarisAgenda[]> {
  const found = await sql<{ usulan_id: string }>`select usulan_id from musyawarah_meterai
    where kab = ${m.kab} and musyawarah_id = ${m.id}`.execute(ctx.tx)
  const terikat = new Set(found.rows.map((r) => r.usulan_id))
  return (await barisAgenda(ctx, m)).filter((b) => terikat.has(b.id))
}

export const issue = handle(musyawarahTerbitkan, async (ctx, { kab, id, surat, nomor }) => {
  const m = await muatKepala(ctx, { kab, id }, true)
  if (!m.ok) return m
  const terbit = await { undangan, pengumuman }[surat](ctx, m.value, nomor)
  if (!terbit.ok) return terbit
  ctx.lihat([{ jenis: 'musyawarah', id, wilayah: m.value.wilayah }])
  return ok({ nomor: terbit.value.nomor })
})
