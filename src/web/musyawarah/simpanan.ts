/**
 * What this browser keeps of meetings: writes that the server has not yet taken, and the meeting as it
 * was last read. Each is one officer's: another who signs in here neither sees nor sends it.
 */
import { createStore, del, delMany, entries, get, keys, set } from 'idb-keyval'
import type { InputOf, OutputOf } from '#web/operasi.ts'

export type Rapat = OutputOf<'musyawarah.satu'>
export type Layar = OutputOf<'musyawarah.layar'>
type KirimPutusan = InputOf<'musyawarah.putuskan'>['keputusan'][number]
export type Keputusan = Omit<KirimPutusan, 'alasan' | 'catatan'> & {
  readonly alasan: string | null
  readonly catatan: string | null
}
export type HadirKirim = Omit<Rapat['hadir'][number], 'terhubung'> & { readonly nomor?: string }
export type IsiHadir = {
  readonly unsurTidakAda: readonly string[]
  readonly hadir: readonly HadirKirim[]
}

/** The meeting, and whose copy it is. */
export type Di = { readonly kab: number; readonly id: string; readonly pengguna: string }

type Umum = {
  /** Command id: the same attempt sent again is one. */
  readonly id: string
  /** When it was made, ISO. */
  readonly pada: string
  /** Refused by the server: waits for a person. */
  readonly masalah?: { readonly kode: string; readonly judul: string; readonly isi: string }
}
/** A write of a meeting; agenda and attendance carry the version that their writer saw. */
export type Kiriman = Umum &
  (
    | { readonly jenis: 'putuskan'; readonly isi: Keputusan }
    | { readonly jenis: 'agenda'; readonly isi: readonly string[]; readonly versi: number }
    | { readonly jenis: 'hadir'; readonly isi: IsiHadir; readonly versi: number }
  )

const toko = () => createStore('siks-musyawarah', 'antrean')
const tempat = (d: Di): string => `${d.pengguna}.${d.kab}.${d.id}`

/** Nothing is kept where the browser refuses (private windows); the page still works with a line. */
const diam = () => undefined

const isKiriman = (v: unknown): v is Kiriman =>
  typeof v === 'object' && v !== null && 'jenis' in v && 'pada' in v && 'isi' in v

const semuaKiriman = (awal: string): Promise<[string, Kiriman][]> =>
  entries<string, unknown>(toko()).then(
    (semua) =>
      semua.filter((s): s is [string, Kiriman] => s[0].startsWith(awal) && isKiriman(s[1])),
    () => [],
  )

/** The writes of a meeting in the order in which they were made. */
export const bacaKiriman = async (d: Di): Promise<Kiriman[]> =>
  (await semuaKiriman(`k.${tempat(d)}.`))
    .map(([, k]) => k)
    .sort((a, b) => a.pada.localeCompare(b.pada) || a.id.localeCompare(b.id))

/** How many writes wait, by the id of their meeting. */
export async function jumlahMenunggu(pengguna: string): Promise<ReadonlyMap<string, number>> {
  const jumlah = new Map<string, number>()
  for (const [kunci] of await semuaKiriman(`k.${pengguna}.`)) {
    const id = kunci.split('.')[3] ?? ''
    jumlah.set(id, (jumlah.get(id) ?? 0) + 1)
  }
  return jumlah
}

export const tulisKiriman = (d: Di, k: Kiriman): Promise<void> =>
  set(`k.${tempat(d)}.${k.id}`, k, toko()).catch(diam)

export const hapusKiriman = (d: Di, id: readonly string[]): Promise<void> =>
  delMany(
    id.map((satu) => `k.${tempat(d)}.${satu}`),
    toko(),
  ).catch(diam)

/** What is read of a meeting, by the page that reads it, and the minutes as they are being typed. */
export type Salinan = { rapat: Rapat; layar: Layar; notulen: string }

export const tulisSalinan = <J extends keyof Salinan>(
  jenis: J,
  d: Di,
  isi: Salinan[J],
): Promise<void> => set(`s.${jenis}.${tempat(d)}`, isi, toko()).catch(diam)

export const bacaSalinan = <J extends keyof Salinan>(
  jenis: J,
  d: Di,
): Promise<Salinan[J] | undefined> => get<Salinan[J]>(`s.${jenis}.${tempat(d)}`, toko()).catch(diam)

/** Forgets the copies of a meeting that has ended. */
export const hapusSalinan = (d: Di): Promise<void> =>
  delMany(
    ['rapat', 'layar', 'notulen'].map((jenis) => `s.${jenis}.${tempat(d)}`),
    toko(),
  ).catch(diam)

/** Whether an attendance of this officer waits: it holds names and numbers. */
export const adaHadir = async (pengguna: string): Promise<boolean> =>
  (await semuaKiriman(`k.${pengguna}.`)).some(([, k]) => k.jenis === 'hadir')

/**
 * Who signs out leaves no names and numbers behind on a machine that others use: copies go, and their own
 * attendance that waits (they were asked, see {@link adaHadir}). Decisions and agenda not yet sent stay: they
 * are ids and words of a meeting, and would be lost otherwise.
 */
export const kosongkanMusyawarah = async (pengguna: string | null): Promise<void> => {
  const semua = await entries<string, unknown>(toko()).catch(() => [])
  const tinggal = ([kunci, isi]: [string, unknown]): boolean =>
    kunci.startsWith('k.') &&
    !(
      pengguna !== null &&
      kunci.startsWith(`k.${pengguna}.`) &&
      isKiriman(isi) &&
      isi.jenis === 'hadir'
    )
  await delMany(
    semua.filter((satu) => !tinggal(satu)).map(([kunci]) => kunci),
    toko(),
  ).catch(diam)
}

const kunciSesi = 'sesi'

/** The session as it was when a meeting was last open here, to go on after a reload without a line. */
export const tulisSesi = <S>(sesi: S): Promise<void> =>
  set(kunciSesi, { pada: Date.now(), sesi }, toko()).catch(diam)

export const bacaSesi = <S>(): Promise<{ pada: number; sesi: S } | undefined> =>
  get<{ pada: number; sesi: S }>(kunciSesi, toko()).catch(diam)

export const hapusSesi = (): Promise<void> => del(kunciSesi, toko()).catch(diam)

type Pemegang = { readonly id: string; readonly penugasan: string }

/**
 * The server has said who is here now, or that nobody is: the session of another does not open without a
 * line any more, and who is here does not find what others had read. What those typed stays theirs.
 */
export async function hanyaMilik(kini: Pemegang | null): Promise<void> {
  const lama = await bacaSesi<Pemegang>()
  if (lama && (lama.sesi.id !== kini?.id || lama.sesi.penugasan !== kini.penugasan))
    await hapusSesi()
  if (!kini) return
  const semua = await keys<string>(toko()).catch(() => [])
  const asing = semua.filter((kunci) => {
    const [s, jenis, pengguna] = kunci.split('.')
    return s === 's' && jenis !== 'notulen' && pengguna !== kini.id
  })
  await delMany(asing, toko()).catch(diam)
}
