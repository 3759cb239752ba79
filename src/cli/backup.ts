/** `siks backup DIR`: save the database and the files while the application runs. */
import type { Command } from 'commander'
import { BackupRefused } from '#server/db/backup/manifest.ts'
import { backup } from '#server/db/backup/write.ts'
import { Refused, terminalOf, withDatabase } from './run.ts'

export function register(program: Command): void {
  program
    .command('backup')
    .argument('<dir>', 'folder baru untuk cadangan')
    .description(
      'buat cadangan basis data dan berkas ke folder baru, juga selagi aplikasi berjalan',
    )
    .action(async (dir: string, _options: object, command: Command) => {
      const terminal = terminalOf(command)
      const work = ({ url, dataFolder }: { url: string; dataFolder: string }) =>
        backup({
          url,
          folder: dir,
          dataFolder,
          now: new Date(),
          onProgress: terminal.progress.update,
        })
      const manifest = await withDatabase('siks backup', work, { migrate: false })
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
        `Cadangan ${dir} selesai: ${data.tables} tabel, ${rows} baris, ${data.files} berkas.`,
      )
    })
}

/** A refusal of the backup is shown as a sentence, not as a stack. */
export function asRefusal(error: unknown): never {
  throw error instanceof BackupRefused ? new Refused(error.message) : error
}
