/** The program behind `siks`: every file of this folder with a name of one word registers one command. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { projectRoot } from '#server/db/embedded/places.ts'
import { FolderInUse } from '#server/db/embedded.ts'
import { MigrationRefused } from '#server/db/migrate.ts'
import { Refused } from './run.ts'

const HELPERS = new Set(['siks.ts', 'program.ts', 'run.ts', 'progress.ts'])
const EXIT = { refused: 1, usage: 2 }

type CommandFile = { readonly register: (program: Command) => void }

const commandFiles = (): string[] =>
  readdirSync(import.meta.dirname).filter((file) => /^[a-z]+\.ts$/.test(file) && !HELPERS.has(file))

/** Build the program; only the named command's file is loaded, all of them for the help. */
async function build(named: string | undefined): Promise<Command> {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string
  }
  const program = new Command('siks')
    .description('SIKS-NG: registri kesejahteraan sosial, dari berkas BNBA sampai daftar penerima')
    .version(version, '-V, --version', 'tampilkan versi')
    .option('--json', 'jawaban sebagai satu nilai JSON')
    .helpOption('-h, --help', 'tampilkan bantuan')
    .helpCommand('help [perintah]', 'bantuan untuk satu perintah')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('(siks --help menampilkan bantuan)')
    .exitOverride()
  const files = commandFiles()
  const chosen = files.filter((file) => file === `${named}.ts`)
  for (const file of chosen.length > 0 ? chosen : files) {
    const module = (await import(join(import.meta.dirname, file))) as CommandFile
    module.register(program)
  }
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  return program
}

/** Exit code of a failure: 2 when the command line is wrong, 1 when it was refused or broke. */
function explain(error: unknown, args: readonly string[]): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage
  const known =
    error instanceof Refused || error instanceof FolderInUse || error instanceof MigrationRefused
  const message =
    error instanceof Error
      ? known
        ? error.message
        : (error.stack ?? error.message)
      : String(error)
  if (args.includes('--json')) {
    console.log(JSON.stringify({ error: error instanceof Error ? error.message : message }))
  } else console.error(message)
  return EXIT.refused
}

/**
 * Does what a command line asks: answers on standard output, remarks and refusals on standard error.
 * @param args what stands behind `siks`
 * @returns the exit code: 0 done, 1 refused or broken, 2 not understood; a command may have its own
 */
export async function runSiks(args: readonly string[]): Promise<number> {
  try {
    const named = args.find((argument) => !argument.startsWith('-'))
    await (await build(named)).parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return explain(error, args)
  }
}
