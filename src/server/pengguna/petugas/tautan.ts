/** One-time links until they are handed out: sealed for the person who made them, gone once used. */
import { sql } from 'kysely'
import type { KeyRing } from '#server/kripto/segel.ts'
import { hashLink, type JenisTautan, type Tautan } from '../undangan.ts'
import { idBaru, sebagai, type Tx } from './alat.ts'

export type TautanBaru = { readonly penggunaId: string; readonly tautan: Tautan }
type Jenis = Exclude<JenisTautan, 'perangkat'>

const tempat = (row: string) => ({ table: 'tautan_segel', column: 'segel', row })

/** Keeps links for the one who made them. */
export async function simpanTautan(
  tx: Tx,
  ring: KeyRing,
  jenis: Jenis,
  baru: readonly TautanBaru[],
  olehId: string,
  imporId: string | null = null,
): Promise<void> {
  const ids = await idBaru(tx, baru.length)
  const rows = baru.map(({ penggunaId, tautan }, i) => ({
    id: ids[i],
    pengguna_id: penggunaId,
    segel: ring.sealFor(tempat(ids[i] ?? ''), tautan.tautan),
    sidik: hashLink(tautan.token),
    berakhir_pada: tautan.berakhirPada,
  }))
  await sebagai(tx, olehId, () =>
    sql`insert into tautan_segel (id, pengguna_id, jenis, segel, sidik, dibuat_oleh, impor_id, berakhir_pada)
      select r.id, r.pengguna_id, ${jenis}, r.segel, r.sidik, ${olehId}::uuid, ${imporId}::uuid, r.berakhir_pada
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, pengguna_id uuid, segel text, sidik text, berakhir_pada timestamptz)`.execute(
      tx,
    ),
  )
}

export type TautanTerbuka = {
  readonly penggunaId: string
  readonly jenis: Jenis
  readonly alamat: string
  readonly berakhirPada: Date
}

type Row = { id: string; pengguna_id: string; jenis: Jenis; segel: string; berakhir_pada: Date }

/** Open links that `olehId` made, for one officer or of one file. */
export async function tautanTerbuka(
  tx: Tx,
  ring: KeyRing,
  olehId: string,
  pilih: { readonly penggunaId?: string; readonly imporId?: string },
): Promise<TautanTerbuka[]> {
  const found = await sebagai(tx, olehId, () =>
    sql<Row>`select s.id, s.pengguna_id, s.jenis, s.segel, s.berakhir_pada from tautan_segel s
      join undangan g on g.sidik = s.sidik
      where s.dibuat_oleh = ${olehId} and g.dipakai_pada is null and g.dibatalkan_pada is null and g.berakhir_pada > now()
        and (${pilih.penggunaId ?? null}::uuid is null or s.pengguna_id = ${pilih.penggunaId ?? null}::uuid)
        and (${pilih.imporId ?? null}::uuid is null or s.impor_id = ${pilih.imporId ?? null}::uuid)
      order by s.id desc`.execute(tx),
  )
  return found.rows.map((row) => ({
    penggunaId: row.pengguna_id,
    jenis: row.jenis,
    alamat: ring.openFor(tempat(row.id), row.segel),
    berakhirPada: row.berakhir_pada,
  }))
}

/** The open link of an officer, whoever made it; not its text. */
export async function tautanAda(
  tx: Tx,
  penggunaId: string,
): Promise<{ jenis: Jenis; berlakuSampai: string } | null> {
  const found = await sql<{ jenis: Jenis; berakhir_pada: Date }>`
    select jenis, berakhir_pada from undangan where pengguna_id = ${penggunaId} and jenis in ('undangan', 'reset')
      and dipakai_pada is null and dibatalkan_pada is null and berakhir_pada > now() order by id desc limit 1`.execute(
    tx,
  )
  const row = found.rows[0]
  return row ? { jenis: row.jenis, berlakuSampai: row.berakhir_pada.toISOString() } : null
}
