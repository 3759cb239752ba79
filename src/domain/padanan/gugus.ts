/** Which records are one person: the connected parts of the pairs that match. */

/** For each record the smallest number of its cluster; alone, its own. */
export class Gugus {
  readonly #induk: Int32Array

  constructor(banyak: number) {
    this.#induk = new Int32Array(banyak)
    for (let i = 0; i < banyak; i++) this.#induk[i] = i
  }

  akar(n: number): number {
    const induk = this.#induk
    let x = n
    while (induk[x] !== x) {
      induk[x] = induk[induk[x] as number] as number
      x = induk[x] as number
    }
    return x
  }

  satukan(a: number, b: number): void {
    const x = this.akar(a)
    const y = this.akar(b)
    if (x < y) this.#induk[y] = x
    else if (y < x) this.#induk[x] = y
  }
}
