/** `siks impor FILE`: imports a file as an officer of an area would, with its progress and the sum of its rows. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { cakupanOf, kabOf, parseKode } from '#domain/wilayah/kode.ts'
import { readClock } from '#server/clock.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { kataMasalah, kataTemuan } from '#server/impor/kata.ts'
import * as q from '#server/impor/queries.ts'
import { keepFile } from '#server/impor/simpan.ts'
import { imporLengkap } from '#server/impor/susulan.ts'
import { loadRegions } from '#server/wilayah/muat.ts'
import { type OpenDatabase, Refused, type Terminal, terminalOf, withDatabase } from './run.ts'

export type Opsi = { readonly wilayah: number; readonly tanggal?: string }

function kode(teks: string): number {
  const found = parseKode(teks)
  if (found === null) throw new InvalidArgumentError('Kode wilayah: 2, 4, 6, atau 10 angka.')
  return found
}

function tanggal(teks: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(teks)) throw new InvalidArgumentError('Tanggal ditulis TTTT-BB-HH.')
  return teks
}

/** Adds the command to the program. */
export function register(program: Command): void {
  program
    .command('impor')
    .argument('<berkas...>', 'berkas xlsx atau CSV; tabel RT sebelum tabel ART')
    .description(
      'impor berkas PBDT, BDT, buku kerja SIKS-NG, P3KE, atau peringkat dari luar ke registri',
    )
    .option(
      '--wilayah <kode>',
      'wilayah kerja pengirim, misalnya 6474; tanpa ini seluruh Indonesia',
      kode,
      0,
    )
    .option(
      '--tanggal <TTTT-BB-HH>',
      'hari yang diceritakan data; tanpa ini menurut formatnya',
      tanggal,
    )
    .action(async (berkas: string[], opsi: Opsi, command: Command) => {
      const terminal = terminalOf(command)
      const missing = berkas.find((path) => !existsSync(path))
      if (missing) throw new Refused(`Berkas tidak ada: ${missing}`)
      const results = await withDatabase('siks impor', async (database) => {
        await loadRegions(database.pools.migrator)
        const done: HasilBerkas[] = []
        for (const path of berkas)
          done.push(await imporBerkas(database, terminal, resolve(path), opsi))
        return done
      }).finally(terminal.progress.stop)
      terminal.answer(
        berkas.length === 1 ? (results[0] ?? {}) : { berkas: results },
        results.map(kalimat).join('\n'),
      )
    })
}

export type HasilBerkas = {
  readonly id: string
  readonly berkas: string
  readonly sudahAda: boolean
  readonly baris: number
  readonly diterima: number
  readonly ditandai: number
  readonly ditahan: number
  readonly ringkasan: Readonly<Record<string, number>>
  readonly sebab: readonly { kode: string; tingkat: string; jumlah: number }[]
}

async function sidikOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Imports one file; the same bytes for the same area are imported once. */
export async function imporBerkas(
  database: OpenDatabase,
  terminal: Terminal,
  path: string,
  opsi: Opsi,
): Promise<HasilBerkas> {
  const cakupan = cakupanOf(opsi.wilayah)
  const kab = kabOf(opsi.wilayah)
  const sidik = await sidikOf(path)
  const db = kyselyOf(database.pools.job)
  const before = await inScope(db, cakupan, (tx) => q.sameFile(tx, kab, opsi.wilayah, sidik))
  await keepFile({ path, sidik }, database.dataFolder)
  const id =
    before?.id ??
    (await inScope(db, cakupan, (tx) =>
      q.insertImport(tx, {
        kab,
        wilayah: opsi.wilayah,
        namaBerkas: basename(path),
        sidik,
        ukuran: statSync(path).size,
        tanggalData: opsi.tanggal ?? null,
        penggunaId: null,
      }),
    ))
  const { clock } = await readClock(database.pools.migrator)
  const stop = new AbortController()
  const result = await imporLengkap(
    {
      pool: database.pools.job,
      dataFolder: database.dataFolder,
      cakupan,
      hariIni: clock().today,
      progress: (tahap, maju, jumlah) => terminal.progress.update(tahap, maju ?? 0, jumlah),
      signal: stop.signal,
    },
    kab,
    id,
  )
  if (!result.ok && result.error) {
    const words = kataMasalah(result.error)
    throw new Refused(
      `${basename(path)} ditolak. ${words?.sebab.id ?? ''} ${words?.perbaikan.id ?? ''}`,
    )
  }
  return inScope(db, cakupan, async (tx) => {
    const row = await q.importById(tx, id)
    if (!row) throw new Error('the import vanished')
    return {
      id,
      berkas: basename(path),
      sudahAda: !result.ok,
      baris: row.jumlah_baris ?? 0,
      diterima: row.diterima,
      ditandai: row.ditandai,
      ditahan: row.ditahan,
      ringkasan: row.ringkasan,
      sebab: await q.causes(tx, row),
    }
  })
}

const n = (jumlah: number | undefined): string => (jumlah ?? 0).toLocaleString('id-ID')

/** A file of ranks adds ranks only. */
const ditambahkan = (r: HasilBerkas['ringkasan']): string =>
  r.peringkat_luar_baru === undefined
    ? `${n(r.keluarga_baru)} KK dan ${n(r.individu_baru)} jiwa`
    : `${n(r.peringkat_luar_baru)} peringkat dari luar`

function kalimat(h: HasilBerkas): string {
  const head = h.sudahAda
    ? `${h.berkas}: berkas ini sudah diimpor; tidak ada yang ditambahkan.`
    : `${h.berkas}: ${ditambahkan(h.ringkasan)} ditambahkan.`
  const sum = `  ${n(h.baris)} baris = ${n(h.diterima)} diterima + ${n(h.ditandai)} perlu dicek + ${n(h.ditahan)} ditangguhkan`
  const causes = h.sebab
    .filter((s) => s.tingkat !== 'catatan')
    .slice(0, 10)
    .map((s) => `  ${n(s.jumlah)} × ${kataTemuan(s.kode, null).sebab.id}`)
  return [head, sum, ...causes].join('\n')
}
