/** The examples of the policies of the meeting, and small rules about paper and screen. */
import { expect, test } from 'vitest'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'
import { goresanDari, titikDari } from './goresan.ts'
import { goresanSchema } from './goresan-schema.ts'
import { alasanLayar, amanDitayangkan, berkasLayarSchema } from './layar.ts'
import { perbaikanIdentitas } from './perbaikan.ts'
import { berkasUnsurSchema, hitungKuorum, unsurPada } from './unsur.ts'

const unsur = listPolicies('musyawarah').map((path) => readPolicy(path, berkasUnsurSchema))
const layar = readPolicy('parameter/layar-musyawarah.yaml', berkasLayarSchema).nilai

test.each(unsur.flatMap(({ kode, nilai }) => nilai.contoh.map((c) => [kode, c, nilai] as const)))(
  '%s: %o',
  (_kode, contoh, nilai) => {
    const k = hitungKuorum(nilai, contoh.unsur, contoh.tidakAda)
    expect([k.orang, k.terpenuhi, k.kurang]).toEqual([contoh.orang, contoh.kuorum, contoh.kurang])
  },
)

test('one list of elements holds on each day', () => {
  const semua = unsur.map((u) => u.nilai)
  for (const hari of ['2015-01-01', '2018-07-24', '2021-04-01', '2025-02-05', '2026-11-30'])
    expect(unsurPada(semua, hari).unsur.map((u) => u.kode)).toContain('warga_miskin')
})

test.each(layar.contoh)('“$teks” may be shown: $aman', ({ teks, aman }) => {
  expect(amanDitayangkan(layar, teks)).toBe(aman)
})

test('what may not be shown is replaced by what the kind says', () => {
  expect(alasanLayar(layar, 'keluarga_baru', 'Rumah bocor').id).toBe('Rumah bocor')
  for (const alasan of ['Sakit TBC', '', undefined])
    expect(alasanLayar(layar, 'tidak_layak', alasan)).toEqual({
      id: 'Diusulkan tidak layak lagi',
      en: 'Proposed as no longer eligible',
    })
})

test('a signature holds lines in its frame and nothing else', () => {
  const jalur = goresanDari([
    [
      { x: 1.4, y: 2 },
      { x: 700, y: -5 },
    ],
    [{ x: 3, y: 3 }],
    [
      { x: 9, y: 9 },
      { x: 10, y: 200.4 },
    ],
  ])
  expect(jalur).toBe('M1,2L600,0M9,9L10,200')
  expect(goresanSchema.safeParse(jalur).success).toBe(true)
  expect(goresanDari(titikDari(jalur))).toBe(jalur)
  for (const buruk of ['', 'M1,1', 'M1,1L601,1', 'M1,1L1,201', 'M1,1L2,2"/><script>', 'url(#x)'])
    expect(goresanSchema.safeParse(buruk).success).toBe(false)
})

test('the annex tells old from new, person by person', () => {
  const lama = { alamat: 'Jalan A', anggota: [{ nama: 'AMINA', nik: '99' }, { nama: 'RAHMAT' }] }
  const baru = {
    alamat: 'Jalan A',
    anggota: [
      { nama: 'AMINAH', nik: '99' },
      { nama: 'RAHMAT', nik: '98' },
    ],
  }
  expect(
    perbaikanIdentitas('AMINA', lama, baru).map((p) => [p.siapa, p.bidang.id, p.lama, p.baru]),
  ).toEqual([
    ['AMINAH', 'Nama', 'AMINA', 'AMINAH'],
    ['RAHMAT', 'NIK', null, '98'],
  ])
  expect(perbaikanIdentitas('AMINA', lama, lama)).toEqual([])
})
