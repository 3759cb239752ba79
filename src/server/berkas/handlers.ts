/** Evidence over HTTP: sent, listed for a family, opened. */
import { readFile } from 'node:fs/promises'
import { berkasDaftar, berkasUnduh, berkasUnggah } from '#contract/berkas.ts'
import type { Input } from '#contract/operation.ts'
import { pembacaKeluarga, pemegangBukti } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import { inside, kabOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan } from '#server/http/reply.ts'
import { familyRow } from '#server/keluarga/satu.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { adalahGambar, olahGambar, pikselTerbanyak } from './gambar.ts'
import { periksaPdf } from './pdf.ts'
import { berkasKeluarga, berkasRow, buktiAsal, kategori } from './queries.ts'
import { type BerkasBaru, berkasSama, isiBerkas, simpanBerkas, type Tempat } from './simpan.ts'

const unggah = handle(berkasUnggah, async (ctx, input) => {
  const { unggahan, tx, pengguna } = ctx
  if (!unggahan) return err(problem('berkas.kosong'))
  const tempat = await tempatOf(ctx, input)
  if (!tempat.ok) return tempat
  const { keluargaId, wilayah, kab } = tempat.value
  // Whoever sees no families sets letterheads: the arms of the office, and nothing else.
  if (!pemegangBukti.includes(pengguna.peran) && input.guna !== 'logo')
    return err(problem('izin.kurang'))
  const before = await berkasSama(tx, tempat.value, input.guna, unggahan.sidik)
  if (before) return ok({ kab, ...before, sudahAda: true })
  const kept = await periksa(await readFile(unggahan.path))
  if (!kept.ok) return kept
  const made = await simpanBerkas(tx, await ringOf(ctx.dataFolder), {
    ...kept.value,
    tempat: tempat.value,
    guna: input.guna,
    sidikKiriman: unggahan.sidik,
    penggunaId: pengguna.id,
  })
  ctx.lihat(
    [
      { jenis: 'berkas', id: made.id, wilayah },
      ...(keluargaId ? [{ jenis: 'keluarga' as const, id: keluargaId, wilayah }] : []),
    ],
    {
      sebelum: null,
      sesudah: { guna: input.guna, ukuran: made.ukuran, sidik: made.sidik, wilayah },
    },
  )
  return ok({ kab, ...made })
})

/** Where a file belongs, if the sender may put one there. */
async function tempatOf(
  { tx, cakupan, pengguna }: Context,
  input: Input<typeof berkasUnggah>,
): Promise<Result<Tempat, Problem>> {
  if (input.keluarga !== undefined || input.kab !== undefined) {
    const { kab, keluarga: id } = input
    if (kab === undefined || id === undefined || !pembacaKeluarga.includes(pengguna.peran))
      return err(problem('tidak.ada'))
    const row = await familyRow(tx, cakupan, { kab, id })
    if (!row) return err(problem('tidak.ada'))
    return ok({ kab, wilayah: row.wilayah, rt: row.rt, keluargaId: id })
  }
  const wilayah = input.wilayah ?? pengguna.wilayah
  const rt = input.rt ?? null
  const bolehRt = cakupan.rt === undefined || (rt !== null && cakupan.rt.includes(rt))
  const ada = await tx
    .selectFrom('wilayah')
    .select('kode')
    .where('kode', '=', wilayah)
    .executeTakeFirst()
  if (!ada || !inside(wilayah, cakupan) || !bolehRt || cakupan.keluarga)
    return err(problem('tidak.ada'))
  return ok({ kab: kabOf(wilayah), wilayah, rt, keluargaId: null })
}

type Isi = Pick<BerkasBaru, 'jenis' | 'isi' | 'kecil' | 'lebar' | 'tinggi'>

/** What is kept of the bytes that came: an image made anew, or a PDF that was looked into. */
async function periksa(isi: Buffer): Promise<Result<Isi, Problem>> {
  if (adalahGambar(isi)) {
    const gambar = await olahGambar(isi)
    return gambar.ok
      ? ok({ jenis: 'image/jpeg', ...gambar.value })
      : err(problem(gambar.error, { maks: Math.floor(pikselTerbanyak / 1e6) }))
  }
  const salah = periksaPdf(isi)
  return salah
    ? err(problem(salah))
    : ok({ jenis: 'application/pdf', isi, kecil: null, lebar: null, tinggi: null })
}

const daftar = handle(berkasDaftar, async (ctx, { kab, keluarga }) => {
  const row = await familyRow(ctx.tx, ctx.cakupan, { kab, id: keluarga })
  if (!row) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis: 'keluarga', id: keluarga, wilayah: row.wilayah }])
  return ok({
    berkas: await berkasKeluarga(ctx.tx, ctx.cakupan, kab, keluarga),
    asal: await buktiAsal(ctx.tx, ctx.cakupan, kab, keluarga),
    bolehUnggah: pemegangBukti.includes(ctx.pengguna.peran),
  })
})

const unduh = handle(berkasUnduh, async (ctx, { kab, id, bagian }) => {
  const row = await berkasRow(ctx.tx, ctx.cakupan, kab, id)
  if (!row || !bolehBuka(ctx, row.guna)) return err(problem('tidak.ada'))
  const isi = await isiBerkas(ctx.tx, await ringOf(ctx.dataFolder), { kab, id, bagian })
  if (!isi) return err(problem('tidak.ada'))
  ctx.lihat([
    { jenis: 'berkas', id, wilayah: row.wilayah },
    ...(row.keluarga_id
      ? [{ jenis: 'keluarga' as const, id: row.keluarga_id, wilayah: row.wilayah }]
      : []),
  ])
  const akhiran = row.jenis === 'application/pdf' ? 'pdf' : 'jpg'
  return ok(new Unduhan(`${kategori(row.guna)}-${id.slice(-8)}.${akhiran}`, row.jenis, isi))
})

/** The arms of an office are for all; everything else shows people. */
const bolehBuka = ({ pengguna, cakupan }: Context, guna: string): boolean =>
  guna === 'logo' ? !belowVillage(cakupan) : pembacaKeluarga.includes(pengguna.peran)

export const berkasBuktiHandlers = [unggah, daftar, unduh]
