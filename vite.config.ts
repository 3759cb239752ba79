/** Builds the office app (src/web) into dist/web and, in development, forwards /api to a running server. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './src/web/kompresi.plugin.ts'
import { operationTable } from './src/web/operasi.plugin.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('./src/web'),
  publicDir: here('./src/web/public'),
  plugins: [react(), operationTable(here('./src/contract')), precompress(here('./dist/web'))],
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Native light-dark(): both schemes in one declaration.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    manifest: true,
  },
  server: { proxy: { '/api': process.env.SIKS_URL ?? 'http://127.0.0.1:3000' } },
})
