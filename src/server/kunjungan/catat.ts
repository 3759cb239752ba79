/** Enters a visit to a registered family: the record, and all that follows from it, in one transaction. */
import { sql } from 'kysely'
import { kunjunganCatat } from '#contract/kunjungan-isi.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem, versiBerubah } from '#contract/problems.ts'
import type { StatusKelayakan } from '#domain/keluarga/kelayakan.ts'
import { akibatKunjungan, type FaktaKunjungan, kurangKunjungan } from '#domain/kunjungan/akibat.ts'
import { labelSebabTidak } from '#domain/kunjungan/hasil.ts'
import type { IsianKunjungan } from '#domain/kunjungan/isian.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { jawabanSalah } from '#domain/variabel/jawaban.ts'
import { type KamusLengkap, labelOf } from '#domain/variabel/label.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { type FamilyRow, familyRow } from '#server/keluarga/satu.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { kinAmong } from '#server/pengguna/petugas/kerabat.ts'
import { pengubahOf } from '#server/versi/pengubah.ts'
import { berlakukan, tulisKunjungan } from './akibat.ts'
import { type IsiKeluarga, isiKeluarga, riwayatKunjungan } from './data.ts'
import { kebijakanKunjungan } from './kebijakan.ts'
import { petugasDi } from './petugas.ts'

type Isian = Input<typeof kunjunganCatat>
const kamus = (): KamusLengkap => ({ kamus: loadDictionary(), buku: loadCodeLists() })

/** Answers that no question takes, persons who are not of this family, files that are not its evidence. */
async function salah(ctx: Context, row: FamilyRow, isi: IsianKunjungan, kini: IsiKeluarga) {
  const k = kamus()
  const orang = new Set(kini.anggota.map((a) => a.row.id))
  const asing = [
    ...(isi.anggota ?? []).map((a) => a.id),
    ...(isi.kehadiran ?? []).flatMap((a) => a.individuId ?? []),
  ].some((id) => !orang.has(id))
  const berkas = isi.berkas ?? []
  const milik =
    berkas.length === 0
      ? { rows: [] }
      : await sql<{
          id: string
        }>`select id from berkas where kab = ${row.kab} and keluarga_id = ${row.id} and id = any (${berkas}::uuid[])`.execute(
          ctx.tx,
        )
  return [
    ...jawabanSalah(k, 'ruta', isi.jawabanRuta ?? {}),
    ...jawabanSalah(k, 'keluarga', isi.jawabanKeluarga ?? {}),
    ...(isi.anggota ?? []).flatMap((a) => jawabanSalah(k, 'individu', a.jawaban)),
    ...(asing ? ['anggota'] : []),
    ...(milik.rows.length < new Set(berkas).size ? ['berkas'] : []),
  ]
}

/** Somebody changed the family meanwhile: what was sent beside what stands. */
async function bentrok(ctx: Context, row: FamilyRow, isi: IsianKunjungan, kini: IsiKeluarga) {
  const k = kamus()
  const bidang = [
    ...Object.entries(isi.jawabanRuta ?? {}).map(([n, v]) => [n, v, kini.jawabanRuta[n]] as const),
    ...Object.entries(isi.jawabanKeluarga ?? {}).map(
      ([n, v]) => [n, v, kini.jawabanKeluarga[n]] as const,
    ),
  ]
  return versiBerubah({
    id: row.id,
    judul: { id: 'Data keluarga', en: 'Record of the family' },
    versi: row.versi,
    oleh: await pengubahOf(ctx.tx, ctx.cakupan, {
      pengguna_id: null,
      peran: null,
      pada: row.diubah_pada,
    }),
    bidang: bidang.map(([kolom, dikirim, ada]) => ({
      kolom,
      label: k.kamus.variabel.get(kolom)?.label ?? { id: kolom, en: kolom },
      dikirim: labelOf(k, kolom, dikirim),
      kini: labelOf(k, kolom, ada),
    })),
  })
}

/** Who stood before the house: whoever enters it, or an officer of the village. */
async function petugasDari(
  ctx: Context,
  row: FamilyRow,
  id: string | undefined,
): Promise<string | null> {
  if (id === undefined || id === ctx.pengguna.id) return ctx.pengguna.id
  const ada = await petugasDi(ctx.tx, row.wilayah, ctx.today)
  return ada.some((p) => p.id === id) ? id : null
}

/** Is the officer, or whoever enters the paper, of this family or house? */
async function berkerabat(ctx: Context, row: FamilyRow, petugas: string): Promise<boolean> {
  const ring = await ringOf(ctx.dataFolder)
  for (const id of new Set([petugas, ctx.pengguna.id]))
    if ((await kinAmong(ctx.tx, ring, id, [row])).has(row.id)) return true
  return false
}

