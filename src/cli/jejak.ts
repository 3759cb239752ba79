/** `siks jejak verify`: proves the log whole, or names the first bad entry. */
import type { Command } from 'commander'
import { type Kerusakan, macamKerusakan } from '#domain/jejak/kerusakan.ts'
import { dataFolder } from '#server/db/embedded/places.ts'
import { FolderInUse, startEmbedded } from '#server/db/embedded.ts'
import { berkasKunciPublik } from '#server/jejak/kunci.ts'
import { folderTitikPeriksa } from '#server/jejak/titik-periksa.ts'
import { type LaporanJejak, TidakDapatDiperiksa, verifikasi } from '#server/jejak/verifikasi.ts'
import { type Terminal, terminalOf } from './run.ts'

/** What the exit code says. */
const EXIT = { utuh: 0, rusak: 1, tidakDapat: 2 }

type Options = {
  readonly database?: string
  readonly kunci?: string
  /** false: --tanpa-titik-periksa */
  readonly titikPeriksa?: string
  readonly tanpaTitikPeriksa?: true
}

export function register(program: Command): void {
  const jejak = program.command('jejak').description('jejak: siapa melihat atau mengubah apa')
  jejak
    .command('verify')
    .description(
      'buktikan jejak utuh, atau sebut entri pertama yang rusak (0 utuh, 1 rusak, 2 tidak dapat diperiksa)',
    )
    .option('--database <url>', 'basis data; tanpa ini DATABASE_URL atau yang bawaan')
    .option('--kunci <berkas>', 'kunci publik (PEM); bawaan: kunci-jejak.pub di folder data')
    .option(
      '--titik-periksa <folder>',
      'titik periksa di luar basis data; bawaan: SIKS_TITIK_PERIKSA atau folder data',
    )
    .option(
      '--tanpa-titik-periksa',
      'periksa tanpa titik periksa: ekor yang dipotong tidak akan terlihat',
    )
    .action(async (options: Options, command: Command) => {
      process.exitCode = await verify(options, terminalOf(command))
    })
}

async function verify(options: Options, terminal: Terminal): Promise<number> {
  const start = performance.now()
  try {
    const report = await onDatabase(options.database ?? process.env.DATABASE_URL, (url) =>
      verifikasi({
        url,
        kunci: options.kunci ?? berkasKunciPublik(dataFolder()),
        titikPeriksa: options.tanpaTitikPeriksa
          ? null
          : (options.titikPeriksa ?? folderTitikPeriksa(dataFolder())),
        onProgress: (done, total) => terminal.progress.update('Memeriksa', done, total),
      }),
    )
    terminal.progress.stop()
    const detik = (performance.now() - start) / 1000
    terminal.answer({ ...report, detik: Number(detik.toFixed(2)) }, sentences(report, detik))
    return report.utuh ? EXIT.utuh : EXIT.rusak
  } catch (error) {
    terminal.progress.stop()
    // Whatever else went wrong, it is no finding about the log: its exit code must not say so.
    const known = error instanceof TidakDapatDiperiksa || error instanceof FolderInUse
    const message = error instanceof Error ? error.message : String(error)
    if (!known) terminal.note(error instanceof Error ? (error.stack ?? '') : message)
    terminal.answer({ utuh: null, error: message }, message)
    return EXIT.tidakDapat
  }
}

/** The database named, or the embedded one: a running one is shared, otherwise it is started for this. */
async function onDatabase<T>(
  given: string | undefined,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (given) return work(given)
  const embedded = await startEmbedded({ command: 'siks jejak verify', share: true })
  try {
    return await work(embedded.url)
  } finally {
    await embedded.stop()
  }
}

const angka = (n: number): string => n.toLocaleString('id-ID')

/** The report in words. */
function sentences(r: LaporanJejak, detik: number): string {
  const proven = `${angka(r.entri)} entri dalam ${angka(r.segel)} segel terbukti utuh (${detik.toFixed(1)} detik).`
  if (r.kerusakan) return `JEJAK RUSAK: ${place(r.kerusakan)}\nSebelumnya ${proven}`
  const open = r.belumDisegel > 0 ? ` ${angka(r.belumDisegel)} entri terbaru belum disegel.` : ''
  const outside =
    r.titikPeriksa === null
      ? ' Tanpa titik periksa di luar: ekor yang dipotong atau keadaan lama yang dipulihkan tidak terlihat.'
      : ` Titik periksa di luar sampai segel ${angka(r.titikPeriksa)}.`
  return `Jejak utuh. ${proven}${open}${outside}`
}

function place(k: Kerusakan): string {
  const { id } = macamKerusakan[k.macam]
  const entry = k.nomor === null ? 'entri tanpa nomor' : `entri nomor ${angka(k.nomor)}`
  const until = k.hingga !== undefined && k.hingga !== k.nomor ? ` (sampai ${angka(k.hingga)})` : ''
  const row = k.jejakId === null ? '' : `, jejak.id ${k.jejakId}`
  const seal = k.segel === null ? '' : `, segel ${angka(k.segel)}`
  const other = k.pasangan ? `; pasangannya jejak.id ${k.pasangan.jejakId}` : ''
  return `${id}. Pertama: ${entry}${until}${row}${seal}${other}.`
}
