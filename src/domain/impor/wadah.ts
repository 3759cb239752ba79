/** Fixed places for the values of one unit (household or member), reused from row to row. */

export type Sel = string | number | null

/** What the columns of a place hold, for the table that takes the values. */
export type TempatNilai = {
  readonly nama: string
  readonly unit: 'ruta' | 'keluarga' | 'individu' | 'identitas'
}

export class Wadah {
  readonly tempat: TempatNilai[] = []
  readonly nilai: Sel[] = []
  /** 1 where the value came from a code that means one thing only. */
  private readonly pasti: number[] = []
  private readonly nomor = new Map<string, number>()

  /** The number of the place of that name, made when it is new. */
  place(nama: string, unit: TempatNilai['unit']): number {
    const known = this.nomor.get(nama)
    if (known !== undefined) return known
    this.nomor.set(nama, this.tempat.length)
    this.nilai.push(null)
    this.pasti.push(0)
    return this.tempat.push({ nama, unit }) - 1
  }

  clear(): void {
    this.nilai.fill(null)
    this.pasti.fill(0)
  }

  /** A certain value replaces an uncertain one (the power column tells of a meter), never the other way. */
  put(place: number, value: number, certain: boolean): void {
    if (this.nilai[place] !== null && (this.pasti[place] === 1 || !certain)) return
    this.nilai[place] = value
    this.pasti[place] = certain ? 1 : 0
  }
}
