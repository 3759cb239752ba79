/** What was typed and not yet taken by the server, kept in this browser until it is. */
import { clear, createStore, del, get, set } from 'idb-keyval'
import type { InputOf, OutputOf } from '#web/operasi.ts'

export type IsiUsulan = OutputOf<'usulan.satu'>['isi']
export type Tersimpan = OutputOf<'usulan.simpan'>

/** The form as it stands. */
export type Isian = {
  readonly nama: string
  readonly wilayah: number
  readonly rt: number | null
  readonly isi: IsiUsulan
}

/** A write that may have reached the server: sent again exactly so, until there is an answer. */
export type Kiriman = { readonly body: InputOf<'usulan.simpan'>; readonly commandId: string }

export type Simpanan = {
  readonly isian: Isian
  readonly usulan: Tersimpan | null
  readonly kiriman: Kiriman | null
}

const toko = () => createStore('siks-usulan', 'draf')

/** Nothing is kept where the browser refuses (private windows); the page still holds what was typed. */
const diam = () => undefined

export const bacaSimpanan = (kunci: string): Promise<Simpanan | null> =>
  get<Simpanan>(kunci, toko()).then(
    (s) => s ?? null,
    () => null,
  )

export const tulisSimpanan = (kunci: string, s: Simpanan): Promise<void> =>
  set(kunci, s, toko()).catch(diam)

export const hapusSimpanan = (kunci: string): Promise<void> => del(kunci, toko()).catch(diam)

/** Who signs out leaves nothing behind on a machine that others use. */
export const kosongkanSimpanan = (): Promise<void> => clear(toko()).catch(diam)
