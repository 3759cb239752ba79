/** Prints notices: a job gives each letter its number and keeps it; many go to the printer in one file. */
import { type Kysely, sql } from 'kysely'
import { pemberitahuanCetak } from '#contract/keberatan.ts'
import { problem } from '#contract/problems.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import type { KopSurat, Penanda } from '#domain/dokumen/surat.ts'
import { tambahHari } from '#domain/kalender/waktu.ts'
import type { SebabPemberitahuan } from '#domain/keberatan/keadaan.ts'
import {
  berkasPemberitahuan,
  type IsiPemberitahuan,
  suratPemberitahuan,
} from '#domain/keberatan/surat.ts'
import { err, ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { alamatDokumen } from '#server/dokumen/alamat.ts'
import { cetak } from '#server/dokumen/cetak.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import { terbitkan } from '#server/dokumen/terbit.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan } from '#server/http/reply.ts'
import { inScope } from '#server/http/transaction.ts'
import type { Job } from '#server/jobs/registry.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { programLabel } from '#server/kuota/program.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kebijakanKeberatan } from './kebijakan.ts'

type BarisSurat = {
  kab: number
  id: string
  keluarga_id: string
  wilayah: number
  nama_wilayah: string
  jenis_wilayah: string
  tingkat: string
  rt: number | null
  sebab: SebabPemberitahuan
  program: string | null
  nama_kepala: string
  alamat: string | null
  alasan: string
  dasar: string
  tanggal: string
  keberatan_sampai: string
  penanda: number
  pengguna_id: string
  nomor: string | null
  kode: string | null
}

const kolom = sql`n.kab, n.id, n.keluarga_id, n.wilayah, coalesce(w.nama, n.wilayah::text) as nama_wilayah, coalesce(w.jenis, 'kelurahan') as jenis_wilayah,
  coalesce(w.tingkat, 'desa') as tingkat, n.rt, n.sebab, n.program, n.nama_kepala, n.alamat, n.alasan, n.dasar, n.tanggal::text,
  n.keberatan_sampai::text, n.penanda, n.pengguna_id, n.nomor`

/** The office that writes, opened once for all its letters. */
type Kantor = {
  readonly kepala: KopSurat
  readonly tempat: string
  readonly penanda: readonly Penanda[]
}

async function kantorOf(tx: Kysely<DB>, ring: KeyRing, wilayah: number): Promise<Kantor | null> {
  const kop = await kopOf(tx, wilayah)
  return kop
    ? { kepala: await kopSurat(tx, ring, kop), tempat: kop.tempat, penanda: kop.penanda }
    : null
}

const kosong: Penanda = { jabatan: '', nama: '', nip: null, pangkat: null }

const isiOf = (
  r: BarisSurat,
  k: Kantor,
  { nomor, alamat }: { nomor: string; alamat: string },
): IsiPemberitahuan => ({
  kop: k.kepala,
  tempat: k.tempat,
  penanda: k.penanda[r.penanda] ?? k.penanda[0] ?? kosong,
  nomor,
  alamatQr: alamat,
  sebab: r.sebab,
  program: r.program === null ? null : programLabel(r.program).id,
  namaKepala: r.nama_kepala,
  alamat: [r.alamat, r.rt === null ? null : `RT ${String(r.rt).padStart(3, '0')}`, r.nama_wilayah]
    .filter((one) => one)
    .join(', '),
  alasan: r.alasan,
  dasar: r.dasar,
  tanggal: r.tanggal,
  keberatanSampai: r.keberatan_sampai,
  berlaku: tambahHari(r.keberatan_sampai, 1),
  loket: sebutan({ nama: r.nama_wilayah, jenis: r.jenis_wilayah, tingkat: r.tingkat }),
})

/** Letters printed in one transaction. */
const SEKALI = 20

type Muatan = { readonly kantor: number }

/** Run again, it goes on with the letters that have no number yet. */
export const cetakSurat: Job = async (job) => {
  const { kantor } = job.muatan as Muatan
  const ring = await ringOf(job.dataFolder)
  const belum = (tx: Kysely<DB>) =>
    sql<BarisSurat>`select ${kolom}, null as kode from pemberitahuan n left join wilayah w on w.kode = n.wilayah
      where n.kab = ${kabOf(kantor)} and n.kantor = ${kantor} and n.dokumen_id is null and n.status = 'berjalan' and ${inArea(job.cakupan, 'n')}
      order by n.wilayah, n.rt nulls last, n.nama_kepala, n.id limit ${SEKALI} for update of n`.execute(
      tx,
    )
  const sisa = await inScope(job.db, job.cakupan, (tx) =>
    sql<{
      n: number
    }>`select count(*)::int as n from pemberitahuan n where n.kab = ${kabOf(kantor)} and n.kantor = ${kantor}
      and n.dokumen_id is null and n.status = 'berjalan' and ${inArea(job.cakupan, 'n')}`.execute(
      tx,
    ),
  )
  const jumlah = sisa.rows[0]?.n ?? 0
  let jadi = 0
  for (;;) {
    if (job.signal.aborted) throw new Error('The server stops; the letters go on later')
    job.progress('surat', jadi, jumlah)
    const n = await inScope(job.db, job.cakupan, async (tx) => {
      const { rows } = await belum(tx)
      const office = rows.length > 0 ? await kantorOf(tx, ring, kantor) : null
      if (!office) return 0
      for (const r of rows) await satu(tx, ring, r, kantor, office)
      return rows.length
    })
    if (n === 0) break
    jadi += n
  }
  return ok({ jumlah: jadi })
}

async function satu(
  tx: Kysely<DB>,
  ring: KeyRing,
  r: BarisSurat,
  kantor: number,
  office: Kantor,
): Promise<void> {
  const terbit = await terbitkan(tx, ring, {
    jenis: 'pemberitahuan',
    kantor,
    tempat: { kab: r.kab, wilayah: kantor, rt: r.rt, keluargaId: r.keluarga_id },
    tanggal: r.tanggal,
    pada: new Date(`${r.tanggal}T00:00:00Z`),
    nomor: null,
    menggantikan: null,
    penggunaId: r.pengguna_id,
    susun: (x) => suratPemberitahuan(isiOf(r, office, x)),
  })
  if (!terbit.ok) throw new Error(`A notice was not printed: ${terbit.error.code}`)
  await sql`update pemberitahuan set dokumen_id = ${terbit.value.id}, nomor = ${terbit.value.nomor} where kab = ${r.kab} and id = ${r.id}`.execute(
    tx,
  )
}

export const cetakBanyak = handle(pemberitahuanCetak, async (ctx, input) => {
  const kantor = ctx.pengguna.wilayah
  const batas = kebijakanKeberatan.cetak_terbanyak
  const found =
    await sql<BarisSurat>`select ${kolom}, d.kode from pemberitahuan n join dokumen d on d.kab = n.kab and d.id = n.dokumen_id
      left join wilayah w on w.kode = n.wilayah
    where n.kantor = ${kantor} and ${inArea(narrowed(ctx.cakupan, input.wilayah), 'n')}
      and (${input.daftar ?? null}::uuid is null or n.daftar_id = ${input.daftar ?? null})
      and (${input.pemberitahuan ?? null}::uuid is null or n.id = ${input.pemberitahuan ?? null})
    order by n.wilayah, n.rt nulls last, n.nama_kepala, n.id limit ${batas + 1}`.execute(ctx.tx)
  if (found.rows.length > batas)
    return err(problem('pemberitahuan.terlalu_banyak', { maks: batas }))
  const office = await kantorOf(ctx.tx, await ringOf(ctx.dataFolder), kantor)
  if (!office || found.rows.length === 0) return err(problem('pemberitahuan.belum_tercetak'))
  ctx.lihat(
    found.rows.map((r) => ({ jenis: 'keluarga' as const, id: r.keluarga_id, wilayah: r.wilayah })),
  )
  const surat = found.rows.map((r) =>
    isiOf(r, office, { nomor: r.nomor ?? '', alamat: alamatDokumen(r.kode ?? '') }),
  )
  const pdf = await cetak(berkasPemberitahuan(surat, ctx.today))
  return ok(new Unduhan(`pemberitahuan-${kantor}.pdf`, 'application/pdf', pdf))
})
