/** A cut from choice to totals: nothing is stored, and the same data give the same answer. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import type { AturanKuota } from '#domain/kuota/istilah.ts'
import { isSeri } from '#domain/kuota/potong.ts'
import { type Ringkasan, summarise } from '#domain/kuota/ringkasan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { covers } from '#domain/wilayah/cakupan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { type MetodeGaris, type Skenario, scenarioName } from './dasar.ts'
import { findLines, type GarisLengkap, openTies } from './garis.ts'
import { countDecisions, type HitunganPutusan, type Potongan } from './keputusan.ts'
import { savedSplit, sharesOf } from './pembagian.ts'
import { type QuotaRow, quotaById } from './queries.ts'
import { validDecision } from './seri.ts'

export type Ronde = {
  id: string
  model: string
  kebijakan_hash: string
  periode: string
  acuan: string
  status: string
  lo: number
  hi: number
  dibekukan_pada: Date | null
}

export type PilihanMasuk = {
  readonly id: string
  readonly ronde?: string | undefined
  readonly aturan: AturanKuota
  readonly tidakLayakKeluar: boolean
  readonly metode?: MetodeGaris | undefined
}

/** A quota and a finished ranking of its area, with the choice made whole. */
export type Siap = { readonly kuota: QuotaRow; readonly ronde: Ronde; readonly skenario: Skenario }

/** Finds quota and ranking; refuses a quota that reaches beyond the reader's area. */
export async function prepare(
  tx: Kysely<DB>,
  area: Cakupan,
  pilihan: PilihanMasuk,
): Promise<Result<Siap, Problem>> {
  const kuota = await quotaById(tx, area, pilihan.id)
  if (!kuota) return err(problem('tidak.ada'))
  if (!covers(area, kuota)) return err(problem('kuota.luar_wilayah'))
  const ronde = await findRound(tx, kuota, pilihan.ronde)
  if (!ronde.ok) return ronde
  const saved = await savedSplit(tx, kuota.id)
  const metode = pilihan.metode ?? (saved ? 'tersimpan' : 'tanpa')
  if (metode === 'tersimpan' && !saved) return err(problem('kuota.tanpa_pembagian'))
  const { aturan, tidakLayakKeluar } = pilihan
  const { id: kuotaId, program, wilayah, lo, hi, jumlah } = kuota
  const choice = { rondeId: ronde.value.id, aturan, tidakLayakKeluar, metode }
  return ok({
    kuota,
    ronde: ronde.value,
    skenario: { kuotaId, program, wilayah, lo, hi, jumlah, ...choice },
  })
}

async function findRound(
  tx: Kysely<DB>,
  area: Cakupan,
  id: string | undefined,
): Promise<Result<Ronde, Problem>> {
  const found = await sql<Ronde>`
    select id, model, kebijakan_hash, periode, acuan, status, lo, hi, dibekukan_pada from peringkat_ronde
    where lo <= ${area.lo} and hi >= ${area.hi}
      and (id = ${id ?? null} or (${id ?? null}::uuid is null and status = 'selesai'))
    order by dibekukan_pada desc nulls last limit 1`.execute(tx)
  const ronde = found.rows[0]
  if (!ronde) return err(problem('kuota.tanpa_ronde'))
  return ronde.status === 'selesai' ? ok(ronde) : err(problem('kuota.ronde_belum_selesai'))
}

/** Finds the lines of a choice, each with the decision that holds among its equals. */
export async function cut(
  tx: Kysely<DB>,
  skenario: Skenario,
): Promise<Potongan & { readonly belumDibagi: number }> {
  const { bagian, sisa } = await sharesOf(tx, skenario)
  const lines = await findLines(tx, skenario, bagian)
  const names = await regionNames(tx, [...bagian.keys()])
  const garis: GarisLengkap[] = []
  for (const line of lines) {
    const putusan = isSeri(line) ? await validDecision(tx, skenario, line) : null
    garis.push({ ...line, nama: names.get(line.kelompok) ?? String(line.kelompok), putusan })
  }
  return { skenario, garis, belumDibagi: sisa }
}

/** Names of regions by code. */
export async function regionNames(
  tx: Kysely<DB>,
  codes: readonly number[],
): Promise<Map<number, string>> {
  const found = await sql<{ kode: number; nama: string }>`
    select kode, nama from wilayah where kode = any (${codes}::bigint[])`.execute(tx)
  return new Map(found.rows.map((w) => [w.kode, w.nama]))
}

export type Simulasi = Potongan & {
  readonly belumDibagi: number
  readonly wilayah: readonly HitunganPutusan[]
  readonly ringkasan: Ringkasan
  readonly sidik: string
  /** Why it cannot be frozen now. */
  readonly halangan: readonly Problem[]
}

/** The whole simulation of a choice. */
export async function simulate(tx: Kysely<DB>, siap: Siap): Promise<Simulasi> {
  const potongan = await cut(tx, siap.skenario)
  const wilayah = await countDecisions(tx, potongan)
  const ringkasan = summarise(siap.kuota.jumlah, wilayah, potongan.garis)
  const text = JSON.stringify([
    siap.kuota.id,
    siap.skenario.rondeId,
    scenarioName(siap.skenario),
    potongan.garis,
    wilayah,
  ])
  const sidik = createHash('sha256').update(text).digest('hex')
  const halangan = obstacles(siap.kuota, potongan, ringkasan)
  return { ...potongan, wilayah, ringkasan, sidik, halangan }
}

function obstacles(
  kuota: QuotaRow,
  potongan: Potongan & { belumDibagi: number },
  ringkasan: Ringkasan,
): Problem[] {
  const ties = openTies(potongan.garis)
  const sum = (pick: (g: GarisLengkap) => number): number =>
    ties.reduce((total, g) => total + pick(g), 0)
  const found: Problem[] = []
  if (!kuota.berlaku) found.push(problem('kuota.diganti'))
  if (potongan.belumDibagi !== 0)
    found.push(problem('kuota.pembagian_tidak_pas', { sisa: potongan.belumDibagi }))
  if (ringkasan.kelebihan > 0)
    found.push(problem('kuota.kelebihan', { jumlah: ringkasan.kelebihan }))
  if (ties.length > 0) {
    const details = { jumlah: sum((g) => g.sama), sisa: sum((g) => g.sisa) }
    found.push(problem('kuota.seri_belum_diputuskan', details))
  }
  return found
}
