/** Words that every page shares: loading, empty, error, paging, confirming. */
import { teks } from '#ui/bahasa.ts'

export const teksUi = teks('ui', {
  id: {
    memuat: 'Memuat…',
    antre: 'menunggu giliran',
    cobaLagi: 'Coba lagi',
    gagal: 'Data belum dapat dimuat',
    gagalIsi: 'Periksa sambungan Anda, lalu coba lagi.',
    nomorLaporan: 'Nomor laporan: {{nomor}}',
    salinNomor: 'Sebutkan nomor ini bila Anda menghubungi admin.',
    kosong: 'Belum ada data',
    total: 'Jumlah',
    muatLagi: 'Tampilkan berikutnya',
    batal: 'Batal',
    tutup: 'Tutup',
    perSelesai: '{{selesai}} dari {{jumlah}} ({{persen}})',
    luring:
      'Sambungan terputus. Yang sudah Anda ketik tidak hilang; halaman menyegarkan diri saat tersambung lagi.',
    pilih: 'Pilih',
    semua: 'Semua',
    wilayah: 'Wilayah',
    periode: 'Periode',
  },
  en: {
    memuat: 'Loading…',
    antre: 'waiting in the queue',
    cobaLagi: 'Try again',
    gagal: 'The data could not be loaded',
    gagalIsi: 'Check your connection, then try again.',
    nomorLaporan: 'Report number: {{nomor}}',
    salinNomor: 'Quote this number when you contact the administrator.',
    kosong: 'Nothing here yet',
    total: 'Total',
    muatLagi: 'Show more',
    batal: 'Cancel',
    tutup: 'Close',
    perSelesai: '{{selesai}} of {{jumlah}} ({{persen}})',
    luring:
      'You are offline. What you typed is kept; the page refreshes once you are connected again.',
    pilih: 'Choose',
    semua: 'All',
    wilayah: 'Area',
    periode: 'Period',
  },
})
