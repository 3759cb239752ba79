/** One throw-away PostgreSQL per test run, with one migrated template database in it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/db/migrate.ts'
import { type TestCluster, testCluster } from './cluster.ts'
import { dropTemplates, makeTemplate, TEMPLATE } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
    template: string
    /** Data folder with the secret by which the people of the people's template are sealed. */
    folder: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const cluster: TestCluster | undefined = given ? undefined : await testCluster()
  const server = given || cluster?.url || ''
  const template = `${TEMPLATE}_${process.pid}`
  await migrate(await makeTemplate(server, template))
  project.provide('server', server)
  project.provide('template', template)
  const folder = await mkdtemp(path.join(tmpdir(), 'siks-templat-'))
  project.provide('folder', folder)
  return async () => {
    if (cluster) await cluster.stop()
    else await dropTemplates(server, template)
    await rm(folder, { recursive: true, force: true })
  }
}
