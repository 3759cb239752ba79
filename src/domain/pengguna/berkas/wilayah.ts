/** The region that a row means: by code, or by name among the regions of the sender's area. */
import { kunciWilayah } from '#domain/impor/wilayah-cocok.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { parseKode, type Tingkat, type Wilayah } from '#domain/wilayah/kode.ts'

export type Calon = {
  readonly kode: Wilayah
  readonly nama: string
  readonly tingkat: Tingkat
  /** Name of the region above. */
  readonly induk: string | null
}

export type CariWilayah = (
  text: string,
  tingkat: readonly Tingkat[],
) => Result<Calon, 'wilayah_tidak_dikenal' | 'wilayah_ganda'>

const kantor =
  /^(?:kelurahan|kel|desa|kecamatan|kec|distrik|kabupaten|kab|kota|provinsi|prov)\b\.?\s*/i

/** Looks regions up by name, at the levels at which a role is held; a code is found at any level. */
export function pencariWilayah(calon: readonly Calon[]): CariWilayah {
  const byKode = new Map(calon.map((c) => [c.kode, c]))
  const byNama = new Map<string, Calon[]>()
  for (const c of calon) {
    for (const kunci of new Set([kunciWilayah(c.nama), kunciWilayah(c.nama.replace(kantor, ''))])) {
      byNama.set(kunci, [...(byNama.get(kunci) ?? []), c])
    }
  }
  return (text, tingkat) => {
    const kode = parseKode(text)
    if (kode !== null || text.trim() === '0') {
      const found = byKode.get(kode ?? 0)
      return found ? ok(found) : err('wilayah_tidak_dikenal')
    }
    const [nama = '', induk] = text.split(/[,/;]/).map((part) => part.trim())
    const bernama =
      byNama.get(kunciWilayah(nama)) ?? byNama.get(kunciWilayah(nama.replace(kantor, ''))) ?? []
    const cocok = bernama.filter(
      (c) => tingkat.includes(c.tingkat) && (!induk || samaInduk(c, induk)),
    )
    if (cocok.length > 1) return err('wilayah_ganda')
    const [satu] = cocok
    return satu ? ok(satu) : err('wilayah_tidak_dikenal')
  }
}

const samaInduk = (c: Calon, induk: string): boolean =>
  c.induk !== null &&
  kunciWilayah(c.induk.replace(kantor, '')) === kunciWilayah(induk.replace(kantor, ''))
