/** A schema, as the domain may have one. */
import { z } from 'zod'

export const skema = z.string()
