/**
 * The one catalogue of expected failures: code -> HTTP status and a text in both languages that
 * says what is wrong and what to do. Texts may hold `{details}`, never personal data.
 */
import type { Label } from '#domain/label.ts'
import type { Benturan } from '#domain/versi/benturan.ts'
import { masalahBukti } from './problems/bukti.ts'
import { masalahDokumen } from './problems/dokumen.ts'
import { type Entry, entry } from './problems/entry.ts'
import { masalahGabungKontrak } from './problems/gabung.ts'
import { masalahJejak } from './problems/jejak.ts'
import { masalahKalender } from './problems/kalender.ts'
import { masalahKeadaanKhusus } from './problems/keadaan-khusus.ts'
import { masalahKeberatan } from './problems/keberatan.ts'
import { masalahKepercayaan } from './problems/kepercayaan.ts'
import { masalahKiriman } from './problems/kiriman.ts'
import { masalahKunjungan } from './problems/kunjungan.ts'
import { masalahKuota } from './problems/kuota.ts'
import { masalahMasuk } from './problems/masuk.ts'
import { masalahMusyawarah } from './problems/musyawarah.ts'
import { masalahPadanan } from './problems/padanan.ts'
import { masalahPemekaran } from './problems/pemekaran.ts'
import { masalahPengaman } from './problems/pengaman.ts'
import { masalahPengguna } from './problems/pengguna.ts'
import { masalahPermintaan } from './problems/permintaan.ts'
import { masalahPindah } from './problems/pindah.ts'
import { masalahRekap } from './problems/rekap.ts'
import { masalahTanpaNik } from './problems/tanpa-nik.ts'
import { masalahUsulan } from './problems/usulan.ts'

