/** Turns a decision on a difference into a draft correction, and finds the proposal that came of one. */
import { sql } from 'kysely'
import { pengusulSumber } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { Putusan } from '#domain/kepercayaan/isian.ts'
import type { BidangPercaya, Sumber } from '#domain/kepercayaan/percaya.ts'
import { perbaikanBeda, type TanpaUsulan } from '#domain/kepercayaan/usulan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { type Keadaan, keadaan, selesai } from '#domain/usulan/keadaan.ts'
import type { Context } from '#server/http/context.ts'
import { buatUsulan } from '#server/usulan/simpan.ts'
import { kepercayaan } from './kebijakan.ts'

/** The newest proposal about the difference `b` of the person `i`; its family is that of the day it was made. */
export const usulanDariBeda = sql`(
  select jsonb_build_object('kab', u.kab, 'id', u.id, 'nomor', u.nomor, 'status', u.status, 'pengusul', u.pengusul_id,
    'sumber', u.isi #>> '{beda,sumber}') from usulan u
  where u.kab = b.kab and u.keluarga_id = any (array[b.keluarga_id, i.keluarga_id]) and u.isi #>> '{beda,id}' = b.id::text
  order by u.id desc limit 1)`

/** The registry has what was decided for `b`, a difference of the person `i`: it had it, or has taken it. */
export const tuntas = sql<boolean>`(b.putusan = 'registri' or coalesce(${usulanDariBeda} @> jsonb_build_object('status', 'diterima', 'sumber', b.putusan), false)
  or coalesce(b.nilai_semua #>> array[b.putusan, 'nilai'] = case when b.bidang in ('nomor_kk', 'alamat')
    then (select to_jsonb(f) ->> b.bidang from keluarga f where f.kab = i.kab and f.id = i.keluarga_id) else to_jsonb(i) ->> b.bidang end, false))`

export type UsulanTerkait = {
  readonly kab: number
  readonly id: string
  readonly nomor: string
  readonly status: Keadaan
  readonly pengusul: string | null
}

/** A difference with what a proposal about it needs to know of the person. */
export type BedaOrang = {
  readonly id: string
  readonly individu_id: string
  readonly keluarga_kini: string
  readonly nama: string
  readonly hubungan: number | null
  readonly kab: number
  readonly rt: number | null
  readonly bidang: BidangPercaya
  readonly nilai_semua: Putusan['nilai']
  readonly usulan: UsulanTerkait | null
}

export const berjalan = (u: UsulanTerkait | null): boolean => u !== null && !selesai.has(u.status)

export const bolehMengusulkan = (ctx: Context): boolean =>
  pengusulSumber.includes(ctx.pengguna.peran)

/** The correction that the decision asks for, or why there is none; null where the source says nothing. */
export function perbaikanDari(b: BedaOrang, putusan: Sumber) {
  const told = b.nilai_semua[putusan]
  return told ? perbaikanBeda(b.bidang, putusan, told.nilai, b.hubungan === 1) : null
}

export const usulanKata = (ctx: Context, u: UsulanTerkait) => ({
  kab: u.kab,
  id: u.id,
  nomor: u.nomor,
  status: u.status,
  label: keadaan[u.status].label,
  bolehBuka: u.status !== 'draf' || u.pengusul === ctx.pengguna.id,
})

/** Version of the record that the proposal is about. */
async function versiOf(ctx: Context, b: BedaOrang, subjek: 'keluarga' | 'individu' | 'baru') {
  const [unit, id] =
    subjek === 'individu' ? ['individu', b.individu_id] : ['keluarga', b.keluarga_kini]
  const found = await sql<{ versi: number }>`
    select versi from ${sql.table(unit)} where kab = ${b.kab} and id = ${id}`.execute(ctx.tx)
  return found.rows[0]?.versi ?? null
}

export type HasilUsulkan =
  | { readonly usulan: UsulanTerkait; readonly sebab: null }
  | { readonly usulan: null; readonly sebab: TanpaUsulan }

/**
 * Makes the draft of the officer, with the source's value, the source and the reason; from there it goes the
 * ordinary way. Nothing is made where nothing is to be corrected, or where the role does not propose.
 */
export async function usulkanBeda(
  ctx: Context,
  b: BedaOrang,
  putusan: Sumber,
  alasan: string,
): Promise<Result<HasilUsulkan, Problem>> {
  const told = b.nilai_semua[putusan]
  const isi = perbaikanDari(b, putusan)
  if (!told || !isi) return err(problem('beda.sumber_tanpa_nilai'))
  if ('sebab' in isi) return ok({ usulan: null, sebab: isi.sebab })
  if (!bolehMengusulkan(ctx)) return ok({ usulan: null, sebab: 'peran' })
  const { subjek } = jenisUsulan[isi.jenis]
  const made = await buatUsulan(ctx, {
    jenis: isi.jenis,
    wilayah: b.kab * 1e6,
    rt: b.rt,
    keluargaId: b.keluarga_kini,
    individuId: subjek === 'individu' ? b.individu_id : null,
    versiDasar: await versiOf(ctx, b, subjek),
    nama: b.nama,
    isi: {
      alasan: `${alasan} (${kepercayaan.bidang[b.bidang].label.id} menurut ${namaSumber[putusan]}, ${told.tanggal})`,
      perbaikan: isi.perbaikan,
      beda: { id: b.id, sumber: putusan, tanggal: told.tanggal },
    },
  })
  if (!made.ok) return made
  const { kab, id, nomor, status } = made.value
  return ok({ usulan: { kab, id, nomor, status, pengusul: ctx.pengguna.id }, sebab: null })
}

const namaSumber: Readonly<Record<Sumber, string>> = {
  registri: 'registri',
  dukcapil: 'Dukcapil',
  regsosek: 'Regsosek',
  p3ke: 'P3KE',
  kks: 'KKS',
  pbi: 'PBI-JK',
}
