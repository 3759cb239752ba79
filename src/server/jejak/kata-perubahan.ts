/** Before and after of a write, in words of the dictionary; numbers of identity stay masked. */
import { peran } from '#contract/peran.ts'
import { maskNik } from '#domain/individu/nik.ts'
import { type ButirPerubahan, butirPerubahan } from '#domain/jejak/perubahan.ts'
import { samarkan } from '#domain/jejak/samar.ts'
import type { Label } from '#domain/label.ts'
import { type KamusLengkap, labelOf } from '#domain/variabel/label.ts'

export type PerubahanKata = { kolom: Label; sebelum: Label | null; sesudah: Label | null }

const sama = (teks: string): Label => ({ id: teks, en: teks })

/** Fields that no questionnaire asks. */
const kolomLain: Readonly<Record<string, Label>> = {
  alasan: { id: 'Alasan', en: 'Reason' },
  aturan: { id: 'Aturan', en: 'Rule' },
  berlaku_sampai: { id: 'Berlaku sampai', en: 'Valid until' },
  dari: { id: 'Mulai', en: 'From' },
  dasar: { id: 'Dasar', en: 'Ground' },
  format: { id: 'Format', en: 'Format' },
  hariTerakhir: { id: 'Hari terakhir', en: 'Last day' },
  identitas: { id: 'NIK dan KK lengkap', en: 'NIK and KK in full' },
  jenis: { id: 'Jenis', en: 'Kind' },
  jumlah: { id: 'Jumlah', en: 'Number' },
  kelayakan: { id: 'Kelayakan', en: 'Eligibility' },
  kelayakan_sampai: { id: 'Kelayakan berlaku sampai', en: 'Eligibility valid until' },
  keperluan: { id: 'Keperluan', en: 'Purpose' },
  keputusan: { id: 'Keputusan', en: 'Decision' },
  metode: { id: 'Metode', en: 'Method' },
  nama: { id: 'Nama', en: 'Name' },
  nama_berkas: { id: 'Nama berkas', en: 'File name' },
  nik: { id: 'NIK', en: 'NIK' },
  nomor_kk: { id: 'Nomor KK', en: 'Family card number' },
  peran: { id: 'Peran', en: 'Role' },
  program: { id: 'Program', en: 'Programme' },
  rt: { id: 'RT', en: 'RT' },
  sampai: { id: 'Sampai', en: 'Until' },
  saringan: { id: 'Saringan', en: 'Filters' },
  status: { id: 'Status', en: 'Status' },
  suratNomor: { id: 'Nomor surat', en: 'Letter number' },
  suratTanggal: { id: 'Tanggal surat', en: 'Letter date' },
  tanggal: { id: 'Tanggal', en: 'Date' },
  telepon: { id: 'Telepon', en: 'Phone' },
  tujuan: { id: 'Tujuan', en: 'Purpose' },
  versi: { id: 'Versi', en: 'Version' },
  wilayah: { id: 'Wilayah', en: 'Area' },
}

/** Values that stand for a word whatever field they are in. */
const nilaiLain: Readonly<Record<string, Label>> = {
  layak: { id: 'Layak', en: 'Eligible' },
  tidak_layak: { id: 'Tidak layak', en: 'Not eligible' },
  belum_dinilai: { id: 'Belum dinilai', en: 'Not assessed' },
  definitif: { id: 'Definitif', en: 'Permanent' },
  plt: { id: 'Plt', en: 'Acting (Plt)' },
  plh: { id: 'Plh', en: 'Acting (Plh)' },
}

const ekor = (kolom: string): string => kolom.slice(kolom.lastIndexOf('.') + 1)

function kolomKata(kamus: KamusLengkap, kolom: string): Label {
  const nama = ekor(kolom)
  const kata = kamus.kamus.variabel.get(nama)?.label ?? kolomLain[nama]
  if (kata) return kata
  const teks = kolom
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[._]/g, ' ')
    .toLowerCase()
  return sama(teks.charAt(0).toUpperCase() + teks.slice(1))
}

const rahasia = /^(nik|nomor_?kk|no_?kk)/i
const sidik = /^[0-9a-f]{40,}$/
const terpanjang = 300

function teksKata(nama: string, teks: string): Label {
  if (rahasia.test(nama)) return sama(maskNik(teks))
  const label = nilaiLain[teks]
  if (label) return label
  const jabatan = nama === 'peran' ? Object.entries(peran).find(([k]) => k === teks) : undefined
  if (jabatan) return jabatan[1].label
  if (sidik.test(teks)) return sama(`${teks.slice(0, 12)}…`)
  const tampil = samarkan(teks)
  return sama(tampil.length > terpanjang ? `${tampil.slice(0, terpanjang)}…` : tampil)
}

function nilaiKata(kamus: KamusLengkap, kolom: string, nilai: unknown): Label | null {
  if (nilai === null || nilai === undefined || nilai === '') return null
  const nama = ekor(kolom)
  if (typeof nilai === 'boolean') return nilai ? { id: 'Ya', en: 'Yes' } : { id: 'Tidak', en: 'No' }
  if (typeof nilai === 'string') return teksKata(nama, nilai)
  if (typeof nilai === 'number')
    return kamus.kamus.variabel.has(nama)
      ? labelOf(kamus, nama, nilai)
      : sama(samarkan(String(nilai)))
  if (!Array.isArray(nilai)) return sama(samarkan(JSON.stringify(nilai)).slice(0, terpanjang))
  const bagian = nilai.slice(0, 10).flatMap((satu) => nilaiKata(kamus, kolom, satu) ?? [])
  const sisa = nilai.length > bagian.length ? ` … (${nilai.length})` : ''
  return {
    id: bagian.map((b) => b.id).join(', ') + sisa,
    en: bagian.map((b) => b.en).join(', ') + sisa,
  }
}

const paling = 40

/** The change of one entry in words; fields beyond the fortieth are left to the record itself. */
export function perubahanKata(kamus: KamusLengkap, perubahan: unknown): PerubahanKata[] {
  return butirPerubahan(perubahan)
    .slice(0, paling)
    .map((b: ButirPerubahan) => ({
      kolom: kolomKata(kamus, b.kolom),
      sebelum: nilaiKata(kamus, b.kolom, b.sebelum),
      sesudah: nilaiKata(kamus, b.kolom, b.sesudah),
    }))
}
