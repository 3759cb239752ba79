/** The office that somebody acts for, in words: role and area, without a person's name. */
import type { Label } from '#domain/label.ts'
import type { Tingkat } from '#domain/wilayah/kode.ts'

/** A region as it is called: `nama` "Api-api", `jenis` "kelurahan", `tingkat` "desa". */
export type Tempat = {
  readonly nama: string
  readonly jenis: string
  readonly tingkat: Tingkat
}

const berjenis: readonly (readonly [string, string])[] = [
  ['provinsi', 'Provinsi'],
  ['kecamatan', 'Kecamatan'],
  ['kelurahan', 'Kelurahan'],
  ['desa', 'Desa'],
]

/** "Kelurahan Api-api", "Kota Bontang": names of kab/kota carry their kind already. */
export function namaTempat({ nama, jenis }: Tempat): string {
  const kata = berjenis.find(([awal]) => jenis.startsWith(awal))?.[1]
  return kata === undefined ? nama : `${kata} ${nama}`
}

const sama = (teks: string): Label => ({ id: teks, en: teks })

const dinas = (tempat: string): Label => ({
  id: `Dinas Sosial ${tempat}`,
  en: `Social office of ${tempat}`,
})

const pemerintah = (tempat: string): Label => ({
  id: `Kantor ${tempat}`,
  en: `Office of ${tempat}`,
})

/** Offices of single roles; every other role sits in the social office or the office of its area. */
const khusus: Readonly<Record<string, (tempat: string) => Label>> = {
  pusdatin: () => ({ id: 'Pusdatin Kementerian Sosial', en: 'Data centre of the ministry' }),
  bps: (t) => ({ id: `BPS ${t}`, en: `Statistics office of ${t}` }),
  auditor: (t) => ({ id: `Auditor ${t}`, en: `Auditor of ${t}` }),
  opd_terkait: (t) => ({ id: `OPD terkait ${t}`, en: `Related office of ${t}` }),
  administrator: (t) => ({ id: `Administrator ${t}`, en: `Administrator of ${t}` }),
}

/**
 * The office of a role in an area.
 * @param peran null for the system and for who held no role
 */
export function kantorOf(peran: string | null, tempat: Tempat | null): Label {
  if (peran === null) return { id: 'Sistem', en: 'The system' }
  if (tempat === null) return sama('–')
  const nama = namaTempat(tempat)
  const buat = khusus[peran]
  if (buat) return buat(nama)
  return tempat.tingkat === 'desa' || tempat.tingkat === 'kecamatan'
    ? pemerintah(nama)
    : dinas(nama)
}
