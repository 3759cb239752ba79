/** The monthly summary over HTTP: read, nihil, signed by the village head, taken note of, received. */
import { sql } from 'kysely'
import { problem } from '#contract/problems.ts'
import { rekapBulan, rekapNihil, rekapTandatangani, rekapTeruskan } from '#contract/rekap.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import {
  jumlahRt,
  type KeadaanRekap,
  keadaanRt,
  rekapOf,
  siapNaik,
  suratRekap,
} from '#domain/rekap/bulanan.ts'
import { err, ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { cakupanOf, inside, kabOf, tingkatOf } from '#domain/wilayah/kode.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import { terbitkan } from '#server/dokumen/terbit.ts'
import type { Context } from '#server/http/context.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kebijakanRekap } from './kebijakan.ts'
import { pengantar } from './pengantar.ts'
import { desaRekap, perRt, tertanda } from './queries.ts'
import { tandaTerima } from './tanda-terima.ts'

type Bertanda = {
  readonly ditandatangani_pada: Date
  readonly diketahui_pada: Date | null
  readonly diterima_pada: Date | null
}

const keadaanOf = (r: Bertanda | undefined): KeadaanRekap =>
  !r ? 'belum' : r.diterima_pada ? 'diterima' : r.diketahui_pada ? 'diketahui' : 'ditandatangani'

/** The reader's own step is next. */
const siapBagi = ({ pengguna, now }: Context, r: Bertanda | undefined): boolean => {
  const hari = r ? Math.floor((now.getTime() - r.ditandatangani_pada.getTime()) / 864e5) : 0
  return siapNaik(
    keadaanOf(r),
    hari,
    pengguna.peran === 'kecamatan',
    kebijakanRekap.tunggu_camat_hari,
  )
}

const mendatang = (periode: string, today: string): boolean => periode > today.slice(0, 7)

const bulan = handle(rekapBulan, async (ctx, { periode, wilayah }) => {
  const area = narrowed(ctx.cakupan, wilayah)
  const desa = await desaRekap(ctx.tx, area, periode)
  const [satu] = desa.length === 1 ? desa : []
  return ok({
    desa: desa.map(({ wilayah: kode, nama, signed, rekap }) => ({
      wilayah: kode,
      namaWilayah: nama,
      usulan: rekap.jumlah,
      rt: rekap.rt.length,
      diam: rekap.diam.length,
      nihil: rekap.nihil,
      keadaan: keadaanOf(signed),
      siap: rekapTeruskan.permission.includes(ctx.pengguna.peran) && siapBagi(ctx, signed),
      kab: kabOf(kode),
      dokumenId: signed?.dokumen_id ?? null,
      ditandatanganiPada: signed?.ditandatangani_pada.toISOString() ?? null,
    })),
    rt: satu
      ? satu.rekap.rt.map((b) => ({
          rt: b.rt,
          usulan: { ...b.usulan },
          jumlah: jumlahRt(b),
          keadaan: keadaanRt(b),
        }))
      : null,
  })
})

const nihil = handle(rekapNihil, async (ctx, { periode, wilayah, rt }) => {
  if (mendatang(periode, ctx.today)) return err(problem('rekap.periode_mendatang'))
  if (tingkatOf(wilayah) !== 'desa' || !inside(wilayah, ctx.cakupan))
    return err(problem('tidak.ada'))
  if (ctx.cakupan.rt && rt.some((n) => !ctx.cakupan.rt?.includes(n)))
    return err(problem('tidak.ada'))
  const area = { ...ctx.cakupan, ...cakupanOf(wilayah) }
  if ((await tertanda(ctx.tx, area, periode)).size > 0)
    return err(problem('rekap.sudah_ditandatangani'))
  const rows = (await perRt(ctx.tx, area, periode)).get(wilayah) ?? []
  const known = new Map(rows.map((b) => [b.rt, b]))
  if (rt.some((n) => !known.has(n))) return err(problem('isian.salah', { kolom: 'rt' }))
  const ada = rt.find((n) => jumlahRt(known.get(n) ?? { rt: n, nihil: false, usulan: nol }) > 0)
  if (ada !== undefined) return err(problem('rekap.ada_usulan', { rt: ada }))
  const sarana = ctx.pengguna.peran === 'ketua_rt' ? 'sendiri' : 'kertas'
  const done = await sql`
    insert into rekap_nihil (kab, wilayah, rt, periode, sarana, pengguna_id, peran, pada)
    select ${kabOf(wilayah)}, ${wilayah}, rt, ${periode}, ${sarana}, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now}
    from unnest(${rt}::smallint[]) as r(rt) on conflict do nothing`.execute(ctx.tx)
  ctx.lihat([], { sebelum: null, sesudah: { nihil: rt.join(', '), periode, wilayah, sarana } })
  return ok({ jumlah: Number(done.numAffectedRows ?? 0) })
})

const nol = { identitas: 0, peristiwa: 0, keadaan: 0, usulan: 0 }

const tandatangani = handle(rekapTandatangani, async (ctx, { periode, usulan, diam }) => {
  if (mendatang(periode, ctx.today)) return err(problem('rekap.periode_mendatang'))
  const { wilayah, id: penggunaId } = ctx.pengguna
  const kab = kabOf(wilayah)
  await sql`select pg_advisory_xact_lock(hashtext('rekap_bulanan'), hashtext(${`${wilayah} ${periode}`}))`.execute(
    ctx.tx,
  )
  if ((await tertanda(ctx.tx, ctx.cakupan, periode)).has(wilayah))
    return err(problem('rekap.sudah_ditandatangani'))
  const rekap = rekapOf((await perRt(ctx.tx, ctx.cakupan, periode)).get(wilayah) ?? [])
  if (rekap.jumlah !== usulan || rekap.diam.length !== diam)
    return err(problem('rekap.berubah', { usulan: rekap.jumlah, diam: rekap.diam.length }))
  const kop = await kopOf(ctx.tx, wilayah)
  const penanda = kop?.penanda[0]
  if (!kop || !penanda) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const kepala = await kopSurat(ctx.tx, ring, kop)
  const terbit = await terbitkan(ctx.tx, ring, {
    jenis: 'rekap_bulanan',
    kantor: wilayah,
    tempat: { kab, wilayah, rt: null, keluargaId: null },
    tanggal: ctx.today,
    pada: ctx.now,
    nomor: null,
    menggantikan: null,
    penggunaId,
    susun: ({ nomor, alamat }) =>
      suratRekap({
        kop: kepala,
        tempat: kop.tempat,
        penanda: penanda.nama ? penanda : { ...penanda, nama: ctx.pengguna.nama },
        kantor: sebutan(kop.kantor),
        nomor,
        alamatQr: alamat,
        periode,
        tanggal: ctx.today,
        rekap,
      }),
  })
  if (!terbit.ok) return terbit
  await sql`
    insert into rekap_bulanan (kab, wilayah, periode, isi, nihil, dokumen_id, ditandatangani_oleh, ditandatangani_pada)
    values (${kab}, ${wilayah}, ${periode}, ${JSON.stringify({ rt: rekap.rt })}::jsonb, ${rekap.nihil}, ${terbit.value.id}, ${penggunaId}, ${ctx.now})`.execute(
    ctx.tx,
  )
  ctx.lihat([{ jenis: 'dokumen', id: terbit.value.id, wilayah }], {
    sebelum: null,
    sesudah: { rekap: periode, usulan, diam, nihil: rekap.nihil },
  })
  return ok({ kab, dokumenId: terbit.value.id, nomor: terbit.value.nomor })
})

const teruskan = handle(rekapTeruskan, async (ctx, { periode, wilayah }) => {
  const camat = ctx.pengguna.peran === 'kecamatan'
  const set = camat
    ? sql`diketahui_oleh = ${ctx.pengguna.id}, diketahui_pada = ${ctx.now}`
    : sql`diterima_oleh = ${ctx.pengguna.id}, diterima_pada = ${ctx.now}`
  const ada = await sql<Bertanda & { id: string }>`
    select r.id, r.ditandatangani_pada, r.diketahui_pada, r.diterima_pada from rekap_bulanan r
    where r.periode = ${periode} and r.wilayah = any (${wilayah}::bigint[]) and ${inArea(ctx.cakupan, 'r', null)} for update`.execute(
    ctx.tx,
  )
  const siap = ada.rows.filter((r) => siapBagi(ctx, r)).map((r) => r.id)
  const done = await sql<{ wilayah: number; dokumen_id: string }>`
    update rekap_bulanan r set ${set} where r.id = any (${siap}::uuid[]) and ${inArea(ctx.cakupan, 'r', null)}
    returning r.wilayah, r.dokumen_id`.execute(ctx.tx)
  if (done.rows.length === 0) return err(problem('rekap.tidak_ada'))
  ctx.lihat(
    done.rows.map((r) => ({ jenis: 'dokumen' as const, id: r.dokumen_id, wilayah: r.wilayah })),
    { sebelum: null, sesudah: { rekap: periode, keadaan: camat ? 'diketahui' : 'diterima' } },
  )
  return ok({ jumlah: done.rows.length })
})

export const rekapHandlers: readonly Bound[] = [
  bulan,
  nihil,
  tandatangani,
  teruskan,
  pengantar,
  tandaTerima,
]
