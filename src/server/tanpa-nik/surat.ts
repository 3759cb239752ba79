/** The letter to the civil registry with its list, the sheet that it fills in, and the letters so far. */
import { sql } from 'kysely'
import { problem } from '#contract/problems.ts'
import { tanpaNikLembar, tanpaNikSurat, tanpaNikSuratDaftar } from '#contract/tanpa-nik.ts'
import { sebutan } from '#domain/dokumen/kop.ts'
import { err, ok } from '#domain/result.ts'
import { type OrangTanpaNik, suratTanpaNik } from '#domain/tanpa-nik/surat.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { kabOf, wilayahAt } from '#domain/wilayah/kode.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import { terbitkan } from '#server/dokumen/terbit.ts'
import { xlsxStream } from '#server/ekspor/xlsx.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan, xlsxType } from '#server/http/reply.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { tanpaNik } from './daftar.ts'
import { belumDicatat, kataSebab } from './sebab.ts'

/** Persons of one letter, at most. */
const TERBANYAK = 500

type Calon = {
  kab: number
  id: string
  wilayah: number
  rt: number | null
  keluarga_id: string
  nama: string
  jenis_kelamin: number | null
  tempat_lahir: string | null
  tanggal_lahir: string | null
  nama_ibu: string | null
  alasan_tanpa_nik: string | null
  nama_kepala: string
  alamat: string | null
  nama_wilayah: string
  kode: string
}

const kolomCalon = sql`i.kab, i.id, i.wilayah, i.rt, i.keluarga_id, i.nama, i.jenis_kelamin, i.tempat_lahir, i.tanggal_lahir, i.nama_ibu,
  i.alasan_tanpa_nik, k.nama_kepala, k.alamat, coalesce(w.nama, i.wilayah::text) as nama_wilayah`

/** `TN-1A2B-3C4D-5E6F`: the random end of the person's id, which the answer names. */
const kodeOrang = sql`upper(regexp_replace(right(i.id::text, 12), '(....)(....)(....)', 'TN-\\1-\\2-\\3'))`

/** Those who are on no letter that still waits, in the order of village, RT and family. */
async function calon(ctx: Context, wilayah: number | undefined): Promise<readonly Calon[]> {
  const found = await sql<Calon>`
    select ${kolomCalon}, ${kodeOrang} as kode
    from individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id left join wilayah w on w.kode = i.wilayah
    where ${tanpaNik} and ${inArea(narrowed(ctx.cakupan, wilayah), 'i')}
      and not exists (select from surat_tanpa_nik_baris b where b.kab = i.kab and b.individu_id = i.id and b.hasil = 'menunggu')
    order by i.wilayah, i.rt, i.keluarga_id, i.urutan, i.id limit ${TERBANYAK}`.execute(ctx.tx)
  return found.rows
}

const orangOf = (c: Calon): OrangTanpaNik => ({
  kode: c.kode,
  nama: c.nama,
  jenisKelamin: c.jenis_kelamin,
  tempatLahir: c.tempat_lahir,
  tanggalLahir: c.tanggal_lahir,
  namaIbu: c.nama_ibu,
  kepala: c.nama_kepala,
  alamat: c.alamat,
  rt: c.rt,
  namaWilayah: c.nama_wilayah,
  sebab: (kataSebab(c.alasan_tanpa_nik) ?? belumDicatat).id,
})

async function namaOf(ctx: Context, kode: number): Promise<string> {
  const found = await sql<{ nama: string }>`select nama from wilayah where kode = ${kode}`.execute(
    ctx.tx,
  )
  return found.rows[0]?.nama ?? String(kode)
}

