/** Sends an officer's file; the answer is typed by the contract. */
import { newCommandId, problemOfText } from '#web/api.ts'
import { kirimBerkas, type Pantau } from '#web/kirim-berkas.ts'
import type { OutputOf } from '#web/operasi.ts'

type Hasil = OutputOf<'impor.unggah'>

const isHasil = (v: unknown): v is Hasil =>
  typeof v === 'object' && v !== null && 'id' in v && typeof v.id === 'string' && 'sudahAda' in v

/** Uploads `berkas`; `pantau` hears how many bytes have left. */
export async function unggah(berkas: File, tanggalData: string, pantau: Pantau): Promise<Hasil> {
  const isi = await kirimBerkas(
    {
      alamat: '/api/impor',
      isian: tanggalData ? { tanggalData } : {},
      berkas,
      nama: berkas.name,
      perintah: newCommandId(),
    },
    pantau,
  )
  if (isHasil(isi)) return isi
  throw problemOfText(500, isi)
}

/** By its name only; what is inside is judged by the server. */
export const bisaDibaca = (nama: string): boolean => /\.(xlsx|csv|txt|tsv)$/i.test(nama)
