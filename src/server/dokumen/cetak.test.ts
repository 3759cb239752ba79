import { expect, test } from 'vitest'
import type { Blok, Surat } from '#domain/dokumen/surat.ts'
import { periksaPdf } from '#server/berkas/pdf.ts'
import { cetak } from './cetak.ts'

const surat = (isi: readonly Blok[], lain: Partial<Surat> = {}): Surat => ({
  kertas: 'A4',
  mendatar: false,
  judul: 'Surat uji',
  tanggal: '2018-07-24T00:00:00Z',
  kop: {
    baris: ['PEMERINTAH KOTA UJI', 'KELURAHAN UJI'],
    alamat: 'Jalan Uji 1',
    telepon: null,
    logo: null,
  },
  isi,
  kaki: 'Nomor 1',
  ...lain,
})

const tabel = (n: number): Blok => ({
  blok: 'tabel',
  kolom: [
    { judul: 'No', lebar: 24, rata: 'tengah' },
    { judul: 'Nama', lebar: '*' },
    { judul: 'Paraf', lebar: 80 },
  ],
  baris: Array.from({ length: n }, (_, i) => [String(i + 1), `WARGA UJI ${i}`, '']),
  tinggi: 22,
})

/** Pages of a PDF by their own count, and the size of the first, points. */
function lembar(pdf: Buffer): { banyak: number; ukuran: number[] } {
  const text = pdf.toString('latin1')
  const kotak = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)
  return {
    banyak: (text.match(/\/Type \/Page\b(?!s)/g) ?? []).length,
    ukuran: [Number(kotak?.[1]), Number(kotak?.[2])].map(Math.round),
  }
}

const semua: readonly Blok[] = [
  { blok: 'judul', teks: 'Surat keterangan', nomor: '1/SKT/2018' },
  { blok: 'paragraf', teks: 'Yang bertanda tangan di bawah ini menerangkan:', menjorok: true },
  {
    blok: 'rincian',
    isi: [
      ['Nama', 'WARGA UJI'],
      ['Alamat', 'Jalan Uji é ñ – “kutip”'],
    ],
  },
  { blok: 'centang', teks: 'layak', isi: true },
  { blok: 'centang', teks: 'tidak layak', isi: false },
  tabel(3),
  { blok: 'jarak', tinggi: 6 },
  {
    blok: 'penutup',
    qr: {
      isi: 'https://siks.contoh.id/d/00000000-0000-4000-8000-000000000000',
      teks: ['Periksa di', 'siks.contoh.id'],
    },
    tandaTangan: [
      { tempatTanggal: 'Uji, 24 Juli 2018', jabatan: 'Lurah', nama: null, keterangan: [] },
    ],
  },
]

test('a paper of every block is one page of A4, and the same data give the same bytes', async () => {
  const pdf = await cetak(surat(semua))
  expect(lembar(pdf)).toEqual({ banyak: 1, ukuran: [595, 842] })
  expect((await cetak(surat(semua))).equals(pdf)).toBe(true)
  // Fonts lie in the file, and our own papers pass our own inspection.
  expect(pdf.toString('latin1')).toContain('/FontFile2')
  expect(periksaPdf(pdf)).toBeNull()
})

test('a long list goes on over pages of F4, turned', async () => {
  const pdf = await cetak(surat([tabel(60)], { kertas: 'F4', mendatar: true, kop: null }))
  const { banyak, ukuran } = lembar(pdf)
  expect(ukuran).toEqual([935, 609])
  expect(banyak).toBeGreaterThanOrEqual(3)
})

test('one that takes too long is given up, and the next is printed all the same', async () => {
  await expect(cetak(surat([tabel(4000)]), { waktu: 150, memori: 256 })).rejects.toThrow(
    'could not be printed',
  )
  expect(lembar(await cetak(surat([])))).toMatchObject({ banyak: 1 })
})

test('a text of a letter is never a file or an address to read', async () => {
  const logo = new Uint8Array(Buffer.from('/etc/passwd'))
  const kop = { baris: ['X'], alamat: null, telepon: null, logo }
  await expect(cetak(surat([], { kop }))).rejects.toThrow('not laid out')
})
