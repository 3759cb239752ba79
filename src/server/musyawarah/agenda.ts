/** Rows of the agenda with what was decided, and who of those present is family of which row. */
import { sql } from 'kysely'
import type { Putusan } from '#domain/musyawarah/putusan.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import type { Context } from '#server/http/context.ts'
import { type BarisUsulan, dariUsulan, kolomUsulan } from '#server/usulan/baris.ts'
import { namaDekat } from './kepala.ts'

export type BarisAgenda = BarisUsulan & {
  readonly urutan: number
  readonly putusan: Putusan | null
  readonly alasan_putusan: string | null
  readonly catatan: string | null
  readonly putusan_pada: Date | null
  readonly oleh: string | null
}

type Di = { readonly kab: number; readonly id: string }

/** The agenda in order, each row with the decision that holds. */
export async function barisAgenda(ctx: Context, { kab, id }: Di): Promise<BarisAgenda[]> {
  const found = await sql<BarisAgenda>`
    select ${kolomUsulan}, a.urutan, d.putusan, d.alasan as alasan_putusan, d.catatan, d.pada as putusan_pada, ${namaDekat(ctx, 'd.pengguna_id')} as oleh
    from musyawarah_agenda a join (${dariUsulan}) on u.kab = a.kab and u.id = a.usulan_id
    left join lateral (select d.* from musyawarah_keputusan d where d.kab = a.kab and d.musyawarah_id = a.musyawarah_id
      and d.usulan_id = a.usulan_id order by d.pada desc, d.id desc limit 1) d on true
    where a.kab = ${kab} and a.musyawarah_id = ${id} and not a.dikeluarkan order by a.urutan, a.usulan_id`.execute(
    ctx.tx,
  )
  return found.rows
}

export type BarisCalon = {
  readonly kab: number
  readonly usulan_id: string
  readonly nomor: string
  readonly jenis: JenisUsulan
  readonly nama: string
  readonly rt: number | null
  readonly keluarga_id: string | null
  readonly alasan: string | null
  readonly ditunda: boolean
  readonly dipilih: boolean
}

/** Proposals of the village that wait for a meeting and are on no other open agenda. */
export async function calonAgenda(
  ctx: Context,
  m: Di & { readonly wilayah: number },
): Promise<BarisCalon[]> {
  const found = await sql<BarisCalon>`
    select u.kab, u.id as usulan_id, u.nomor, u.jenis, u.nama, u.rt, u.keluarga_id, u.isi ->> 'alasan' as alasan, u.status = 'ditunda' as ditunda,
      exists (select from musyawarah_agenda a where a.kab = u.kab and a.musyawarah_id = ${m.id} and a.usulan_id = u.id and not a.dikeluarkan) as dipilih
    from usulan u where u.kab = ${m.kab} and u.wilayah = ${m.wilayah} and u.status in ('diketahui', 'ditunda')
      and not exists (select from musyawarah_agenda a join musyawarah l on l.kab = a.kab and l.id = a.musyawarah_id
        where a.kab = u.kab and a.usulan_id = u.id and not a.dikeluarkan and l.status in ('disiapkan', 'selesai') and l.id <> ${m.id})
    order by u.rt nulls last, u.nama, u.id limit 500`.execute(ctx.tx)
  return found.rows
}

export type Kerabat = {
  readonly usulan_id: string
  readonly hadir_id: string
  readonly nama: string
  readonly sebab: 'keluarga' | 'rumah' | 'dinyatakan'
}

/**
 * Attendees who are family of a row: it is their own family (by id, KK number or the NIK of a member
 * proposed), they live in one house with it, or they said so.
 */
export async function kerabatAgenda(ctx: Context, { kab, id }: Di): Promise<Kerabat[]> {
  const found = await sql<Kerabat>`
    select distinct on (a.urutan, h.urutan, h.id) a.usulan_id, h.id as hadir_id, h.nama, x.sebab
    from musyawarah_agenda a join usulan u on u.kab = a.kab and u.id = a.usulan_id
    left join keluarga k on k.kab = u.kab and k.id = u.keluarga_id
    join musyawarah_hadir h on h.kab = a.kab and h.musyawarah_id = a.musyawarah_id and h.hadir and not h.dikeluarkan
    left join keluarga f on f.kab = h.kab and f.id = h.keluarga_id
    cross join lateral (values
      (1, 'keluarga', u.keluarga_id = h.keluarga_id or u.isi ->> 'nomorKk' = f.nomor_kk or exists (
        select from individu i where i.kab = h.kab and i.keluarga_id = h.keluarga_id and i.nik is not null
          and jsonb_path_exists(u.isi, '$.anggota[*] ? (@.nik == $nik)', jsonb_build_object('nik', i.nik)))),
      (2, 'rumah', k.ruta_id = f.ruta_id),
      (3, 'dinyatakan', u.id = any (h.kerabat))) as x(urut, sebab, benar)
    where a.kab = ${kab} and a.musyawarah_id = ${id} and not a.dikeluarkan and x.benar
    order by a.urutan, h.urutan, h.id, x.urut`.execute(ctx.tx)
  return found.rows
}

type RapatUsulan = {
  kab: number
  id: string
  tanggal: string
  nomor: string | null
  ditandatangani: boolean
}

/** The meeting that has a proposal on its agenda last; one that was cancelled has none. */
export async function musyawarahUsulan(ctx: Context, { kab, id }: Di): Promise<RapatUsulan | null> {
  const found = await sql<RapatUsulan>`
    select m.kab, m.id, m.tanggal::text, m.nomor, m.status = 'ditandatangani' as ditandatangani
    from musyawarah_agenda a join musyawarah m on m.kab = a.kab and m.id = a.musyawarah_id
    where a.kab = ${kab} and a.usulan_id = ${id} and not a.dikeluarkan and m.status <> 'batal'
    order by m.tanggal desc, m.id desc limit 1`.execute(ctx.tx)
  return found.rows[0] ?? null
}
