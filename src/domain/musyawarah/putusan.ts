/** What a meeting says of a proposal, and which of many entries for one row holds. */
import type { Label } from '#domain/label.ts'
import type { Aksi } from '#domain/usulan/alur.ts'

type Rincian = { readonly label: Label; readonly aksi: Aksi; readonly perluAlasan: boolean }

export const putusan = {
  setuju: {
    label: { id: 'Disetujui', en: 'Agreed' },
    aksi: 'setujui',
    perluAlasan: false,
  },
  tidak_setuju: {
    label: { id: 'Tidak disetujui', en: 'Not agreed' },
    aksi: 'tidak_setujui',
    perluAlasan: true,
  },
  tunda: { label: { id: 'Ditunda', en: 'Put off' }, aksi: 'tunda', perluAlasan: true },
} as const satisfies Record<string, Rincian>
export type Putusan = keyof typeof putusan
export const semuaPutusan = Object.keys(putusan) as [Putusan, ...Putusan[]]

/** One entry for a row, as it was made on some device; `pada` in milliseconds. */
export type Keputusan = {
  readonly id: string
  readonly usulanId: string
  readonly putusan: Putusan
  readonly alasan: string | null
  readonly catatan: string | null
  readonly pada: number
}

/**
 * Which of two entries for one row holds: the one made later, whenever it arrived; of two at the same
 * millisecond the greater id, so that all devices agree.
 */
const lebihBaru = (a: Keputusan, b: Keputusan): boolean =>
  a.pada === b.pada ? a.id > b.id : a.pada > b.pada

/** The entry that holds, by proposal; the order in which entries arrive does not matter. */
export function keputusanBerlaku<K extends Keputusan>(semua: readonly K[]): ReadonlyMap<string, K> {
  const berlaku = new Map<string, K>()
  for (const k of semua) {
    const kini = berlaku.get(k.usulanId)
    if (!kini || lebihBaru(k, kini)) berlaku.set(k.usulanId, k)
  }
  return berlaku
}
