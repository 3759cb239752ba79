/** Runs an import, then tries members again that earlier files brought before their household. */
import type { FileProblem } from '#domain/impor/berkas.ts'
import type { Result } from '#domain/result.ts'
import { type AlatImpor, dalamWilayah, type HasilImpor, jalankan } from './jalankan.ts'
import { cobaLagi } from './ulang.ts'

type Menunggu = { kab: number; impor_id: string; rekaman: string[] }

/** Held members of other files of the area whose household this import brought. */
async function waitingFor(a: AlatImpor, kab: number, id: string): Promise<Menunggu[]> {
  const { rows } = await dalamWilayah(a.pool, a.cakupan, (c) =>
    c.query<Menunggu>(
      `select r.kab, r.impor_id, array_agg(r.id::text) as rekaman
       from impor i join rekaman_sumber r on r.format = i.format and r.status = 'ditahan' and r.impor_id <> i.id
       where i.kab = $1 and i.id = $2
         and exists (select from impor_temuan t where t.kab = r.kab and t.impor_id = r.impor_id and t.lembar = r.lembar
           and t.baris = r.baris and t.rekaman_id = r.id and t.kode = 'ruta_tidak_ada')
         and exists (select from rekaman_sumber h where h.format = r.format and h.kunci_ruta = r.kunci_ruta
           and h.impor_id = i.id and h.status in ('diterima', 'ditandai'))
       group by r.kab, r.impor_id`,
      [kab, id],
    ),
  )
  return rows
}

/** The whole work of the job; safe to run again, as each of its parts is. */
export async function imporLengkap(
  a: AlatImpor,
  kab: number,
  id: string,
): Promise<Result<HasilImpor, FileProblem | null>> {
  const result = await jalankan(a, kab, id)
  if (!result.ok && result.error) return result
  for (const { kab: part, impor_id, rekaman } of await waitingFor(a, kab, id)) {
    await cobaLagi(a, part, impor_id, rekaman)
  }
  return result
}
