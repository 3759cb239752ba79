import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { akibatKunjungan, type FaktaKunjungan, kurangKunjungan } from './akibat.ts'
import { bagiKunjungan } from './bagi.ts'

const batas = { kukuh_hari: 60, keberatan_hari: 14 }
const fakta: FaktaKunjungan = {
  hasil: 'layak',
  tanggal: '2018-07-20',
  petugasId: 'a',
  kerabat: false,
  terakhir: '2017-07-25',
  tempo: '2018-07-25',
  kelayakan: 'belum_dinilai',
  penilaianTerakhir: null,
  tidakDitemukan: [],
}
const akibat = (ubah: Partial<FaktaKunjungan>) => akibatKunjungan({ ...fakta, ...ubah }, batas)

describe('what a visit changes', () => {
  test('layak is a finding and sets the next date, with an intervention too', () => {
    const harapan = { terhitung: true, penilaianLayak: true, menjadwalkan: true, draf: null }
    expect(akibat({})).toMatchObject({ ...harapan, tepatWaktu: true, keberatanSampai: null })
    expect(akibat({ hasil: 'layak_intervensi' })).toMatchObject(harapan)
  })
  test('a day after the date is late; the first visit is never late', () => {
    expect(akibat({ tanggal: '2018-07-26' }).tepatWaktu).toBe(false)
    expect(akibat({ terakhir: null, tempo: null }).tepatWaktu).toBe(null)
  })
  test('tidak layak takes nothing: a draft, and days to object', () => {
    expect(akibat({ hasil: 'tidak_layak' })).toMatchObject({
      terhitung: true,
      penilaianLayak: false,
      draf: 'tidak_layak',
      keberatanSampai: '2018-08-03',
    })
    expect(akibat({ hasil: 'tidak_layak', kelayakan: 'tidak_layak' }).draf).toBe(null)
  })
  test('who was found not eligible by a proposal comes back by one', () => {
    expect(akibat({ kelayakan: 'tidak_layak' })).toMatchObject({
      penilaianLayak: false,
      draf: 'layak_kembali',
    })
  })
  test('a later finding is not overwritten', () => {
    expect(akibat({ penilaianTerakhir: '2018-07-21' }).penilaianLayak).toBe(false)
  })
  test('tidak ditemukan counts when another officer says so within the days', () => {
    const dulu = { id: 'x', petugasId: 'b', tanggal: '2018-06-01' }
    const tidak = (satu: object, tanggal = '2018-07-20') =>
      akibat({ hasil: 'tidak_ditemukan', tanggal, tidakDitemukan: [{ ...dulu, ...satu }] })
    expect(akibat({ hasil: 'tidak_ditemukan' })).toMatchObject({
      terhitung: false,
      sebab: 'menunggu_petugas_kedua',
      menjadwalkan: false,
    })
    expect(tidak({})).toMatchObject({ terhitung: true, mengukuhkan: 'x', menjadwalkan: true })
    expect(tidak({ petugasId: 'a' }).terhitung).toBe(false)
    expect(tidak({}, '2018-07-31').terhitung).toBe(true)
    expect(tidak({}, '2018-08-01').terhitung).toBe(false)
  })
  test('kin never counts, whatever it finds', () => {
    for (const hasil of ['layak', 'tidak_layak', 'tidak_ditemukan'] as const)
      expect(akibat({ hasil, kerabat: true })).toMatchObject({
        terhitung: false,
        sebab: 'kerabat',
        draf: null,
        penilaianLayak: false,
        menjadwalkan: false,
      })
  })
})

describe('what a visit lacks', () => {
  const isi = {
    hasil: 'layak',
    tanggal: '2018-07-20',
    kehadiran: [{ individuId: 'i', kode: 1 }],
  } as const
  const kurang = (ubah: object, intervensi: number | null = null) => {
    const r = kurangKunjungan(
      { ...isi, kehadiran: [...isi.kehadiran], ...ubah },
      { anggota: ['i'], intervensi, today: '2018-07-24', mundurHari: 30 },
    )
    return r.ok ? [] : r.error
  }
  test('each part is named', () => {
    expect(kurang({})).toEqual([])
    expect(kurang({ hasil: undefined, tanggal: undefined })).toEqual(['hasil', 'tanggal'])
    expect(kurang({ tanggal: '2018-07-25' })).toEqual(['tanggal_mendatang'])
    expect(kurang({ tanggal: '2018-06-23' })).toEqual(['tanggal_terlalu_lama'])
    expect(kurang({ hasil: 'tidak_layak' })).toEqual(['alasan'])
    expect(kurang({ kehadiran: [] })).toEqual(['kehadiran'])
    expect(kurang({ hasil: 'tidak_ditemukan', kehadiran: [], alasan: 'kosong' })).toEqual([])
    expect(kurang({ hasil: 'layak_intervensi', alasan: 'atap' })).toEqual(['intervensi'])
    expect(kurang({ hasil: 'layak_intervensi', alasan: 'atap' }, 2)).toEqual([])
  })
})

test('families are shared whole, evenly, and never to kin', () => {
  const petugas = ['a', 'b', 'c']
  fc.assert(
    fc.property(
      fc.array(fc.subarray(petugas), { maxLength: 60 }),
      fc.integer({ min: 1, max: 3 }),
      (kerabat, n) => {
        const keluarga = kerabat.map((k, i) => ({
          kab: 1,
          id: String(i),
          rt: 1,
          kerabat: new Set(k),
        }))
        const siapa = petugas.slice(0, n)
        const { bagian, tersisa } = bagiKunjungan(keluarga, siapa)
        const semua = [...bagian.flatMap((b) => b.keluarga), ...tersisa].map((k) => k.id)
        expect(semua.toSorted()).toEqual(keluarga.map((k) => k.id).toSorted())
        for (const b of bagian)
          for (const k of b.keluarga) expect(k.kerabat.has(b.petugas)).toBe(false)
        for (const k of tersisa) expect(siapa.every((p) => k.kerabat.has(p))).toBe(true)
        if (kerabat.every((k) => k.length === 0))
          expect(Math.max(...bagian.map((b) => b.keluarga.length), 0)).toBeLessThanOrEqual(
            Math.ceil(keluarga.length / n),
          )
      },
    ),
  )
})
