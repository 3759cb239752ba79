/** Three kinds of tests: pure ones, those on a real PostgreSQL, and those in a browser. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LamaDulu } from './test/lama-dulu.ts'

// Programs that tests start (and the workers of Vitest) load the same modules again and again:
// Node keeps them compiled. That halves what a `siks` command costs.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'modul')

/** Files share a worker and its modules: loading those anew for each cost more than most tests. */
const shared = { isolate: false, setupFiles: ['test/lingkungan.ts'] }

/** One more than the cores of a small machine: tests wait for servers, processes and pages. */
const maxWorkers = 3

const elsewhere = ['node_modules/**', 'dist/**', 'data/**']

/**
 * What these show does not depend on the version of the database, and they take more than half the
 * time: they run on the embedded one alone.
 */
const once = [
  // The same requests to two databases; answers to hostile input, most given before any statement.
  'test/kembar.db.test.ts',
  'test/kontrak.db.test.ts',
  // Our own processes, killed and started again.
  'test/proses/**',
  'src/cli/**',
  'src/server/db/embedded.db.test.ts',
  'src/server/impor/lanjut.db.test.ts',
  'src/server/jejak/jalan.db.test.ts',
  // Signing in over HTTP: passwords, codes, passkeys, and how often one may guess; sesi and undangan
  // sign in on both.
  'src/server/pengguna/{masuk,demo,percobaan,perangkat,passkey,langkah,oidc,profil}.db.test.ts',
  // Officers, their assignments and hand-overs: plain statements over few rows.
  'src/server/pengguna/{berkas,petugas,serah}/**',
  // Copies of the embedded database; an external one is backed up by its own tools.
  'src/server/db/backup/**',
  // Whole files, and the same import over HTTP: src/server/impor/handlers.db.test.ts and
  // peringkat-luar.db.test.ts send the statements of an import to both.
  'src/server/impor/impor.db.test.ts',
  'bench/generator/**',
  'src/server/impor/peringkat-luar-http.db.test.ts',
]

export default defineConfig({
  test: {
    sequence: { sequencer: LamaDulu },
    projects: [
      {
        test: {
          name: 'unit',
          ...shared,
          include: ['{src,test,bench,bin}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
          maxWorkers,
        },
      },
      {
        test: {
          name: 'db',
          ...shared,
          include: ['{src,test,bench}/**/*.db.test.ts'],
          exclude: process.env.TEST_PG_BINARIES ? [...elsewhere, ...once] : elsewhere,
          globalSetup: ['test/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'browser',
          ...shared,
          include: ['test/browser/**/*.browser.ts'],
          globalSetup: ['test/global-setup.ts'],
          exclude: elsewhere,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          maxWorkers,
        },
      },
    ],
  },
})
