/** Each paper of a meeting, printed and read again. */
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Surat } from '#domain/dokumen/surat.ts'
import { suratAgenda } from '#domain/musyawarah/surat/agenda.ts'
import type { BahanRapat, BarisSurat } from '#domain/musyawarah/surat/bahan.ts'
import { suratBeritaAcara } from '#domain/musyawarah/surat/berita-acara.ts'
import { suratDaftarHadir } from '#domain/musyawarah/surat/daftar-hadir.ts'
import { suratNotulen } from '#domain/musyawarah/surat/notulen.ts'
import { suratPengumuman } from '#domain/musyawarah/surat/pengumuman.ts'
import { suratPerbaikan } from '#domain/musyawarah/surat/perbaikan.ts'
import { suratUndangan } from '#domain/musyawarah/surat/undangan.ts'
import { cetak } from '#server/dokumen/cetak.ts'
import { pdfTeks } from '#test/pdf-teks.ts'

const baris = (urutan: number, nama: string, lain: Partial<BarisSurat> = {}): BarisSurat => ({
  urutan,
  nomor: `US-${urutan}`,
  nama,
  rt: 7,
  alamat: 'Jalan Kapal Layar 4',
  jiwa: 4,
  nik: '9974••••••••0001',
  jenis: 'keluarga_baru',
  alasan: 'Sakit TBC',
  alasanLayar: 'Diusulkan masuk data keluarga miskin',
  putusan: 'setuju',
  alasanPutusan: null,
  catatan: null,
  ...lain,
})

const bahan: BahanRapat = {
  kop: {
    baris: ['PEMERINTAH KOTA BONTANG', 'KECAMATAN BONTANG UTARA', 'KELURAHAN API-API'],
    alamat: 'Jalan Uji 1',
    telepon: null,
    logo: null,
  },
  tempatSurat: 'Bontang',
  penanda: { jabatan: 'Lurah Api-api', nama: 'DEWI UJI, S.Sos', nip: '1980', pangkat: 'Penata' },
  kantor: 'Kelurahan Api-api',
  jenis: 'muskel',
  tanggal: '2018-07-24',
  mulai: '19:30',
  zona: 'WITA',
  tempat: 'Aula kelurahan',
  pemimpin: 'Dewi',
  notulis: 'Siti',
  notulen: 'Dibuka pukul 19.40.\nRT 7 menerangkan keadaan rumah.',
  orang: [
    { nama: 'Umar', unsur: 'Ketua RT', jabatan: 'Ketua RT 7', hadir: true },
    { nama: 'Wati', unsur: 'PSM', jabatan: null, hadir: false },
  ],
  lembagaTidakAda: ['WKSBM'],
  baris: [
    baris(1, 'AMINAH'),
    baris(2, 'BADU', { jenis: 'tidak_layak', rt: 3, alasanLayar: 'Sudah punya mobil' }),
    baris(3, 'LASMI', { putusan: 'tidak_setuju', alasanPutusan: 'Mampu menurut RT' }),
    baris(4, 'ROHANI', { putusan: 'tunda', alasanPutusan: 'Belum dikunjungi' }),
  ],
  foto: [],
  hariIni: '2018-07-20',
}
const register = { nomor: '400.9/015/KEL-API/2018', alamat: 'https://siks.contoh.id/d/kode' }
const tanda = {
  ...register,
  sidik: 'ab'.repeat(32),
  berlakuSampai: '2019-01-24',
  pada: '2018-07-25',
  tanda: [
    { nama: 'DEWI UJI', sebagai: 'Lurah Api-api', goresan: 'M10,10L200,90L300,20M20,150L580,160' },
    { nama: 'Umar', sebagai: 'Ketua RT 7', goresan: 'M10,10L590,190' },
    { nama: 'Sari', sebagai: 'PSM', goresan: null },
  ],
}

/** The text as one line, a line broken behind `-` or `/` joined again; written out too where one wants to look. */
async function baca(nama: string, surat: Surat): Promise<string> {
  const pdf = await cetak(surat)
  if (process.env.SIKS_SURAT) writeFileSync(`${process.env.SIKS_SURAT}/${nama}.pdf`, pdf)
  return pdfTeks(pdf)
    .replaceAll('\u2011', '-')
    .replace(/\s+/g, ' ')
    .replace(/([-/]) /g, '$1')
}

