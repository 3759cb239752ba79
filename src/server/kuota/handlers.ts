/** Quotas over HTTP: set, simulate, split, decide ties. Frozen lists: daftar-handlers.ts. */
import * as kontrak from '#contract/kuota.ts'
import { penentu } from '#contract/peran.ts'
import { problem, problemText } from '#contract/problems.ts'
import { isSeri } from '#domain/kuota/potong.ts'
import { lineSentence, lineStatus } from '#domain/kuota/ringkasan.ts'
import { err, ok } from '#domain/result.ts'
import { bergeser } from '#domain/versi/benturan.ts'
import { covers, narrowed } from '#domain/wilayah/cakupan.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { quotaConflict, splitConflict } from './benturan.ts'
import { tieConflict } from './benturan-seri.ts'
import { daftarHandlers } from './daftar-handlers.ts'
import type { GarisLengkap } from './garis.ts'
import { itemsOfRound, rowShown } from './kata.ts'
import { decisionRows, type HitunganPutusan } from './keputusan.ts'
import { insertSplit, latestSplit } from './pembagian.ts'
import { loadPrograms } from './program.ts'
import * as q from './queries.ts'
import { holdLine, insertDecision } from './seri.ts'
import { cut, type PilihanMasuk, prepare, simulate } from './simulasi.ts'
import { splitProposal } from './usul-bagi.ts'

const list = handle(kontrak.kuotaDaftar, async (ctx, { program, wilayah }) => {
  const rows = await q.listQuotas(ctx.tx, narrowed(ctx.cakupan, wilayah), program)
  return ok({
    kuota: rows.map((row) => q.quotaShown(row, ctx.cakupan)),
    program: loadPrograms().map(({ kode, label }) => ({ kode, label })),
    bolehMenetapkan: penentu.includes(ctx.pengguna.peran),
  })
})

const set = handle(kontrak.kuotaTetapkan, async (ctx, input) => {
  if (!loadPrograms().some((p) => p.kode === input.program))
    return err(problem('kuota.program_tidak_dikenal', { program: input.program }))
  if (!covers(ctx.cakupan, cakupanOf(input.wilayah))) return err(problem('kuota.luar_wilayah'))
  if (!(await q.regionExists(ctx.tx, input.wilayah))) return err(problem('tidak.ada'))
  if (input.sampai !== null && input.sampai <= input.dari)
    return err(problem('isian.salah', { kolom: 'sampai' }))
  const before = await q.latestVersion(ctx.tx, input)
  if (bergeser(input.versi, before?.versi ?? 0))
    return err(await quotaConflict(ctx.tx, ctx.cakupan, input, before))
  if (before && !input.alasan) return err(problem('kuota.perlu_alasan', { versi: before.versi }))
  const alasan = before ? (input.alasan ?? null) : null
  const made = await q.insertQuota(
    ctx.tx,
    { ...input, alasan, penggunaId: ctx.pengguna.id, peran: ctx.pengguna.peran, pada: ctx.now },
    before,
  )
  const { alasan: _, dasar, ...rest } = input
  ctx.lihat(
    [{ jenis: 'kuota', id: made.id, wilayah: input.wilayah }],
    {
      sebelum: before && {
        versi: before.versi,
        jumlah: before.jumlah,
        sampai: before.sampai,
        dasar: { nomor: before.dasar_nomor },
        sumber: before.sumber,
      },
      sesudah: { ...rest, dasar, versi: made.versi },
    },
    alasan === null ? {} : { alasan },
  )
  return ok(made)
})

const simulation = handle(kontrak.kuotaSimulasi, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, input)
  if (!siap.ok) return siap
  const { kuota, ronde, skenario } = siap.value
  const s = await simulate(ctx.tx, siap.value)
  const { aturan, tidakLayakKeluar, metode } = skenario
  return ok({
    kuota: q.quotaShown(kuota, ctx.cakupan),
    ronde: {
      id: ronde.id,
      model: ronde.model,
      periode: ronde.periode,
      acuan: ronde.acuan,
      dibekukanPada: ronde.dibekukan_pada?.toISOString() ?? null,
    },
    pilihan: { aturan, tidakLayakKeluar, metode },
    ringkasan: s.ringkasan,
    wilayah: s.wilayah.map((w) => regionShown(w, s.garis)),
    garis: s.garis.map(lineShown),
    sidik: s.sidik,
    halangan: s.halangan.map((p) => problemText(p).title),
    bolehMembekukan: s.halangan.length === 0 && penentu.includes(ctx.pengguna.peran),
  })
})

