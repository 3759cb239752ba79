/** What each event of life asks: one schema per kind; all optional, for a draft is saved as one types. */
import { z } from 'zod'
import { bentukPindah } from './jenis.ts'

const teks = (maks: number) => z.string().trim().max(maks)
const hari = z.iso.date()
/** Person → relation to the (new) head, where it is not the usual one. */
const hubungan = z.record(z.uuid(), z.int().min(1).max(99))

/** Who holds the card from now on: a member of the family, or a guardian by letter. */
export const penggantiSchema = z.strictObject({
  anggotaId: z.uuid().optional(),
  wali: z
    .strictObject({
      nama: teks(120).optional(),
      nik: teks(30).optional(),
      hubungan: teks(60).optional(),
      suratNomor: teks(80).optional(),
      suratTanggal: hari.optional(),
    })
    .optional(),
})
export type Pengganti = z.infer<typeof penggantiSchema>

/** What is asked where the person who leaves a family was its head or held its card. */
const ditinggal = {
  /** Who becomes head of those who stay. */
  kepalaBaruId: z.uuid().optional(),
  pengganti: penggantiSchema.optional(),
  hubungan: hubungan.optional(),
}

/** Where a person goes who marries or parts. */
const masuk = {
  tujuan: z.enum(['tetap', 'keluarga', 'kk_baru']).optional(),
  keluargaTujuanId: z.uuid().optional(),
  /** Relation to the head of the family that is entered. */
  hubunganBaru: z.int().min(1).max(99).optional(),
  /** The number may follow. */
  nomorKkBaru: teks(30).optional(),
}

const lahir = z.strictObject({
  jenis: z.literal('lahir'),
  tanggal: hari.optional(),
  nama: teks(120).optional(),
  jenisKelamin: z.int().min(1).max(2).optional(),
  tempatLahir: teks(60).optional(),
  ibuId: z.uuid().optional(),
  hubunganBaru: z.int().min(2).max(99).optional(),
  nik: teks(30).optional(),
})
const meninggal = z.strictObject({
  jenis: z.literal('meninggal'),
  tanggal: hari.optional(),
  ...ditinggal,
})
const hidupKembali = z.strictObject({
  jenis: z.literal('hidup_kembali'),
  /** Day of the visit at which the person was seen. */
  tanggalKunjungan: hari.optional(),
  petugas: teks(120).optional(),
})
const kawin = z.strictObject({
  jenis: z.literal('kawin'),
  tanggal: hari.optional(),
  pasanganId: z.uuid().optional(),
  ...masuk,
  ...ditinggal,
  /** With a card of their own: the spouse's old family may lose its head or card holder as well. */
  kepalaBaruPasanganId: z.uuid().optional(),
  penggantiPasangan: penggantiSchema.optional(),
})
const cerai = z.strictObject({
  jenis: z.literal('cerai'),
  tanggal: hari.optional(),
  /** Children and others who go along. */
  ikutId: z.array(z.uuid()).max(39).optional(),
  ...masuk,
  ...ditinggal,
})
const pecah = z.strictObject({
  jenis: z.literal('pecah_kk'),
  tanggal: hari.optional(),
  /** Those who get the new card, and who is head on it. */
  anggotaId: z.array(z.uuid()).max(39).optional(),
  kepalaKkBaruId: z.uuid().optional(),
  nomorKkBaru: teks(30).optional(),
  kepalaBaruId: z.uuid().optional(),
  hubungan: hubungan.optional(),
})
const gabung = z.strictObject({
  jenis: z.literal('gabung_kk'),
  tanggal: hari.optional(),
  keluargaTujuanId: z.uuid().optional(),
  hubungan: hubungan.optional(),
})
const gantiKepala = z.strictObject({
  jenis: z.literal('ganti_kepala'),
  tanggal: hari.optional(),
  kepalaBaruId: z.uuid().optional(),
  hubungan: hubungan.optional(),
})
const gantiPengurus = z.strictObject({
  jenis: z.literal('ganti_pengurus'),
  tanggal: hari.optional(),
  pengganti: penggantiSchema.optional(),
})
const pindahKeluar = z.strictObject({
  jenis: z.literal('pindah_keluar'),
  tanggal: hari.optional(),
  bentuk: z.enum(bentukPindah).optional(),
  anggotaId: z.array(z.uuid()).max(39).optional(),
  /** Where to, as the family says: words, no code. */
  tujuan: teks(200).optional(),
  kepalaBaruId: z.uuid().optional(),
  pengganti: penggantiSchema.optional(),
})
const tarikMasuk = z.strictObject({
  jenis: z.literal('tarik_masuk'),
  tanggal: hari.optional(),
  bentuk: z.enum(bentukPindah).optional(),
  /** As typed from the papers of those who come; the first is the head of the family here. */
  nik: z.array(teks(30)).max(40).optional(),
  nomorKkBaru: teks(30).optional(),
  alamat: teks(300).optional(),
})
const datang = z.strictObject({
  jenis: z.literal('datang'),
  tanggal: hari.optional(),
  domisiliWilayah: z.int().optional(),
  domisiliAlamat: teks(300).optional(),
  /** Which village answers for them: where they live, or that of the card. */
  penanggung: z.enum(['domisili', 'kk']).optional(),
})

export const peristiwaSchema = z.discriminatedUnion('jenis', [
  lahir,
  meninggal,
  hidupKembali,
  kawin,
  cerai,
  pecah,
  gabung,
  gantiKepala,
  gantiPengurus,
  pindahKeluar,
  tarikMasuk,
  datang,
])
export type Peristiwa = z.infer<typeof peristiwaSchema>
export type JenisPeristiwa = Peristiwa['jenis']
/** The event of one kind. */
export type PeristiwaOf<J extends JenisPeristiwa> = Extract<Peristiwa, { jenis: J }>
