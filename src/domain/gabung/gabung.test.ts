import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Gabungan, gabungkan } from './gabungkan.ts'
import { nasibMasa } from './masa.ts'
import { pisahkan } from './pisahkan.ts'
import {
  type Baris,
  type Isi,
  kunciOf,
  type Rekaman,
  type Tabel,
  tabel,
  type Ubahan,
} from './rekaman.ts'

const kab = 6474
const wilayah = 6474011006
const hari = '2018-07-24'
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const orang = (n: number, keluarga: number, ruta: number, isi: object = {}): Baris['individu'] => ({
  kab,
  id: id(n),
  keluarga_id: id(keluarga),
  ruta_id: id(ruta),
  wilayah,
  rt: 1,
  nama: `ORANG ${n}`,
  nama_cari: `ORANG ${n}`,
  nik: null,
  alasan_tanpa_nik: null,
  jenis_kelamin: 1,
  tempat_lahir: null,
  tanggal_lahir: '1980-02-03',
  umur_tercatat: null,
  umur_tanggal: null,
  nama_ibu: null,
  ibu_id: null,
  hubungan: 3,
  hubungan_ruta: 3,
  status: 'aktif',
  status_dari: null,
  digabung_kab: null,
  digabung_id: null,
  survei_id: null,
  telepon: null,
  ...isi,
})
const keluarga = (
  n: number,
  ruta: number,
  jumlah: number,
  isi: object = {},
): Baris['keluarga'] => ({
  kab,
  id: id(n),
  ruta_id: id(ruta),
  wilayah,
  rt: 1,
  urutan_ruta: 1,
  nomor_kk: null,
  nama_kepala: 'KEPALA',
  nama_kepala_cari: 'KEPALA',
  alamat: 'JL API API 1',
  rw: null,
  domisili_wilayah: null,
  domisili_alamat: null,
  penanggung_wilayah: null,
  jumlah_anggota: jumlah,
  status: 'aktif',
  status_dari: null,
  kelayakan: 'belum_dinilai',
  kelayakan_sampai: null,
  digabung_kab: null,
  digabung_id: null,
  survei_id: null,
  catatan: null,
  ...isi,
})
const ruta = (n: number, keluargaId: number, jumlah: number): Baris['ruta'] => ({
  kab,
  id: id(n),
  wilayah,
  rt: 1,
  keluarga_id: id(keluargaId),
  nama_kepala: 'KEPALA',
  jumlah_anggota: jumlah,
})
const anggota = (
  o: number,
  k: number,
  dari = '2015-01-01',
  sampai: string | null = null,
): Baris['keanggotaan'] => ({
  kab,
  individu_id: id(o),
  keluarga_id: id(k),
  wilayah,
  rt: 1,
  dari,
  sampai,
  sumber: 'impor',
})
const terima = (
  n: number,
  k: number,
  program: string,
  dari = '2016-01-01',
  sampai: string | null = null,
): Baris['penerimaan'] => ({
  kab,
  id: id(n),
  keluarga_id: id(k),
  wilayah,
  rt: 1,
  program,
  dari,
  sampai,
})

/** Two families of two houses: 1 and 2 are one man, 3 and 4 one woman, 5 a child known to the second alone. */
const dunia: Rekaman = {
  ruta: [ruta(801, 901, 2), ruta(802, 902, 3)],
  keluarga: [
    keluarga(901, 801, 2, { alamat: null }),
    keluarga(902, 802, 3, { nomor_kk: '9974010101180001', kelayakan: 'layak' }),
  ],
  individu: [
    orang(1, 901, 801, { hubungan: 1, nama: 'BADU' }),
    orang(3, 901, 801, { hubungan: 2, nama: 'SARI', jenis_kelamin: 2 }),
    orang(2, 902, 802, { hubungan: 1, nama: 'M BADU', nik: '9974010302800001' }),
    orang(4, 902, 802, { hubungan: 2, nama: 'SARI DEWI', jenis_kelamin: 2 }),
    orang(5, 902, 802, { nama: 'ANI', ibu_id: id(4) }),
  ],
  keanggotaan: [
    anggota(1, 901),
    anggota(3, 901),
    anggota(2, 902, '2012-01-01'),
    anggota(4, 902),
    anggota(5, 902),
  ],
  pengurus: [
    {
      kab,
      keluarga_id: id(902),
      individu_id: id(4),
      wilayah,
      rt: 1,
      dari: '2016-01-01',
      sampai: null,
    },
  ],
  penerimaan: [terima(701, 901, 'rastra'), terima(702, 902, 'rastra'), terima(703, 902, 'pkh')],
  rekaman_sumber: [{ kab, id: id(601), individu_id: id(2), keluarga_id: id(902) }],
}

