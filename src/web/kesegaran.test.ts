/** No number shown outlives what was done: commands and jobs make every cached read stale. */
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { hidup, ikuti, pekerjaanDari, usangkan } from '#web/kesegaran.ts'

const menit = 60_000

/** A page that shows a number of the server, as `useOp` would. */
function halaman(client: QueryClient, nama: string, staleTime: number, angka: () => number) {
  const pilihan = { queryKey: [nama], queryFn: async () => angka(), staleTime }
  const layar = new QueryObserver(client, pilihan)
  const lepas = layar.subscribe(() => {})
  return { layar, lepas, pilihan }
}

async function siap() {
  const client = new QueryClient()
  let angka = 1
  const { layar, lepas, pilihan } = halaman(client, 'keluarga.daftar', menit, () => angka)
  await expect.poll(() => layar.getCurrentResult().data).toBe(1)
  const kini = () => layar.getCurrentResult().data
  return { client, kini, lepas, pilihan, ubah: () => (angka = 2) }
}

test('after a command a read that was promised fresh is asked for anew when next looked at', async () => {
  const { client, kini, lepas, pilihan, ubah } = await siap()
  lepas()
  ubah()
  await usangkan(client, false)
  expect(kini()).toBe(1)
  const lagi = new QueryObserver(client, pilihan)
  const selesai = lagi.subscribe(() => {})
  await expect.poll(() => lagi.getCurrentResult().data).toBe(2)
  selesai()
})

test('a job begun here is followed to its end, and what is on screen is fetched anew', async () => {
  const { client, kini, ubah } = await siap()
  const keadaan = ['antre', 'berjalan', 'selesai']
  const ditanya: string[] = []
  const tanya = async (id: string) => {
    ditanya.push(id)
    const status = keadaan.shift() ?? 'selesai'
    if (status === 'selesai') ubah()
    return { status }
  }
  const dua = [ikuti(client, 'p1', tanya, 1), ikuti(client, 'p1', tanya, 1)]
  await Promise.all(dua)
  expect(ditanya).toHaveLength(3)
  await expect.poll(kini).toBe(2)
})

test('also when the job was over before anybody looked, and when the server does not answer', async () => {
  for (const tanya of [
    async () => ({ status: 'selesai' }),
    () => Promise.reject(new Error('no network')),
  ]) {
    const { client, kini, ubah } = await siap()
    ubah()
    await ikuti(client, 'p2', tanya, 1)
    await expect.poll(kini).toBe(2)
  }
})

test('what never grows old, such as a secret shown once, is not asked for again', async () => {
  const client = new QueryClient()
  let kali = 0
  const { layar } = halaman(client, 'pengguna.tautan', Number.POSITIVE_INFINITY, () => ++kali)
  await expect.poll(() => layar.getCurrentResult().data).toBe(1)
  await usangkan(client, true)
  expect(kali).toBe(1)
})

test('the job is read from an answer that names one', () => {
  expect(pekerjaanDari({ pekerjaanId: 'a' })).toBe('a')
  expect(pekerjaanDari({ ronde: 'r', pekerjaan: 'b' })).toBe('b')
  expect([null, 'x', {}, { pekerjaan: [1] }].map(pekerjaanDari)).toEqual([null, null, null, null])
  expect([undefined, { status: 'antre' }, { status: 'gagal' }].map(hidup)).toEqual([
    true,
    true,
    false,
  ])
})
