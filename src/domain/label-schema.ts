/** Parses a label of `policy/`: a text in both languages. */
import { z } from 'zod'

export const labelSchema = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
