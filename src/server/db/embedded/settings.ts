/** The server's settings: moderate shares of the machine's memory, durable unless for tests. */
import { statfsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'

const MEBIBYTE = 1024 * 1024

/** `durable` flushes every commit; `throwaway` is for a cluster that dies with its test run. */
export type Mode = 'durable' | 'throwaway'

const between = (low: number, value: number, high: number) =>
  Math.round(Math.max(low, Math.min(value, high)))

/** The text of a settings file for PostgreSQL 15 to 18. */
export function settingsFor(mode: Mode, port: number): string {
  const memory = totalmem() / MEBIBYTE
  const cores = availableParallelism()
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 100,
    shared_buffers: `${between(128, memory * 0.15, 4096)}MB`,
    effective_cache_size: `${between(512, memory * 0.5, 65_536)}MB`,
    work_mem: `${between(8, memory / 384, 64)}MB`,
    maintenance_work_mem: `${between(64, memory / 24, 1024)}MB`,
    max_wal_size: '4GB',
    min_wal_size: '512MB',
    wal_compression: 'on',
    checkpoint_timeout: '15min',
    // Clean-up behind a large import takes its time: the officer waits for the import, not for it.
    autovacuum_max_workers: 1,
    autovacuum_vacuum_cost_delay: '10ms',
    random_page_cost: 1.1,
    max_parallel_workers_per_gather: cores >= 4 ? 2 : 1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...sharedMemory(),
    ...quietLog,
    ...(mode === 'throwaway' ? throwaway : {}),
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('')
}

/** Statements and rejected rows hold names and NIKs: they stay out of the log. */
const quietLog = {
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: 0,
}

const throwaway = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  shared_buffers: '256MB',
  logging_collector: 'off',
}

/** A container's /dev/shm is often 64 MB, too little for a parallel query: use System V memory there. */
function sharedMemory(): Record<string, string> {
  if (process.platform !== 'linux') return {}
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    if (bsize * blocks >= 512 * MEBIBYTE) return {}
  } catch {
    // No /dev/shm at all: the same answer.
  }
  return { dynamic_shared_memory_type: 'sysv' }
}
