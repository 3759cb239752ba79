/** One family by its sources: status at Dukcapil with history, fields with what each source says, compared again on demand. */
import { sql } from 'kysely'
import { dukcapilPadankan, kepercayaanKeluarga } from '#contract/kepercayaan.ts'
import { pemutusBeda } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import type { KeadaanDukcapil } from '#domain/dukcapil/keadaan.ts'
import { bidangBersumber } from '#domain/kepercayaan/isian.ts'
import { err, ok } from '#domain/result.ts'
import { catatKeadaan } from '#server/dukcapil/bandingkan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { type FamilyRow, familyRow } from '#server/keluarga/satu.ts'
import { hitungBeda } from './hitung.ts'
import { kataBeda, kataBidang, kataKeadaan, kataNilai } from './kata.ts'
import { kepercayaan } from './kebijakan.ts'
import { type RumahBersumber, rumahBersumber } from './rumah.ts'
import { bersumber, type OrangTertaut, orangTertaut } from './taut.ts'

type Keadaan = {
  id: string
  individu_id: string
  keadaan: KeadaanDukcapil
  beda: string[]
  tanggal: string
  oleh: string | null
}

/** The statuses of the family's members, newest first. */
const keadaanOf = ({ tx }: Context, { kab, id }: FamilyRow) =>
  sql<Keadaan>`select d.id, d.individu_id, d.keadaan, d.beda, d.tanggal, p.nama as oleh
    from individu i join keadaan_dukcapil d on d.kab = i.kab and d.individu_id = i.id left join pengguna p on p.id = d.pengguna_id
    where i.kab = ${kab} and i.keluarga_id = ${id} order by d.id desc`.execute(tx)

const members = (ctx: Context, { kab, id }: FamilyRow) =>
  orangTertaut(ctx.tx, ctx.cakupan, sql`i.kab = ${kab} and i.keluarga_id = ${id}`, ctx.today)

function dukcapilOf(rows: readonly Keadaan[]) {
  const [now] = rows
  return {
    ...kataKeadaan(now?.keadaan ?? 'BELUM_DIPADANKAN'),
    beda: kataBeda(now?.beda ?? []),
    tanggal: now?.tanggal ?? null,
    riwayat: rows.map(({ id, keadaan, tanggal, oleh }) => ({
      id,
      label: kataKeadaan(keadaan).label,
      tanggal,
      oleh,
    })),
  }
}

function fieldsOf(o: OrangTertaut, hari: string) {
  return bidangBersumber(bersumber(o), kepercayaan, hari).map((f) => {
    const decided = o.putusan.find((p) => p.bidang === f.bidang && p.status === 'diputus')
    return {
      bidang: f.bidang,
      label: kataBidang(f.bidang),
      dipercaya: f.calon.sumber,
      dasar: f.dasar,
      berbeda: f.berbeda,
      calon: f.urutan.map(({ nilai, ...c }) => ({ ...c, nilai: kataNilai(f.bidang, nilai) })),
      putusan:
        decided?.alasan && f.dasar === 'putusan'
          ? { alasan: decided.alasan, oleh: decided.oleh, pada: decided.pada }
          : null,
    }
  })
}

const rumahOf = ({ keluarga, jawaban }: RumahBersumber) => ({
  keluarga: keluarga.map(({ id, sumber, berlaku, desil, orang, kk }) => ({
    id,
    sumber,
    tanggal: berlaku,
    desil,
    orang,
    kk,
  })),
  jawaban: jawaban.map((j) => ({ ...j, lain: [...j.lain] })),
})

const one = handle(kepercayaanKeluarga, async (ctx, { kab, id }) => {
  const row = await familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis: 'keluarga', id, wilayah: row.wilayah }])
  const [orang, keadaan] = await Promise.all([members(ctx, row), keadaanOf(ctx, row)])
  return ok({
    bolehMemadankan: pemutusBeda.includes(ctx.pengguna.peran),
    rumah: rumahOf(await rumahBersumber(ctx, row, orang)),
    anggota: orang.map((o) => ({
      id: o.id,
      nama: o.nama,
      dukcapil: dukcapilOf(keadaan.rows.filter((k) => k.individu_id === o.id)),
      sumber: o.sumber.map(({ id, sumber, berlaku, desil, taut }) => ({
        id,
        sumber,
        tanggal: berlaku,
        desil,
        taut,
      })),
      isian: fieldsOf(o, ctx.today),
    })),
  })
})

const again = handle(dukcapilPadankan, async (ctx, { kab, id }) => {
  const row = await familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  const mine = `s.nik in (select nik from individu where kab = ${Number(kab)} and keluarga_id = '${id}'::uuid) and i.keluarga_id = '${id}'::uuid`
  const changed = await sql.raw(catatKeadaan(mine, `'${ctx.pengguna.id}'::uuid`)).execute(ctx.tx)
  const beda = await hitungBeda(ctx.tx, ctx.cakupan, await members(ctx, row), ctx.today)
  const berubah = Number(changed.numAffectedRows ?? 0)
  ctx.lihat([{ jenis: 'keluarga', id, wilayah: row.wilayah }], {
    sebelum: null,
    sesudah: { keadaanDukcapilBerubah: berubah, bedaBaru: beda },
  })
  return ok({ berubah, beda })
})

export const keluargaSumberHandlers = [one, again]
