/** Issues the letter of the counter: with full numbers, for a stated purpose, entered in the register. */
import { loketSurat } from '#contract/loket.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { type KeadaanLoket, terdaftar } from '#domain/loket/kalimat.ts'
import { type OrangSurat, suratLoket } from '#domain/loket/surat.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import type { Tempat } from '#server/berkas/simpan.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import { terbitkan } from '#server/dokumen/terbit.ts'
import type { Context, Subjek } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { findByNumber } from '#server/keluarga/cari.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { type BarisLoket, barisLoket, keadaanOf } from './cari.ts'

type Isian = Input<typeof loketSurat>
type Tentang = {
  readonly orang: OrangSurat
  readonly keadaan: KeadaanLoket | null
  readonly tempat: Tempat
  readonly subjek: readonly Subjek[]
}

export const surat = handle(loketSurat, async (ctx, input) => {
  const kantor = ctx.pengguna.wilayah
  const tentang = input.keluarga ? await yangTerdaftar(ctx, input) : await yangTidak(ctx, input)
  if (!tentang.ok) return tentang
  const kop = await kopOf(ctx.tx, kantor)
  const penanda = kop?.penanda[input.penanda] ?? kop?.penanda[0]
  if (!kop || !penanda) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const kepala = await kopSurat(ctx.tx, ring, kop)
  const { orang, keadaan, tempat, subjek } = tentang.value
  const jenis = keadaan ? 'keterangan_terdaftar' : 'keterangan_tidak_terdaftar'
  const terbit = await terbitkan(ctx.tx, ring, {
    jenis,
    kantor,
    tempat,
    tanggal: ctx.today,
    pada: ctx.now,
    nomor: input.nomor ?? null,
    menggantikan: input.menggantikan ?? null,
    penggunaId: ctx.pengguna.id,
    susun: ({ nomor, alamat }) =>
      suratLoket({
        kop: kepala,
        tempat: kop.tempat,
        penanda,
        kantor: sebutan(kop.kantor),
        orang,
        keadaan,
        keperluan: input.keperluan,
        tanggal: ctx.today,
        nomor,
        alamat,
      }),
  })
  if (!terbit.ok) return terbit
  const { id, nomor, sidik } = terbit.value
  ctx.lihat(
    [{ jenis: 'dokumen', id, wilayah: kantor }, ...subjek],
    { sebelum: null, sesudah: { jenis, nomor, sidik } },
    { alasan: input.keperluan, jumlah: 1 },
  )
  return ok(terbit.value)
})

/** A person of a family that is registered now, inside the area. */
async function yangTerdaftar(ctx: Context, input: Isian): Promise<Result<Tentang, Problem>> {
  const { tx, cakupan, pengguna } = ctx
  const { kab, keluarga, individu } = input
  if (kab === undefined || !keluarga || !individu) return err(problem('tidak.ada'))
  const [row] = await barisLoket(tx, cakupan, [{ kab, keluarga_id: keluarga }])
  const orang = await tx
    .selectFrom('individu as i')
    .select(['nama', 'nik', 'tempat_lahir', 'tanggal_lahir'])
    .where('kab', '=', kab)
    .where('id', '=', individu)
    .where('keluarga_id', '=', keluarga)
    .where('status', '=', 'aktif')
    .where(inArea(cakupan, 'i'))
    .executeTakeFirst()
  if (!row || !orang) return err(problem('tidak.ada'))
  const keadaan = keadaanOf(row)
  if (!terdaftar(keadaan)) return err(problem('loket.tidak_terdaftar_lagi'))
  return ok({
    orang: {
      nama: orang.nama,
      nik: orang.nik,
      nomorKk: row.nomor_kk,
      lahir: lahirOf(orang.tempat_lahir, orang.tanggal_lahir),
      alamat: alamatOf(row),
    },
    keadaan,
    tempat: { kab, wilayah: pengguna.wilayah, rt: row.rt, keluargaId: keluarga },
    subjek: [
      { jenis: 'keluarga', id: keluarga, wilayah: row.wilayah },
      { jenis: 'individu', id: individu, wilayah: row.wilayah },
    ],
  })
}

const lahirOf = (tempat: string | null, tanggal: string | null): string | null =>
  [tempat, tanggal ? tanggalSurat(tanggal) : null].filter((one) => one).join(', ') || null

const alamatOf = (b: BarisLoket): string =>
  [
    b.alamat,
    b.rt !== null ? `RT ${b.rt}${b.rw !== null ? `/RW ${b.rw}` : ''}` : null,
    b.nama_wilayah,
  ]
    .filter((one) => one)
    .join(', ')

/** A person who is not registered here: as typed from the card, and looked up once more. */
async function yangTidak(ctx: Context, input: Isian): Promise<Result<Tentang, Problem>> {
  const { nama, nik, alamat } = input
  const wilayah = ctx.pengguna.wilayah
  if (!nama) return err(problem('isian.salah', { kolom: 'nama' }))
  if (nik) {
    const found = await findByNumber(ctx.tx, ctx.cakupan, nik)
    const rows = await barisLoket(ctx.tx, ctx.cakupan, found)
    if (rows.some(terdaftar)) return err(problem('loket.ternyata_terdaftar'))
  }
  return ok({
    orang: { nama, nik: nik ?? null, nomorKk: null, lahir: null, alamat: alamat || null },
    keadaan: null,
    tempat: { kab: kabOf(wilayah), wilayah, rt: null, keluargaId: null },
    subjek: [],
  })
}