const issue = handle(tanpaNikSurat, async (ctx, input) => {
  const rows = await calon(ctx, input.wilayah)
  if (rows.length === 0) return err(problem('tanpa_nik.kosong'))
  const kantor = ctx.pengguna.wilayah
  const kab = kabOf(kantor)
  const kop = await kopOf(ctx.tx, kantor)
  const penanda = kop?.penanda[input.penanda] ?? kop?.penanda[0]
  if (!kop || !penanda) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const kepala = await kopSurat(ctx.tx, ring, kop)
  const kabkota = await namaOf(ctx, wilayahAt(kantor, 'kabkota'))
  const terbit = await terbitkan(ctx.tx, ring, {
    jenis: 'permohonan_nik',
    kantor,
    tempat: { kab, wilayah: kantor, rt: null, keluargaId: null },
    tanggal: ctx.today,
    pada: ctx.now,
    nomor: input.nomor ?? null,
    menggantikan: null,
    penggunaId: ctx.pengguna.id,
    susun: ({ nomor, alamat }) =>
      suratTanpaNik({
        kop: kepala,
        tempat: kop.tempat,
        penanda,
        kantor: sebutan(kop.kantor),
        kabkota,
        orang: rows.map(orangOf),
        tanggal: ctx.today,
        nomor,
        alamat,
      }),
  })
  if (!terbit.ok) return terbit
  const { id: dokumen, nomor } = terbit.value
  const isi = rows.map((r, i) => ({ ...r, urutan: i + 1 }))
  const made = await sql<{ id: string }>`
    with s as (insert into surat_tanpa_nik (kab, wilayah, dokumen_id, nomor, tanggal, jumlah, pengguna_id, dibuat_pada)
      values (${kab}, ${kantor}, ${dokumen}, ${nomor}, ${ctx.today}::date, ${rows.length}, ${ctx.pengguna.id}, ${ctx.now}) returning id),
    b as (insert into surat_tanpa_nik_baris (kab, surat_id, individu_id, urutan, kode, wilayah, rt, keluarga_id, nomor, tanggal, sebab)
      select o.kab, s.id, o.id, o.urutan, o.kode, o.wilayah, o.rt, o.keluarga_id, ${nomor}, ${ctx.today}::date, o.alasan_tanpa_nik
      from s, jsonb_to_recordset(${JSON.stringify(isi)}::jsonb) as o(kab smallint, id uuid, urutan smallint, kode text, wilayah bigint, rt smallint,
        keluarga_id uuid, alasan_tanpa_nik text))
    select id from s`.execute(ctx.tx)
  const id = made.rows[0]?.id ?? ''
  ctx.lihat(
    [
      { jenis: 'dokumen', id: dokumen, wilayah: kantor },
      ...rows.map((r) => ({ jenis: 'individu' as const, id: r.id, wilayah: r.wilayah })),
    ],
    { sebelum: null, sesudah: { surat: nomor, jumlah: rows.length } },
  )
  return ok({ kab, id, dokumen, nomor, jumlah: rows.length })
})

/** Letters of the reader's area, newest first; how many were answered is counted from those in it. */
const letters = handle(tanpaNikSuratDaftar, async (ctx) => {
  const found = await sql<{
    kab: number
    id: string
    dokumen: string
    nomor: string
    tanggal: string
    jumlah: number
    terisi: number
    tidakDitemukan: number
  }>`
    select s.kab, s.id, s.dokumen_id as dokumen, s.nomor, s.tanggal, s.jumlah, b.terisi, b."tidakDitemukan"
    from surat_tanpa_nik s, lateral (
      select count(*) filter (where hasil = 'terisi')::int as terisi, count(*) filter (where hasil = 'tidak_ditemukan')::int as "tidakDitemukan"
      from surat_tanpa_nik_baris b where b.kab = s.kab and b.surat_id = s.id) b
    where ${inArea(ctx.cakupan, 's', null)} order by s.id desc limit 100`.execute(ctx.tx)
  return ok({ surat: found.rows })
})

const sheet = handle(tanpaNikLembar, async (ctx, { kab, id }) => {
  const found = await sql<Calon & { nomor: string; tanggal: string }>`
    select ${kolomCalon}, b.kode, b.nomor, b.tanggal from surat_tanpa_nik_baris b
    join individu i on i.kab = b.kab and i.id = b.individu_id join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
    left join wilayah w on w.kode = i.wilayah
    where b.kab = ${kab} and b.surat_id = ${id} and ${inArea(ctx.cakupan, 'b')} and ${inArea(ctx.cakupan, 'i')} order by b.urutan`.execute(
    ctx.tx,
  )
  const [first] = found.rows
  if (!first) return err(problem('tidak.ada'))
  ctx.lihat(found.rows.map((r) => ({ jenis: 'individu' as const, id: r.id, wilayah: r.wilayah })))
  const stream = xlsxStream([
    {
      name: 'Tanpa NIK',
      title: [
        `Lampiran surat ${first.nomor} tanggal ${first.tanggal}`,
        'Isi kolom NIK (sebagai teks) atau Keterangan; jangan mengubah Kode baris.',
      ],
      columns: [
        { header: 'Kode baris', width: 14 },
        { header: 'Nama', width: 28 },
        { header: 'L/P', width: 5 },
        { header: 'Tempat lahir', width: 18 },
        { header: 'Tanggal lahir', kind: 'tanggal', width: 13 },
        { header: 'Nama ibu', width: 24 },
        { header: 'Kepala keluarga', width: 28 },
        { header: 'Alamat', width: 36 },
        { header: 'RT', width: 6 },
        { header: 'Kelurahan', width: 20 },
        { header: 'Sebab', width: 30 },
        { header: 'NIK', kind: 'teks', width: 20 },
        { header: 'Keterangan', width: 36 },
      ],
      rows: found.rows
        .map(orangOf)
        .map((o) => [
          o.kode,
          o.nama,
          o.jenisKelamin === 1 ? 'L' : o.jenisKelamin === 2 ? 'P' : '',
          o.tempatLahir,
          o.tanggalLahir,
          o.namaIbu,
          o.kepala,
          o.alamat,
          o.rt === null ? '' : String(o.rt).padStart(3, '0'),
          o.namaWilayah,
          o.sebab,
          null,
          null,
        ]),
    },
  ])
  return ok(new Unduhan(`tanpa-nik-${id.slice(-8)}.xlsx`, xlsxType, stream))
})

export const suratHandlers = [issue, letters, sheet]
