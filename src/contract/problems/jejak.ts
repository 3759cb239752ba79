/** Expected failures around the log: purpose, and writing that stands still. */
import { type Entry, entry } from './entry.ts'

export const masalahJejak = {
  'tujuan.perlu': entry(
    403,
    'Sebutkan dahulu untuk tujuan apa data ini dibuka.',
    'Say first for what purpose this data is opened.',
    'Pilih tujuan di bagian atas halaman, lalu ulangi.',
    'Choose a purpose at the top of the page, then try again.',
  ),
  'tujuan.tidak_dikenal': entry(
    400,
    'Tujuan “{kode}” tidak ada dalam daftar.',
    'The purpose “{kode}” is not in the list.',
    'Pilih tujuan dari daftar di bagian atas halaman.',
    'Choose a purpose from the list at the top of the page.',
  ),
  'jejak.terhenti': entry(
    503,
    'Perubahan data dihentikan sementara: titik periksa jejak belum dapat ditulis di luar basis data.',
    'Changes are stopped for now: checkpoints of the log cannot be written outside the database.',
    'Isian Anda belum tersimpan. Beri tahu pengelola server; coba lagi setelah penyimpanan titik periksa pulih.',
    'Your input was not saved. Tell whoever runs the server; try again when the store of checkpoints works.',
  ),
  'jejak.terlalu_banyak': entry(
    422,
    'Hasilnya lebih dari {paling} catatan.',
    'There are more than {paling} entries.',
    'Persempit masa atau tambah saringan, lalu unduh lagi.',
    'Choose a shorter period or more filters, then download again.',
  ),
} as const satisfies Record<string, Entry>
