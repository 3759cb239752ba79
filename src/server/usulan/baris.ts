/** Rows of proposals as the database has them, and the facts that the tables of the tracks read. */
import { type RawBuilder, sql } from 'kysely'
import { type FaktaPemberitahuan, keadaanOf } from '#domain/keberatan/keadaan.ts'
import { hariAntara, hariKerjaAntara } from '#domain/usulan/hari.ts'
import { type IsiUsulan, isiUsulanSchema } from '#domain/usulan/isi.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import type { FaktaUsulan, Penindak } from '#domain/usulan/putuskan.ts'
import type { Context } from '#server/http/context.ts'
import { kalenderKebijakan } from '#server/kalender/kebijakan.ts'
import { bermeterai } from '#server/musyawarah/meterai.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type BarisUsulan = {
  readonly kab: number
  readonly id: string
  readonly nomor: string
  readonly jenis: JenisUsulan
  readonly status: Keadaan
  readonly rezim: string
  readonly wilayah: number
  readonly rt: number | null
  readonly keluarga_id: string | null
  readonly individu_id: string | null
  readonly nama: string
  readonly isi: unknown
  readonly versi_dasar: number | null
  readonly periode: string | null
  readonly pengusul_id: string | null
  readonly pengusul_peran: string | null
  readonly pemverifikasi_id: string | null
  readonly dibuka_pada: Date | null
  readonly naik_pada: Date | null
  readonly meterai_id: string | null
  readonly kunjungan_pada: string | null
  readonly tahanan: string | null
  readonly kerabat_id: string | null
  readonly melewati_garis: boolean
  readonly perlu_asal: boolean
  readonly hasil_keluarga_id: string | null
  readonly versi: number
  readonly status_hari: string
  readonly status_pada: Date
  readonly dibuat_pada: Date
  readonly diubah_pada: Date
  /** The newest notice to the family of a proposal that would end its place. */
  readonly pemberitahuan: FaktaPemberitahuan | null
  /** The record it was based on has another version now. */
  readonly berbenturan: boolean
}

/** A row with the answer whether a signed paper binds it: whole, and in force. */
export type BarisBermeterai = BarisUsulan & { readonly bermeterai: boolean }

/** The rows, each with that answer. */
export async function denganMeterai<B extends BarisUsulan>(
  ctx: Pick<Context, 'tx' | 'today'>,
  rows: readonly B[],
): Promise<readonly (B & { readonly bermeterai: boolean })[]> {
  const sah = await bermeterai(ctx.tx, rows, ctx.today)
  return rows.map((row) => ({ ...row, bermeterai: sah.has(row.id) }))
}

/** From `usulan u`, with the record that each is about. */
export const dariUsulan = sql`usulan u
  left join keluarga k on k.kab = u.kab and k.id = u.keluarga_id
  left join individu i on i.kab = u.kab and i.id = u.individu_id`

/** Columns of {@link BarisUsulan} over {@link dariUsulan}. */
export const kolomUsulan = sql`u.kab, u.id, u.nomor, u.jenis, u.status, u.rezim, u.wilayah, u.rt, u.keluarga_id, u.individu_id, u.nama,
  u.isi, u.versi_dasar, u.periode, u.pengusul_id, u.pengusul_peran, u.pemverifikasi_id, u.dibuka_pada, u.naik_pada, u.meterai_id,
  u.kunjungan_pada, u.tahanan, u.kerabat_id, u.melewati_garis, u.perlu_asal, u.hasil_keluarga_id, u.versi, u.status_hari, u.status_pada,
  u.dibuat_pada, u.diubah_pada,
  case when u.jenis = 'tidak_layak' then (
    select jsonb_build_object('status', n.status, 'statusSebab', n.status_sebab, 'keberatanSampai', n.keberatan_sampai, 'keberatan', b.status)
    from pemberitahuan n left join keberatan b on b.kab = n.kab and b.pemberitahuan_id = n.id
    where n.kab = u.kab and n.usulan_id = u.id order by n.id desc limit 1) end as pemberitahuan,
  coalesce(u.versi_dasar <> case when u.individu_id is null then k.versi else i.versi end, false) as berbenturan`

/** The reader's area; an RT head sees their own proposals alone. */
export const milikPembaca = (ctx: Context): RawBuilder<boolean> =>
  ctx.pengguna.peran === 'ketua_rt'
    ? sql`${inArea(ctx.cakupan, 'u')} and u.pengusul_id = ${ctx.pengguna.id}`
    : inArea(ctx.cakupan, 'u')

export const isiOf = (row: { readonly isi: unknown }): IsiUsulan => isiUsulanSchema.parse(row.isi)

/** A place in the draw of the sample, 0–99, fixed by the id: nobody can choose it. */
const undianOf = (id: string): number => Number.parseInt(id.slice(-6), 16) % 100

/** Offices are closed: Saturdays, and the closed days of the calendar. */
const tutup = (hari: string): boolean =>
  new Date(`${hari}T00:00:00Z`).getUTCDay() === 6 || kalenderKebijakan().libur(hari)

/** The facts of a proposal on a day; whether who asks is kin of the family is asked when they act. */
export const faktaOf = (
  row: BarisBermeterai,
  today: string,
  kerabatPelaku = false,
): FaktaUsulan => ({
  jenis: row.jenis,
  status: row.status,
  nama: row.nama,
  rt: row.rt,
  isi: isiOf(row),
  pengusulId: row.pengusul_id,
  pemverifikasiId: row.pemverifikasi_id,
  kerabatPelaku,
  dibuka: row.dibuka_pada !== null,
  bermeterai: row.bermeterai,
  adaKunjungan: row.kunjungan_pada !== null,
  ditahan: row.tahanan !== null,
  melewatiGaris: row.melewati_garis,
  berbenturan: row.berbenturan,
  perluAsal: row.perlu_asal,
  naik: row.naik_pada !== null,
  hariSejakStatus: hariAntara(row.status_hari, today),
  hariKerjaSejakStatus: hariKerjaAntara(row.status_hari, today, tutup),
  hariSejakDisimpan: hariAntara(row.diubah_pada.toISOString().slice(0, 10), today),
  undian: undianOf(row.id),
  keberatan:
    row.jenis === 'tidak_layak'
      ? row.pemberitahuan
        ? keadaanOf(row.pemberitahuan, today)
        : 'belum'
      : null,
})

export const penindakOf = (ctx: Context): Penindak | null => {
  const { peran, id } = ctx.pengguna
  return peran === 'auditor' ||
    peran === 'bps' ||
    peran === 'opd_terkait' ||
    peran === 'administrator'
    ? null
    : { pelaku: peran, id }
}
