/** Outcomes of a centre outside over HTTP: look at a file, take it in, list what was taken in. */
import { sql } from 'kysely'
import { hasilPusatDaftar, hasilPusatImpor, hasilPusatPeriksa } from '#contract/hasil-pusat.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { Putusan } from '#domain/kiriman/putusan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import type { Context, Subjek } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { programLabel } from '#server/kuota/program.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { bacaBerkasHasil } from './hasil-baca.ts'
import { type Dinilai, kataSebab, nilaiHasil } from './hasil-nilai.ts'
import { terapkanHasil } from './hasil-terapkan.ts'
import { kebijakanPusat } from './kebijakan.ts'

type Isian = { readonly sumber: string; readonly tanggal: string }

type BarisLaporan = {
  baris: number
  nomor: string
  nama: string | null
  putusan: Putusan | null
  desil: number | null
  /** Of a deactivation: the programme, if not the registry, and since when. */
  program: string | null
  tanggal: string | null
  alasan: string | null
  hasil: Dinilai['hasil']
  sebab: string | null
}

const dariNilai = (d: Dinilai): BarisLaporan => ({
  baris: d.baris,
  nomor: d.nomor,
  nama: d.usulan?.nama ?? d.keluar?.keluarga?.nama_kepala ?? null,
  putusan: d.putusan,
  desil: d.desil,
  program: d.keluar?.program ?? null,
  tanggal: d.keluar?.tanggal ?? null,
  alasan: d.alasan,
  hasil: d.hasil,
  sebab: d.sebab,
})

function laporan(sidik: string, rows: readonly BarisLaporan[]) {
  const banyak = (hasil: Dinilai['hasil']) => rows.filter((r) => r.hasil === hasil).length
  return {
    sidik,
    jumlah: rows.length,
    diterapkan: banyak('diterapkan'),
    sudah: banyak('sudah'),
    tertahan: banyak('tertahan'),
    salah: banyak('salah'),
    baris: rows.map((r) => ({
      ...r,
      program: r.program === null ? null : programLabel(r.program),
      sebab: kataSebab(r.sebab),
    })),
  }
}

/** The rows of the file, held against the registry; refused where no file may come at all. */
async function nilai(
  ctx: Context,
  isian: Isian,
  kunci: boolean,
): Promise<Result<readonly Dinilai[], Problem>> {
  if (!kebijakanPusat.pusat_di_luar) return err(problem('kiriman.pusat_di_dalam'))
  if (isian.tanggal > ctx.today) return err(problem('hasil_pusat.tanggal_mendatang'))
  const rows = await bacaBerkasHasil(ctx)
  return rows.ok ? ok(await nilaiHasil(ctx, rows.value, isian, kunci)) : rows
}

const subjek = (rows: readonly Dinilai[]) =>
  rows.flatMap(({ usulan: u, keluar }): Subjek[] => {
    if (u) return [{ jenis: 'usulan', id: u.id, wilayah: u.wilayah }]
    const k = keluar?.keluarga
    return k ? [{ jenis: 'keluarga', id: k.id, wilayah: k.wilayah }] : []
  })

const periksa = handle(hasilPusatPeriksa, async (ctx, isian) => {
  const rows = await nilai(ctx, isian, false)
  if (!rows.ok) return rows
  ctx.lihat(subjek(rows.value), undefined, { jumlah: rows.value.length })
  return ok(laporan(ctx.unggahan?.sidik ?? '', rows.value.map(dariNilai)))
})

const impor = handle(hasilPusatImpor, async (ctx, { sidik, ...isian }) => {
  if (ctx.unggahan?.sidik !== sidik) return err(problem('hasil_pusat.berkas_berbeda'))
  const kab = kabOf(ctx.pengguna.wilayah)
  const before = await laporanDulu(ctx, kab, sidik)
  if (before) return ok(before)
  const rows = await nilai(ctx, isian, true)
  if (!rows.ok) return rows
  const id = await catat(ctx, kab, { sidik, ...isian }, rows.value)
  // Somebody took the same file in while this one waited for the proposals.
  if (id === null) return err(problem('hasil_pusat.berkas_berbeda'))
  await terapkanHasil(ctx, rows.value, { hasil: id, sidik, penyampai: ctx.pengguna.id }, isian)
  const hasil = laporan(sidik, rows.value.map(dariNilai))
  ctx.lihat(subjek(rows.value), {
    sebelum: null,
    sesudah: { hasil: id, berkas: ctx.unggahan.nama, sidik, diterapkan: hasil.diterapkan },
  })
  return ok({ ...hasil, kab, id, sudahAda: false })
})

