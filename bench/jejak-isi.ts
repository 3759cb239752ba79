/** Fills the log with entries as an office writes them: families opened, short lists, findings with before and after. */
import type pg from 'pg'

const perTransaction = 5000

/** `n` from `$1` to `$2`; two entries a second, the last one now. */
const entries = `insert into jejak (waktu, pengguna_id, peran, penugasan_id, jenis_penugasan, wilayah, tujuan, sesi, operasi,
    perintah_id, subjek, subjek_lo, subjek_hi, jumlah, perubahan)
  select now() - ($3::int - n) * interval '0.5 second', md5('p' || n % 400)::uuid, 'operator_desa', md5('t' || n % 400)::uuid, 'definitif',
    6474011001 + n % 15, 'pelayanan', md5('s' || n / 200), o.operasi, case when o.banyak = 0 then md5('c' || n)::uuid end,
    (select jsonb_agg(jsonb_build_object('jenis', 'keluarga', 'id', md5('k' || (n * 7 + i) % 300000)::uuid, 'wilayah', 6474011001 + n % 15))
      from generate_series(1, greatest(o.banyak, 1)) i),
    6474011001 + n % 15, 6474011002 + n % 15, greatest(o.banyak, 1),
    case when o.banyak = 0 then jsonb_build_object('sebelum', jsonb_build_object('kelayakan', 'belum_dinilai', 'versi', n % 9),
      'sesudah', jsonb_build_object('kelayakan', 'tidak_layak', 'versi', n % 9 + 1, 'dasar', 'Pemeriksaan rumah oleh petugas kelurahan')) end
  from generate_series($1::int, $2::int) n
    cross join lateral (select case when n % 20 < 12 then 'keluarga.satu' when n % 20 < 17 then 'keluarga.daftar' else 'keluarga.nilai_kelayakan' end as operasi,
      case when n % 20 < 12 then 1 when n % 20 < 17 then 5 else 0 end as banyak) o`

/** Writes that many entries, in transactions of some thousand. */
export async function fillLog(pool: pg.Pool, count: number): Promise<void> {
  for (let from = 1; from <= count; from += perTransaction) {
    await pool.query(entries, [from, Math.min(count, from + perTransaction - 1), count])
  }
  await pool.query('vacuum analyze jejak')
}
