/** Files share a worker: what one changes in the environment is put back before the next. */
import { afterAll, vi } from 'vitest'

const before = { ...process.env }

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
