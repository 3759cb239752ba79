/** What a backup folder says of itself: `manifest.json`, written last. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export const FORMAT = 'siks-cadangan-1'

/** A path below the backup, never out of it. */
const inside = z
  .string()
  .refine((path) => !path.startsWith('/') && !path.split(/[\\/]/).includes('..'))

const fileSchema = z.object({ path: inside, bytes: z.number(), sha256: z.string() })

const tableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
  file: fileSchema,
})

const partitionSchema = z.object({
  parent: z.string(),
  name: z.string(),
  bound: z.string(),
  key: z.string().nullable(),
})

const sequenceSchema = z.object({ name: z.string(), last: z.string(), called: z.boolean() })

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  made: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ nomor: z.number(), nama: z.string(), sidik: z.string() })),
  tables: z.array(tableSchema),
  partitions: z.array(partitionSchema),
  sequences: z.array(sequenceSchema),
  files: z.array(fileSchema),
})

export type BackupFile = z.infer<typeof fileSchema>
export type BackupTable = z.infer<typeof tableSchema>
export type Partition = z.infer<typeof partitionSchema>
export type Sequence = z.infer<typeof sequenceSchema>
export type Manifest = z.infer<typeof manifestSchema>

/** Why a backup cannot be made or restored; the message is for the person at the keyboard. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

/** Read the manifest of a backup folder. */
export function readManifest(folder: string): Manifest {
  let text: string
  try {
    text = readFileSync(join(folder, 'manifest.json'), 'utf8')
  } catch {
    throw new BackupRefused(`${folder} bukan cadangan SIKS-NG yang utuh (manifest.json tidak ada).`)
  }
  const parsed = manifestSchema.safeParse(JSON.parse(text))
  if (!parsed.success)
    throw new BackupRefused(`manifest.json di ${folder} tidak dikenal oleh versi ini.`)
  return parsed.data
}
