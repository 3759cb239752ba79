/** Makes the months of commands ahead and lets old ones go: at the start of a server, and every night. */
import type pg from 'pg'

/** A month that open commands still hold is left for the next night. */
const longestWait = '2s'

const lockNotAvailable = '55P03'

/**
 * Keeps the months of `perintah`, as the owner of the table.
 * @returns the months that were dropped
 */
export async function keepMonths(migrator: pg.Pool, kini: Date): Promise<readonly string[]> {
  await migrator.query('select siapkan_bulan_perintah($1::timestamptz)', [kini])
  const client = await migrator.connect()
  try {
    await client.query(`begin; set local lock_timeout = '${longestWait}'`)
    const dropped = await client.query<{ nama: string[] }>(
      'select buang_bulan_perintah($1::timestamptz) as nama',
      [kini],
    )
    await client.query('commit')
    return dropped.rows[0]?.nama ?? []
  } catch (error) {
    await client.query('rollback')
    if (error instanceof Error && 'code' in error && error.code === lockNotAvailable) return []
    throw error
  } finally {
    client.release()
  }
}
