/** What there is to save: tables, partitions, sequences, as PostgreSQL's catalogue tells. */
import type pg from 'pg'
import type { Partition, Sequence } from './manifest.ts'

/** Staging is thrown away at any restart; the queue is refilled from `pekerjaan`. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'staging', 'graphile_worker')
  and n.nspname !~ '^pg_'`

export type Table = {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}

/** Every permanent table (a partitioned one once, as a whole), without columns that compute themselves. */
export async function tablesOf(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and not (n.nspname = 'public' and c.relname = 'migrasi')
    order by 1, 2`)
  return rows
}

/** Partitions with their bounds, parents first, to be made again before the rows arrive. */
export async function partitionsOf(client: pg.ClientBase): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(`
    select format('%I.%I', pn.nspname, p.relname) as parent, format('%I.%I', n.nspname, c.relname) as name,
      pg_get_expr(c.relpartbound, c.oid) as bound,
      case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as key
    from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_inherits i on i.inhrelid = c.oid
      join pg_class p on p.oid = i.inhparent
      join pg_namespace pn on pn.oid = p.relnamespace
    where ${OURS} and c.relispartition and c.relkind in ('r', 'p') order by c.oid`)
  return rows
}

/** Where every sequence stands. Read after the rows, so that no number is given out twice. */
export async function sequencesOf(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind = 'S' and c.relpersistence = 'p' order by 1`)
  const found: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query(
      `select last_value::text as last, is_called as called from ${name}`,
    )
    found.push({ name, last: state.rows[0].last, called: state.rows[0].called })
  }
  return found
}

export type ForeignKey = {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/** Foreign keys, dropped before a restore and made anew after it, which checks every row. */
export async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and k.contype = 'f' and k.conparentid = 0 order by 1, 2`)
  return rows
}

/** Tables with triggers of ours, which must not fire while rows are put back. */
export async function triggeredTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select distinct format('%I.%I', n.nspname, c.relname) as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not t.tgisinternal and t.tgparentid = 0`)
  return rows.map(({ name }) => name)
}

/** May this login read and write all rows, past row-level security? */
export async function seesEverything(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(
    'select rolsuper or rolbypassrls as ya from pg_roles where rolname = current_user',
  )
  return rows[0]?.ya === true
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
