/** Families: list and search, one with all that is known, history, opening the numbers. */
import {
  keluargaBukaNik,
  keluargaDaftar,
  keluargaRiwayat,
  keluargaSatu,
} from '#contract/keluarga.ts'
import { penentu } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { maskNik } from '#domain/individu/nik.ts'
import { err, ok } from '#domain/result.ts'
import type { KamusLengkap } from '#domain/variabel/label.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { decileOf } from '#server/peringkat/terbaru.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { listFamilies, parseKey, searchFamilies } from './daftar.ts'
import { answersOf, memberInWords } from './kata.ts'
import { assess } from './kelayakan.ts'
import * as rows from './satu.ts'

const list = handle(keluargaDaftar, async (ctx, input) => {
  const area = narrowed(ctx.cakupan, input.wilayah)
  const after = input.setelah === undefined ? null : parseKey(input.setelah)
  if (input.setelah !== undefined && after === null)
    return err(problem('isian.salah', { kolom: 'setelah' }))
  const page = input.q
    ? await searchFamilies(ctx.tx, area, input, input.q, input.batas)
    : await listFamilies(ctx.tx, area, input, after, input.batas)
  ctx.lihat(page.keluarga.map(({ id, wilayah }) => ({ jenis: 'keluarga', id, wilayah })))
  return ok(page)
})

const one = handle(keluargaSatu, async (ctx, { kab, id }) => {
  const row = await rows.familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis: 'keluarga', id, wilayah: row.wilayah }])
  const { tx } = ctx
  const kamus = { kamus: loadDictionary(), buku: loadCodeLists() }
  // None of these waits for another: they travel together.
  const [
    facts,
    anggota,
    [house],
    [family],
    penerimaan,
    kelayakanRiwayat,
    seruta,
    peringkatLuar,
    pengurus,
  ] = await Promise.all([
    plainFacts(ctx, row),
    membersInWords(ctx, kamus, row),
    rows.surveyRows(tx, 'survei_ruta', kab, [row.survei_ruta_id]),
    rows.surveyRows(tx, 'survei_keluarga', kab, [row.survei_id]),
    rows.receiptRows(tx, row),
    rows.eligibilityRows(tx, row),
    rows.otherFamilies(tx, ctx.cakupan, row),
    rows.outsideRanks(tx, row),
    rows.cardHolder(tx, row),
  ])
  return ok({
    ...facts,
    kelayakanRiwayat,
    anggota,
    seruta,
    jumlahAnggotaRuta: row.anggota_ruta,
    jawaban: [...answersOf(kamus, 'ruta', house), ...answersOf(kamus, 'keluarga', family)],
    menerima: [...new Set(penerimaan.filter((p) => p.sampai === null).map((p) => p.program))],
    penerimaan,
    pengurus: pengurus ?? null,
    peringkatLuar,
  })
})

async function membersInWords(ctx: Context, kamus: KamusLengkap, row: rows.FamilyRow) {
  const members = (await rows.memberRows(ctx.tx, row)).filter((m) => m.status !== 'digabung')
  const ids = members.map((m) => m.survei_id)
  const answers = await rows.surveyRows(ctx.tx, 'survei_individu', row.kab, ids)
  const ofMember = new Map(answers.map((s) => [s.id, s]))
  return members.map((m) => memberInWords(kamus, m, ofMember.get(m.survei_id ?? ''), ctx.today))
}

/** The columns of the family itself, as the contract names them. */
async function plainFacts({ tx, cakupan, pengguna }: Context, row: rows.FamilyRow) {
  const [wilayah, jalurWilayah, desil, domisili] = await Promise.all([
    regionBrief(tx, row.wilayah),
    rows.regionLine(tx, row.wilayah),
    decileOf(tx, cakupan, row),
    rows.residence(tx, row),
  ])
  return {
    id: row.id,
    kab: row.kab,
    namaKepala: row.nama_kepala,
    nomorKk: row.nomor_kk ? maskNik(row.nomor_kk) : null,
    wilayah: row.wilayah,
    namaWilayah: wilayah.nama,
    jalurWilayah,
    domisili,
    rt: row.rt,
    rw: row.rw,
    sls: row.sls,
    alamat: row.alamat,
    urutanRuta: row.urutan_ruta,
    lintang: row.lintang,
    bujur: row.bujur,
    jumlahAnggota: row.jumlah_anggota,
    status: row.status,
    digabungKe:
      row.digabung_kab !== null && row.digabung_id !== null
        ? { kab: row.digabung_kab, id: row.digabung_id }
        : null,
    versi: row.versi,
    bolehMenilai: penentu.includes(pengguna.peran),
    kelayakan: row.kelayakan,
    desil,
    ditandai: row.ditandai,
    cocok: null,
    dibuatPada: row.dibuat_pada.toISOString(),
    diubahPada: row.diubah_pada.toISOString(),
  }
}

const history = handle(keluargaRiwayat, async (ctx, { kab, id }) => {
  const row = await rows.familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis: 'keluarga', id, wilayah: row.wilayah }])
  const digabung = await rows.mergedInto(ctx.tx, row)
  const found = await rows.historyOf(ctx.tx, row, digabung)
  const names = new Map(
    [...digabung.orang, ...(await rows.memberRows(ctx.tx, row))].map((m) => [m.id, m.nama]),
  )
  const { variabel } = loadDictionary()
  return ok({
    sumber: found.sumber,
    perubahan: found.perubahan.map(({ unit, subjek_id, kolom, lama, baru, ...rest }) => ({
      ...rest,
      subjek: names.get(subjek_id) ?? (unit === 'ruta' ? 'Rumah tangga' : row.nama_kepala),
      kolom: variabel.get(kolom)?.label ?? {
        id: kolom.replaceAll('_', ' '),
        en: kolom.replaceAll('_', ' '),
      },
      lama: shown(kolom, lama),
      baru: shown(kolom, baru),
    })),
  })
})

/** Numbers of identity stay masked in the history too. */
const shown = (kolom: string, value: string | null): string | null =>
  value !== null && (kolom === 'nik' || kolom === 'nomor_kk') ? maskNik(value) : value

const openNumbers = handle(keluargaBukaNik, async (ctx, { kab, id, alasan }) => {
  const row = await rows.familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  const members = await rows.memberRows(ctx.tx, row)
  const { wilayah } = row
  const shown = members.map((m) => ({ jenis: 'individu' as const, id: m.id, wilayah }))
  ctx.lihat([{ jenis: 'keluarga', id, wilayah }, ...shown], undefined, { alasan })
  return ok({ nomorKk: row.nomor_kk, anggota: members.map((m) => ({ id: m.id, nik: m.nik })) })
})

export const keluargaHandlers = [list, one, history, openNumbers, assess]
