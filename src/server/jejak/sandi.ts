/** SHA-256 and UTF-8 for the pure parts of the log. */
import { hash } from 'node:crypto'
import type { Alat } from '#domain/jejak/segel.ts'

export const sandi: Pick<Alat, 'hash' | 'utf8'> = {
  hash: (bytes) => hash('sha256', bytes, 'buffer'),
  utf8: (text) => Buffer.from(text, 'utf8'),
}
