/** `siks restore DIR`: put a backup into an empty database of the same version. */
import type { Command } from 'commander'
import { BackupRefused, readManifest } from '#server/db/backup/manifest.ts'
import { restore } from '#server/db/backup/read.ts'
import { asRefusal } from './backup.ts'
import { Refused, terminalOf, withDatabase } from './run.ts'

export function register(program: Command): void {
  program
    .command('restore')
    .argument('<dir>', 'folder cadangan buatan siks backup')
    .description('pulihkan cadangan ke basis data kosong (hentikan dahulu aplikasinya)')
    .action(async (dir: string, _options: object, command: Command) => {
      const terminal = terminalOf(command)
      checkFirst(dir)
      const work = ({ url, dataFolder }: { url: string; dataFolder: string }) =>
        restore({ url, folder: dir, dataFolder, onProgress: terminal.progress.update })
      const manifest = await withDatabase('siks restore', work, { share: false })
        .catch(asRefusal)
        .finally(terminal.progress.stop)
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const data = {
        folder: dir,
        made: manifest.made,
        tables: manifest.tables.length,
        rows,
        files: manifest.files.length,
      }
      terminal.answer(
        data,
        `Dipulihkan dari ${dir}: ${data.tables} tabel, ${rows} baris, ${data.files} berkas.`,
      )
    })
}

/** A wrong folder is said at once, before a server is started for it. */
function checkFirst(dir: string): void {
  try {
    readManifest(dir)
  } catch (error) {
    throw error instanceof BackupRefused ? new Refused(error.message) : error
  }
}
