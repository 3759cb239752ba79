/** Compares one record with a few others, as the kernel would: what is typed, and what a person looks at. */
import { pembandingDari, sandiDari } from './banding.ts'
import { bobotVektor, type Parameter } from './bobot.ts'
import { kelangkaanDari, kolomFrekuensi, penyesuaianDari } from './frekuensi.ts'
import { frekuensiLazim, type Lazim } from './lazim.ts'
import type { ModelPadanan } from './model.ts'
import { PenyusunTabel } from './susun.ts'
import { tingkatDari } from './uraian.ts'

/** A record by the names of the model's columns; what is missing is empty. */
export type Sel = Readonly<Record<string, string | null | undefined>>

/** Levels and weight of one pair. */
export type Nilai = { readonly tingkat: readonly number[]; readonly bobot: number }

/** The bytes of a text as files hold them. */
export function utf8(teks: string): Uint8Array {
  const bita: number[] = []
  for (const huruf of teks) {
    const k = huruf.codePointAt(0) as number
    if (k < 0x80) bita.push(k)
    else if (k < 0x800) bita.push(0xc0 | (k >> 6), 0x80 | (k & 63))
    else if (k < 0x10000) bita.push(0xe0 | (k >> 12), 0x80 | ((k >> 6) & 63), 0x80 | (k & 63))
    else
      bita.push(0xf0 | (k >> 18), 0x80 | ((k >> 12) & 63), 0x80 | ((k >> 6) & 63), 0x80 | (k & 63))
  }
  return Uint8Array.from(bita)
}

/**
 * The weight of `satu` with each of `lain`, in their order. `lazim`: how common values are, per column by
 * which the model adjusts; without it rarity says nothing.
 */
export function nilaiSatu(
  model: ModelPadanan,
  p: Parameter,
  lazim: Readonly<Record<string, Lazim>>,
  satu: Sel,
  lain: readonly Sel[],
): Nilai[] {
  const penyusun = new PenyusunTabel(model, lain.length + 1)
  for (const sel of [satu, ...lain]) {
    penyusun.baris()
    for (const [k, { nama }] of model.kolom.entries()) {
      const bita = utf8(sel[nama] ?? '')
      penyusun.sel(k, bita, 0, bita.length)
    }
  }
  const tabel = penyusun.tabel()
  const sandi = sandiDari(model)
  const banding = pembandingDari(model, tabel)
  const langka = kolomFrekuensi(model).map((kolom) => {
    const l = kolom === null ? undefined : lazim[kolom]
    return kolom !== null && l
      ? kelangkaanDari(tabel, kolom, frekuensiLazim(tabel, kolom, l))
      : null
  })
  const sesuai = penyesuaianDari(model, sandi, langka, p)
  return lain.map((_, i) => {
    const kode = banding(0, i + 1)
    return {
      tingkat: tingkatDari(sandi, kode),
      bobot: bobotVektor(model, sandi, p, kode) + sesuai(0, i + 1, kode),
    }
  })
}
