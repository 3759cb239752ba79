/**
 * The outbox of a meeting: what was written in the hall goes to the server in the order in which it was
 * made, once, and is kept until the server has taken it. Knows neither disk nor line; both are handed in.
 */
import type { Keputusan, Kiriman } from '#web/musyawarah/simpanan.ts'

/** What the server said to one attempt. */
export type Jawaban =
  | { readonly jenis: 'putuskan'; readonly ditolak: readonly Ditolak[] }
  | { readonly jenis: 'agenda' | 'hadir'; readonly versi: number }
export type Ditolak = { readonly id: string; readonly label: { id: string; en: string } }

export type GalatKirim = {
  /** 0: no line. */
  readonly status: number
  readonly kode: string
  readonly judul: string
  readonly isi: string
}

export type Dep = {
  /** Sends one write of agenda or attendance, or decisions that stand in a row. */
  readonly kirim: (k: readonly [Kiriman, ...Kiriman[]]) => Promise<Jawaban>
  readonly galat: (error: unknown) => GalatKirim
  readonly tulis: (k: Kiriman) => Promise<void>
  readonly hapus: (id: readonly string[]) => Promise<void>
  /** Called with what the server has taken, before it is let go of. */
  readonly terkirim: (k: readonly Kiriman[], j: Jawaban) => Promise<void>
}

export type KeadaanKotak = {
  readonly menunggu: readonly Kiriman[]
  readonly tahap: 'diam' | 'mengirim' | 'luring' | 'tertahan'
  /** Decisions that the server did not note, with the words that it gave. */
  readonly ditolak: readonly { readonly isi: Keputusan; readonly label: Ditolak['label'] }[]
}

/** How often it is tried again while there is no line, milliseconds. */
const JEDA = 5000
/** Most decisions that go at once. */
const TERBANYAK = 500

/**
 * A newer write in place of one that waits: it was made on top of that one, so the version that its writer
 * saw is the same (what somebody else wrote meanwhile is still asked about), and so are the numbers typed,
 * which no page shows again.
 */
function lanjutan(baru: Kiriman, lama: Kiriman): Kiriman {
  if (baru.jenis === 'putuskan' || lama.jenis === 'putuskan') return baru
  const { versi } = lama
  if (baru.jenis === 'agenda' || lama.jenis === 'agenda') return { ...baru, versi }
  const nomor = new Map(lama.isi.hadir.flatMap((h) => (h.nomor ? [[h.id, h.nomor] as const] : [])))
  const hadir = baru.isi.hadir.map((h) => {
    const typed = h.nomor ?? nomor.get(h.id)
    return typed ? { ...h, nomor: typed } : h
  })
  return { ...baru, versi, isi: { ...baru.isi, hadir } }
}

export class KotakKeluar {
  #s: KeadaanKotak
  readonly #dep: Dep
  readonly #pendengar = new Set<() => void>()
  #berjalan: Promise<void> | null = null
  #jam: ReturnType<typeof setTimeout> | null = null

  constructor(awal: readonly Kiriman[], dep: Dep) {
    this.#dep = dep
    this.#s = { menunggu: awal, tahap: 'diam', ditolak: [] }
  }

  readonly dengar = (f: () => void): (() => void) => {
    this.#pendengar.add(f)
    return () => this.#pendengar.delete(f)
  }
  readonly kini = (): KeadaanKotak => this.#s

  /** Keeps a write and sends it. Of agenda and attendance only the last one that waits is sent. */
  readonly tambah = async (baru: Kiriman): Promise<void> => {
    const lama = baru.jenis === 'putuskan' ? [] : this.#terlama(baru.jenis)
    const gantikan = lama.map(({ id }) => id)
    const k = lama.reduce(lanjutan, baru)
    this.#set({ menunggu: [...this.#tanpa(gantikan), k] })
    await this.#dep.tulis(k)
    await this.#dep.hapus(gantikan)
    await this.jalankan()
  }

