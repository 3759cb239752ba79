/** A family as its source knows it, as the content of a proposal for a new family. */
import { sql } from 'kysely'
import { ANGGOTA_TERBANYAK, type IsiUsulan } from '#domain/usulan/isi.ts'
import type { Context } from '#server/http/context.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

type Anggota = {
  nama: string
  nik: string | null
  nomor_kk: string | null
  jenis_kelamin: number | null
  tempat_lahir: string | null
  tanggal_lahir: string | null
  nama_ibu: string | null
  hubungan: number | null
}

/** The head `kepala` of a source with those of the same family there. */
export async function anggotaSumber(
  { tx, cakupan }: Context,
  kepala: { readonly kab: number; readonly id: string; readonly alamat: string | null },
): Promise<IsiUsulan> {
  const { rows } = await sql<Anggota>`
    select s.nama, s.nik, s.nomor_kk, s.jenis_kelamin, s.tempat_lahir, s.tanggal_lahir, s.nama_ibu, s.hubungan
    from orang_sumber k join orang_sumber s on s.kab = k.kab and s.sumber = k.sumber
      and (s.id = k.id or s.kunci_keluarga = k.kunci_keluarga)
    where k.kab = ${kepala.kab} and k.id = ${kepala.id} and ${inArea(cakupan, 's', null)}
    order by s.id <> k.id, s.hubungan, s.id limit ${ANGGOTA_TERBANYAK}`.execute(tx)
  const nomorKk = rows.find((r) => r.nomor_kk !== null)?.nomor_kk
  return {
    ...(kepala.alamat ? { alamat: kepala.alamat.slice(0, 300) } : {}),
    ...(nomorKk ? { nomorKk } : {}),
    anggota: rows.map((r) => ({
      nama: r.nama.slice(0, 120),
      ...(r.nik ? { nik: r.nik } : {}),
      ...(r.jenis_kelamin ? { jenisKelamin: r.jenis_kelamin } : {}),
      ...(r.tempat_lahir ? { tempatLahir: r.tempat_lahir.slice(0, 60) } : {}),
      ...(r.tanggal_lahir ? { tanggalLahir: r.tanggal_lahir } : {}),
      ...(r.nama_ibu ? { namaIbu: r.nama_ibu.slice(0, 120) } : {}),
      ...(r.hubungan ? { hubungan: r.hubungan } : {}),
    })),
  }
}
