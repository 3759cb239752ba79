/** What can be found in a row of a source that stays beside the registry; part of the catalogue of findings. */
import type { Label } from '../label.ts'

type Entry = {
  readonly tingkat: 'salah' | 'perlu_dicek' | 'catatan'
  readonly sebab: Label
  readonly perbaikan: Label
}

export const temuanSumber = {
  keadaan_tidak_dikenal: {
    tingkat: 'perlu_dicek',
    sebab: {
      id: 'Keterangan jawaban Dukcapil tidak dikenal; orangnya dibandingkan menurut isian lainnya.',
      en: 'The remark of the Dukcapil answer is not known; the person is compared by the other fields.',
    },
    perbaikan: {
      id: 'Ganti dengan salah satu kata: padan, meninggal, ganda, nonaktif, belum rekam, tidak ditemukan.',
      en: 'Replace it by one of: padan, meninggal, ganda, nonaktif, belum rekam, tidak ditemukan.',
    },
  },
  dukcapil_wilayah_lain: {
    tingkat: 'catatan',
    sebab: {
      id: 'Menurut Dukcapil orang ini tinggal di luar wilayah pengunggah ({tulisan}).',
      en: "By Dukcapil's books this person lives outside the uploader's area ({tulisan}).",
    },
    perbaikan: {
      id: 'Tanyakan kepada keluarga; bila benar pindah, catat kepindahannya.',
      en: 'Ask the family; if they have moved, record the move.',
    },
  },
} as const satisfies Record<string, Entry>
