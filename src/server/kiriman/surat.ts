/** Issues the Surat Pengesahan of a batch, with its number or while that follows. */
import { type Problem, problem } from '#contract/problems.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import { type BarisLampiran, suratPengesahan } from '#domain/kiriman/surat.ts'
import { err, type Result } from '#domain/result.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import { type Terbit, terbitkan } from '#server/dokumen/terbit.ts'
import type { Context } from '#server/http/context.ts'
import { ringOf } from '#server/kripto/kunci.ts'

export type PermintaanSurat = {
  readonly kab: number
  readonly wilayah: number
  readonly kiriman: string
  readonly nomor: string | null
  readonly tanggal: string
  readonly periode: string
  readonly penanda: number
  readonly sidik: string
  readonly menggantikan: { readonly kab: number; readonly id: string } | null
  readonly baris: readonly BarisLampiran[]
}

/** While the number follows, the register knows the letter by the number of its batch. */
export async function terbitkanPengesahan(
  ctx: Context,
  p: PermintaanSurat,
): Promise<Result<Terbit, Problem>> {
  const kop = await kopOf(ctx.tx, p.wilayah)
  const penanda = kop?.penanda[p.penanda] ?? kop?.penanda[0]
  if (!kop || !penanda) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const kepala = await kopSurat(ctx.tx, ring, kop)
  return terbitkan(ctx.tx, ring, {
    jenis: 'surat_pengesahan',
    kantor: p.wilayah,
    tempat: { kab: p.kab, wilayah: p.wilayah, rt: null, keluargaId: null },
    tanggal: p.tanggal,
    pada: ctx.now,
    nomor: p.nomor ?? `menyusul (${p.kiriman})`,
    menggantikan: p.menggantikan,
    penggunaId: ctx.pengguna.id,
    susun: ({ alamat }) =>
      suratPengesahan({
        kop: kepala,
        tempat: kop.tempat,
        penanda,
        kantor: sebutan(kop.kantor),
        kiriman: p.kiriman,
        nomor: p.nomor,
        tanggal: p.tanggal,
        periode: p.periode,
        baris: p.baris,
        sidik: p.sidik,
        alamat,
      }),
  })
}