const duaKeluarga: Gabungan = {
  jenis: 'keluarga',
  ke: { kab, id: id(901) },
  dari: { kab, id: id(902) },
  orang: [
    { ke: id(1), dari: id(2) },
    { ke: id(3), dari: id(4) },
  ],
  ambil: [],
  hari,
}
const duaOrang = (ke: number, dari: number, ambil: string[] = []): Gabungan => ({
  ...duaKeluarga,
  jenis: 'individu',
  ke: { kab, id: id(ke) },
  dari: { kab, id: id(dari) },
  orang: [],
  ambil,
})

const lain = 3523
/** One family with its house and all that belongs to them, in another partition. */
function diKab(kabLain: number, k: number, h: number, r: Rekaman): Rekaman {
  const hasil: Record<string, Isi[]> = {}
  for (const t of tabel)
    hasil[t] = (r[t] ?? []).map((b: Isi) =>
      b.keluarga_id === id(k) || b.id === id(k) || b.id === id(h) ? { ...b, kab: kabLain } : b,
    )
  return hasil as Rekaman
}

const laksanakan = (r: Rekaman, g: Gabungan): readonly Ubahan[] => {
  const hasil = gabungkan(r, g)
  if (!hasil.ok) throw new Error(hasil.error)
  return hasil.value
}
/** All rows of a state under changes, each under its key. */
function setelah(r: Rekaman, ubahan: readonly Ubahan[]): Rekaman {
  const baru: Record<string, Isi[]> = {}
  for (const t of tabel) {
    const u = new Map(
      ubahan.filter((x) => x.tabel === t).map((x) => [kunciOf(t, x.sebelum), x.sesudah]),
    )
    baru[t] = (r[t] ?? []).map((b) => u.get(kunciOf(t, b)) ?? b)
  }
  return baru as Rekaman
}
const satu = (r: Rekaman, t: Tabel, n: number): Isi => {
  const b = (r[t] ?? []).find((x: Isi) => x.id === id(n))
  if (!b) throw new Error(`No ${t} ${n}`)
  return b
}
const pisah = (r: Rekaman, ubahan: readonly Ubahan[], g: Gabungan) => {
  const rows = (t: Tabel) => (r[t] ?? []) as readonly Isi[]
  return pisahkan(
    ubahan,
    (u) => rows(u.tabel).find((b) => kunciOf(u.tabel, b) === kunciOf(u.tabel, u.sesudah)),
    rows(g.jenis).find((b) => b.id === g.ke.id) ?? {},
    (_, k) => rows('keluarga').find((b) => b.id === k),
  )
}

