/** Three kinds of tests: pure ones, those on a real PostgreSQL, and those in a browser. */
import { defineConfig } from 'vitest/config'

const elsewhere = ['node_modules/**', 'dist/**', 'data/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,test,bench,bin}/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['{src,test,bench}/**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: ['test/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.browser.ts'],
          globalSetup: ['test/global-setup.ts'],
          exclude: elsewhere,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
