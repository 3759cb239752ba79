/** Makes a batch: binds what is endorsed and bound by no letter yet, hashes it, and issues the letter. */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { kirimanBuat } from '#contract/kiriman.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { nomorPalingLambat } from '#domain/kiriman/kebijakan.ts'
import { type BarisKiriman, type KepalaKiriman, teksKiriman } from '#domain/kiriman/sidik.ts'
import { err, ok } from '#domain/result.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import { kabOf, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kebijakanPusat } from './kebijakan.ts'
import { siapDikirim } from './queries.ts'
import { terbitkanPengesahan } from './surat.ts'

type Terpilih = {
  id: string
  nomor: string
  jenis: JenisUsulan
  wilayah: number
  nama_wilayah: string
  rt: number | null
  keluarga_id: string | null
  nama: string
  seluruhnya: number
}

/** SHA-256 of a batch, hex. */
export const sidikKiriman = (kepala: KepalaKiriman, baris: readonly BarisKiriman[]): string =>
  createHash('sha256').update(teksKiriman(kepala, baris)).digest('hex')

/** Number of a batch: its year and eight random digits, so that it tells nothing of others. */
const nomorKiriman = (today: string): string => {
  const digits = randomBytes(4).toString('hex').toUpperCase()
  return `KR-${today.slice(0, 4)}-${digits.slice(0, 4)}-${digits.slice(4)}`
}

/** Either the letter has its number, or a day is set by which it follows. */
function periksaNomor(input: Input<typeof kirimanBuat>, today: string): Problem | null {
  const sampai = nomorPalingLambat(today, kebijakanPusat.nomor_menyusul_hari)
  const { suratNomor, suratTenggat } = input
  const benar = suratNomor
    ? suratTenggat === undefined
    : suratTenggat !== undefined && suratTenggat > today && suratTenggat <= sampai
  return benar ? null : problem('kiriman.nomor_atau_tenggat', { sampai })
}

/** The rows to be bound, held; two letters made at once wait for one another. */
async function pilih(ctx: Context, kab: number, periode: string): Promise<readonly Terpilih[]> {
  await sql`select pg_advisory_xact_lock(hashtext('kiriman'), ${kab})`.execute(ctx.tx)
  const found = await sql<Terpilih>`
    with siap as (
      select u.id, count(*) over ()::int as seluruhnya from usulan u
      where u.kab = ${kab} and u.periode = ${periode} and ${siapDikirim} and ${inArea(ctx.cakupan, 'u')}
      order by u.wilayah, u.rt nulls last, u.nama, u.id limit ${kebijakanPusat.kiriman_terbanyak})
    select u.id, u.nomor, u.jenis, u.wilayah, coalesce(w.nama, u.wilayah::text) as nama_wilayah, u.rt, u.keluarga_id, u.nama, s.seluruhnya
    from siap s join usulan u on u.kab = ${kab} and u.id = s.id left join wilayah w on w.kode = u.wilayah
    order by u.wilayah, u.rt nulls last, u.nama, u.id for update of u`.execute(ctx.tx)
  return found.rows
}

export const buat = handle(kirimanBuat, async (ctx, input) => {
  const { wilayah, id: penggunaId } = ctx.pengguna
  if (tingkatOf(wilayah) !== 'kabkota') return err(problem('kiriman.bukan_kabkota'))
  const salah = periksaNomor(input, ctx.today)
  if (salah) return err(salah)
  const kab = kabOf(wilayah)
  const { periode } = input
  const rows = await pilih(ctx, kab, periode)
  const jumlah = rows[0]?.seluruhnya ?? 0
  if (jumlah !== input.jumlah) return err(problem('kiriman.jumlah_berubah', { jumlah }))
  const nomor = nomorKiriman(ctx.today)
  const sidik = sidikKiriman({ nomor, wilayah, periode }, rows)
  const surat = await terbitkanPengesahan(ctx, {
    kab,
    wilayah,
    kiriman: nomor,
    nomor: input.suratNomor ?? null,
    tanggal: ctx.today,
    periode,
    penanda: input.penanda,
    sidik,
    menggantikan: null,
    baris: rows.map((r) => ({ ...r, namaWilayah: r.nama_wilayah })),
  })
  if (!surat.ok) return surat
  const made = await sql<{ id: string }>`
    with k as (
      insert into kiriman (kab, wilayah, nomor, periode, jumlah, sidik, surat_nomor, surat_tanggal, surat_tenggat, dokumen_id, pengguna_id, dibuat_pada, diubah_pada)
      values (${kab}, ${wilayah}, ${nomor}, ${periode}, ${rows.length}, ${sidik}, ${input.suratNomor ?? null}, ${ctx.today},
        ${input.suratTenggat ?? null}, ${surat.value.id}, ${penggunaId}, ${ctx.now}, ${ctx.now}) returning kab, id),
    b as (
      insert into kiriman_usulan (kab, kiriman_id, usulan_id, urutan, wilayah, rt, keluarga_id, nomor, jenis, nama)
      select k.kab, k.id, u.id, t.urutan, u.wilayah, u.rt, u.keluarga_id, u.nomor, u.jenis, u.nama
      from k cross join unnest(${rows.map((r) => r.id)}::uuid[]) with ordinality as t(usulan_id, urutan)
      join usulan u on u.kab = k.kab and u.id = t.usulan_id)
    select id from k`.execute(ctx.tx)
  const id = made.rows[0]?.id ?? ''
  ctx.lihat(
    [
      { jenis: 'dokumen', id: surat.value.id, wilayah },
      ...rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })),
    ],
    {
      sebelum: null,
      sesudah: {
        kiriman: nomor,
        periode,
        jumlah: rows.length,
        sidik,
        surat: input.suratNomor ?? null,
      },
    },
  )
  return ok({ kab, id, nomor, jumlah: rows.length })
})
