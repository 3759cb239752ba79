/** Which steps a role has on proposals in their states: read off the same tables that the server reads. */
import type { langkahBertombol } from '#contract/usulan-langkah.ts'
import {
  type Aksi,
  aksi,
  type Langkah,
  type Pelaku,
  pelaku,
  semuaAksi,
} from '#domain/usulan/alur.ts'
import type { Jalur } from '#domain/usulan/jenis.ts'
import { jalur } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import { semuaAlur } from '#domain/usulan/semua-alur.ts'
import { mejaKerja } from '#domain/usulan/wewenang.ts'

type IdLangkah = (typeof langkahBertombol)[number]['id']

/** A step that people take by a button. */
export type AksiTombol = IdLangkah extends `usulan.${infer A}` ? A : never

const tanpaTombol: ReadonlySet<Aksi> = new Set([
  'kedaluwarsakan',
  'lewati',
  'setujui',
  'tidak_setujui',
  'tunda',
  'tandatangani',
  'benturkan',
  'naikkan',
  // Moves and objections are answered on forms of their own.
  'konfirmasi',
  'putuskan_pindah',
  'tolak_pindah',
  'pindahkan',
  'kabulkan_keberatan',
])

export const isAksiTombol = (a: Aksi): a is AksiTombol => !tanpaTombol.has(a)

export const pelakuOf = (peran: string): Pelaku | null => pelaku.find((p) => p === peran) ?? null

type Di = { readonly jalur: Jalur; readonly status: Keadaan }

const langkahDi = ({ jalur: j, status }: Di, peran: string): readonly Langkah[] => {
  const siapa = pelakuOf(peran)
  if (!siapa) return []
  const alur: readonly Langkah[] = semuaAlur[j].langkah
  return alur.filter(
    (l) =>
      l.dari.includes(status) &&
      !l.rapat &&
      (l.oleh.includes(siapa) || (l.naik ?? []).includes(siapa)),
  )
}

/** The steps that a role has on at least one of these, in the order of a proposal's life, with how many. */
export function langkahUntuk(
  rows: readonly Di[],
  peran: string,
): readonly { readonly aksi: AksiTombol; readonly jumlah: number }[] {
  const hitung = new Map<Aksi, number>()
  for (const row of rows)
    for (const a of new Set(langkahDi(row, peran).map((l) => l.aksi)))
      hitung.set(a, (hitung.get(a) ?? 0) + 1)
  return semuaAksi.flatMap((a) => {
    const jumlah = hitung.get(a)
    return jumlah !== undefined && isAksiTombol(a) ? [{ aksi: a, jumlah }] : []
  })
}

/** Whether the table asks for a reason before this step, on any track. */
export const perluAlasan = (a: AksiTombol): boolean =>
  jalur.some((j) => {
    const alur: readonly Langkah[] = semuaAlur[j].langkah
    return alur.some((l) => l.aksi === a && l.alasan === true)
  })

/** Steps that bring a proposal back or end it: shown quieter than those that carry it on. */
const mundur: ReadonlySet<Aksi> = new Set([
  'batalkan',
  'tarik_kembali',
  'mohon_buka',
  'tolak',
  'kembalikan',
  'kembalikan_kelayakan',
  'pakai_kini',
])

export const isMundur = (a: Aksi): boolean => mundur.has(a)

/** Whether a proposal in this state waits for this role. */
export const diMeja = (di: Di, peran: string): boolean => {
  const siapa = pelakuOf(peran)
  return (
    siapa !== null && mejaKerja(siapa).some((m) => m.jalur === di.jalur && m.status === di.status)
  )
}

/** Whether a role has work of its own in the inbox. */
export const punyaMeja = (peran: string): boolean => {
  const siapa = pelakuOf(peran)
  return siapa !== null && mejaKerja(siapa).length > 0
}

/** The first step that carries on what lies in a state: the word on the button of the work list. */
export const langkahUtama = (di: Di, peran: string): AksiTombol | null =>
  langkahUntuk([di], peran).find(({ aksi: a }) => !isMundur(a))?.aksi ?? null

/** Whether what lies in this state is decided by a meeting, which this role prepares. */
export const menungguRapat = ({ jalur: j, status }: Di, peran: string): boolean => {
  const siapa = pelakuOf(peran)
  const alur: readonly Langkah[] = semuaAlur[j].langkah
  return alur.some(
    (l) =>
      l.aksi === 'setujui' && l.dari.includes(status) && siapa !== null && l.oleh.includes(siapa),
  )
}

export const labelAksi = (a: AksiTombol) => aksi[a]
