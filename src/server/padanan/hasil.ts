/** What is kept of a part of a run beside its pairs. */
import type { BlokBesar } from '#domain/padanan/blok.ts'
import type { Lazim } from '#domain/padanan/lazim.ts'
import type { PerAturan } from '#domain/padanan/padankan.ts'

/** `padanan_bagian.blok`: what each blocking rule found, and its blocks that were too large. */
export type CatatanBlok = {
  readonly perAturan: readonly PerAturan[]
  readonly besar: readonly BlokBesar[]
}

/** `padanan_bagian.frekuensi`: per column by which weights are adjusted. */
export type CatatanLazim = Readonly<Record<string, Lazim>>
