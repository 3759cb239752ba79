/** Why a family stands on its side of the line: the first part of the sort key that differs from it. */
import type { Label } from '#domain/label.ts'
import { bitKunci, partsOf } from '#domain/peringkat/kunci.ts'

export const kodeAlasan = [
  'tidak_digeser',
  'peringkat',
  'di_garis',
  'muat_semua',
  'seri_diputuskan',
  'seri',
  'tempat_habis',
  'tidak_layak',
  'tidak_aktif',
  'belum_diperingkat',
] as const
export type KodeAlasan = (typeof kodeAlasan)[number]

export const komponenKunci = ['kelayakan', 'skor', 'tanggungan', 'rentan', 'luas'] as const
export type Komponen = (typeof komponenKunci)[number]

/** The five parts of a sort key, as numbers a reader can use. */
export function valuesOf(kunci: number): Record<Komponen, number> {
  const { kelayakan, skor, tie } = partsOf(kunci)
  const luas = tie % 2 ** bitKunci.luas
  const rentan = Math.floor(tie / 2 ** bitKunci.luas) % 2 ** bitKunci.rentan
  const tanggungan = Math.floor(tie / 2 ** (bitKunci.luas + bitKunci.rentan))
  return {
    kelayakan,
    skor,
    tanggungan: 2 ** bitKunci.tanggungan - 1 - tanggungan,
    rentan: 2 ** bitKunci.rentan - 1 - rentan,
    luas,
  }
}

/** The first part in which two keys differ; null when they are equal. */
export function firstDifference(a: number, b: number): Komponen | null {
  const [x, y] = [valuesOf(a), valuesOf(b)]
  return komponenKunci.find((part) => x[part] !== y[part]) ?? null
}

/** The same in SQL, for two bigint expressions. */
export function firstDifferenceSql(a: string, b: string): string {
  const { luas, rentan, tanggungan, skor } = bitKunci
  const shifts: readonly [Komponen, number][] = [
    ['kelayakan', luas + rentan + tanggungan + skor],
    ['skor', luas + rentan + tanggungan],
    ['tanggungan', luas + rentan],
    ['rentan', luas],
    ['luas', 0],
  ]
  const cases = shifts.map(
    ([part, bits]) => `when (${a}) >> ${bits} <> (${b}) >> ${bits} then '${part}'`,
  )
  return `(case ${cases.join(' ')} end)`
}

/** What a ranking says of a family, or of the one at the line. */
export type Kedudukan = {
  readonly kunci: number
  readonly terpenuhi: number | null
  readonly terjawab: number
  readonly poin: number
  readonly bitTerpenuhi: number
  readonly bitTerjawab: number
}

/** Items of the ranking model, in the order of the bits. */
export type Butir = { readonly kode: string; readonly label: Label }

export type Alasan = {
  readonly kode: KodeAlasan
  readonly komponen: Komponen | null
  readonly kalimat: Label
  readonly lebih: readonly Label[]
  readonly kurang: readonly Label[]
  readonly belumDitanyakan: readonly Label[]
}

const labelsOf = (bits: number, butir: readonly Butir[]): Label[] =>
  butir.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1).map((b) => b.label)

const fixed: Readonly<Record<KodeAlasan, Label>> = {
  peringkat: { id: 'Menurut peringkat terhadap garis kuota.', en: 'By rank against the line.' },
  tidak_digeser: {
    id: 'Menerima hari ini dan menurut aturan tidak digeser.',
    en: 'Receives today, and by the rule is not displaced.',
  },
  di_garis: {
    id: 'Tepat di garis, dan tempat cukup untuk semua yang sama.',
    en: 'Exactly at the line, with room for all who are equal.',
  },
  muat_semua: {
    id: 'Tempat cukup untuk semua yang berhak.',
    en: 'There is room for all who compete.',
  },
  seri_diputuskan: {
    id: 'Sama persis dengan keluarga lain di garis; diputuskan oleh petugas yang tercatat.',
    en: 'Exactly equal to other families at the line; decided by a named officer.',
  },
  seri: {
    id: 'Sama persis dengan keluarga lain di garis; menunggu putusan petugas.',
    en: 'Exactly equal to other families at the line; waits for a decision.',
  },
  tempat_habis: {
    id: 'Tidak ada tempat kosong dalam kuota.',
    en: 'There is no free place in the quota.',
  },
  tidak_layak: { id: 'Berstatus tidak layak.', en: 'Was found not eligible.' },
  tidak_aktif: {
    id: 'Keluarga tidak aktif lagi (pindah, habis, atau dinonaktifkan).',
    en: 'The family is no longer active (moved, ended, or deactivated).',
  },
  belum_diperingkat: {
    id: 'Belum diperingkat; tempatnya tidak diubah sebelum dinilai.',
    en: 'Not ranked yet; its place does not change before it is judged.',
  },
}

/**
 * The reason in words.
 * @param keluarga what the ranking says of the family; null: not ranked
 * @param garis the nearest family on the other side of the line; null: there is none
 * @param inside the family has a place
 */
