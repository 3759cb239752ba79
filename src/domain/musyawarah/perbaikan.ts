/** What of a new family's identity was corrected between two texts of its proposal: for the annex of the paper. Pure. */
import type { Label } from '#domain/label.ts'
import type { AnggotaUsulan, IsiUsulan } from '#domain/usulan/isi.ts'

export type Perbaikan = {
  readonly siapa: string
  readonly bidang: Label
  readonly lama: string | null
  readonly baru: string | null
}

const milikOrang: readonly (readonly [keyof AnggotaUsulan, Label])[] = [
  ['nama', { id: 'Nama', en: 'Name' }],
  ['nik', { id: 'NIK', en: 'NIK' }],
  ['alasanTanpaNik', { id: 'Sebab belum ada NIK', en: 'Why there is no NIK' }],
  ['tanggalLahir', { id: 'Tanggal lahir', en: 'Date of birth' }],
  ['tempatLahir', { id: 'Tempat lahir', en: 'Place of birth' }],
  ['jenisKelamin', { id: 'Jenis kelamin', en: 'Sex' }],
  ['namaIbu', { id: 'Nama ibu', en: 'Mother’s name' }],
  ['hubungan', { id: 'Hubungan', en: 'Relation' }],
]
const milikKeluarga: readonly (readonly [keyof IsiUsulan, Label])[] = [
  ['nomorKk', { id: 'Nomor KK', en: 'KK number' }],
  ['alamat', { id: 'Alamat', en: 'Address' }],
  ['telepon', { id: 'Telepon', en: 'Telephone' }],
]

const teks = (nilai: unknown): string | null =>
  nilai === undefined || nilai === null || nilai === '' ? null : String(nilai)

/** Members are compared by their place; one who came or went is a correction of the name. */
export function perbaikanIdentitas(nama: string, lama: IsiUsulan, baru: IsiUsulan): Perbaikan[] {
  const beda: Perbaikan[] = milikKeluarga.map(([kolom, bidang]) => ({
    siapa: nama,
    bidang,
    lama: teks(lama[kolom]),
    baru: teks(baru[kolom]),
  }))
  const [dulu, kini] = [lama.anggota ?? [], baru.anggota ?? []]
  for (let i = 0; i < Math.max(dulu.length, kini.length); i++) {
    for (const [kolom, bidang] of milikOrang)
      beda.push({
        siapa: kini[i]?.nama ?? dulu[i]?.nama ?? nama,
        bidang,
        lama: teks(dulu[i]?.[kolom]),
        baru: teks(kini[i]?.[kolom]),
      })
  }
  return beda.filter((p) => p.lama !== p.baru)
}
