import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname

function siks(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(here, 'siks.ts'), ...args], { encoding: 'utf8' })
}

test('the help lists every command, and each has a help of its own', () => {
  const { status, stdout } = siks('--help')
  expect(status).toBe(0)
  const helpers = ['siks.ts', 'run.ts', 'progress.ts']
  const commands = readdirSync(here)
    .filter((file) => /^[a-z]+\.ts$/.test(file) && !helpers.includes(file))
    .map((file) => file.slice(0, -3))
  expect(commands).toEqual(expect.arrayContaining(['serve', 'migrate', 'backup', 'restore']))
  for (const command of commands) {
    expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
    const help = siks(command, '--help')
    expect([help.status, help.stdout]).toEqual([
      0,
      expect.stringContaining(`Usage: siks ${command}`),
    ])
    expect(help.stdout).toContain('--json')
  }
}, 60_000)

test('a wrong command line ends with 2', () => {
  expect(siks('tidak-ada').status).toBe(2)
  expect(siks('backup').status).toBe(2)
  expect(siks('migrate', '--tidak-ada').status).toBe(2)
}, 60_000)

test('what cannot be done ends with 1 and one sentence, or JSON when asked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'siks-kosong-'))
  const plain = siks('restore', folder)
  expect([plain.status, plain.stdout]).toEqual([1, ''])
  expect(plain.stderr).toMatch(/bukan cadangan/)
  const json = siks('restore', folder, '--json')
  expect(json.status).toBe(1)
  expect(JSON.parse(json.stdout).error).toMatch(/bukan cadangan/)
  rmSync(folder, { recursive: true })
}, 60_000)
