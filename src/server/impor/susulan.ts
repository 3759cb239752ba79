/**
 * Runs an import, then tries again what earlier files brought too early: members before their
 * household, ranks before their family. A file of a source is followed by the differences it makes.
 */
import type { FileProblem } from '#domain/impor/berkas.ts'
import type { Result } from '#domain/result.ts'
import { cakupanOf, inside } from '#domain/wilayah/kode.ts'
import { bedaSusulan } from './beda-susulan.ts'
import { desilSusulan } from './desil-susulan.ts'
import { type AlatImpor, dalamWilayah, type HasilImpor, jalankan } from './jalankan.ts'
import { loadMaps } from './peta.ts'
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

type Peringkat = { kab: number; impor_id: string; id: string; impor: number; keluarga: number }

/**
 * Held ranks of other files whose family is known by now: one of the row's numbers is a living
 * member's NIK or a card's number. Only within the area of the file: whoever sent it learns nothing
 * of families elsewhere.
 */
async function ranksWaiting(
  a: AlatImpor,
  kab: number,
  id: string,
): Promise<(Menunggu & { wilayah: number })[]> {
  const luar = loadMaps().flatMap((p) => (p.peran === 'peringkat' ? [p.kelompok] : []))
  const { rows } = await dalamWilayah(a.pool, a.cakupan, (c) =>
    c.query<Peringkat>(
      `with brought as (
         select from impor i where i.kab = $1 and i.id = $2 and i.format <> all ($3)
       ), nomor as (
         select r.kab, r.impor_id, r.id, j.wilayah as impor, n.nomor
         from brought, impor j join rekaman_sumber r on r.kab = j.kab and r.impor_id = j.id and r.status = 'ditahan'
           cross join lateral (select regexp_replace(v, '\\D', '', 'g') as nomor from unnest(r.isi) v) n
         where j.format = any ($3) and j.status = 'selesai' and length(n.nomor) = 16
           and exists (select from impor_temuan t where t.kab = r.kab and t.impor_id = r.impor_id and t.lembar = r.lembar
             and t.baris = r.baris and t.rekaman_id = r.id and t.kode = 'keluarga_tidak_ditemukan')
       )
       select n.kab, n.impor_id, n.id, n.impor, f.wilayah as keluarga from nomor n
         join individu o on o.nik = n.nomor and o.status = 'aktif'
         join keluarga f on f.kab = o.kab and f.id = o.keluarga_id
       union
       select n.kab, n.impor_id, n.id, n.impor, f.wilayah from nomor n join keluarga f on f.nomor_kk = n.nomor`,
      [kab, id, luar],
    ),
  )
  const seen = rows.filter((r) => inside(r.keluarga, cakupanOf(r.impor)))
  return [...Map.groupBy(seen, (r) => r.impor_id)].map(([impor_id, all]) => ({
    kab: all[0]?.kab ?? 0,
    impor_id,
    wilayah: all[0]?.impor ?? 0,
    rekaman: [...new Set(all.map((r) => r.id))],
  }))
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
  for (const { kab: part, impor_id, wilayah, rekaman } of await ranksWaiting(a, kab, id)) {
    await cobaLagi({ ...a, cakupan: cakupanOf(wilayah) }, part, impor_id, rekaman)
  }
  await desilSusulan(a, id)
  await bedaSusulan(a, kab, id)
  return result
}
