/** Which names share the sound of a word, as the blocking rules by `bunyi` ask of two records. */
import { bunyiKata } from './bunyi.ts'
import { type AturanKata, PembakuKata } from './kamus-kata.ts'

/** Words whose sound is remembered; beyond it the memory begins anew. */
const terbanyak = 100_000

export class BunyiNama {
  readonly #pembaku: PembakuKata
  readonly #bunyi = new Map<string, string>()

  constructor(aturan: AturanKata) {
    this.#pembaku = new PembakuKata(aturan)
  }

  /** The sounds of the words of a folded name; titles have none. */
  dari(nama: string): string[] {
    return nama.split(' ').flatMap((kata) => this.#kata(kata) || [])
  }

  /** Whether a folded name has one of these sounds. */
  bersama(bunyi: ReadonlySet<string>, nama: string): boolean {
    return this.dari(nama).some((b) => bunyi.has(b))
  }

  #kata(kata: string): string {
    const tahu = this.#bunyi.get(kata)
    if (tahu !== undefined) return tahu
    if (this.#bunyi.size >= terbanyak) this.#bunyi.clear()
    const bunyi = bunyiKata(this.#pembaku.baku(kata))
    this.#bunyi.set(kata, bunyi)
    return bunyi
  }
}
