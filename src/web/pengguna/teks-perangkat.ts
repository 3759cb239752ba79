/** Texts of pairing the phones of officers. */
import { teks } from '#ui/bahasa.ts'

export const teksPerangkat = teks('perangkat', {
  id: {
    judul: 'Perangkat petugas',
    petugas: 'Ketua RT dan petugas kunjungan',
    petugasIsi:
      'Mereka masuk dengan ponsel yang dipasangkan di sini dan PIN. Pastikan pemiliknya hadir dan ponselnya milik sendiri.',
    nama: 'Nama',
    peran: 'Peran',
    wilayah: 'Wilayah',
    ponsel: 'Ponsel terpasang',
    tindakan: 'Tindakan',
    belumAda: 'Belum ada',
    kosong: 'Belum ada petugas yang memakai ponsel',
    kosongIsi:
      'Ketua RT dan petugas kunjungan di wilayah kerja Anda tampil di sini setelah mendapat penugasan.',
    pasangkan: 'Pasangkan ponsel',
    pasangkanUntuk: 'Pasangkan ponsel {{nama}}',
    terakhirDipakai: 'terakhir dipakai {{tanggal}}',
    dipasangPada: 'dipasang {{tanggal}}',
    cabut: 'Cabut',
    cabutIni: 'Cabut ponsel {{nama}}',
    cabutJudul: 'Cabut ponsel',
    cabutIsi:
      'Ponsel “{{nama}}” milik {{pemilik}} tidak dapat dipakai masuk lagi, dan sesinya berakhir seketika.',
    judulQr: 'Pasangkan ponsel {{nama}}',
    pindai:
      'Minta {{nama}} memindai kode ini dengan kamera ponselnya, lalu membuat PIN sendiri. Jangan membacakan PIN.',
    labelQr: 'Kode QR untuk memasangkan ponsel {{nama}}',
    berlakuLagi: 'Berlaku {{sisa}} lagi, satu kali pakai',
    ketikTautan: 'Kamera tidak membaca? Buka alamat ini di ponsel itu:',
    kodeHabis: 'Waktu kode ini habis. Tampilkan kode baru bila pemiliknya masih di sini.',
    kodeBaru: 'Tampilkan kode baru',
    sudahTerpasang: 'Ponsel {{nama}} sudah terpasang.',
    selesai: 'Selesai',
    tutup: 'Tutup',
  },
  en: {
    judul: 'Officers’ devices',
    petugas: 'Heads of neighbourhoods and field officers',
    petugasIsi:
      'They sign in by a phone paired here and a PIN. Make sure that the owner is present and the phone is their own.',
    nama: 'Name',
    peran: 'Role',
    wilayah: 'Area',
    ponsel: 'Paired phones',
    tindakan: 'Action',
    belumAda: 'None yet',
    kosong: 'No officer uses a phone yet',
    kosongIsi:
      'Heads of neighbourhoods and field officers of your area appear here once they are assigned.',
    pasangkan: 'Pair a phone',
    pasangkanUntuk: 'Pair the phone of {{nama}}',
    terakhirDipakai: 'last used {{tanggal}}',
    dipasangPada: 'paired {{tanggal}}',
    cabut: 'Remove',
    cabutIni: 'Remove the phone {{nama}}',
    cabutJudul: 'Remove a phone',
    cabutIsi:
      'The phone “{{nama}}” of {{pemilik}} can then no longer sign in, and its sessions end at once.',
    judulQr: 'Pair the phone of {{nama}}',
    pindai:
      'Ask {{nama}} to scan this code with the camera of the phone, then to set a PIN of their own. The PIN is not read out.',
    labelQr: 'QR code that pairs the phone of {{nama}}',
    berlakuLagi: 'Holds for {{sisa}} more, works once',
    ketikTautan: 'The camera does not read it? Open this address on that phone:',
    kodeHabis: 'The time of this code is over. Show a new one if the owner is still here.',
    kodeBaru: 'Show a new code',
    sudahTerpasang: 'The phone of {{nama}} is paired.',
    selesai: 'Done',
    tutup: 'Close',
  },
})
