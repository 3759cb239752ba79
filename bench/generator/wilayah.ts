/** The villages of one kab/kota, with the BPS-like codes and the weights that the files need. */
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { Acak } from './acak.ts'

export type Desa = {
  /** Kemendagri's ten digits. */
  readonly kode: number
  readonly nama: string
  readonly kecamatan: string
  /** Place of the kecamatan within the kab/kota, from 1. */
  readonly nomorKecamatan: number
  /** Three-digit codes in the manner of BPS: not Kemendagri's. */
  readonly bpsKecamatan: string
  readonly bpsDesa: string
  readonly pesisir: boolean
  readonly pedesaan: boolean
  /** Share of the families, before it is scaled. */
  readonly bobot: number
  /** How much better (or worse) off the village is than the kab/kota. */
  readonly geser: number
}

export type Kota = {
  /** Four digits: `6474`. */
  readonly kode: number
  readonly provinsi: string
  readonly nama: string
  /** `BONTANG` for Kota Bontang: what files write as a place of birth. */
  readonly namaPendek: string
  readonly desa: readonly Desa[]
}

const pantai = /\b(pantai|pesisir|laut|kuala|muara|pulau|tanjung|teluk|bahari|karang|pasir)\b/i

/** Reads one kab/kota by its four (or ten) digits; null when there is none. */
export async function bacaKota(kode: string): Promise<Kota | null> {
  const angka = kode.replaceAll('.', '').slice(0, 4)
  if (!/^\d{4}$/.test(angka)) return null
  const titik = `${angka.slice(0, 2)}.${angka.slice(2)}`
  const kota = (await getRegencies()).find((r) => r.code === titik)
  const provinsi = (await getProvinces()).find((p) => p.code === angka.slice(0, 2))
  if (!kota || !provinsi) return null
  const kecamatan = (await getDistricts()).filter((d) => d.regency_code === titik)
  const desa = (await getVillages()).filter((v) => v.district_code.startsWith(`${titik}.`))
  return {
    kode: Number(angka),
    provinsi: provinsi.name.toUpperCase(),
    nama: kota.name.toUpperCase(),
    namaPendek: kota.name.toUpperCase().replace(/^(KABUPATEN|KOTA( ADMINISTRASI)?) /, ''),
    desa: kecamatan.flatMap((k, i) => {
      const dalam = desa.filter((d) => d.district_code === k.code)
      return dalam.map((d, j) => desaDari(d.code, d.name, k.name, [i, j], dalam.length))
    }),
  }
}

/** Villages are numbered backwards within their kecamatan, so that a code read as Kemendagri's shows. */
function desaDari(
  kode: string,
  nama: string,
  kecamatan: string,
  [i, j]: readonly [number, number],
  sebanyak: number,
): Desa {
  const angka = Number(kode.replaceAll('.', ''))
  const acak = new Acak(angka % 2147483647, i, j)
  return {
    kode: angka,
    nama: nama.toUpperCase(),
    kecamatan: kecamatan.toUpperCase(),
    nomorKecamatan: i + 1,
    bpsKecamatan: String((i + 1) * 10).padStart(3, '0'),
    bpsDesa: String(sebanyak - j).padStart(3, '0'),
    pesisir: pantai.test(nama),
    pedesaan: angka % 10000 >= 2000,
    bobot: Math.exp(0.45 * acak.normal()),
    geser: 0.25 * acak.normal(),
  }
}
