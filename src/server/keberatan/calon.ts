/** Whom a list by decree, or proposals found not eligible, would take a place from, and who was not told yet. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import type { SebabPemberitahuan } from '#domain/keberatan/keadaan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { type BarisDaftar, type KepalaDaftar, listHeads } from '#server/kuota/daftar.ts'
import { reasonOf } from '#server/kuota/kata.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type Calon = {
  readonly kab: number
  readonly keluarga_id: string
  readonly wilayah: number
  readonly nama_wilayah: string
  readonly rt: number | null
  readonly daftar_id: string | null
  readonly usulan_id: string | null
  readonly program: string | null
  readonly nama_kepala: string
  readonly alamat: string | null
  readonly alasan: string
  readonly dasar: string
}

export type Diminta = { readonly sebab: SebabPemberitahuan; readonly daftar?: string | undefined }

const kabKota = ['verifikator', 'kepala_opd', 'pengisi_data']

/** Displaced rows of a list that is in force by decree, who still receive and were not told of it. */
async function dariDaftar(ctx: Context, id: string): Promise<Result<readonly Calon[], Problem>> {
  if (!kabKota.includes(ctx.pengguna.peran)) return err(problem('pemberitahuan.bukan_kantor'))
  const [head] = await listHeads(ctx.tx, ctx.cakupan, { id })
  if (!head) return err(problem('tidak.ada'))
  if (head.digantikan || head.sk_nomor === null || head.sk_tanggal === null)
    return err(problem('pemberitahuan.belum_ditetapkan'))
  const found = await sql<BarisDaftar>`
    select b.*, k.wilayah, k.rt, coalesce(w.nama, k.wilayah::text) as nama_wilayah
    from daftar_baris b join keluarga k on k.kab = b.kab and k.id = b.keluarga_id and k.status = 'aktif'
      left join wilayah w on w.kode = k.wilayah
    where b.daftar_id = ${id} and b.keputusan = 'keluar' and ${inArea(ctx.cakupan, 'b')} and ${inArea(ctx.cakupan, 'k', 'id')}
      and exists (select from penerimaan p where p.kab = b.kab and p.keluarga_id = b.keluarga_id and p.program = ${head.program} and p.sampai is null)
      and not exists (select from pemberitahuan n where n.kab = b.kab and n.daftar_id = b.daftar_id and n.keluarga_id = b.keluarga_id)
    order by k.wilayah, k.rt nulls last, b.nomor`.execute(ctx.tx)
  return ok(found.rows.map((r) => calonDaftar(r, head)))
}

const calonDaftar = (r: BarisDaftar, head: KepalaDaftar): Calon => ({
  kab: r.kab,
  keluarga_id: r.keluarga_id,
  wilayah: r.wilayah,
  nama_wilayah: r.nama_wilayah,
  rt: r.rt,
  daftar_id: head.id,
  usulan_id: null,
  program: head.program,
  nama_kepala: r.nama_kepala,
  alamat: r.alamat,
  alasan: reasonOf(r, head.garis, head.indikator).kalimat.id,
  dasar: `keputusan ${head.sk_penerbit ?? ''} nomor ${head.sk_nomor ?? ''} tanggal ${tanggalSurat(head.sk_tanggal ?? '')}`,
})

/** Proposals "not eligible" that a meeting agreed to and that have not gone up yet. */
async function dariUsulan(ctx: Context): Promise<readonly Calon[]> {
  const found = await sql<Omit<Calon, 'dasar'> & { nomor: string | null; tanggal: string | null }>`
    select u.kab, u.keluarga_id, u.wilayah, coalesce(w.nama, u.wilayah::text) as nama_wilayah, u.rt, null::uuid as daftar_id, u.id as usulan_id,
      null::text as program, k.nama_kepala, k.alamat, coalesce(u.isi ->> 'alasan', u.nomor) as alasan, m.nomor, m.tanggal::text
    from usulan u join keluarga k on k.kab = u.kab and k.id = u.keluarga_id and k.status = 'aktif'
      left join wilayah w on w.kode = u.wilayah left join musyawarah m on m.kab = u.kab and m.id = u.meterai_id
    where u.jenis = 'tidak_layak' and u.status in ('akhir', 'diumumkan', 'dikembalikan') and ${inArea(ctx.cakupan, 'u')}
      and not exists (select from pemberitahuan n where n.kab = u.kab and n.usulan_id = u.id and n.status <> 'batal')
    order by u.wilayah, u.rt nulls last, k.nama_kepala, u.id`.execute(ctx.tx)
  return found.rows.map(({ nomor, tanggal, ...r }) => ({
    ...r,
    dasar: nomor
      ? `berita acara nomor ${nomor}${tanggal ? ` tanggal ${tanggalSurat(tanggal)}` : ''}`
      : 'keputusan musyawarah',
  }))
}

/** In the order of the letters: village, RT, place in the list or name. */
export async function calonDiberitahu(
  ctx: Context,
  diminta: Diminta,
): Promise<Result<readonly Calon[], Problem>> {
  if (diminta.sebab === 'tidak_layak') return ok(await dariUsulan(ctx))
  if (!diminta.daftar) return err(problem('isian.salah', { kolom: 'daftar' }))
  return dariDaftar(ctx, diminta.daftar)
}
