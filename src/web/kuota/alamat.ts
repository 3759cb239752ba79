/** The choices of a simulation, as they stand in the address and as the contract takes them. */
import type { InputOf } from '#web/operasi.ts'
import { flag, oneOf, whole, word } from '#web/saringan.ts'

export const aturan = ['tidak_menggeser', 'peringkat_menentukan'] as const
export const metode = ['tanpa', 'tersimpan', 'terdaftar', 'miskin'] as const
export const keputusan = ['masuk', 'tetap', 'keluar', 'seri', 'menunggu'] as const
export type Keputusan = (typeof keputusan)[number]

export type PilihanSimulasi = {
  aturan?: (typeof aturan)[number]
  tidakLayakKeluar?: true
  metode?: (typeof metode)[number]
  ronde?: string
  keputusan?: Keputusan
  wilayah?: number
}

export const alamatSimulasi = (s: Record<string, unknown>): PilihanSimulasi => ({
  ...oneOf('aturan', s.aturan, aturan),
  ...flag('tidakLayakKeluar', s.tidakLayakKeluar),
  ...oneOf('metode', s.metode, metode),
  ...word('ronde', s.ronde),
  ...oneOf('keputusan', s.keputusan, keputusan),
  ...whole('wilayah', s.wilayah),
})

/** What the server is asked: the same choice gives the same answer. */
export const inputSimulasi = (id: string, p: PilihanSimulasi): InputOf<'kuota.simulasi'> => ({
  id,
  ...(p.aturan ? { aturan: p.aturan } : {}),
  ...(p.tidakLayakKeluar ? { tidakLayakKeluar: true } : {}),
  ...(p.metode ? { metode: p.metode } : {}),
  ...(p.ronde ? { ronde: p.ronde } : {}),
})
