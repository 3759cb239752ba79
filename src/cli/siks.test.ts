import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Ran, siks } from '#test/siks.ts'

const here = import.meta.dirname

/** The command as a process of its own, as people start it. */
function asProcess(...args: string[]): Omit<Ran, 'status'> & { status: number | null } {
  return spawnSync(process.execPath, [join(here, 'siks.ts'), ...args], { encoding: 'utf8' })
}

test('the help lists every command, and each has a help of its own', async () => {
  const { status, stdout } = await siks('--help')
  expect(status).toBe(0)
  const helpers = ['siks.ts', 'program.ts', 'run.ts', 'progress.ts']
  const commands = readdirSync(here)
    .filter((file) => /^[a-z]+\.ts$/.test(file) && !helpers.includes(file))
    .map((file) => file.slice(0, -3))
  expect(commands).toEqual(expect.arrayContaining(['serve', 'migrate', 'backup', 'restore']))
  for (const command of commands) {
    expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
    const help = await siks(command, '--help')
    expect([help.status, help.stdout]).toEqual([
      0,
      expect.stringContaining(`Usage: siks ${command}`),
    ])
    expect(help.stdout).toContain('--json')
  }
}, 60_000)

test('a wrong command line ends with 2', async () => {
  expect((await siks('tidak-ada')).status).toBe(2)
  expect((await siks('backup')).status).toBe(2)
  expect((await siks('migrate', '--tidak-ada')).status).toBe(2)
}, 60_000)

test('what cannot be done ends with 1 and one sentence, or JSON when asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'siks-kosong-'))
  const plain = await siks('restore', folder)
  expect([plain.status, plain.stdout]).toEqual([1, ''])
  expect(plain.stderr).toMatch(/bukan cadangan/)
  const json = await siks('restore', folder, '--json')
  expect(json.status).toBe(1)
  expect(JSON.parse(json.stdout).error).toMatch(/bukan cadangan/)
  rmSync(folder, { recursive: true })
}, 60_000)

test('a process of its own answers and ends the same way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'siks-kosong-'))
  for (const args of [
    ['restore', '--help'],
    ['migrate', '--tidak-ada'],
    ['restore', folder],
  ])
    expect(asProcess(...args)).toMatchObject(await siks(...args))
  rmSync(folder, { recursive: true })
}, 60_000)
