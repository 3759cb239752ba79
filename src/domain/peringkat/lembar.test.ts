import { describe, expect, test } from 'vitest'
import { decileInWords, factInWords, numberInWords, summaryInWords } from './kata.ts'
import { type IsiLembar, writeSlip } from './lembar.ts'
import { judulPeriode, periodeOf } from './periode.ts'

describe('a result in words', () => {
  test('says how many of the answered are met and how many were not asked', () => {
    expect(summaryInWords({ terpenuhi: 6, terjawab: 9, jumlah: 14, poin: 6 }).id).toBe(
      'terpenuhi 6 dari 9 yang terjawab, 5 belum ditanyakan',
    )
    expect(summaryInWords({ terpenuhi: 9, terjawab: 14, jumlah: 14, poin: 9 }).id).toBe(
      'terpenuhi 9 dari 14',
    )
  })

  test('never shows our decile as one of BPS', () => {
    expect(decileInWords(3).id).toBe('Desil simulasi 3')
    expect(decileInWords(null).id).toBe('Belum berdesil')
  })

  test('shows codes by their label, money and areas with their unit', () => {
    const area = { label: { id: 'Luas', en: 'Area' }, satuan: { id: 'm²', en: 'm²' } }
    expect(factInWords(area, 1200)?.id).toBe('1.200 m²')
    expect(
      factInWords({ label: area.label, satuan: { id: 'rupiah', en: 'rupiah' } }, 600_000)?.id,
    ).toBe('Rp 600.000')
    expect(
      factInWords({ label: area.label, kode: { 8: { id: 'Tanah', en: 'Earth' } } }, 8)?.en,
    ).toBe('Earth')
    expect(factInWords(area, null)).toBeNull()
    expect(numberInWords(1_234_567).en).toBe('1,234,567')
  })

  test('names a quarter as the offices do', () => {
    expect(judulPeriode('2026-T4').id).toBe('Pemeringkatan Triwulan IV 2026')
    expect(periodeOf('2018-07-31')).toBe('2018-T3')
  })
})

const isi: IsiLembar = {
  judulRonde: judulPeriode('2018-T3'),
  namaModel: { id: '14 indikator BPS', en: 'The 14 indicators of BPS' },
  namaKepala: 'Siti Aminah',
  tempat: 'RT 7, Loktuan',
  acuan: '2018-07-31',
  hasil: {
    terpenuhi: 6,
    terjawab: 9,
    jumlah: 14,
    poin: 6,
    batasBawah: 6,
    batasAtas: 11,
    miskin: 2,
  },
  garisMiskin: 9,
  desil: 2,
  peringkat: 1310,
  dariKeluarga: 9232,
  kelayakan: 'belum_dinilai',
  butir: [
    {
      nomor: 2,
      kode: 'lantai',
      label: { id: 'Lantai tanah', en: 'Floor of earth' },
      catatan: null,
      nilai: { id: 'Tanah', en: 'Earth' },
      hasil: 'terpenuhi',
      poin: 1,
    },
    {
      nomor: 8,
      kode: 'daging',
      label: { id: 'Daging', en: 'Meat' },
      catatan: null,
      nilai: null,
      hasil: 'belum_ditanyakan',
      poin: null,
    },
  ],
  seri: 4,
  berubah: [
    {
      label: { id: 'Luas lantai', en: 'Floor area' },
      dulu: null,
      kini: { id: '36 m²', en: '36 m²' },
    },
  ],
  garis: { kuota: 5725, jarak: -12 },
}

describe('the slip', () => {
  const text = writeSlip(isi).map((b) => b.teks.id)

  test('says the result, the bounds, the items, the changes and the distance', () => {
    expect(text).toEqual(
      expect.arrayContaining([
        'Terpenuhi 6 dari 9 yang terjawab, 5 belum ditanyakan.',
        'Bila yang belum ditanyakan dijawab, jumlahnya antara 6 dan 11.',
        'Desil simulasi 2 (bukan desil BPS atau DTSEN), peringkat 1.310 dari 9.232 keluarga.',
        '3 keluarga lain di desa atau kelurahan ini sama persis; di antara yang sama, orang yang memutuskan.',
        '2. Lantai tanah: terpenuhi (Tanah)',
        '8. Daging: belum ditanyakan',
        'Luas lantai: belum ditanyakan → 36 m²',
        'Di luar kuota 5.725 keluarga; 12 tempat sesudah garis.',
      ]),
    )
  })

  test('tells an uncertain family that it is to be visited first', () => {
    expect(text.some((t) => t.startsWith('Belum pasti'))).toBe(true)
  })

  test('says the same in English, line by line', () => {
    for (const { teks } of writeSlip(isi)) expect(teks.en.length).toBeGreaterThan(0)
  })
})
