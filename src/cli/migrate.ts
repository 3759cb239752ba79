/** `siks migrate`: bring the database to this version. */
import type { Command } from 'commander'
import { migrate } from '#server/db/migrate.ts'
import { terminalOf, withDatabase } from './run.ts'

export function register(program: Command): void {
  program
    .command('migrate')
    .description(
      'perbarui susunan basis data ke versi program ini (juga dilakukan sendiri oleh serve)',
    )
    .action(async (_options: object, command: Command) => {
      const terminal = terminalOf(command)
      const onApply = (name: string) => terminal.note(`menerapkan ${name}`)
      const work = ({ url }: { url: string }) => migrate(url, { onApply })
      const { version, applied } = await withDatabase('siks migrate', work, { migrate: false })
      const text = applied.length === 0 ? 'sudah terbaru' : `${applied.length} migrasi diterapkan`
      terminal.answer({ version, applied }, `Basis data pada versi ${version}: ${text}.`)
    })
}
