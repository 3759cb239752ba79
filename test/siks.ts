/** Runs `siks` inside the test: the same program without the second that a process takes to start. */
import { vi } from 'vitest'
import { runSiks } from '#cli/program.ts'

export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** What the command line answers, as a shell would see it. One at a time: it listens to the console. */
export async function siks(...args: readonly string[]): Promise<Ran> {
  const said = { stdout: '', stderr: '' }
  const hear = (stream: 'stdout' | 'stderr') => [
    vi.spyOn(console, stream === 'stdout' ? 'log' : 'error').mockImplementation((text: unknown) => {
      said[stream] += `${String(text)}\n`
    }),
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text)
      return true
    }),
  ]
  const heard = [...hear('stdout'), ...hear('stderr')]
  const before = process.exitCode
  process.exitCode = undefined
  try {
    return { status: await runSiks(args), ...said }
  } finally {
    process.exitCode = before
    for (const spy of heard) spy.mockRestore()
  }
}
