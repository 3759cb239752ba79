/** Who may take which step at all, and whose desk shows which states: read off the tables of all tracks. */
import type { Aksi, Pelaku } from './alur.ts'
import type { Jalur } from './jenis.ts'
import type { Keadaan } from './keadaan.ts'
import { semuaAlur } from './semua-alur.ts'

const tables = Object.values(semuaAlur)

/** All who take a step somewhere, the clock left out; in the order in which the tables name them. */
export const pelakuAksi = (aksi: Aksi): readonly Exclude<Pelaku, 'sistem'>[] => [
  ...new Set(
    tables
      .flatMap((a) => a.langkah)
      .filter((l) => l.aksi === aksi && !l.rapat && !l.lintas)
      .flatMap((l) => [...l.oleh, ...(l.naik ?? [])])
      .filter((p): p is Exclude<Pelaku, 'sistem'> => p !== 'sistem'),
  ),
]

/** Steps that merely undo, ask or return are not what an inbox waits for. */
const bukanTugas: ReadonlySet<Aksi> = new Set([
  'tarik_kembali',
  'mohon_buka',
  'batalkan',
  'kembalikan',
  'kembalikan_kelayakan',
  'tolak',
  'kabulkan_keberatan',
])

/** The states, by track, in which a role has the next thing to do: its inbox. */
export function mejaKerja(pelaku: Pelaku): readonly { jalur: Jalur; status: Keadaan }[] {
  const found = tables.flatMap((a) =>
    a.langkah
      .filter((l) => l.oleh.includes(pelaku) && !l.lintas && !bukanTugas.has(l.aksi))
      .flatMap((l) => l.dari.map((status) => ({ jalur: a.jalur, status }))),
  )
  return [...new Map(found.map((f) => [`${f.jalur} ${f.status}`, f])).values()]
}
