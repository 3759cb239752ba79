/** Breaks handler-hanya-untuk-http on purpose. */
import { handlers } from '../lain/handlers.ts'

export const borrowed = handlers
