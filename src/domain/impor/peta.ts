/** The shape of a column map in `policy/impor`: header texts of an incoming format and what each feeds. */
import { z } from 'zod'

const label = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })

/** Identity fields that a column may feed; survey answers are named by their variable instead. */
export const bidang = [
  'id_baris',
  'kunci_ruta',
  'kunci_keluarga',
  'kunci_anggota',
  'kode_wilayah',
  'provinsi',
  'kabkota',
  'kecamatan',
  'desa',
  'bps_provinsi',
  'bps_kabkota',
  'bps_kecamatan',
  'bps_desa',
  'sls',
  'rt',
  'rw',
  'alamat',
  'nama_kepala',
  'jumlah_anggota',
  'jumlah_keluarga',
  'lintang',
  'bujur',
  'persentil',
  'nomor_kk',
  'nama',
  'nik',
  'alasan_tanpa_nik',
  'hubungan_ruta',
  'hubungan',
  'jenis_kelamin',
  'umur',
  'tempat_lahir',
  'tanggal_lahir',
  'nama_ibu',
  'sumber_luar',
  'jenis_luar',
  'nilai_luar',
  'tanggal_luar',
  'nama_tanya',
  'keadaan',
  'pekerjaan',
] as const
export type Bidang = (typeof bidang)[number]

/** Kinds of ranks that others compute. */
export const jenisLuar = ['desil', 'persentil', 'peringkat'] as const
export type JenisLuar = (typeof jenisLuar)[number]

/** Sources of people that are kept beside the registry. */
export const sumberData = ['p3ke', 'regsosek', 'dukcapil', 'kks', 'pbi'] as const
export type SumberData = (typeof sumberData)[number]

export const kolomPetaSchema = z
  .strictObject({
    judul: z.string().min(1),
    /** Other writings of the same header. */
    alias: z.array(z.string()).default([]),
    bidang: z.enum(bidang).optional(),
    variabel: z.string().optional(),
    /** Code list of the set that decodes it, where it is not the variable's own. */
    kode: z.string().optional(),
    /** A "yes" also means that the family receives this programme today. */
    program: z.string().optional(),
    /** Without this column the sheet is not of this format. */
    wajib: z.boolean().default(false),
    /** A row in which all such columns are empty may be a signature or a remark. */
    pengenal: z.boolean().default(false),
  })
  .refine((k) => k.bidang === undefined || k.variabel === undefined, {
    error: 'a column feeds a field or a variable, not both',
  })

export const petaSchema = z.strictObject({
  judul: label,
  sumber: z.string().min(1),
  berlaku: z.strictObject({ dari: z.string(), sampai: z.string().nullable() }),
  /** Formats whose sheets belong together and share their keys. */
  kelompok: z.string(),
  /**
   * What one row tells of; `peringkat` only of a rank that others gave a family, `sumber` and
   * `sumber_keluarga` of a person or a family as another source knows them, never for the registry.
   */
  peran: z.enum(['ruta', 'anggota', 'ruta_anggota', 'peringkat', 'sumber', 'sumber_keluarga']),
  /** Whose rows they are, where they stay beside the registry. */
  sumber_data: z.enum(sumberData).optional(),
  perangkat_kode: z.string(),
  /** Day the data speak of, where the file and its sender do not say. */
  tanggal_data: z.string().nullable(),
  /** Who computed the rank it carries, and what kind of rank, where no column says so. */
  sumber_peringkat: z.string().optional(),
  jenis_peringkat: z.enum(jenisLuar).optional(),
  kolom: z.array(kolomPetaSchema).min(3),
  /** Header rows and the format they must be recognised as; run as tests. */
  contoh: z.array(z.strictObject({ judul: z.array(z.string()), dikenal: z.boolean() })).default([]),
})

/** Whether the rows of a map stay beside the registry. */
export const ofSource = (peran: PeranPeta): boolean =>
  peran === 'sumber' || peran === 'sumber_keluarga'

export type KolomPeta = z.infer<typeof kolomPetaSchema>
export type PeranPeta = z.infer<typeof petaSchema>['peran']
export type Peta = z.infer<typeof petaSchema> & { readonly kode: string }
