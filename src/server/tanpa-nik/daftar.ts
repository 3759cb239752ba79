/** People without NIK in an area, with why and on which letter; recording why. */
import { type RawBuilder, sql } from 'kysely'
import { tanpaNikDaftar, tanpaNikSebab } from '#contract/tanpa-nik.ts'
import { umurPada } from '#domain/individu/umur.ts'
import { ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import {
  belumDicatat,
  kataSebab,
  kodeSebab,
  pilihanSebab,
  sebabLain,
  tulisanSebab,
} from './sebab.ts'

/** Alive, registered, and without a number: from `individu i`. */
export const tanpaNik = sql<boolean>`i.nik is null and i.status = 'aktif'`

type Baris = {
  kab: number
  id: string
  versi: number
  nama: string
  tanggal_lahir: string | null
  umur_tercatat: number | null
  umur_tanggal: string | null
  jenis_kelamin: number | null
  alasan_tanpa_nik: string | null
  keluarga_id: string
  nama_kepala: string
  nama_wilayah: string
  rt: number | null
  wilayah: number
  nomor: string | null
  tanggal: string | null
  hasil: 'menunggu' | 'terisi' | 'tidak_ditemukan' | null
  keterangan: string | null
}

function syaratSebab(sebab: number | undefined): RawBuilder<boolean> {
  if (sebab === undefined) return sql`true`
  return sebab === 0
    ? sql`coalesce(i.alasan_tanpa_nik, '') = ''`
    : sql`i.alasan_tanpa_nik = any (${tulisanSebab(sebab)}::text[])`
}

/** How many of the area, by cause; those in words of their own together. */
async function rekap(ctx: Context, area: RawBuilder<boolean>) {
  const found = await sql<{ sebab: string; jumlah: number }>`
    select coalesce(i.alasan_tanpa_nik, '') as sebab, count(*)::int as jumlah from individu i where ${tanpaNik} and ${area} group by 1`.execute(
    ctx.tx,
  )
  const of = (milik: (s: string) => boolean) =>
    found.rows.filter((r) => milik(r.sebab)).reduce((sum, r) => sum + r.jumlah, 0)
  return [
    ...pilihanSebab.map(({ kode, label }) => ({
      sebab: kode,
      label,
      jumlah: of((s) => kodeSebab(s) === kode),
    })),
    { sebab: 0, label: belumDicatat, jumlah: of((s) => s === '') },
    { sebab: null, label: sebabLain, jumlah: of((s) => s !== '' && kodeSebab(s) === null) },
  ].filter((r) => r.jumlah > 0)
}

const list = handle(tanpaNikDaftar, async (ctx, f) => {
  const area = inArea(narrowed(ctx.cakupan, f.wilayah), 'i')
  const found = await sql<Baris>`
    select x.*, coalesce(w.nama, x.wilayah::text) as nama_wilayah, s.nomor, s.tanggal, s.hasil, s.keterangan from (
      select i.kab, i.id, i.versi, i.nama, i.tanggal_lahir, i.umur_tercatat, i.umur_tanggal, i.jenis_kelamin, i.alasan_tanpa_nik, i.keluarga_id,
        k.nama_kepala, i.rt, i.wilayah
      from individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
      where ${tanpaNik} and ${area} and ${syaratSebab(f.sebab)} and (${f.rt ?? null}::smallint is null or coalesce(i.rt, 0::smallint) = ${f.rt ?? null})
        and (${f.setelah ?? null}::uuid is null or i.id > ${f.setelah ?? null}) order by i.id limit ${f.batas + 1}) x
    left join wilayah w on w.kode = x.wilayah
    left join lateral (select b.nomor, b.tanggal, b.hasil, b.keterangan from surat_tanpa_nik_baris b
      where b.kab = x.kab and b.individu_id = x.id order by b.surat_id desc limit 1) s on true
    order by x.id`.execute(ctx.tx)
  const rows = found.rows.slice(0, f.batas)
  ctx.lihat(rows.map((r) => ({ jenis: 'individu' as const, id: r.id, wilayah: r.wilayah })))
  const last = found.rows.length > f.batas ? rows.at(-1) : undefined
  return ok({
    orang: rows.map((r) => ({
      kab: r.kab,
      id: r.id,
      versi: r.versi,
      nama: r.nama,
      umur: umurPada(
        {
          tanggalLahir: r.tanggal_lahir,
          umurTercatat: r.umur_tercatat,
          umurTanggal: r.umur_tanggal,
        },
        ctx.today,
      ),
      jenisKelamin: r.jenis_kelamin,
      sebab: kataSebab(r.alasan_tanpa_nik),
      keluarga: { id: r.keluarga_id, namaKepala: r.nama_kepala },
      namaWilayah: r.nama_wilayah,
      rt: r.rt,
      surat:
        r.nomor !== null && r.tanggal !== null && r.hasil !== null
          ? { nomor: r.nomor, tanggal: r.tanggal, hasil: r.hasil, keterangan: r.keterangan }
          : null,
    })),
    berikutnya: last?.id ?? null,
    rekap: await rekap(ctx, area),
    pilihanSebab: [...pilihanSebab],
  })
})

const record = handle(tanpaNikSebab, async (ctx, { orang, sebab }) => {
  const done = await sql<{ id: string; wilayah: number }>`
    with o as (select * from unnest(${orang.map((o) => o.kab)}::smallint[], ${orang.map((o) => o.id)}::uuid[]) as o(kab, id)),
    b as (select i.kab, i.id, i.wilayah, i.rt, i.keluarga_id, i.alasan_tanpa_nik from individu i join o on o.kab = i.kab and o.id = i.id
      where ${tanpaNik} and ${inArea(ctx.cakupan, 'i')} and i.alasan_tanpa_nik is distinct from ${String(sebab)} for update of i),
    catat as (insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, pengguna_id, wilayah, rt, keluarga_id)
      select kab, 'individu', id, 'alasan_tanpa_nik', alasan_tanpa_nik, ${String(sebab)}, ${ctx.today}::date, 'tanpa_nik', ${ctx.pengguna.id}, wilayah, rt, keluarga_id from b)
    update individu i set alasan_tanpa_nik = ${String(sebab)}, versi = i.versi + 1, diubah_pada = now() from b
    where i.kab = b.kab and i.id = b.id returning i.id, i.wilayah`.execute(ctx.tx)
  ctx.lihat(
    done.rows.map((r) => ({ jenis: 'individu' as const, id: r.id, wilayah: r.wilayah })),
    { sebelum: null, sesudah: { alasanTanpaNik: sebab } },
  )
  return ok({ dicatat: done.rows.length })
})

export const daftarHandlers = [list, record]
