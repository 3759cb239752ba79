/**
 * `npm test`: installs what is missing, then runs every check and test. The last line sums all.
 * `npm test -- unit db` runs only the named parts: check unit db pg15 browser.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runChecks } from './check.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { findChromium, findPostgres15 } from './lib/machine.mjs'
import { node24, root, run } from './lib/run.mjs'
import { ensureWeb } from './lib/web.mjs'

/** A part that takes longer hangs. */
const LONGEST_PART = 25 * 60_000

/** One part: what it is called, how many of its tests passed and failed, and why it was left out. */
const parts = {
  check: async () => {
    const answers = await runChecks()
    const passed = answers.filter(({ ok }) => ok).length
    return { title: 'pemeriksaan', passed, failed: answers.length - passed }
  },
  unit: () => vitest('uji satuan', ['--project', 'unit']),
  db: () => vitest('uji basis data, PostgreSQL 18 bawaan', ['--project', 'db']),
  pg15: async () => {
    const found = await findPostgres15()
    if ('missing' in found)
      return {
        title: 'uji basis data, PostgreSQL 15',
        passed: 0,
        failed: 0,
        skipped: found.missing,
      }
    const env = { TEST_PG_BINARIES: found.path, TEST_DATABASE_URL: '' }
    return vitest('uji basis data, PostgreSQL 15', ['--project', 'db'], env)
  },
  browser: async () => {
    const found = await findChromium()
    if ('missing' in found)
      return { title: 'uji peramban', passed: 0, failed: 0, skipped: found.missing }
    if (!(await ensureWeb())) return { title: 'uji peramban', passed: 0, failed: 1 }
    return vitest('uji peramban', ['--project', 'browser'], { SIKS_CHROMIUM: found.path })
  },
}

/** Names of the tests that failed, each with the beginning of what it says; a file that did not run is one, too. */
const fallen = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const file = relative(root, name)
    if (failed.length === 0) return status === 'failed' ? [`${file}\n${opening(message)}`] : []
    return failed.map(
      (test) => `${file} > ${test.fullName}\n${opening(test.failureMessages.join('\n'))}`,
    )
  })

const opening = (text) =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n')

/** Run Vitest and count from its own report; a run that dies without a report is one failure. */
async function vitest(title, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'siks-laporan-'))
  const report = join(folder, 'laporan.json')
  console.log(`\n=== ${title} ===`)
  const script = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(
    node24(),
    [script, 'run', '--passWithNoTests', ...reporters, ...args],
    {
      env: { ...env, NODE_ENV: 'test' },
      timeoutMs: LONGEST_PART,
    },
  )
  try {
    const told = JSON.parse(readFileSync(report, 'utf8'))
    const failed = code !== 0 && told.numFailedTests === 0 ? 1 : told.numFailedTests
    return { title, passed: told.numPassedTests, failed, fallen: fallen(told) }
  } catch {
    return { title, passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(outcomes) {
  for (const { title, fallen = [] } of outcomes)
    for (const one of fallen.slice(0, 40)) console.log(`\n✗ ${title}: ${one}`)
  console.log('')
  for (const { title, passed, failed, skipped, seconds } of outcomes) {
    const what = skipped ? `dilewati: ${skipped}` : `${passed} passed, ${failed} failed`
    console.log(`${title.padEnd(40)} ${what} (${seconds.toFixed(0)} s)`)
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed')
}

await ensureInstalled()
const chosen = process.argv.slice(2).filter((name) => name in parts)
const outcomes = []
for (const [name, part] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const start = performance.now()
  outcomes.push({ ...(await part()), seconds: (performance.now() - start) / 1000 })
}
process.exitCode = report(outcomes) === 0 ? 0 : 1