describe('two families that are one', () => {
  const jadi = setelah(dunia, laksanakan(dunia, duaKeluarga))

  test('members who are one person become one, the others come along, numbers follow', () => {
    expect(satu(jadi, 'individu', 2)).toMatchObject({ status: 'digabung', digabung_id: id(1) })
    expect(satu(jadi, 'individu', 1)).toMatchObject({
      nama: 'BADU',
      nik: '9974010302800001',
      keluarga_id: id(901),
    })
    expect(satu(jadi, 'individu', 5)).toMatchObject({
      keluarga_id: id(901),
      ruta_id: id(801),
      ibu_id: id(3),
    })
    expect(satu(jadi, 'keluarga', 901)).toMatchObject({
      jumlah_anggota: 3,
      nomor_kk: '9974010101180001',
      alamat: 'JL API API 1',
      kelayakan: 'layak',
    })
    expect(satu(jadi, 'keluarga', 902)).toMatchObject({
      status: 'digabung',
      jumlah_anggota: 0,
      digabung_id: id(901),
    })
    expect((jadi.ruta ?? []).map((r) => r.jumlah_anggota)).toEqual([3, 0])
    expect(jadi.rekaman_sumber).toEqual([
      { kab, id: id(601), individu_id: id(1), keluarga_id: id(901) },
    ])
  })

  test('memberships fill the gaps, aid goes along and is never paid twice, the card too', () => {
    const milik = (n: number) => (jadi.keanggotaan ?? []).filter((m) => m.individu_id === id(n))
    expect(milik(1).map((m) => [m.keluarga_id, m.dari, m.sampai])).toEqual([
      [id(901), '2015-01-01', null],
      [id(901), '2012-01-01', '2015-01-01'],
    ])
    expect(milik(4)).toMatchObject([{ keluarga_id: id(902), sampai: hari }])
    expect(milik(5)).toMatchObject([{ keluarga_id: id(901), sampai: null }])
    expect(satu(jadi, 'penerimaan', 702)).toMatchObject({ keluarga_id: id(902), sampai: hari })
    expect(satu(jadi, 'penerimaan', 703)).toMatchObject({ keluarga_id: id(901), sampai: null })
    expect(jadi.pengurus).toMatchObject([{ keluarga_id: id(901), individu_id: id(3) }])
  })

  test.each([
    ['the heads are no pair', { orang: duaKeluarga.orang.slice(1) }, 'dua_kepala'],
    [
      'one person stands in two pairs',
      { orang: [...duaKeluarga.orang, { ke: id(1), dari: id(5) }] },
      'orang_rangkap',
    ],
    ['a pair is not of these families', { orang: [{ ke: id(2), dari: id(1) }] }, 'bukan_anggota'],
    ['it is the same record', { dari: duaKeluarga.ke }, 'rekaman_sama'],
  ])('refused where %s', (_, lain, sebab) => {
    expect(gabungkan(dunia, { ...duaKeluarga, ...lain })).toEqual({ ok: false, error: sebab })
  })

  describe('of two kab/kota', () => {
    const dari = { kab: lain, id: id(902) }
    const dua = { ...duaKeluarga, dari }
    const semua = [...duaKeluarga.orang, { ke: id(6), dari: id(5) }]
    const jauh = diKab(lain, 902, 802, {
      ...dunia,
      individu: [...(dunia.individu ?? []), orang(6, 901, 801, { nama: 'ANI' })],
      keluarga: (dunia.keluarga ?? []).map((k) =>
        k.id === id(901) ? { ...k, jumlah_anggota: 3 } : k,
      ),
      penerimaan: (dunia.penerimaan ?? []).filter((p) => p.program === 'rastra'),
    })

    test('who is in no pair, or aid that one has alone, stands in the way', () => {
      expect(gabungkan(jauh, dua)).toMatchObject({ error: 'anggota_di_kab_lain' })
      const pkh = { ...jauh, penerimaan: [{ ...terima(703, 902, 'pkh'), kab: lain }] }
      expect(gabungkan(pkh, { ...dua, orang: semua })).toMatchObject({
        error: 'bantuan_di_kab_lain',
      })
    })

    test('no row changes its place: what is open ends there, and it is taken back exactly', () => {
      const g = { ...dua, orang: semua }
      const u = laksanakan(jauh, g)
      const jadi = setelah(jauh, u)
      expect(satu(jadi, 'keluarga', 902)).toMatchObject({
        status: 'digabung',
        digabung_kab: kab,
        jumlah_anggota: 0,
      })
      expect(satu(jadi, 'individu', 5)).toMatchObject({ kab: lain, digabung_id: id(6) })
      expect(satu(jadi, 'keluarga', 901)).toMatchObject({ nomor_kk: '9974010101180001' })
      expect(satu(jadi, 'penerimaan', 702)).toMatchObject({ keluarga_id: id(902), sampai: hari })
      expect(jadi.pengurus).toMatchObject([{ keluarga_id: id(902), sampai: hari }])
      for (const { sebelum, sesudah } of u)
        expect([sesudah.kab, sesudah.keluarga_id]).toEqual([sebelum.kab, sebelum.keluarga_id])
      const kembali = pisah(jadi, u, g)
      if (!kembali.ok) throw new Error(kembali.error.masalah)
      expect(setelah(jadi, kembali.value)).toEqual(setelah(jauh, []))
    })
  })
})

