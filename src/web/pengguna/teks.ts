/** Texts of sign-in. */
import { teks } from '#ui/bahasa.ts'

export const teksPengguna = teks('pengguna', {
  id: {
    judul: 'Masuk',
    slogan: 'Siapa menerima bantuan, dengan nama dan alamat, dan mengapa.',
    namaPengguna: 'Nama pengguna',
    kataSandi: 'Kata sandi',
    masuk: 'Masuk',
    tampilkan: 'Tampilkan kata sandi',
    perluNama: 'Isi nama pengguna Anda.',
    perluSandi: 'Isi kata sandi Anda.',
    salah:
      'Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi.',
    seringkali: 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.',
    gagal: 'Belum dapat masuk. Periksa sambungan Anda, lalu coba lagi.',
    akunContoh: 'Akun contoh',
    akunContohIsi: 'Ini data contoh: semua orang rekaan. Pilih satu akun untuk mencoba.',
    sesiBerakhir: 'Sesi berakhir',
    sesiBerakhirIsi: 'Masuk lagi untuk meneruskan. Isian di halaman ini tidak hilang.',
    versi: 'Versi {{versi}}',
    akunPribadi:
      'Akun ini milik Anda pribadi. Setiap pembukaan data warga tercatat atas nama Anda.',
  },
  en: {
    judul: 'Sign in',
    slogan: 'Who receives social aid, by name and by address, and why.',
    namaPengguna: 'User name',
    kataSandi: 'Password',
    masuk: 'Sign in',
    tampilkan: 'Show password',
    perluNama: 'Enter your user name.',
    perluSandi: 'Enter your password.',
    salah: 'User name or password do not match. Check capital letters and try again.',
    seringkali: 'Too many attempts. Wait a minute and try again.',
    gagal: 'You could not be signed in. Check your connection and try again.',
    akunContoh: 'Sample accounts',
    akunContohIsi: 'This is sample data: everyone is invented. Choose an account to try.',
    sesiBerakhir: 'Your session has ended',
    sesiBerakhirIsi: 'Sign in again to go on. What you typed on this page is kept.',
    versi: 'Version {{versi}}',
    akunPribadi: 'This account is yours alone. Every record you open is logged under your name.',
  },
})
