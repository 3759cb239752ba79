/** Questions about other processes, and running a program as another user. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The user and group a program is run as; undefined means "as ourselves". */
export type Owner = { readonly uid: number; readonly gid: number }

/**
 * When a process started, in the kernel's own notation, or undefined when it does not live.
 * Process numbers are reused (in a container at every start), a number with its start time is not.
 */
export function processStart(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return fields[0] === 'Z' ? undefined : fields[19]
    } catch {
      return undefined
    }
  }
  const listed = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return listed.stdout?.trim() || undefined
}

/** The command line of a living process, arguments separated by spaces; empty when unknown. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    }
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
    }).stdout.trim()
  } catch {
    return ''
  }
}

export type Outcome = { readonly code: number; readonly output: string }

/**
 * Run a program to its end and gather what it printed. It resolves at the program's exit, not when
 * its pipes close: pg_ctl leaves a server behind that may have inherited them.
 */
export function run(
  file: string,
  args: readonly string[],
  options: { owner?: Owner | undefined; cwd?: string } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args], {
      cwd: options.cwd ?? '/',
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options.owner,
    })
    let output = ''
    const gather = (chunk: Buffer) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      setImmediate(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code: code ?? (signal === null ? 1 : 128), output })
      })
    })
  })
}

/** Wait until a condition holds; false when it did not within the time given. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  ms: number,
): Promise<boolean> {
  const deadline = performance.now() + ms
  while (performance.now() < deadline) {
    if (await condition()) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return condition()
}
