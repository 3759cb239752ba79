/** What events make of the registry, decided by the rules of the domain before anything is written. */
import { sql } from 'kysely'
import { berkasPeristiwaSchema } from '#domain/usulan/peristiwa/batas.ts'
import { isJenisPeristiwa } from '#domain/usulan/peristiwa/jenis.ts'
import type { MasalahPeristiwa } from '#domain/usulan/peristiwa/masalah.ts'
import { type Beda, bedaOf, type Registri } from '#domain/usulan/peristiwa/registri.ts'
import { terapkanPeristiwa } from '#domain/usulan/peristiwa/terapkan.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { type BarisUsulan, isiOf } from '../baris.ts'
import type { Kerja } from '../kerja.ts'
import { muatRegistri } from './muat.ts'

export const { usia_dewasa } = readPolicy('parameter/peristiwa.yaml', berkasPeristiwaSchema).nilai

export type Rencana = {
  readonly row: BarisUsulan
  readonly beda: readonly Beda[]
  /** Family that came of it, or that it was about. */
  readonly keluargaId: string
}

export type HasilRencana = {
  readonly jadi: readonly Rencana[]
  readonly gagal: ReadonlyMap<string, MasalahPeristiwa>
  /** The registry after all of them. */
  readonly akhir: Registri
}

/** Fresh identities, two for each proposal. */
async function identitas(ctx: Kerja, n: number): Promise<readonly string[]> {
  const made = await sql<{ id: string }>`
    select uuidv7_siks() as id from generate_series(1, ${2 * n}::int)`.execute(ctx.tx)
  return made.rows.map((r) => r.id)
}

/** What the last accepted report of death changed, by person. */
async function laporan(
  ctx: Kerja,
  rows: readonly BarisUsulan[],
): Promise<ReadonlyMap<string, readonly Beda[]>> {
  const those = rows.filter((r) => r.jenis === 'hidup_kembali')
  if (those.length === 0) return new Map()
  const found = await sql<{ individu_id: string; akibat: readonly Beda[] }>`
    select distinct on (u.individu_id) u.individu_id, u.akibat from usulan u
    where (u.kab, u.individu_id) in (select * from unnest(${those.map((r) => r.kab)}::smallint[], ${those.map((r) => r.individu_id)}::uuid[]))
      and u.jenis = 'meninggal' and u.status = 'diterima' and u.akibat is not null order by u.individu_id, u.status_pada desc`.execute(
    ctx.tx,
  )
  return new Map(found.rows.map((r) => [r.individu_id, r.akibat]))
}

/**
 * Plans the events in their order; each sees what those before it made. What cannot be is named and
 * leaves the others as they are.
 * @param kunci holds the families, because the plan is going to be written
 */
export async function rencanakan(
  ctx: Kerja,
  rows: readonly BarisUsulan[],
  kunci: boolean,
): Promise<HasilRencana> {
  const those = rows.filter((r) => isJenisPeristiwa(r.jenis))
  const [awal, id, mati] = await Promise.all([
    muatRegistri(ctx, those, kunci),
    identitas(ctx, those.length),
    laporan(ctx, those),
  ])
  const jadi: Rencana[] = []
  const gagal = new Map<string, MasalahPeristiwa>()
  let kini = awal
  for (const [n, row] of those.entries()) {
    if (!isJenisPeristiwa(row.jenis)) continue
    const keluargaBaruId = id[2 * n] ?? ''
    const answer = terapkanPeristiwa(kini, row.jenis, isiOf(row), {
      keluargaId: row.keluarga_id ?? '',
      individuId: row.individu_id,
      hariIni: ctx.today,
      usiaDewasa: usia_dewasa,
      keluargaBaruId,
      individuBaruId: id[2 * n + 1] ?? '',
      laporanMeninggal: mati.get(row.individu_id ?? '') ?? [],
    })
    if (!answer.ok) {
      gagal.set(row.id, answer.error)
      continue
    }
    const beda = bedaOf(kini, answer.value)
    const keluargaId = answer.value.keluarga.has(keluargaBaruId) ? keluargaBaruId : row.keluarga_id
    jadi.push({ row, beda, keluargaId: keluargaId ?? '' })
    kini = answer.value
  }
  return { jadi, gagal, akhir: kini }
}