const regionShown = (w: HitunganPutusan, lines: readonly GarisLengkap[]) => ({
  wilayah: w.wilayah,
  nama: w.nama,
  terdaftar: w.terdaftar,
  menerima: w.menerima,
  kuota: lines.find((g) => g.kelompok === w.wilayah)?.kuota ?? null,
  tetap: w.tetap,
  masuk: w.masuk,
  keluar: w.keluar,
  seri: w.seri,
  menunggu: w.menunggu,
})

const lineShown = (g: GarisLengkap) => ({
  kelompok: g.kelompok,
  nama: g.nama,
  kuota: g.kuota,
  tempat: g.tempat,
  kunci: g.kunci,
  lebihBaik: g.lebihBaik,
  sama: g.sama,
  sisa: g.sisa,
  status: lineStatus(g),
  kalimat: lineSentence(g),
})

/** Key and id of the last row of a page, as text for the next one. */
const afterText = (row: { kunci: number | null; id: string }): string =>
  `${row.kunci ?? -1}:${row.id}`

const parseAfter = (text: string): { kunci: number; id: string } | null => {
  const found = /^(-?\d{1,16}):([0-9a-f-]{36})$/.exec(text)
  return found?.[1] && found[2] ? { kunci: Number(found[1]), id: found[2] } : null
}

const rows = handle(kontrak.kuotaSimulasiBaris, async (ctx, input) => {
  const setelah = input.setelah === undefined ? undefined : parseAfter(input.setelah)
  if (setelah === null) return err(problem('isian.salah', { kolom: 'setelah' }))
  const ready = await readyCut(ctx, input)
  if (!ready.ok) return ready
  const { potongan, butir } = ready.value
  const area = input.wilayah === undefined ? {} : cakupanOf(input.wilayah)
  const filter = { keputusan: input.keputusan, setelah, ...area }
  const page = await decisionRows(ctx.tx, potongan, filter, input.batas + 1)
  const shown = page.slice(0, input.batas)
  const last = shown.at(-1)
  ctx.lihat(shown.map(({ id, wilayah }) => ({ jenis: 'keluarga', id, wilayah })))
  return ok({
    baris: shown.map((row) => rowShown(row, potongan.garis, butir)),
    berikutnya: last && page.length > shown.length ? afterText(last) : null,
  })
})

async function readyCut(ctx: Context, input: PilihanMasuk) {
  const siap = await prepare(ctx.tx, ctx.cakupan, input)
  if (!siap.ok) return siap
  const potongan = await cut(ctx.tx, siap.value.skenario)
  return ok({ potongan, butir: await itemsOfRound(ctx.tx, siap.value.ronde.kebijakan_hash) })
}

const whatIf = handle(kontrak.kuotaAndai, async (ctx, input) => {
  const ready = await readyCut(ctx, input)
  if (!ready.ok) return ready
  const { potongan, butir } = ready.value
  const own = { kab: input.kab, id: input.keluarga }
  const [family] = await decisionRows(ctx.tx, potongan, { keluarga: own }, 1)
  if (!family) return err(problem('tidak.ada'))
  if (family.kunci === null) return err(problem('kuota.belum_diperingkat'))
  const line = potongan.garis.find((g) => g.kelompok === family.kelompok)
  // Without this family the place would belong to the first beyond it: one of those at that key.
  const kunci = line?.luar?.kunci
  const inside = ['peringkat', 'di_garis', 'seri_diputuskan'].includes(family.alasan)
  const takes = inside && (family.keputusan === 'masuk' || family.keputusan === 'tetap')
  const beyond =
    takes && kunci !== undefined
      ? await decisionRows(
          ctx.tx,
          potongan,
          { kelompok: family.kelompok, kunci, bersaing: true },
          50,
        )
      : []
  const tergeser = beyond.filter(
    (row) => row.id !== family.id && row.keputusan !== 'tetap' && row.keputusan !== 'masuk',
  )
  ctx.lihat([family, ...tergeser].map(({ id, wilayah }) => ({ jenis: 'keluarga', id, wilayah })))
  return ok({
    keluarga: rowShown(family, potongan.garis, butir),
    tergeser: tergeser.map((row) => rowShown(row, potongan.garis, butir)),
    kalimat: whatIfSentence(takes, tergeser.length),
  })
})

