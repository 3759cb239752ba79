/**
 * The twin test: two databases that differ only in rows outside a person's area answer every
 * operation of the contract byte-equal, ids and times aside, status and headers included.
 *
 * Time is told by what is done: both twins must send the same statements with the same values and
 * get the same number of rows. What remains is the work inside one statement, which the area
 * bounds by an index range (test/lingkup.db.test.ts looks at the plan).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openPools } from '#server/db/pools.ts'
import { operations } from '#server/http/operations.ts'
import { copyDatabase, databaseOn, dropDatabase } from './database-server.ts'
import { cerita } from './kembar/cerita.ts'
import { buatDunia, type Dunia } from './kembar/dunia.ts'
import { type Beda, jalankanSebagai, type Liputan } from './kembar/jalan.ts'
import { type Bahan, bahan } from './kembar/kolam.ts'
import { Padanan } from './kembar/padanan.ts'
import { bukaSaudara, type Saudara } from './kembar/pasangan.ts'
import { cakupanLingkup, lingkup, tulisPelaku } from './kembar/pelaku.ts'
import { longgarkan, luarBerbeda, type Perbedaan, tabelTakDikenal } from './kembar/perbedaan.ts'

/** Every operation that the server answers. */
const semua = operations

let folder: string
let asal: string
let dunia: Dunia
let isi: Bahan
let takDikenal: string[]
const liputan: Liputan = new Map()
const server = inject('server')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'siks-kembar-'))
  asal = `uji_${process.pid}_kembar`
  await copyDatabase(server, inject('template'), asal)
  const pools = openPools(databaseOn(server, asal), { max: 4 })
  try {
    dunia = await buatDunia(pools, folder)
    await tulisPelaku(pools.migrator, dunia)
    isi = await bahan(pools.migrator)
    await longgarkan(pools.migrator)
    takDikenal = await tabelTakDikenal(pools.migrator)
  } finally {
    // A database is copied while nobody is in it.
    await pools.close()
  }
})
afterAll(async () => {
  await dropDatabase(server, asal)
  await rm(folder, { recursive: true, force: true })
})

type Kembar = {
  readonly padanan: Padanan
  readonly kiri: Saudara
  readonly kanan: Saudara
  readonly tutup: () => Promise<void>
}

/** Two copies of the world, one of them changed. */
async function kembar(nama: string, perbedaan: Perbedaan, ops = semua): Promise<Kembar> {
  const names = ['kiri', 'kanan'].map((sisi) => `${asal}_${nama.toLowerCase()}_${sisi}`)
  for (const name of names) await copyDatabase(server, asal, name)
  const [kiri, kanan] = (await Promise.all(
    names.map((name) => bukaSaudara(databaseOn(server, name), () => ops, folder)),
  )) as [Saudara, Saudara]
  await perbedaan(kanan.pools.migrator)
  const tutup = async () => {
    await Promise.all([kiri.tutup(), kanan.tutup()])
    for (const name of names) await dropDatabase(server, name)
  }
  return { kiri, kanan, padanan: new Padanan(new Set(Object.values(isi.id).flat())), tutup }
}

const satuPer = (beda: readonly Beda[]): Beda[] => [
  ...new Map(beda.map((b) => [`${b.operasi} ${b.apa}`, b])).values(),
]

describe.each(lingkup)('who holds $nama', (l) => {
  let pasangan: Kembar
  beforeAll(async () => {
    pasangan = await kembar(l.nama, luarBerbeda(cakupanLingkup(l, dunia)))
  })
  afterAll(() => pasangan.tutup())

  test.each(l.peran)('%s is answered the same, whatever lies outside', async (peran) => {
    const { kiri, kanan, padanan } = pasangan
    const beda = await jalankanSebagai(peran, {
      kiri,
      kanan,
      padanan,
      operations: semua,
      bahan: isi,
      liputan,
      berkas: [],
      banyak: 4,
      cerita: cerita(dunia),
    })
    expect(satuPer(beda)).toEqual([])
  })
})

test('every table is changed outside the area, or has a reason not to be', () => {
  expect(takDikenal).toEqual([])
})

test('every operation was asked by every role', () => {
  const banyakPeran = lingkup.reduce((n, l) => n + l.peran.length, 0)
  const kurang = semua.filter(({ op }) => (liputan.get(op.id)?.kirim ?? 0) < banyakPeran)
  expect(kurang.map(({ op }) => op.id)).toEqual([])
})

/** Operations that these requests only ever see refused, with the reason; equally so in both twins. */
const hanyaDitolak: Readonly<Record<string, string>> = {
  'pengguna.impor_periksa': 'takes a workbook that was filled in; here any file',
  'pengguna.impor': 'takes the file that was checked before',
  'pengguna.impor_tautan': 'needs such an import',
}

test('every operation was answered with success to some role', () => {
  const kosong = semua.flatMap(({ op }) => {
    const seen = liputan.get(op.id)
    return seen?.berhasil || op.id in hanyaDitolak
      ? []
      : [`${op.id}: ${[...(seen?.tolak ?? [])].join(', ')}`]
  })
  expect(kosong).toEqual([])
})
