import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BarisPembagian, bacaBaris, kepalaPembagian, kolomPembagian, selOf } from './baris.ts'
import { susun, type WilayahKini } from './rencana.ts'
import { tujuanOf } from './tujuan.ts'

const kab = 9974000000
const kini: ReadonlyMap<number, WilayahKini> = new Map(
  [
    { kode: kab, nama: 'Kota Contoh', jenis: 'kota' },
    ...[1, 2].flatMap((c) => [
      { kode: kab + c * 1e4, nama: `Kecamatan ${c}`, jenis: 'kecamatan' },
      ...[1, 2, 3].map((d) => ({
        kode: kab + c * 1e4 + 1000 + d,
        nama: `Kelurahan ${c}.${d}`,
        jenis: 'kelurahan',
      })),
    ]),
  ].map((w) => [w.kode, w]),
)
const boleh = { lo: kab, hi: kab + 1e6 }
const [desa1, desa2] = [9974011001, 9974011002]

const baris = (b: Partial<BarisPembagian>, n = 1): BarisPembagian => ({
  baris: n,
  dari: null,
  rt: null,
  nomorKk: null,
  ke: 0,
  rtKe: null,
  nama: null,
  jenis: null,
  ...b,
})
const rencana = (...b: Partial<BarisPembagian>[]) =>
  susun(
    b.map((one, i) => baris(one, i + 1)),
    kini,
    boleh,
  )

describe('the table', () => {
  const judul = Object.values(kolomPembagian).map(([first]) => first)
  const baca = (...cells: string[]) => {
    const kepala = kepalaPembagian([['Lampiran Perda'], judul])
    if (!kepala) throw new Error('no headings')
    expect(kepala.lewati).toBe(2)
    return bacaBaris(selOf(cells, kepala.tempat), 1)
  }
  test('is read by its headings, codes with dots and RT as people write them', () => {
    expect(
      baca('99.74.01.1001', 'RT.07/RW.02', '', '9974011009', '', 'Kampung Baru', 'Desa'),
    ).toEqual({
      ok: true,
      value: baris({ dari: desa1, rt: 7, ke: 9974011009, nama: 'Kampung Baru', jenis: 'desa' }),
    })
    expect(baca('997401', '', '', '997403')).toMatchObject({
      value: { dari: 9974010000, ke: 9974030000 },
    })
  })
  test('says of each row what cannot be read', () => {
    expect(baca('abc', '', '', '9974011009')).toEqual({ ok: false, error: 'kode_salah' })
    expect(baca('9974011001', 'barat', '', '9974011009')).toEqual({ ok: false, error: 'rt_salah' })
    expect(baca('9974011001', '', '997401011501000', '9974011009')).toEqual({
      ok: false,
      error: 'nomor_kk_salah',
    })
  })
})