/** Keeps the file's head and rows as read; null where the same bytes are there already. */
async function catat(
  ctx: Context,
  kab: number,
  h: Isian & { readonly sidik: string },
  rows: readonly Dinilai[],
): Promise<string | null> {
  const { wilayah, id: penggunaId } = ctx.pengguna
  const made = await sql<{ id: string }>`
    insert into hasil_pusat (kab, wilayah, nama_berkas, sidik, sumber, tanggal, jumlah, pengguna_id, dibuat_pada)
    values (${kab}, ${wilayah}, ${(ctx.unggahan?.nama ?? '').slice(0, 200)}, ${h.sidik}, ${h.sumber}, ${h.tanggal}, ${rows.length}, ${penggunaId}, ${ctx.now})
    on conflict (kab, wilayah, sidik) do nothing returning id`.execute(ctx.tx)
  const id = made.rows[0]?.id
  if (id === undefined) return null
  const isi = rows.map((r) => {
    const di = r.usulan ?? r.keluar?.keluarga
    const keluarga = r.usulan ? r.usulan.keluarga_id : (r.keluar?.keluarga?.id ?? null)
    const { nomor, ...satu } = dariNilai(r)
    const bernomor = r.putusan !== 'nonaktif'
    return {
      ...satu,
      nomor: bernomor ? nomor : null,
      pengenal: bernomor ? null : nomor,
      wilayah: di?.wilayah ?? wilayah,
      rt: di?.rt ?? null,
      keluarga_id: keluarga,
      usulan_id: r.usulan?.id ?? null,
    }
  })
  await sql`
    insert into hasil_pusat_baris (kab, hasil_id, baris, wilayah, rt, keluarga_id, usulan_id, nomor, pengenal, putusan, desil, program, tanggal, alasan, hasil, sebab, pada)
    select ${kab}, ${id}, b.baris, b.wilayah, b.rt, b.keluarga_id, b.usulan_id, b.nomor, b.pengenal, b.putusan, b.desil, b.program, b.tanggal, b.alasan, b.hasil, b.sebab, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb) as b(baris integer, wilayah bigint, rt smallint, keluarga_id uuid, usulan_id uuid,
      nomor text, pengenal text, putusan text, desil smallint, program text, tanggal date, alasan text, hasil text, sebab text)`.execute(
    ctx.tx,
  )
  return id
}

/** The report of the first time that this very file came. */
async function laporanDulu(ctx: Context, kab: number, sidik: string) {
  const found = await sql<BarisLaporan & { id: string }>`
    select h.id, b.baris, coalesce(b.nomor, b.pengenal, '') as nomor, coalesce(u.nama, k.nama_kepala) as nama, b.putusan, b.desil, b.program, b.tanggal::text,
      b.alasan, b.hasil, b.sebab
    from hasil_pusat h join hasil_pusat_baris b on b.kab = h.kab and b.hasil_id = h.id
      left join usulan u on u.kab = b.kab and u.id = b.usulan_id
      left join keluarga k on b.usulan_id is null and k.kab = b.kab and k.id = b.keluarga_id
    where h.kab = ${kab} and h.wilayah = ${ctx.pengguna.wilayah} and h.sidik = ${sidik} and ${inArea(ctx.cakupan, 'h', null)}
    order by b.baris`.execute(ctx.tx)
  const [first] = found.rows
  if (!first) return null
  const rows = found.rows.map(({ id: _, ...r }) => r)
  return { ...laporan(sidik, rows), kab, id: first.id, sudahAda: true }
}

const daftar = handle(hasilPusatDaftar, async (ctx) => {
  const found = await sql<{
    kab: number
    id: string
    namaBerkas: string
    tanggal: string
    sumber: string
    jumlah: number
    diterapkan: number
    oleh: string | null
    pada: Date
  }>`select h.kab, h.id, h.nama_berkas as "namaBerkas", h.tanggal::text, h.sumber, h.jumlah, p.nama as oleh, h.dibuat_pada as pada,
      (select count(*)::int from hasil_pusat_baris b where b.kab = h.kab and b.hasil_id = h.id and b.hasil = 'diterapkan') as diterapkan
    from hasil_pusat h left join pengguna p on p.id = h.pengguna_id
    where ${inArea(ctx.cakupan, 'h', null)} order by h.id desc limit 50`.execute(ctx.tx)
  return ok({ hasil: found.rows.map((h) => ({ ...h, pada: h.pada.toISOString() })) })
})

export const hasil = [periksa, impor, daftar]
