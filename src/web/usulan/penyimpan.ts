/**
 * Saves a proposal while it is typed: one write at a time, the newest last. A lost line, a reload and
 * an ended session lose nothing: what is not yet taken stands in the browser and is sent again.
 */
import type { ShownError } from '#ui/state.tsx'
import type { InputOf } from '#web/operasi.ts'
import type { Isian, Kiriman, Simpanan, Tersimpan } from '#web/usulan/simpanan.ts'

export type Tahap = 'diam' | 'menunggu' | 'menyimpan' | 'tersimpan' | 'luring' | 'salah' | 'bentrok'

/** A refusal or a lost line, as it is shown; `asal` is what was thrown. */
export type GalatSimpan = {
  /** HTTP status, 0 where no answer came. */
  readonly status: number
  readonly code: string
  readonly shown: ShownError
  readonly asal: unknown
}

export type KeadaanSimpan = {
  readonly isian: Isian
  readonly usulan: Tersimpan | null
  readonly tahap: Tahap
  readonly galat: GalatSimpan | null
}

/** What a proposal is about; it does not change while one types. */
export type Pokok = Pick<
  InputOf<'usulan.simpan'>,
  'jenis' | 'keluargaId' | 'individuId' | 'versiDasar'
>

/** The world around the saving: the server, the store of this browser. */
export type Dependensi = {
  readonly kirim: (body: Kiriman['body'], commandId: string) => Promise<Tersimpan>
  readonly nomor: () => string
  readonly galat: (error: unknown) => GalatSimpan
  readonly tulis: (kunci: string, s: Simpanan) => Promise<void>
  readonly hapus: (kunci: string) => Promise<void>
}

/** After the last key so many milliseconds pass before it is sent. */
const JEDA = 900
const ULANG = 5_000

export class Penyimpan {
  #s: KeadaanSimpan
  #kiriman: Kiriman | null
  #kotor: boolean
  #berjalan: Promise<void> | null = null
  #jam: ReturnType<typeof setTimeout> | null = null
  readonly #pendengar = new Set<() => void>()
  readonly #kunciBaru: string
  readonly #kunciOf: (id: string) => string
  readonly #pokok: Pokok
  readonly #dep: Dependensi
  /** Hears of the first save, which gives the proposal its id. */
  readonly #padaId: ((u: Tersimpan) => void) | undefined

