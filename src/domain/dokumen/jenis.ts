/** Kinds of papers that have a number and a QR, as they are called, and what their numbers are marked with. */
import type { Label } from '#domain/label.ts'

type Rincian = { readonly label: Label; readonly tanda: string }

export const jenisDokumen = {
  keterangan_terdaftar: {
    label: { id: 'Surat Keterangan Terdaftar', en: 'Statement of registration' },
    tanda: 'SKT',
  },
  keterangan_tidak_terdaftar: {
    label: { id: 'Surat Keterangan Tidak Terdaftar', en: 'Statement of non-registration' },
    tanda: 'SKTT',
  },
  undangan: { label: { id: 'Undangan musyawarah', en: 'Invitation to the meeting' }, tanda: 'UND' },
  berita_acara: { label: { id: 'Berita acara', en: 'Minutes of the meeting' }, tanda: 'BA' },
  pengumuman: { label: { id: 'Pengumuman', en: 'Public notice' }, tanda: 'PENG' },
  sptjm: {
    label: {
      id: 'Surat pernyataan tanggung jawab mutlak',
      en: 'Statement of absolute responsibility',
    },
    tanda: 'SPTJM',
  },
  pemberitahuan: {
    label: { id: 'Surat pemberitahuan', en: 'Notice to a family' },
    tanda: 'PBT',
  },
  surat_pengantar: { label: { id: 'Surat pengantar', en: 'Covering letter' }, tanda: 'SP' },
  surat_pengesahan: {
    label: { id: 'Surat pengesahan', en: 'Letter of endorsement' },
    tanda: 'SPH',
  },
  tanda_terima: { label: { id: 'Tanda terima', en: 'Receipt' }, tanda: 'TT' },
  permohonan_nik: {
    label: { id: 'Permohonan penerbitan NIK', en: 'Request for a population number' },
    tanda: 'PNIK',
  },
  rekap_bulanan: { label: { id: 'Rekap bulanan', en: 'Monthly summary' }, tanda: 'RB' },
} as const satisfies Record<string, Rincian>

export type JenisDokumen = keyof typeof jenisDokumen

const isJenis = (kode: string): kode is JenisDokumen => kode in jenisDokumen

/** The name of a kind; one that is not known any more is shown as it is written. */
export const namaJenis = (kode: string): Label =>
  isJenis(kode)
    ? jenisDokumen[kode].label
    : { id: kode.replaceAll('_', ' '), en: kode.replaceAll('_', ' ') }

/** Kemendagri's dotted code: `6474011006` is `64.74.01.1006`; zeros of a higher region are left out. */
function kodeBertitik(wilayah: number): string {
  const digits = String(wilayah).padStart(10, '0')
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
  while (parts.length > 1 && Number(parts.at(-1)) === 0) parts.pop()
  return parts.join('.')
}

/** A number that the system gives: `0007/SKT/64.74.01.1006/2018`, counted per office and year. */
export const nomorOtomatis = (
  urutan: number,
  jenis: JenisDokumen,
  wilayah: number,
  tahun: number,
): string =>
  `${String(urutan).padStart(4, '0')}/${jenisDokumen[jenis].tanda}/${kodeBertitik(wilayah)}/${tahun}`
