/** Whether a paper still binds what was decided: broken rows with the one who changed them, and the annex of corrections. */
import { sql } from 'kysely'
import { musyawarahPeriksaMeterai } from '#contract/musyawarah-tanda.ts'
import type { Output } from '#contract/operation.ts'
import { problem } from '#contract/problems.ts'
import { maskNik } from '#domain/individu/nik.ts'
import type { Label } from '#domain/label.ts'
import { type Perbaikan, perbaikanIdentitas } from '#domain/musyawarah/perbaikan.ts'
import { err, ok } from '#domain/result.ts'
import { isiUsulanSchema } from '#domain/usulan/isi.ts'
import { kolomPerbaikan } from '#domain/usulan/perbaikan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { type KepalaMusyawarah, muatKepala, namaDekat } from './kepala.ts'
import { meteraiMusyawarah } from './meterai.ts'

type Lampiran = Output<typeof musyawarahPeriksaMeterai>['perbaikan'][number]

type Pengubah = { usulan_id: string; oleh: string | null; pada: Date }

/** Who changed each of these rows last after the signature: its text, or its decision. */
async function pengubah(ctx: Context, m: KepalaMusyawarah, usulan: readonly string[]) {
  const found = await sql<Pengubah>`
    select distinct on (x.usulan_id) x.usulan_id, ${namaDekat(ctx, 'x.pengguna_id')} as oleh, x.pada from (
      select usulan_id, pengguna_id, pada from usulan_riwayat where kab = ${m.kab} and usulan_id = any (${[...usulan]}::uuid[]) and aksi = 'simpan'
      union all select usulan_id, pengguna_id, diterima_pada from musyawarah_keputusan
        where kab = ${m.kab} and musyawarah_id = ${m.id} and usulan_id = any (${[...usulan]}::uuid[])) x
    where x.pada > ${m.ditandatanganiPada} order by x.usulan_id, x.pada desc`.execute(ctx.tx)
  return new Map(found.rows.map((r) => [r.usulan_id, r]))
}

const isNomor = (bidang: Label): boolean => /NIK|KK/.test(bidang.id)
const samar = (bidang: Label, nilai: string | null): string | null =>
  nilai !== null && isNomor(bidang) && /^\d{16}$/.test(nilai) ? maskNik(nilai) : nilai

type Simpan = {
  usulan_id: string
  urutan: number
  nama: string
  sebelum: unknown
  kini: unknown
  oleh: string | null
  pada: Date
}

const dokumenOf = (isi: unknown): string | null => {
  const { dokumen } = isiUsulanSchema.parse(isi)
  return dokumen ? [dokumen.jenis, dokumen.nomor].filter(Boolean).join(' ') : null
}

/** Corrections in the text of proposed families: as it was at the signature, beside what stands now. */
async function dariUsulan(ctx: Context, m: KepalaMusyawarah): Promise<Lampiran[]> {
  const found = await sql<Simpan>`
    select s.usulan_id, s.urutan, s.nama, d.rincian -> 'sebelum' as sebelum, u.isi as kini, ${namaDekat(ctx, 'a.pengguna_id')} as oleh, a.pada
    from musyawarah_meterai s join usulan u on u.kab = s.kab and u.id = s.usulan_id
    join lateral (select r.rincian from usulan_riwayat r where r.kab = s.kab and r.usulan_id = s.usulan_id and r.aksi = 'simpan'
      and r.pada > ${m.ditandatanganiPada} and r.rincian ? 'sebelum' order by r.id limit 1) d on true
    join lateral (select r.pengguna_id, r.pada from usulan_riwayat r where r.kab = s.kab and r.usulan_id = s.usulan_id and r.aksi = 'simpan'
      order by r.id desc limit 1) a on true
    where s.kab = ${m.kab} and s.musyawarah_id = ${m.id} and u.meterai_id = s.musyawarah_id order by s.urutan`.execute(
    ctx.tx,
  )
  return found.rows.flatMap((r) =>
    perbaikanIdentitas(r.nama, isiUsulanSchema.parse(r.sebelum), isiUsulanSchema.parse(r.kini)).map(
      (p: Perbaikan) => ({
        urutan: r.urutan,
        siapa: p.siapa,
        bidang: p.bidang,
        lama: samar(p.bidang, p.lama),
        baru: samar(p.bidang, p.baru),
        oleh: r.oleh,
        pada: r.pada.toISOString(),
        dokumen: dokumenOf(r.kini),
      }),
    ),
  )
}

