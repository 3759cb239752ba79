/**
 * Seeded pseudo-random numbers (sfc32). One stream per household, derived from the seed and the
 * household's number, so that a household comes out the same whatever was made before it.
 */
export class Acak {
  private a: number
  private b: number
  private c: number
  private d = 1

  constructor(seed: number, kunci: number, untuk: number) {
    this.a = campur(seed ^ 0x9e3779b9)
    this.b = campur(kunci ^ Math.imul(seed, 0x85ebca6b))
    this.c = campur(untuk ^ Math.imul(kunci, 0xc2b2ae35))
    for (let i = 0; i < 8; i++) this.uint32()
  }

  private uint32(): number {
    const t = (this.a + this.b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return t >>> 0
  }

  /** A number in [0, 1). */
  satuan(): number {
    return this.uint32() / 4294967296
  }

  /** An integer in [dari, sampai], both included. */
  bulat(dari: number, sampai: number): number {
    return dari + Math.floor(this.satuan() * (sampai - dari + 1))
  }

  peluang(p: number): boolean {
    return this.satuan() < p
  }

  /** A standard normal number (Box–Muller; the twin is thrown away to keep the stream simple). */
  normal(): number {
    const u = 1 - this.satuan()
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.satuan())
  }

  pilih<T>(daftar: readonly T[]): T {
    const isi = daftar[Math.floor(this.satuan() * daftar.length)]
    if (isi === undefined) throw new Error('cannot choose from an empty list')
    return isi
  }

  /** One of `[value, weight]`; weights need not sum to one. */
  timbang<T>(daftar: readonly (readonly [T, number])[]): T {
    let jumlah = 0
    for (const [, berat] of daftar) jumlah += berat
    let u = this.satuan() * jumlah
    for (const [isi, berat] of daftar) {
      u -= berat
      if (u < 0) return isi
    }
    return this.pilih(daftar)[0]
  }
}

/** Mixes the bits of a 32-bit integer (murmur3's finaliser). */
function campur(n: number): number {
  let h = n | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