describe('a plan', () => {
  test('takes a village apart; what no row names stays, and the code goes on', () => {
    const { rencana: r, salah } = rencana({ dari: desa1, rt: 7, ke: 9974011009, nama: 'Baru' })
    expect([...salah]).toEqual([])
    expect(r.berakhir).toEqual([])
    expect(r.wilayah).toEqual([
      {
        kode: 9974011009,
        tingkat: 'desa',
        induk: 9974010000,
        nama: 'Baru',
        cari: 'baru',
        jenis: 'kelurahan',
        baru: true,
      },
    ])
    expect(tujuanOf(r.tempat, { wilayah: desa1, rt: 7 }).wilayah).toBe(9974011009)
    expect(tujuanOf(r.tempat, { wilayah: desa1, rt: 8 }).wilayah).toBe(desa1)
    // A family that its row keeps here stays, whatever its RT does.
    expect(tujuanOf(r.tempat, { wilayah: desa1, rt: 7 }, { ke: desa1, rtKe: 8 })).toEqual({
      wilayah: desa1,
      rt: 8,
    })
  })

  test('merges two villages, and ends the one that goes', () => {
    const { rencana: r, salah } = rencana({ dari: desa1, ke: desa2 })
    expect([...salah]).toEqual([])
    expect(r.berakhir).toEqual([desa1])
    expect(r.wilayah).toEqual([])
  })

  test('gives a kecamatan another code: its villages keep their digits and names', () => {
    const { rencana: r, salah } = rencana({
      dari: 9974010000,
      ke: 9974030000,
      nama: 'Kecamatan Tiga',
    })
    expect([...salah]).toEqual([])
    expect(r.berakhir).toEqual([9974010000, 9974011001, 9974011002, 9974011003])
    expect(r.wilayah.map((w) => [w.kode, w.induk, w.nama])).toEqual([
      [9974030000, kab, 'Kecamatan Tiga'],
      [9974031001, 9974030000, 'Kelurahan 1.1'],
      [9974031002, 9974030000, 'Kelurahan 1.2'],
      [9974031003, 9974030000, 'Kelurahan 1.3'],
    ])
  })

  test('renames without moving anybody', () => {
    const { rencana: r, salah } = rencana({ dari: kab, ke: kab, nama: 'Kota Lain' })
    expect([...salah]).toEqual([])
    expect(r).toMatchObject({
      berakhir: [],
      tempat: [],
      wilayah: [{ nama: 'Kota Lain', baru: false }],
    })
  })

  test.each([
    [{ dari: 9974019999, ke: desa2 }, 'kode_lama_tidak_ada'],
    [{ dari: desa1, ke: 9974030000, nama: 'X' }, 'beda_tingkat'],
    [{ dari: kab, ke: 9975000000, nama: 'X' }, 'lintas_kabkota'],
    [{ dari: desa1, ke: 9975011001, nama: 'X' }, 'lintas_kabkota'],
    [{ ke: 9975011001, nama: 'X' }, 'luar_wilayah'],
    [{ dari: 9974010000, rt: 3, ke: 9974030000, nama: 'X' }, 'rt_hanya_desa'],
    [{ dari: desa1, ke: 9974011009 }, 'perlu_nama'],
    [{ dari: desa1, ke: 9974091009, nama: 'X' }, 'tanpa_induk'],
    [{ dari: desa1, ke: desa1 }, 'tanpa_perubahan'],
  ] as const)('%o is told: %s', (b, kode) => {
    expect(rencana(b).salah.get(1)).toBe(kode)
  })

  test('tells of rows that contradict each other', () => {
    const [a, b] = [
      { dari: desa1, rt: 7, ke: desa2 },
      { dari: desa1, rt: 7, ke: 9974011003 },
    ]
    expect(rencana(a, b).salah.get(2)).toBe('ganda')
    expect(rencana(a, { dari: desa2, ke: 9974011003 }).salah.get(1)).toBe('bergantian')
    expect(rencana({ ke: 9974011009, nama: 'A' }, { ke: 9974011009, nama: 'B' }).salah.get(2)).toBe(
      'nama_berbeda',
    )
    const sisa = { dari: desa1, ke: 9974012001, nama: 'X' }
    expect(rencana({ dari: 9974010000, ke: 9974020000 }, sisa).salah.get(1)).toBe('kode_terpakai')
  })
})

test('after any plan every family is in exactly one village that holds; nobody is lost and the counts agree', () => {
  const desa = [...kini.keys()].filter((k) => k % 1e4 !== 0)
  const baru = [9974011009, 9974021009, 9974031001]
  const kode = fc.constantFrom(...desa, ...baru, 9974010000, 9974020000, 9974030000)
  const rt = fc.option(fc.integer({ min: 1, max: 4 }))
  const nomorKk = fc.option(fc.constantFrom('a', 'b', 'c'))
  const satu = fc
    .record({ dari: fc.option(kode), rt, nomorKk, ke: kode, rtKe: rt })
    .map((r) => ({ ...r, nama: kini.has(r.ke) ? null : `Baru ${r.ke}` }))
  const keluarga = fc.record({ wilayah: fc.constantFrom(...desa), rt, kk: nomorKk })
  fc.assert(
    fc.property(
      fc.array(satu, { maxLength: 6 }),
      fc.array(keluarga, { maxLength: 30 }),
      (rows, semua) => {
        // Rows that are refused are left out, until none is.
        let berlaku = rows.map((r, i) => baris(r, i + 1))
        let hasil = susun(berlaku, kini, boleh)
        while (hasil.salah.size > 0) {
          const { salah } = hasil
          berlaku = berlaku.filter((b) => !salah.has(b.baris))
          hasil = susun(berlaku, kini, boleh)
        }
        const { rencana: r } = hasil
        const sesudah = new Set([
          ...[...kini.keys()].filter((k) => !r.berakhir.includes(k)),
          ...r.wilayah.map((w) => w.kode),
        ])
        const jumlah = new Map<number, number>()
        for (const f of semua) {
          const named = r.keluarga.filter(
            (b) => b.dari === f.wilayah && b.nomorKk === f.kk && (b.rt === null || b.rt === f.rt),
          )
          const { wilayah } = tujuanOf(r.tempat, f, named[0])
          expect(sesudah.has(wilayah)).toBe(true)
          expect(wilayah % 1e4).not.toBe(0)
          if (
            !berlaku.some(
              (b) => b.dari !== null && Math.floor(b.dari / 1e4) === Math.floor(f.wilayah / 1e4),
            )
          )
            expect(wilayah).toBe(f.wilayah)
          jumlah.set(wilayah, (jumlah.get(wilayah) ?? 0) + 1)
        }
        expect([...jumlah.values()].reduce((a, b) => a + b, 0)).toBe(semua.length)
        // Done twice nobody goes on: no destination gives anything away.
        for (const t of r.tempat)
          expect(tujuanOf(r.tempat, { wilayah: t.ke, rt: t.rtKe ?? t.rt }).wilayah).toBe(t.ke)
      },
    ),
    { numRuns: 400 },
  )
})