type Diperiksa = {
  readonly row: FamilyRow
  readonly fakta: FaktaKunjungan
  readonly isi: IsianKunjungan & { readonly tanggal: string }
}

async function periksa(ctx: Context, input: Isian): Promise<Result<Diperiksa, Problem>> {
  const { kab, keluarga: id, isi } = input
  await sql`select 1 from keluarga where kab = ${kab} and id = ${id} for update`.execute(ctx.tx)
  const row = await familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  const kini = await isiKeluarga(ctx.tx, row)
  const kolom = await salah(ctx, row, isi, kini)
  if (kolom.length > 0)
    return err(problem('isian.salah', { kolom: [...new Set(kolom)].join(', ') }))
  const intervensi = isi.jawabanKeluarga?.intervensi ?? kini.jawabanKeluarga.intervensi
  const lengkap = kurangKunjungan(isi, {
    anggota: kini.anggota.map((a) => a.row.id),
    intervensi: typeof intervensi === 'number' ? intervensi : null,
    today: ctx.today,
    mundurHari: kebijakanKunjungan.mundur_hari,
  })
  if (!lengkap.ok)
    return err(problem('kunjungan.belum_lengkap', { kurang: lengkap.error.join(', ') }))
  if (row.versi !== input.versi) return err(await bentrok(ctx, row, isi, kini))
  const petugasId = await petugasDari(ctx, row, isi.petugas)
  if (!petugasId) return err(problem('kunjungan.petugas_tidak_dikenal'))
  const { tanggal, hasil } = lengkap.value
  const riwayat = await riwayatKunjungan(ctx.tx, row)
  if (riwayat.some((v) => v.petugas_id === petugasId && v.tanggal === tanggal))
    return err(problem('kunjungan.sudah_ada'))
  const terakhir = row.kunjungan_terakhir
  if (terakhir !== null && terakhir > tanggal) return err(problem('kunjungan.tanggal_mundur'))
  const [penilaian] = (
    await sql<{ tanggal: string }>`select tanggal::text as tanggal from kelayakan
      where kab = ${kab} and keluarga_id = ${id} order by tanggal desc limit 1`.execute(ctx.tx)
  ).rows
  return ok({
    row,
    isi: lengkap.value,
    fakta: {
      hasil,
      tanggal,
      petugasId,
      kerabat: await berkerabat(ctx, row, petugasId),
      terakhir,
      tempo: row.kunjungan_tempo,
      kelayakan: row.kelayakan as StatusKelayakan,
      penilaianTerakhir: penilaian?.tanggal ?? null,
      tidakDitemukan: riwayat
        .filter(
          (v) =>
            v.sebab === 'menunggu_petugas_kedua' && (terakhir === null || v.tanggal > terakhir),
        )
        .map((v) => ({ id: v.id, petugasId: v.petugas_id, tanggal: v.tanggal })),
    },
  })
}

export const catat = handle(kunjunganCatat, async (ctx, input) => {
  const checked = await periksa(ctx, input)
  if (!checked.ok) return checked
  const { row, fakta, isi } = checked.value
  const akibat = akibatKunjungan(fakta, kebijakanKunjungan)
  if (input.usulan) {
    const ada =
      await sql`select 1 from usulan where kab = ${row.kab} and id = ${input.usulan} and keluarga_id = ${row.id}`.execute(
        ctx.tx,
      )
    if (ada.rows.length === 0) return err(problem('tidak.ada'))
  }
  const hasil = await berlakukan(ctx, row, fakta, akibat, isi)
  if (!hasil.ok) return hasil
  const id = await tulisKunjungan(ctx, {
    tempat: { kab: row.kab, wilayah: row.wilayah, rt: row.rt, keluargaId: row.id },
    usulanId: input.usulan ?? null,
    fakta,
    akibat,
    isi,
    hasilUsulanId: hasil.value.draf?.id ?? null,
  })
  const usulan = await hasil.value.sesudah(id)
  ctx.lihat([{ jenis: 'keluarga', id: row.id, wilayah: row.wilayah }], {
    sebelum: { kunjungan_terakhir: row.kunjungan_terakhir, kelayakan: row.kelayakan },
    sesudah: {
      kunjungan: id,
      hasil: fakta.hasil,
      tanggal: fakta.tanggal,
      terhitung: akibat.terhitung,
    },
  })
  return ok({
    id,
    hasil: fakta.hasil,
    terhitung: akibat.terhitung,
    sebab: akibat.sebab ? { kode: akibat.sebab, label: labelSebabTidak[akibat.sebab] } : null,
    tempo: hasil.value.tempo,
    draf: hasil.value.draf,
    keberatanSampai: akibat.keberatanSampai,
    usulan,
  })
})
