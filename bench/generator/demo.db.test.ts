import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BekalUji, bekalUji } from '#server/impor/uji.ts'
import { buatContoh } from './contoh.ts'

const folder = await mkdtemp(join(tmpdir(), 'demo-'))
let uji: BekalUji
beforeAll(async () => {
  uji = await bekalUji()
})
afterAll(async () => {
  await uji.close()
  await rm(folder, { recursive: true, force: true })
})

// DEMO_KELUARGA=9232 walks the whole demonstration city.
const keluarga = Number(process.env.DEMO_KELUARGA ?? 500)

test('every family, person and receiver of a mixed set is registered, and no row held', async () => {
  const hasil = await buatContoh({ wilayah: '6474', keluar: folder, keluarga, seed: 1 })
  if (!hasil.ok) throw new Error(hasil.error)
  for (const berkas of hasil.value.berkas) {
    const sebelum = [await uji.hitung('keluarga'), await uji.hitung('individu')]
    await uji.impor(berkas.path[0] ?? '')
    expect([berkas.format, await uji.hitung('keluarga'), await uji.hitung('individu')]).toEqual([
      berkas.format,
      (sebelum[0] ?? 0) + berkas.keluarga,
      (sebelum[1] ?? 0) + berkas.orang,
    ])
  }
  expect(await uji.hitung('ruta')).toBe(hasil.value.ruta)
  expect(await uji.hitung('penerimaan', "program = 'rastra'")).toBe(hasil.value.rastra)
  expect(await uji.hitung('rekaman_sumber', "status = 'ditahan'")).toBe(0)
}, 600_000)
