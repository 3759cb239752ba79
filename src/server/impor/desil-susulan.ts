/** Gives families that a file brought to the registry the decile that a source told of them before. */
import { sql } from 'kysely'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import type { AlatImpor } from './jalankan.ts'

/** By the NIK of the head as the source knows them, within the area of the import; run again it adds nothing. */
export async function desilSusulan(a: AlatImpor, id: string): Promise<void> {
  await inScope(kyselyOf(a.pool), a.cakupan, (tx) =>
    sql`
      insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal, rekaman_id)
      select distinct on (f.kab, f.id) f.kab, f.id, f.wilayah, f.rt, 'P3KE', 'desil', s.desil, s.berlaku, s.rekaman_id
      from orang_sumber s join individu i on i.nik = s.nik and i.status = 'aktif'
      join keluarga f on f.kab = i.kab and f.id = i.keluarga_id
      where s.sumber = 'p3ke' and s.hubungan = 1 and s.desil is not null
        and exists (select from rekaman_sumber r where r.impor_id = ${id} and r.kab = f.kab and r.keluarga_id = f.id)
        and not exists (select from peringkat_luar x where x.kab = f.kab and x.keluarga_id = f.id and x.sumber = 'P3KE' and x.tanggal = s.berlaku)
      order by f.kab, f.id, s.berlaku desc, s.id`.execute(tx),
  )
}
