/** Lists that integration leads to: who is missing, who may receive wrongly; and the proposal each becomes. */
import type { Label } from '../label.ts'
import type { JenisUsulan } from '../usulan/jenis.ts'

type Rincian = {
  readonly label: Label
  /** What the reader must know of its rows. */
  readonly isi: Label
  readonly usulan: JenisUsulan
}

export const daftarIntegrasi = {
  belum_terdaftar: {
    label: { id: 'Termiskin P3KE, belum terdaftar', en: 'Poorest in P3KE, not registered' },
    isi: {
      id: 'Kepala keluarga desil 1 P3KE yang tidak dikenal di registri, baik menurut NIK maupun pemadanan.',
      en: 'Heads of families of decile 1 in P3KE whom the registry knows neither by NIK nor by matching.',
    },
    usulan: 'keluarga_baru',
  },
  menerima_meninggal: {
    label: { id: 'Menerima, tercatat meninggal', en: 'Receiving, recorded as dead' },
    isi: {
      id: 'Anggota keluarga penerima yang menurut Dukcapil sudah meninggal.',
      en: 'Members of receiving families who are dead by the books of Dukcapil.',
    },
    usulan: 'meninggal',
  },
  menerima_pindah: {
    label: { id: 'Menerima, tercatat pindah', en: 'Receiving, recorded as moved' },
    isi: {
      id: 'Anggota keluarga penerima yang menurut Dukcapil tinggal di luar wilayah ini.',
      en: 'Members of receiving families who live outside this area by the books of Dukcapil.',
    },
    usulan: 'pindah_keluar',
  },
  menerima_asn: {
    label: { id: 'Menerima, pekerjaan dikecualikan', en: 'Receiving, occupation excluded' },
    isi: {
      id: 'Anggota keluarga penerima yang menurut Dukcapil PNS, TNI, Polri, pensiunan, atau pekerjaan lain yang dikecualikan. Tanda ini dapat keliru: periksa dahulu.',
      en: 'Members of receiving families whose occupation at Dukcapil excludes: civil servant, army, police, pensioner and the like. The mark may be wrong: look first.',
    },
    usulan: 'tidak_layak',
  },
  menerima_ganda: {
    label: { id: 'Menerima, tercatat ganda', en: 'Receiving, recorded twice' },
    isi: {
      id: 'Anggota keluarga penerima yang menurut pemadanan terdaftar lebih dari sekali.',
      en: 'Members of receiving families who are registered more than once by matching.',
    },
    usulan: 'tidak_layak',
  },
} as const satisfies Record<string, Rincian>

export type JenisDaftar = keyof typeof daftarIntegrasi
export const semuaDaftar = Object.keys(daftarIntegrasi) as [JenisDaftar, ...JenisDaftar[]]
