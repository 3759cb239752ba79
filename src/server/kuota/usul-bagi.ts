/** Proposals to split a quota: by weight, by what rank alone gives, or as decided before. */
import type { Kysely } from 'kysely'
import type { HasilBagi } from '#domain/kuota/bagi.ts'
import type { MetodePembagian } from '#domain/kuota/istilah.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Skenario } from './dasar.ts'
import { countRegions, type HitunganWilayah } from './garis.ts'
import { countDecisions } from './keputusan.ts'
import { proposeSplit, savedSplit } from './pembagian.ts'
import { cut, regionNames } from './simulasi.ts'

/** A proposal by one method with the counts it rests on, beside the split in force. */
export async function splitProposal(tx: Kysely<DB>, s: Skenario, metode: MetodePembagian) {
  const regions = await countRegions(tx, s)
  const saved = (await savedSplit(tx, s.kuotaId))?.bagian
  const { bagian, sisa, sama } = await sharesBy(tx, s, metode, regions, saved)
  const names = await regionNames(
    tx,
    regions.map((r) => r.wilayah),
  )
  return {
    metode,
    bagian: regions.map(({ wilayah, terdaftar, miskin, menerima }) => ({
      wilayah,
      nama: names.get(wilayah) ?? String(wilayah),
      terdaftar,
      miskin,
      menerima,
      jumlah: bagian.get(wilayah) ?? 0,
      tersimpan: saved?.get(wilayah) ?? null,
    })),
    kuota: s.jumlah,
    jumlah: [...bagian.values()].reduce((sum, n) => sum + n, 0),
    sisa,
    sama: [...sama],
  }
}

async function sharesBy(
  tx: Kysely<DB>,
  s: Skenario,
  metode: MetodePembagian,
  regions: readonly HitunganWilayah[],
  saved: ReadonlyMap<number, number> | undefined,
): Promise<HasilBagi> {
  if (metode === 'manual' && saved) return { bagian: saved, sisa: 0, sama: [] }
  if (metode === 'manual') return proposeSplit(s.jumlah, regions, 'terdaftar')
  if (metode !== 'peringkat') return proposeSplit(s.jumlah, regions, metode)
  const potongan = await cut(tx, s)
  const counted = await countDecisions(tx, potongan)
  const bagian = new Map(counted.map((w) => [w.wilayah, w.tetap + w.masuk]))
  const given = [...bagian.values()].reduce((sum, n) => sum + n, 0)
  const tied = counted.filter((w) => w.seri > 0).map((w) => w.wilayah)
  return { bagian, sisa: Math.max(s.jumlah - given, 0), sama: tied }
}
