/** Saves a proposal: a new draft, or what its writer changes; never refused for being incomplete. */
import { sql } from 'kysely'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem, versiBerubah } from '#contract/problems.ts'
import { usulanSimpan } from '#contract/usulan.ts'
import { foldName } from '#domain/individu/nama-cari.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { jalurOf, jenisUsulan } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import { bolehUbah } from '#domain/usulan/ubah.ts'
import { inside, kabOf, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { pengubahOf } from '#server/versi/pengubah.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { aturanPada } from './aturan.ts'
import {
  type BarisUsulan,
  dariUsulan,
  isiOf,
  kolomUsulan,
  milikPembaca,
  penindakOf,
} from './baris.ts'
import { kantorPenindak } from './kerja.ts'
import { periksaIsi } from './periksa-isi.ts'

type Kiriman = Input<typeof usulanSimpan>
export type Tersimpan = { kab: number; id: string; nomor: string; versi: number; status: Keadaan }

/** Where a proposal lies: its village, and the partition of the record it is about. */
async function tempat(
  ctx: Context,
  k: Kiriman,
): Promise<Result<{ kab: number; wilayah: number; rt: number | null; nama: string }, Problem>> {
  if (jenisUsulan[k.jenis].subjek === 'baru' || !k.keluargaId) {
    if (jenisUsulan[k.jenis].subjek !== 'baru') return err(problem('usulan.tanpa_keluarga'))
    const boleh =
      tingkatOf(k.wilayah) === 'desa' &&
      inside(k.wilayah, ctx.cakupan) &&
      !ctx.cakupan.keluarga &&
      (!ctx.cakupan.rt || (k.rt !== null && ctx.cakupan.rt.includes(k.rt)))
    if (!boleh) return err(problem('usulan.luar_wilayah'))
    const ada = await sql`select 1 from wilayah where kode = ${k.wilayah}`.execute(ctx.tx)
    return ada.rows.length === 1
      ? ok({ kab: kabOf(k.wilayah), wilayah: k.wilayah, rt: k.rt, nama: k.nama })
      : err(problem('usulan.luar_wilayah'))
  }
  const found = await sql<{
    kab: number
    wilayah: number
    rt: number | null
    nama: string
    hubungan: number | null
  }>`select k.kab, k.wilayah, k.rt, coalesce(i.nama, k.nama_kepala) as nama, i.hubungan from keluarga k
    left join individu i on i.kab = k.kab and i.keluarga_id = k.id and i.id = ${k.individuId}
    where k.id = ${k.keluargaId} and k.kab = ${kabOf(k.wilayah)} and ${inArea(ctx.cakupan, 'k', 'id')}
      and (${k.individuId}::uuid is null or i.id is not null)`.execute(ctx.tx)
  const [row] = found.rows
  if (!row) return err(problem('tidak.ada'))
  if (jenisUsulan[k.jenis].subjek === 'individu' && !k.individuId)
    return err(problem('usulan.tanpa_orang'))
  // Who heads a family changes by an event.
  if (row.hubungan === 1 && k.isi.perbaikan?.hubungan !== undefined)
    return err(problem('isian.salah', { kolom: 'hubungan' }))
  return ok(row)
}

/** `US-2018-1A2B-3C4D-5E6F`: the year and the random end of the id in table `n`; it counts nobody's proposals. */
const nomorTandaTerima = (today: string) =>
  sql`${`US-${today.slice(0, 4)}-`}::text || upper(regexp_replace(right(n.id::text, 12), '(....)(....)(....)', '\\1-\\2-\\3'))`

/** Makes a draft of the person who asks. */
export async function buatUsulan(ctx: Context, k: Kiriman): Promise<Result<Tersimpan, Problem>> {
  const di = await tempat(ctx, k)
  if (!di.ok) return di
  const { kab, wilayah, rt, nama } = di.value
  const { jenisTugas, kantor } = kantorPenindak(ctx, ctx.pengguna.id)
  const made = await sql<{ id: string; nomor: string }>`
    with n as (select uuidv7_siks() as id),
    u as (
      insert into usulan (kab, id, nomor, jalur, jenis, rezim, wilayah, wilayah_tercatat, rt, keluarga_id, individu_id, nama, nama_cari, isi, versi_dasar, perlu_asal,
        pengusul_id, pengusul_peran, status_pada, status_hari, dibuat_pada, diubah_pada)
      select ${kab}, n.id, ${nomorTandaTerima(ctx.today)}, ${jalurOf(k.jenis)}, ${k.jenis}, ${aturanPada(ctx.today).rezim.kode}, ${wilayah}, ${wilayah}, ${rt}, ${k.keluargaId},
        ${k.individuId}, ${nama}, ${foldName(nama)}, ${JSON.stringify(k.isi)}::jsonb, ${k.versiDasar}, ${k.jenis === 'tarik_masuk'}, ${ctx.pengguna.id}, ${ctx.pengguna.peran},
        ${ctx.now}, ${ctx.today}, ${ctx.now}, ${ctx.now} from n returning *)
    insert into usulan_riwayat (kab, usulan_id, wilayah, rt, keluarga_id, aksi, dari, ke, pengguna_id, peran, jenis_tugas, kantor, hari, pada)
    select kab, id, wilayah, rt, keluarga_id, 'simpan', 'draf', 'draf', ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${jenisTugas}::text, ${kantor}::bigint, ${ctx.today}, ${ctx.now} from u
    returning usulan_id as id, (select nomor from u)`.execute(ctx.tx)
  const { id, nomor } = made.rows[0] ?? { id: '', nomor: '' }
  ctx.lihat([{ jenis: 'usulan', id, wilayah }], {
    sebelum: null,
    sesudah: { jenis: k.jenis, status: 'draf' },
  })
  return ok({ kab, id, nomor, versi: 1, status: 'draf' })
}

async function bentrok(ctx: Context, row: BarisUsulan, k: Kiriman): Promise<Problem> {
  ctx.lihat([{ jenis: 'usulan', id: row.id, wilayah: row.wilayah }])
  const isi = (v: unknown): string => JSON.stringify(v, null, 1).slice(0, 2000)
  const oleh = await pengubahOf(ctx.tx, ctx.cakupan, {
    pengguna_id: null,
    peran: null,
    pada: row.diubah_pada,
  })
  return versiBerubah({
    id: row.id,
    judul: jenisUsulan[row.jenis].label,
    versi: row.versi,
    oleh,
    bidang: [
      { kolom: 'nama', label: { id: 'Nama', en: 'Name' }, dikirim: k.nama, kini: row.nama },
      {
        kolom: 'isi',
        label: { id: 'Isian', en: 'Content' },
        dikirim: isi(k.isi),
        kini: isi(row.isi),
      },
    ],
  })
}

async function ubah(
  ctx: Context,
  k: Kiriman,
  dipilih: NonNullable<Kiriman['usulan']>,
): Promise<Result<Tersimpan, Problem>> {
  const oleh = penindakOf(ctx)
  const found = await sql<BarisUsulan>`select ${kolomUsulan} from ${dariUsulan}
    where u.kab = ${dipilih.kab} and u.id = ${dipilih.id} and ${milikPembaca(ctx)} for update of u`.execute(
    ctx.tx,
  )
  const [row] = found.rows
  if (!row || !oleh) return err(problem('tidak.ada'))
  const siapa = { jenis: row.jenis, status: row.status, pengusulId: row.pengusul_id }
  if (row.jenis !== k.jenis || !bolehUbah(siapa, oleh))
    return err(problem('usulan.tidak_dapat_diubah'))
  if (row.versi !== dipilih.versi) return err(await bentrok(ctx, row, k))
  const { jenisTugas, kantor } = kantorPenindak(ctx, ctx.pengguna.id)
  // The subject of a proposal about a registered family or person is fixed; only a new family's name is typed.
  const isBaru = jenisUsulan[row.jenis].subjek === 'baru'
  const nama = isBaru ? k.nama : row.nama
  const { beda } = isiOf(row)
  const isi = beda ? { ...k.isi, beda } : k.isi
  const rt = isBaru ? k.rt : row.rt
  if (isBaru && ctx.cakupan.rt && (rt === null || !ctx.cakupan.rt.includes(rt)))
    return err(problem('usulan.luar_wilayah'))
  await sql`
    with u as (
      update usulan set nama = ${nama}, nama_cari = ${foldName(nama)}, rt = ${rt}, isi = ${JSON.stringify(isi)}::jsonb,
        versi_dasar = coalesce(${k.versiDasar}, versi_dasar), versi = versi + 1, diubah_pada = ${ctx.now}
      where kab = ${row.kab} and id = ${row.id} returning *)
    insert into usulan_riwayat (kab, usulan_id, wilayah, rt, keluarga_id, aksi, dari, ke, rincian, pengguna_id, peran, jenis_tugas, kantor, hari, pada)
    select kab, id, wilayah, rt, keluarga_id, 'simpan', status, status, jsonb_build_object('sebelum', ${JSON.stringify(row.isi)}::jsonb, 'nama', ${row.nama}::text),
      ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${jenisTugas}::text, ${kantor}::bigint, ${ctx.today}, ${ctx.now} from u`.execute(
    ctx.tx,
  )
  ctx.lihat([{ jenis: 'usulan', id: row.id, wilayah: row.wilayah }], {
    sebelum: { versi: row.versi },
    sesudah: { versi: row.versi + 1, isian: Object.keys(k.isi) },
  })
  return ok({
    kab: row.kab,
    id: row.id,
    nomor: row.nomor,
    versi: row.versi + 1,
    status: row.status,
  })
}

export const save = handle(usulanSimpan, async (ctx, input) => {
  // Which difference a proposal settles is the system's to say.
  const { beda: _, ...ditulis } = input.isi
  const isi = periksaIsi(input.jenis, ditulis)
  if (!isi.ok) return isi
  const kiriman = { ...input, isi: ditulis }
  return input.usulan ? ubah(ctx, kiriman, input.usulan) : buatUsulan(ctx, kiriman)
})
