/** The dictionary in the browser: asked once, and answers of a proposal in words. */
import { bitsOf } from '#domain/kode/bit.ts'
import type { Label } from '#domain/label.ts'
import { useLabel } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'

export type Kamus = OutputOf<'variabel.kamus'>
export type Bagian = Kamus['bagian'][number]
export type Pertanyaan = Bagian['variabel'][number]
export type DaftarPilihan = Kamus['daftar'][string]
export type Nilai = number | string | null
export type JawabanUnit = Readonly<Record<string, Nilai>>

/** It changes with the release only. */
export const useKamus = () => useOp('variabel.kamus', {}, { staleTime: Number.POSITIVE_INFINITY })

export const useKelengkapan = () =>
  useOp('usulan.kelengkapan', {}, { staleTime: Number.POSITIVE_INFINITY })

/** What a code or a sum of codes says; null where the list does not know it. */
export function pilihanKata(daftar: DaftarPilihan, nilai: number): readonly Label[] | null {
  if (daftar.jenis === 'kode') {
    const satu = daftar.pilihan.find((p) => p.kode === nilai)
    return satu ? [satu.label] : null
  }
  const berjudul = { judul: { id: '', en: '' }, sumber: '', berlaku: { dari: '', sampai: null } }
  const parts = bitsOf({ ...berjudul, jenis: 'jumlah_bit', pilihan: daftar.pilihan }, nilai)
  return parts ? parts.map((p) => p.label) : null
}

/** Says an answer in the language in use. */
export function useKataJawaban(kamus: Kamus): (v: Pertanyaan, nilai: Nilai) => string {
  const f = useFormat()
  const label = useLabel()
  return (v, nilai) => {
    if (nilai === null) return '–'
    if (typeof nilai === 'string') return v.jenis === 'tanggal' ? f.tanggal(nilai) : nilai
    const daftar = v.daftar === null ? undefined : kamus.daftar[v.daftar]
    if (daftar) return pilihanKata(daftar, nilai)?.map(label).join(', ') ?? String(nilai)
    if (v.jenis === 'rupiah') return f.rupiah(nilai)
    return v.satuan ? `${f.angka(nilai)} ${label(v.satuan)}` : String(nilai)
  }
}
