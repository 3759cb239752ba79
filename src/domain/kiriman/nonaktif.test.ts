import { describe, expect, test } from 'vitest'
import { bacaHasil, kepalaHasil } from './hasil.ts'
import { type Cocok, putuskanNonaktif } from './nonaktif.ts'

const judul = ['No', 'NIK', 'No. KK', 'Nama', 'Tgl lahir', 'Alasan', 'Program', 'Tanggal nonaktif']
const tempat = kepalaHasil([['DAFTAR NAMA NONAKTIF'], judul])?.tempat
const baca = (...sel: readonly string[][]) => {
  if (!tempat) throw new Error('A list of names was not recognised')
  return bacaHasil(sel, tempat, 2018)
}
const nik = '9974014107600001'

describe('a list of names that the centre deactivated', () => {
  test('needs no column that says so of each, and is none without a day or an outcome', () => {
    expect(kepalaHasil([['NIK', 'Nama', 'Alasan']])).toBeNull()
    expect(kepalaHasil([['NIK', 'Nama', 'Putusan']])).not.toBeNull()
  })

  test.each([
    [
      ['1', nik, '', 'Aminah', '', 'Meninggal tanpa ahli waris', '', '31-07-2018'],
      {
        nomor: 'NIK 9974••••••••0001',
        putusan: 'nonaktif',
        salah: null,
        nonaktif: {
          pengenal: { cara: 'nik', nilai: nik },
          nama: 'Aminah',
          tanggal: '2018-07-31',
          program: null,
        },
      },
    ],
    [
      ['2', '', '9974010101150007', '', '', 'Ganda dengan KK lain', 'PKH', ''],
      { nonaktif: { pengenal: { cara: 'kk' }, nama: null, tanggal: null, program: 'PKH' } },
    ],
    [
      ['3', '', '', "Nur'aini", '1/7/1960', 'Sudah mampu', '', ''],
      {
        nomor: "Nur'aini",
        nonaktif: { pengenal: { cara: 'nama', nilai: 'NURAINI', lahir: '1960-07-01' } },
      },
    ],
    [['4', '', '', 'Aminah', '', 'Sudah mampu', '', ''], { salah: 'pengenal_kosong' }],
    [['5', '9.97401E+15', '', '', '', 'Sudah mampu', '', ''], { salah: 'nik_rusak_excel' }],
    // A number that cannot be one is never passed over for a name.
    [['6', '123', '', 'Aminah', '1960-07-01', 'Sudah mampu', '', ''], { salah: 'pengenal_salah' }],
    [['7', nik, '', '', '', 'Sudah mampu', '', '31 Pebruari 2018'], { salah: 'tanggal_salah' }],
    [['8', nik, '', '', '', '-', '', ''], { salah: 'alasan_kosong' }],
  ])('reads %j', (sel, hasil) => {
    expect(baca(sel)[0]).toMatchObject(hasil)
  })

  test('counts a person once for the registry and once for each programme', () => {
    const satu = (program: string) => ['', nik, '', '', '', 'Sudah mampu', program, '']
    expect(baca(satu(''), satu('PKH'), satu('')).map((r) => r.salah)).toEqual([
      null,
      null,
      'ganda_di_berkas',
    ])
  })
})

describe('what becomes of a name', () => {
  const keluarga: Cocok = {
    id: 'a',
    nama: 'AMINAH',
    kepala: true,
    status: 'aktif',
    kelayakan: 'layak',
    dinilai: '2018-01-01',
    menerima: ['rastra'],
  }
  const putus = (
    cocok: readonly Partial<Cocok>[],
    beda: { nama?: string; program?: string; tanggal?: string } = {},
  ) => {
    const n = {
      pengenal: { cara: 'nik', nilai: nik },
      nama: beda.nama ?? null,
      program: beda.program ?? null,
      tanggal: null,
    } as const
    const all = cocok.map((c) => ({ ...keluarga, ...c }))
    const p = putuskanNonaktif(
      n,
      beda.program ?? null,
      beda.tanggal ?? '2018-07-20',
      all,
      '2018-07-24',
    )
    return [p.hasil, p.sebab]
  }

  test.each([
    ['the head of one family', [{}], {}, 'diterapkan', null],
    ['the same under a slip of the pen', [{}], { nama: 'AMINAHH' }, 'diterapkan', null],
    ['nobody', [], {}, 'salah', 'keluarga_tidak_ditemukan'],
    ['two families', [{}, { id: 'b' }], {}, 'tertahan', 'keluarga_ganda'],
    [
      'one that lives beside one that ended',
      [{}, { id: 'b', status: 'pindah' }],
      {},
      'diterapkan',
      null,
    ],
    ['another name', [{}], { nama: 'SUKIRMAN' }, 'tertahan', 'nama_berbeda'],
    ['a member, whose family goes on', [{ kepala: false }], {}, 'tertahan', 'bukan_kepala'],
    [
      'one that is not eligible already',
      [{ kelayakan: 'tidak_layak' }],
      {},
      'sudah',
      'sudah_tidak_layak',
    ],
    ['one that has ended', [{ status: 'habis' }], {}, 'sudah', 'sudah_berakhir'],
    ['one assessed since', [{ dinilai: '2018-07-21' }], {}, 'tertahan', 'dinilai_sesudahnya'],
    ['a day to come', [{}], { tanggal: '2018-08-01' }, 'salah', 'tanggal_mendatang'],
    [
      'a programme that it receives',
      [{ kelayakan: 'tidak_layak' }],
      { program: 'rastra' },
      'diterapkan',
      null,
    ],
    ['a programme that it does not receive', [{}], { program: 'pkh' }, 'sudah', 'tidak_menerima'],
  ] as const)('%s', (_, cocok, beda, hasil, sebab) => {
    expect(putus(cocok, beda)).toEqual([hasil, sebab])
  })
})
