/** Expected failures of matching. */
import { type Entry, entry } from './entry.ts'

export const masalahPadanan = {
  'padanan.wilayah_sempit': entry(
    400,
    'Pemadanan dijalankan untuk satu kabupaten/kota atau lebih.',
    'Matching runs over a kab/kota or more.',
    'Pilih kabupaten/kota; kecamatan dan desa ikut di dalamnya.',
    'Choose a kab/kota; its kecamatan and villages are within it.',
  ),
  'padanan.model_tidak_ada': entry(
    400,
    'Model {model} tidak ada.',
    'There is no model {model}.',
    'Pilih model dari daftar.',
    'Choose a model from the list.',
  ),
  'padanan.sumber_salah': entry(
    400,
    'Sumber dipilih hanya untuk memadankan sumber dengan registri.',
    'A source is chosen only where a source is matched against the registry.',
    'Pilih sumbernya, atau pilih kembar di dalam registri.',
    'Choose the source, or choose doubles inside the registry.',
  ),
  'padanan.sumber_kosong': entry(
    409,
    'Sumber ini belum berisi orang di wilayah itu.',
    'This source holds nobody of that area yet.',
    'Impor berkas sumbernya lebih dahulu.',
    'Import a file of the source first.',
  ),
  'padanan.registri_kosong': entry(
    409,
    'Registri belum berisi orang di wilayah itu.',
    'The registry holds nobody of that area yet.',
    'Impor data keluarga lebih dahulu, atau pilih wilayah lain.',
    'Import families first, or choose another area.',
  ),
  'padanan.sedang_berjalan': entry(
    409,
    'Pemadanan yang sama sedang berjalan di wilayah ini.',
    'The same matching is running in this area.',
    'Tunggu sampai selesai, atau batalkan yang sedang berjalan.',
    'Wait for it to end, or cancel the one that runs.',
  ),
  'padanan.belum_penuh': entry(
    409,
    'Belum ada pemadanan penuh yang selesai di wilayah ini.',
    'No whole matching of this area has finished yet.',
    'Jalankan pemadanan penuh lebih dahulu; sesudah itu cukup yang berubah.',
    'Run a whole matching first; after that what changed will do.',
  ),
  'padanan.berubah': entry(
    409,
    'Pasangan ini sudah diputus orang lain, atau dipadankan ulang sejak dibuka.',
    'This pair was decided by somebody else, or matched again, since it was opened.',
    'Muat ulang halaman, lalu lihat keadaannya.',
    'Reload the page and look where it stands.',
  ),
  'padanan.sudah_berakhir': entry(
    409,
    'Pemadanan ini sudah berakhir.',
    'This matching has ended.',
    'Muat ulang halaman untuk melihat hasilnya.',
    'Reload the page to see its result.',
  ),
} as const satisfies Record<string, Entry>
