/** Why a family stands in the queue, as SQL over `keluarga k`; the list of a village is built on it. */
import { type RawBuilder, sql } from 'kysely'
import type { SebabAntrean } from '#domain/kunjungan/antrean.ts'
import { kebijakanKunjungan } from './kebijakan.ts'

const { segera_hari, kukuh_hari, selisih_desil } = kebijakanKunjungan

/** Conditions on `k` by its next date; the index keluarga_kunjungan has them in order. */
export const menurutTempo = (today: string) => ({
  belum: sql<boolean>`k.kunjungan_tempo is null`,
  terlambat: sql<boolean>`coalesce(k.kunjungan_tempo < ${today}::date, false)`,
  segera: sql<boolean>`coalesce(k.kunjungan_tempo >= ${today}::date and k.kunjungan_tempo <= ${today}::date + ${segera_hari}::int, false)`,
})

/**
 * The newest decile from outside beside that of the ranking, as `h` and `l`; probed family by family,
 * for a village.
 */
export const dariAntrean = (ronde: string | null): RawBuilder<unknown> => sql`keluarga k
  left join peringkat_hasil h on h.kab = k.kab and h.keluarga_id = k.id and h.ronde_id = ${ronde}::uuid
  left join lateral (select p.nilai from peringkat_luar p where p.kab = k.kab and p.keluarga_id = k.id and p.jenis = 'desil'
    order by p.tanggal desc, p.id desc limit 1) l on true
  left join penugasan_kunjungan t on t.kab = k.kab and t.keluarga_id = k.id and t.selesai_pada is null`

/** Sources that contradict each other: found not eligible and still receiving, or deciles far apart. */
export const bertentangan = sql<boolean>`(coalesce(abs(l.nilai - h.desil) >= ${selisih_desil}::int, false)
  or (k.kelayakan = 'tidak_layak' and exists (select from penerimaan p where p.kab = k.kab and p.keluarga_id = k.id and p.sampai is null)))`

export const syaratSebab = (
  today: string,
): Readonly<Record<SebabAntrean, RawBuilder<boolean>>> => ({
  ...menurutTempo(today),
  melintasi: sql<boolean>`coalesce(h.miskin = 2, false)`,
  bertentangan,
  petugas_kedua: sql<boolean>`exists (select from kunjungan v where v.kab = k.kab and v.keluarga_id = k.id
    and v.sebab_tidak = 'menunggu_petugas_kedua' and v.tanggal >= ${today}::date - ${kukuh_hari}::int
    and (k.kunjungan_terakhir is null or v.tanggal > k.kunjungan_terakhir))`,
})
