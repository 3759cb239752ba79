/**
 * The catalogue of what can be found in a row: code -> gravity, cause and remedy in both languages.
 * `salah` holds the row back, `perlu_dicek` keeps and flags it, `catatan` only tells.
 */
import type { Label } from '../label.ts'
import { temuanLuar } from './temuan-luar.ts'
import { temuanSumber } from './temuan-sumber.ts'

export const tingkatTemuan = ['salah', 'perlu_dicek', 'catatan'] as const
export type TingkatTemuan = (typeof tingkatTemuan)[number]

type Entry = { readonly tingkat: TingkatTemuan; readonly sebab: Label; readonly perbaikan: Label }

const entry = (tingkat: TingkatTemuan, sebab: Label, perbaikan: Label): Entry => ({
  tingkat,
  sebab,
  perbaikan,
})
const l = (id: string, en: string): Label => ({ id, en })

const fixInFile = l(
  'Perbaiki sel itu di halaman ini atau di berkas, lalu coba lagi.',
  'Correct the cell on this page or in the file, then try again.',
)
const askFamily = l(
  'Tanyakan kepada keluarga atau periksa KTP/KK, lalu perbarui datanya.',
  'Ask the family or look at the identity or family card, then update the record.',
)
const retypeNik = l(
  'Ketik ulang nomor itu dari KTP/KK dengan format sel Teks.',
  'Type the number again from the card, into a cell formatted as Text.',
)
const chooseCode = l(
  'Isi dengan kode yang ada pada daftar; jawaban ini dianggap belum ditanyakan.',
  'Use a code of the list; this answer counts as not asked.',
)

