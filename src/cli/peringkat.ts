/** `siks peringkat`: computes a ranking, lists rankings, explains one family's rank. */
import { type Command, InvalidArgumentError } from 'commander'
import { problemText } from '#contract/problems.ts'
import { judulPeriode, periodeOf, periodeSchema } from '#domain/peringkat/periode.ts'
import { cakupanOf, parseKode } from '#domain/wilayah/kode.ts'
import { readClock } from '#server/clock.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { listRounds, roundOut } from '#server/peringkat/daftar.ts'
import { startRound } from '#server/peringkat/mulai.ts'
import { explain } from '#server/peringkat/penjelasan.ts'
import { runRound } from '#server/peringkat/ronde.ts'
import { loadRegions } from '#server/wilayah/muat.ts'
import { type OpenDatabase, Refused, type Terminal, terminalOf, withDatabase } from './run.ts'

/** What is ranked, and how, when nothing is said. */
const bawaan = { model: 'bps-14-indikator', wilayah: 0 } as const
const nasional = cakupanOf(0)

function kode(teks: string): number {
  const found = teks === '0' ? 0 : parseKode(teks)
  if (found === null) throw new InvalidArgumentError('Kode wilayah: 0, atau 2, 4, 6, 10 angka.')
  return found
}

function periode(teks: string): string {
  if (!periodeSchema.safeParse(teks).success)
    throw new InvalidArgumentError('Periode ditulis TTTT-T1 sampai TTTT-T4.')
  return teks
}

function tanggal(teks: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(teks)) throw new InvalidArgumentError('Tanggal ditulis TTTT-BB-HH.')
  return teks
}

/** Adds the command to the program. */
export function register(program: Command): void {
  const group = program
    .command('peringkat')
    .description('pemeringkatan keluarga: mulai, daftar, jelaskan')
  group
    .command('mulai')
    .description('jalankan satu pemeringkatan sampai selesai')
    .option(
      '--wilayah <kode>',
      'wilayah yang diperingkat, misalnya 6474; 0 seluruh Indonesia',
      kode,
      bawaan.wilayah,
    )
    .option('--model <kode>', 'model di policy/peringkat', bawaan.model)
    .option('--periode <TTTT-Tn>', 'triwulan; tanpa ini triwulan berjalan', periode)
    .option('--acuan <TTTT-BB-HH>', 'hari acuan umur dan kelayakan; tanpa ini hari ini', tanggal)
    .action((opsi: OpsiMulai, command: Command) => run(command, (d, t) => mulai(d, t, opsi)))
  group
    .command('daftar')
    .description('pemeringkatan yang ada, terbaru dahulu')
    .option('--wilayah <kode>', 'hanya wilayah ini', kode)
    .action((opsi: { wilayah?: number }, command: Command) =>
      run(command, (d, t) => daftar(d, t, opsi.wilayah)),
    )
  group
    .command('jelaskan')
    .argument('<ronde>', 'nomor pemeringkatan')
    .argument('<kab>', 'nomor bagian keluarga, misalnya 6474')
    .argument('<keluarga>', 'nomor keluarga')
    .option('--kuota <jumlah>', 'tempat terakhir dalam kuota', Number)
    .description('lembar penjelasan satu keluarga')
    .action(
      (ronde: string, kab: string, keluarga: string, opsi: { kuota?: number }, command: Command) =>
        run(command, (d, t) => jelaskan(d, t, { id: ronde, kab: Number(kab), keluarga, ...opsi })),
    )
}

function run(
  command: Command,
  work: (d: OpenDatabase, t: Terminal) => Promise<void>,
): Promise<void> {
  const terminal = terminalOf(command)
  return withDatabase('siks peringkat', (database) => work(database, terminal)).finally(
    terminal.progress.stop,
  )
}

type OpsiMulai = { wilayah: number; model: string; periode?: string; acuan?: string }

async function mulai(database: OpenDatabase, terminal: Terminal, opsi: OpsiMulai): Promise<void> {
  const { pools } = database
  await loadRegions(pools.migrator)
  const { today } = (await readClock(pools.migrator)).clock()
  const asked = {
    model: opsi.model,
    wilayah: opsi.wilayah,
    acuan: opsi.acuan ?? today,
    periode: opsi.periode ?? periodeOf(opsi.acuan ?? today),
    penggunaId: null,
  }
  const cakupan = cakupanOf(opsi.wilayah)
  const started = await inScope(kyselyOf(pools.job), cakupan, (tx) => startRound(tx, asked))
  if (!started.ok) throw new Refused(problemText(started.error).title.id)
  const progress = (tahap: string, maju?: number, jumlah?: number) =>
    terminal.progress.update(tahap, maju ?? 0, jumlah)
  const result = await runRound({ pool: pools.job, progress }, cakupan, started.value)
  if (!result.ok) throw new Refused(problemText(result.error).title.id)
  const { keluarga, bercelah, melintasi } = result.value
  terminal.answer(
    { ronde: started.value, ...asked, ...result.value },
    `${judulPeriode(asked.periode).id}: ${n(keluarga)} KK diperingkat (${started.value}).
  ${n(bercelah)} dengan pertanyaan yang belum ditanyakan; ${n(melintasi)} di antaranya dapat melewati garis miskin.
  Jelaskan satu keluarga: siks peringkat jelaskan ${started.value} <kab> <keluarga>`,
  )
}

async function daftar(
  { pools }: OpenDatabase,
  terminal: Terminal,
  wilayah: number | undefined,
): Promise<void> {
  const rows = await inScope(kyselyOf(pools.app), nasional, (tx) =>
    listRounds(tx, nasional, { wilayah }),
  )
  const ronde = rows.map(roundOut)
  const lines = ronde.map(
    (r) =>
      `${r.id}  ${r.judul.id}  ${r.namaWilayah}  ${r.namaModel.id}  ${r.status}  ${n(r.keluarga ?? 0)} KK`,
  )
  terminal.answer({ ronde }, lines.length === 0 ? 'Belum ada pemeringkatan.' : lines.join('\n'))
}

async function jelaskan(
  { pools }: OpenDatabase,
  terminal: Terminal,
  asked: { id: string; kab: number; keluarga: string; kuota?: number },
): Promise<void> {
  const said = await inScope(kyselyOf(pools.app), nasional, (tx) => explain(tx, nasional, asked))
  if (!said.ok) throw new Refused(problemText(said.error).title.id)
  const indent = { judul: '', bagian: '\n', baris: '  ', butir: '  ' } as const
  const text = said.value.lembar.map((b) => `${indent[b.jenis]}${b.teks.id}`).join('\n')
  terminal.answer(said.value, text)
}

const n = (jumlah: number): string => jumlah.toLocaleString('id-ID')
