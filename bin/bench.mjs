/** `npm run bench [-- name …]`: installs what is missing, then runs bench/main.ts on Node 24. */
import { ensureInstalled } from './lib/install.mjs'
import { node24, run } from './lib/run.mjs'

await ensureInstalled()
const { code } = await run(node24(), ['bench/main.ts', ...process.argv.slice(2)])
process.exitCode = code