export const problems = {
  ...masalahMasuk,
  ...masalahKunjungan,
  ...masalahPadanan,
  ...masalahPemekaran,
  ...masalahPengaman,
  ...masalahPengguna,
  ...masalahJejak,
  ...masalahKalender,
  ...masalahMusyawarah,
  ...masalahPermintaan,
  ...masalahRekap,
  ...masalahKeadaanKhusus,
  ...masalahPindah,
  ...masalahTanpaNik,
  ...masalahUsulan,
  ...masalahBukti,
  ...masalahDokumen,
  ...masalahGabungKontrak,
  ...masalahKeberatan,
  ...masalahKepercayaan,
  ...masalahKiriman,
  ...masalahKuota,
  'masuk.perlu': entry(
    401,
    'Anda belum masuk atau sesi telah berakhir.',
    'You are not signed in, or your session has ended.',
    'Masuk lagi; isian Anda tetap tersimpan di halaman ini.',
    'Sign in again; what you typed stays on this page.',
  ),
  'izin.kurang': entry(
    403,
    'Peran Anda tidak boleh melakukan ini.',
    'Your role may not do this.',
    'Minta orang yang berperan sesuai di kantor Anda untuk melakukannya.',
    'Ask a person of the right role in your office to do it.',
  ),
  'izin.tanpa_peran': entry(
    403,
    'Akun Anda belum atau tidak lagi memegang peran.',
    'Your account holds no role now.',
    'Hubungi admin kantor Anda untuk penugasan dengan surat.',
    'Ask the administrator of your office for an assignment by letter.',
  ),
  'isian.salah': entry(
    400,
    'Isian tidak sesuai: {kolom}.',
    'The input does not fit: {kolom}.',
    'Perbaiki isian itu lalu kirim lagi.',
    'Correct it and send again.',
  ),
  'permintaan.asal_asing': entry(
    403,
    'Permintaan ini datang dari situs lain.',
    'This request comes from another site.',
    'Buka aplikasi ini langsung dari alamatnya.',
    'Open this application at its own address.',
  ),
  'tidak.ada': entry(
    404,
    'Data tidak ditemukan di wilayah kerja Anda.',
    'Not found in your area.',
    'Periksa alamatnya, atau cari lagi dari daftar.',
    'Check the address, or look it up in the list again.',
  ),
  'perintah.tanpa_nomor': entry(
    400,
    'Perintah tanpa nomor (UUID) pada kepala Idempotency-Key.',
    'The command has no id (UUID) in the header Idempotency-Key.',
    'Muat ulang halaman lalu coba lagi.',
    'Reload the page and try again.',
  ),
  'perintah.nomor_dipakai': entry(
    409,
    'Nomor perintah ini sudah dipakai untuk isian lain.',
    'This command id was used with other input.',
    'Muat ulang halaman lalu coba lagi.',
    'Reload the page and try again.',
  ),
  'perintah.kedaluwarsa': entry(
    409,
    'Nomor perintah ini lebih lama dari {hari} hari, dan tidak dijalankan.',
    'This command id is older than {hari} days, and was not carried out.',
    'Periksa apakah perubahannya sudah tercatat; bila belum, isi dan kirim sekali lagi.',
    'Look whether the change was recorded; if it was not, enter it and send it anew.',
  ),
  'perintah.mendahului': entry(
    409,
    'Nomor perintah ini berasal dari waktu yang akan datang.',
    'This command id comes from the future.',
    'Perbaiki tanggal dan jam perangkat Anda, muat ulang halaman, lalu kirim lagi.',
    'Correct the date and time of your device, reload the page, and send again.',
  ),
  'versi.berubah': entry(
    409,
    'Data sudah diubah orang lain sejak Anda membukanya.',
    'The record was changed by somebody else since you opened it.',
    'Bandingkan kedua isian, lalu pilih mana yang berlaku.',
    'Compare the two, then choose which one holds.',
  ),
  'kelayakan.tanggal_mendatang': entry(
    400,
    'Tanggal penilaian belum tiba.',
    'The day of the finding lies in the future.',
    'Isi tanggal pemeriksaan yang sebenarnya.',
    'Give the day on which it was really found.',
  ),
  'kelayakan.tanggal_mundur': entry(
    409,
    'Sudah ada penilaian dengan tanggal yang lebih baru.',
    'There is a finding of a later day.',
    'Lihat riwayat kelayakan; isi tanggal yang tidak lebih lama.',
    'Look at the history of eligibility; give a day that is not earlier.',
  ),
  'berkas.terlalu_besar': entry(
    413,
    'Berkas terlalu besar (paling besar {maks} MB).',
    'The file is too large (at most {maks} MB).',
    'Bagi berkas menurut kelurahan atau kecamatan, atau kirim sebagai CSV.',
    'Split it by village or district, or send it as CSV.',
  ),
  'berkas.kosong': entry(
    400,
    'Tidak ada berkas yang diterima.',
    'No file was received.',
    'Pilih berkas xlsx atau CSV lalu kirim lagi.',
    'Choose an xlsx or CSV file and send again.',
  ),
  'pekerjaan.sudah_selesai': entry(
    409,
    'Pekerjaan ini sudah selesai atau sudah dibatalkan.',
    'This work has already ended.',
    'Muat ulang halaman untuk melihat hasilnya.',
    'Reload the page to see its result.',
  ),
  'terlalu.sering': entry(
    429,
    'Terlalu banyak percobaan.',
    'Too many attempts.',
    'Tunggu {detik} detik lalu coba lagi.',
    'Wait {detik} seconds and try again.',
  ),
  'peringkat.model_tidak_ada': entry(
    400,
    'Model pemeringkatan {model} tidak ada.',
    'There is no ranking model {model}.',
    'Pilih model dari daftar.',
    'Choose a model from the list.',
  ),
  'peringkat.sedang_disiapkan': entry(
    409,
    'Pemeringkatan wilayah dan periode ini sedang dikerjakan.',
    'A ranking of this area and period is being computed.',
    'Tunggu sampai selesai; kemajuannya ada di halaman Peringkat.',
    'Wait until it has ended; its progress is on the page of rankings.',
  ),
  'peringkat.belum_selesai': entry(
    409,
    'Pemeringkatan ini belum selesai.',
    'This ranking has not ended.',
    'Tunggu sampai selesai, lalu buka lagi.',
    'Wait until it has ended, then open it again.',
  ),
  'peringkat.tanpa_keluarga': entry(
    409,
    'Tidak ada keluarga aktif di wilayah ini.',
    'There is no active family in this area.',
    'Impor atau daftarkan keluarga lebih dahulu.',
    'Import or register families first.',
  ),
  'sistem.galat': entry(
    500,
    'Terjadi kesalahan pada sistem. Nomor laporan: {laporan}.',
    'The system failed. Report number: {laporan}.',
    'Coba lagi; bila tetap gagal, sampaikan nomor laporan itu.',
    'Try again; if it fails again, pass on that number.',
  ),
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof problems

export type Problem = {
  readonly code: ProblemCode
  readonly details?: Readonly<Record<string, string | number>>
  /** Of `versi.berubah`: both values of each record that another person changed meanwhile. */
  readonly benturan?: readonly Benturan[]
}

export const problem = (
  code: ProblemCode,
  details?: Readonly<Record<string, string | number>>,
): Problem => (details ? { code, details } : { code })

/** Somebody else changed these records since they were opened: what was sent beside what stands. */
export const versiBerubah = (...benturan: readonly Benturan[]): Problem => ({
  code: 'versi.berubah',
  benturan,
})

/** The text of a problem with its details filled in. */
export function problemText(p: Problem): { title: Label; remedy: Label; status: number } {
  const { status, title, remedy } = problems[p.code]
  return { status, title: fill(title, p.details), remedy: fill(remedy, p.details) }
}

/** Replaces each `{name}` by its detail; an unknown name stays as it is. */
export function fill(label: Label, details: Problem['details'] = {}): Label {
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole))
  return { id: put(label.id), en: put(label.en) }
}
