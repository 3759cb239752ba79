/** Reads the chain for verification: seals in order, with the entries that each closes, in bounded memory. */
import type pg from 'pg'
import { splitLine } from '#domain/jejak/bentuk.ts'
import type { EntriTercatat } from '#domain/jejak/periksa-entri.ts'
import type { Segel } from '#domain/jejak/segel.ts'
import { barisCopy } from './baris-copy.ts'
import { kolomEntri } from './tabel.ts'

export type SegelDenganEntri = { readonly segel: Segel; readonly entri: readonly EntriTercatat[] }

/** Entries held in memory at a time, more or less: a portion is at least one seal. */
const porsi = 20_000
const segelSekaligus = 500

type Row = Omit<Segel, 'batas'> & { readonly batas: string }

async function nextSeals(client: pg.ClientBase, after: number): Promise<Segel[]> {
  const { rows } = await client.query<Row>(
    `select nomor, dari, jumlah, akar, sebelum, (extract(epoch from waktu) * 1000000)::bigint as waktu, lingkungan,
       batas::text as batas, kunci, rantai, tandatangan
     from jejak_segel where nomor > $1 order by nomor limit ${segelSekaligus}`,
    [after],
  )
  return rows.map((row) => ({ ...row, batas: Number(row.batas) }))
}

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1')

/** Numbered entries of a range, each with its row as it stands now. */
async function entriesOf(
  client: pg.ClientBase,
  dari: number,
  sampai: number,
): Promise<EntriTercatat[]> {
  const query = `select n.nomor, n.jejak_id, encode(n.sidik, 'hex'), j.id is null, ${kolomEntri}
    from jejak_nomor n left join jejak j on j.id = n.jejak_id
    where n.nomor >= ${dari} and n.nomor < ${sampai} order by n.nomor, n.jejak_id`
  const found: EntriTercatat[] = []
  for await (const line of barisCopy(client, query)) {
    const { kolom, sisa } = splitLine(line, 4)
    const [nomor, jejakId, sidik, hilang] = kolom.map(text)
    found.push({
      nomor: Number(nomor),
      jejakId: Number(jejakId),
      sidik: Buffer.from(sidik ?? '', 'hex'),
      isi: hilang === 't' ? null : sisa,
    })
  }
  return found
}

/** Seals from the first on; entries are given to the seal whose range they lie in. */
export async function* bacaRantai(client: pg.ClientBase): AsyncGenerator<SegelDenganEntri> {
  let last = 0
  for (;;) {
    const seals = await nextSeals(client, last)
    if (seals.length === 0) return
    last = seals.at(-1)?.nomor ?? last
    for (const portion of portions(seals)) {
      const [first] = portion
      const end = portion.at(-1)
      if (!first || !end) continue
      const entri = await entriesOf(client, first.dari, end.dari + end.jumlah)
      let at = 0
      for (const segel of portion) {
        const from = at
        while ((entri[at]?.nomor ?? Number.POSITIVE_INFINITY) < segel.dari + segel.jumlah) at++
        yield { segel, entri: entri.slice(from, at) }
      }
    }
  }
}

/** Seals gathered until their entries make a portion. */
function portions(seals: readonly Segel[]): Segel[][] {
  const all: Segel[][] = [[]]
  let sum = 0
  for (const segel of seals) {
    if (sum > 0 && sum + segel.jumlah > porsi) {
      all.push([])
      sum = 0
    }
    all.at(-1)?.push(segel)
    sum += segel.jumlah
  }
  return all
}
