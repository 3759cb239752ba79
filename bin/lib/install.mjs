/** Installs what package-lock.json names, when it is not there yet or no longer the same. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, root, run } from './run.mjs'

/** Make node_modules fit package-lock.json. Exits with a clear line when that is impossible. */
export async function ensureInstalled() {
  const reason = whyInstall()
  if (reason) {
    console.log(`Memasang paket (${reason}) …`)
    // --include=dev also under NODE_ENV=production: the pinned Node and the builder are among them.
    const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
    const { code } = await npm(['ci', ...flags])
    // A registry that lacks other platforms' packages makes npm ci give up where npm install does not.
    if (code !== 0 && (await npm(['install', '--no-save', ...flags])).code !== 0) {
      fail('Paket tidak dapat dipasang. Periksa sambungan internet, lalu ulangi.')
    }
  }
  if (
    !existsSync(join(root, 'node_modules', 'node', 'bin', 'node')) &&
    process.platform !== 'win32'
  ) {
    await npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'])
  }
  const { output } = await run(node24(), ['--version'], { quiet: true })
  if (Number(/^v(\d+)/.exec(output)?.[1]) < 24)
    fail(`Node 24 tidak terpasang (yang ada: ${output.trim()}).`)
}

function npm(args) {
  const script = process.env.npm_execpath
  const viaNode = script?.endsWith('.js') || script?.endsWith('.cjs')
  const env = { NODE_ENV: 'development' }
  return viaNode ? run(process.execPath, [script, ...args], { env }) : run('npm', args, { env })
}

/** Compares the lock file with the one npm leaves inside node_modules. */
function whyInstall() {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return 'pertama kali'
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(hidden)
  for (const [path, { version, optional, link }] of Object.entries(wanted)) {
    if (path === '' || optional || link) continue
    if (present[path]?.version !== version)
      return `${path.replace('node_modules/', '')} ${version} belum ada`
  }
  return undefined
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

function fail(message) {
  console.error(message)
  process.exit(1)
}
