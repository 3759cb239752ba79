/** Breaks web-tanpa-server on purpose. */
import { server } from '../../server/contoh/lingkar-a.ts'

export const web = server
