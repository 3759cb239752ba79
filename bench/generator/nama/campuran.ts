/** Which cultures live in which province. */
import { type Budaya, kata, kumpulan } from './kumpulan.ts'

/** By the first two digits of the region, from and to; the coast of 64 is one of migrants. */
const campuran: readonly (readonly [dari: number, sampai: number, bagian: string])[] = [
  [
    64,
    65,
    `bugis 28 jawa 27 banjar 11 kutai 10 mandar 5 madura 4 toraja 4 sunda 3 batak 2 dayak 2
     minang 1.5 timor 1.5 bali 1 tionghoa 0.8 papua 0.3`,
  ],
  [61, 63, 'banjar 35 jawa 22 dayak 20 melayu 10 madura 6 tionghoa 4 bugis 3'],
  [11, 21, 'melayu 38 jawa 22 batak 18 minang 16 tionghoa 3 sunda 3'],
  [31, 36, 'jawa 66 sunda 22 madura 6 batak 2 tionghoa 2 minang 2'],
  [51, 51, 'bali 86 jawa 12 tionghoa 2'],
  [52, 53, 'timor 62 melayu 28 bugis 6 jawa 4'],
  [71, 76, 'bugis 52 mandar 14 toraja 14 jawa 12 timor 5 bali 3'],
  [81, 82, 'timor 44 bugis 20 jawa 16 melayu 14 papua 6'],
  [91, 97, 'papua 68 jawa 12 bugis 11 timor 6 toraja 3'],
]

const isBudaya = (nama: string): nama is Budaya => nama in kumpulan

/** The cultures of a province with their weights. */
export function campuranDi(provinsi: number): readonly (readonly [Budaya, number])[] {
  const baris = campuran.find(([dari, sampai]) => provinsi >= dari && provinsi <= sampai)
  const bagian = kata(baris?.[2] ?? 'jawa 1')
  return bagian.flatMap((nama, i) => {
    if (!isBudaya(nama)) return []
    const berat: [Budaya, number] = [nama, Number(bagian[i + 1])]
    return [berat]
  })
}