describe('papers of a meeting', () => {
  test('the invitation says when, where and who, and nothing of those proposed', async () => {
    const teks = await baca('undangan', suratUndangan(bahan, register))
    for (const ada of [
      'KELURAHAN API-API',
      '400.9/015/KEL-API/2018',
      'Selasa, 24 Juli 2018',
      '19.30 WITA',
      'Aula kelurahan',
      '4 usulan',
      'Bontang, 20 Juli 2018',
      'DEWI UJI, S.Sos',
      'Wati',
    ])
      expect(teks).toContain(ada)
    expect(teks).not.toMatch(/AMINAH|BADU/)
  })

  test('the list of attendance has room to sign, also for those who were not invited', async () => {
    const teks = await baca('daftar-hadir', suratDaftarHadir(bahan))
    for (const ada of ['Umar', 'Ketua RT 7', 'Wati', '10.', 'WKSBM']) expect(teks).toContain(ada)
  })

  test('the agenda shows what the hall may see, with a box for each decision', async () => {
    const teks = await baca('agenda', suratAgenda(bahan))
    for (const ada of ['AMINAH', '007', 'Disetujui', 'Ditunda', 'Sudah punya mobil'])
      expect(teks).toContain(ada)
    expect(teks).not.toMatch(/TBC|9974|Kapal Layar/)
  })

  test('the minutes tell what was said and decided', async () => {
    const foto = await sharp({
      create: { width: 60, height: 40, channels: 3, background: '#264' },
    })
      .jpeg()
      .toBuffer()
    const teks = await baca('notulen', suratNotulen({ ...bahan, foto: [foto, foto, foto] }))
    for (const ada of [
      'RT 7 menerangkan keadaan rumah.',
      '1 orang: Umar (Ketua RT)',
      '2 disetujui, 1 tidak disetujui, dan 1 ditunda',
      'Mampu menurut RT',
      'Lampiran notulen: foto musyawarah',
    ])
      expect(teks).toContain(ada)
    expect(teks).not.toContain('Wati')
  })

  test('the berita acara carries number, hash, signatures and the annex by name and address', async () => {
    const teks = await baca('berita-acara', suratBeritaAcara(bahan, tanda))
    for (const ada of [
      'BERITA ACARA MUSYAWARAH KELURAHAN',
      'telah dilaksanakan Musyawarah Kelurahan Api-api yang dipimpin oleh Dewi',
      'Nomor: 400.9/015/KEL-API/2018',
      'abababababababab abababababababab',
      '24 Januari 2019',
      'Bontang, 25 Juli 2018',
      'DEWI UJI',
      'Ketua RT 7',
      'Sari',
      'Lampiran berita acara nomor 400.9/015/KEL-API/2018',
      '9974••••••••0001',
      'Jalan Kapal Layar 4',
      'Ditunda. Belum dikunjungi',
    ])
      expect(teks).toContain(ada)
    const konsep = await baca('konsep', suratBeritaAcara(bahan, null))
    expect(konsep).toContain('Konsep, belum ditandatangani')
    expect(konsep).not.toContain('Sidik keputusan')
  })

  test('the SPTJM is the village head’s own word', async () => {
    const teks = await baca('sptjm', suratBeritaAcara({ ...bahan, jenis: 'sptjm' }, tanda))
    for (const ada of ['TANGGUNG JAWAB MUTLAK', 'bertanggung jawab mutlak', 'Lampiran SPTJM'])
      expect(teks).toContain(ada)
    expect(teks).not.toContain('notulis')
  })

  test('the annex of corrections puts old beside new', async () => {
    const p = {
      urutan: 1,
      siapa: 'SITI AMINAH',
      bidang: 'Nama',
      lama: 'AMINAH',
      baru: 'SITI AMINAH',
      oleh: 'Siti',
      pada: '2018-07-30T02:00:00.000Z',
      dokumen: 'KTP-el 12',
    }
    const teks = await baca('perbaikan', suratPerbaikan(bahan, register.nomor, [p]))
    for (const ada of ['400.9/015/KEL-API/2018', 'SITI AMINAH', '30 Juli 2018', 'KTP-el 12'])
      expect(teks).toContain(ada)
    expect(await baca('perbaikan-kosong', suratPerbaikan(bahan, '1', []))).toContain(
      'Tidak ada perbaikan',
    )
  })

  test('the posted list has names and RT of those agreed to, and nothing else of them', async () => {
    const teks = await baca(
      'pengumuman',
      suratPengumuman(
        bahan,
        { ...register, nomor: '0001/PENG/2018' },
        register.nomor,
        '2018-07-23',
      ),
    )
    for (const ada of [
      'AMINAH',
      '007',
      'BADU',
      '003',
      'Diusulkan tidak layak lagi',
      '23 Juli 2018',
    ])
      expect(teks).toContain(ada)
    expect(teks).not.toMatch(/LASMI|ROHANI|TBC|9974|Kapal|mobil|jiwa/i)
  })
})
