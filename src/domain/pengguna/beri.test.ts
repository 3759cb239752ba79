import { describe, expect, test } from 'vitest'
import { pemberiTugas } from '#contract/pengguna.ts'
import { peran } from '#contract/peran.ts'
import {
  putuskanAkhir,
  putuskanPemberian,
  putuskanPersetujuan,
  putuskanPerubahan,
  putuskanTautan,
} from './beri.ts'
import { hariSebelum, hariSesudah, type Pelaku, type Surat, type Tugas } from './tugas.ts'
import { pemberi, wewenang } from './wewenang.ts'

const today = '2018-07-24'
const bontang = 6474000000
const apiApi = 6474011006
const tanpa = { rt: null, keluarga: null }
const siapa = (peranPelaku: Pelaku['peran'], wilayah: number, id = 'admin'): Pelaku => ({
  id,
  peran: peranPelaku,
  wilayah,
  ...tanpa,
})
const adminKota = siapa('administrator', bontang)
const tugas = (beda: Partial<Tugas & Surat> = {}): Tugas & Surat => ({
  penggunaId: 'orang',
  peran: 'operator_desa',
  jenis: 'definitif',
  wilayah: apiApi,
  ...tanpa,
  dari: '2018-07-01',
  sampai: null,
  suratNomor: '800/1',
  suratTanggal: '2018-06-28',
  ...beda,
})
const beri = (oleh: Pelaku, beda: Partial<Tugas & Surat> = {}) =>
  putuskanPemberian(oleh, tugas(beda), today)
const ditolak = (error: string) => ({ ok: false, error })

describe('the table of who gives what', () => {
  test('knows the roles and levels of the contract, all of them', () => {
    expect(Object.keys(wewenang).sort()).toEqual(Object.keys(peran).sort())
    for (const [name, aturan] of Object.entries(wewenang)) {
      expect([name, aturan.tingkat]).toEqual([name, peran[name as keyof typeof peran].tingkat])
    }
  })

  test('names as givers those who may see officers at all', () => {
    expect([...pemberi].sort()).toEqual([...pemberiTugas].sort())
  })
})

describe('an assignment', () => {
  test('is given by an administrator inside the area', () => {
    expect(beri(adminKota)).toEqual({ ok: true, value: 'langsung' })
  })

  test.each([
    ['in another city', adminKota, { wilayah: 3523010001 }, 'luar_wilayah'],
    [
      'in the area above',
      siapa('administrator', apiApi),
      { peran: 'verifikator', wilayah: bontang },
      'luar_wilayah',
    ],
    [
      'by an operator',
      siapa('operator_desa', apiApi),
      { peran: 'ketua_rt', rt: [7] },
      'peran_tidak_boleh',
    ],
    ['by a lurah to an operator', siapa('lurah', apiApi), {}, 'peran_tidak_boleh'],
    ['to oneself', siapa('administrator', bontang, 'orang'), {}, 'diri_sendiri'],
    ['at the wrong level', adminKota, { wilayah: bontang }, 'tingkat_salah'],
    ['to a Ketua RT without an RT', adminKota, { peran: 'ketua_rt' }, 'rt_wajib'],
    ['to an operator of one RT', adminKota, { rt: [7] }, 'rt_tidak'],
    [
      'to a field officer of RT in a whole city',
      adminKota,
      { peran: 'petugas_kunjungan', wilayah: bontang, rt: [7] },
      'rt_tidak',
    ],
    ['to an operator of some families', adminKota, { keluarga: ['a'] }, 'keluarga_tidak'],
    [
      'with an empty list of families',
      adminKota,
      { peran: 'petugas_kunjungan', keluarga: [] },
      'keluarga_tidak',
    ],
    ['with an empty list of RT', adminKota, { peran: 'petugas_kunjungan', rt: [] }, 'rt_tidak'],
    ['without a letter', adminKota, { suratNomor: null }, 'tanpa_surat'],
    ['by a letter of tomorrow', adminKota, { suratTanggal: '2018-07-25' }, 'surat_mendatang'],
    ['to a Plt without an end', adminKota, { jenis: 'plt' }, 'tanpa_akhir'],
    [
      'that ends before it begins',
      adminKota,
      { dari: '2018-08-01', sampai: '2018-08-01' },
      'masa_terbalik',
    ],
    ['that is over', adminKota, { sampai: today }, 'masa_lampau'],
    [
      'to an auditor of the own area',
      adminKota,
      { peran: 'auditor', wilayah: bontang },
      'harus_di_bawah',
    ],
    [
      'to the lurah by the village itself',
      siapa('administrator', apiApi),
      { peran: 'lurah' },
      'harus_di_bawah',
    ],
  ] as const)('is refused %s', (_, oleh, beda, error) => {
    expect(beri(oleh, beda as Partial<Tugas>)).toEqual(ditolak(error))
  })

  test('of an auditor is given from above, and by the nation to itself', () => {
    expect(
      beri(siapa('administrator', 6400000000), { peran: 'auditor', wilayah: bontang }).ok,
    ).toBe(true)
    expect(beri(siapa('administrator', 0), { peran: 'auditor', wilayah: 0 }).ok).toBe(true)
  })

  test('is not given by someone who sees a part of a village only', () => {
    const sempit = { ...siapa('lurah', apiApi), rt: [7] }
    expect(beri(sempit, { peran: 'ketua_rt', rt: [7] })).toEqual(ditolak('luar_wilayah'))
  })

  test('of an administrator is only proposed', () => {
    expect(beri(adminKota, { peran: 'administrator', wilayah: apiApi })).toEqual({
      ok: true,
      value: 'usulan',
    })
  })
})

