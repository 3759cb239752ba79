/** A process for the test of the sequencer: seals what waits and kills itself, without any farewell, at a named point. */
import { poolOf } from '#server/db/pools.ts'
import { muatKunci } from '#server/jejak/kunci.ts'
import { urutkan } from '#server/jejak/urut.ts'

const [, , url = '', folder = '', titik = '', ke = '1'] = process.argv
const client = await poolOf(url, { role: 'siks_urut', max: 1 }).connect()
let times = 0
await urutkan(client, {
  penanda: await muatKunci(folder),
  folder: `${folder}/titik-periksa`,
  most: 10,
  titik: (nama) => {
    if (nama === titik && ++times === Number(ke)) process.kill(process.pid, 'SIGKILL')
  },
})
process.exit(0)
