/** A meeting as the database has it, and what every write to it has to ask first. */
import { type RawBuilder, sql } from 'kysely'
import type { jenisMusyawarah, statusMusyawarah } from '#contract/musyawarah.ts'
import { type Problem, problem, versiBerubah } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { pengubahOf } from '#server/versi/pengubah.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type KepalaMusyawarah = {
  readonly kab: number
  readonly id: string
  readonly wilayah: number
  readonly namaWilayah: string
  readonly jenis: (typeof jenisMusyawarah)[number]
  readonly status: (typeof statusMusyawarah)[number]
  readonly rezim: string
  readonly tanggal: string
  readonly mulai: string | null
  readonly tempat: string
  readonly pemimpin: string | null
  readonly notulis: string | null
  readonly notulen: string | null
  readonly unsurTidakAda: string[]
  readonly nomor: string | null
  readonly sidik: string | null
  readonly sidikBaris: string[] | null
  readonly berlakuSampai: string | null
  readonly ditandatanganiPada: Date | null
  readonly penanda: string | null
  /** Scan of the paper signed by hand. */
  readonly pindaianId: string | null
  readonly fotoId: string[]
  readonly versi: number
  readonly diubah_pada: Date
}

/** The name of an officer, where they hold a role within the reader's area. */
export const namaDekat = (ctx: Context, kolom: string): RawBuilder<string | null> =>
  sql`(select petugas.nama from pengguna petugas where petugas.id = ${sql.ref(kolom)} and exists (select from penugasan t
    where t.pengguna_id = petugas.id and t.wilayah >= ${ctx.cakupan.lo} and t.wilayah < ${ctx.cakupan.hi}))`

/** Columns of {@link KepalaMusyawarah} over `musyawarah m left join wilayah w`. */
export const kolomKepala = (ctx: Context) =>
  sql`m.kab, m.id, m.wilayah, coalesce(w.nama, m.wilayah::text) as "namaWilayah", m.jenis, m.status, m.rezim, m.tanggal::text,
    to_char(m.mulai, 'HH24:MI') as mulai, m.tempat, m.pemimpin, m.notulis, m.notulen, m.unsur_tidak_ada as "unsurTidakAda", m.nomor, m.sidik,
    m.sidik_baris as "sidikBaris", m.berlaku_sampai::text as "berlakuSampai", m.ditandatangani_pada as "ditandatanganiPada",
    ${namaDekat(ctx, 'm.penanda_id')} as penanda, m.pindaian_id as "pindaianId", m.foto_id as "fotoId", m.versi, m.diubah_pada`

/** One meeting of the area; `kunci` holds it against others until the transaction ends. */
export async function muatKepala(
  ctx: Context,
  di: { readonly kab: number; readonly id: string },
  kunci = false,
): Promise<Result<KepalaMusyawarah, Problem>> {
  const found =
    await sql<KepalaMusyawarah>`select ${kolomKepala(ctx)} from musyawarah m left join wilayah w on w.kode = m.wilayah
    where m.kab = ${di.kab} and m.id = ${di.id} and ${inArea(ctx.cakupan, 'm', null)} ${kunci ? sql`for update of m` : sql``}`.execute(
      ctx.tx,
    )
  const [row] = found.rows
  return row ? ok(row) : err(problem('tidak.ada'))
}

/** The same for a write that was based on a version, while the meeting is in one of these states. */
export async function muatUntukUbah(
  ctx: Context,
  di: { readonly kab: number; readonly id: string; readonly versi: number },
  status: readonly KepalaMusyawarah['status'][],
): Promise<Result<KepalaMusyawarah, Problem>> {
  const m = await muatKepala(ctx, di, true)
  if (!m.ok) return m
  ctx.lihat([{ jenis: 'musyawarah', id: m.value.id, wilayah: m.value.wilayah }])
  if (!status.includes(m.value.status)) return err(problem('musyawarah.tertutup'))
  if (m.value.versi !== di.versi) return err(await bentrok(ctx, m.value, di.versi))
  return m
}

async function bentrok(ctx: Context, m: KepalaMusyawarah, dilihat: number): Promise<Problem> {
  const oleh = await pengubahOf(ctx.tx, ctx.cakupan, {
    pengguna_id: null,
    peran: null,
    pada: m.diubah_pada,
  })
  return versiBerubah({
    id: m.id,
    judul: { id: 'Musyawarah', en: 'Meeting' },
    versi: m.versi,
    oleh,
    bidang: [
      {
        kolom: 'versi',
        label: { id: 'Versi', en: 'Version' },
        dikirim: String(dilihat),
        kini: String(m.versi),
      },
    ],
  })
}

/** Raises the version of a meeting and writes what else changes (`kolom = …`). @returns the new version */
export async function naikkanVersi(
  ctx: Context,
  m: KepalaMusyawarah,
  ubah?: RawBuilder<unknown>,
): Promise<number> {
  const baru = m.versi + 1
  await sql`update musyawarah set versi = ${baru}, diubah_pada = ${ctx.now} ${ubah ? sql`, ${ubah}` : sql``}
    where kab = ${m.kab} and id = ${m.id}`.execute(ctx.tx)
  return baru
}