export function explain(
  kode: KodeAlasan,
  keluarga: Kedudukan | null,
  garis: Kedudukan | null,
  inside: boolean,
  butir: readonly Butir[],
): Alasan {
  const all = 2 ** butir.length - 1
  const belumDitanyakan = keluarga ? labelsOf(all - keluarga.bitTerjawab, butir) : []
  if (kode !== 'peringkat' || !keluarga || !garis) {
    return { kode, komponen: null, kalimat: fixed[kode], lebih: [], kurang: [], belumDitanyakan }
  }
  const komponen = firstDifference(keluarga.kunci, garis.kunci)
  const lebih = labelsOf(without(keluarga.bitTerpenuhi, garis.bitTerpenuhi), butir)
  const kurang = labelsOf(without(garis.bitTerpenuhi, keluarga.bitTerpenuhi), butir)
  const kalimat = sentence(komponen, keluarga, garis, inside, { lebih, kurang })
  return { kode, komponen, kalimat, lebih, kurang, belumDitanyakan }
}

/** Bits of `a` that are not in `b`. */
const without = (a: number, b: number): number => a & ~b

const statuses: Readonly<Record<number, Label>> = {
  1: { id: 'layak', en: 'eligible' },
  2: { id: 'belum dinilai', en: 'not judged yet' },
  3: { id: 'tidak layak', en: 'not eligible' },
}

type Beda = { readonly lebih: readonly Label[]; readonly kurang: readonly Label[] }

function sentence(
  komponen: Komponen | null,
  own: Kedudukan,
  line: Kedudukan,
  inside: boolean,
  beda: Beda,
): Label {
  const other: Label = inside
    ? { id: 'keluarga pertama di luar garis', en: 'the first family outside the line' }
    : { id: 'keluarga terakhir di dalam garis', en: 'the last family inside the line' }
  const [a, b] = [valuesOf(own.kunci), valuesOf(line.kunci)]
  const compare = (what: Label, mine: Label, theirs: Label): Label => ({
    id: `${what.id}: ${mine.id}; ${other.id}: ${theirs.id}.`,
    en: `${what.en}: ${mine.en}; ${other.en}: ${theirs.en}.`,
  })
  const plain = (n: number): Label => ({ id: `${n}`, en: `${n}` })
  switch (komponen) {
    case 'kelayakan': {
      const word = (n: number): Label => statuses[n] ?? plain(n)
      const what = { id: 'Status kelayakan', en: 'Eligibility' }
      return compare(what, word(a.kelayakan), word(b.kelayakan))
    }
    case 'skor':
      return own.terpenuhi === null
        ? compare({ id: 'Poin', en: 'Points' }, plain(own.poin), plain(line.poin))
        : withItems(
            compare({ id: 'Indikator terpenuhi', en: 'Indicators met' }, met(own), met(line)),
            beda,
          )
    case 'tanggungan':
      return compare(
        { id: 'Indikator sama; tanggungan', en: 'Indicators equal; dependants' },
        plain(a.tanggungan),
        plain(b.tanggungan),
      )
    case 'rentan':
      return compare(
        {
          id: 'Indikator dan tanggungan sama; penyandang disabilitas dan lansia',
          en: 'Indicators and dependants equal; disabled and elderly',
        },
        plain(a.rentan),
        plain(b.rentan),
      )
    case 'luas':
      return compare(
        {
          id: 'Sama sampai pemecah seri ketiga; luas lantai per orang',
          en: 'Equal up to the third tie-breaker; floor area per head',
        },
        area(a.luas),
        area(b.luas),
      )
    case null:
      return fixed.seri
  }
}

const area = (tenths: number): Label => ({
  id: `${(tenths / 10).toFixed(1).replace('.', ',')} m²`,
  en: `${(tenths / 10).toFixed(1)} m²`,
})

const met = (k: Kedudukan): Label => ({
  id: `${k.terpenuhi} dari ${k.terjawab} yang terjawab`,
  en: `${k.terpenuhi} of ${k.terjawab} answered`,
})

/** Names what was met on one side only; without such items the unanswered ones make the difference. */
function withItems(head: Label, { lebih, kurang }: Beda): Label {
  const list = (labels: readonly Label[], lang: 'id' | 'en'): string =>
    labels.map((l) => l[lang]).join('; ')
  const parts: Label[] = []
  if (lebih.length > 0)
    parts.push({
      id: `Hanya di sini: ${list(lebih, 'id')}.`,
      en: `Only here: ${list(lebih, 'en')}.`,
    })
  if (kurang.length > 0)
    parts.push({
      id: `Hanya di garis: ${list(kurang, 'id')}.`,
      en: `Only at the line: ${list(kurang, 'en')}.`,
    })
  if (parts.length === 0)
    parts.push({
      id: 'Yang membedakan: banyaknya yang belum ditanyakan.',
      en: 'What differs: how many were not asked.',
    })
  return {
    id: [head.id, ...parts.map((p) => p.id)].join(' '),
    en: [head.en, ...parts.map((p) => p.en)].join(' '),
  }
}
