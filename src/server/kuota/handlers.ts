/** Quotas over HTTP: list, simulate, propose a split. Writes: tulis-handlers.ts; frozen lists: daftar-handlers.ts. */
import * as kontrak from '#contract/kuota.ts'
import { penentu } from '#contract/peran.ts'
import { problem, problemText } from '#contract/problems.ts'
import { lineSentence, lineStatus } from '#domain/kuota/ringkasan.ts'
import { err, ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { daftarHandlers } from './daftar-handlers.ts'
import type { GarisLengkap } from './garis.ts'
import { itemsOfRound, rowShown } from './kata.ts'
import { decisionRows, type HitunganPutusan } from './keputusan.ts'
import { loadPrograms } from './program.ts'
import * as q from './queries.ts'
import { cut, type PilihanMasuk, prepare, simulate } from './simulasi.ts'
import { tulisHandlers } from './tulis-handlers.ts'
import { unduhHandlers } from './unduh-handlers.ts'
import { splitProposal } from './usul-bagi.ts'

const list = handle(kontrak.kuotaDaftar, async (ctx, { program, wilayah }) => {
  const rows = await q.listQuotas(ctx.tx, narrowed(ctx.cakupan, wilayah), program)
  return ok({
    kuota: rows.map((row) => q.quotaShown(row, ctx.cakupan)),
    program: loadPrograms().map(({ kode, label }) => ({ kode, label })),
    bolehMenetapkan: penentu.includes(ctx.pengguna.peran),
  })
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

const proposal = handle(kontrak.kuotaPembagian, async (ctx, input) => {
  const siap = await prepare(ctx.tx, ctx.cakupan, { ...input, metode: 'tanpa' })
  return siap.ok ? ok(await splitProposal(ctx.tx, siap.value.skenario, input.metode)) : siap
})

export const kuotaHandlers = [
  list,
  simulation,
  rows,
  whatIf,
  proposal,
  ...tulisHandlers,
  ...daftarHandlers,
  ...unduhHandlers,
]
