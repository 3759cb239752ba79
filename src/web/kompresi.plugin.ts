/** Vite plugin: writes .br and .gz beside each text file of the build, so that the server only hands them out. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const wanted = /\.(js|css|html|svg|json)$/

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (wanted.test(entry.name)) yield path
  }
}

export function precompress(folder: string): Plugin {
  return {
    name: 'siks-precompress',
    apply: 'build',
    closeBundle() {
      for (const path of filesBelow(folder)) {
        const content = readFileSync(path)
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
        writeFileSync(
          `${path}.br`,
          brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
        )
      }
    },
  }
}
