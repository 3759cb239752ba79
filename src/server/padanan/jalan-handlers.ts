/** Runs of matching: list them, start one, look into one, cancel it. */
import { sql } from 'kysely'
import {
  padananBatalkan,
  padananDaftar,
  padananJalankan,
  padananSatu,
  sumberPadanan,
} from '#contract/padanan.ts'
import { penentu } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { cukupLuas } from '#domain/padanan/bagian.ts'
import { err, ok } from '#domain/result.ts'
import { covers, narrowed } from '#domain/wilayah/cakupan.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { handle } from '#server/http/handle.ts'
import { regionExists } from '#server/kuota/queries.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { bacaBagian, bacaJalan, bacaTaksiran, jalanOut, taksiranOut } from './daftar.ts'
import { daftarModel, modelTerikat } from './model.ts'
import { mulaiJalan } from './mulai.ts'

const daftar = handle(padananDaftar, async (ctx, input) => {
  const area = narrowed(ctx.cakupan, input.wilayah)
  const jenis = sql<boolean>`(${input.jenis ?? null}::text is null or j.jenis = ${input.jenis ?? null})`
  const rows = await bacaJalan(ctx.tx, area, jenis)
  const ada = await sql<{ sumber: (typeof sumberPadanan)[number] }>`
    select s.sumber from unnest(${[...sumberPadanan]}::text[]) s(sumber)
    where exists (select from orang_sumber o where o.sumber = s.sumber and o.wilayah >= ${area.lo} and o.wilayah < ${area.hi})`.execute(
    ctx.tx,
  )
  return ok({
    jalan: rows.map(jalanOut),
    bolehMenjalankan: penentu.includes(ctx.pengguna.peran),
    model: daftarModel().map((m) => ({
      kode: m.kode,
      label: m.nilai.judul,
      keterangan: m.nilai.sumber,
    })),
    sumber: ada.rows.map((r) => r.sumber),
  })
})

const jalankan = handle(padananJalankan, async (ctx, input) => {
  if (!covers(ctx.cakupan, cakupanOf(input.wilayah))) return err(problem('tidak.ada'))
  if (!(await regionExists(ctx.tx, input.wilayah))) return err(problem('tidak.ada'))
  if (!cukupLuas(input.wilayah)) return err(problem('padanan.wilayah_sempit'))
  if ((input.jenis === 'sumber') !== (input.sumber !== undefined))
    return err(problem('padanan.sumber_salah'))
  const begun = await mulaiJalan(ctx.tx, {
    ...input,
    sumber: input.sumber ?? null,
    penggunaId: ctx.pengguna.id,
  })
  if (!begun.ok) return begun
  const { nama } = await regionBrief(ctx.tx, input.wilayah)
  const apa = input.sumber ? input.sumber.toUpperCase() : 'kembar'
  const pekerjaan = await ctx.enqueue('padanan.jalankan', `Pemadanan ${apa} – ${nama}`, {
    jalanId: begun.value,
  })
  await ctx.tx
    .updateTable('padanan_jalan')
    .set({ pekerjaan_id: pekerjaan })
    .where('id', '=', begun.value)
    .execute()
  ctx.lihat([{ jenis: 'pekerjaan', id: begun.value, wilayah: input.wilayah }], {
    sebelum: null,
    sesudah: input,
  })
  return ok({ id: begun.value, pekerjaan })
})

const satu = handle(padananSatu, async (ctx, { id, nomor }) => {
  const [row] = await bacaJalan(ctx.tx, ctx.cakupan, sql<boolean>`j.id = ${id}`)
  if (!row) return err(problem('tidak.ada'))
  const taksiran = await bacaTaksiran(ctx.tx, ctx.cakupan, id, nomor)
  const model = await modelTerikat(ctx.tx, row.kebijakanHash)
  return ok({
    ...jalanOut(row),
    sidikKebijakan: row.kebijakanHash.slice(0, 12),
    ambang: { padan: row.ambangPadan, periksa: row.ambangPeriksa },
    daftarBagian: await bacaBagian(ctx.tx, ctx.cakupan, id),
    taksiran: taksiran ? taksiranOut(model, taksiran) : null,
    bolehMembatalkan:
      penentu.includes(ctx.pengguna.peran) &&
      covers(ctx.cakupan, row) &&
      (row.status === 'antre' || row.status === 'berjalan'),
  })
})

const batalkan = handle(padananBatalkan, async (ctx, { id }) => {
  const [row] = await bacaJalan(ctx.tx, ctx.cakupan, sql<boolean>`j.id = ${id}`)
  if (!row || !covers(ctx.cakupan, row)) return err(problem('tidak.ada'))
  const done = await sql`update padanan_jalan set status = 'dibatalkan', selesai_pada = now()
    where id = ${id} and status in ('antre', 'berjalan') returning id`.execute(ctx.tx)
  if (done.rows.length === 0) return err(problem('padanan.sudah_berakhir'))
  await sql`update pekerjaan set status = 'dibatalkan', selesai_pada = now()
    where id = ${row.pekerjaanId} and status in ('antre', 'berjalan')`.execute(ctx.tx)
  ctx.lihat([{ jenis: 'pekerjaan', id, wilayah: row.wilayah }], {
    sebelum: { status: row.status },
    sesudah: { status: 'dibatalkan' },
  })
  return ok({ status: 'dibatalkan' as const })
})

export const jalanHandlers = [daftar, jalankan, satu, batalkan]
