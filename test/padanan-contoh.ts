/** A small model and made people, for the tests of matching. */
import { type ModelPadanan, skemaModel } from '#domain/padanan/model.ts'
import { utf8 } from '#domain/padanan/nilai.ts'
import { PenyusunTabel } from '#domain/padanan/susun.ts'
import type { Tabel } from '#domain/padanan/tabel.ts'

const label = { id: 'x', en: 'x' }
export const model: ModelPadanan = skemaModel.parse({
  judul: label,
  sumber: 'uji',
  berlaku: { dari: '2018-01-01', sampai: null },
  kolom: [
    { nama: 'nik', jenis: 'nomor', panjang: 16 },
    { nama: 'nama', jenis: 'kata', kamus: 'nama' },
    { nama: 'lahir', jenis: 'tanggal' },
    { nama: 'desa', jenis: 'kode' },
  ],
  kamus: { nama: { buang: ['H', 'HJ'], setara: [['MUHAMMAD', 'MOH']], ejaan: [['OE', 'U']] } },
  banding: [
    {
      nama: 'nik',
      label,
      kolom: ['nik'],
      tingkat: [
        { label, syarat: 'nik sama' },
        { label, syarat: 'nik satu_salah' },
      ],
    },
    {
      nama: 'nama',
      label,
      kolom: ['nama'],
      tingkat: [
        { label, syarat: 'nama sama', frekuensi: 'nama' },
        { label, syarat: 'nama urutan', frekuensi: 'nama' },
        { label, syarat: 'nama sebagian' },
        { label, syarat: 'nama mirip' },
        { label, syarat: 'nama satu_kata' },
      ],
    },
    {
      nama: 'lahir',
      label,
      kolom: ['lahir'],
      tingkat: [
        { label, syarat: 'lahir sama' },
        { label, syarat: 'lahir tertukar' },
        { label, syarat: 'lahir awal_tahun' },
        { label, syarat: 'lahir dua_bagian' },
        { label, syarat: 'lahir tahun' },
      ],
    },
    { nama: 'desa', label, kolom: ['desa'], tingkat: [{ label, syarat: 'desa sama' }] },
  ],
  blok: [['nik'], ['lahir', 'nama:bunyi'], ['nama:urutan', 'desa'], ['nama:kata', 'lahir:tahun']],
  pecah: ['desa'],
  blok_terbesar: 50,
  ambang: { padan: 0.5, periksa: 0.1 },
})

export type Baris = readonly [nik: string, nama: string, lahir: string, desa: string]

export const tabelDari = (baris: readonly Baris[]): Tabel => susun(baris).tabel()

export function susun(baris: readonly Baris[]): PenyusunTabel {
  const penyusun = new PenyusunTabel(model, 4)
  for (const satu of baris) {
    penyusun.baris()
    for (const [i, teks] of satu.entries()) {
      const bita = utf8(teks)
      penyusun.sel(i, bita, 0, bita.length)
    }
  }
  return penyusun
}

/** Two hundred people, three records each, every third with an error. */
export function orang(): { baris: Baris[]; benar: number[] } {
  const depan = ['SITI', 'BUDI', 'RATNA', 'JOKO', 'AGUS', 'DEWI', 'INDRA', 'MAYA', 'HASAN', 'NURUL']
  const belakang = [
    'AMINAH',
    'SANTOSO',
    'WIJAYA',
    'LESTARI',
    'HIDAYAT',
    'PUTRI',
    'SETIAWAN',
    'RAHMAN',
  ]
  const baris: Baris[] = []
  const benar: number[] = []
  for (let i = 0; i < 200; i++) {
    const nama = `${depan[i % 10]} ${belakang[(i * 7) % 8]}`
    const lahir = `19${50 + (i % 45)}-0${1 + (i % 9)}-${10 + (i % 17)}`
    const nomor = `99740101018${String(10000 + i * 17).padStart(5, '0')}`
    const desa = `64740110${10 + (i % 6)}`
    baris.push(
      [nomor, nama, lahir, desa],
      [i % 3 ? nomor : '', nama, lahir, desa],
      [nomor, `${nama}H`, lahir, desa],
    )
    benar.push(i, i, i)
  }
  return { baris, benar }
}
