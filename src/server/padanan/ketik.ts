/** What a typed record may be: those whom indexes find, each compared as the kernel would. */
import type { z } from 'zod'
import type { padananKetik } from '#contract/padanan-pasangan.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { bitsDari } from '#domain/padanan/bobot.ts'
import { nilaiSatu, type Sel } from '#domain/padanan/nilai.ts'
import { type Uraian, uraikanBobot } from '#domain/padanan/uraian.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import { planOnce } from '#server/db/planned-once.ts'
import type { Context } from '#server/http/context.ts'
import { bobotTerbaru } from './bobot-bagian.ts'
import { type BarisCalon, bacaCalon, calonKasar, saring } from './calon-ketikan.ts'
import { bacaRekaman, type Rekaman } from './rekaman.ts'

export type Ketikan = z.output<(typeof padananKetik)['input']>

type Calon = {
  readonly rekaman: Rekaman
  readonly keluarga: { readonly kab: number; readonly id: string }
  readonly padan: boolean
  readonly uraian: Uraian
}

const ditunjukkan = 10

const selKetikan = (k: Ketikan): Sel => ({
  nik: k.nik,
  nomor_kk: k.nomorKk,
  nama: k.nama,
  tanggal_lahir: k.tanggalLahir,
  jenis_kelamin: k.jenisKelamin === undefined ? null : String(k.jenisKelamin),
  alamat: k.alamat,
  wilayah: String(k.wilayah),
})

/** The likeliest first; none below the weight from which a person should look. */
export async function padankanKetikan(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  area: Cakupan,
  k: Ketikan,
): Promise<Result<{ calon: Calon[]; dibandingkan: number; jalan: string }, Problem>> {
  const [bobot, kasar] = await Promise.all([
    bobotTerbaru(tx, k.wilayah),
    planOnce(tx, () => calonKasar(tx, area, k)),
  ])
  if (!bobot) return err(problem('padanan.belum_penuh'))
  const { model, parameter, lazim } = bobot
  const baris = await bacaCalon(tx, area, [...saring(model, k.nama, kasar).values()])
  const periksa = bitsDari(model.ambang.periksa)
  const urut = nilaiSatu(model, parameter, lazim, selKetikan(k), baris)
    .map((n, i) => ({ ...n, baris: baris[i] as BarisCalon }))
    .filter((n) => n.bobot >= periksa)
    .sort((a, b) => b.bobot - a.bobot || (a.baris.id < b.baris.id ? -1 : 1))
    .slice(0, ditunjukkan)
  const rekaman = await bacaRekaman(
    { tx, now },
    area,
    urut.map(({ baris: b }) => ({ kab: b.kab, id: b.id, jenis: 'individu' })),
  )
  const calon = urut.flatMap(({ baris: b, tingkat, bobot: w }): Calon[] => {
    const satu = rekaman.get(b.id)
    return satu
      ? [
          {
            rekaman: satu,
            keluarga: { kab: b.kab, id: b.keluarga_id },
            padan: w >= bitsDari(model.ambang.padan),
            uraian: uraikanBobot(model, parameter, tingkat, w),
          },
        ]
      : []
  })
  return ok({ calon, dibandingkan: baris.length, jalan: bobot.jalan })
}
