/** Periods of a year as the contract shows them: every step, its shift, and what the reader may do. */
import type { z } from 'zod'
import type { kalenderPeriode } from '#contract/kalender.ts'
import { type Peran, peran } from '#contract/peran.ts'
import type { Periode } from '#domain/kalender/periode.ts'
import { type Kalender, type Tenggat, tenggatPeriode } from '#domain/kalender/tenggat.ts'
import type { Label } from '#domain/label.ts'
import { covers } from '#domain/wilayah/cakupan.ts'
import { cakupanOf, type Wilayah } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import type { GeserTercatat } from './tenggat.ts'

type Tampil = z.input<typeof kalenderPeriode.output>['periode'][number]

const isPeran = (nama: string): nama is Peran => nama in peran
export const labelPeran = (nama: string): Label | null => (isPeran(nama) ? peran[nama].label : null)

export const iso = (instan: number): string => new Date(instan).toISOString()

export type Bahan = {
  readonly kalender: Kalender
  readonly geser: readonly GeserTercatat[]
  readonly wilayah: Wilayah
  readonly nama: ReadonlyMap<number, string>
}

function geserTampil(t: Tenggat, { geser, nama }: Bahan): Tampil['langkah'][number]['geser'] {
  const g = geser.find((one) => one === t.geser)
  return g
    ? {
        wilayah: g.wilayah,
        namaWilayah: nama.get(g.wilayah) ?? String(g.wilayah),
        alasan: g.alasan,
        peran: labelPeran(g.peran),
        pada: g.pada.toISOString(),
      }
    : null
}

/** One period for the area asked for, as the role worn sees it. */
export function periodeTampil(ctx: Context, bahan: Bahan, p: Periode): Tampil {
  const { kalender, geser, wilayah } = bahan
  const milikSendiri = covers(ctx.cakupan, cakupanOf(wilayah))
  const sekarang = ctx.now.getTime()
  const langkah = tenggatPeriode(kalender, p, wilayah).map((t) => ({
    kode: t.aturan.kode,
    label: t.aturan.label,
    peran: t.aturan.peran.map(labelPeran).filter((l): l is Label => l !== null),
    milikSaya: t.aturan.peran.includes(ctx.pengguna.peran),
    tenggat: iso(t.instan),
    asal: iso(t.asal),
    zona: { kode: t.zona.kode, menit: t.zona.menit },
    sumber: t.aturan.sumber,
    lewat: t.instan <= sekarang,
    geser: geserTampil(t, bahan),
    versi:
      geser.find(
        (g) =>
          g.wilayah === wilayah &&
          g.program === p.program &&
          g.periode === p.kode &&
          g.langkah === t.aturan.kode,
      )?.versi ?? 0,
    bolehGeser:
      milikSendiri && t.instan > sekarang && t.aturan.digeser.includes(ctx.pengguna.peran),
  }))
  return {
    kode: p.kode,
    label: p.label,
    mulai: p.mulai,
    selesai: p.selesai,
    kini: ctx.today >= p.mulai && ctx.today < p.selesai,
    langkah,
  }
}
