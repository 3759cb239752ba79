/** Prepares a meeting: day and place, the agenda, and who is there. */
import { sql } from 'kysely'
import { musyawarahAgenda, musyawarahBuat, musyawarahHadir } from '#contract/musyawarah.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { pilihanOf } from '#domain/usulan/rezim.ts'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import { inside, kabOf, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { aturanPada } from '#server/usulan/aturan.ts'
import { calonAgenda } from './agenda.ts'
import { unsurHari } from './kebijakan.ts'
import { type KepalaMusyawarah, muatUntukUbah, naikkanVersi } from './kepala.ts'

/** Whether the chain of that day lets the village head's statement stand in place of a meeting. */
const kenalSptjm = (tanggal: string): boolean =>
  pilihanOf(aturanPada(tanggal).rezim).has('sptjm_menggantikan_musyawarah')

type Kiriman = Input<typeof musyawarahBuat>
type Tersimpan = { kab: number; id: string; versi: number }

async function baru(ctx: Context, k: Kiriman): Promise<Result<Tersimpan, Problem>> {
  const { wilayah } = k
  if (tingkatOf(wilayah) !== 'desa' || !inside(wilayah, ctx.cakupan) || belowVillage(ctx.cakupan))
    return err(problem('musyawarah.bukan_desa'))
  const ada = await sql`select 1 from wilayah where kode = ${wilayah}`.execute(ctx.tx)
  if (ada.rows.length === 0) return err(problem('musyawarah.bukan_desa'))
  const kab = kabOf(wilayah)
  const made = await sql<{ id: string }>`
    insert into musyawarah (kab, wilayah, jenis, rezim, tanggal, mulai, tempat, pemimpin, notulis, pengguna_id, dibuat_pada, diubah_pada)
    values (${kab}, ${wilayah}, ${k.jenis}, ${aturanPada(k.tanggal).rezim.kode}, ${k.tanggal}, ${k.mulai}::time, ${k.tempat}, ${k.pemimpin},
      ${k.notulis}, ${ctx.pengguna.id}, ${ctx.now}, ${ctx.now}) returning id`.execute(ctx.tx)
  const id = made.rows[0]?.id ?? ''
  ctx.lihat([{ jenis: 'musyawarah', id, wilayah }], {
    sebelum: null,
    sesudah: { jenis: k.jenis, tanggal: k.tanggal, tempat: k.tempat },
  })
  return ok({ kab, id, versi: 1 })
}

export const save = handle(musyawarahBuat, async (ctx, k) => {
  if (k.jenis === 'sptjm' && !kenalSptjm(k.tanggal)) return err(problem('musyawarah.tanpa_sptjm'))
  if (!k.musyawarah) return baru(ctx, k)
  const m = await muatUntukUbah(ctx, k.musyawarah, ['disiapkan'])
  if (!m.ok) return m
  const versi = await naikkanVersi(
    ctx,
    m.value,
    sql`jenis = ${k.jenis}, tanggal = ${k.tanggal}, mulai = ${k.mulai}::time, tempat = ${k.tempat}, pemimpin = ${k.pemimpin},
      notulis = ${k.notulis}, rezim = ${aturanPada(k.tanggal).rezim.kode}`,
  )
  ctx.lihat([{ jenis: 'musyawarah', id: m.value.id, wilayah: m.value.wilayah }], {
    sebelum: { jenis: m.value.jenis, tanggal: m.value.tanggal, tempat: m.value.tempat },
    sesudah: { jenis: k.jenis, tanggal: k.tanggal, tempat: k.tempat },
  })
  return ok({ kab: m.value.kab, id: m.value.id, versi })
})

/** Rows that were decided stay on the agenda. */
async function diputuskan(ctx: Context, m: KepalaMusyawarah): Promise<ReadonlySet<string>> {
  const found = await sql<{ usulan_id: string }>`select distinct usulan_id from musyawarah_keputusan
    where kab = ${m.kab} and musyawarah_id = ${m.id}`.execute(ctx.tx)
  return new Set(found.rows.map((r) => r.usulan_id))
}

export const setAgenda = handle(musyawarahAgenda, async (ctx, k) => {
  const m = await muatUntukUbah(ctx, k, ['disiapkan'])
  if (!m.ok) return m
  const usulan = [...new Set(k.usulan)]
  const calon = new Map((await calonAgenda(ctx, m.value)).map((c) => [c.usulan_id, c]))
  const asing = usulan.filter((id) => !calon.has(id))
  if (asing.length > 0) return err(problem('musyawarah.agenda_salah', { jumlah: asing.length }))
  const tetap = await diputuskan(ctx, m.value)
  if ([...tetap].some((id) => !usulan.includes(id)))
    return err(problem('musyawarah.agenda_sudah_diputuskan'))
  const rows = usulan.flatMap((id, i) => {
    const c = calon.get(id)
    return c ? [{ usulan_id: id, urutan: i + 1, rt: c.rt, keluarga_id: c.keluarga_id }] : []
  })
  await sql`update musyawarah_agenda set dikeluarkan = true, diubah_pada = ${ctx.now}
    where kab = ${m.value.kab} and musyawarah_id = ${m.value.id} and usulan_id <> all (${usulan}::uuid[])`.execute(
    ctx.tx,
  )
  await sql`
    insert into musyawarah_agenda (kab, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, urutan, diubah_pada)
    select ${m.value.kab}, ${m.value.id}, a.usulan_id, ${m.value.wilayah}, a.rt, a.keluarga_id, a.urutan, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(usulan_id uuid, urutan smallint, rt smallint, keluarga_id uuid)
    on conflict (kab, musyawarah_id, usulan_id) do update set urutan = excluded.urutan, dikeluarkan = false, diubah_pada = excluded.diubah_pada`.execute(
    ctx.tx,
  )
  const versi = await naikkanVersi(ctx, m.value)
  ctx.lihat(
    [
      { jenis: 'musyawarah', id: m.value.id, wilayah: m.value.wilayah },
      ...usulan.map((id) => ({ jenis: 'usulan' as const, id, wilayah: m.value.wilayah })),
    ],
    { sebelum: { versi: m.value.versi }, sesudah: { agenda: usulan.length } },
  )
  return ok({ versi, jumlah: usulan.length })
})

