/** One throw-away PostgreSQL per test run, with one migrated template database in it. */
import type { TestProject } from 'vitest/node'
import { migrate } from '#server/db/migrate.ts'
import { type TestCluster, testCluster } from './cluster.ts'
import { dropDatabase, makeTemplate, TEMPLATE } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: string
    template: string
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
  return async () => {
    if (cluster) await cluster.stop()
    else await dropDatabase(server, template)
  }
}
