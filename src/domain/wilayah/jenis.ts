/** What people call a region, read from its code where nobody says otherwise. */
import { type Tingkat, tingkatOf, type Wilayah } from './kode.ts'

const jenisDesa: Readonly<Record<string, string>> = {
  '1': 'kelurahan',
  '2': 'desa',
  '3': 'desa adat',
}

/** Second digit pair from 71 on is a kota, first digit of the serial a kelurahan. */
export function jenisOf(kode: Wilayah, level: Tingkat = tingkatOf(kode)): string {
  if (level === 'kabkota') return Math.floor(kode / 1e6) % 100 >= 71 ? 'kota' : 'kabupaten'
  if (level === 'desa') return jenisDesa[String(kode).at(-4) ?? ''] ?? 'desa'
  return level === 'nasional' ? 'negara' : level
}
