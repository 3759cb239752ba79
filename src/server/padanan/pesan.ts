/** What the main thread and the threads that match say to each other. */
import type { Sampel } from '#domain/padanan/acak.ts'
import type { BlokBesar } from '#domain/padanan/blok.ts'
import type { Parameter } from '#domain/padanan/bobot.ts'
import type { Bahan, Pasangan, Temuan } from '#domain/padanan/mesin.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import type { HitungVektor } from '#domain/padanan/vektor.ts'
import type { BagianBerkas, Judul } from './berkas.ts'

/** Tasks with what each answers. */
export type Tugas = {
  baca: {
    minta: { model: ModelPadanan; judul: Judul; rentang: readonly [number, number] }
    jawab: BagianBerkas
  }
  bahan: { minta: { bahan: Bahan }; jawab: null }
  /** Forget the table: another may come later. */
  lepas: { minta: null; jawab: null }
  kunci: { minta: { dari: number; sampai: number }; jawab: number[] }
  urut: {
    minta: { aturan: number; hasil: Uint32Array }
    jawab: { banyak: number; besar: BlokBesar | null }
  }
  banding: {
    minta: {
      tugas: number
      aturan: number
      urut: Uint32Array
      bagian: readonly [number, number]
    }
    jawab: number
  }
  sampel: { minta: { ke: number }; jawab: Sampel }
  vektor: { minta: null; jawab: HitungVektor }
  timbang: { minta: { tugas: number; parameter: Parameter }; jawab: Pasangan & Temuan }
}

export type NamaTugas = keyof Tugas

export type Permintaan = {
  [N in NamaTugas]: { readonly nama: N; readonly minta: Tugas[N]['minta'] }
}[NamaTugas]

/** An answer, a failure in words, or bytes read meanwhile. */
export type Balasan =
  | { readonly jenis: 'jawab'; readonly jawab: unknown }
  | { readonly jenis: 'gagal'; readonly pesan: string; readonly salahModel: boolean }
  | { readonly jenis: 'maju'; readonly bita: number }