  /** Sends what waits; again by itself while there is no line. */
  readonly jalankan = (): Promise<void> => {
    if (this.#jam) clearTimeout(this.#jam)
    this.#berjalan ??= this.#habiskan().finally(() => {
      this.#berjalan = null
    })
    return this.#berjalan
  }

  /**
   * Sends again what was refused: agenda and attendance over the version that stands now, for somebody
   * else wrote meanwhile.
   */
  readonly paksa = async (id: string, versi: number, nomor: string): Promise<void> => {
    const lama = this.#s.menunggu.find((k) => k.id === id)
    if (!lama) return
    const { masalah: _, ...isi } = lama
    await this.#ganti(id, isi.jenis === 'putuskan' ? isi : { ...isi, id: nomor, versi })
    await this.jalankan()
  }

  /** Lets go of a write that was refused. */
  readonly buang = async (id: string): Promise<void> => {
    this.#set({ menunggu: this.#tanpa([id]) })
    await this.#dep.hapus([id])
    await this.jalankan()
  }

  readonly lupakanDitolak = (): void => this.#set({ ditolak: [] })

  #set(baru: Partial<KeadaanKotak>): void {
    this.#s = { ...this.#s, ...baru }
    for (const f of this.#pendengar) f()
  }

  #tanpa(id: readonly string[]): readonly Kiriman[] {
    return this.#s.menunggu.filter((k) => !id.includes(k.id))
  }

  /** Those of a kind that a newer one replaces; the one on its way now is not among them. */
  #terlama(jenis: Kiriman['jenis']): Kiriman[] {
    return this.#s.menunggu.filter((k) => k.jenis === jenis && k.id !== this.#dikirim)
  }
  #dikirim: string | null = null

  async #ganti(id: string, k: Kiriman): Promise<void> {
    this.#set({ menunggu: this.#s.menunggu.map((lama) => (lama.id === id ? k : lama)) })
    await this.#dep.tulis(k)
    if (k.id !== id) await this.#dep.hapus([id])
  }

  /**
   * What goes next: the first write, with the decisions that follow it. Behind an agenda that was refused
   * decisions wait, they may be of its rows.
   */
  #berikut(): readonly [Kiriman, ...Kiriman[]] | null {
    const { menunggu } = this.#s
    const tertahan = menunggu.some((k) => k.jenis === 'agenda' && k.masalah)
    const bebas = menunggu.filter((k) => !k.masalah && !(tertahan && k.jenis === 'putuskan'))
    const [first] = bebas
    if (!first) return null
    if (first.jenis !== 'putuskan') return [first]
    const akhir = bebas.findIndex((k) => k.jenis !== 'putuskan')
    return [first, ...bebas.slice(1, Math.min(akhir < 0 ? bebas.length : akhir, TERBANYAK))]
  }

  async #habiskan(): Promise<void> {
    for (let k = this.#berikut(); k !== null; k = this.#berikut()) {
      this.#set({ tahap: 'mengirim' })
      this.#dikirim = k[0].id
      try {
        await this.#selesai(k, await this.#dep.kirim(k))
      } catch (error) {
        if (!(await this.#gagal(k, this.#dep.galat(error)))) return
      } finally {
        this.#dikirim = null
      }
    }
    this.#set({ tahap: this.#s.menunggu.length > 0 ? 'tertahan' : 'diam' })
  }

  async #selesai(k: readonly [Kiriman, ...Kiriman[]], j: Jawaban): Promise<void> {
    const [first] = k
    if (j.jenis === 'putuskan') {
      const buruk = new Map(j.ditolak.map((d) => [d.id, d.label]))
      const ditolak = k.flatMap((satu) => {
        const label = satu.jenis === 'putuskan' ? buruk.get(satu.isi.id) : undefined
        return label && satu.jenis === 'putuskan' ? [{ isi: satu.isi, label }] : []
      })
      this.#set({ ditolak: [...this.#s.ditolak, ...ditolak] })
    } else if (first.jenis !== 'putuskan') {
      // What was written on the same version meanwhile goes on from the one that this write made.
      for (const lain of this.#s.menunggu)
        if (lain.id !== first.id && lain.jenis !== 'putuskan' && lain.versi === first.versi)
          await this.#ganti(lain.id, { ...lain, versi: j.versi })
    }
    const id = k.map((satu) => satu.id)
    const tidak = j.jenis === 'putuskan' ? j.ditolak.map((d) => d.id) : []
    await this.#dep.terkirim(
      k.filter((satu) => satu.jenis !== 'putuskan' || !tidak.includes(satu.isi.id)),
      j,
    )
    this.#set({ menunggu: this.#tanpa(id) })
    await this.#dep.hapus(id)
  }

  /** @returns whether the others may go on */
  async #gagal(k: readonly [Kiriman, ...Kiriman[]], g: GalatKirim): Promise<boolean> {
    if (g.status === 0 || g.status === 429 || g.status >= 500) {
      this.#set({ tahap: 'luring' })
      this.#jam = setTimeout(() => void this.jalankan(), JEDA)
      return false
    }
    // Signed out: everything waits for the person, nothing is wrong with it.
    if (g.status === 401 || g.status === 403) {
      this.#set({ tahap: 'tertahan' })
      return false
    }
    const masalah = { kode: g.kode, judul: g.judul, isi: g.isi }
    for (const satu of k) await this.#ganti(satu.id, { ...satu, masalah })
    return true
  }
}