export const temuan = {
  // Rows that cannot be placed: held back.
  nama_kosong: entry('salah', l('Nama tidak diisi.', 'The name is empty.'), fixInFile),
  kunci_kosong: entry(
    'salah',
    l(
      'Nomor pengenal rumah tangga atau keluarga tidak diisi.',
      'The key of the household or family is empty.',
    ),
    fixInFile,
  ),
  kunci_ganda_dalam_berkas: entry(
    'salah',
    l(
      'Nomor pengenal ini sudah dipakai baris {baris} pada berkas yang sama.',
      'This key is already used by row {baris} of the same file.',
    ),
    l(
      'Beri nomor urut yang benar, atau buang baris yang berulang.',
      'Give it the right number, or drop the repeated row.',
    ),
  ),
  wilayah_belum_dikenal: entry(
    'salah',
    l('Wilayah belum dikenal.', 'The region is not known.'),
    l(
      'Jawab sekali pada daftar pertanyaan; jawabannya berlaku untuk semua baris dengan tulisan yang sama.',
      'Answer once in the list of questions; it holds for all rows with the same writing.',
    ),
  ),
  wilayah_di_luar_cakupan: entry(
    'salah',
    l(
      'Wilayah baris ini di luar wilayah kerja pengunggah.',
      "The row's region lies outside the uploader's area.",
    ),
    l(
      'Kirim baris ini kepada petugas wilayah itu.',
      'Send this row to the officer of that region.',
    ),
  ),
  kunci_rusak_excel: entry(
    'salah',
    l(
      'Nomor pengenal rusak oleh Excel: disimpan sebagai bilangan sehingga angka terakhirnya hilang.',
      'The key was broken by Excel: kept as a number, its last digits are lost.',
    ),
    l(
      'Ambil berkas aslinya, atau ketik ulang nomor itu dengan format sel Teks.',
      'Take the original file, or type the number again into a cell formatted as Text.',
    ),
  ),
  ruta_tidak_ada: entry(
    'salah',
    l(
      'Rumah tangga atau keluarga dari anggota ini tidak ada pada berkas maupun registri.',
      "This member's household or family is neither in the file nor in the registry.",
    ),
    l(
      'Tambahkan baris rumah tangganya, atau perbaiki nomor pengenalnya.',
      'Add the row of the household, or correct its key.',
    ),
  ),
  ruta_ditangguhkan: entry(
    'salah',
    l(
      'Baris rumah tangga dari anggota ini ditangguhkan.',
      "The row of this member's household is held back.",
    ),
    l(
      'Selesaikan dahulu baris rumah tangganya; baris ini ikut dicoba lagi.',
      'Settle the row of the household first; this one is then tried again.',
    ),
  ),
  jumlah_kolom_berbeda: entry(
    'salah',
    l(
      'Jumlah kolom baris ini berbeda dari judul, isinya mungkin bergeser.',
      'The row has another number of columns than the header; its values may have shifted.',
    ),
    l(
      'Periksa tanda pemisah atau tanda kutip pada baris ini.',
      'Check the separators and quotes of this row.',
    ),
  ),
  tanggal_menunggu_jawaban: entry(
    'salah',
    l(
      'Berkas ini mencampur urutan hari-bulan dan bulan-hari; tanggal ini dapat dibaca dua cara.',
      'This file mixes day-month and month-day; this date can be read both ways.',
    ),
    l(
      'Jawab sekali pada daftar pertanyaan, urutan mana yang berlaku.',
      'Answer once in the list of questions which order holds.',
    ),
  ),
  // Identity numbers.
  nik_rusak_excel: entry(
    'perlu_dicek',
    l(
      'NIK rusak oleh Excel: disimpan sebagai bilangan sehingga angka terakhirnya hilang.',
      'NIK broken by Excel: kept as a number, its last digits are lost.',
    ),
    retypeNik,
  ),
  nik_bukan_16_angka: entry(
    'perlu_dicek',
    l('NIK bukan 16 angka; tidak disimpan.', 'The NIK is not 16 digits; it was not kept.'),
    retypeNik,
  ),
  nik_struktur: entry(
    'perlu_dicek',
    l(
      'Susunan NIK mustahil (tanggal atau nomor urut); tidak disimpan.',
      'The make-up of the NIK is impossible (date or serial); it was not kept.',
    ),
    retypeNik,
  ),
  nik_kosong: entry(
    'catatan',
    l('NIK tidak diisi.', 'The NIK is empty.'),
    l(
      'Lengkapi NIK, atau catat alasan belum memilikinya.',
      'Complete it, or record why there is none.',
    ),
  ),
  nik_ganda_dalam_berkas: entry(
    'perlu_dicek',
    l(
      'NIK yang sama dipakai oleh baris lain pada berkas ini.',
      'Another row of this file uses the same NIK.',
    ),
    askFamily,
  ),
  nik_terdaftar_di_keluarga_lain: entry(
    'perlu_dicek',
    l(
      'NIK ini sudah terdaftar pada anggota keluarga lain.',
      'This NIK is already registered with a member of another family.',
    ),
    l(
      'Periksa apakah orangnya sama; bila sama, ajukan pindah atau gabung.',
      'See whether it is the same person; if so, report a move or a merger.',
    ),
  ),
  nik_beda_jenis_kelamin: entry(
    'perlu_dicek',
    l(
      'Jenis kelamin berbeda dari yang tersirat pada NIK.',
      'The sex differs from what the NIK implies.',
    ),
    askFamily,
  ),
  nik_beda_tanggal_lahir: entry(
    'perlu_dicek',
    l(
      'Tanggal lahir berbeda dari yang tersirat pada NIK.',
      'The birth date differs from what the NIK implies.',
    ),
    askFamily,
  ),
  nik_wilayah_tidak_dikenal: entry(
    'catatan',
    l(
      'Kode wilayah di depan NIK tidak dikenal (mungkin kode lama).',
      'The region code of the NIK is not known (perhaps a former one).',
    ),
    askFamily,
  ),
  kk_rusak_excel: entry(
    'perlu_dicek',
    l(
      'Nomor KK rusak oleh Excel: disimpan sebagai bilangan sehingga angka terakhirnya hilang.',
      'Family card number broken by Excel: kept as a number, its last digits are lost.',
    ),
    retypeNik,
  ),
  kk_bukan_16_angka: entry(
    'perlu_dicek',
    l(
      'Nomor KK bukan 16 angka; tidak disimpan.',
      'The family card number is not 16 digits; it was not kept.',
    ),
    retypeNik,
  ),
  kk_struktur: entry(
    'perlu_dicek',
    l(
      'Susunan nomor KK mustahil (wilayah, tanggal terbit atau nomor urut); tetap disimpan.',
      'The make-up of the family card number is impossible (region, date of issue or serial); it was kept.',
    ),
    retypeNik,
  ),
  kk_kosong: entry(
    'catatan',
    l('Nomor KK tidak diisi.', 'The family card number is empty.'),
    askFamily,
  ),
  // Names and relations.
  nama_berisi_angka: entry(
    'perlu_dicek',
    l('Nama berisi angka atau tanda yang tidak lazim.', 'The name holds digits or unusual signs.'),
    askFamily,
  ),
  nama_almarhum: entry(
    'perlu_dicek',
    l('Nama bertanda almarhum/almarhumah.', 'The name is marked as deceased.'),
    l(
      'Bila benar meninggal, laporkan kematiannya dengan tanggal dan bukti.',
      'If the person has died, report it with date and document.',
    ),
  ),
  nama_kepala_kosong: entry(
    'catatan',
    l(
      'Nama kepala rumah tangga tidak diisi; dipakai nama anggota yang berstatus kepala.',
      'The name of the head is empty; the member marked as head is used.',
    ),
    fixInFile,
  ),
  nama_kepala_berbeda: entry(
    'perlu_dicek',
    l(
      'Nama kepala pada kolom rumah tangga berbeda dari anggota yang berstatus kepala.',
      "The head's name in the household column differs from the member marked as head.",
    ),
    askFamily,
  ),
  kepala_lebih_dari_satu: entry(
    'perlu_dicek',
    l(
      'Keluarga ini mempunyai lebih dari satu kepala keluarga.',
      'This family has more than one head.',
    ),
    askFamily,
  ),
  kepala_tidak_ada: entry(
    'perlu_dicek',
    l(
      'Tidak ada anggota yang berstatus kepala keluarga.',
      'No member is marked as head of family.',
    ),
    askFamily,
  ),
  kepala_di_bawah_umur: entry(
    'perlu_dicek',
    l('Kepala keluarga masih anak-anak.', 'The head of family is a child.'),
    askFamily,
  ),
  anak_lebih_tua: entry(
    'perlu_dicek',
    l(
      'Anak lebih tua daripada kepala keluarga, atau sebaya.',
      'The child is as old as the head of family, or older.',
    ),
    askFamily,
  ),
  kawin_di_bawah_umur: entry(
    'perlu_dicek',
    l(
      'Anak di bawah 10 tahun tercatat kawin atau cerai.',
      'A child under 10 is recorded as married or divorced.',
    ),
    askFamily,
  ),
  hamil_pada_laki_laki: entry(
    'perlu_dicek',
    l(
      'Laki-laki tercatat hamil; jawaban hamil tidak dipakai.',
      'A man is recorded as pregnant; that answer is not used.',
    ),
    askFamily,
  ),
  hamil_di_luar_umur: entry(
    'perlu_dicek',
    l('Hamil di luar umur 10–54 tahun.', 'Pregnant outside the ages of 10 to 54.'),
    askFamily,
  ),
  jumlah_anggota_berbeda: entry(
    'perlu_dicek',
    l(
      'Jumlah anggota tertulis {tertulis}, baris anggota {ditemukan}.',
      'Members stated: {tertulis}; rows of members: {ditemukan}.',
    ),
    l(
      'Periksa apakah ada anggota yang tertinggal atau berlebih.',
      'See whether a member is missing or too many.',
    ),
  ),
  ruta_tanpa_anggota: entry(
    'perlu_dicek',
    l(
      'Tidak ada baris anggota untuk rumah tangga atau keluarga ini.',
      'There is no row of a member for this household or family.',
    ),
    l('Tambahkan anggotanya lalu impor lagi.', 'Add its members and import again.'),
  ),
  ruta_isi_berbeda: entry(
    'catatan',
    l(
      'Isian rumah tangga berbeda antarbaris; dipakai baris yang pertama.',
      'Household values differ between rows; those of the first are used.',
    ),
    fixInFile,
  ),
  // Ages and dates.
  umur_di_luar_batas: entry(
    'perlu_dicek',
    l('Umur di luar batas yang mungkin.', 'The age is outside what is possible.'),
    askFamily,
  ),
  umur_beda_tanggal_lahir: entry(
    'perlu_dicek',
    l(
      'Umur tidak sesuai dengan tanggal lahir; dipakai tanggal lahir.',
      'The age does not fit the birth date; the birth date is used.',
    ),
    askFamily,
  ),
  tanggal_tidak_ada: entry(
    'perlu_dicek',
    l(
      'Tanggal itu tidak ada pada kalender; tanggal dikosongkan.',
      'There is no such day in the calendar; the date was left empty.',
    ),
    askFamily,
  ),
  tanggal_tidak_terbaca: entry(
    'perlu_dicek',
    l('Tanggal tidak terbaca; dikosongkan.', 'The date cannot be read; it was left empty.'),
    askFamily,
  ),
  tanggal_dua_arti: entry(
    'perlu_dicek',
    l(
      'Tanggal dapat dibaca dua cara; dibaca hari dahulu.',
      'The date can be read in two ways; it was read day first.',
    ),
    askFamily,
  ),
  tanggal_bulan_dahulu: entry(
    'perlu_dicek',
    l(
      'Tanggal ditulis bulan dahulu; dibaca demikian.',
      'The date is written month first; it was read so.',
    ),
    askFamily,
  ),
  tanggal_hanya_tahun: entry(
    'perlu_dicek',
    l(
      'Hanya tahun lahir yang diisi; tanggal dikosongkan.',
      'Only the year of birth is given; the date was left empty.',
    ),
    askFamily,
  ),
  tanggal_di_masa_depan: entry(
    'perlu_dicek',
    l('Tanggal di masa depan; dikosongkan.', 'The date lies in the future; it was left empty.'),
    askFamily,
  ),
  abad_ditafsirkan: entry(
    'catatan',
    l(
      'Tahun ditulis dua angka; abadnya ditafsirkan.',
      'The year has two digits; its century was inferred.',
    ),
    askFamily,
  ),
  // Codes and numbers.
  kode_tidak_dikenal: entry(
    'perlu_dicek',
    l('Kode tidak ada pada daftar.', 'The code is not in the list.'),
    chooseCode,
  ),
  kode_sisi_salah: entry(
    'perlu_dicek',
    l(
      'Kode milik pertanyaan sebelah (1/2 tertukar dengan 3/4).',
      'The code belongs to the neighbouring question (1/2 mixed up with 3/4).',
    ),
    chooseCode,
  ),
  bit_tidak_mungkin: entry(
    'perlu_dicek',
    l(
      'Jumlah kode tidak mungkin untuk pilihan ganda ini.',
      'The sum of codes is impossible for this multiple choice.',
    ),
    chooseCode,
  ),
  angka_tidak_terbaca: entry(
    'perlu_dicek',
    l('Bukan angka yang terbaca.', 'Not a number that can be read.'),
    fixInFile,
  ),
  angka_di_luar_batas: entry(
    'perlu_dicek',
    l('Angka di luar batas yang mungkin.', 'The number is outside what is possible.'),
    askFamily,
  ),
  persentil_di_luar_batas: entry(
    'perlu_dicek',
    l(
      'Persentil di luar 1 sampai 100; tidak dipakai.',
      'The percentile is outside 1 to 100; it is not used.',
    ),
    fixInFile,
  ),
  koordinat_di_luar_wilayah: entry(
    'perlu_dicek',
    l(
      'Koordinat di luar Indonesia; tidak dipakai.',
      'The coordinates lie outside Indonesia; they are not used.',
    ),
    fixInFile,
  ),
  rt_tidak_terbaca: entry(
    'catatan',
    l('RT tidak terbaca; dikosongkan.', 'The RT cannot be read; it was left empty.'),
    fixInFile,
  ),
  sel_galat: entry(
    'perlu_dicek',
    l(
      'Sel berisi galat rumus (misalnya #REF!).',
      'The cell holds a formula error (such as #REF!).',
    ),
    fixInFile,
  ),
  wilayah_disimpulkan: entry(
    'catatan',
    l(
      'Nama wilayah ditulis lain; dibaca sebagai {nama}.',
      'The region is written differently; it was read as {nama}.',
    ),
    l('Periksa bila bukan wilayah itu yang dimaksud.', 'Look at it if another region was meant.'),
  ),
  // Ranks made elsewhere.
  ...temuanLuar,
  // Rows of sources that stay beside the registry.
  ...temuanSumber,
} as const satisfies Record<string, Entry>

export type KodeTemuan = keyof typeof temuan

/** One finding in one row: the column as headed, the value as it came, the cause. */
export type Temuan = {
  readonly kolom: string | null
  readonly nilai: string | null
  readonly kode: KodeTemuan
  readonly rincian?: Readonly<Record<string, string | number>>
}

export const isKodeTemuan = (kode: string): kode is KodeTemuan => Object.hasOwn(temuan, kode)
