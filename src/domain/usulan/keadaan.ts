/** States of a proposal, with the words of the offices, and at whose desk a proposal in that state lies. */
import type { Label } from '#domain/label.ts'

/** `selesai`: nothing more happens to it. */
export type Meja = 'pengusul' | 'desa' | 'kabkota' | 'provinsi' | 'pusat' | 'selesai'

type Rincian = { readonly label: Label; readonly meja: Meja }

export const keadaan = {
  draf: { label: { id: 'Draf', en: 'Draft' }, meja: 'pengusul' },
  diajukan: { label: { id: 'Diajukan', en: 'Proposed' }, meja: 'desa' },
  dilengkapi: { label: { id: 'Dilengkapi operator', en: 'Completed' }, meja: 'desa' },
  diketahui: { label: { id: 'Diketahui lurah', en: 'Known to the village head' }, meja: 'desa' },
  ditunda: { label: { id: 'Ditunda musyawarah', en: 'Put off by the meeting' }, meja: 'desa' },
  disetujui: { label: { id: 'Disetujui musyawarah', en: 'Agreed by the meeting' }, meja: 'desa' },
  tidak_disetujui: {
    label: { id: 'Tidak disetujui musyawarah', en: 'Not agreed by the meeting' },
    meja: 'selesai',
  },
  akhir: { label: { id: 'Daftar usulan akhir', en: 'Final list of the village' }, meja: 'desa' },
  diumumkan: { label: { id: 'Diumumkan', en: 'Posted' }, meja: 'desa' },
  difinalkan: { label: { id: 'Difinalkan', en: 'Finalised' }, meja: 'kabkota' },
  dikonfirmasi: {
    label: { id: 'Dikonfirmasi daerah asal', en: 'Confirmed by the origin' },
    meja: 'kabkota',
  },
  diverifikasi: { label: { id: 'Diverifikasi', en: 'Verified' }, meja: 'kabkota' },
  disahkan: { label: { id: 'Disahkan Kepala OPD', en: 'Endorsed' }, meja: 'provinsi' },
  diperiksa: { label: { id: 'Diperiksa provinsi', en: 'Checked by the province' }, meja: 'pusat' },
  ditarik: { label: { id: 'Ditarik pusat', en: 'Pulled by the centre' }, meja: 'pusat' },
  dikembalikan: { label: { id: 'Dikembalikan', en: 'Returned' }, meja: 'desa' },
  berbenturan: {
    label: { id: 'Berbenturan dengan data kini', en: 'In conflict with the record' },
    meja: 'kabkota',
  },
  diterima: { label: { id: 'Diterima', en: 'Accepted' }, meja: 'selesai' },
  ditolak: { label: { id: 'Ditolak', en: 'Rejected' }, meja: 'selesai' },
  dibatalkan: { label: { id: 'Dibatalkan', en: 'Withdrawn' }, meja: 'selesai' },
  kedaluwarsa: { label: { id: 'Draf kedaluwarsa', en: 'Draft expired' }, meja: 'selesai' },
} as const satisfies Record<string, Rincian>

export type Keadaan = keyof typeof keadaan

export const semuaKeadaan = Object.keys(keadaan) as readonly Keadaan[]

/** Nothing more happens to a proposal in one of these states. */
export const selesai: ReadonlySet<Keadaan> = new Set(
  semuaKeadaan.filter((k) => keadaan[k].meja === 'selesai'),
)
