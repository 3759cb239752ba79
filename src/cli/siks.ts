/** The `siks` command as a process: its arguments in, its exit code out. */
import { runSiks } from './program.ts'

process.exitCode = await runSiks(process.argv.slice(2))
