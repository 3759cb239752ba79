/** The calendar: what one reads of it, and the two things that people set in it. */
import * as kontrak from '#contract/kalender.ts'
import { problem } from '#contract/problems.ts'
import { periksaGeser } from '#domain/kalender/geser.ts'
import { periodeBerkode, periodeTahun, rezimPada } from '#domain/kalender/periode.ts'
import { masaRawan } from '#domain/kalender/rawan.ts'
import { putaranTahun } from '#domain/kalender/siklus.ts'
import { periodeUntuk, type Sasaran, tenggatLangkah, terlewat } from '#domain/kalender/tenggat.ts'
import { zonaWilayah } from '#domain/kalender/zona.ts'
import { err, ok } from '#domain/result.ts'
import { bergeser } from '#domain/versi/benturan.ts'
import { covers } from '#domain/wilayah/cakupan.ts'
import { cakupanOf, inside } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { regionBrief, regionPath } from '#server/wilayah/queries.ts'
import { bacaTenggat, holdCalendar, insertShift, shiftConflict } from './geser.ts'
import { kalenderKebijakan, rawanKebijakan } from './kebijakan.ts'
import { readElections, sensitiveOn } from './rawan.ts'
import { catatRawan } from './rawan-handler.ts'
import { iso, periodeTampil } from './tampil.ts'
import { readCalendar, readShifts } from './tenggat.ts'

const ringkas = (p: { kode: string; label: { id: string; en: string } }) => ({
  kode: p.kode,
  label: p.label,
})

const saya = handle(kontrak.kalenderSaya, async (ctx) => {
  const { wilayah, peran } = ctx.pengguna
  const k = await readCalendar(ctx.tx, cakupanOf(wilayah))
  const pada = ctx.now.getTime()
  const milik = (rezimPada(k.rezim, ctx.today)?.kalender ?? []).flatMap((kalender) =>
    kalender.langkah.filter((l) => l.peran.includes(peran)).map((aturan) => ({ kalender, aturan })),
  )
  const tenggat = milik.flatMap(({ kalender, aturan }) => {
    const s: Sasaran = { program: kalender.program, langkah: aturan.kode, wilayah }
    const jatuh = periodeUntuk(k, s, pada)
    if (!jatuh) return []
    const t = jatuh.tenggat
    const lewat = terlewat(k, s, pada)
    const berikutnya = periodeUntuk(k, s, t.instan)
    return [
      {
        program: kalender.program,
        judul: jatuh.periode.kalender.judul,
        langkah: aturan.kode,
        label: t.aturan.label,
        periode: ringkas(jatuh.periode),
        tenggat: iso(t.instan),
        zona: { kode: t.zona.kode, menit: t.zona.menit },
        sisaDetik: Math.ceil((t.instan - pada) / 1000),
        geser: t.geser && { asal: iso(t.asal), alasan: t.geser.alasan },
        lewat: lewat && { periode: ringkas(lewat.periode), tenggat: iso(lewat.tenggat.instan) },
        berikutnya: berikutnya && ringkas(berikutnya.periode),
      },
    ]
  })
  const { kode, menit } = zonaWilayah(k.zona, wilayah)
  const rawan = await sensitiveOn(ctx.tx, wilayah, ctx.today)
  return ok({
    sekarang: ctx.now.toISOString(),
    zona: { kode, menit },
    tenggat: tenggat.sort((a, b) => a.sisaDetik - b.sisaDetik),
    rawan: rawan.map(({ jenis, hari, dari, sampai }) => ({
      label: jenis.label,
      hari,
      dari,
      sampai,
    })),
  })
})

async function pemilihanTampil(ctx: Context, wilayah: number) {
  const semua = await readElections(ctx.tx, cakupanOf(wilayah))
  return semua.flatMap((baris) => {
    const masa = masaRawan(rawanKebijakan(), baris)
    return masa
      ? [
          {
            id: baris.id,
            wilayah: baris.wilayah,
            namaWilayah: baris.nama_wilayah,
            jenis: baris.jenis,
            label: masa.jenis.label,
            hari: baris.hari,
            dari: masa.dari,
            sampai: masa.sampai,
            sumber: baris.sumber,
            kini: ctx.today >= masa.dari && ctx.today <= masa.sampai,
            bolehUbah: bolehRawan(ctx) && covers(ctx.cakupan, cakupanOf(baris.wilayah)),
          },
        ]
      : []
  })
}

const bolehRawan = (ctx: Context): boolean =>
  kontrak.kalenderRawanCatat.permission.includes(ctx.pengguna.peran)

