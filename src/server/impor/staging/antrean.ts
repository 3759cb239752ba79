/** The batches of an import in the order in which they are merged, and how far that has come. */
import type { Konteks } from './susun.ts'
import { awalan } from './tabel.ts'

/** Rows held back that are kept at once. */
const TERTAHAN = 50_000

/**
 * Lays the queue out: first what is accepted, by the batches of `_w_baris w`, then what was held back.
 * @param adaLama SQL over `w`: whether the batch meets something that is there already
 */
export async function susunAntrean(k: Konteks, adaLama = 'true'): Promise<void> {
  const p = awalan(k.imporId)
  await k.client.query(`drop table if exists ${p}_w_batch`)
  await k.client.query(
    `create unlogged table ${p}_w_batch as
     select false as ditahan, batch, min(n) as dari, max(n) as sampai, count(*)::int as jumlah, false as selesai, ${adaLama} as ada_lama
     from ${p}_w_baris w group by batch
     union all
     select true, (n / ${TERTAHAN}), min(n), max(n), count(*)::int, false, false from (
       select n from ${p}_baris where tahan = 1 union select n from ${p}_tahan) t group by n / ${TERTAHAN}`,
  )
}
