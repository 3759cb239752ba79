import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => void vi.unstubAllGlobals())

const muat = async () => {
  vi.resetModules()
  return import('./jam-server.ts')
}
const menit = 60_000
const selisih = (waktu: Date) => Math.round((waktu.getTime() - Date.now()) / menit)

test("the server's clock is known again after a reload without a line", async () => {
  const toko = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (k: string) => toko.get(k) ?? null,
    setItem: (k: string, v: string) => void toko.set(k, v),
  })
  const awal = await muat()
  expect(selisih(awal.waktuServer())).toBe(0)
  awal.dengarJam(new Date(Date.now() + 30 * menit).toUTCString())
  awal.dengarJam(null)
  expect(selisih(awal.waktuServer())).toBe(30)
  expect(selisih((await muat()).waktuServer())).toBe(30)
})

test('where the browser keeps nothing, it holds until the reload', async () => {
  const tolak = () => {
    throw new Error('refused')
  }
  vi.stubGlobal('localStorage', { getItem: tolak, setItem: tolak })
  const jam = await muat()
  expect(selisih(jam.waktuServer())).toBe(0)
  jam.dengarJam(new Date(Date.now() - 5 * menit).toUTCString())
  expect(selisih(jam.waktuServer())).toBe(-5)
})
