/** A throw-away PostgreSQL for tests: no flush to disk, gone with the run, swept up after a killed one. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs'
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
import { holderOf, isHolder, takeLock } from '#server/db/embedded/lock.ts'
import { embeddedBinaries, isRoot, systemOwner } from '#server/db/embedded/places.ts'

export type TestCluster = { readonly url: string; readonly place: Place; stop(): Promise<void> }

const PREFIX = `siks-uji-${process.getuid?.() ?? 0}-`

/** Programs of another PostgreSQL (Debian's 15: /usr/lib/postgresql/15/bin) may stand in. */
const binaries = () => process.env.TEST_PG_BINARIES ?? embeddedBinaries()

/** Start a cluster of its own; as root under /var/lib, since a temporary folder may be closed to its user. */
export async function testCluster(): Promise<TestCluster> {
  const owner = systemOwner()
  const parent = isRoot() ? join(dirname(dirname(embeddedBinaries())), 'uji') : tmpdir()
  mkdirSync(parent, { recursive: true })
  await sweep(parent)
  const folder = mkdtempSync(join(parent, PREFIX))
  chmodSync(folder, 0o755)
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const lock = takeLock(folder, 'vitest')
  if (isHolder(lock)) throw new Error(`${folder} is taken`)
  const place: Place = { folder, owner, binaries: binaries(), mode: 'throwaway' }
  await learnMajor(place)
  await ensureCluster(place)
  const port = await startCluster(place)
  return {
    url: urlOf(place, port, 'postgres'),
    place,
    stop: async () => {
      await stopCluster(place, 'immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Clusters whose test run was killed: stop and remove them. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(parent, name)
    if (holderOf(folder) || !existsSync(join(folder, 'aplikasi.kunci'))) continue
    const place: Place = { folder, owner: systemOwner(), binaries: binaries(), mode: 'throwaway' }
    await stopCluster(place, 'immediate')
    rmSync(folder, { recursive: true, force: true })
  }
}
