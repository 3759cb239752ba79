/** Streets, RT and RW of a household, and the ways an SLS is written. */
import type { Acak } from './acak.ts'
import { Acak as Pengacak } from './acak.ts'
import type { Desa } from './wilayah.ts'

const jalan =
  `KS TUBUN|PATTIMURA|MT HARYONO|AHMAD YANI|BHAYANGKARA|IMAM BONJOL|DIPONEGORO|SULTAN HASANUDDIN
PANGERAN ANTASARI|KAPAL LAYAR|KAPAL SELAM|SLAMET RIYADI|R. SUPRAPTO|GAJAH MADA|HAYAM WURUK|SAM RATULANGI
TEUKU UMAR|CUT NYAK DIEN|IR. H. JUANDA|HOS COKROAMINOTO|KI HAJAR DEWANTARA|PELABUHAN|NELAYAN|PASAR LAMA
MASJID|PENDIDIKAN|GOTONG ROYONG|MAWAR|MELATI|CEMPAKA|KENANGA|FLAMBOYAN|SERUNI|KELAPA GADING|MANGGA
RAMBUTAN|DURIAN|CENDRAWASIH|ELANG|MERPATI|GELATIK|TONGKOL|TERI|BAWAL|KAKAP|CUMI-CUMI|KEPITING|SELAT BALI
SELAT KARIMATA|SELAT LOMBOK|ASMAWARMAN|PIPA GAS|POROS|INPRES|TRANSMIGRASI|KARYA|BAKTI|SEJAHTERA|DAMAI
TANI|MAKMUR|RAYA|BARU|SIDOMULYO|TRIKORA|PEMUDA|VETERAN|VETERAN GANG BUNTU|KARTINI|SUDIRMAN|YOS SUDARSO`
    .split(/[|\n]/)
    .filter((nama) => nama !== '')

export type Alamat = {
  readonly rt: number
  readonly rw: number
  readonly sls: string
  readonly alamat: string
}

/** The streets of a village: always the same six. */
export function jalanDesa(desa: Desa): string[] {
  const acak = new Pengacak(desa.kode % 2147483647, 7, 7)
  return Array.from({ length: 6 }, () => acak.pilih(jalan))
}

/** An address among the `banyakRt` of the village; lower RT numbers are the older, fuller ones. */
export function buatAlamat(
  acak: Acak,
  desa: Desa,
  nama: readonly string[],
  banyakRt: number,
): Alamat {
  const rt = 1 + Math.floor(banyakRt * acak.satuan() ** 1.15)
  const rw = 1 + Math.floor((rt - 1) / 6)
  const nomor = acak.peluang(0.6) ? ` NO. ${acak.bulat(1, 120)}` : ''
  const gang = acak.peluang(0.3) ? ` GG. ${acak.pilih(nama)}` : ''
  const awal = desa.pedesaan && acak.peluang(0.5) ? 'DUSUN' : 'JL.'
  const ekor = acak.peluang(0.5) ? ` RT ${String(rt).padStart(2, '0')}` : ''
  return { rt, rw, sls: slsBaku(rt), alamat: `${awal} ${acak.pilih(nama)}${gang}${nomor}${ekor}` }
}

/** `RT 007`: how the list of SLS writes it. */
export const slsBaku = (rt: number): string => `RT ${String(rt).padStart(3, '0')}`

/** One of the other ways of writing it. */
export function slsLain(acak: Acak, rt: number, rw: number): string {
  const dua = (n: number) => String(n).padStart(2, '0')
  return acak.pilih([
    `RT.${dua(rt)}/RW.${dua(rw)}`,
    `RT ${rt}`,
    `Rt.${String(rt).padStart(3, '0')}`,
  ])
}
