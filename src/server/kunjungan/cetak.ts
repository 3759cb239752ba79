/** Prints the papers of visits: prelist of an RT, filled questionnaires, the notice to a family. */
import { sql } from 'kysely'
import { kunjunganCetak } from '#contract/kunjungan.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import type { Surat } from '#domain/dokumen/surat.ts'
import { maskNik } from '#domain/individu/nik.ts'
import { umurPada } from '#domain/individu/umur.ts'
import { kataSebab } from '#domain/kunjungan/antrean.ts'
import { type KeluargaKuesioner, suratKuesioner } from '#domain/kunjungan/kuesioner.ts'
import { suratPemberitahuan } from '#domain/kunjungan/pemberitahuan.ts'
import { suratPrelist } from '#domain/kunjungan/prelist.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type KamusLengkap, labelOf } from '#domain/variabel/label.ts'
import { kabOf, tingkatOf } from '#domain/wilayah/kode.ts'
import { cetak } from '#server/dokumen/cetak.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan } from '#server/http/reply.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { type FamilyRow, familyRow, regionLine } from '#server/keluarga/satu.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { barisAntrean } from './antrean.ts'
import { isiKeluarga, riwayatKunjungan } from './data.ts'

type Isian = Input<typeof kunjunganCetak>
/** Families on one prelist: more than the largest RT has; and questionnaires in one file. */
const PRELIST_TERBANYAK = 400
const KUESIONER_TERBANYAK = 20

const kamus = (): KamusLengkap => ({ kamus: loadDictionary(), buku: loadCodeLists() })

async function prelist(ctx: Context, input: Isian): Promise<Result<Surat, Problem>> {
  const found = await barisAntrean(ctx, input, PRELIST_TERBANYAK)
  if (!found.ok) return found
  const nomor = await sql<{ id: string; nomor_kk: string | null }>`select id, nomor_kk from keluarga
    where kab = ${kabOf(input.wilayah)} and id = any (${found.value.map((k) => k.id)}::uuid[])`.execute(
    ctx.tx,
  )
  const kk = new Map(nomor.rows.map((r) => [r.id, r.nomor_kk]))
  catat(ctx, found.value)
  return ok(
    suratPrelist({
      namaWilayah: (await regionBrief(ctx.tx, input.wilayah)).nama,
      jalur: await regionLine(ctx.tx, input.wilayah),
      rt: input.rt ?? null,
      tanggal: ctx.today,
      baris: found.value.map((k) => {
        const n = kk.get(k.id)
        return {
          ...k,
          nomorKk: n ? maskNik(n) : null,
          sebab: k.sebab.map((s) => kataSebab[s].id.toLowerCase()).join(', ') || 'atas penugasan',
        }
      }),
    }),
  )
}

const catat = (ctx: Context, rows: readonly { id: string; wilayah: number }[]): void =>
  ctx.lihat(rows.map(({ id, wilayah }) => ({ jenis: 'keluarga' as const, id, wilayah })))

async function satuKuesioner(ctx: Context, row: FamilyRow): Promise<KeluargaKuesioner> {
  const isi = await isiKeluarga(ctx.tx, row)
  return {
    namaKepala: row.nama_kepala,
    nomorKk: row.nomor_kk ? maskNik(row.nomor_kk) : null,
    alamat: row.alamat,
    rt: row.rt,
    terakhir: row.kunjungan_terakhir,
    jawabanRuta: isi.jawabanRuta,
    jawabanKeluarga: isi.jawabanKeluarga,
    anggota: isi.anggota.map(({ row: m, jawaban }) => ({
      nama: m.nama,
      umur: umurPada(
        {
          tanggalLahir: m.tanggal_lahir,
          umurTercatat: m.umur_tercatat,
          umurTanggal: m.umur_tanggal,
        },
        ctx.today,
      ),
      jenisKelamin: m.jenis_kelamin,
      hubungan: m.hubungan === null ? '' : labelOf(kamus(), 'hubungan', m.hubungan).id,
      jawaban,
    })),
  }
}

async function kuesioner(ctx: Context, input: Isian): Promise<Result<Surat, Problem>> {
  const kab = kabOf(input.wilayah)
  const dicari: string[] = []
  if (input.keluarga) dicari.push(input.keluarga)
  else {
    const found = await barisAntrean(ctx, input, KUESIONER_TERBANYAK)
    if (!found.ok) return found
    dicari.push(...found.value.map((k) => k.id))
  }
  const isi: KeluargaKuesioner[] = []
  for (const id of dicari) {
    const row = await familyRow(ctx.tx, ctx.cakupan, { kab, id })
    if (!row) return err(problem('tidak.ada'))
    isi.push(await satuKuesioner(ctx, row))
    catat(ctx, [row])
  }
  if (isi.length === 0) return err(problem('tidak.ada'))
  const { nama } = await regionBrief(ctx.tx, input.wilayah)
  return ok(suratKuesioner(kamus(), isi, { namaWilayah: nama, tanggal: ctx.today }))
}

async function pemberitahuan(ctx: Context, input: Isian): Promise<Result<Surat, Problem>> {
  const kab = kabOf(input.wilayah)
  const row = input.keluarga
    ? await familyRow(ctx.tx, ctx.cakupan, { kab, id: input.keluarga })
    : undefined
  const kop = row ? await kopOf(ctx.tx, row.wilayah) : null
  const [penanda] = kop?.penanda ?? []
  if (!row || !kop || !penanda) return err(problem('tidak.ada'))
  const tidak = (await riwayatKunjungan(ctx.tx, row)).find((v) => v.terhitung)
  if (!tidak?.keberatanSampai) return err(problem('kunjungan.tanpa_pemberitahuan'))
  catat(ctx, [row])
  return ok(
    suratPemberitahuan({
      kop: await kopSurat(ctx.tx, await ringOf(ctx.dataFolder), kop),
      tempat: kop.tempat,
      penanda: {
        jabatan: penanda.jabatan,
        nama: penanda.nama,
        keterangan: [penanda.pangkat, penanda.nip ? `NIP ${penanda.nip}` : null].filter(
          (s) => s !== null,
        ),
      },
      kantor: sebutan(kop.kantor),
      namaKepala: row.nama_kepala,
      alamat: row.alamat ?? kop.kantor.nama,
      tanggalKunjungan: tidak.tanggal,
      alasan: tidak.alasan ?? '–',
      keberatanSampai: tidak.keberatanSampai,
      tanggal: ctx.today,
    }),
  )
}

const susun = { prelist, kuesioner, pemberitahuan } as const

export const cetakKunjungan = handle(kunjunganCetak, async (ctx, input) => {
  if (tingkatOf(input.wilayah) !== 'desa') return err(problem('kunjungan.perlu_kelurahan'))
  const surat = await susun[input.bentuk](ctx, input)
  if (!surat.ok) return surat
  const nama = `${input.bentuk}-${input.wilayah}${input.rt === undefined ? '' : `-rt${input.rt}`}.pdf`
  return ok(new Unduhan(nama, 'application/pdf', await cetak(surat.value)))
})
