/** The ranking policies as files: the dictionary of facts and the models, read once at the edge. */

import type { Rentang } from '#domain/kebijakan/periksa.ts'
import {
  type BerkasFakta,
  berkasFaktaSchema,
  type KamusFakta,
  type KataFakta,
  rangesOf,
} from '#domain/keluarga/fakta.ts'
import { canonicalList } from '#domain/kode/daftar.ts'
import type { Label } from '#domain/label.ts'
import { type Model, modelSchema } from '#domain/peringkat/model.ts'
import type { Variabel } from '#domain/variabel/kamus.ts'
import {
  type Kebijakan,
  listPolicies,
  loadCodeLists,
  loadDictionary,
  readPolicy,
} from '#server/kebijakan/muat.ts'

export type FaktaSiap = {
  readonly kebijakan: Kebijakan<BerkasFakta>
  readonly berkas: BerkasFakta
  readonly rentang: ReadonlyMap<string, Rentang>
  readonly nama: ReadonlySet<string>
  /** How each fact is said in words. */
  readonly kamus: KamusFakta
}

let fakta: FaktaSiap | undefined

/** The dictionary of facts with the words of the variables it comes from. */
export function loadFakta(): FaktaSiap {
  if (fakta !== undefined) return fakta
  const kebijakan = readPolicy('peringkat/fakta.yaml', berkasFaktaSchema)
  const berkas = kebijakan.nilai
  const rentang = rangesOf(berkas)
  const kamus = Object.fromEntries(berkas.fakta.map((f) => [f.nama, wordsOf(f)]))
  fakta = { kebijakan, berkas, rentang, nama: new Set(rentang.keys()), kamus }
  return fakta
}

/** Names of persons' facts that are not survey answers. */
const umum = new Set(['umur', 'jenis_kelamin', 'hubungan'])

function wordsOf(f: BerkasFakta['fakta'][number]): KataFakta {
  const name = variableOf(f)
  const own = name === undefined || umum.has(name) ? undefined : loadDictionary().variabel.get(name)
  if (name !== undefined && !umum.has(name) && own === undefined)
    throw new Error(`fact ${f.nama}: no variable ${name}`)
  const label = f.label ?? own?.label
  if (label === undefined) throw new Error(`fact ${f.nama} has no label`)
  return { label, satuan: f.satuan ?? unitOf(own), kode: f.kode ?? codesOf(own) }
}

/** The survey variable a fact repeats, if it does. */
export function variableOf({ dari }: BerkasFakta['fakta'][number]): string | undefined {
  if ('ruta' in dari) return dari.ruta
  if ('keluarga' in dari) return dari.keluarga
  if ('keluarga_kepala' in dari) return dari.keluarga_kepala
  return 'kepala' in dari ? dari.kepala : undefined
}

function unitOf(v: Variabel | undefined): Label | undefined {
  if (v?.jenis === 'luas') return { id: 'm²', en: 'm²' }
  if (v?.jenis === 'rupiah') return { id: 'rupiah', en: 'rupiah' }
  return v?.satuan
}

function codesOf(v: Variabel | undefined): Record<string, Label> | undefined {
  const list = v?.jenis === 'ya_tidak' ? 'ya_tidak' : v?.jenis === 'kode' ? v.kode : undefined
  if (list === undefined) return undefined
  const { pilihan } = canonicalList(loadCodeLists(), list)
  return Object.fromEntries(pilihan.map((p) => [String(p.kode), p.label]))
}

let model: readonly Kebijakan<Model>[] | undefined

/** Every ranking model of `policy/peringkat`, with its text and hash. */
export function loadModels(): readonly Kebijakan<Model>[] {
  model ??= listPolicies('peringkat')
    .filter((path) => path !== 'peringkat/fakta.yaml')
    .map((path) => readPolicy(path, modelSchema))
  return model
}

/** The model of that name, if there is one. */
export const modelByKode = (kode: string): Kebijakan<Model> | undefined =>
  loadModels().find((m) => m.nilai.kode === kode)
