/** The Bontang story in a real browser, from the file to the exported list, as two different people. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buatContoh } from '#bench/generator/contoh.ts'
import { buatRusak } from '#bench/generator/rusak.ts'
import { testServer } from '#test/server.ts'
import { ceritaBudi } from './cerita-budi.ts'
import { ceritaPerbaiki } from './cerita-perbaiki.ts'
import { ceritaSiti } from './cerita-siti.ts'
import type { Dunia } from './dunia.ts'
import { ujiHalaman } from './halaman.ts'
import { bukaPeramban } from './peramban.ts'

const dunia = {} as Dunia
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siks-bontang-'))
  const kota = await buatContoh({
    wilayah: '6474',
    keluar: folder,
    keluarga: 9232,
    rastra: 5098,
    seed: 1,
    format: 'pbdt-csv',
  })
  if (!kota.ok) throw new Error(kota.error)
  dunia.berkas = kota.value.berkas[0]?.path[0] ?? ''
  dunia.berkasRusak = (await buatRusak('pbdt-csv', folder)).path[0] ?? ''
  dunia.server = await testServer()
  dunia.browser = await bukaPeramban()
})

afterAll(async () => {
  await dunia.browser?.close()
  await dunia.server?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('Budi, verifikator of Bontang', () => ceritaBudi(dunia))
describe('Siti, operator of one kelurahan', () => ceritaSiti(dunia))
describe('Budi, with a broken file', () => ceritaPerbaiki(dunia))
describe('every page', () => ujiHalaman(dunia))

test('no page reported an error', () => {
  expect(dunia.budi.galat).toEqual([])
  expect(dunia.siti.galat).toEqual([])
})
