/** "Not eligible" and "eligible again": a finding with ground and expiry; the record stays, its rank falls or rises. */
import { sql } from 'kysely'
import { addMonths, berkasKelayakanSchema } from '#domain/keluarga/kelayakan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { type BarisUsulan, isiOf } from '../baris.ts'
import type { Kerja } from '../kerja.ts'

const { masa_berlaku_bulan } = readPolicy('parameter/kelayakan.yaml', berkasKelayakanSchema).nilai

/** Until when a finding of this day holds: then the family must have been looked at again. */
export const kelayakanSampai = (tanggal: string): string => addMonths(tanggal, masa_berlaku_bulan)

export async function terapkanKelayakan(ctx: Kerja, rows: readonly BarisUsulan[]): Promise<void> {
  const asked = rows.map((r) => ({
    kab: r.kab,
    keluarga_id: r.keluarga_id,
    usulan_id: r.id,
    status: r.jenis === 'tidak_layak' ? 'tidak_layak' : 'layak',
    dasar: isiOf(r).alasan ?? r.nomor,
    tanggal: ctx.today,
    berlaku_sampai: kelayakanSampai(ctx.today),
  }))
  await sql`
    with u as (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as u(kab smallint, keluarga_id uuid, usulan_id uuid, status text, dasar text, tanggal date, berlaku_sampai date)),
    k as (
      update keluarga k set kelayakan = u.status, kelayakan_sampai = u.berlaku_sampai, versi = k.versi + 1, diubah_pada = now()
      from u where k.kab = u.kab and k.id = u.keluarga_id
      returning k.kab, k.id, k.wilayah, k.rt, u.usulan_id, u.status, u.dasar, u.tanggal, u.berlaku_sampai),
    h as (update usulan x set hasil_keluarga_id = k.id from k where x.kab = k.kab and x.id = k.usulan_id)
    insert into kelayakan (kab, keluarga_id, wilayah, rt, status, dasar, tanggal, berlaku_sampai, sumber, pengguna_id, peran)
    select kab, id, wilayah, rt, status, dasar, tanggal, berlaku_sampai, 'usulan', ${ctx.pengguna.id}, ${ctx.pengguna.peran} from k`.execute(
    ctx.tx,
  )
}
