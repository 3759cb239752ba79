/** A durable PostgreSQL of its own for the benchmarks: the settings of the embedded one, fsync on. */
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  ensureCluster,
  learnMajor,
  type Place,
  startCluster,
  stopCluster,
  urlOf,
} from '#server/db/embedded/cluster.ts'
import { embeddedBinaries, isRoot, systemOwner } from '#server/db/embedded/places.ts'
import { migrate } from '#server/db/migrate.ts'
import { openPools, type Pools } from '#server/db/pools.ts'
import { loadRegions } from '#server/wilayah/muat.ts'

export type BenchDatabase = { readonly url: string; readonly pools: Pools; drop(): Promise<void> }

export type BenchServer = {
  /** A fresh, migrated database with the regions loaded. */
  database(): Promise<BenchDatabase>
  stop(): Promise<void>
}

export async function benchServer(): Promise<BenchServer> {
  const owner = systemOwner()
  const parent = isRoot() ? join(dirname(dirname(embeddedBinaries())), 'uji') : tmpdir()
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'siks-bench-'))
  chmodSync(folder, 0o755)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const place: Place = { folder, owner, binaries: embeddedBinaries(), mode: 'durable' }
  await learnMajor(place)
  await ensureCluster(place)
  const port = await startCluster(place)
  const admin = urlOf(place, port, 'postgres')
  return {
    database: () => freshDatabase(admin, (name) => urlOf(place, port, name)),
    stop: async () => {
      await stopCluster(place, 'immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freshDatabase(
  admin: string,
  urlOfName: (name: string) => string,
): Promise<BenchDatabase> {
  const name = `bench_${randomBytes(5).toString('hex')}`
  const root = openPools(admin)
  await root.migrator.query(`create database ${name}`)
  const url = urlOfName(name)
  await migrate(url)
  const pools = openPools(url, { max: 12 })
  await loadRegions(pools.migrator)
  return {
    url,
    pools,
    drop: async () => {
      await pools.close()
      await root.migrator.query(`drop database ${name} with (force)`)
      await root.close()
    },
  }
}
