/** Which parts a proposal still lacks for a step, by the table of minimums. Pure; also runs in the browser. */
import type { Label } from '#domain/label.ts'
import type { IsiUsulan } from './isi.ts'
import type { JenisUsulan } from './jenis.ts'

/** What is known of a proposal beside its content. */
export type Terkait = {
  readonly nama: string
  readonly rt: number | null
  readonly adaKunjungan: boolean
}

const terisi = (s: string | undefined): boolean => (s ?? '') !== ''

/** Parts by name; each says whether it is there. */
const butirBerlaku = {
  nama: (_: IsiUsulan, t: Terkait) => t.nama.trim() !== '',
  rt: (_: IsiUsulan, t: Terkait) => t.rt !== null,
  alasan: (i: IsiUsulan) => terisi(i.alasan),
  alamat: (i: IsiUsulan) => terisi(i.alamat),
  kepala: (i: IsiUsulan) => (i.anggota ?? []).filter((a) => a.hubungan === 1).length === 1,
  nama_anggota: (i: IsiUsulan) =>
    (i.anggota ?? []).length > 0 && (i.anggota ?? []).every((a) => terisi(a.nama)),
  nik_atau_sebab: (i: IsiUsulan) =>
    (i.anggota ?? []).every((a) => terisi(a.nik) || terisi(a.alasanTanpaNik)),
  nik_atau_pengecualian: (i: IsiUsulan) =>
    terisi(i.alasanTidakPadan) || (i.anggota ?? []).every((a) => terisi(a.nik)),
  jenis_kelamin: (i: IsiUsulan) => (i.anggota ?? []).every((a) => a.jenisKelamin !== undefined),
  kuesioner: (i: IsiUsulan) => Object.keys(i.jawabanRuta ?? {}).length > 0,
  kunjungan: (_: IsiUsulan, t: Terkait) => t.adaKunjungan,
  dokumen: (i: IsiUsulan) => terisi(i.dokumen?.jenis),
  bukti: (i: IsiUsulan) => (i.berkas ?? []).length > 0,
  perbaikan: (i: IsiUsulan) => Object.keys(i.perbaikan ?? {}).length > 0,
  peristiwa: (i: IsiUsulan) => i.peristiwa !== undefined,
  jawaban: (i: IsiUsulan) =>
    Object.keys({ ...i.jawabanRuta, ...i.jawabanKeluarga }).length > 0 ||
    (i.anggota ?? []).some((a) => Object.keys(a.jawaban ?? {}).length > 0),
} as const satisfies Record<string, (i: IsiUsulan, t: Terkait) => boolean>
export type Butir = keyof typeof butirBerlaku
export const semuaButir = Object.keys(butirBerlaku) as [Butir, ...Butir[]]

export const minimum = [
  'minimum_rt',
  'minimum_musyawarah',
  'minimum_finalisasi',
  'minimum_pengesahan',
  'minimum_identitas',
  'minimum_peristiwa',
  'minimum_keadaan',
] as const
export type Minimum = (typeof minimum)[number]

/** What `policy/alur/kelengkapan.yaml` says, as far as it is needed here. */
export type TabelKelengkapan = {
  readonly butir: Readonly<Record<Butir, Label>>
  readonly minimum: {
    readonly [M in Minimum]: readonly {
      readonly jenis?: readonly JenisUsulan[] | undefined
      readonly butir: readonly Butir[]
    }[]
  }
}

/**
 * The parts that a proposal of this kind still lacks for a step, in the order of the table; empty
 * when it may go on.
 */
export function kurangUntuk(
  tabel: TabelKelengkapan,
  langkah: Minimum,
  jenis: JenisUsulan,
  isi: IsiUsulan,
  terkait: Terkait,
): readonly Butir[] {
  const asked = (tabel.minimum[langkah] ?? [])
    .filter((m) => m.jenis === undefined || m.jenis.includes(jenis))
    .flatMap((m) => m.butir)
  return [...new Set(asked)].filter((b) => !butirBerlaku[b](isi, terkait))
}

export const labelButir = (tabel: TabelKelengkapan, butir: Butir): Label => tabel.butir[butir]
