/** Builds the office app (src/web) into dist/web and, in development, forwards /api to a running server. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { operationTable } from './src/web/operasi.plugin.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('./src/web'),
  publicDir: here('./src/web/public'),
  plugins: [react(), operationTable(here('./src/contract'))],
  css: { postcss: { plugins: [] } },
  build: {
    outDir: here('./dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    manifest: true,
  },
  server: { proxy: { '/api': process.env.SIKS_URL ?? 'http://127.0.0.1:3000' } },
})
