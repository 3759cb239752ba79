/** Builds the office app when its sources changed since the last build. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, root, run } from './run.mjs'

const SOURCES = [
  'src/web',
  'src/ui',
  'src/contract',
  'src/domain',
  'vite.config.ts',
  'package-lock.json',
]
const STAMP = join(root, 'dist', '.sumber-web')

/** @returns {Promise<boolean>} false when the build failed (its output was shown) */
export async function ensureWeb() {
  const wanted = fingerprint()
  const built = existsSync(join(root, 'dist', 'web', 'index.html'))
  if (built && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true
  console.log('Menyusun aplikasi web …')
  rmSync(STAMP, { force: true })
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await run(node24(), [vite, 'build', '--logLevel', 'warn'], {
    quiet: true,
    env: { NODE_ENV: 'production' },
  })
  if (code !== 0) {
    console.error(output)
    return false
  }
  writeFileSync(STAMP, wanted)
  return true
}

/** Path, size and time of every source: cheap, and exact enough to notice an edit or a pull. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) for (const line of listing(join(root, source))) hash.update(line)
  return hash.digest('hex')
}

function* listing(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) {
    for (const name of readdirSync(path).sort()) yield* listing(join(path, name))
  } else if (found) {
    yield `${path}:${found.size}:${found.mtimeMs}\n`
  }
}
