/** `npm start`: installs, builds the web app and runs the city. Everything after `--` goes to `siks serve`. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { environment, node24, root } from './lib/run.mjs'
import { ensureWeb } from './lib/web.mjs'

await ensureInstalled()
if (!(await ensureWeb())) {
  console.error('Aplikasi web tidak dapat disusun.')
  process.exit(1)
}

// The channel lets the server notice, and stop cleanly, when this process is killed.
const child = spawn(
  node24(),
  [join(root, 'src', 'cli', 'siks.ts'), 'serve', ...process.argv.slice(2)],
  {
    cwd: root,
    env: environment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
