/**
 * The twin test: two databases that differ only in rows outside a person's area answer every
 * operation of the contract byte-equal, ids and times aside, status and headers included.
 *
 * Time is told by what is done: both twins must send the same statements with the same values and
 * get the same number of rows. What remains is the work inside one statement, which the area
 * bounds by an index range (test/lingkup.db.test.ts looks at the plan).
 */
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import type { Peran } from '#contract/peran.ts'
import { cerita } from './kembar/cerita.ts'
import { tempat } from './kembar/dunia.ts'
import { type Beda, jalankanSebagai, kirimSatu, type Liputan } from './kembar/jalan.ts'
import { agregat, satuBit, satuBitTugas } from './kembar/lintas.ts'
import { bukaPanggung, type Kembar, type Panggung } from './kembar/panggung.ts'
import { cakupanLingkup, lingkup, masukkan } from './kembar/pelaku.ts'
import { luarBerbeda, type Perbedaan, sensitifBerbeda, tabelSensitif } from './kembar/perbedaan.ts'
import { operasiBocor } from './kembar/tanam.ts'
import { semuaKontrak } from './kontrak-semua.ts'
import { regionsTemplate } from './template.ts'

let panggung: Panggung
const liputan: Liputan = new Map()

// Some ten thousand requests and statements: seconds by themselves, minutes beside other work.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

beforeAll(async () => {
  panggung = await bukaPanggung(inject('server'), await regionsTemplate())
})
afterAll(() => panggung.tutup())

const satuPer = (beda: readonly Beda[]): Beda[] => [
  ...new Map(beda.map((b) => [`${b.operasi} ${b.apa}`, b])).values(),
]

const bandingkan = (peran: Peran, pasangan: Kembar, liput: Liputan, banyak = 2): Promise<Beda[]> =>
  jalankanSebagai(peran, {
    ...pasangan,
    bahan: panggung.bahan,
    liputan: liput,
    berkas: [],
    banyak,
    cerita: cerita(panggung.dunia),
  })

describe.each(lingkup)('who holds $nama', (l) => {
  let pasangan: Kembar
  beforeAll(async () => {
    pasangan = await panggung.kembar(l.nama, luarBerbeda(cakupanLingkup(l, panggung.dunia)))
  })
  afterAll(() => pasangan.tutup())

  test.each(l.peran)('%s is answered the same, whatever lies outside', async (peran) => {
    expect(satuPer(await bandingkan(peran, pasangan, liputan))).toEqual([])
  })
})

test('every table is changed outside the area, or has a reason not to be', () => {
  expect(panggung.takDikenal).toEqual([])
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
    const pasangan = await panggung.kembar(nama, perbedaan, async (pools) =>
      operasiBocor(pools, hitung, panggung.bahan.jumlah[tabel] ?? 0),
    )
    try {
      const beda = await bandingkan('operator_desa', pasangan, new Map(), 1)
      return [...new Set(beda.map((b) => b.operasi))]
    } finally {
      await pasangan.tutup()
    }
  }

  test('finds a leak in a number, an error, an order and the work done', async () => {
    if (!desa) throw new Error('There is a village')
    // Rows of a roll-up are removed and changed, never added: their number differs for certain.
    const luar = luarBerbeda(cakupanLingkup(desa, panggung.dunia))
    expect(await ditemukan('tanam', luar, 'rekap_rt')).toEqual(ditanam)
  })

  test('finds a leak of sensitive records, whatever table they lie in', async () => {
    const beda = sensitifBerbeda(['pekerjaan'])
    expect(await ditemukan('sensitif', beda, 'pekerjaan')).toEqual(ditanam)
  })
})

test('sensitive records are invisible: no operation tells whether there are any', async () => {
  const pasangan = await panggung.kembar('rahasia', sensitifBerbeda(tabelSensitif))
  try {
    expect(satuPer(await bandingkan('lurah', pasangan, new Map(), 1))).toEqual([])
  } finally {
    await pasangan.tutup()
  }
})

