import { describe, expect, test } from 'vitest'
import { kenali } from '#domain/impor/kenali.ts'
import { Penilai } from '#domain/impor/penilai.ts'
import type { AlatPenilai } from '#domain/impor/penilai-alat.ts'
import { PetaWilayah } from '#domain/impor/wilayah-peta.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { loadMaps } from './peta.ts'

const NIK = '9974011205800007'
const NUMBER = 1

const alat = (diduga: boolean): AlatPenilai => ({
  kamus: loadDictionary(),
  buku: loadCodeLists(),
  wilayah: new PetaWilayah([], new Map(), null),
  cakupan: cakupanOf(6474000000),
  hariIni: '2018-07-02',
  urutanTanggal: null,
  pengetahuan: { kecamatan: new Set(), tanggalData: '2018-06-01', tanggalDiduga: diduga },
})

/** Judges one row under a header: the causes found, what was read, whether it is held. */
function judge(judul: string, row: string, kinds?: Uint8Array, diduga = false) {
  const kepala = kenali(loadMaps(), [judul.split(';')])
  if (!kepala) throw new Error('not recognised')
  const penilai = new Penilai(kepala, alat(diduga))
  const hasil = penilai.nilai(row.split(';'), kinds)
  const value = (nama: string) => penilai.anggota.nilai[penilai.anggota.place(nama, 'identitas')]
  return {
    kode: hasil.temuan.map((t) => t.kode),
    ditahan: hasil.ditahan,
    sumber: value('sumber_luar'),
    jenis: value('jenis_luar'),
    nilai: value('nilai_luar'),
    tanggal: value('tanggal_luar'),
  }
}

const kami = 'NIK;Nomor KK;Nama kepala keluarga;Sumber;Jenis;Nilai;Tanggal'
const p3ke = 'ID_keluarga_P3KE;provinsi;desil_kesejahteraan;alamat;kepala_keluarga;NIK'

describe('a row of our file of ranks', () => {
  test('is read whole', () => {
    expect(judge(kami, `${NIK};;SITI;DTSEN/BPS;Desil;2;2018-05-31`)).toEqual({
      kode: [],
      ditahan: false,
      sumber: 'DTSEN',
      jenis: 'desil',
      nilai: 2,
      tanggal: '2018-05-31',
    })
  })
  test.each([
    [`${NIK};;A;P3KE;desil;11;2018-05-31`, 'nilai_luar_di_luar_batas'],
    [`${NIK};;A;P3KE;desil;0;2018-05-31`, 'nilai_luar_di_luar_batas'],
    [`${NIK};;A;P3KE;persentil;101;2018-05-31`, 'nilai_luar_di_luar_batas'],
    [`${NIK};;A;P3KE;peringkat;0;2018-05-31`, 'nilai_luar_di_luar_batas'],
    [`${NIK};;A;P3KE;desil;miskin;2018-05-31`, 'nilai_luar_tidak_terbaca'],
    [`${NIK};;A;P3KE;desil;;2018-05-31`, 'nilai_luar_kosong'],
    [`${NIK};;A;P3KE;kuintil;1;2018-05-31`, 'jenis_luar_tidak_dikenal'],
    [`${NIK};;A;P3KE;;1;2018-05-31`, 'jenis_luar_tidak_dikenal'],
    [`${NIK};;A;;desil;1;2018-05-31`, 'sumber_luar_kosong'],
    [';;A;P3KE;desil;1;2018-05-31', 'keluarga_tidak_dapat_dikenali'],
    [`${NIK};;A;P3KE;desil;1;31-02-2018`, 'tanggal_luar_salah'],
    [`${NIK};;A;P3KE;desil;1;2099-01-01`, 'tanggal_luar_salah'],
  ])('%s is held back: %s', (row, kode) => {
    expect(judge(kami, row)).toMatchObject({ kode: [kode], ditahan: true })
  })
  test('without a date takes that of the file, and is flagged', () => {
    expect(judge(kami, `${NIK};;A;P3KE;desil;1;`)).toMatchObject({
      kode: ['tanggal_luar_kosong'],
      ditahan: false,
      tanggal: '2018-06-01',
    })
  })
  test('with a NIK that Excel broke is not matched on it', () => {
    const kinds = new Uint8Array(7)
    kinds[0] = NUMBER
    expect(judge(kami, `${NIK};;A;P3KE;desil;1;2018-05-31`, kinds)).toMatchObject({
      kode: ['nik_rusak_excel', 'keluarga_tidak_dapat_dikenali'],
      ditahan: true,
    })
    expect(judge(kami, `6,47401E+15;9974010101100001;A;P3KE;desil;1;2018-05-31`)).toMatchObject({
      kode: ['nik_rusak_excel'],
      ditahan: false,
    })
  })
})

describe('a row of the P3KE table of families', () => {
  test('gives its decile, dated as the sender told', () => {
    expect(judge(p3ke, `X1;KALTIM;1;Jl. Mawar;SITI;${NIK}`)).toEqual({
      kode: [],
      ditahan: false,
      sumber: 'P3KE',
      jenis: 'desil',
      nilai: 1,
      tanggal: '2018-06-01',
    })
  })
  test('whose day nobody told is flagged', () => {
    expect(judge(p3ke, `X1;KALTIM;1;Jl. Mawar;SITI;${NIK}`, undefined, true).kode).toEqual([
      'tanggal_luar_kosong',
    ])
  })
  test('takes the first day of the year that a column tells', () => {
    expect(judge(`${p3ke};tahun_data`, `X1;KALTIM;1;Jl.;SITI;${NIK};2017`)).toMatchObject({
      kode: ['tanggal_luar_hanya_tahun'],
      tanggal: '2017-01-01',
    })
  })
})