type Hadir = Input<typeof musyawarahHadir>['hadir'][number]

/** The families of those who typed a NIK or KK number, where it is registered in the village. */
async function keluargaOf(
  ctx: Context,
  m: KepalaMusyawarah,
  hadir: readonly Hadir[],
): Promise<ReadonlyMap<string, string>> {
  const nomor = hadir.flatMap((h) => h.nomor ?? [])
  const found = await sql<{ nomor: string; id: string }>`
    select i.nik as nomor, i.keluarga_id as id from individu i where i.kab = ${m.kab} and i.nik = any (${nomor}::text[]) and i.wilayah = ${m.wilayah}
    union select k.nomor_kk, k.id from keluarga k where k.kab = ${m.kab} and k.nomor_kk = any (${nomor}::text[]) and k.wilayah = ${m.wilayah}`.execute(
    ctx.tx,
  )
  return new Map(found.rows.map((r) => [r.nomor, r.id]))
}

export const setAttendance = handle(musyawarahHadir, async (ctx, k) => {
  const m = await muatUntukUbah(ctx, k, ['disiapkan', 'selesai'])
  if (!m.ok) return m
  const kenal = new Set(unsurHari(m.value.tanggal).unsur.map((u) => u.kode))
  const asing = [...k.hadir.map((h) => h.unsur), ...k.unsurTidakAda].find((u) => !kenal.has(u))
  if (asing !== undefined) return err(problem('musyawarah.unsur_tidak_dikenal', { unsur: asing }))
  const keluarga = await keluargaOf(ctx, m.value, k.hadir)
  const rows = k.hadir.map((h, i) => ({
    ...h,
    urutan: i + 1,
    nomor: undefined,
    baru: h.nomor !== undefined,
    keluarga_id: h.nomor === undefined ? null : (keluarga.get(h.nomor) ?? null),
  }))
  const { kab, id, wilayah } = m.value
  await sql`update musyawarah_hadir set dikeluarkan = true, diubah_pada = ${ctx.now} where kab = ${kab} and musyawarah_id = ${id}
    and id <> all (${k.hadir.map((h) => h.id)}::uuid[])`.execute(ctx.tx)
  await sql`
    with h as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as h(id uuid, nama text, unsur text, jabatan text, rt smallint,
      diundang boolean, hadir boolean, kerabat uuid[], urutan smallint, baru boolean, keluarga_id uuid)),
    lama as (update musyawarah_hadir x set nama = h.nama, unsur = h.unsur, jabatan = h.jabatan, rt = h.rt, diundang = h.diundang, hadir = h.hadir,
        kerabat = h.kerabat, urutan = h.urutan, dikeluarkan = false, diubah_pada = ${ctx.now},
        keluarga_id = case when h.baru then h.keluarga_id else x.keluarga_id end
      from h where x.kab = ${kab} and x.musyawarah_id = ${id} and x.id = h.id returning x.id)
    insert into musyawarah_hadir (kab, id, musyawarah_id, wilayah, rt, keluarga_id, urutan, nama, unsur, jabatan, diundang, hadir, kerabat, diubah_pada)
    select ${kab}, h.id, ${id}, ${wilayah}, h.rt, h.keluarga_id, h.urutan, h.nama, h.unsur, h.jabatan, h.diundang, h.hadir, h.kerabat, ${ctx.now}
    from h where h.id not in (select id from lama) on conflict (kab, id) do nothing`.execute(ctx.tx)
  const versi = await naikkanVersi(ctx, m.value, sql`unsur_tidak_ada = ${k.unsurTidakAda}::text[]`)
  const connected = await sql<{
    id: string
  }>`select id from musyawarah_hadir where kab = ${kab} and musyawarah_id = ${id}
    and not dikeluarkan and keluarga_id is not null order by urutan`.execute(ctx.tx)
  ctx.lihat([{ jenis: 'musyawarah', id, wilayah }], {
    sebelum: { versi: m.value.versi },
    sesudah: { hadir: k.hadir.filter((h) => h.hadir).length, diundang: k.hadir.length },
  })
  return ok({ versi, terhubung: connected.rows.map((r) => r.id) })
})
