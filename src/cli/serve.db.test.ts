import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const parent = mkdtempSync(join(tmpdir(), 'siks-serve-'))
const data = join(parent, 'data')
afterAll(() => {
  const linked = lstatSync(data, { throwIfNoEntry: false })?.isSymbolicLink()
  if (linked) rmSync(dirname(realpathSync(data)), { recursive: true, force: true })
  rmSync(parent, { recursive: true, force: true })
})

type Running = { child: ChildProcess; address: string; ended: Promise<number | null> }

/** Start `siks serve` and wait for the JSON line with its address, or for its end. */
function serve(...args: string[]): Promise<Running | { refused: string; code: number | null }> {
  const env = { ...process.env, SIKS_DATA: data, DATABASE_URL: '' }
  const script = join(import.meta.dirname, 'siks.ts')
  const child = spawn(process.execPath, [script, 'serve', '--json', '--kosong', ...args], { env })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  let output = ''
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const line = output.split('\n').find((text) => text.startsWith('{"address"'))
      if (line) resolve({ child, address: JSON.parse(line).address, ended })
    })
    ended.then((code) => resolve({ refused: output, code }))
  })
}

async function running(...args: string[]): Promise<Running> {
  const answer = await serve(...args)
  if ('refused' in answer) throw new Error(`serve ended with ${answer.code}: ${answer.refused}`)
  return answer
}

const status = async (address: string) => (await fetch(`${address}/api/tidak-ada`)).status

describe.skipIf(process.env.TEST_PG_BINARIES)('siks serve', () => {
  test('answers, refuses a second start and a taken port, survives kill -9, stops at Ctrl-C', async () => {
    const first = await running('--port', '0')
    expect(await status(first.address)).toBeGreaterThanOrEqual(400)
    const second = await serve('--port', '0')
    expect(second).toMatchObject({ code: 1, refused: expect.stringContaining(first.address) })
    first.child.kill('SIGKILL')
    await first.ended

    const again = await running('--port', '0')
    const { port } = new URL(again.address)
    again.child.kill('SIGINT')
    expect(await again.ended).toBe(0)
    expect(existsSync(join(data, 'pg', 'postmaster.pid'))).toBe(false)
    expect(existsSync(join(data, 'aplikasi.kunci'))).toBe(false)
    expect(readFileSync(join(data, 'pg', 'PG_VERSION'), 'utf8')).toMatch(/^18/)
    expect(Number(port)).toBeGreaterThan(0)
  }, 120_000)
})
