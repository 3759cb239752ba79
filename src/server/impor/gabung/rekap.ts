/** Counts per RT of the villages that an import touched, and the register of RT, after the merge. */
import type { Bagian } from './bagian.ts'

type Tujuan = Pick<Bagian, 'p' | 'tanggal' | 'kelompok'>

const touched = (b: Tujuan): string => `(select distinct kab, wilayah from ${b.p}_w_ruta)`

/** Statements that bring the roll-ups up to date; RT that are empty now are counted as zero. */
export const rekapStatements = (b: Tujuan): string[] => [
  `insert into rukun_tetangga (kab, wilayah, rt, rw, dari, sumber)
   select r.kab, r.wilayah, r.rt, min(r.rw), '${b.tanggal}'::date, '${b.kelompok}' from ${b.p}_w_ruta r
   where r.rt is not null and not exists (
     select from rukun_tetangga t where t.kab = r.kab and t.wilayah = r.wilayah and t.rt = r.rt and t.sampai is null)
   group by r.kab, r.wilayah, r.rt on conflict do nothing`,
  `update rekap_rt x set ruta = 0, keluarga = 0, individu = 0, ditandai = 0, tanpa_nik = 0, tidak_layak = 0, diubah_pada = now()
   from ${touched(b)} t where x.kab = t.kab and x.wilayah = t.wilayah`,
  `insert into rekap_rt as x (kab, wilayah, rt, ruta, keluarga, individu, ditandai, tanpa_nik, tidak_layak)
   with t as materialized ${touched(b)},
   semua as (
     select r.kab, r.wilayah, coalesce(r.rt, 0) as rt, count(*) as ruta, 0 as keluarga, 0 as individu, 0 as ditandai, 0 as tanpa_nik, 0 as tidak_layak
     from ruta r join t on t.kab = r.kab and t.wilayah = r.wilayah group by 1, 2, 3
     union all
     select k.kab, k.wilayah, coalesce(k.rt, 0), 0, count(*), 0, count(*) filter (where k.ditandai), 0, count(*) filter (where k.kelayakan = 'tidak_layak')
     from keluarga k join t on t.kab = k.kab and t.wilayah = k.wilayah where k.status = 'aktif' group by 1, 2, 3
     union all
     select i.kab, i.wilayah, coalesce(i.rt, 0), 0, 0, count(*), 0, count(*) filter (where i.nik is null), 0
     from individu i join t on t.kab = i.kab and t.wilayah = i.wilayah where i.status = 'aktif' group by 1, 2, 3)
   select kab, wilayah, rt, sum(ruta), sum(keluarga), sum(individu), sum(ditandai), sum(tanpa_nik), sum(tidak_layak)
   from semua group by kab, wilayah, rt
   on conflict (kab, wilayah, rt) do update set ruta = excluded.ruta, keluarga = excluded.keluarga, individu = excluded.individu,
     ditandai = excluded.ditandai, tanpa_nik = excluded.tanpa_nik, tidak_layak = excluded.tidak_layak, diubah_pada = now()`,
  `update rekap_penerimaan x set keluarga = 0, diubah_pada = now() from ${touched(b)} t where x.kab = t.kab and x.wilayah = t.wilayah`,
  `insert into rekap_penerimaan (kab, wilayah, rt, program, keluarga)
   with t as materialized ${touched(b)}
   select p.kab, p.wilayah, coalesce(p.rt, 0), p.program, count(distinct p.keluarga_id)
   from penerimaan p join t on t.kab = p.kab and t.wilayah = p.wilayah where p.sampai is null group by 1, 2, 3, 4
   on conflict (kab, wilayah, rt, program) do update set keluarga = excluded.keluarga, diubah_pada = now()`,
]