describe('two persons who are one', () => {
  test.each([
    [1, 1, {}, 'rekaman_sama'],
    [1, 2, {}, 'dua_kepala'],
    [3, 2, {}, 'kepala_keluarga_lain'],
    [3, 4, {}, 'pengurus_keluarga_lain'],
    [3, 5, { status: 'meninggal' }, 'hidup_dan_meninggal'],
    [3, 5, { status: 'digabung' }, 'sudah_digabung'],
  ])('%i and %i %o: %s', (ke, dari, isi, sebab) => {
    const r = {
      ...dunia,
      individu: (dunia.individu ?? []).map((i) => (i.id === id(dari) ? { ...i, ...isi } : i)),
    }
    expect(gabungkan(r, duaOrang(ke, dari))).toEqual({ ok: false, error: sebab })
  })

  test('the last member of a family goes with the family, not alone', () => {
    const r = {
      ...dunia,
      individu: (dunia.individu ?? []).filter((i) => i.id !== id(2) && i.id !== id(4)),
      pengurus: [],
    }
    expect(gabungkan(r, duaOrang(3, 5))).toEqual({ ok: false, error: 'anggota_terakhir' })
  })

  test('between kab/kota: the record that goes ends where it is, its rows keep their place', () => {
    const jauh = { ...orang(9, 903, 803, { nama: 'SARI' }), kab: 3523 }
    const r: Rekaman = {
      ...dunia,
      keluarga: [...(dunia.keluarga ?? []), { ...keluarga(903, 803, 2), kab: 3523 }],
      individu: [...(dunia.individu ?? []), jauh, { ...orang(10, 903, 803), kab: 3523 }],
      keanggotaan: [...(dunia.keanggotaan ?? []), { ...anggota(9, 903), kab: 3523 }],
    }
    const u = laksanakan(r, { ...duaOrang(3, 9), dari: { kab: 3523, id: id(9) } })
    expect(
      u.map((x) => [x.tabel, x.sesudah.kab, x.sesudah.status ?? x.sesudah.sampai ?? null]),
    ).toEqual([
      ['keluarga', 3523, 'aktif'],
      ['individu', 3523, 'digabung'],
      ['keanggotaan', 3523, hari],
    ])
  })
})

describe('a merge taken back', () => {
  const ubahan = laksanakan(dunia, duaKeluarga)
  const jadi = setelah(dunia, ubahan)
  const dengan = (t: 'individu' | 'keluarga', n: number, isi: object): Rekaman => ({
    ...jadi,
    [t]: (jadi[t] ?? []).map((b: Isi) => (b.id === id(n) ? { ...b, ...isi } : b)),
  })

  test('later work in other columns stays with the record that stayed; a child born since is counted', () => {
    const nanti = dengan('keluarga', 901, { catatan: 'pindah rumah', jumlah_anggota: 4 })
    const kembali = pisah(nanti, ubahan, duaKeluarga)
    if (!kembali.ok) throw new Error(kembali.error.masalah)
    const akhir = setelah(nanti, kembali.value)
    expect(satu(akhir, 'keluarga', 901)).toEqual({
      ...satu(dunia, 'keluarga', 901),
      catatan: 'pindah rumah',
      jumlah_anggota: 3,
    })
    expect(satu(akhir, 'individu', 2)).toEqual(satu(dunia, 'individu', 2))
  })

  test.each([
    [
      'a column that the merge filled was corrected',
      dengan('individu', 1, { nik: '9974010302800002' }),
      'berubah',
      ['nik'],
    ],
    [
      'a member that came along left',
      dengan('individu', 5, { keluarga_id: id(999) }),
      'berubah',
      ['keluarga_id'],
    ],
    [
      'the record that stayed was merged again',
      dengan('keluarga', 901, { status: 'digabung' }),
      'digabung_lagi',
      [],
    ],
  ])('refused where %s, which is named', (_, nanti, masalah, kolom) => {
    const hasil = pisah(nanti, ubahan, duaKeluarga)
    expect(
      hasil.ok ? 'ok' : [hasil.error.masalah, hasil.error.berubah.map((b) => b.kolom)],
    ).toEqual([masalah, kolom])
  })

  test('refused where the family has ended to which a member would return', () => {
    const r: Rekaman = { ...dunia, pengurus: [] }
    const g = duaOrang(3, 5)
    const u = laksanakan(r, g)
    const nanti = setelah(r, u)
    const habis = {
      ...nanti,
      keluarga: (nanti.keluarga ?? []).map((k) =>
        k.id === id(902) ? { ...k, status: 'habis' } : k,
      ),
    }
    expect(pisah(habis, u, g)).toMatchObject({ error: { masalah: 'keluarga_berakhir' } })
  })
})

