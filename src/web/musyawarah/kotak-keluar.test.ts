/** What was written in the hall goes out in order, once, and survives a lost line and a refusal. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type GalatKirim, type Jawaban, KotakKeluar } from './kotak-keluar.ts'
import { barisKini, denganKiriman, hadirKini, hitungPutusan } from './rapat-kini.ts'
import type { Kiriman, Rapat } from './simpanan.ts'

class Tolak extends Error {
  readonly galat: GalatKirim
  constructor(status: number, kode = '') {
    super(kode)
    this.galat = { status, kode, judul: kode, isi: '' }
  }
}

let ke = 0
const saat = () => ({
  id: `k${++ke}`,
  pada: new Date(Date.UTC(2018, 6, 24, 1, 0, ke)).toISOString(),
})
const putus = (usulanId: string, putusan: 'setuju' | 'tunda' = 'setuju'): Kiriman => {
  const s = saat()
  return { ...s, jenis: 'putuskan', isi: { ...s, usulanId, putusan, alasan: null, catatan: null } }
}
const agenda = (versi: number, ...isi: string[]): Kiriman => ({
  ...saat(),
  jenis: 'agenda',
  isi,
  versi,
})
const hadir = (
  versi: number,
  nama: string,
  kerabat: string[] = [],
  nomor: { nomor?: string } = {},
): Kiriman => ({
  ...saat(),
  jenis: 'hadir',
  versi,
  isi: {
    unsurTidakAda: [],
    hadir: [
      {
        id: nama,
        nama,
        unsur: 'rt',
        jabatan: null,
        rt: null,
        diundang: true,
        hadir: true,
        kerabat,
        ...nomor,
      },
    ],
  },
})

function dunia(jawab: (k: readonly Kiriman[], n: number) => Jawaban | Error) {
  const disk = new Map<string, Kiriman>()
  const sent: string[] = []
  const taken: string[] = []
  const kotak = new KotakKeluar([], {
    kirim: (k) => {
      sent.push(
        k.map((s) => (s.jenis === 'putuskan' ? s.isi.usulanId : `${s.jenis}@${s.versi}`)).join('+'),
      )
      const answer = jawab(k, sent.length)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    galat: (e) => {
      if (e instanceof Tolak) return e.galat
      throw e
    },
    tulis: async (k) => void disk.set(k.id, structuredClone(k)),
    hapus: async (id) => {
      for (const satu of id) disk.delete(satu)
    },
    terkirim: async (k) => void taken.push(...k.map((s) => s.id)),
  })
  return { disk, sent, taken, kotak }
}

const baik = (k: readonly Kiriman[]): Jawaban => {
  const [first] = k
  return first && first.jenis !== 'putuskan'
    ? { jenis: first.jenis, versi: first.versi + 1 }
    : { jenis: 'putuskan', ditolak: [] }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('without a line everything stays on disk, and goes in order once it is back', async () => {
  let luring = true
  const w = dunia((k) => (luring ? new Tolak(0) : baik(k)))
  await w.kotak.tambah(agenda(4, 'a', 'b'))
  await w.kotak.tambah(hadir(4, 'Sari'))
  await w.kotak.tambah(putus('a', 'tunda'))
  await w.kotak.tambah(putus('b'))
  await w.kotak.tambah(putus('a'))
  expect(w.kotak.kini()).toMatchObject({ tahap: 'luring' })
  expect(w.disk.size).toBe(5)
  luring = false
  w.sent.length = 0
  await vi.advanceTimersByTimeAsync(6_000)
  // What was written on the same version goes on from the one that the write before it made.
  expect(w.sent).toEqual(['agenda@4', 'hadir@5', 'a+b+a'])
  expect(w.kotak.kini()).toMatchObject({ tahap: 'diam', menunggu: [] })
  expect(w.disk.size).toBe(0)
  expect(w.taken.length).toBe(5)
})

test('a newer agenda or attendance replaces the one that waits', async () => {
  let luring = true
  const w = dunia((k) => (luring ? new Tolak(500) : baik(k)))
  await w.kotak.tambah(hadir(1, 'Sari'))
  await w.kotak.tambah(hadir(1, 'Umar'))
  expect([...w.disk.values()]).toMatchObject([{ isi: { hadir: [{ nama: 'Umar' }] } }])
  luring = false
  await w.kotak.jalankan()
  expect(w.kotak.kini().menunggu).toEqual([])
})

test('what replaces a waiting attendance keeps the numbers typed and the version seen', async () => {
  const w = dunia(() => new Tolak(409, 'versi.berubah'))
  await w.kotak.tambah(hadir(1, 'Sari', [], { nomor: '9974010101600001' }))
  // Meanwhile the page has read what somebody else wrote: version 2.
  await w.kotak.tambah(hadir(2, 'Sari', ['a']))
  expect(w.sent).toEqual(['hadir@1', 'hadir@1'])
  expect([...w.disk.values()]).toMatchObject([
    { isi: { hadir: [{ kerabat: ['a'], nomor: '9974010101600001' }] } },
  ])
  await w.kotak.tambah(hadir(2, 'Sari', [], { nomor: '9974010101600002' }))
  expect([...w.disk.values()]).toMatchObject([{ isi: { hadir: [{ nomor: '9974010101600002' }] } }])
})

test('a conflict waits for a person and holds the decisions only behind an agenda', async () => {
  const w = dunia((k) => (k[0]?.jenis === 'putuskan' ? baik(k) : new Tolak(409, 'versi.berubah')))
  await w.kotak.tambah(hadir(1, 'Sari'))
  await w.kotak.tambah(putus('a'))
  expect(w.sent).toEqual(['hadir@1', 'a'])
  await w.kotak.tambah(agenda(1, 'a', 'b'))
  await w.kotak.tambah(putus('b'))
  expect(w.sent.at(-1)).toBe('agenda@1')
  expect(w.kotak.kini()).toMatchObject({ tahap: 'tertahan' })
  expect(w.kotak.kini().menunggu.map((k) => k.masalah?.kode)).toEqual([
    'versi.berubah',
    'versi.berubah',
    undefined,
  ])
  const [h, a] = w.kotak.kini().menunggu
  await w.kotak.buang(a?.id ?? '')
  expect(w.sent.at(-1)).toBe('b')
  await w.kotak.paksa(h?.id ?? '', 7, 'baru')
  expect(w.sent.at(-1)).toBe('hadir@7')
})

test('what the server does not note is named, and signed out nothing is lost', async () => {
  const label = { id: 'Sudah ditandatangani', en: 'Signed' }
  let keluar = true
  const w = dunia((k) =>
    keluar ? new Tolak(401) : { jenis: 'putuskan', ditolak: k.map((s) => ({ id: s.id, label })) },
  )
  await w.kotak.tambah(putus('a'))
  expect(w.kotak.kini()).toMatchObject({ tahap: 'tertahan', menunggu: [{}] })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(w.sent.length).toBe(1)
  keluar = false
  await w.kotak.jalankan()
  expect(w.kotak.kini()).toMatchObject({
    menunggu: [],
    ditolak: [{ isi: { usulanId: 'a' }, label }],
  })
})

test('the page lays what waits over what the server said', () => {
  const baris = (usulanId: string, lain: object = {}) => ({
    usulanId,
    putusan: null,
    pada: null,
    tidakIkut: [],
    ...lain,
  })
  const orang = { unsur: 'rt', jabatan: null, rt: null, diundang: true, hadir: true, kerabat: [] }
  const rapat = {
    baris: [
      baris('a', { tidakIkut: [{ id: 'u', nama: 'Umar', sebab: 'rumah' }] }),
      baris('b', { putusan: 'setuju', pada: '2030-01-01T00:00:00.000Z' }),
      baris('c'),
    ],
    hadir: [{ ...orang, id: 'u', nama: 'Umar', terhubung: true }],
  } as unknown as Rapat
  const menunggu = [hadir(1, 'Sari', ['c']), putus('a', 'tunda'), putus('a'), putus('b', 'tunda')]
  const kini = barisKini(rapat, menunggu)
  // A decision that another device made later than ours holds.
  expect(kini.map((b) => [b.putusan, b.belumTerkirim])).toEqual([
    ['setuju', true],
    ['setuju', true],
    [null, false],
  ])
  // Umar was taken off the list; Sari says to be kin of c.
  expect(kini.map((b) => b.tidakIkut.map((k) => k.nama))).toEqual([[], [], ['Sari']])
  expect(hadirKini(rapat, menunggu)).toMatchObject([{ nama: 'Sari', terhubung: false }])
  expect(hitungPutusan(kini)).toEqual({ setuju: 2, tidak_setuju: 0, tunda: 0, belum: 1 })
  // What the server has taken stands in the copy, also where it cannot be read again.
  const salin = denganKiriman(rapat, menunggu.slice(0, 3), 5)
  expect(salin).toMatchObject({ versi: 5, hadir: [{ nama: 'Sari' }] })
  expect(salin.baris.map((b) => [b.putusan, 'belumTerkirim' in b])).toEqual([
    ['setuju', false],
    ['setuju', false],
    [null, false],
  ])
  expect(barisKini(rapat, [agenda(1, 'c', 'a')]).map((b) => [b.usulanId, b.urutan])).toEqual([
    ['c', 1],
    ['a', 2],
  ])
})
