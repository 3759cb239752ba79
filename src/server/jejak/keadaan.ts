/** Since when entries wait for a checkpoint outside, and what follows from it. */
import type pg from 'pg'
import type { Label } from '#domain/label.ts'

/** How long entries may wait: before people are told, and before writing stops. */
export type Tenggat = { readonly tunda: number; readonly henti: number }

export type Keadaan = {
  readonly status: 'aman' | 'tertunda' | 'terhenti'
  readonly sejak: Date | null
  readonly berhentiPada: Date | null
  readonly sebab: Label | null
  readonly disegelPada: Date | null
}

export const keadaanAwal: Keadaan = {
  status: 'aman',
  sejak: null,
  berhentiPada: null,
  sebab: null,
  disegelPada: null,
}

/** The oldest of what is sealed but not outside, and of what is not even sealed; ages by the clock of the database. */
const menunggu = `select least(
      (select s.waktu from jejak_segel s where s.luar_pada is null order by s.nomor limit 1),
      (select j.waktu from jejak j
        where j.transaksi >= coalesce((select dasar from jejak_posisi), '0'::xid8)
          and not exists (select from jejak_nomor n where n.jejak_id = j.id)
        order by j.transaksi limit 1)) as sejak,
    (select s.waktu from jejak_segel s order by s.nomor desc limit 1) as disegel,
    clock_timestamp() as kini`

type Row = { readonly sejak: Date | null; readonly disegel: Date | null; readonly kini: Date }

export async function bacaKeadaan(
  client: pg.ClientBase,
  tenggat: Tenggat,
  sebab: Label | null,
): Promise<Keadaan> {
  const { rows } = await client.query<Row>(menunggu)
  const [row] = rows
  if (!row) return keadaanAwal
  const { sejak, disegel: disegelPada, kini } = row
  if (!sejak) return { ...keadaanAwal, disegelPada, sebab }
  const umur = (kini.getTime() - sejak.getTime()) / 1000
  const status = umur > tenggat.henti ? 'terhenti' : umur > tenggat.tunda ? 'tertunda' : 'aman'
  const berhentiPada = status === 'aman' ? null : new Date(sejak.getTime() + tenggat.henti * 1000)
  return { status, sejak, berhentiPada, sebab, disegelPada }
}
