/** What can be found in a row that carries a rank made elsewhere; part of the catalogue of findings. */
import type { Label } from '../label.ts'

type Entry = {
  readonly tingkat: 'salah' | 'perlu_dicek' | 'catatan'
  readonly sebab: Label
  readonly perbaikan: Label
}

const fixInFile: Label = {
  id: 'Perbaiki sel itu di halaman ini atau di berkas, lalu coba lagi.',
  en: 'Correct the cell on this page or in the file, then try again.',
}
const checkNumbers: Label = {
  id: 'Cocokkan NIK dan nomor KK pada baris ini dengan KTP/KK dan dengan registri, lalu coba lagi.',
  en: 'Compare the NIK and the family card number of the row with the cards and the registry, then try again.',
}

export const temuanLuar = {
  keluarga_tidak_dapat_dikenali: {
    tingkat: 'salah',
    sebab: {
      id: 'Tidak ada NIK maupun nomor KK yang dapat dipakai untuk mengenali keluarga.',
      en: 'There is neither a NIK nor a family card number by which to know the family.',
    },
    perbaikan: {
      id: 'Isi NIK salah satu anggota atau nomor KK, 16 angka, dengan format sel Teks.',
      en: 'Give the NIK of a member or the family card number, 16 digits, in a cell formatted as Text.',
    },
  },
  keluarga_tidak_ditemukan: {
    tingkat: 'salah',
    sebab: {
      id: 'Keluarga tidak ditemukan di wilayah kerja pengunggah.',
      en: "The family was not found in the uploader's area.",
    },
    perbaikan: {
      id: 'Periksa nomornya. Bila keluarganya belum terdaftar, daftarkan dahulu, lalu coba lagi baris ini.',
      en: 'Check the number. If the family is not registered, register it first, then try the row again.',
    },
  },
  keluarga_lebih_dari_satu: {
    tingkat: 'salah',
    sebab: {
      id: 'Nomor pada baris ini dipakai oleh lebih dari satu keluarga.',
      en: 'More than one family has the number of this row.',
    },
    perbaikan: checkNumbers,
  },
  nik_kk_beda_keluarga: {
    tingkat: 'salah',
    sebab: {
      id: 'NIK dan nomor KK pada baris ini milik dua keluarga yang berbeda.',
      en: 'The NIK and the family card number of this row belong to two different families.',
    },
    perbaikan: checkNumbers,
  },
  nomor_lain_tidak_ditemukan: {
    tingkat: 'perlu_dicek',
    sebab: {
      id: 'Keluarga dikenali dari satu nomor saja; {nomor} pada baris ini tidak ditemukan.',
      en: 'The family was known by one number only; the {nomor} of this row was not found.',
    },
    perbaikan: {
      id: 'Periksa apakah keluarganya benar, dan perbarui NIK atau nomor KK yang kurang.',
      en: 'See whether it is the right family, and update the NIK or family card number that is missing.',
    },
  },
  sumber_luar_kosong: {
    tingkat: 'salah',
    sebab: {
      id: 'Sumber peringkat tidak diisi.',
      en: 'The source of the rank is empty.',
    },
    perbaikan: {
      id: 'Isi siapa yang menghitungnya: DTSEN/BPS, P3KE, atau nama lain.',
      en: 'Say who computed it: DTSEN/BPS, P3KE, or another name.',
    },
  },
  jenis_luar_tidak_dikenal: {
    tingkat: 'salah',
    sebab: {
      id: 'Jenis peringkat kosong atau tidak dikenal.',
      en: 'The kind of rank is empty or not known.',
    },
    perbaikan: {
      id: 'Isi dengan desil, persentil, atau peringkat.',
      en: 'Write desil, persentil, or peringkat.',
    },
  },
  nilai_luar_kosong: {
    tingkat: 'salah',
    sebab: { id: 'Nilai peringkat tidak diisi.', en: 'The value of the rank is empty.' },
    perbaikan: fixInFile,
  },
  nilai_luar_tidak_terbaca: {
    tingkat: 'salah',
    sebab: {
      id: 'Nilai peringkat bukan bilangan bulat.',
      en: 'The value of the rank is not a whole number.',
    },
    perbaikan: fixInFile,
  },
  nilai_luar_di_luar_batas: {
    tingkat: 'salah',
    sebab: {
      id: 'Nilai {jenis} di luar 1 sampai {batas}.',
      en: 'The value of the {jenis} is outside 1 to {batas}.',
    },
    perbaikan: fixInFile,
  },
  nilai_luar_bertentangan: {
    tingkat: 'salah',
    sebab: {
      id: 'Baris {baris} pada berkas ini memberi nilai lain untuk keluarga, sumber, jenis, dan tanggal yang sama.',
      en: 'Row {baris} of this file gives another value for the same family, source, kind and day.',
    },
    perbaikan: {
      id: 'Pilih nilai yang benar, lalu coba lagi baris itu saja.',
      en: 'Choose the right value, then try only that row again.',
    },
  },
  nilai_luar_berbeda: {
    tingkat: 'perlu_dicek',
    sebab: {
      id: 'Nilai lain sudah tersimpan untuk sumber, jenis, dan tanggal yang sama; keduanya disimpan.',
      en: 'Another value is stored for the same source, kind and day; both are kept.',
    },
    perbaikan: {
      id: 'Tanyakan kepada sumbernya nilai mana yang berlaku.',
      en: 'Ask the source which value holds.',
    },
  },
  tanggal_luar_kosong: {
    tingkat: 'perlu_dicek',
    sebab: {
      id: 'Tanggal peringkat tidak diisi; dipakai {tanggal}.',
      en: 'The date of the rank is empty; {tanggal} was used.',
    },
    perbaikan: {
      id: 'Isi tanggalnya di berkas, atau sebutkan tanggal data ketika mengunggah.',
      en: 'Give the date in the file, or tell the day of the data on upload.',
    },
  },
  tanggal_luar_salah: {
    tingkat: 'salah',
    sebab: {
      id: 'Tanggal peringkat tidak terbaca, tidak ada pada kalender, atau di masa depan.',
      en: 'The date of the rank cannot be read, is not in the calendar, or lies in the future.',
    },
    perbaikan: fixInFile,
  },
  tanggal_luar_hanya_tahun: {
    tingkat: 'catatan',
    sebab: {
      id: 'Hanya tahun yang diisi; dipakai 1 Januari tahun itu.',
      en: 'Only the year is given; 1 January of that year was used.',
    },
    perbaikan: fixInFile,
  },
} as const satisfies Record<string, Entry>
