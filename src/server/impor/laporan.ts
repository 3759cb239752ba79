/** The report of an import as a workbook: held rows with their own columns, to mend and import again; and all findings. */
import type { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { DB } from '#server/db/tables.gen.ts'
import { type ExportSheet, xlsxStream } from '#server/ekspor/xlsx.ts'
import { kataTemuan } from './kata.ts'
import * as q from './queries.ts'

/** Rows that one report holds; a file with more is mended in parts. */
const TERBANYAK = 10_000
const PAGE = 2_000

const tingkat = {
  salah: 'Salah (wajib diperbaiki)',
  perlu_dicek: 'Perlu dicek',
  catatan: 'Catatan',
} as const

type Ditahan = { readonly row: q.BarisDitahan; readonly temuan: readonly q.BarisTemuan[] }

async function heldWithFindings(tx: Kysely<DB>, impor: q.BarisImpor): Promise<Ditahan[]> {
  const all: Ditahan[] = []
  let after: number[] = []
  while (all.length < TERBANYAK) {
    const rows = await q.heldRows(tx, impor, after, PAGE)
    const found = await q.findingsOf(
      tx,
      impor.kab,
      rows.map((r) => r.id),
    )
    const byRow = Map.groupBy(found, (t) => t.rekaman_id)
    all.push(...rows.map((row) => ({ row, temuan: byRow.get(row.id) ?? [] })))
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    after = [last.lembar, last.baris]
  }
  return all
}

const sentence = (t: q.BarisTemuan, part: 'sebab' | 'perbaikan'): string => {
  const text = kataTemuan(t.kode, t.rincian)[part].id
  return t.kolom === null || part === 'perbaikan' ? text : `${t.kolom}: ${text}`
}

/** The held rows of one sheet under their own headers; the import knows none of the last three. */
function heldSheet(nama: string, judul: readonly string[], rows: readonly Ditahan[]): ExportSheet {
  return {
    name: nama,
    columns: [
      ...judul.map((header) => ({ header })),
      { header: 'BARIS ASAL', width: 12 },
      { header: 'SEBAB DITANGGUHKAN', width: 60 },
      { header: 'PERBAIKAN', width: 60 },
    ],
    rows: rows.map(({ row, temuan }) => [
      ...judul.map((_, i) => row.isi[i] ?? ''),
      `baris ${row.baris}`,
      temuan
        .filter((t) => t.tingkat === 'salah')
        .map((t) => sentence(t, 'sebab'))
        .join(' '),
      temuan
        .filter((t) => t.tingkat === 'salah')
        .map((t) => sentence(t, 'perbaikan'))
        .join(' '),
    ]),
  }
}

async function allFindings(tx: Kysely<DB>, impor: q.BarisImpor): Promise<q.BarisTemuan[]> {
  const all: q.BarisTemuan[] = []
  let after: number[] = []
  while (all.length < 5 * TERBANYAK) {
    const page = await q.findings(tx, impor, { setelah: after, batas: PAGE })
    all.push(...page)
    const last = page.at(-1)
    if (!last || page.length < PAGE) break
    after = [last.lembar, last.baris, last.urutan]
  }
  return all
}

/** Says so when the workbook does not hold all. */
function shortened(held: number, ditahan: number, findings: number): string[] {
  return [
    ...(held < ditahan
      ? [
          `Memuat ${held} dari ${ditahan} baris ditangguhkan: perbaiki, impor, lalu unduh lagi sisanya.`,
        ]
      : []),
    ...(findings >= 5 * TERBANYAK
      ? [`Hanya ${findings} temuan pertama; selebihnya ada di halaman impor.`]
      : []),
  ]
}

/** The workbook; its rows are read before this answers, for the transaction ends with the request. */
export async function laporanXlsx(tx: Kysely<DB>, impor: q.BarisImpor): Promise<Readable> {
  const held = await heldWithFindings(tx, impor)
  const found = await allFindings(tx, impor)
  const lembar = (n: number) => impor.judul_kolom?.[n]
  const bySheet = Map.groupBy(held, ({ row }) => row.lembar)
  const sheets = [...bySheet].map(([n, rows]) =>
    heldSheet(lembar(n)?.nama ?? `Lembar ${n}`, lembar(n)?.judul ?? [], rows),
  )
  const temuan: ExportSheet = {
    name: 'Temuan',
    title: [
      `Laporan impor ${impor.nama_berkas}`,
      `${impor.jumlah_baris ?? 0} baris = ${impor.diterima} diterima + ${impor.ditandai} perlu dicek + ${impor.ditahan} ditangguhkan`,
      ...shortened(held.length, impor.ditahan, found.length),
    ],
    columns: [
      { header: 'Lembar' },
      { header: 'Baris', kind: 'angka' },
      { header: 'Kolom', width: 28 },
      { header: 'Nilai', width: 28 },
      { header: 'Tingkat', width: 24 },
      { header: 'Sebab', width: 60 },
      { header: 'Perbaikan', width: 60 },
    ],
    rows: found.map((t) => {
      const { sebab, perbaikan } = kataTemuan(t.kode, t.rincian)
      return [
        lembar(t.lembar)?.nama ?? '',
        t.baris,
        t.kolom,
        t.nilai,
        tingkat[t.tingkat],
        sebab.id,
        perbaikan.id,
      ]
    }),
  }
  return xlsxStream([...sheets, temuan])
}