type Ubah = {
  urutan: number
  siapa: string
  unit: 'individu' | 'keluarga'
  kolom: string
  lama: string | null
  baru: string | null
  oleh: string | null
  pada: Date
  isi: unknown
}

/** Corrections of track A to the registered families and persons of the rows. */
async function dariRegistri(ctx: Context, m: KepalaMusyawarah): Promise<Lampiran[]> {
  const found = await sql<Ubah>`
    select s.urutan, coalesce(i.nama, s.nama) as siapa, p.unit, p.kolom, p.lama, p.baru, ${namaDekat(ctx, 'p.pengguna_id')} as oleh, p.dibuat_pada as pada, d.isi
    from musyawarah_meterai s join perubahan p on p.kab = s.kab and p.keluarga_id = s.keluarga_id and p.sumber = 'usulan'
      and p.unit in ('individu', 'keluarga') and p.tanggal >= (${m.ditandatanganiPada}::timestamptz)::date - 1 and p.dibuat_pada > ${m.ditandatanganiPada}
    left join individu i on i.kab = p.kab and p.unit = 'individu' and i.id = p.subjek_id
    left join lateral (select u.isi from usulan u where u.kab = p.kab and u.jalur = 'identitas' and u.status = 'diterima'
      and u.keluarga_id = p.keluarga_id and u.isi -> 'perbaikan' ? p.kolom and u.status_hari = p.tanggal order by u.id desc limit 1) d on true
    where s.kab = ${m.kab} and s.musyawarah_id = ${m.id} order by s.urutan, p.id`.execute(ctx.tx)
  return found.rows.flatMap((r) => {
    const kolom = kolomPerbaikan[r.unit].find((k) => k.kolom === r.kolom)
    if (!kolom) return []
    return [
      {
        urutan: r.urutan,
        siapa: r.siapa,
        bidang: kolom.label,
        lama: samar(kolom.label, r.lama),
        baru: samar(kolom.label, r.baru),
        oleh: r.oleh,
        pada: r.pada.toISOString(),
        dokumen: r.isi ? dokumenOf(r.isi) : null,
      },
    ]
  })
}

/** Corrections of identity after the signature, in the order of the paper. */
export const perbaikanSesudah = async (ctx: Context, m: KepalaMusyawarah): Promise<Lampiran[]> =>
  [...(await dariUsulan(ctx, m)), ...(await dariRegistri(ctx, m))].sort(
    (a, b) => a.urutan - b.urutan,
  )

export const check = handle(musyawarahPeriksaMeterai, async (ctx, di) => {
  const found = await muatKepala(ctx, di)
  if (!found.ok) return found
  const m = found.value
  if (m.nomor === null || m.sidik === null || m.berlakuSampai === null || m.sidikBaris === null)
    return err(problem('musyawarah.belum_ditandatangani'))
  const rows = await meteraiMusyawarah(ctx.tx, di.kab, di.id, ctx.today)
  const buruk = rows.filter((r) => r.rusak !== null)
  const siapa = await pengubah(
    ctx,
    m,
    buruk.map((r) => r.usulanId),
  )
  const asli = rows.every((r) => r.asli) && rows.length === m.sidikBaris.length
  ctx.lihat([
    { jenis: 'musyawarah', id: m.id, wilayah: m.wilayah },
    ...rows.map((r) => ({ jenis: 'usulan' as const, id: r.usulanId, wilayah: m.wilayah })),
  ])
  return ok({
    nomor: m.nomor,
    sidik: m.sidik,
    asli,
    utuh: asli && buruk.length === 0,
    berlaku: ctx.today <= m.berlakuSampai,
    berlakuSampai: m.berlakuSampai,
    jumlah: rows.length,
    rusak: buruk.map((r) => ({
      urutan: r.urutan,
      usulanId: r.usulanId,
      nama: r.nama,
      bidang: [...(r.rusak?.bidang ?? [])],
      oleh: siapa.get(r.usulanId)?.oleh ?? null,
      pada: siapa.get(r.usulanId)?.pada.toISOString() ?? null,
    })),
    perbaikan: await perbaikanSesudah(ctx, m),
  })
})