function whatIfSentence(takes: boolean, others: number) {
  if (!takes)
    return {
      id: 'Keluarga ini tidak mengambil tempat siapa pun menurut aturan ini.',
      en: 'By this rule the family takes nobody’s place.',
    }
  if (others === 0)
    return {
      id: 'Keluarga ini mendapat tempat, dan tidak ada yang tergeser.',
      en: 'The family gets a place, and nobody is displaced.',
    }
  return others === 1
    ? {
        id: 'Tanpa keluarga ini, tempatnya milik keluarga berikut.',
        en: 'Without this family, the place would belong to the following one.',
      }
    : {
        id: `Tanpa keluarga ini, tempatnya milik salah satu dari ${others} keluarga yang sama persis berikut.`,
        en: `Without this family, the place would belong to one of the following ${others} exactly equal families.`,
      }
}

const decideTies = handle(kontrak.kuotaPutuskanSeri, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, input)
  if (!siap.ok) return siap
  await holdLine(ctx.tx, siap.value.kuota.id, input.kelompok)
  const { garis } = await cut(ctx.tx, siap.value.skenario)
  const line = garis.find((g) => g.kelompok === input.kelompok)
  if (!line || !isSeri(line) || line.kunci !== input.kunci) return err(problem('kuota.berubah'))
  if (bergeser(input.putusan, line.putusan)) return err(await tieConflict(ctx, input, line.putusan))
  const choice = {
    masuk: input.masuk,
    alasan: input.alasan,
    penggunaId: ctx.pengguna.id,
    peran: ctx.pengguna.peran,
    pada: ctx.now,
  }
  const id = await insertDecision(ctx.tx, siap.value.skenario, line, choice)
  if (!id) return err(problem('kuota.putusan_tidak_sesuai', { sisa: line.sisa, sama: line.sama }))
  const chosen = input.masuk.map((m) => ({ jenis: 'keluarga' as const, id: m.id }))
  const { kuota } = siap.value
  ctx.lihat(
    [{ jenis: 'kuota', id: kuota.id, wilayah: kuota.wilayah }, ...chosen],
    {
      sebelum: { seri: line.sama, sisa: line.sisa, masuk: null },
      sesudah: {
        seri: line.sama,
        sisa: line.sisa,
        masuk: input.masuk.map((m) => m.id),
        putusan: id,
      },
    },
    { alasan: input.alasan },
  )
  return ok({ id })
})

const proposal = handle(kontrak.kuotaPembagian, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, { ...input, metode: 'tanpa' })
  return siap.ok ? ok(await splitProposal(ctx.tx, siap.value.skenario, input.metode)) : siap
})

const split = handle(kontrak.kuotaBagi, async (ctx, input) => {
  const kuota = await q.quotaById(ctx.tx, ctx.cakupan, input.id)
  if (!kuota) return err(problem('tidak.ada'))
  if (!covers(ctx.cakupan, kuota)) return err(problem('kuota.luar_wilayah'))
  const given = input.bagian.reduce((sum, b) => sum + b.jumlah, 0)
  const codes = new Set(input.bagian.map((b) => b.wilayah))
  const strange = [...codes].some((kode) => kode < kuota.lo || kode >= kuota.hi)
  if (strange || codes.size !== input.bagian.length)
    return err(problem('isian.salah', { kolom: 'bagian' }))
  if (given !== kuota.jumlah)
    return err(problem('kuota.pembagian_tidak_pas', { sisa: kuota.jumlah - given }))
  const { metode, bagian, alasan } = input
  const before = await latestSplit(ctx.tx, kuota.id)
  const versi = before?.versi ?? 0
  if (bergeser(input.versi, versi))
    return err(await splitConflict(ctx.tx, ctx.cakupan, input, before))
  const { id: penggunaId, peran } = ctx.pengguna
  const made = await insertSplit(ctx.tx, kuota, {
    metode,
    bagian,
    alasan,
    versi,
    penggunaId,
    peran,
    pada: ctx.now,
  })
  ctx.lihat(
    [{ jenis: 'kuota', id: kuota.id, wilayah: kuota.wilayah }],
    {
      sebelum: before && { metode: before.metode, bagian: before.bagian, versi },
      sesudah: { metode, bagian, versi: made.versi },
    },
    { alasan },
  )
  return ok(made)
})

export const kuotaHandlers = [
  list,
  set,
  simulation,
  rows,
  whatIf,
  decideTies,
  proposal,
  split,
  ...daftarHandlers,
]
