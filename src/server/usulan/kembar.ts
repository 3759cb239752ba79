/** Doubles while one types: by NIK, or by name and day of birth; outside the area one bit, no more. */
import { sql } from 'kysely'
import { usulanKembar } from '#contract/usulan.ts'
import { foldName } from '#domain/individu/nama-cari.ts'
import { umurPada } from '#domain/individu/umur.ts'
import { ok } from '#domain/result.ts'
import { kabOf } from '#domain/wilayah/kode.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { milikPembaca } from './baris.ts'

type Hit = {
  kab: number
  keluargaId: string
  nama: string
  tanggal_lahir: string | null
  rt: number | null
  wilayah: number
  namaWilayah: string
  karena: 'nik' | 'nama_tanggal_lahir'
}

export const twins = handle(usulanKembar, async (ctx, k) => {
  const nik = k.nik && /^\d{16}$/.test(k.nik) ? k.nik : null
  const kata = foldName(k.nama ?? '')
    .split(' ')
    .filter((x) => x !== '')
  const lahir = kata.length > 0 ? (k.tanggalLahir ?? null) : null
  const area = inArea(ctx.cakupan, 'i')
  const found = await sql<Hit>`
    select x.*, coalesce(w.nama, x.wilayah::text) as "namaWilayah" from (
      select i.kab, i.keluarga_id as "keluargaId", i.nama, i.tanggal_lahir, i.rt, i.wilayah, 'nik' as karena from individu i
      where i.nik = ${nik} and i.status <> 'digabung' and ${area}
      union all
      select i.kab, i.keluarga_id, i.nama, i.tanggal_lahir, i.rt, i.wilayah, 'nama_tanggal_lahir' from individu i
      where i.kab = ${kabOf(k.wilayah)} and ${lahir}::date is not null and string_to_array(i.nama_cari, ' ') @> ${kata}::text[]
        and i.tanggal_lahir = ${lahir} and i.status <> 'digabung' and i.nik is distinct from ${nik} and ${area}
      order by karena desc, kab, "keluargaId", nama limit 10) x left join wilayah w on w.kode = x.wilayah`.execute(
    ctx.tx,
  )
  const asked = await sql<{ kab: number; id: string; nomor: string; nama: string; status: string }>`
    select u.kab, u.id, u.nomor, u.nama, u.status from usulan u
    where u.kab = ${kabOf(k.wilayah)} and ${milikPembaca(ctx)} and u.id is distinct from ${k.kecuali ?? null} and u.id in (
      select usulan_bernik(${kabOf(k.wilayah)}::smallint, ${nik}) where ${nik}::text is not null
      union all
      select s.id from usulan s where s.kab = ${kabOf(k.wilayah)} and s.nama_cari = ${kata.join(' ')} and s.nama_cari <> ''
        and s.status not in ('draf', 'diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui'))
    order by u.id desc limit 10`.execute(ctx.tx)
  const di_sini = found.rows.some((h) => h.karena === 'nik')
  const ada =
    nik !== null && !di_sini
      ? await sql<{ ada: boolean }>`select nik_terdaftar(${nik}) as ada`.execute(ctx.tx)
      : null
  ctx.lihat(
    found.rows.map((h) => ({ jenis: 'keluarga' as const, id: h.keluargaId, wilayah: h.wilayah })),
  )
  return ok({
    terdaftar: found.rows.map(({ tanggal_lahir, wilayah: _, ...h }) => ({
      ...h,
      umur: umurPada(
        { tanggalLahir: tanggal_lahir, umurTercatat: null, umurTanggal: null },
        ctx.today,
      ),
    })),
    diusulkan: asked.rows.map((u) => ({ ...u, status: u.status as never })),
    diLuarWilayah: ada?.rows[0]?.ada ?? false,
  })
})
