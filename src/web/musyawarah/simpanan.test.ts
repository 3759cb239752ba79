/** What stays on a device that several officers use. */
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const disk = new Map<string, unknown>()
vi.doMock('idb-keyval', () => ({
  createStore: () => null,
  get: async (k: string) => disk.get(k),
  set: async (k: string, v: unknown) => void disk.set(k, v),
  del: async (k: string) => void disk.delete(k),
  delMany: async (semua: string[]) => {
    for (const k of semua) disk.delete(k)
  },
  keys: async () => [...disk.keys()],
  entries: async () => [...disk],
}))
vi.resetModules()
const simpanan = await import('./simpanan.ts')
afterAll(() => {
  vi.doUnmock('idb-keyval')
  vi.resetModules()
})

const di = (pengguna: string) => ({ kab: 6474, id: 'rapat', pengguna })
const umum = { pada: '2018-07-24T01:00:00.000Z' }

beforeEach(async () => {
  disk.clear()
  for (const siapa of ['siti', 'budi']) {
    disk.set(`s.rapat.${siapa}.6474.rapat`, { nama: 'AMINAH' })
    disk.set(`s.notulen.${siapa}.6474.rapat`, 'Dibuka pukul 19.40.')
    await simpanan.tulisKiriman(di(siapa), {
      ...umum,
      id: 'h',
      jenis: 'hadir',
      versi: 1,
      isi: { unsurTidakAda: [], hadir: [] },
    })
    await simpanan.tulisKiriman(di(siapa), {
      ...umum,
      id: 'k',
      jenis: 'putuskan',
      isi: { ...umum, id: 'k', usulanId: 'u', putusan: 'setuju', alasan: null, catatan: null },
    })
  }
})

test('who signs out leaves no names: copies go, and their own attendance after a question', async () => {
  expect(await simpanan.adaHadir('siti')).toBe(true)
  await simpanan.kosongkanMusyawarah('siti')
  expect(await simpanan.adaHadir('siti')).toBe(false)
  expect([...disk.keys()].sort()).toEqual([
    'k.budi.6474.rapat.h',
    'k.budi.6474.rapat.k',
    'k.siti.6474.rapat.k',
  ])
})

test('the session kept for a lost line is that of who is here, and so are the copies', async () => {
  const siti = { id: 'siti', penugasan: 'a' }
  await simpanan.tulisSesi(siti)
  await simpanan.hanyaMilik(siti)
  expect(await simpanan.bacaSesi()).toMatchObject({ sesi: siti })
  expect(disk.has('s.rapat.siti.6474.rapat')).toBe(true)
  expect(disk.has('s.rapat.budi.6474.rapat')).toBe(false)
  // What another typed is not lost.
  expect(disk.has('s.notulen.budi.6474.rapat')).toBe(true)
  expect((await simpanan.bacaKiriman(di('budi'))).length).toBe(2)
  for (const lain of [null, { id: 'budi', penugasan: 'b' }, { id: 'siti', penugasan: 'c' }]) {
    await simpanan.tulisSesi(siti)
    await simpanan.hanyaMilik(lain)
    expect(await simpanan.bacaSesi()).toBeUndefined()
  }
})
