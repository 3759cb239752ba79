/** Breaks tanpa-lingkaran, and server-tanpa-web, on purpose. */
import { web } from '../../web/contoh/kotor.ts'
import { server } from './lingkar-a.ts'

export const twin: () => string = () => (web === server ? '' : server())