const periode = handle(kontrak.kalenderPeriode, async (ctx, input) => {
  const wilayah = input.wilayah ?? ctx.pengguna.wilayah
  if (!inside(wilayah, ctx.cakupan) && wilayah !== ctx.pengguna.wilayah)
    return err(problem('tidak.ada'))
  const jalur = await regionPath(ctx.tx, wilayah)
  const tempat = jalur?.at(-1)
  if (!tempat) return err(problem('tidak.ada'))
  const geser = await readShifts(ctx.tx, cakupanOf(wilayah))
  const k = { ...kalenderKebijakan(), geser }
  const nama = new Map((jalur ?? []).map((w) => [w.kode, w.nama]))
  const tahun = input.tahun ?? Number(ctx.today.slice(0, 4))
  const semua = periodeTahun(k.rezim, input.program, tahun)
  const rezim = [...new Set(semua.map((p) => p.rezim))]
  const { kode, menit } = zonaWilayah(k.zona, wilayah)
  return ok({
    sekarang: ctx.now.toISOString(),
    wilayah: { kode: tempat.kode, nama: tempat.nama, jenis: tempat.jenis },
    zona: { kode, menit },
    tahun,
    program: input.program,
    pilihan: rezim.flatMap((r) => r.kalender.map(({ program, judul }) => ({ program, judul }))),
    rezim: rezim.map((r) => ({
      kode: r.kode,
      judul: r.judul,
      sumber: r.sumber,
      sumberKalender: semua.find((p) => p.rezim === r)?.kalender.sumber ?? '',
    })),
    periode: semua
      .filter((p) => input.periode === undefined || p.kode === input.periode)
      .map((p) => periodeTampil(ctx, { kalender: k, geser, wilayah, nama }, p)),
    putaran: [...putaranTahun(k.rezim, tahun)],
    rawan: await pemilihanTampil(ctx, wilayah),
    jenisRawan: rawanKebijakan().jenis.map((j) => ({
      kode: j.kode,
      label: j.label,
      tingkat: [...j.tingkat],
    })),
    bolehRawan: bolehRawan(ctx),
  })
})

const geser = handle(kontrak.kalenderGeser, async (ctx, input) => {
  const { wilayah, program, langkah } = input
  if (!covers(ctx.cakupan, cakupanOf(wilayah))) return err(problem('kalender.luar_wilayah'))
  if (!(await regionPath(ctx.tx, wilayah))) return err(problem('tidak.ada'))
  await holdCalendar(ctx.tx, wilayah)
  const semua = await readShifts(ctx.tx, cakupanOf(wilayah))
  const k = { ...kalenderKebijakan(), geser: semua }
  const p = periodeBerkode(k.rezim, program, input.periode)
  if (!p || !rezimPada(k.rezim, p.mulai)?.kalender.some((one) => one.program === program))
    return err(problem('kalender.periode_tidak_ada', { periode: input.periode }))
  const kini = tenggatLangkah(k, p, langkah, wilayah)
  if (!kini) return err(problem('kalender.tidak_digeser'))
  const tenggat = Date.parse(input.tenggat)
  const alasan = input.alasan ?? null
  const before =
    semua.find(
      (g) =>
        g.wilayah === wilayah &&
        g.program === program &&
        g.periode === p.kode &&
        g.langkah === langkah,
    ) ?? null
  if (bergeser(input.versi, before?.versi ?? 0)) {
    const judul = {
      id: `${kini.aturan.label.id}, ${p.label.id}`,
      en: `${kini.aturan.label.en}, ${p.label.en}`,
    }
    const { zona } = kini
    return err(
      await shiftConflict(ctx.tx, ctx.cakupan, { tenggat, alasan }, before, { judul, zona }),
    )
  }
  const usul = { langkah, wilayah, tenggat, alasan, peran: ctx.pengguna.peran }
  const halangan = periksaGeser(k, p, usul, ctx.now.getTime())
  if (halangan) return err(problem(`kalender.${halangan}`))
  const made = await insertShift(ctx.tx, {
    wilayah,
    program,
    periode: p.kode,
    langkah,
    tenggat,
    asal: kini.asal,
    alasan,
    versi: input.versi + 1,
    penggunaId: ctx.pengguna.id,
    peran: ctx.pengguna.peran,
    pada: ctx.now,
  })
  const tempat = await regionBrief(ctx.tx, wilayah)
  const tentang = { wilayah: tempat.nama, langkah: kini.aturan.label.id, periode: p.label.id }
  ctx.lihat(
    [{ jenis: 'kalender', id: made.id, wilayah }],
    {
      sebelum: { ...tentang, tenggat: bacaTenggat(kini.instan, kini.zona) },
      sesudah: { ...tentang, tenggat: bacaTenggat(tenggat, kini.zona), versi: made.versi },
    },
    alasan === null ? {} : { alasan },
  )
  return ok(made)
})

export const kalenderHandlers = [saya, periode, geser, catatRawan]
