/** The server of the search benchmark, in a process of its own; told by its arguments. */
import { startServer } from '#server/main.ts'

const [databaseUrl, dataFolder] = process.argv.slice(2)
if (!databaseUrl || !dataFolder) throw new Error('usage: cari-server.ts DATABASE_URL FOLDER')
const server = await startServer({
  databaseUrl,
  dataFolder,
  host: '127.0.0.1',
  port: 0,
  secure: false,
  alone: true,
  logger: true,
})
process.send?.({ address: server.address })
process.on('disconnect', () => server.stop().then(() => process.exit(0)))
