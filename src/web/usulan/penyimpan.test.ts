/** Typing is saved in order, once, and survives a lost line and a reload. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type GalatSimpan, Penyimpan } from './penyimpan.ts'
import type { Isian, Kiriman, Simpanan, Tersimpan } from './simpanan.ts'

const isian = (nama: string): Isian => ({ nama, wilayah: 6474011006, rt: 7, isi: {} })
const pokok = { jenis: 'keluarga_baru' } as const
const kunci = { baru: 'baru', of: (id: string) => `u:${id}` }

/** What the server may say instead of saving. */
class Tolak extends Error {
  readonly galat: GalatSimpan
  constructor(status: number, code: string) {
    super(code)
    this.galat = { status, code, shown: { judul: code }, asal: this }
  }
}
const putus = () => new Tolak(0, 'putus')

function dunia(jawab: (body: Kiriman['body'], n: number) => Tersimpan | Error) {
  let nomor = 0
  const disk = new Map<string, Simpanan>()
  const sent: { nama: string; versi: number | undefined; commandId: string }[] = []
  const dep = {
    kirim: (body: Kiriman['body'], commandId: string) => {
      sent.push({ nama: body.nama, versi: body.usulan?.versi, commandId })
      const answer = jawab(body, sent.length)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    nomor: () => `perintah-${++nomor}`,
    galat: (error: unknown): GalatSimpan => {
      if (error instanceof Tolak) return error.galat
      throw error
    },
    tulis: async (k: string, s: Simpanan) => void disk.set(k, structuredClone(s)),
    hapus: async (k: string) => void disk.delete(k),
  }
  return { disk, sent, dep }
}

const tersimpan = (versi: number): Tersimpan => ({
  kab: 6474,
  id: 'a',
  nomor: 'US-1',
  versi,
  status: 'draf',
})

const baru = (w: ReturnType<typeof dunia>, s?: Simpanan) =>
  new Penyimpan(s ?? { isian: isian(''), usulan: null, kiriman: null }, pokok, kunci, w.dep)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a burst of keys is one write, the next one carries the version', async () => {
  const w = dunia((_, n) => tersimpan(n))
  const p = baru(w)
  p.ubah(isian('A'))
  p.ubah(isian('AM'))
  await vi.advanceTimersByTimeAsync(2_000)
  p.ubah(isian('AMI'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(w.sent.map(({ nama, versi }) => [nama, versi])).toEqual([
    ['AM', undefined],
    ['AMI', 1],
  ])
  expect(p.kini()).toMatchObject({ tahap: 'tersimpan', usulan: { versi: 2 } })
  expect(w.disk.size).toBe(0)
})

test('a write without an answer is sent again as the same command before newer typing', async () => {
  const w = dunia((_, n) => (n === 1 ? putus() : tersimpan(n - 1)))
  const p = baru(w)
  p.ubah(isian('A'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(p.kini().tahap).toBe('luring')
  p.ubah(isian('AB'))
  await vi.advanceTimersByTimeAsync(10_000)
  const [first, again, then] = w.sent
  expect(again).toEqual(first)
  expect(then).toMatchObject({ nama: 'AB', versi: 1 })
})

test('after a reload the write goes on from the browser', async () => {
  const down = dunia(() => putus())
  baru(down).ubah(isian('AMINAH'))
  await vi.advanceTimersByTimeAsync(1_000)
  const kept = down.disk.get('baru')
  expect(kept).toMatchObject({ isian: { nama: 'AMINAH' }, kiriman: { body: { nama: 'AMINAH' } } })
  const up = dunia((_, n) => tersimpan(n))
  baru(up, kept)
  await vi.advanceTimersByTimeAsync(100)
  expect(up.sent[0]).toEqual(down.sent[0])
})

test('a conflict stops the writing until a person has chosen', async () => {
  const w = dunia((body) =>
    body.usulan?.versi === 5 ? tersimpan(6) : new Tolak(409, 'versi.berubah'),
  )
  const p = baru(w, { isian: isian('A'), usulan: tersimpan(1), kiriman: null })
  p.ubah(isian('B'))
  await vi.advanceTimersByTimeAsync(1_000)
  p.ubah(isian('BC'))
  await vi.advanceTimersByTimeAsync(10_000)
  expect([p.kini().tahap, w.sent.length]).toEqual(['bentrok', 1])
  p.tetapSaya(5)
  await vi.advanceTimersByTimeAsync(100)
  expect(p.kini()).toMatchObject({ tahap: 'tersimpan', usulan: { versi: 6 } })
  expect(w.sent.at(-1)).toMatchObject({ nama: 'BC', versi: 5 })
})

test('what is refused is kept, and told', async () => {
  const w = dunia(() => new Tolak(400, 'isian.salah'))
  const p = baru(w)
  p.ubah(isian('A'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(p.kini().tahap).toBe('salah')
  expect(await p.sekarang()).toBeNull()
  expect(w.disk.get('baru')?.isian.nama).toBe('A')
})
