/** The words for what an import tells: causes, remedies, notes on the file, names of formats. */
import { problems } from '#contract/problems.ts'
import { explainFileProblem, FILE_PROBLEMS, type FileProblem } from '#domain/impor/berkas.ts'
import { isKodeTemuan, temuan as katalog } from '#domain/impor/temuan.ts'
import type { Label } from '#domain/label.ts'
import type { CatatanBerkas } from './baca-berkas.ts'
import { loadMaps } from './peta.ts'

type Rincian = Readonly<Record<string, unknown>> | null | undefined

const fill = (text: string, rincian: Rincian): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(rincian?.[name] ?? whole))

const filled = (label: Label, rincian: Rincian): Label => ({
  id: fill(label.id, rincian),
  en: fill(label.en, rincian),
})

const unknown: Label = { id: 'Sebab tidak dikenal.', en: 'Unknown cause.' }

const ellipsis = (text: string): string => text.replace(/\{\w+\}/g, '…')

/** Cause and remedy of a finding; without details, of all findings of that cause. */
export function kataTemuan(kode: string, rincian: Rincian): { sebab: Label; perbaikan: Label } {
  if (!isKodeTemuan(kode)) return { sebab: unknown, perbaikan: unknown }
  const { sebab, perbaikan } = katalog[kode]
  const { id, en } = filled(sebab, rincian)
  return { sebab: { id: ellipsis(id), en: ellipsis(en) }, perbaikan }
}

const isFileProblem = (value: { code: string }): value is FileProblem =>
  Object.hasOwn(FILE_PROBLEMS, value.code)

/** Why a whole file was refused. */
export function kataMasalah(masalah: { code: string; detail?: object } | null) {
  if (!masalah) return null
  if (isFileProblem(masalah)) {
    const [id, en] = [explainFileProblem(masalah, 'id'), explainFileProblem(masalah, 'en')]
    return {
      kode: masalah.code,
      sebab: { id: id.cause, en: en.cause },
      perbaikan: { id: id.remedy, en: en.remedy },
    }
  }
  const { title, remedy } = problems['sistem.galat']
  return { kode: masalah.code, sebab: title, perbaikan: remedy }
}

const catatan: Readonly<Record<string, Label>> = {
  lembar_tidak_dikenal: {
    id: 'Lembar "{lembar}" dilewati: judul kolomnya tidak dikenal.',
    en: 'Sheet "{lembar}" was passed over: its headers are not known.',
  },
  'catatan.lembar_tersembunyi': {
    id: 'Lembar tersembunyi ikut dibaca.',
    en: 'Hidden sheets were read too.',
  },
  'catatan.lebar_baris_berbeda': {
    id: '{jumlah} baris mempunyai jumlah kolom lain dari judulnya (pertama: baris {baris}).',
    en: '{jumlah} rows have another number of columns than the header (first: row {baris}).',
  },
  'catatan.karakter_rusak': {
    id: 'Ada huruf yang tidak terbaca dalam berkas.',
    en: 'Some characters of the file could not be read.',
  },
  'catatan.pengodean_berganti': {
    id: 'Penulisan huruf (encoding) berganti di tengah berkas.',
    en: 'The encoding changes in the middle of the file.',
  },
}

const dilewati: Readonly<Record<string, Label>> = {
  nomor_kolom: { id: 'nomor kolom', en: 'column numbers' },
  judul_berulang: { id: 'judul berulang', en: 'repeated headers' },
  jumlah: { id: 'jumlah', en: 'totals' },
  keterangan: {
    id: 'keterangan, tanda tangan, atau baris kosong',
    en: 'remarks, signatures, or blank rows',
  },
  contoh: { id: 'contoh pengisian', en: 'example rows' },
}

/** A note on the file as a whole. */
export function kataCatatan({ kode, rincian }: CatatanBerkas): Label {
  if (kode === 'baris_dilewati') {
    const jenis = dilewati[String(rincian.jenis)] ?? {
      id: String(rincian.jenis),
      en: String(rincian.jenis),
    }
    return {
      id: `${rincian.jumlah} baris ${jenis.id} pada lembar "${rincian.lembar}" dilewati.`,
      en: `${rincian.jumlah} rows of ${jenis.en} on sheet "${rincian.lembar}" were passed over.`,
    }
  }
  const label = catatan[kode]
  return label ? filled(label, rincian) : { id: kode, en: kode }
}

/** The name of a format or of a group of formats. */
export function namaFormat(kode: string | null): Label | null {
  if (kode === null) return null
  const maps = loadMaps()
  const map = maps.find((p) => p.kode === kode)
  if (map) return map.judul
  const first = maps.find((p) => p.kelompok === kode)
  if (!first) return { id: kode, en: kode }
  return { id: first.judul.id.split(',')[0] ?? kode, en: first.judul.en.split(',')[0] ?? kode }
}
