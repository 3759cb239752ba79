import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { semuaKeadaanPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { aturanPada, kelengkapan, rezim } from '#server/usulan/aturan.ts'
import { type Aksi, langkahRezim, type Pelaku, pelaku, semuaAksi } from './alur.ts'
import { isiUsulanSchema } from './isi.ts'
import { type JenisUsulan, jenisUsulan, semuaJenis } from './jenis.ts'
import { type Keadaan, keadaan, selesai, semuaKeadaan } from './keadaan.ts'
import { kurangUntuk } from './kurang.ts'
import { type FaktaUsulan, putuskanLangkah, tombolUntuk } from './putuskan.ts'
import { pilihanOf, rezimPada } from './rezim.ts'
import { semuaAlur } from './semua-alur.ts'
import { mejaKerja, pelakuAksi } from './wewenang.ts'

const dasar: FaktaUsulan = {
  jenis: 'tidak_layak',
  status: 'draf',
  nama: 'BADU',
  rt: 7,
  isi: { alasan: 'Sudah punya mobil' },
  pengusulId: 'siti',
  pemverifikasiId: null,
  kerabatPelaku: false,
  dibuka: false,
  bermeterai: true,
  adaKunjungan: true,
  ditahan: false,
  melewatiGaris: false,
  berbenturan: false,
  perluAsal: false,
  naik: false,
  hariSejakStatus: 0,
  hariKerjaSejakStatus: 0,
  hariSejakDisimpan: 0,
  undian: 0,
  keberatan: null,
}
const aturan = aturanPada('2018-07-24')

describe.each(rezim)('regime $kode', (r) => {
  test.each(r.nilai.contoh)('$jalur: $aksi from $dari by $oleh gives $ke', (c) => {
    const langkah = langkahRezim(semuaAlur[c.jalur], pilihanOf(r)).find(
      (l) =>
        l.aksi === c.aksi && l.dari.some((d) => d === c.dari) && l.oleh.some((o) => o === c.oleh),
    )
    expect(langkah?.ke ?? null).toBe(c.ke)
  })

  test.each(Object.values(semuaAlur))('every state of $jalur can be reached and left', (alur) => {
    const langkah = langkahRezim(alur, pilihanOf(r))
    const reached = new Set<Keadaan>(['draf'])
    for (let before = -1; before !== reached.size; ) {
      before = reached.size
      for (const l of langkah)
        if (l.ke !== 'tetap' && l.dari.some((d) => reached.has(d))) reached.add(l.ke)
    }
    const left = new Set(langkah.filter((l) => l.ke !== 'tetap').flatMap((l) => l.dari))
    expect([...left].filter((s) => !reached.has(s))).toEqual([])
    expect([...reached].filter((s) => !left.has(s) && !selesai.has(s))).toEqual([])
  })
})

test('one regime holds on each day, and every day has one', () => {
  expect(
    ['2015-01-01', '2021-03-31', '2021-04-01', '2025-02-04', '2025-02-05', '2030-01-01'].map(
      (d) => rezimPada(rezim, d).kode,
    ),
  ).toEqual(['2018-2019', '2018-2019', '2021-2024', '2021-2024', 'dtsen-2025', 'dtsen-2025'])
})

test.each(kelengkapan.contoh)('$minimum of $jenis lacks $kurang', (c) => {
  const isi = isiUsulanSchema.parse(c.isi)
  const terkait = { nama: c.nama, rt: c.rt, adaKunjungan: c.kunjungan }
  expect(kurangUntuk(kelengkapan, c.minimum, c.jenis, isi, terkait)).toEqual(c.kurang)
})

test('what is missing is named, not refused without a word', () => {
  const answer = putuskanLangkah(
    { ...dasar, jenis: 'keluarga_baru', rt: null, isi: {} },
    { aksi: 'ajukan', oleh: { pelaku: 'ketua_rt', id: 'siti' }, alasan: null },
    aturan,
  )
  expect(answer).toEqual({ ok: false, error: { sebab: 'minimum_rt', kurang: ['rt', 'alasan'] } })
})

test('who proposed it neither verifies nor endorses it, and who verified it does not endorse it', () => {
  const oleh = (pelaku: 'verifikator' | 'kepala_opd', id: string) => ({ pelaku, id })
  const coba = (f: Partial<FaktaUsulan>, aksi: 'verifikasi' | 'sahkan', id: string) =>
    putuskanLangkah(
      { ...dasar, ...f },
      { aksi, oleh: oleh(aksi === 'sahkan' ? 'kepala_opd' : 'verifikator', id), alasan: null },
      aturan,
    )
  expect(coba({ status: 'difinalkan' }, 'verifikasi', 'siti')).toMatchObject({
    error: { sebab: 'bukan_pengusul' },
  })
  expect(coba({ status: 'difinalkan' }, 'verifikasi', 'budi')).toMatchObject({ ok: true })
  const f = { status: 'diverifikasi', pemverifikasiId: 'budi' } as const
  expect(coba(f, 'sahkan', 'budi')).toMatchObject({ error: { sebab: 'bukan_pemverifikasi' } })
  expect(coba(f, 'sahkan', 'kadis')).toMatchObject({ value: { ke: 'disahkan' } })
})

test('a batch is taken back until the receiver has opened it, and asked for afterwards', () => {
  const oleh = { pelaku: 'operator_desa', id: 'siti' } as const
  const buttons = (dibuka: boolean) =>
    tombolUntuk({ ...dasar, status: 'difinalkan', dibuka }, oleh, aturan)
      .filter((t) => t.masalah === null)
      .map((t) => t.langkah.aksi)
  expect(buttons(false)).toEqual(['tarik_kembali'])
  expect(buttons(true)).toEqual(['mohon_buka'])
})

test('a decision that no paper binds any longer goes back to a meeting, and only then', () => {
  const oleh = { pelaku: 'operator_desa', id: 'siti' } as const
  const coba = (status: Keadaan, bermeterai: boolean) =>
    putuskanLangkah(
      { ...dasar, status, bermeterai },
      { aksi: 'musyawarahkan', oleh, alasan: null },
      aturan,
    )
  for (const status of ['akhir', 'diumumkan', 'dikembalikan'] as const) {
    expect(coba(status, false)).toMatchObject({ value: { ke: 'diketahui' } })
    expect(coba(status, true)).toMatchObject({ error: { sebab: 'meterai_lepas' } })
  }
})

test('a kind belongs to one track, and each role has an inbox or proposes only', () => {
  expect(semuaJenis.map((j) => jenisUsulan[j].jalur)).toContain('usulan')
  expect(mejaKerja('kepala_opd')).toEqual([{ jalur: 'usulan', status: 'diverifikasi' }])
  expect(mejaKerja('lurah')).toEqual([
    { jalur: 'keadaan', status: 'diketahui' },
    { jalur: 'keadaan', status: 'ditunda' },
    { jalur: 'keadaan', status: 'disetujui' },
    { jalur: 'usulan', status: 'dilengkapi' },
    { jalur: 'usulan', status: 'diketahui' },
    { jalur: 'usulan', status: 'ditunda' },
    { jalur: 'usulan', status: 'disetujui' },
    { jalur: 'usulan', status: 'akhir' },
  ])
  expect(pelakuAksi('sahkan')).toEqual(['kepala_opd', 'provinsi'])
})

type Coba = {
  readonly aksi: number
  readonly oleh: number
  readonly orang: number
  readonly hari: number
  readonly dibuka: boolean
  readonly meterai: boolean
  readonly benturan: boolean
  readonly tahan: boolean
  readonly garis: boolean
  readonly undian: number
  readonly kerabat: boolean
  readonly keberatan: number
  /** 0: any step; 1: one that the table has here; more: one that leads on. */
  readonly arah: number
}

type Diambil = {
  readonly aksi: Aksi
  readonly ke: Keadaan
  readonly oleh: Pelaku
  readonly id: string | null
  readonly sebelum: FaktaUsulan
}

const lengkap = isiUsulanSchema.parse({
  alasan: 'x',
  alamat: 'Jl.',
  anggota: [{ nama: 'B', hubungan: 1, jenisKelamin: 1, nik: '9' }],
  jawabanRuta: { lantai: 1 },
  perbaikan: { nama: 'B' },
  peristiwa: { jenis: 'lahir', tanggal: '2018-07-01' },
  dokumen: { jenis: 'KK' },
  berkas: ['0192e3b0-0000-7000-8000-000000000000'],
})

const mundur: readonly Aksi[] = [
  'tarik_kembali',
  'kembalikan',
  'kembalikan_kelayakan',
  'batalkan',
  'tunda',
  'tidak_setujui',
  'tolak',
  'kabulkan_keberatan',
  'kedaluwarsakan',
]
const maju = (aksi: Aksi): boolean => !mundur.includes(aksi)

const pilih = <T>(list: readonly T[], n: number): T | undefined => list[n % list.length]

/** A proposal driven by random people and days; answers every step that was taken. */
function jalankan(jenis: JenisUsulan, hari: string, langkah: readonly Coba[]): readonly Diambil[] {
  const a = aturanPada(hari)
  const tabel = langkahRezim(semuaAlur[jenisUsulan[jenis].jalur], pilihanOf(a.rezim))
  let f: FaktaUsulan = { ...dasar, jenis, isi: lengkap, pengusulId: 'orang0' }
  const taken: Diambil[] = []
  for (const l of langkah) {
    const leaving = tabel.filter((t) => t.dari.includes(f.status) && (l.arah < 2 || maju(t.aksi)))
    const step = l.arah > 0 ? pilih(leaving, l.aksi) : undefined
    const siapa = (step ? pilih(step.oleh, l.oleh) : pilih(pelaku, l.oleh)) ?? 'sistem'
    const aksi = step?.aksi ?? pilih(semuaAksi, l.aksi) ?? 'ajukan'
    const id = siapa === 'sistem' ? null : `orang${l.orang}`
    f = {
      ...f,
      dibuka: l.dibuka,
      bermeterai: l.meterai,
      berbenturan: l.benturan,
      ditahan: l.tahan,
      melewatiGaris: l.garis,
      perluAsal: l.dibuka,
      hariSejakStatus: l.hari,
      hariKerjaSejakStatus: l.hari,
      hariSejakDisimpan: l.hari,
      undian: l.undian,
      kerabatPelaku: l.kerabat,
      keberatan: jenis === 'tidak_layak' ? (pilih(keberatan, l.keberatan) ?? null) : null,
    }
    const answer = putuskanLangkah(f, { aksi, oleh: { pelaku: siapa, id }, alasan: 'sebab' }, a)
    if (!answer.ok) continue
    const { ke } = answer.value
    taken.push({ aksi, ke, oleh: siapa, id, sebelum: f })
    f = { ...f, status: ke, ...(aksi === 'verifikasi' ? { pemverifikasiId: id } : {}) }
  }
  return taken
}

const keberatan = ['belum', 'selesai', ...semuaKeadaanPemberitahuan, 'selesai'] as const
const sering = fc.nat(9).map((n) => n > 0)
const jarang = fc.nat(4).map((n) => n === 0)

const acak: fc.Arbitrary<readonly Coba[]> = fc.array(
  fc.record({
    aksi: fc.nat(200),
    oleh: fc.nat(200),
    orang: fc.nat(3),
    hari: fc.nat(120),
    dibuka: fc.boolean(),
    meterai: sering,
    benturan: jarang,
    tahan: jarang,
    garis: fc.boolean(),
    undian: fc.nat(99),
    kerabat: jarang,
    keberatan: fc.nat(50),
    arah: fc.nat(12),
  }),
  { minLength: 100, maxLength: 300, size: 'max' },
)

const jalanUsulan: readonly Aksi[] = [
  'ajukan',
  'lengkapi',
  'tandatangani',
  'umumkan',
  'finalkan',
  'verifikasi',
  'sahkan',
  'tarik',
]

function periksa(jenis: JenisUsulan, taken: readonly Diambil[]): void {
  for (const [i, t] of taken.entries()) {
    const before = taken.slice(0, i)
    const f = t.sebelum
    // Nothing leaves the end.
    expect(selesai.has(f.status)).toBe(false)
    if (['verifikasi', 'sahkan', 'periksa'].includes(t.aksi))
      expect([t.id === 'orang0', f.kerabatPelaku]).toEqual([false, false])
    if (t.aksi === 'pakai_usulan') expect(t.id).not.toBe('orang0')
    if (t.ke === 'diterima' && t.aksi !== 'pakai_usulan') {
      expect([f.berbenturan, f.ditahan && t.aksi !== 'terima']).toEqual([false, false])
      if (jenisUsulan[jenis].jalur === 'usulan')
        expect(before.map((b) => b.aksi)).toEqual(expect.arrayContaining([...jalanUsulan]))
      if (jenisUsulan[jenis].jalur === 'peristiwa' && f.perluAsal)
        expect([t.aksi, f.status]).toEqual(['pindahkan', 'diverifikasi'])
      // A line is crossed by a meeting alone.
      if (jenisUsulan[jenis].jalur === 'keadaan' && f.status !== 'akhir')
        expect(f.melewatiGaris).toBe(false)
    }
    // The silence of an office ends nothing: the clock closes drafts only.
    if (t.oleh === 'sistem' && selesai.has(t.ke) && t.ke !== 'diterima')
      expect(f.status).toBe('draf')
    // A family is told, and what it says is decided, before its place goes on to be lost.
    if ((t.aksi === 'finalkan' || t.aksi === 'kirim_ulang') && jenis === 'tidak_layak')
      expect(['selesai', 'berlaku']).toContain(f.keberatan)
    if (t.aksi === 'kabulkan_keberatan') expect(f.keberatan).toBe('dikabulkan')
    if (t.aksi === 'sahkan') {
      expect(before.findLast((b) => b.aksi === 'verifikasi')?.id).not.toBe(t.id)
      expect([f.bermeterai, f.ditahan]).toEqual([true, false])
    }
  }
}

test('no sequence of people and days skips a step, approves itself, deletes, or applies what was not approved', () => {
  const ends = new Set<Keadaan>()
  fc.assert(
    fc.property(
      fc.constantFrom(...semuaJenis),
      fc.constantFrom('2018-07-24', '2022-07-24', '2026-07-24'),
      acak,
      (jenis, hari, langkah) => {
        const taken = jalankan(jenis, hari, langkah)
        periksa(jenis, taken)
        for (const t of taken) ends.add(t.ke)
      },
    ),
    { numRuns: 600, seed: 2018 },
  )
  // The walks went everywhere, so the property was put to the test.
  expect([...ends].sort()).toEqual(semuaKeadaan.toSorted())
}, 30_000)

test('the desk of each state is named', () => {
  expect(Object.values(keadaan).every((k) => k.label.id.length > 0)).toBe(true)
})
