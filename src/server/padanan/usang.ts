/** Open pairs that a part looks at again are set aside: it stores what holds now. */
import type { PoolClient } from 'pg'
import type { TugasBagian } from './kerja-bagian.ts'
import type { Orang } from './orang.ts'

const sejenis = `p.status in ('antre', 'ragu') and exists (select from padanan_jalan j, padanan_jalan k
  where j.id = p.jalan_id and k.id = $1 and j.id <> k.id and j.jenis = k.jenis and j.sumber is not distinct from k.sumber)`

/** People of the part who have ended since: they are read no more, and their pairs are done with. */
const berakhir = `select encode(uuid_send(i.id), 'hex') as id from individu i where i.kab = $1 and i.wilayah >= $2 and i.wilayah < $3
  and i.status <> 'aktif' and i.diubah_pada >= $4`

/**
 * Of a whole run: every open pair of the part's region (across parts: of the regions above the kab/kota).
 * Of a follow-up: the open pairs of the people who changed.
 */
export async function usangkan(client: PoolClient, t: TugasBagian, orang: Orang): Promise<void> {
  const set = `update padanan_pasangan p set status = 'usang', versi = p.versi + 1`
  if (t.asal.sejak !== null) {
    const berubah = orang.berubah()
    const { kab, lo, hi } = t.rentang
    const ended = await client.query<{ id: string }>(berakhir, [kab, lo, hi, t.asal.sejak])
    const id = ended.rows.map((row) => row.id)
    for (let n = 0; n < orang.banyak; n++)
      if (berubah[n] === 1) id.push(Buffer.from(orang.kunci(n), 'latin1').toString('hex'))
    for (const sisi of ['kiri', 'kanan'])
      await client.query(
        `${set} from unnest($2::uuid[]) u(id) where p.${sisi}_id = u.id and ${sejenis}`,
        [t.jalanId, id],
      )
    return
  }
  const { kab, lo, hi } = t.rentang
  if (t.jenis === 'dalam')
    await client.query(
      `${set} where p.kab = $2 and p.wilayah >= $3 and p.wilayah < $4 and ${sejenis}`,
      [t.jalanId, kab, lo, hi],
    )
  else
    await client.query(
      `${set} where p.wilayah >= $2 and p.wilayah < $3 and p.wilayah % 100000000 = 0 and ${sejenis}`,
      [t.jalanId, lo, hi],
    )
}
