/** Issues a receipt of one's own office: numbered, with a QR that anybody can look up. */
import { type Problem, problem } from '#contract/problems.ts'
import { suratTandaTerima } from '#domain/dokumen/tanda-terima.ts'
import { err, type Result } from '#domain/result.ts'
import type { Tempat } from '#server/berkas/simpan.ts'
import type { Context } from '#server/http/context.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { kopOf, kopSurat } from './kop.ts'
import { type Terbit, terbitkan } from './terbit.ts'

export type PermintaanTerima = {
  /** `wilayah` is the office that gives it. */
  readonly tempat: Tempat
  readonly judul: string
  readonly rincian: readonly (readonly [string, string])[]
  readonly penutup: string
}

export async function terbitkanTandaTerima(
  ctx: Context,
  p: PermintaanTerima,
): Promise<Result<Terbit, Problem>> {
  const kantor = p.tempat.wilayah
  const kop = await kopOf(ctx.tx, kantor)
  const penanda = kop?.penanda[0]
  if (!kop || !penanda) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const kepala = await kopSurat(ctx.tx, ring, kop)
  return terbitkan(ctx.tx, ring, {
    jenis: 'tanda_terima',
    kantor,
    tempat: p.tempat,
    tanggal: ctx.today,
    pada: ctx.now,
    nomor: null,
    menggantikan: null,
    penggunaId: ctx.pengguna.id,
    susun: ({ nomor, alamat }) =>
      suratTandaTerima({
        kop: kepala,
        tempat: kop.tempat,
        penerima: ctx.pengguna.nama,
        nomor,
        alamatQr: alamat,
        judul: p.judul,
        rincian: p.rincian,
        penutup: p.penutup,
        tanggal: ctx.today,
      }),
  })
}
