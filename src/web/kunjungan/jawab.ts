/** Puts one typed answer into a visit, or takes it out again; only changes stand in it. */
import type { IsianKunjungan } from '#domain/kunjungan/isian.ts'
import type { Nilai } from '#domain/kunjungan/ketik.ts'

type Unit =
  | { readonly unit: 'ruta' | 'keluarga' }
  | { readonly unit: 'individu'; readonly id: string }
type Jawaban = Readonly<Record<string, Nilai>>

function dengan(lama: Jawaban, nama: string, nilai: Nilai | undefined): Record<string, Nilai> {
  const { [nama]: _, ...sisa } = lama
  return nilai === undefined ? sisa : { ...sisa, [nama]: nilai }
}

export const gantiJawaban =
  (u: Unit, nama: string, nilai: Nilai | undefined) =>
  (isi: IsianKunjungan): IsianKunjungan => {
    if (!('id' in u))
      return u.unit === 'ruta'
        ? { ...isi, jawabanRuta: dengan(isi.jawabanRuta ?? {}, nama, nilai) }
        : { ...isi, jawabanKeluarga: dengan(isi.jawabanKeluarga ?? {}, nama, nilai) }
    const lain = (isi.anggota ?? []).filter((a) => a.id !== u.id)
    const lama = isi.anggota?.find((a) => a.id === u.id)?.jawaban ?? {}
    return { ...isi, anggota: [...lain, { id: u.id, jawaban: dengan(lama, nama, nilai) }] }
  }

/** How many answers changed. */
export const jumlahBerubah = (isi: IsianKunjungan): number =>
  [isi.jawabanRuta, isi.jawabanKeluarga, ...(isi.anggota ?? []).map((a) => a.jawaban)].reduce(
    (n, j) => n + Object.keys(j ?? {}).length,
    0,
  )
