/** `npm run check`: types, style, boundaries and dead code; one table of what ran. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkBoundaries } from './lib/boundaries.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { inParallel, node24, root, run } from './lib/run.mjs'

const tool = (...path) => join(root, 'node_modules', ...path)
const viaNode =
  (script, ...args) =>
  () =>
    run(node24(), [script, ...args], { quiet: true, env: { NO_COLOR: '1' } })

/** Every folder of src with a tsconfig of its own is a world, and so are the browser tests; the rest is the root's. The web app takes longest and begins. */
function worlds() {
  const own = readdirSync(join(root, 'src')).filter((name) =>
    existsSync(join(root, 'src', name, 'tsconfig.json')),
  )
  return [
    'src/web',
    '.',
    'test/browser',
    ...own.filter((name) => name !== 'web').map((name) => `src/${name}`),
  ]
}

/** @returns {{ name: string, run: () => Promise<{ code: number, output: string }> }[]} */
function checks() {
  const compiler = tool('typescript7', 'bin', 'tsc')
  return [
    ...worlds().map((world) => ({ name: `tipe: ${world}`, run: viaNode(compiler, '-p', world) })),
    { name: 'batas modul (dependency-cruiser)', run: checkBoundaries },
    { name: 'kode mati (knip)', run: viaNode(tool('knip', 'bin', 'knip.js'), '--no-progress') },
    {
      name: 'gaya (biome)',
      run: viaNode(
        tool('@biomejs', 'biome', 'bin', 'biome'),
        'ci',
        '--colors=off',
        '--diagnostic-level=error',
        '--max-diagnostics=40',
      ),
    },
  ]
}

/** Enough to see what is wrong; a tool that floods the screen hides the table. */
function firstLines(output, most = 150) {
  const lines = output.trim().split('\n')
  const more = lines.length > most ? [`… dan ${lines.length - most} baris lagi`] : []
  return [...lines.slice(0, most), ...more].join('\n')
}

/** Run all checks, two at a time, and print the table. */
export async function runChecks() {
  const answers = await inParallel(
    checks().map((check) => async () => {
      const start = performance.now()
      const { code, output } = await check.run()
      return {
        name: check.name,
        ok: code === 0,
        output,
        seconds: (performance.now() - start) / 1000,
      }
    }),
    2,
  )
  for (const { name, ok, output } of answers)
    if (!ok) console.log(`\n--- ${name} ---\n${firstLines(output)}`)
  console.log('')
  for (const { name, ok, seconds } of answers) {
    console.log(`${ok ? 'lulus' : 'GAGAL'}  ${name.padEnd(36)} ${seconds.toFixed(1).padStart(6)} s`)
  }
  return answers
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureInstalled()
  const answers = await runChecks()
  process.exitCode = answers.every(({ ok }) => ok) ? 0 : 1
}
