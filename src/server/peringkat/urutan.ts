/** Families of a ranking in the order of their rank, a page at a time. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { barisPeringkat } from '#contract/peringkat.ts'
import { summaryInWords } from '#domain/peringkat/kata.ts'
import { belowVillage } from '#domain/wilayah/cakupan.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

export type HasilRow = {
  kab: number
  keluarga_id: string
  nama_kepala: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  jumlah_anggota: number | null
  kelayakan: 1 | 2 | 3
  poin: number
  terpenuhi: number | null
  terjawab: number
  batas_bawah: number
  batas_atas: number
  miskin: 1 | 2 | 3 | null
  peringkat_desa: number
  peringkat_kecamatan: number | null
  peringkat_kabkota: number | null
  peringkat_provinsi: number | null
  peringkat_nasional: number | null
  desil: number
  persentil: number
  kunci: number
}

/** The columns of a row of the list, from the aliases h, k, w. */
export const columns = sql`h.kab, h.keluarga_id, k.nama_kepala, h.wilayah, w.nama as nama_wilayah, h.rt, h.jumlah_anggota,
  h.kelayakan, h.poin, h.terpenuhi, h.terjawab, h.batas_bawah, h.batas_atas, h.miskin, h.peringkat_desa,
  h.peringkat_kecamatan, h.peringkat_kabkota, h.peringkat_provinsi, h.peringkat_nasional, h.desil, h.persentil, h.kunci`

const kelayakan = { 1: 'layak', 2: 'belum_dinilai', 3: 'tidak_layak' } as const
const miskin = { 1: 'ya', 2: 'belum_pasti', 3: 'tidak' } as const

/** A row as the contract shows it. */
export function rowOut(r: HasilRow, jumlahButir: number): z.input<typeof barisPeringkat> {
  const { terpenuhi, terjawab, poin } = r
  return {
    kab: r.kab,
    keluarga: r.keluarga_id,
    namaKepala: r.nama_kepala,
    wilayah: r.wilayah,
    namaWilayah: r.nama_wilayah,
    rt: r.rt,
    jumlahAnggota: r.jumlah_anggota,
    kelayakan: kelayakan[r.kelayakan],
    poin,
    terpenuhi,
    terjawab,
    jumlahButir,
    batasBawah: r.batas_bawah,
    batasAtas: r.batas_atas,
    ringkas: summaryInWords({ terpenuhi, terjawab, jumlah: jumlahButir, poin }),
    miskin: r.miskin === null ? null : miskin[r.miskin],
    peringkat: {
      desa: r.peringkat_desa,
      kecamatan: r.peringkat_kecamatan,
      kabkota: r.peringkat_kabkota,
      provinsi: r.peringkat_provinsi,
      nasional: r.peringkat_nasional,
    },
    desil: r.desil,
    persentil: r.persentil,
    kunci: r.kunci,
  }
}

export type Saringan = {
  readonly rt?: number | undefined
  readonly desil?: number | undefined
  readonly terpenuhi?: number | undefined
  readonly celah?: 'melintasi' | 'bercelah' | 'lengkap' | undefined
  readonly garisKunci?: number | undefined
}

function conditions(f: Saringan): RawBuilder<unknown> {
  const gap = {
    melintasi: sql`h.miskin = 2`,
    bercelah: sql`h.batas_bawah <> h.batas_atas`,
    lengkap: sql`h.batas_bawah = h.batas_atas`,
  }
  const parts = [
    ...(f.rt === undefined ? [] : [sql`h.rt = ${f.rt}`]),
    ...(f.desil === undefined ? [] : [sql`h.desil = ${f.desil}`]),
    ...(f.terpenuhi === undefined ? [] : [sql`h.terpenuhi = ${f.terpenuhi}`]),
    ...(f.celah === undefined ? [] : [gap[f.celah]]),
    ...(f.garisKunci === undefined
      ? []
      : [sql`h.kunci_terbaik <= ${f.garisKunci} and h.kunci_terburuk > ${f.garisKunci}`]),
  ]
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

export type Tempat = { readonly kunci: number; readonly id: string }

/** Where a page ended, as it travels in the address. */
export const writePlace = (r: { kunci: number; keluarga_id: string }): string =>
  `${r.kunci}.${r.keluarga_id}`

/** @returns null when the text is not a place */
export function readPlace(text: string): Tempat | null {
  const found = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(text)
  return found?.[1] && found[2] ? { kunci: Number(found[1]), id: found[2] } : null
}

/**
 * One page: each partition gives its first rows by its own index, and the best of those are the
 * page; so a page of the nation costs as many short look-ups as there are kab/kota.
 */
export async function listByRank(
  tx: Kysely<DB>,
  area: Cakupan,
  rondeId: string,
  f: Saringan,
  after: Tempat | null,
  limit: number,
): Promise<HasilRow[]> {
  const parts = belowVillage(area) ? sql`peringkat_hasil` : sql`peringkat_rekap`
  const beyond =
    after === null ? sql`true` : sql`(h.kunci, h.keluarga_id) > (${after.kunci}, ${after.id}::uuid)`
  const found = await sql<HasilRow>`
    with bagian as materialized (select distinct kab from ${parts} x where ronde_id = ${rondeId} and ${inArea(area, 'x')}),
    halaman as materialized (
      select h.* from bagian b cross join lateral (
        select h.* from peringkat_hasil h
        where h.kab = b.kab and h.ronde_id = ${rondeId} and ${inArea(area, 'h')}
          and ${conditions(f)} and ${beyond}
        order by h.kunci, h.keluarga_id limit ${limit}
      ) h order by h.kunci, h.keluarga_id limit ${limit}
    )
    select ${columns} from halaman h
    join keluarga k on k.kab = h.kab and k.id = h.keluarga_id
    join wilayah w on w.kode = h.wilayah
    order by h.kunci, h.keluarga_id`.execute(tx)
  return found.rows
}