  constructor(
    awal: Simpanan,
    pokok: Pokok,
    kunci: { baru: string; of: (id: string) => string },
    dep: Dependensi,
    opsi: { kotor?: boolean; padaId?: (u: Tersimpan) => void } = {},
  ) {
    this.#s = { isian: awal.isian, usulan: awal.usulan, tahap: 'diam', galat: null }
    this.#kiriman = awal.kiriman
    this.#kotor = opsi.kotor ?? false
    this.#pokok = pokok
    this.#kunciBaru = kunci.baru
    this.#kunciOf = kunci.of
    this.#dep = dep
    this.#padaId = opsi.padaId
    if (this.#kiriman || this.#kotor) this.#jadwalkan(0)
  }

  readonly dengar = (f: () => void): (() => void) => {
    this.#pendengar.add(f)
    return () => this.#pendengar.delete(f)
  }
  readonly kini = (): KeadaanSimpan => this.#s

  /** Takes what was typed; it is sent a moment after the last change. */
  readonly ubah = (isian: Isian): void => {
    this.#kotor = true
    this.#set({ isian, tahap: this.#s.tahap === 'bentrok' ? 'bentrok' : 'menunggu' })
    void this.#cermin()
    if (this.#s.tahap !== 'bentrok') this.#jadwalkan(JEDA)
  }

  /** Sends what is not yet sent, and gives the proposal as it stands at the server; null if it could not. */
  readonly sekarang = async (): Promise<Tersimpan | null> => {
    if (this.#jam) clearTimeout(this.#jam)
    if (!this.#s.usulan && !this.#kiriman) this.#kotor = true
    await this.#jalan()
    return this.#kotor || this.#kiriman ? null : this.#s.usulan
  }

  /** Somebody else saved meanwhile: keep to what was typed, over the version that stands now. */
  readonly tetapSaya = (versi: number): void => {
    const { usulan } = this.#s
    if (!usulan) return
    this.#kotor = true
    this.#set({ usulan: { ...usulan, versi }, tahap: 'menunggu', galat: null })
    this.#jadwalkan(0)
  }

  /** Somebody else saved meanwhile: take what stands. */
  readonly pakaiKini = (isian: Isian, usulan: Tersimpan): void => {
    this.#kotor = false
    this.#kiriman = null
    this.#set({ isian, usulan, tahap: 'tersimpan', galat: null })
    void this.#dep.hapus(this.#kunci())
  }

  /** Lets go of it: nothing more is sent or kept. */
  readonly lepas = (): void => {
    if (this.#jam) clearTimeout(this.#jam)
    this.#kotor = false
    this.#kiriman = null
    void this.#dep.hapus(this.#kunci())
  }

  #kunci(): string {
    return this.#s.usulan ? this.#kunciOf(this.#s.usulan.id) : this.#kunciBaru
  }

  #set(baru: Partial<KeadaanSimpan>): void {
    this.#s = { ...this.#s, ...baru }
    for (const f of this.#pendengar) f()
  }

  #cermin(): Promise<void> {
    const { isian, usulan } = this.#s
    return this.#dep.tulis(this.#kunci(), { isian, usulan, kiriman: this.#kiriman })
  }

  #jadwalkan(ms: number): void {
    if (this.#jam) clearTimeout(this.#jam)
    this.#jam = setTimeout(() => void this.#jalan(), ms)
  }

  #jalan(): Promise<void> {
    this.#berjalan ??= this.#habiskan().finally(() => {
      this.#berjalan = null
    })
    return this.#berjalan
  }

  #buatKiriman(): Kiriman {
    const { isian, usulan } = this.#s
    const dipilih = usulan
      ? { usulan: { kab: usulan.kab, id: usulan.id, versi: usulan.versi } }
      : {}
    return { body: { ...this.#pokok, ...isian, ...dipilih }, commandId: this.#dep.nomor() }
  }

  async #habiskan(): Promise<void> {
    while (this.#kiriman || this.#kotor) {
      if (!this.#kiriman) {
        this.#kotor = false
        this.#kiriman = this.#buatKiriman()
        await this.#cermin()
      }
      this.#set({ tahap: 'menyimpan', galat: null })
      if (!(await this.#satu(this.#kiriman))) return
      // Something may be typed while the copy goes: then the loop goes on.
      if (!this.#kotor) await this.#dep.hapus(this.#kunci())
    }
    this.#set({ tahap: 'tersimpan' })
  }

  /** Sends one write; false when it did not come through. */
  async #satu(kiriman: Kiriman): Promise<boolean> {
    try {
      const usulan = await this.#dep.kirim(kiriman.body, kiriman.commandId)
      const baru = this.#s.usulan === null
      if (baru) await this.#dep.hapus(this.#kunciBaru)
      this.#kiriman = null
      this.#set({ usulan })
      if (baru) this.#padaId?.(usulan)
      if (this.#kotor) await this.#cermin()
      return true
    } catch (error) {
      const galat = this.#dep.galat(error)
      if (galat.status === 0 || galat.status >= 502) {
        this.#set({ tahap: 'luring', galat })
        this.#jadwalkan(ULANG)
        return false
      }
      // Refused as it is: it is sent anew, with the next change or after the conflict is settled.
      this.#kiriman = null
      this.#kotor = true
      this.#set({ tahap: galat.code === 'versi.berubah' ? 'bentrok' : 'salah', galat })
      await this.#cermin()
      return false
    }
  }
}
