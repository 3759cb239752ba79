/** Fields and values of sources in words: codes by their list, numbers of identity masked. */
import type { KeadaanDukcapil } from '#domain/dukcapil/keadaan.ts'
import { maskNik } from '#domain/individu/nik.ts'
import type { BidangPercaya } from '#domain/kepercayaan/percaya.ts'
import { canonicalList } from '#domain/kode/daftar.ts'
import type { Label } from '#domain/label.ts'
import { loadCodeLists } from '#server/kebijakan/muat.ts'
import { dukcapil, kepercayaan } from './kebijakan.ts'

const plain = (text: string): Label => ({ id: text, en: text })

/** A value of a field as it is shown. */
export function kataNilai(bidang: BidangPercaya, nilai: string): Label {
  if (bidang === 'nik' || bidang === 'nomor_kk') return plain(maskNik(nilai))
  if (bidang !== 'hubungan' && bidang !== 'jenis_kelamin') return plain(nilai)
  const found = canonicalList(loadCodeLists(), bidang).pilihan.find((p) => String(p.kode) === nilai)
  return found?.label ?? plain(nilai)
}

export const kataBidang = (bidang: BidangPercaya): Label => kepercayaan.bidang[bidang].label

/** The names of fields that differ from the answer of Dukcapil. */
export const kataBeda = (beda: readonly string[]): Label[] =>
  beda.map((b) => kepercayaan.bidang[b as BidangPercaya].label)

export const kataKeadaan = (keadaan: KeadaanDukcapil) => ({
  keadaan,
  ...dukcapil.keadaan[keadaan],
})
