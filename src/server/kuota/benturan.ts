/** Two people at one quota, one split, one list: both values, for the one who came second to decide. */
import { type Kysely, sql } from 'kysely'
import { type Problem, versiBerubah } from '#contract/problems.ts'
import type { MetodePembagian } from '#domain/kuota/istilah.ts'
import { labelMetode } from '#domain/kuota/istilah.ts'
import type { Label } from '#domain/label.ts'
import { type Bidang, bidangBeda } from '#domain/versi/benturan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { type Ditulis, pengubahOf } from '#server/versi/pengubah.ts'
import type { VersiBagi } from './pembagian.ts'
import { programLabel } from './program.ts'
import type { VersiKuota } from './queries.ts'

const nobody: Ditulis = { pengguna_id: null, peran: null, pada: null }

type QuotaSent = {
  readonly program: string
  readonly jumlah: number
  readonly sampai: string | null
  readonly dasar: { readonly nomor: string | null }
  readonly sumber: string
}

/** A quota of the same programme, area and first day was set, or replaced, meanwhile. */
export async function quotaConflict(
  tx: Kysely<DB>,
  pembaca: Cakupan,
  sent: QuotaSent,
  now: VersiKuota | null,
): Promise<Problem> {
  const field = (
    kolom: string,
    label: Label,
    dikirim: Bidang['dikirim'],
    kini: Bidang['kini'],
  ) => ({
    kolom,
    label,
    dikirim,
    kini,
  })
  const name = programLabel(sent.program)
  return versiBerubah({
    id: now?.id ?? '',
    judul: { id: `Kuota ${name.id}`, en: `Quota of ${name.en}` },
    versi: now?.versi ?? 0,
    oleh: await pengubahOf(tx, pembaca, now ?? nobody),
    bidang: bidangBeda([
      field('jumlah', { id: 'Jumlah kuota', en: 'Quota' }, sent.jumlah, now?.jumlah ?? null),
      field('sampai', { id: 'Berlaku sampai', en: 'Until' }, sent.sampai, now?.sampai ?? null),
      field(
        'dasar',
        { id: 'Nomor SK', en: 'Number of the letter' },
        sent.dasar.nomor,
        now?.dasar_nomor ?? null,
      ),
      field('sumber', { id: 'Sumber', en: 'Source' }, sent.sumber, now?.sumber ?? null),
    ]),
  })
}

type Share = { readonly wilayah: number; readonly jumlah: number }
type SplitSent = {
  readonly id: string
  readonly metode: MetodePembagian
  readonly bagian: readonly Share[]
  readonly alasan: string
}

/** The quota was split anew meanwhile: the villages whose share differs. */
export async function splitConflict(
  tx: Kysely<DB>,
  pembaca: Cakupan,
  sent: SplitSent,
  now: VersiBagi | null,
): Promise<Problem> {
  const ours = new Map(sent.bagian.map((b) => [b.wilayah, b.jumlah]))
  const theirs = new Map((now?.bagian ?? []).map((b) => [b.wilayah, b.jumlah]))
  const codes = [...new Set([...ours.keys(), ...theirs.keys()])].sort((a, b) => a - b)
  const names = await namesOf(tx, codes)
  return versiBerubah({
    id: sent.id,
    judul: { id: 'Pembagian kuota', en: 'Split of the quota' },
    versi: now?.versi ?? 0,
    oleh: await pengubahOf(tx, pembaca, now ?? nobody),
    bidang: bidangBeda([
      {
        kolom: 'metode',
        label: { id: 'Cara', en: 'Method' },
        dikirim: labelMetode[sent.metode],
        kini: now ? labelMetode[now.metode] : null,
      },
      {
        kolom: 'alasan',
        label: { id: 'Alasan', en: 'Reason' },
        dikirim: sent.alasan,
        kini: now?.alasan ?? null,
      },
      ...codes.map((kode) => ({
        kolom: String(kode),
        label: names.get(kode) ?? { id: String(kode), en: String(kode) },
        dikirim: ours.get(kode) ?? 0,
        kini: theirs.get(kode) ?? null,
      })),
    ]),
  })
}

async function namesOf(tx: Kysely<DB>, codes: readonly number[]): Promise<Map<number, Label>> {
  const found = await sql<{ kode: number; nama: string }>`
    select kode, nama from wilayah where kode = any (${codes}::bigint[])`.execute(tx)
  return new Map(found.rows.map(({ kode, nama }) => [kode, { id: nama, en: nama }]))
}

export type VersiDaftar = Ditulis & {
  readonly id: string
  readonly versi: number
  readonly jumlah_baris: number
  readonly ringkasan: { readonly masuk: number; readonly tetap: number; readonly keluar: number }
}

/** Somebody froze a list of this quota meanwhile: the one that was to be replaced is not in force. */
export async function listConflict(
  tx: Kysely<DB>,
  pembaca: Cakupan,
  menggantikan: string | null,
  now: VersiDaftar | null,
): Promise<Problem> {
  const seen = await sql<{ versi: number }>`
    select versi from daftar where id = ${menggantikan}`.execute(tx)
  const count = (kolom: 'tetap' | 'masuk' | 'keluar', label: Label): Bidang => ({
    kolom,
    label,
    dikirim: null,
    kini: now?.ringkasan[kolom] ?? null,
  })
  return versiBerubah({
    id: now?.id ?? '',
    judul: { id: 'Daftar beku', en: 'Frozen list' },
    versi: now?.id ?? null,
    oleh: await pengubahOf(tx, pembaca, now ?? nobody),
    bidang: [
      {
        kolom: 'versi',
        label: { id: 'Versi yang diganti', en: 'Version replaced' },
        dikirim: seen.rows[0]?.versi ?? null,
        kini: now?.versi ?? null,
      },
      count('tetap', { id: 'Tetap', en: 'Stay' }),
      count('masuk', { id: 'Masuk', en: 'Enter' }),
      count('keluar', { id: 'Tergeser', en: 'Displaced' }),
    ],
  })
}
