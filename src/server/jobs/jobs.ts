/** All kinds of long work. */
import type { Jobs } from './registry.ts'

export const jobs: Jobs = {}
