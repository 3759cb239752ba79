/** What the counter says of a family, in sentences; the same words go into the letter. Pure. */
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import type { Label } from '#domain/label.ts'

export type KeadaanLoket = {
  /** Of the family: aktif, nonaktif, habis, pindah. */
  readonly status: string
  /** Day since when it is registered, 'YYYY-MM-DD'. */
  readonly sejak: string
  readonly statusDari: string | null
  readonly desil: {
    readonly nilai: number
    readonly sumber: string
    readonly tanggal: string
  } | null
  readonly program: readonly Label[]
}

/** Registered is who is in the registry now; whoever was, and is no longer, is not. */
export const terdaftar = ({ status }: Pick<KeadaanLoket, 'status'>): boolean => status === 'aktif'

const kataStatus: Readonly<Record<string, Label>> = {
  nonaktif: { id: 'dinonaktifkan', en: 'made inactive' },
  habis: { id: 'tidak beranggota lagi', en: 'without members' },
  pindah: { id: 'pindah', en: 'moved away' },
}

function kalimatStatus(k: KeadaanLoket): Label {
  if (terdaftar(k))
    return {
      id: `Terdaftar sejak ${tanggalSurat(k.sejak)}.`,
      en: `Registered since ${k.sejak}.`,
    }
  const kata = kataStatus[k.status] ?? { id: k.status, en: k.status }
  const dari = k.statusDari
  return {
    id: `Tidak terdaftar lagi: ${kata.id}${dari ? ` sejak ${tanggalSurat(dari)}` : ''}.`,
    en: `No longer registered: ${kata.en}${dari ? ` since ${dari}` : ''}.`,
  }
}

/** `Desil 3 dari 10 (1 paling miskin), menurut DTSEN per 1 Mei 2018.` */
export function kalimatDesil({ desil }: Pick<KeadaanLoket, 'desil'>): Label {
  if (!desil) return { id: 'Belum berdesil.', en: 'Not ranked in a decile yet.' }
  return {
    id: `Desil ${desil.nilai} dari 10 (1 paling miskin), menurut ${desil.sumber} per ${tanggalSurat(desil.tanggal)}.`,
    en: `Decile ${desil.nilai} of 10 (1 is poorest), by ${desil.sumber} of ${desil.tanggal}.`,
  }
}

export function kalimatBantuan({ program }: Pick<KeadaanLoket, 'program'>): Label {
  if (program.length === 0)
    return { id: 'Tidak sedang menerima bantuan yang tercatat.', en: 'Receives no recorded aid.' }
  return {
    id: `Menerima ${program.map((p) => p.id).join(', ')}.`,
    en: `Receives ${program.map((p) => p.en).join(', ')}.`,
  }
}

export const kalimatLoket = (k: KeadaanLoket): Label[] => [
  kalimatStatus(k),
  kalimatDesil(k),
  kalimatBantuan(k),
]

/** Nothing found here; the same words whether or not there is something elsewhere. */
export const kalimatTidakAda = (wilayah: string): Label => ({
  id: `Tidak ditemukan di ${wilayah}. Apakah terdaftar di tempat lain, perlu diperiksa kab/kota.`,
  en: `Not found in ${wilayah}. Whether registered elsewhere must be checked by the kab/kota.`,
})
