/** The letterhead of an office over HTTP: as it stands, and set anew. */
import { sql } from 'kysely'
import { kopLihat, kopSimpan } from '#contract/dokumen.ts'
import { pengaturKop } from '#contract/peran.ts'
import { problem, versiBerubah } from '#contract/problems.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import { err, ok } from '#domain/result.ts'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import { inside, kabOf } from '#domain/wilayah/kode.ts'
import { berkasRow } from '#server/berkas/queries.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { pengubahOf } from '#server/versi/pengubah.ts'
import { type Kop, kopOf } from './kop.ts'

/** A letterhead is set for an office inside the own area, whole villages and above. */
const bolehUbah = ({ pengguna, cakupan }: Context, wilayah: number): boolean =>
  pengaturKop.includes(pengguna.peran) && inside(wilayah, cakupan) && !belowVillage(cakupan)

const lihat = handle(kopLihat, async (ctx, input) => {
  const wilayah = input.wilayah ?? ctx.pengguna.wilayah
  if (!inside(wilayah, ctx.cakupan)) return err(problem('kop.bukan_kantor'))
  const kop = await kopOf(ctx.tx, wilayah)
  if (!kop) return err(problem('tidak.ada'))
  const { baris, alamat, telepon, tempat, penanda, versi } = kop
  return ok({
    wilayah,
    namaWilayah: sebutan(kop.kantor),
    kab: kabOf(wilayah),
    baris: [...baris],
    alamat,
    telepon,
    tempat,
    logo: kop.logoId,
    penanda: [...penanda],
    versi,
    bolehUbah: bolehUbah(ctx, wilayah),
  })
})

const simpan = handle(kopSimpan, async (ctx, input) => {
  const { wilayah, versi } = input
  const { tx, pengguna } = ctx
  if (!bolehUbah(ctx, wilayah)) return err(problem('kop.bukan_kantor'))
  const kini = await kopOf(tx, wilayah)
  if (!kini) return err(problem('tidak.ada'))
  const kab = kabOf(wilayah)
  if (input.logo) {
    const logo = await berkasRow(tx, ctx.cakupan, kab, input.logo)
    if (logo?.guna !== 'logo' || logo.wilayah !== wilayah) return err(problem('tidak.ada'))
  }
  const penanda = JSON.stringify(input.penanda)
  const done = await sql<{ versi: number }>`
    insert into kop_surat (kab, wilayah, baris, alamat, telepon, tempat, logo_id, penanda, diubah_pada, pengguna_id)
    select ${kab}, ${wilayah}, ${input.baris}::text[], ${input.alamat}, ${input.telepon}, ${input.tempat}, ${input.logo}::uuid, ${penanda}::jsonb, ${ctx.now}, ${pengguna.id}
    where ${versi} = 0 or exists (select from kop_surat where kab = ${kab} and wilayah = ${wilayah})
    on conflict (kab, wilayah) do update set baris = excluded.baris, alamat = excluded.alamat, telepon = excluded.telepon,
      tempat = excluded.tempat, logo_id = excluded.logo_id, penanda = excluded.penanda, versi = kop_surat.versi + 1,
      diubah_pada = excluded.diubah_pada, pengguna_id = excluded.pengguna_id
      where kop_surat.versi = ${versi}
    returning versi`.execute(tx)
  const baru = done.rows[0]?.versi
  if (baru === undefined) return err(await benturan(ctx, kini, input))
  ctx.lihat([], {
    sebelum: kini.versi === 0 ? null : catatan(kini),
    sesudah: { ...catatan(input), wilayah },
  })
  return ok({ versi: baru })
})

type Isi = Pick<Kop, 'baris' | 'alamat' | 'telepon' | 'tempat' | 'penanda'>

/** What the log keeps: the words on the paper, and the offices that sign. */
const catatan = ({ baris, alamat, telepon, tempat, penanda }: Isi) => ({
  baris: baris.join(' / '),
  alamat,
  telepon,
  tempat,
  penanda: penanda.map((p) => p.jabatan).join(', '),
})

/** Somebody set it meanwhile: their words beside what was sent. */
async function benturan(ctx: Context, kini: Kop, dikirim: Isi) {
  const ditulis = await sql<{ pengguna_id: string | null; pada: Date | null }>`
    select pengguna_id, diubah_pada as pada from kop_surat where kab = ${kabOf(kini.wilayah)} and wilayah = ${kini.wilayah}`.execute(
    ctx.tx,
  )
  const row = ditulis.rows[0]
  const oleh = await pengubahOf(ctx.tx, ctx.cakupan, {
    pengguna_id: row?.pengguna_id ?? null,
    peran: null,
    pada: row?.pada ?? null,
  })
  const lama = catatan(kini)
  const baru = catatan(dikirim)
  const kolom = [
    ['baris', { id: 'Baris kop', en: 'Lines' }],
    ['alamat', { id: 'Alamat', en: 'Address' }],
    ['telepon', { id: 'Telepon', en: 'Telephone' }],
    ['tempat', { id: 'Tempat surat', en: 'Place' }],
    ['penanda', { id: 'Penanda tangan', en: 'Signers' }],
  ] as const
  return versiBerubah({
    id: String(kini.wilayah),
    judul: { id: 'Kop surat', en: 'Letterhead' },
    versi: kini.versi,
    oleh,
    bidang: kolom
      .filter(([nama]) => lama[nama] !== baru[nama])
      .map(([nama, label]) => ({ kolom: nama, label, dikirim: baru[nama], kini: lama[nama] })),
  })
}

export const kopHandlers = [lihat, simpan]
