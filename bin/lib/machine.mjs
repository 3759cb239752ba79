/** What the tests need from the machine besides npm: a Chromium and, where it can be had, PostgreSQL 15. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asRoot, node24, root, run, runs } from './run.mjs'

const FIVE_MINUTES = 300_000

/** @returns {Promise<{ path: string } | { missing: string }>} a Chromium that starts, or why there is none */
export async function findChromium() {
  const names = [
    process.env.SIKS_CHROMIUM,
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ]
  for (const name of names.filter(Boolean)) if (await runs(name)) return { path: name }
  const refused = await aptInstall('chromium')
  if (refused === undefined && (await runs('chromium'))) return { path: 'chromium' }
  const unpacked = await unpackChromium()
  if (unpacked && (await runs(unpacked))) return { path: unpacked }
  return {
    missing: `Chromium tidak ada (${refused ?? 'paket Debian tidak mau jalan'}; yang dari npm tidak mau jalan)`,
  }
}

/** @returns {Promise<{ path: string } | { missing: string }>} the folder with PostgreSQL 15's programs */
export async function findPostgres15() {
  const folder = process.env.SIKS_PG15 ?? '/usr/lib/postgresql/15/bin'
  if (existsSync(join(folder, 'initdb'))) return { path: folder }
  await keepDebianFromStartingIt()
  const refused = await aptInstall('postgresql-15')
  if (existsSync(join(folder, 'initdb'))) return { path: folder }
  return { missing: `PostgreSQL 15 tidak ada (${refused ?? 'paketnya tidak berisi initdb'})` }
}

/** Install a Debian package. @returns {Promise<string | undefined>} why it was not possible */
async function aptInstall(name) {
  if (!(await runs('apt-get'))) return 'bukan Debian'
  const install = () =>
    asRoot('apt-get', ['install', '-y', '--no-install-recommends', name], {
      quiet: true,
      timeoutMs: FIVE_MINUTES,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  console.log(`Memasang paket Debian ${name} …`)
  const first = await install()
  if (first === undefined) return 'tidak ada hak root dan sudo meminta kata sandi'
  if (first.code === 0) return undefined
  await asRoot('apt-get', ['update'], { quiet: true, timeoutMs: FIVE_MINUTES })
  const second = await install()
  return second.code === 0 ? undefined : 'apt-get gagal'
}

/** The tests bring their own cluster; Debian need not make and start one on port 5432. */
async function keepDebianFromStartingIt() {
  const folder = '/etc/postgresql-common'
  if (process.getuid?.() !== 0 || existsSync(folder)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'createcluster.conf'), 'create_main_cluster = false\n')
}

/** The Chromium inside the npm package @sparticuz/chromium, unpacked where only this clone looks. */
async function unpackChromium() {
  if (process.platform !== 'linux') return undefined
  const folder = join(root, 'node_modules', '.cache', 'chromium')
  mkdirSync(folder, { recursive: true })
  const script =
    "import c from '@sparticuz/chromium'; process.stdout.write(await c.executablePath())"
  const { code, output } = await run(node24(), ['--input-type=module', '-e', script], {
    quiet: true,
    timeoutMs: 120_000,
    env: { TMPDIR: folder },
  })
  return code === 0 ? output.trim().split('\n').at(-1) : undefined
}
