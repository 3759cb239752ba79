/** Expected failures of requests that never reach an operation: wrong method, wrong or broken body. */
import { entry } from './entry.ts'

export const masalahPermintaan = {
  'permintaan.cara_salah': entry(
    405,
    'Alamat ini tidak melayani cara {cara}.',
    'This address does not answer {cara}.',
    'Gunakan {boleh}; lihat /api/docs.',
    'Use {boleh}; see /api/docs.',
  ),
  'permintaan.jenis_isi': entry(
    415,
    'Jenis isi permintaan ini tidak dikenal.',
    'The type of the request body is not known here.',
    'Kirim application/json, atau multipart/form-data untuk berkas.',
    'Send application/json, or multipart/form-data for a file.',
  ),
  'permintaan.bukan_json': entry(
    400,
    'Isi permintaan bukan JSON yang utuh.',
    'The request body is not well-formed JSON.',
    'Muat ulang halaman lalu kirim lagi.',
    'Reload the page and send again.',
  ),
  'permintaan.terlalu_besar': entry(
    413,
    'Isi permintaan terlalu besar (paling besar {maks} MB).',
    'The request body is too large (at most {maks} MB).',
    'Kirim dalam beberapa bagian.',
    'Send it in several parts.',
  ),
  'permintaan.kepala_besar': entry(
    431,
    'Kepala permintaan terlalu besar.',
    'The headers of the request are too large.',
    'Hapus kuki situs ini di peramban Anda, lalu buka lagi.',
    'Delete the cookies of this site in your browser, then open it again.',
  ),
  'permintaan.lambat': entry(
    408,
    'Permintaan tidak selesai dikirim tepat waktu.',
    'The request did not arrive in time.',
    'Periksa sambungan internet Anda, lalu coba lagi.',
    'Check your internet connection, then try again.',
  ),
  'permintaan.rusak': entry(
    400,
    'Permintaan ini tidak dapat dibaca.',
    'This request cannot be read.',
    'Muat ulang halaman lalu coba lagi.',
    'Reload the page and try again.',
  ),
  'berkas.rusak': entry(
    400,
    'Kiriman berkas terputus atau tidak utuh.',
    'The upload broke off or is not whole.',
    'Periksa sambungan internet Anda, lalu kirim lagi satu berkas.',
    'Check your internet connection, then send one file again.',
  ),
} as const