describe('what crosses an area by its own declaration', () => {
  let pasangan: Kembar
  beforeAll(async () => {
    pasangan = await panggung.kembar('lintas', async () => {})
    // Freezes a list, among other things.
    await bandingkan('verifikator', pasangan, new Map(), 0)
  })
  afterAll(() => pasangan.tutup())

  const menyatakan = async (lintas: string): Promise<string[]> =>
    (await semuaKontrak()).filter((op) => op.lintas === lintas).map((op) => op.id)

  test('is tested, each operation of it', async () => {
    expect([...Object.keys(agregat)].sort()).toEqual(await menyatakan('agregat'))
    expect([...satuBit].sort()).toEqual(await menyatakan('satu-bit'))
  })

  test('is the same total for whoever reads it', async () => {
    const pembaca: Peran[] = ['lurah', 'kecamatan', 'verifikator', 'provinsi', 'pusdatin']
    for (const peran of pembaca) await masukkan(pasangan.kiri.pools.migrator, peran)
    const [satu] = panggung.dunia.tugas
    const beku = await kirimSatu(pasangan.kiri, 'kuota.daftar_beku', {}, 'verifikator')
    const bersama = {
      ronde: panggung.dunia.rondeId.at(-1),
      daftar: JSON.parse(beku.isi).daftar[0]?.id,
      kab: satu?.kab,
      keluarga: satu?.id,
      wilayah: tempat.desa,
    }
    for (const [id, { tanya, bagian }] of Object.entries(agregat)) {
      const dikatakan = new Map<unknown, string>()
      for (const peran of pembaca) {
        const answer = await kirimSatu(pasangan.kiri, id, tanya(bersama), peran)
        if (answer.status === 403) continue
        expect([id, peran, answer.status]).toEqual([id, peran, 200])
        for (const record of bagian(JSON.parse(answer.isi))) {
          const text = JSON.stringify(record)
          expect([id, peran, dikatakan.get(record.id) ?? text]).toEqual([id, peran, text])
          dikatakan.set(record.id, text)
        }
      }
      expect([id, dikatakan.size > 0]).toEqual([id, true])
    }
  })

  test('is one bit: an officer elsewhere is told as one in the area is, and nothing more', async () => {
    const { kiri } = pasangan
    await masukkan(kiri.pools.migrator, 'administrator')
    const undang = (nik: string, telepon: string) =>
      kirimSatu(
        kiri,
        'pengguna.undang',
        {
          nama: 'Sari',
          nik,
          nomorKk: '6474010101150031',
          telepon,
          tugas: {
            peran: 'operator_desa',
            wilayah: tempat.desa,
            suratNomor: '800/9',
            suratTanggal: '2018-07-01',
            dari: '2018-07-01',
          },
        },
        'administrator',
      )
    const dekat = '6474014107800031'
    const jauh = '6474014107800032'
    expect((await undang(dekat, '+6281234567031')).status).toBe(200)
    const made = await undang(jauh, '+6281234567032')
    expect(made.status).toBe(200)
    await kiri.pools.migrator.query('update penugasan set wilayah = $1 where pengguna_id = $2', [
      tempat.lain,
      JSON.parse(made.isi).id,
    ])
    const [here, elsewhere] = [
      await undang(dekat, '+6281234567033'),
      await undang(jauh, '+6281234567033'),
    ]
    expect(here.isi).toContain('pengguna.nik_dipakai')
    expect([elsewhere.status, elsewhere.isi]).toEqual([here.status, here.isi])
  })

  test('is one bit: that an officer also works elsewhere, not where, as what, or how often', async () => {
    const { migrator } = pasangan.kiri.pools
    const { rows } = await migrator.query<{ id: string }>(
      `insert into pengguna (masuk_id, nama) values (null, 'Wati') returning id`,
    )
    const id = rows[0]?.id ?? ''
    const tugas = (wilayah: number, peran: string) =>
      migrator.query(
        `insert into penugasan (pengguna_id, peran, wilayah, dari) values ($1, $2, $3, '2018-01-01')`,
        [id, peran, wilayah],
      )
    await tugas(tempat.desa, 'operator_desa')
    await tugas(tempat.lain, 'operator_desa')
    const tanya = (op: string) =>
      kirimSatu(pasangan.kiri, op, { id, alasan: 'Pindah tugas' }, 'administrator')
    const sekali = await Promise.all(satuBitTugas.map(tanya))
    for (const { isi } of sekali) expect(isi).toContain('pengguna.tugas_di_luar')
    await tugas(tempat.lain, 'lurah')
    for (const [i, op] of satuBitTugas.entries()) {
      const lagi = await tanya(op)
      expect([op, lagi.status, lagi.isi]).toEqual([op, sekali[i]?.status, sekali[i]?.isi])
    }
  })
})
