/** Two people mend one held row, or answer one question: both values, for the second to decide. */
import { sql } from 'kysely'
import { type Problem, versiBerubah } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import { type Benturan, bidangBeda } from '#domain/versi/benturan.ts'
import type { Context } from '#server/http/context.ts'
import { type Ditulis, pengubahOf } from '#server/versi/pengubah.ts'
import type { BarisImpor } from './queries.ts'
import type { BarisPertanyaan } from './queries-pertanyaan.ts'

/** How a date that can be read in two ways is meant. */
export const labelUrutan = {
  hari_dulu: {
    id: 'Hari lalu bulan (03/04/1980 = 3 April)',
    en: 'Day, then month (03/04/1980 = 3 April)',
  },
  bulan_dulu: {
    id: 'Bulan lalu hari (03/04/1980 = 4 Maret)',
    en: 'Month, then day (03/04/1980 = 4 March)',
  },
} as const satisfies Record<string, Label>

type Suntingan = { readonly id: string; readonly sel: readonly Sel[] }
type Sel = { readonly kolom: number; readonly nilai: string }

type BarisKini = Ditulis & {
  readonly awal: string
  readonly id: string
  readonly lembar: number
  readonly baris: number
  readonly isi: string[]
  readonly status: string
}

/** The row that took the place of each named one; by whom the first of them was replaced. */
async function currentRows(ctx: Context, row: BarisImpor, ids: readonly string[]) {
  const found = await sql<BarisKini>`
    with recursive rantai as (
      select id as awal, id, lembar, baris, isi, status, diganti_oleh as pengguna_id, diganti_peran as peran, diganti_pada as pada
      from rekaman_sumber where kab = ${row.kab} and impor_id = ${row.id} and id = any (${ids}::uuid[])
      union all
      select r.awal, m.id, m.lembar, m.baris, m.isi, m.status, r.pengguna_id, r.peran, r.pada
      from rantai r join rekaman_sumber m on m.kab = ${row.kab} and m.impor_id = ${row.id} and m.asal_id = r.id
    )
    select * from rantai r where status <> 'diganti'`.execute(ctx.tx)
  return found.rows
}

/** Rows that somebody else mended meanwhile: the edited cells beside what stands in them. */
export async function rowConflict(
  ctx: Context,
  row: BarisImpor,
  edits: readonly Suntingan[],
): Promise<Problem> {
  const now = await currentRows(
    ctx,
    row,
    edits.map((e) => e.id),
  )
  ctx.lihat([{ jenis: 'impor', id: row.id }])
  const clashes: Benturan[] = []
  for (const edit of edits) {
    const kini = now.find((r) => r.awal === edit.id)
    if (kini) clashes.push(await rowShown(ctx, row, edit, kini))
  }
  return versiBerubah(...clashes)
}

async function rowShown(
  ctx: Context,
  row: BarisImpor,
  edit: Suntingan,
  kini: BarisKini,
): Promise<Benturan> {
  const sheet = row.judul_kolom?.[kini.lembar]
  const title = (kolom: number): Label => {
    const text = sheet?.judul[kolom] ?? String(kolom + 1)
    return { id: text, en: text }
  }
  const name = sheet?.nama ?? String(kini.lembar)
  return {
    id: edit.id,
    judul: { id: `${name}, baris ${kini.baris}`, en: `${name}, row ${kini.baris}` },
    // An accepted row is no longer held: there is nothing to mend in it.
    versi: kini.status === 'ditahan' ? kini.id : null,
    oleh: await pengubahOf(ctx.tx, ctx.cakupan, kini),
    bidang: bidangBeda(
      edit.sel.map(({ kolom, nilai }) => ({
        kolom: String(kolom),
        label: title(kolom),
        dikirim: nilai,
        kini: kini.isi[kolom] ?? '',
      })),
    ),
  }
}

type Jawaban = { readonly pertanyaanId: string; readonly nilai: string }

/** Questions that somebody else answered otherwise meanwhile. */
export async function answerConflict(
  ctx: Context,
  row: BarisImpor,
  answers: readonly Jawaban[],
  asked: ReadonlyMap<string, BarisPertanyaan>,
): Promise<Problem> {
  const codes = answers.flatMap(({ pertanyaanId, nilai }) => [
    nilai,
    asked.get(pertanyaanId)?.jawaban ?? '',
  ])
  const names = await villageNames(ctx, codes)
  const said = (nilai: string | null): Label | null =>
    nilai === null
      ? null
      : ((labelUrutan as Readonly<Record<string, Label>>)[nilai] ??
        names.get(nilai) ?? { id: nilai, en: nilai })
  ctx.lihat([{ jenis: 'impor', id: row.id }])
  const clashes: Benturan[] = []
  for (const { pertanyaanId, nilai } of answers) {
    const question = asked.get(pertanyaanId)
    if (!question) continue
    clashes.push({
      id: pertanyaanId,
      judul: { id: question.nilai, en: question.nilai },
      versi: question.jawaban,
      oleh: await pengubahOf(ctx.tx, ctx.cakupan, question),
      bidang: [
        {
          kolom: 'jawaban',
          label: { id: 'Jawaban', en: 'Answer' },
          dikirim: said(nilai),
          kini: said(question.jawaban),
        },
      ],
    })
  }
  return versiBerubah(...clashes)
}

async function villageNames(ctx: Context, codes: readonly string[]): Promise<Map<string, Label>> {
  const numbers = codes.filter((text) => /^\d{10}$/.test(text))
  const found = await sql<{ kode: number; nama: string }>`
    select kode, nama from wilayah where kode = any (${numbers}::bigint[])`.execute(ctx.tx)
  return new Map(found.rows.map(({ kode, nama }) => [String(kode), { id: nama, en: nama }]))
}
