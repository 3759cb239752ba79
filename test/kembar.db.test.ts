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
import type { Peran } from '#contract/peran.ts'
import { openPools, type Pools } from '#server/db/pools.ts'
import type { Bound } from '#server/http/handle.ts'
import { operations } from '#server/http/operations.ts'
import { keadaanAwal } from '#server/jejak/keadaan.ts'
import { keadaanHandlers } from '#server/jejak/keadaan-handlers.ts'
import { muatKunci } from '#server/jejak/kunci.ts'
import { akunHandlers } from '#server/pengguna/akun-handlers.ts'
import { sesiHandlers } from '#server/pengguna/handlers.ts'
import { siapkanMesin } from '#server/pengguna/mesin-siap.ts'
import { copyDatabase, databaseOn, dropDatabase } from './database-server.ts'
import { cerita } from './kembar/cerita.ts'
import { buatDunia, type Dunia, hariIni } from './kembar/dunia.ts'
import { type Beda, jalankanSebagai, type Liputan } from './kembar/jalan.ts'
import { type Bahan, bahan, semuaId } from './kembar/kolam.ts'
import { Padanan } from './kembar/padanan.ts'
import { bukaSaudara, type Saudara } from './kembar/pasangan.ts'
import { cakupanLingkup, lingkup, tulisPelaku } from './kembar/pelaku.ts'
import {
  longgarkan,
  luarBerbeda,
  type Perbedaan,
  sensitifBerbeda,
  tabelSensitif,
  tabelTakDikenal,
} from './kembar/perbedaan.ts'
import { operasiBocor } from './kembar/tanam.ts'
import { semuaKontrak } from './kontrak-semua.ts'

/** Every operation that the server answers, bound to one database. */
async function semuaOperasi(pools: Pools): Promise<readonly Bound[]> {
  const mesin = await siapkanMesin(pools, {
    dataFolder: folder,
    secure: false,
    today: () => hariIni,
  })
  const facts = { demo: false, accounts: [], version: 'uji', zone: 'Asia/Makassar', oidc: null }
  return [
    ...sesiHandlers({ ...facts, mesin }),
    ...akunHandlers(mesin),
    ...keadaanHandlers({ keadaan: () => keadaanAwal, penanda: await muatKunci(folder) }),
    ...operations,
  ]
}

let folder: string
let asal: string
let dunia: Dunia
let isi: Bahan
let takDikenal: string[]
let idAsal: ReadonlySet<string>
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
    idAsal = await semuaId(pools.migrator)
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
async function kembar(nama: string, perbedaan: Perbedaan, operasi = semuaOperasi): Promise<Kembar> {
  const names = ['kiri', 'kanan'].map((sisi) => `${asal}_${nama.toLowerCase()}_${sisi}`)
  for (const name of names) await copyDatabase(server, asal, name)
  const [kiri, kanan] = (await Promise.all(
    names.map((name) => bukaSaudara(databaseOn(server, name), operasi, folder)),
  )) as [Saudara, Saudara]
  await perbedaan(kanan.pools.migrator)
  const tutup = async () => {
    await Promise.all([kiri.tutup(), kanan.tutup()])
    for (const name of names) await dropDatabase(server, name)
  }
  return { kiri, kanan, padanan: new Padanan(idAsal), tutup }
}

const satuPer = (beda: readonly Beda[]): Beda[] => [
  ...new Map(beda.map((b) => [`${b.operasi} ${b.apa}`, b])).values(),
]

const bandingkan = (peran: Peran, pasangan: Kembar, liput: Liputan): Promise<Beda[]> =>
  jalankanSebagai(peran, {
    ...pasangan,
    bahan: isi,
    liputan: liput,
    berkas: [],
    banyak: 4,
    cerita: cerita(dunia),
  })

describe.each(lingkup)('who holds $nama', (l) => {
  let pasangan: Kembar
  beforeAll(async () => {
    pasangan = await kembar(l.nama, luarBerbeda(cakupanLingkup(l, dunia)))
  })
  afterAll(() => pasangan.tutup())

  test.each(l.peran)('%s is answered the same, whatever lies outside', async (peran) => {
    expect(satuPer(await bandingkan(peran, pasangan, liputan))).toEqual([])
  })
})

test('every table is changed outside the area, or has a reason not to be', () => {
  expect(takDikenal).toEqual([])
})

/**
 * Steps of signing in: before them nobody holds an area. They run as the role siks_masuk, which may
 * read no table of the registry (test/catalogue.db.test.ts).
 */
const langkahMasuk =
  /^(masuk|undangan)\.|^perangkat\.pasang$|^sesi\.kukuhkan$|^akun\.(totp|passkey|pemulihan|gantiSandi)/

test('every operation of the contract was asked by every role', async () => {
  const banyakPeran = lingkup.reduce((n, l) => n + l.peran.length, 0)
  const kurang = (await semuaKontrak()).filter(
    ({ id }) => !langkahMasuk.test(id) && (liputan.get(id)?.kirim ?? 0) < banyakPeran,
  )
  expect(kurang.map(({ id }) => id)).toEqual([])
})

/** Operations that these requests only ever see refused, with the reason; equally so in both twins. */
const hanyaDitolak: Readonly<Record<string, string>> = {
  'pengguna.impor_periksa': 'takes a workbook that was filled in; here any file',
  'pengguna.impor': 'takes the file that was checked before',
  'pengguna.impor_tautan': 'needs such an import',
  'akun.cabut': 'the last factor that a role demands stays',
}

test('every operation was answered with success to some role', () => {
  const kosong = [...liputan].flatMap(([id, seen]) =>
    seen.berhasil || id in hanyaDitolak ? [] : [`${id}: ${[...seen.tolak].join(', ')}`],
  )
  expect(kosong).toEqual([])
})

describe('the test itself', () => {
  const [desa] = lingkup.filter((l) => l.nama === 'desa')
  const ditanam = ['uji.jumlah', 'uji.ada', 'uji.urutan', 'uji.kerja']

  /** The operations in whose answers the twins were told apart. */
  async function ditemukan(nama: string, perbedaan: Perbedaan, tabel: string): Promise<string[]> {
    const hitung = `select count(*)::int as n from ${tabel}`
    const pasangan = await kembar(nama, perbedaan, async (pools) =>
      operasiBocor(pools, hitung, isi.jumlah[tabel] ?? 0),
    )
    try {
      const beda = await bandingkan('operator_desa', pasangan, new Map())
      return [...new Set(beda.map((b) => b.operasi))]
    } finally {
      await pasangan.tutup()
    }
  }

  test('finds a leak in a number, an error, an order and the work done', async () => {
    if (!desa) throw new Error('There is a village')
    const luar = luarBerbeda(cakupanLingkup(desa, dunia))
    expect(await ditemukan('tanam', luar, 'ruta')).toEqual(ditanam)
  })

  test('finds a leak of sensitive records, whatever table they lie in', async () => {
    const beda = sensitifBerbeda(['pekerjaan'])
    expect(await ditemukan('sensitif', beda, 'pekerjaan')).toEqual(ditanam)
  })
})

test('sensitive records are invisible: no operation tells whether there are any', async () => {
  const pasangan = await kembar('rahasia', sensitifBerbeda(tabelSensitif))
  try {
    expect(satuPer(await bandingkan('lurah', pasangan, new Map()))).toEqual([])
  } finally {
    await pasangan.tutup()
  }
})
