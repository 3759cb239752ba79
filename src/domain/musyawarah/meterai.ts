/**
 * The seal of a berita acara (or SPTJM): it binds what was decided about whom, row by row and in
 * order. Identity may be corrected afterwards; a decision, kind, ground or person may not change. Pure:
 * the hash function is handed in.
 */
import type { Label } from '#domain/label.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import { orangSama } from './orang-sama.ts'
import type { Putusan } from './putusan.ts'

/** One row as the paper binds it. */
export type BarisMeterai = {
  readonly musyawarahId: string
  readonly urutan: number
  readonly usulanId: string
  readonly jenis: JenisUsulan
  readonly keluargaId: string | null
  readonly individuId: string | null
  /** Name under which the row is listed, and that of the head where persons are proposed. */
  readonly nama: string
  readonly kepala: string | null
  readonly tahunLahir: number | null
  readonly putusan: Putusan
  /** Ground of the proposal, and what the meeting added. */
  readonly dasar: string
  readonly alasan: string | null
  readonly catatan: string | null
}

/** Fields that must stay letter by letter, with the words in which the page names them. */
const terikat = {
  musyawarahId: { id: 'musyawarah', en: 'meeting' },
  urutan: { id: 'urutan', en: 'order' },
  usulanId: { id: 'usulan', en: 'proposal' },
  jenis: { id: 'jenis usulan', en: 'kind' },
  keluargaId: { id: 'keluarga', en: 'family' },
  individuId: { id: 'orang', en: 'person' },
  putusan: { id: 'keputusan', en: 'decision' },
  dasar: { id: 'dasar usulan', en: 'ground' },
  alasan: { id: 'alasan keputusan', en: 'ground of the decision' },
  catatan: { id: 'catatan', en: 'note' },
} as const satisfies Partial<Record<keyof BarisMeterai, Label>>

const orang: Label = { id: 'orang (nama dan tahun lahir)', en: 'person (name and year of birth)' }

/** Order of the fields in what is hashed; never change it, old papers would no longer verify. */
const bidang = [
  'musyawarahId',
  'urutan',
  'usulanId',
  'jenis',
  'keluargaId',
  'individuId',
  'nama',
  'kepala',
  'tahunLahir',
  'putusan',
  'dasar',
  'alasan',
  'catatan',
] as const satisfies readonly (keyof BarisMeterai)[]

/** The one text of a row: JSON of an array, so that no two rows have the same. */
export const teksBaris = (b: BarisMeterai): string =>
  JSON.stringify(['siks-meterai-1', ...bidang.map((nama) => rapi(b[nama]))])

const rapi = (nilai: string | number | null): string | number | null =>
  typeof nilai === 'string' ? nilai.normalize('NFC').trim() : nilai

/** SHA-256 (or another) of a text, hex. */
export type Sidik = (teks: string) => string

/**
 * What a paper carries: the hash of each row in order, and the hash over those. So one row can be
 * verified without the others, also by who sees only a part of the village.
 */
export type Meterai = { readonly baris: readonly string[]; readonly sidik: string }

export function buatMeterai(baris: readonly BarisMeterai[], sidik: Sidik): Meterai {
  const each = baris.map((b) => sidik(teksBaris(b)))
  return { baris: each, sidik: sidikDaftar(each, sidik) }
}

const sidikDaftar = (baris: readonly string[], sidik: Sidik): string =>
  sidik(JSON.stringify(['siks-meterai-1', ...baris]))

/** A row that no longer is what was signed: which fields. */
export type BarisRusak = {
  readonly usulanId: string
  readonly urutan: number
  readonly bidang: readonly Label[]
}

/** What differs between a row as signed and as it is now; null when the paper still binds it. */
function barisRusak(
  ditandatangani: BarisMeterai,
  kini: BarisMeterai | undefined,
): BarisRusak | null {
  const { usulanId, urutan } = ditandatangani
  if (!kini) return { usulanId, urutan, bidang: [{ id: 'baris hilang', en: 'row is gone' }] }
  const beda: Label[] = Object.entries(terikat)
    .filter(([nama]) => {
      const kunci = nama as keyof typeof terikat
      return rapi(ditandatangani[kunci]) !== rapi(kini[kunci])
    })
    .map(([, label]) => label)
  return beda.length > 0 || !sama(ditandatangani, kini)
    ? { usulanId, urutan, bidang: sama(ditandatangani, kini) ? beda : [...beda, orang] }
    : null
}

const sama = (a: BarisMeterai, b: BarisMeterai): boolean =>
  orangSama(a, b) &&
  (a.kepala === null ||
    b.kepala === null ||
    orangSama({ nama: a.kepala, tahunLahir: null }, { nama: b.kepala, tahunLahir: null }))

const palsu: Label = { id: 'isi yang ditandatangani', en: 'what was signed' }

/**
 * Verifies rows of a paper: those kept with it against its hashes, then each against what stands now.
 * `asli` false: the hashes themselves were changed, so nothing is bound.
 */
export function periksaMeterai(
  ditandatangani: readonly BarisMeterai[],
  kini: ReadonlyMap<string, BarisMeterai>,
  meterai: Meterai,
  sidik: Sidik,
): { readonly asli: boolean; readonly rusak: readonly BarisRusak[] } {
  const tertulis = new Set(meterai.baris)
  return {
    asli: sidikDaftar(meterai.baris, sidik) === meterai.sidik,
    rusak: ditandatangani.flatMap((b) =>
      tertulis.has(sidik(teksBaris(b)))
        ? (barisRusak(b, kini.get(b.usulanId)) ?? [])
        : [{ usulanId: b.usulanId, urutan: b.urutan, bidang: [palsu] }],
    ),
  }
}
