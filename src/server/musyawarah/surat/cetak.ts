/** A paper of a meeting as PDF: printed as the meeting stands, or as it was issued or signed. */
import { musyawarahCetak } from '#contract/musyawarah-surat.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { JenisDokumen } from '#domain/dokumen/jenis.ts'
import type { Surat } from '#domain/dokumen/surat.ts'
import { suratAgenda } from '#domain/musyawarah/surat/agenda.ts'
import type { BahanRapat } from '#domain/musyawarah/surat/bahan.ts'
import { suratBeritaAcara } from '#domain/musyawarah/surat/berita-acara.ts'
import { suratDaftarHadir } from '#domain/musyawarah/surat/daftar-hadir.ts'
import { suratNotulen } from '#domain/musyawarah/surat/notulen.ts'
import { suratPerbaikan } from '#domain/musyawarah/surat/perbaikan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { berkasRow } from '#server/berkas/queries.ts'
import { isiBerkas } from '#server/berkas/simpan.ts'
import { cetak } from '#server/dokumen/cetak.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan } from '#server/http/reply.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { type BarisAgenda, barisAgenda } from '../agenda.ts'
import { type KepalaMusyawarah, muatKepala } from '../kepala.ts'
import { perbaikanSesudah } from '../periksa.ts'
import { bahanRapat } from './bahan.ts'
import { suratBerlaku } from './terbit.ts'

type Nama = Input<typeof musyawarahCetak>['surat']

/** Papers that are made of what the meeting holds at this moment. */
const langsung = {
  agenda: suratAgenda,
  daftar_hadir: suratDaftarHadir,
  notulen: suratNotulen,
  berita_acara: (b: BahanRapat) => suratBeritaAcara(b, null),
} as const satisfies Partial<Record<Nama, (b: BahanRapat) => Surat>>

const isLangsung = (surat: Nama): surat is keyof typeof langsung => surat in langsung

/** Papers that are in the register. */
const jenisTerbit = (m: KepalaMusyawarah): Partial<Record<Nama, JenisDokumen>> => ({
  undangan: 'undangan',
  pengumuman: 'pengumuman',
  berita_acara: m.jenis === 'sptjm' ? 'sptjm' : 'berita_acara',
})

/** The file that was kept when the paper was issued or signed, or the scan; null where there is none. */
async function tersimpan(
  ctx: Context,
  m: KepalaMusyawarah,
  surat: Nama,
): Promise<{ readonly isi: Buffer; readonly jenis: string } | null> {
  const ring = await ringOf(ctx.dataFolder)
  if (surat === 'pindaian') {
    if (m.pindaianId === null) return null
    const row = await berkasRow(ctx.tx, ctx.cakupan, m.kab, m.pindaianId)
    const isi = await isiBerkas(ctx.tx, ring, { kab: m.kab, id: m.pindaianId, bagian: 'isi' })
    return row && isi ? { isi, jenis: row.jenis } : null
  }
  const jenis = jenisTerbit(m)[surat]
  if (!jenis) return null
  const row = await suratBerlaku(ctx, m, jenis)
  const isi = row
    ? await isiBerkas(ctx.tx, ring, { kab: m.kab, id: row.berkas_id, bagian: 'isi' })
    : null
  return isi ? { isi, jenis: 'application/pdf' } : null
}

/** The photographs, opened one after the other. */
async function fotoOf(ctx: Context, m: KepalaMusyawarah): Promise<Uint8Array[]> {
  const ring = await ringOf(ctx.dataFolder)
  const foto: Uint8Array[] = []
  for (const id of m.fotoId) {
    const isi = await isiBerkas(ctx.tx, ring, { kab: m.kab, id, bagian: 'isi' })
    if (isi) foto.push(isi)
  }
  return foto
}

async function baru(
  ctx: Context,
  m: KepalaMusyawarah,
  surat: Nama,
  rows: readonly BarisAgenda[],
): Promise<Result<Surat, Problem>> {
  if (!isLangsung(surat) && surat !== 'perbaikan') return err(problem('musyawarah.belum_terbit'))
  if (surat === 'perbaikan' && m.nomor === null)
    return err(problem('musyawarah.belum_ditandatangani'))
  const bahan = await bahanRapat(ctx, m, rows)
  if (!bahan.ok) return bahan
  if (surat === 'notulen') return ok(suratNotulen({ ...bahan.value, foto: await fotoOf(ctx, m) }))
  if (isLangsung(surat)) return ok(langsung[surat](bahan.value))
  const perbaikan = (await perbaikanSesudah(ctx, m)).map((p) => ({ ...p, bidang: p.bidang.id }))
  return ok(suratPerbaikan(bahan.value, m.nomor ?? '', perbaikan))
}

export const print = handle(musyawarahCetak, async (ctx, { surat, ...di }) => {
  const found = await muatKepala(ctx, di)
  if (!found.ok) return found
  const m = found.value
  const rows = await barisAgenda(ctx, di)
  ctx.lihat([
    { jenis: 'musyawarah', id: m.id, wilayah: m.wilayah },
    ...rows.map((b) => ({ jenis: 'usulan' as const, id: b.id, wilayah: b.wilayah })),
  ])
  const nama = `${surat.replace('_', '-')}-${m.tanggal}`
  const lama = await tersimpan(ctx, m, surat)
  if (lama) {
    const akhiran = lama.jenis === 'application/pdf' ? 'pdf' : 'jpg'
    return ok(new Unduhan(`${nama}.${akhiran}`, lama.jenis, lama.isi))
  }
  const paper = await baru(ctx, m, surat, rows)
  if (!paper.ok) return paper
  return ok(new Unduhan(`${nama}.pdf`, 'application/pdf', await cetak(paper.value)))
})
