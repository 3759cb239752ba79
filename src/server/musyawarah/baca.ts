/** Reads of meetings: the list of an area, one with all that belongs to it, what may be put on the agenda. */
import { sql } from 'kysely'
import {
  jenisMusyawarah,
  musyawarahCalon,
  musyawarahDaftar,
  musyawarahLayar,
  musyawarahSatu,
} from '#contract/musyawarah.ts'
import type { Output } from '#contract/operation.ts'
import { penyelenggaraMusyawarah } from '#contract/peran.ts'
import { alasanLayar } from '#domain/musyawarah/layar.ts'
import { hitungKuorum } from '#domain/musyawarah/unsur.ts'
import { ok } from '#domain/result.ts'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { kurangUntuk, labelButir } from '#domain/usulan/kurang.ts'
import { pilihanOf } from '#domain/usulan/rezim.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { berkasDari } from '#server/berkas/queries.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { aturanPada, kelengkapan } from '#server/usulan/aturan.ts'
import { isiOf } from '#server/usulan/baris.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import {
  type BarisAgenda,
  barisAgenda,
  calonAgenda,
  type Kerabat,
  kerabatAgenda,
} from './agenda.ts'
import { kataLayar, unsurHari } from './kebijakan.ts'
import { type KepalaMusyawarah, kolomKepala, muatKepala } from './kepala.ts'

const perHalaman = 50
/** Where a page ended: day and id of its last meeting. */
const kunci = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/

const ringkas = ({
  kab,
  id,
  wilayah,
  namaWilayah,
  jenis,
  status,
  tanggal,
  mulai,
  tempat,
  nomor,
  versi,
}: KepalaMusyawarah) => ({
  kab,
  id,
  wilayah,
  namaWilayah,
  jenis,
  status,
  tanggal,
  mulai,
  tempat,
  nomor,
  versi,
})

/** Kinds of meeting that the chain of a day knows. */
export const jenisPada = (today: string): (typeof jenisMusyawarah)[number][] =>
  jenisMusyawarah.filter(
    (j) => j !== 'sptjm' || pilihanOf(aturanPada(today).rezim).has('sptjm_menggantikan_musyawarah'),
  )

const penyelenggara = (ctx: Context): boolean =>
  penyelenggaraMusyawarah.includes(ctx.pengguna.peran)

export const list = handle(musyawarahDaftar, async (ctx, { wilayah, setelah }) => {
  const [, hari, id] = kunci.exec(setelah ?? '') ?? []
  const sejak = hari && id ? sql`and (m.tanggal, m.id) < (${hari}::date, ${id}::uuid)` : sql``
  const found = await sql<KepalaMusyawarah & { baris: number; diputuskan: number }>`
    select ${kolomKepala(ctx)},
      (select count(*)::int from musyawarah_agenda a where a.kab = m.kab and a.musyawarah_id = m.id and not a.dikeluarkan) as baris,
      (select count(distinct k.usulan_id)::int from musyawarah_keputusan k where k.kab = m.kab and k.musyawarah_id = m.id) as diputuskan
    from musyawarah m left join wilayah w on w.kode = m.wilayah
    where ${inArea(narrowed(ctx.cakupan, wilayah), 'm', null)} ${sejak} order by m.tanggal desc, m.id desc limit ${perHalaman + 1}`.execute(
    ctx.tx,
  )
  const rows = found.rows.slice(0, perHalaman)
  const last = found.rows.length > perHalaman ? rows.at(-1) : undefined
  return ok({
    musyawarah: rows.map((m) => ({
      ...ringkas(m),
      baris: m.baris,
      diputuskan: m.diputuskan,
      berlakuSampai: m.berlakuSampai,
    })),
    berikutnya: last ? `${last.tanggal}.${last.id}` : null,
    bolehBuat: penyelenggara(ctx),
    jenis: jenisPada(ctx.today),
  })
})

const lihat = (
  ctx: Context,
  m: KepalaMusyawarah,
  rows: readonly { id: string; wilayah: number }[],
) =>
  ctx.lihat([
    { jenis: 'musyawarah', id: m.id, wilayah: m.wilayah },
    ...rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })),
  ])

type Baris = Output<typeof musyawarahSatu>['baris'][number]

const barisOf = (b: BarisAgenda, kerabat: readonly Kerabat[]): Baris => {
  const isi = isiOf(b)
  return {
    usulanId: b.id,
    urutan: b.urutan,
    nomor: b.nomor,
    jenis: b.jenis,
    nama: b.nama,
    rt: b.rt,
    alasan: isi.alasan ?? null,
    alasanLayar: alasanLayar(kataLayar, b.jenis, isi.alasan),
    jumlahAnggota: (isi.anggota ?? []).length,
    kurang: kurangUntuk(kelengkapan, 'minimum_musyawarah', b.jenis, isi, {
      nama: b.nama,
      rt: b.rt,
      adaKunjungan: b.kunjungan_pada !== null,
    }).map((butir) => labelButir(kelengkapan, butir)),
    putusan: b.putusan,
    alasanPutusan: b.alasan_putusan,
    catatan: b.catatan,
    pada: b.putusan_pada?.toISOString() ?? null,
    oleh: b.oleh,
    tidakIkut: kerabat
      .filter((k) => k.usulan_id === b.id)
      .map((k) => ({ id: k.hadir_id, nama: k.nama, sebab: k.sebab })),
  }
}

