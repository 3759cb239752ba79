/** Posted lists over HTTP: what there is, one on screen, one on F4. */

import type { Input } from '#contract/operation.ts'
import { pengumumanCetak, pengumumanDaftar, pengumumanSatu } from '#contract/pengumuman.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { type BagianPengumuman, suratPengumuman } from '#domain/pengumuman/surat.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { jenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { inside, tingkatOf } from '#domain/wilayah/kode.ts'
import { cetak } from '#server/dokumen/cetak.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import type { Context, Subjek } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { Unduhan } from '#server/http/reply.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { listHeads } from '#server/kuota/daftar.ts'
import { programLabel } from '#server/kuota/program.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { namaPenerima, namaUsulan, yangDiumumkan } from './queries.ts'

type Isi = {
  readonly judul: string
  readonly kantor: string
  readonly dasar: string | null
  readonly ajakan: string
  readonly bagian: readonly BagianPengumuman[]
}

const daftar = handle(pengumumanDaftar, async (ctx, { wilayah }) => {
  const rows = await yangDiumumkan(ctx.tx, narrowed(ctx.cakupan, wilayah))
  return ok({
    pengumuman: rows.map((r) => ({
      ...r,
      program: r.program === null ? null : programLabel(r.program),
    })),
  })
})

const ajakan = (kantor: string): string =>
  `Warga yang mengetahui bahwa nama di atas tidak tepat, atau ada keluarga yang terlewat, dapat menyampaikannya di ${kantor}. Nama pelapor tidak diumumkan.`

async function dariUsulan(ctx: Context, wilayah: number, kantor: string): Promise<Isi | null> {
  const rows = await namaUsulan(ctx.tx, ctx.cakupan, wilayah)
  if (rows.length === 0) return null
  ctx.lihat(rows.map((r): Subjek => ({ jenis: 'usulan', id: r.id, wilayah })))
  const acara = [
    ...new Set(
      rows.flatMap((r) =>
        r.nomor ? [`nomor ${r.nomor} tanggal ${tanggalSurat(r.tanggal ?? '')}`] : [],
      ),
    ),
  ]
  return {
    judul: 'Pengumuman Daftar Usulan',
    kantor,
    dasar: acara.length > 0 ? `berita acara ${acara.join('; ')}` : null,
    ajakan: ajakan(kantor),
    bagian: semuaJenis.flatMap((jenis) => {
      const baris = rows.filter((r) => r.jenis === jenis).map(({ nama, rt }) => ({ nama, rt }))
      return baris.length > 0 ? [{ judul: jenisUsulan[jenis].label.id, baris }] : []
    }),
  }
}

async function dariSk(
  ctx: Context,
  id: string,
  wilayah: number,
  kantor: string,
): Promise<Isi | null> {
  const [head] = await listHeads(ctx.tx, ctx.cakupan, { id })
  if (!head?.sk_nomor) return null
  const rows = await namaPenerima(ctx.tx, ctx.cakupan, id, wilayah)
  if (rows.length === 0) return null
  ctx.lihat([
    { jenis: 'daftar', id, wilayah: head.wilayah },
    ...rows.map((r): Subjek => ({ jenis: 'keluarga', id: r.id, wilayah })),
  ])
  const program = programLabel(head.program).id
  return {
    judul: `Pengumuman Penerima ${program}`,
    kantor,
    dasar: `keputusan ${head.sk_penerbit ?? ''} nomor ${head.sk_nomor} tanggal ${tanggalSurat(head.sk_tanggal ?? '')}`,
    ajakan: ajakan(kantor),
    bagian: [{ judul: program, baris: rows.map(({ nama, rt }) => ({ nama, rt })) }],
  }
}

async function isiOf(
  ctx: Context,
  input: Input<typeof pengumumanSatu>,
): Promise<Result<Isi, Problem>> {
  const { wilayah } = input
  if (tingkatOf(wilayah) !== 'desa' || !inside(wilayah, ctx.cakupan))
    return err(problem('tidak.ada'))
  const kantor = sebutan(await regionBrief(ctx.tx, wilayah))
  const isi =
    input.jenis === 'usulan'
      ? await dariUsulan(ctx, wilayah, kantor)
      : input.daftar
        ? await dariSk(ctx, input.daftar, wilayah, kantor)
        : null
  return isi ? ok(isi) : err(problem('tidak.ada'))
}

const satu = handle(pengumumanSatu, async (ctx, input) => {
  const isi = await isiOf(ctx, input)
  if (!isi.ok) return isi
  return ok({
    ...isi.value,
    bagian: isi.value.bagian.map((b) => ({ judul: b.judul, baris: [...b.baris] })),
  })
})

const keKertas = handle(pengumumanCetak, async (ctx, input) => {
  const isi = await isiOf(ctx, input)
  if (!isi.ok) return isi
  const kop = await kopOf(ctx.tx, input.wilayah)
  const penanda = kop?.penanda[0]
  if (!kop || !penanda) return err(problem('tidak.ada'))
  const pdf = await cetak(
    suratPengumuman({
      ...isi.value,
      kop: await kopSurat(ctx.tx, await ringOf(ctx.dataFolder), kop),
      tempat: kop.tempat,
      penanda,
      tanggal: ctx.today,
    }),
  )
  return ok(new Unduhan(`pengumuman-${input.jenis}-${input.wilayah}.pdf`, 'application/pdf', pdf))
})

export const pengumumanHandlers: readonly Bound[] = [daftar, satu, keKertas]
