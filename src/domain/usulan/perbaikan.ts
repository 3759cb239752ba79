/** The fields that track A corrects, of a person and of a family, and what each may hold. Pure. */
import { parseNik } from '#domain/individu/nik.ts'
import { parseNomorKk } from '#domain/individu/nomor-kk.ts'
import type { Label } from '#domain/label.ts'

type Kolom = {
  readonly kolom: string
  readonly label: Label
  readonly boleh: (nilai: string | null) => boolean
}

const isHari = (s: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(s) &&
  !Number.isNaN(Date.parse(s)) &&
  new Date(s).toISOString().startsWith(s)
const angka = (maks: number) => (s: string | null) =>
  s === null || (/^\d{1,3}$/.test(s) && Number(s) <= maks)
const teks = (maks: number) => (s: string | null) =>
  s === null || (s.trim() !== '' && s.length <= maks)
const wajib = (maks: number) => (s: string | null) =>
  s !== null && s.trim() !== '' && s.length <= maks

export const kolomPerbaikan: Readonly<Record<'individu' | 'keluarga', readonly Kolom[]>> = {
  individu: [
    { kolom: 'nama', label: { id: 'Nama', en: 'Name' }, boleh: wajib(120) },
    {
      kolom: 'nik',
      label: { id: 'NIK', en: 'NIK' },
      boleh: (s) => s === null || (/^\d{16}$/.test(s) && parseNik(s).ok),
    },
    {
      kolom: 'alasan_tanpa_nik',
      label: { id: 'Sebab belum ada NIK', en: 'Why there is no NIK' },
      boleh: teks(120),
    },
    {
      kolom: 'tanggal_lahir',
      label: { id: 'Tanggal lahir', en: 'Date of birth' },
      boleh: (s) => s === null || isHari(s),
    },
    { kolom: 'tempat_lahir', label: { id: 'Tempat lahir', en: 'Place of birth' }, boleh: teks(60) },
    {
      kolom: 'jenis_kelamin',
      label: { id: 'Jenis kelamin', en: 'Sex' },
      boleh: (s) => s === '1' || s === '2',
    },
    // The head is 1: who heads a family changes by an event, never by a correction.
    {
      kolom: 'hubungan',
      label: { id: 'Hubungan dengan kepala keluarga', en: 'Relation to the head of family' },
      boleh: (s) => s !== null && /^[2-8]$/.test(s),
    },
    { kolom: 'nama_ibu', label: { id: 'Nama ibu', en: 'Mother’s name' }, boleh: teks(120) },
  ],
  keluarga: [
    {
      kolom: 'nomor_kk',
      label: { id: 'Nomor KK', en: 'KK number' },
      boleh: (s) => s === null || (/^\d{16}$/.test(s) && parseNomorKk(s).ok),
    },
    { kolom: 'alamat', label: { id: 'Alamat', en: 'Address' }, boleh: teks(300) },
    { kolom: 'rw', label: { id: 'RW', en: 'RW' }, boleh: angka(999) },
  ],
}

/** The fields of a correction that are no such field, or hold what it does not take. */
export const perbaikanSalah = (
  unit: 'individu' | 'keluarga',
  perbaikan: Readonly<Record<string, string | null>>,
): readonly string[] =>
  Object.entries(perbaikan)
    .filter(([nama, nilai]) => {
      const kolom = kolomPerbaikan[unit].find((k) => k.kolom === nama)
      return !kolom?.boleh(nilai)
    })
    .map(([nama]) => nama)
