/** The columns of our own workbook that say who and where; the answers come from the dictionary. */
import type { Bidang } from '#domain/impor/peta.ts'
import type { Label } from '#domain/label.ts'

/** Field, header, help, example, marks. */
export type Identitas = readonly [
  Bidang,
  Label,
  Label,
  string | number,
  { wajib?: true; teks?: true }?,
]

const nomorKeluarga: Label = {
  id: 'Diterbitkan aplikasi, jangan diubah. Pilih nomor yang sama untuk anggotanya pada lembar Anggota.',
  en: 'Issued by the application, do not change it. Choose the same number for the members.',
}

/** Sheet Keluarga: address and head. */
export const keluarga: readonly Identitas[] = [
  [
    'kunci_ruta',
    { id: 'Nomor keluarga', en: 'Number of the family' },
    nomorKeluarga,
    'CONTOH-1',
    { wajib: true, teks: true },
  ],
  [
    'kode_wilayah',
    { id: 'Kode kelurahan/desa', en: 'Code of the village' },
    {
      id: '10 angka tanpa titik; boleh kosong bila nama diisi.',
      en: '10 digits without dots; may be empty if the names are given.',
    },
    '6474011001',
    { teks: true },
  ],
  [
    'kecamatan',
    { id: 'Kecamatan', en: 'District' },
    { id: 'Nama kecamatan.', en: 'Name of the district.' },
    'Bontang Selatan',
  ],
  [
    'desa',
    { id: 'Kelurahan/desa', en: 'Village' },
    { id: 'Nama kelurahan atau desa.', en: 'Name of the village.' },
    'Berbas Tengah',
  ],
  ['rt', { id: 'RT', en: 'RT' }, { id: 'Angka, misalnya 7.', en: 'A number, for instance 7.' }, 7],
  ['rw', { id: 'RW', en: 'RW' }, { id: 'Angka, misalnya 2.', en: 'A number, for instance 2.' }, 2],
  [
    'alamat',
    { id: 'Alamat', en: 'Address' },
    { id: 'Jalan, nomor, gang atau dusun.', en: 'Street, number, lane or hamlet.' },
    'Jl. Contoh No. 1',
  ],
  [
    'nomor_kk',
    { id: 'Nomor KK', en: 'Family-card number' },
    { id: '16 angka sebagai teks.', en: '16 digits as text.' },
    '9974010107180001',
    { teks: true },
  ],
  [
    'nama_kepala',
    { id: 'Nama kepala keluarga', en: 'Name of the head' },
    { id: 'Nama lengkap tanpa gelar.', en: 'Full name without titles.' },
    'BUDI CONTOH',
    { wajib: true },
  ],
  [
    'jumlah_anggota',
    { id: 'Jumlah anggota', en: 'Number of members' },
    { id: 'Semua anggota rumah tangga.', en: 'All members of the household.' },
    4,
  ],
  [
    'lintang',
    { id: 'Lintang', en: 'Latitude' },
    { id: 'Derajat desimal; selatan negatif.', en: 'Decimal degrees; south is negative.' },
    '0.1324',
    { teks: true },
  ],
  [
    'bujur',
    { id: 'Bujur', en: 'Longitude' },
    { id: 'Derajat desimal.', en: 'Decimal degrees.' },
    '117.4854',
    { teks: true },
  ],
]

/** Sheet Anggota: who it is. */
export const anggota: readonly Identitas[] = [
  [
    'kunci_ruta',
    { id: 'Nomor keluarga', en: 'Number of the family' },
    nomorKeluarga,
    'CONTOH-1',
    { wajib: true, teks: true },
  ],
  [
    'kunci_anggota',
    { id: 'Nomor anggota', en: 'Number of the member' },
    { id: 'Nomor urut dalam keluarga, mulai 1.', en: 'Number within the family, from 1.' },
    '1',
    { wajib: true, teks: true },
  ],
  [
    'kunci_keluarga',
    { id: 'KK ke- dalam rumah', en: 'Family within the house' },
    {
      id: '1, atau 2, 3 bila beberapa KK serumah.',
      en: '1, or 2, 3 where several families share the house.',
    },
    '1',
    { teks: true },
  ],
  [
    'nomor_kk',
    { id: 'Nomor KK', en: 'Family-card number' },
    {
      id: '16 angka sebagai teks; wajib bila KK kedua dalam rumah.',
      en: '16 digits as text; needed for a second family of the house.',
    },
    '9974010107180001',
    { teks: true },
  ],
  [
    'nama',
    { id: 'Nama anggota', en: 'Name of the member' },
    { id: 'Nama lengkap tanpa gelar.', en: 'Full name without titles.' },
    'BUDI CONTOH',
    { wajib: true },
  ],
  [
    'nik',
    { id: 'NIK', en: 'NIK' },
    {
      id: '16 angka sebagai teks, jangan sebagai angka.',
      en: '16 digits as text, never as a number.',
    },
    '9974011205800001',
    { teks: true },
  ],
  [
    'alasan_tanpa_nik',
    { id: 'Alasan tidak punya NIK', en: 'Reason for having no NIK' },
    { id: 'Hanya bila NIK kosong.', en: 'Only where the NIK is empty.' },
    '',
  ],
  [
    'hubungan',
    { id: 'Hubungan dengan kepala keluarga', en: 'Relation to the head of the family' },
    { id: 'Tepat satu kepala dalam tiap KK.', en: 'Exactly one head in each family.' },
    '1. Kepala keluarga',
  ],
  [
    'hubungan_ruta',
    { id: 'Hubungan dengan kepala rumah tangga', en: 'Relation to the head of the household' },
    {
      id: 'Boleh kosong bila satu KK serumah.',
      en: 'May be empty where one family lives in the house.',
    },
    '1. Kepala keluarga',
  ],
  [
    'jenis_kelamin',
    { id: 'Jenis kelamin', en: 'Sex' },
    { id: 'Laki-laki atau perempuan.', en: 'Male or female.' },
    '1. Laki-laki',
  ],
  [
    'tempat_lahir',
    { id: 'Tempat lahir', en: 'Place of birth' },
    { id: 'Kabupaten atau kota.', en: 'District or city.' },
    'Bontang',
  ],
  [
    'tanggal_lahir',
    { id: 'Tanggal lahir', en: 'Date of birth' },
    {
      id: 'Hari-bulan-tahun, misalnya 12-05-1980.',
      en: 'Day-month-year, for instance 12-05-1980.',
    },
    '12-05-1980',
    { teks: true },
  ],
  [
    'umur',
    { id: 'Umur', en: 'Age' },
    {
      id: 'Tahun; bila tanggal lahir tidak diketahui.',
      en: 'Years; where the birth date is unknown.',
    },
    38,
  ],
  [
    'nama_ibu',
    { id: 'Nama gadis ibu kandung', en: "Mother's maiden name" },
    { id: 'Nama lengkap.', en: 'Full name.' },
    'SITI CONTOH',
  ],
]
