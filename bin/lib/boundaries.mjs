/** The import rules of .dependency-cruiser.cjs, and the proof that they are awake. */
import { join } from 'node:path'
import { node24, root, run } from './run.mjs'

const cruise = (...args) =>
  run(
    node24(),
    [join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), ...args],
    {
      quiet: true,
      env: { NO_COLOR: '1' },
    },
  )

/** Rules that test/batas breaks on purpose, once each. */
const PLANTED = [
  'domain-sendiri',
  'domain-tanpa-node',
  'domain-hanya-zod',
  'contract-hanya-domain',
  'web-tanpa-server',
  'server-tanpa-web',
  'harus-ditemukan',
  'tanpa-lingkaran',
  'handler-hanya-untuk-http',
  'web-tanpa-zod',
]

const isWeb = (source) =>
  /(^|\/)src\/(web|ui)\//.test(source) && !/(\.plugin\.ts|\.test\.tsx?)$/.test(source)

/**
 * web-tanpa-zod: what runs in the browser does not reach zod, whose probe for `eval` the content policy
 * refuses. Types vanish in the build, so only imports of values count; the cruiser's own `reachable` cannot
 * tell them apart.
 * @returns {string[]} one chain of imports per way in
 */
function zodInBrowser({ modules }) {
  const values = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies
        .filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => resolved),
    ]),
  )
  const chains = []
  const seen = new Set()
  const visit = (source, chain) => {
    if (/node_modules\/zod\//.test(source)) chains.push([...chain, 'zod'].join(' -> '))
    if (seen.has(source)) return
    seen.add(source)
    for (const next of values.get(source) ?? []) visit(next, [...chain, source])
  }
  for (const source of values.keys()) if (isWeb(source)) visit(source, [])
  return chains.map((chain) => `web-tanpa-zod: ${chain}`)
}

/** A checker that sees no module, or misses the planted violations, passes nothing. */
export async function checkBoundaries() {
  const config = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const [real, planted] = [
    await cruise(...config, 'src', 'test/*.ts', 'bench'),
    await cruise(...config, 'test/batas'),
  ]
  let report
  let proof
  try {
    report = JSON.parse(real.output)
    proof = JSON.parse(planted.output)
  } catch {
    return { code: 1, output: `${real.output}\n${planted.output}` }
  }
  const seen = report.modules.filter(({ source }) => source.startsWith('src/')).length
  if (seen < 10) return { code: 1, output: `dependency-cruiser hanya melihat ${seen} modul` }
  const caught = new Set(proof.summary.violations.map(({ rule }) => rule.name))
  if (zodInBrowser(proof).length > 0) caught.add('web-tanpa-zod')
  const asleep = PLANTED.filter((name) => !caught.has(name))
  if (asleep.length > 0) return { code: 1, output: `aturan tidak bekerja: ${asleep.join(', ')}` }
  const broken = report.summary.violations.filter(({ rule }) => rule.severity === 'error')
  const lines = [
    ...broken.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    ...zodInBrowser(report),
  ]
  return {
    code: lines.length === 0 ? 0 : 1,
    output: [...lines, `${seen} modul diperiksa`].join('\n'),
  }
}
