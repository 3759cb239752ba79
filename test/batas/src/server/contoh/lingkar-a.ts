/** Breaks tanpa-lingkaran with its twin on purpose. */
import { twin } from './lingkar-b.ts'

export const server: () => string = () => twin()
