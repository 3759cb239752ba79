/** Reads the policy files: YAML at the edge, parsed by the schemas of the domain. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { z } from 'zod'
import { type BukuKode, type DaftarKode, daftarKodeSchema } from '#domain/kode/daftar.ts'
import { berkasVariabelSchema, buildKamus, type Kamus } from '#domain/variabel/kamus.ts'

/** The folder of policy texts, beside `src`. */
export const policyRoot = fileURLToPath(new URL('../../../policy/', import.meta.url))

/** A policy file as read: its value, and the text that its hash binds. */
export type Kebijakan<T> = {
  readonly hash: string
  /** Folder below `policy`: `peringkat`, `kode/pbdt15`. */
  readonly jenis: string
  /** Name without its ending. */
  readonly kode: string
  readonly isi: string
  readonly nilai: T
}

/** Reads one policy file, named from the root of `policy` (`peringkat/x.yaml`); a fault throws with its place. */
export function readPolicy<S extends z.ZodType>(path: string, schema: S): Kebijakan<z.output<S>> {
  const isi = readFileSync(join(policyRoot, path), 'utf8')
  const parsed = schema.safeParse(parse(isi))
  if (!parsed.success) throw new Error(`policy/${path}: ${describe(parsed.error)}`)
  return {
    hash: createHash('sha256').update(isi).digest('hex'),
    jenis: dirname(path),
    kode: basename(path, '.yaml'),
    isi,
    nilai: parsed.data,
  }
}

function describe(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}

/** The YAML files of a folder below `policy`, in the order of their names. */
export function listPolicies(folder: string): readonly string[] {
  return readdirSync(join(policyRoot, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${folder}/${name}`)
}

let kamus: Kamus | undefined

/** The dictionary of variables; read once, for the files do not change while the server runs. */
export function loadDictionary(): Kamus {
  kamus ??= buildKamus(
    listPolicies('variabel').map((path) => readPolicy(path, berkasVariabelSchema).nilai),
  )
  return kamus
}

let buku: BukuKode | undefined

/** All code lists by `set/list` (`pbdt15/lantai`); read once. */
export function loadCodeLists(): BukuKode {
  if (buku !== undefined) return buku
  const lists = new Map<string, DaftarKode>()
  for (const set of readdirSync(join(policyRoot, 'kode')).sort()) {
    for (const path of listPolicies(`kode/${set}`)) {
      lists.set(`${set}/${basename(path, '.yaml')}`, readPolicy(path, daftarKodeSchema).nilai)
    }
  }
  buku = lists
  return lists
}
