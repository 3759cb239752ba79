/** Texts of one-time links: invitation, reset, pairing a phone. */
import { teks } from '#ui/bahasa.ts'

export const teksTautan = teks('tautan', {
  id: {
    judul: 'Selamat datang',
    isi: 'Anda diundang ke SIKS-NG. Periksa nama Anda, lalu pilih kata sandi yang hanya Anda ketahui. Tautan ini berlaku sampai {{sampai}} dan hanya sekali pakai.',
    judulReset: 'Pilih kata sandi baru',
    isiReset:
      'Admin kantor Anda memulai penggantian. Kata sandi dan bukti kedua yang lama berhenti berlaku setelah Anda menyimpan. Tautan ini berlaku sampai {{sampai}}.',
    nama: 'Nama',
    username: 'Nama pengguna',
    simpanSandi: 'Simpan kata sandi dan lanjut',
    sesudahKuat: 'Sesudah ini Anda memasang bukti kedua: aplikasi autentikator atau passkey.',
    sesudahPerangkat: 'Sesudah ini Anda memasang passkey, atau ponsel dipasangkan di kantor.',
    judulPasang: 'Pasangkan ponsel ini',
    isiPasang:
      'Ponsel ini akan menjadi kunci masuk {{nama}}. Buat PIN enam angka; setiap kali masuk cukup ponsel ini dan PIN.',
    namaPonsel: 'Nama ponsel',
    buatPin: 'Buat PIN',
    ulangPin: 'Ketik PIN sekali lagi',
    pinBeda: 'Kedua PIN tidak sama. Mulai lagi dari PIN pertama.',
    pinIsi:
      'Jangan pakai tanggal lahir atau angka berurutan. Bila ponsel hilang, segera beri tahu kelurahan agar dicabut.',
    lanjut: 'Lanjut',
    pasangkan: 'Pasangkan dan masuk',
    tanpaTls:
      'Halaman ini harus dibuka lewat alamat aman (https). Minta operator memeriksa alamat pada kode QR.',
  },
  en: {
    judul: 'Welcome',
    isi: 'You are invited to SIKS-NG. Check your name, then choose a password that only you know. This link holds until {{sampai}} and works once.',
    judulReset: 'Choose a new password',
    isiReset:
      'The administrator of your office started a reset. The former password and second proof end once you save. This link holds until {{sampai}}.',
    nama: 'Name',
    username: 'User name',
    simpanSandi: 'Save the password and go on',
    sesudahKuat: 'Next you set up a second proof: an authenticator app or a passkey.',
    sesudahPerangkat: 'Next you set up a passkey, or have your phone paired at the office.',
    judulPasang: 'Pair this phone',
    isiPasang:
      'This phone becomes the key of {{nama}}. Set a PIN of six digits; from then on this phone and the PIN are all it takes.',
    namaPonsel: 'Name of the phone',
    buatPin: 'Set a PIN',
    ulangPin: 'Type the PIN once more',
    pinBeda: 'The two PINs differ. Begin again with the first.',
    pinIsi:
      'Use no birthday and no sequence. If the phone is lost, tell the village office at once so that it is removed.',
    lanjut: 'Continue',
    pasangkan: 'Pair and sign in',
    tanpaTls:
      'This page must be opened at a secure address (https). Ask the operator to check the address of the QR code.',
  },
})
