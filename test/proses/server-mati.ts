/**
 * A server for the test of writes under `kill -9`: the whole application, which kills itself without
 * any farewell when a write has reached the named step for the n-th time.
 */
import type { Langkah } from '#server/http/transaction.ts'
import { startServer } from '#server/main.ts'

const [, , databaseUrl = '', dataFolder = '', titik = '', ke = '1'] = process.argv
let reached = 0
const pada = async (langkah: Langkah, sent?: Promise<unknown>): Promise<void> => {
  if (langkah !== titik || ++reached < Number(ke)) return
  await sent
  // The packet with COMMIT leaves at the end of this turn; whether it arrives is left to chance.
  if (langkah === 'saat_komit') await new Promise((resolve) => setImmediate(resolve))
  process.kill(process.pid, 'SIGKILL')
}
const server = await startServer({
  databaseUrl,
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  secure: false,
  alone: false,
  logger: false,
  ...(titik ? { pada } : {}),
})
process.send?.({ address: server.address })
process.on('disconnect', () => server.stop().then(() => process.exit(0)))
