/** Running programs from the scripts of package.json; plain JavaScript that Node 20 understands. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Node 24 as pinned in package.json; the Node that runs this script only when that is missing. */
export function node24() {
  const pinned = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  return existsSync(pinned) ? pinned : process.execPath
}

/** The environment of everything we run: the pinned programs come first. */
export function environment(extra = {}) {
  const first = [join(root, 'node_modules', 'node', 'bin'), join(root, 'node_modules', '.bin')]
  return { ...process.env, PATH: [...first, process.env.PATH ?? ''].join(delimiter), ...extra }
}

/**
 * Run a program to its end. `quiet` gathers its output instead of showing it.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(file, args, { quiet = false, env = {}, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env: environment(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk.toString('utf8')
      })
    }
    const clock = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined
    child.on('error', (error) => resolve({ code: 127, output: String(error) }))
    child.on('close', (code) => {
      clearTimeout(clock)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Is there a program of this name that runs? */
export async function runs(file, args = ['--version']) {
  return (await run(file, args, { quiet: true, timeoutMs: 20_000 })).code === 0
}

/** Run as root: directly when we are, through a sudo that asks nothing, or not at all (undefined). */
export async function asRoot(file, args, options = {}) {
  if (process.getuid?.() === 0) return run(file, args, options)
  if (!(await runs('sudo', ['-n', 'true']))) return undefined
  return run('sudo', ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', file, ...args], options)
}

/** Run tasks with at most `width` at once, keeping their order in the answer. */
export async function inParallel(tasks, width) {
  const answers = []
  let next = 0
  const worker = async () => {
    while (next < tasks.length) {
      const index = next++
      answers[index] = await tasks[index]()
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, worker))
  return answers
}
