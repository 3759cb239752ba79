/** How a run over an area is divided into parts that are matched by themselves, none larger than memory allows. */
import { tingkatOf, type Wilayah, wilayahAt } from '#domain/wilayah/kode.ts'

/** Records of one kecamatan, of one partition. */
export type Hitungan = { readonly kab: number; readonly kecamatan: Wilayah; readonly n: number }

export type Bagian = {
  readonly kab: number
  readonly wilayah: Wilayah
  readonly lo: number
  readonly hi: number
  readonly rekaman: number
}

/** The narrowest region that holds two regions: of two villages of one kecamatan, that kecamatan. */
export function wilayahBersama(a: Wilayah, b: Wilayah): Wilayah {
  if (a === b) return a
  for (const level of ['kecamatan', 'kabkota', 'provinsi'] as const)
    if (wilayahAt(a, level) === wilayahAt(b, level)) return wilayahAt(a, level)
  return 0
}

/**
 * A kab/kota is one part; one with more than `terbanyak` records is cut between its kecamatan, as evenly
 * as whole kecamatan allow. A single kecamatan that is larger stays whole. In the order of the codes.
 */
export function rencanaBagian(hitungan: readonly Hitungan[], terbanyak: number): Bagian[] {
  const perKab = Map.groupBy(hitungan, (h) => `${h.kab} ${wilayahAt(h.kecamatan, 'kabkota')}`)
  return [...perKab.values()]
    .flatMap((isi) => {
      const urut = isi.toSorted((a, b) => a.kecamatan - b.kecamatan)
      const semua = urut.reduce((n, h) => n + h.n, 0)
      const banyak = Math.ceil(semua / terbanyak)
      const sebesar = semua / banyak
      const hasil: Hitungan[][] = [[]]
      let n = 0
      for (const h of urut) {
        const kini = hasil.at(-1) as Hitungan[]
        if (kini.length > 0 && (n + h.n > terbanyak || n + h.n / 2 > sebesar)) {
          hasil.push([h])
          n = h.n
        } else {
          kini.push(h)
          n += h.n
        }
      }
      return hasil.map((bagian, i) => satuBagian(bagian, i === 0, i === hasil.length - 1))
    })
    .sort((a, b) => a.lo - b.lo || a.kab - b.kab)
}

/** The first part begins and the last ends where the kab/kota does: records without a village belong to the first. */
function satuBagian(isi: readonly Hitungan[], pertama: boolean, terakhir: boolean): Bagian {
  const [awal] = isi
  const akhir = isi.at(-1)
  if (!awal || !akhir) throw new RangeError('a part of a run needs records')
  const kabkota = wilayahAt(awal.kecamatan, 'kabkota')
  const utuh = pertama && terakhir
  return {
    kab: awal.kab,
    wilayah: utuh ? kabkota : wilayahBersama(awal.kecamatan, akhir.kecamatan),
    lo: pertama ? kabkota : awal.kecamatan,
    hi: terakhir ? kabkota + 1e6 : akhir.kecamatan + 1e4,
    rekaman: isi.reduce((n, h) => n + h.n, 0),
  }
}

/** Whether an area is large enough to be matched by itself: a kab/kota and above. */
export const cukupLuas = (wilayah: Wilayah): boolean =>
  ['nasional', 'provinsi', 'kabkota'].includes(tingkatOf(wilayah))