type BarisHadir = {
  id: string
  nama: string
  unsur: string
  jabatan: string | null
  rt: number | null
  diundang: boolean
  hadir: boolean
  kerabat: string[]
  terhubung: boolean
}

/** Who was invited or is there, in the order of the list. */
export async function daftarHadir(
  ctx: Context,
  { kab, id }: KepalaMusyawarah,
): Promise<BarisHadir[]> {
  const found = await sql<BarisHadir>`
    select id, nama, unsur, jabatan, rt, diundang, hadir, kerabat, keluarga_id is not null as terhubung from musyawarah_hadir
    where kab = ${kab} and musyawarah_id = ${id} and not dikeluarkan order by urutan, id`.execute(
    ctx.tx,
  )
  return found.rows
}

export const one = handle(musyawarahSatu, async (ctx, di) => {
  const m = await muatKepala(ctx, di)
  if (!m.ok) return m
  const kepala = m.value
  const rows = await barisAgenda(ctx, di)
  const kerabat = await kerabatAgenda(ctx, di)
  const hadir = await daftarHadir(ctx, kepala)
  const tanda = await sql<{ nama: string; sebagai: string; goresan: string | null }>`
    select nama, sebagai, goresan from musyawarah_tanda where kab = ${di.kab} and musyawarah_id = ${di.id} order by urutan`.execute(
    ctx.tx,
  )
  const surat = await sql<Output<typeof musyawarahSatu>['surat'][number]>`
    select jenis, nomor, tanggal::text, kode from dokumen where kab = ${di.kab} and musyawarah_id = ${di.id} and status = 'berlaku' order by id`.execute(
    ctx.tx,
  )
  const unsur = unsurHari(kepala.tanggal)
  const datang = hadir.filter((h) => h.hadir).map((h) => h.unsur)
  const kuorum = hitungKuorum(unsur, datang, kepala.unsurTidakAda)
  lihat(ctx, kepala, rows)
  return ok({
    ...ringkas(kepala),
    rezim: aturanPada(kepala.tanggal).rezim.nilai.judul,
    pemimpin: kepala.pemimpin,
    notulis: kepala.notulis,
    notulen: kepala.notulen,
    unsurTidakAda: kepala.unsurTidakAda,
    sidik: kepala.sidik,
    berlakuSampai: kepala.berlakuSampai,
    ditandatanganiPada: kepala.ditandatanganiPada?.toISOString() ?? null,
    penanda: kepala.penanda,
    baris: rows.map((b) => barisOf(b, kerabat)),
    hadir,
    unsur: unsur.unsur.map(({ kode, label, diharapkan, mungkin_tidak_ada }) => ({
      kode,
      label,
      diharapkan,
      mungkinTidakAda: mungkin_tidak_ada,
    })),
    kuorum: { ...kuorum, kurang: [...kuorum.kurang] },
    tanda: tanda.rows,
    surat: surat.rows,
    foto: await berkasDari(ctx.tx, ctx.cakupan, di.kab, kepala.fotoId),
    adaPindaian: kepala.pindaianId !== null,
    bolehUbah: penyelenggara(ctx),
    bolehTanda: ctx.pengguna.peran === 'lurah',
  })
})

export const candidates = handle(musyawarahCalon, async (ctx, di) => {
  const m = await muatKepala(ctx, di)
  if (!m.ok) return m
  const rows = await calonAgenda(ctx, { ...di, wilayah: m.value.wilayah })
  lihat(
    ctx,
    m.value,
    rows.map((r) => ({ id: r.usulan_id, wilayah: m.value.wilayah })),
  )
  return ok({
    usulan: rows.map(({ usulan_id, nomor, jenis, nama, rt, alasan, ditunda, dipilih }) => ({
      usulanId: usulan_id,
      nomor,
      jenis,
      nama,
      rt,
      alasan,
      ditunda,
      dipilih,
    })),
  })
})

export const screen = handle(musyawarahLayar, async (ctx, di) => {
  const m = await muatKepala(ctx, di)
  if (!m.ok) return m
  const rows = await barisAgenda(ctx, di)
  lihat(ctx, m.value, rows)
  return ok({
    namaWilayah: m.value.namaWilayah,
    jenis: m.value.jenis,
    tanggal: m.value.tanggal,
    status: m.value.status,
    baris: rows.map((b) => ({
      urutan: b.urutan,
      nama: b.nama,
      rt: b.rt,
      jenis: jenisUsulan[b.jenis].label,
      alasan: alasanLayar(kataLayar, b.jenis, isiOf(b).alasan),
      putusan: b.putusan,
    })),
  })
})