test.each([
  ['2015-01-01', null, ['2016-01-01', null], { jadi: 'pindah', sampai: '2016-01-01' }],
  ['2016-01-01', null, ['2015-01-01', null], { jadi: 'tinggal', sampai: hari }],
  [
    '2016-01-01',
    '2017-01-01',
    ['2015-01-01', '2016-01-01'],
    { jadi: 'pindah', sampai: '2017-01-01' },
  ],
  [hari, null, ['2015-01-01', null], { jadi: 'tinggal', sampai: '2018-07-25' }],
])('the period %s–%s against %o', (dari, sampai, [d, s], jadi) => {
  expect(nasibMasa({ dari, sampai }, [{ dari: d ?? '', sampai: s ?? null }], hari)).toEqual(jadi)
})

/** Families with members, periods and aid at random, and a merge of two persons or two families of them. */
const acak = fc
  .record({
    orang: fc.array(
      fc.record({
        keluarga: fc.integer({ min: 0, max: 2 }),
        kepala: fc.boolean(),
        status: fc.constantFrom('aktif', 'aktif', 'aktif', 'meninggal', 'pindah'),
        nik: fc.option(fc.constantFrom('9974010302800001', '9974010302800002')),
        mulai: fc.integer({ min: 2005, max: 2016 }),
        lama: fc.option(fc.integer({ min: 1, max: 9 })),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    seruta: fc.boolean(),
    jauh: fc.boolean(),
    berpasangan: fc.boolean(),
    bantuan: fc.array(
      fc.record({
        keluarga: fc.integer({ min: 0, max: 2 }),
        program: fc.constantFrom('rastra', 'pkh'),
        mulai: fc.integer({ min: 2010, max: 2016 }),
        lama: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
      { maxLength: 4 },
    ),
    jenis: fc.constantFrom('individu' as const, 'keluarga' as const),
    pasangan: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 2 }),
    ke: fc.nat(6),
    dari: fc.nat(6),
    ambil: fc.subarray(['nama', 'nik', 'nomor_kk', 'alamat']),
  })
  .map((a) => {
    const rumah = (k: number) => (a.seruta && k === 1 ? 0 : k)
    const kepalaSudah = new Set<number>()
    const individu = a.orang.map((o, n) => {
      const jadi = o.kepala && o.status === 'aktif' && !kepalaSudah.has(o.keluarga)
      if (jadi) kepalaSudah.add(o.keluarga)
      return orang(n, 900 + o.keluarga, 800 + rumah(o.keluarga), {
        hubungan: jadi ? 1 : 3,
        status: o.status,
        nik: o.nik,
      })
    })
    const hidup = (k: number) =>
      individu.filter((i) => i.keluarga_id === id(900 + k) && i.status === 'aktif').length
    const r: Rekaman = {
      ruta: [0, 1, 2].map((n) =>
        ruta(
          800 + n,
          900 + n,
          [0, 1, 2].filter((k) => rumah(k) === n).reduce((s, k) => s + hidup(k), 0),
        ),
      ),
      keluarga: [0, 1, 2].map((k) =>
        keluarga(900 + k, 800 + rumah(k), hidup(k), { urutan_ruta: k + 1 }),
      ),
      individu,
      keanggotaan: a.orang.map((o, n) =>
        anggota(
          n,
          900 + o.keluarga,
          `${o.mulai}-01-01`,
          o.status === 'aktif' && o.lama === null ? null : `${o.mulai + (o.lama ?? 1)}-01-01`,
        ),
      ),
      penerimaan: a.bantuan
        .filter(
          (b, n) =>
            a.bantuan.findIndex((c) => c.keluarga === b.keluarga && c.program === b.program) === n,
        )
        .map((b, n) =>
          terima(
            700 + n,
            900 + b.keluarga,
            b.program,
            `${b.mulai}-01-01`,
            b.lama === null ? null : `${b.mulai + b.lama}-01-01`,
          ),
        ),
    }
    const batas = a.jenis === 'individu' ? a.orang.length : 3
    const awal = a.jenis === 'individu' ? 0 : 900
    const kabOf = (n: number) =>
      a.jauh && (a.jenis === 'individu' ? a.orang[n]?.keluarga : n) === 2 ? lain : kab
    /** The living of both families in pairs as far as they go, the heads first. */
    const semuaPasangan = () => {
      const [x, y] = [a.ke, a.dari].map((n) =>
        individu
          .filter((i) => i.keluarga_id === id(900 + (n % 3)) && i.status === 'aktif')
          .toSorted((p, q) => Number(q.hubungan === 1) - Number(p.hubungan === 1)),
      )
      return (x ?? []).flatMap((i, n) => {
        const pasangannya = y?.[n]
        return pasangannya ? [{ ke: i.id, dari: pasangannya.id }] : []
      })
    }
    const g: Gabungan = {
      jenis: a.jenis,
      ke: { kab: kabOf(a.ke % batas), id: id(awal + (a.ke % batas)) },
      dari: { kab: kabOf(a.dari % batas), id: id(awal + (a.dari % batas)) },
      orang: a.berpasangan
        ? semuaPasangan()
        : a.pasangan.map(([x, y]) => ({
            ke: id(x % a.orang.length),
            dari: id(y % a.orang.length),
          })),
      ambil: a.ambil,
      hari,
    }
    return { r: a.jauh ? diKab(lain, 902, 802, r) : r, g }
  })

const tumpangTindih = (masa: readonly { dari: string; sampai: string | null }[]): boolean =>
  masa.some((a, i) =>
    masa.some((b, j) => i < j && a.dari < (b.sampai ?? '9999') && b.dari < (a.sampai ?? '9999')),
  )

test('whatever is merged: nobody is in two families on one day, no aid is twice, numbers are right, and it is taken back exactly', () => {
  let jadiSemua = 0
  let antarkab = 0
  fc.assert(
    fc.property(acak, ({ r, g }) => {
      const hasil = gabungkan(r, g)
      if (!hasil.ok) return
      jadiSemua++
      if (g.jenis === 'keluarga' && g.ke.kab !== g.dari.kab) antarkab++
      const jadi = setelah(r, hasil.value)
      for (const t of tabel) expect(jadi[t]?.length ?? 0).toBe(r[t]?.length ?? 0)
      for (const i of jadi.individu ?? [])
        expect(tumpangTindih((jadi.keanggotaan ?? []).filter((m) => m.individu_id === i.id))).toBe(
          false,
        )
      for (const k of jadi.keluarga ?? []) {
        const milik = (jadi.penerimaan ?? []).filter((p) => p.keluarga_id === k.id)
        for (const p of ['rastra', 'pkh'])
          expect(tumpangTindih(milik.filter((b) => b.program === p))).toBe(false)
        const hidup = (jadi.individu ?? []).filter(
          (i) => i.keluarga_id === k.id && i.status === 'aktif',
        )
        expect(k.jumlah_anggota).toBe(hidup.length)
        if (k.status === 'aktif')
          expect(hidup.filter((i) => i.hubungan === 1).length).toBeLessThan(2)
      }
      for (const h of jadi.ruta ?? [])
        expect(h.jumlah_anggota).toBe(
          (jadi.individu ?? []).filter((i) => i.ruta_id === h.id && i.status === 'aktif').length,
        )
      const kembali = pisah(jadi, hasil.value, g)
      if (!kembali.ok) throw new Error(kembali.error.masalah)
      expect(setelah(jadi, kembali.value)).toEqual(setelah(r, []))
    }),
    { numRuns: 400 },
  )
  expect(jadiSemua).toBeGreaterThan(50)
  expect(antarkab).toBeGreaterThan(1)
})
