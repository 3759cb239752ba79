/** The part of the registry that events change, as values: houses, families, persons, dated facts. Pure. */

export type Ruta = {
  readonly kab: number
  readonly id: string
  readonly wilayah: number
  readonly wilayah_tercatat: number
  readonly rt: number | null
  readonly nama_kepala: string | null
  readonly keluarga_id: string | null
  readonly jumlah_anggota: number
}

export type Keluarga = {
  readonly kab: number
  readonly id: string
  readonly ruta_id: string
  readonly wilayah: number
  readonly wilayah_tercatat: number
  readonly rt: number | null
  readonly rw: number | null
  readonly urutan_ruta: number
  readonly nomor_kk: string | null
  readonly nama_kepala: string
  readonly alamat: string | null
  readonly domisili_wilayah: number | null
  readonly domisili_alamat: string | null
  readonly penanggung_wilayah: number | null
  readonly jumlah_anggota: number
  readonly status: 'aktif' | 'nonaktif' | 'habis' | 'pindah'
  readonly status_dari: string | null
}

export type Individu = {
  readonly kab: number
  readonly id: string
  readonly keluarga_id: string
  readonly ruta_id: string
  readonly wilayah: number
  readonly wilayah_tercatat: number
  readonly rt: number | null
  readonly nama: string
  readonly nik: string | null
  readonly alasan_tanpa_nik: string | null
  readonly jenis_kelamin: number | null
  readonly tempat_lahir: string | null
  readonly tanggal_lahir: string | null
  readonly umur_tercatat: number | null
  readonly umur_tanggal: string | null
  readonly nama_ibu: string | null
  readonly ibu_id: string | null
  readonly hubungan: number | null
  readonly hubungan_ruta: number | null
  readonly urutan: number | null
  readonly status: 'aktif' | 'meninggal' | 'pindah' | 'tidak_ditemukan'
  readonly status_dari: string | null
  readonly asal_kab: number | null
}

/** Days are half open: `sampai` is the first day after. */
export type Keanggotaan = {
  readonly kab: number
  readonly individu_id: string
  readonly keluarga_id: string
  readonly wilayah: number
  readonly rt: number | null
  readonly dari: string
  readonly sampai: string | null
  readonly sumber: string
}

/** Who holds the card of a family: one of its persons, or a guardian by letter. */
export type Pengurus = {
  readonly kab: number
  readonly keluarga_id: string
  readonly individu_id: string | null
  readonly wali_nama: string | null
  readonly wali_nik: string | null
  readonly wali_hubungan: string | null
  readonly surat_nomor: string | null
  readonly surat_tanggal: string | null
  readonly wilayah: number
  readonly rt: number | null
  readonly dari: string
  readonly sampai: string | null
  readonly sumber: string
}

export type Penerimaan = {
  readonly kab: number
  readonly keluarga_id: string
  readonly wilayah: number
  readonly rt: number | null
  readonly program: string
  readonly dari: string
  readonly sampai: string | null
  readonly sumber: string
}

export type Baris = {
  readonly ruta: Ruta
  readonly keluarga: Keluarga
  readonly individu: Individu
  readonly keanggotaan: Keanggotaan
  readonly pengurus: Pengurus
  readonly penerimaan: Penerimaan
}
export type Tabel = keyof Baris

/** In the order in which they are written: a family after its house, a person after the family. */
export const tabel = [
  'ruta',
  'keluarga',
  'individu',
  'keanggotaan',
  'pengurus',
  'penerimaan',
] as const satisfies readonly Tabel[]

/** The columns that name a row of each table. */
const kunciTabel: { readonly [T in Tabel]: (b: Baris[T]) => string } = {
  ruta: (b) => b.id,
  keluarga: (b) => b.id,
  individu: (b) => b.id,
  keanggotaan: (b) => `${b.individu_id} ${b.dari}`,
  pengurus: (b) => `${b.keluarga_id} ${b.dari}`,
  penerimaan: (b) => `${b.keluarga_id} ${b.program} ${b.dari}`,
}

export type Registri = { readonly [T in Tabel]: ReadonlyMap<string, Baris[T]> }
/** A copy that the rules of one event write to. */
export type Draf = { readonly [T in Tabel]: Map<string, Baris[T]> }

const peta = <T extends Tabel>(t: T, baris: readonly Baris[T][]): Map<string, Baris[T]> =>
  new Map(baris.map((b) => [kunciTabel[t](b), b]))

export const registriOf = (isi: { readonly [T in Tabel]?: readonly Baris[T][] }): Registri => ({
  ruta: peta('ruta', isi.ruta ?? []),
  keluarga: peta('keluarga', isi.keluarga ?? []),
  individu: peta('individu', isi.individu ?? []),
  keanggotaan: peta('keanggotaan', isi.keanggotaan ?? []),
  pengurus: peta('pengurus', isi.pengurus ?? []),
  penerimaan: peta('penerimaan', isi.penerimaan ?? []),
})

export const salin = (r: Registri): Draf => ({
  ruta: new Map(r.ruta),
  keluarga: new Map(r.keluarga),
  individu: new Map(r.individu),
  keanggotaan: new Map(r.keanggotaan),
  pengurus: new Map(r.pengurus),
  penerimaan: new Map(r.penerimaan),
})

/** Writes a row under its key; one whose key changed is written beside the old. */
export function taruh<T extends Tabel>(d: Draf, t: T, baris: Baris[T]): void {
  const rows: Map<string, Baris[T]> = d[t]
  rows.set(kunciTabel[t](baris), baris)
}

/** One row that an event wrote: what stood before, null where it is new, and what stands now. */
export type Beda = {
  readonly [T in Tabel]: {
    readonly tabel: T
    readonly sebelum: Baris[T] | null
    readonly sesudah: Baris[T]
  }
}[Tabel]

const samaBaris = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

function bedaTabel<T extends Tabel>(t: T, a: Registri, b: Registri) {
  const before: ReadonlyMap<string, Baris[T]> = a[t]
  const after: ReadonlyMap<string, Baris[T]> = b[t]
  return [...after].flatMap(([kunci, sesudah]) => {
    const sebelum = before.get(kunci) ?? null
    return sebelum !== null && samaBaris(sebelum, sesudah) ? [] : [{ tabel: t, sebelum, sesudah }]
  })
}

/** All rows in which two states differ, in the order in which they are written; nothing is ever removed. */
export const bedaOf = (a: Registri, b: Registri): readonly Beda[] => [
  ...bedaTabel('ruta', a, b),
  ...bedaTabel('keluarga', a, b),
  ...bedaTabel('individu', a, b),
  ...bedaTabel('keanggotaan', a, b),
  ...bedaTabel('pengurus', a, b),
  ...bedaTabel('penerimaan', a, b),
]