describe('a proposed administrator', () => {
  const usulan = { ...tugas({ peran: 'administrator', wilayah: bontang }), pengusulId: 'satu' }
  const putus = (oleh: Pelaku) => putuskanPersetujuan(oleh, usulan, today)

  test('is approved by a second one of the same or a larger area', () => {
    expect(putus(siapa('administrator', bontang, 'dua'))).toEqual({ ok: true, value: null })
    expect(putus(siapa('administrator', 0, 'dua')).ok).toBe(true)
  })

  test('is not approved by the proposer, by the person proposed, by a smaller area or another role', () => {
    expect(putus(siapa('administrator', bontang, 'satu'))).toEqual(ditolak('pengusul_sendiri'))
    expect(putus(siapa('administrator', bontang, 'orang'))).toEqual(ditolak('diri_sendiri'))
    expect(putus(siapa('administrator', apiApi, 'dua'))).toEqual(ditolak('luar_wilayah'))
    expect(putus(siapa('kepala_opd', bontang, 'dua'))).toEqual(ditolak('bukan_administrator'))
  })
})

describe('a change of dates', () => {
  const masa = (beda: object) => ({ ...tugas(), ...beda })
  const ubah = (lama: Partial<Tugas>, baru: object, oleh = adminKota) =>
    putuskanPerubahan(oleh, tugas(lama), masa(baru), today)

  test('needs the power that giving it needs', () => {
    expect(ubah({}, { sampai: '2018-12-01' }).ok).toBe(true)
    expect(ubah({}, {}, siapa('administrator', 3523000000))).toEqual(ditolak('luar_wilayah'))
    expect(ubah({}, {}, siapa('administrator', bontang, 'orang'))).toEqual(ditolak('diri_sendiri'))
  })

  test('does not wake an ended assignment', () => {
    expect(ubah({ sampai: today }, { sampai: '2019-01-01' })).toEqual(ditolak('sudah_berakhir'))
  })

  test('may shorten the time of an administrator, and never lengthen it', () => {
    const admin = { peran: 'administrator', wilayah: apiApi, sampai: '2018-12-01' } as const
    expect(ubah(admin, { sampai: '2018-11-01' }).ok).toBe(true)
    for (const baru of [
      { sampai: '2019-01-01' },
      { sampai: null },
      { dari: '2018-06-01', sampai: '2018-12-01' },
    ])
      expect(ubah(admin, baru)).toEqual(ditolak('perlu_usulan'))
  })

  test('keeps the end that a Plt must have', () => {
    expect(ubah({ jenis: 'plt', sampai: '2018-08-01' }, { sampai: null })).toEqual(
      ditolak('tanpa_akhir'),
    )
  })
})

describe('an end', () => {
  test('needs power, is never one’s own, and comes once', () => {
    expect(putuskanAkhir(adminKota, tugas(), today).ok).toBe(true)
    expect(putuskanAkhir(siapa('lurah', apiApi), tugas(), today)).toEqual(
      ditolak('peran_tidak_boleh'),
    )
    expect(putuskanAkhir(siapa('administrator', bontang, 'orang'), tugas(), today)).toEqual(
      ditolak('diri_sendiri'),
    )
    expect(putuskanAkhir(adminKota, tugas({ sampai: today }), today)).toEqual(
      ditolak('sudah_berakhir'),
    )
  })
})

describe('a link to an account', () => {
  const tautan = (oleh: Pelaku, semua: readonly Tugas[]) =>
    putuskanTautan(oleh, 'orang', semua, today)
  const admin = tugas({ peran: 'administrator', wilayah: bontang })

  test('takes power over every role that the account still holds', () => {
    expect(tautan(adminKota, [tugas()]).ok).toBe(true)
    expect(tautan(siapa('lurah', apiApi), [tugas({ peran: 'ketua_rt', rt: [7] })]).ok).toBe(true)
    expect(
      tautan(siapa('lurah', apiApi), [tugas({ peran: 'ketua_rt', rt: [7] }), tugas()]),
    ).toEqual(ditolak('peran_tidak_boleh'))
    expect(tautan(siapa('lurah', apiApi), [tugas({ sampai: today })]).ok).toBe(true)
  })

  test('to an administrator takes a larger area, so that nobody becomes their own second', () => {
    expect(tautan(adminKota, [admin])).toEqual(ditolak('perlu_atasan'))
    expect(tautan(siapa('administrator', 6400000000), [admin]).ok).toBe(true)
  })

  test('is never to one’s own account', () => {
    expect(tautan(siapa('administrator', 0, 'orang'), [tugas()])).toEqual(ditolak('diri_sendiri'))
  })
})

test('the last day is the day before the first day after', () => {
  expect(hariSebelum('2018-03-01')).toBe('2018-02-28')
  expect(hariSesudah('2018-12-31')).toBe('2019-01-01')
  expect(hariSebelum(hariSesudah('2020-02-28'))).toBe('2020-02-28')
})
