/** Breaks domain-sendiri, domain-tanpa-node and domain-hanya-zod on purpose: the check must notice. */
import { join } from 'node:path'
import pg from 'pg'
import { server } from '../../server/contoh/lingkar-a.ts'

export const domain = [join('a', 'b'), pg.defaults.host, server]
