/** Rows of a list of integration become visits: who goes to whom, and why not, row by row. Pure. */
import { bagiKunjungan } from '../kunjungan/bagi.ts'
import type { Label } from '../label.ts'

export type BarisTugas = {
  readonly kab: number
  readonly id: string
  readonly nama: string
  readonly wilayah: number
  readonly rt: number | null
  /** The registered family; null where the list names somebody who is not registered. */
  readonly keluarga: string | null
  /** Who is to visit the family already. */
  readonly sudah: { readonly nama: string; readonly sampai: string } | null
  /** Officers who are of this family or house. */
  readonly kerabat: ReadonlySet<string>
}

export const kataHasilTugas = {
  ditugaskan: { id: 'Ditugaskan', en: 'Assigned' },
  sudah: { id: 'Sudah ditugaskan', en: 'Assigned already' },
  satu_keluarga: {
    id: 'Satu keluarga dengan baris lain: satu kunjungan',
    en: 'Same family as another row: one visit',
  },
  tanpa_petugas: {
    id: 'Petugas yang dipilih tidak bertugas di desa/kelurahan ini',
    en: 'None of the officers chosen works in this village',
  },
  kerabat: {
    id: 'Semua petugas yang dipilih kerabatnya',
    en: 'All officers chosen are kin',
  },
  belum_terdaftar: {
    id: 'Belum terdaftar: jadikan usulan dahulu, lalu kunjungi dari usulannya',
    en: 'Not registered: make a proposal first, and visit from there',
  },
  tidak_ada: {
    id: 'Tidak lagi pada daftar ini',
    en: 'On this list no more',
  },
} as const satisfies Record<string, Label>
export type HasilTugas = keyof typeof kataHasilTugas

export type BarisHasil = {
  readonly hasil: HasilTugas
  /** Officer who gets the visit; only where it is assigned. */
  readonly petugas: string | null
}

/**
 * @param petugasDi the chosen officers who work in a village
 * @returns what becomes of each row, by its id
 */
export function bagiTugas(
  baris: readonly BarisTugas[],
  petugasDi: (wilayah: number) => readonly string[],
): ReadonlyMap<string, BarisHasil> {
  const hasil = new Map<string, BarisHasil>()
  const tulis = (id: string, h: HasilTugas, petugas: string | null = null) =>
    hasil.set(id, { hasil: h, petugas })
  const keluarga = new Set<string>()
  const bebas: BarisTugas[] = []
  for (const b of baris) {
    if (b.keluarga === null) tulis(b.id, 'belum_terdaftar')
    else if (b.sudah) tulis(b.id, 'sudah')
    else if (keluarga.has(b.keluarga)) tulis(b.id, 'satu_keluarga')
    else {
      keluarga.add(b.keluarga)
      bebas.push(b)
    }
  }
  for (const wilayah of new Set(bebas.map((b) => b.wilayah))) {
    const those = bebas.filter((b) => b.wilayah === wilayah)
    const petugas = petugasDi(wilayah)
    if (petugas.length === 0) {
      for (const b of those) tulis(b.id, 'tanpa_petugas')
      continue
    }
    const { bagian, tersisa } = bagiKunjungan(
      those.toSorted((a, b) => (a.rt ?? 0) - (b.rt ?? 0)),
      petugas,
    )
    for (const g of bagian) for (const b of g.keluarga) tulis(b.id, 'ditugaskan', g.petugas)
    for (const b of tersisa) tulis(b.id, 'kerabat')
  }
  return hasil
}
