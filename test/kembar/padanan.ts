/** Ids that only one twin knows, matched by the place where they stand in both answers; and what answers teach. */
import type { Permintaan } from './pasangan.ts'

const polaId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
/** Those, and SHA-256. */
const polaHash = new RegExp(`${polaId.source}|\\b[0-9a-f]{64}\\b`, 'gi')
/** What is new with every request: times, numbers of reports, what is made from ids, prefixes of row ids. */
const acak: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)?/g, '<waktu>'],
  [/(laporan(?:":"|: )|Report number: )[0-9a-f]{8}/g, '$1<nomor>'],
  // A key's name is of any letters of base64url, a hyphen at its beginning too.
  [/(?<![\w-])[\w-]{8}\.[\w-]{50,}/g, '<segel>'],
  [/(?<=\/(?:undangan|pasang|reset)\/)[\w-]{20,}/g, '<rahasia>'],
  [/\b[0-9a-f]{12}…/g, '<sidik>'],
  [/(?<=")[0-9a-f]{32}(?=")/g, '<akun>'],
  [/-[0-9a-f]{8}\.(xlsx|pdf|jpg)/g, '-<id>.$1'],
  // A PDF holds a code that is new with each, as a picture whose length varies.
  [/("application\/(?:pdf|zip)",(?:"ukuran":)?)\d+/g, '$1<ukuran>'],
  [/\bUS-\d{4}(?:-[0-9A-F]{4}){3}\b/g, '<tanda terima>'],
  [/\bKR-\d{4}(?:-[0-9A-F]{4}){2}\b/g, '<kiriman>'],
  [/(?<=["/#=])[\w-]{43}(?=\\?")/g, '<rahasia>'],
  [/\b[0-9A-Z]{7}-(?=\d{4}\b)/g, '<awalan>-'],
]

const polos = (text: string): string =>
  acak.reduce((rest, [pattern, put]) => rest.replace(pattern, put), text)

const terbanyak = 12

/** Fields whose values an answer gives and a later request takes, under another name where they have one. */
const dipakai: Readonly<Record<string, string>> = {
  berikutnya: 'setelah',
  sidik: 'sidik',
  kunci: 'kunci',
  kelompok: 'kelompok',
  pertanyaanId: 'pertanyaanId',
  pengguna: 'pengguna',
  perangkat: 'perangkat',
}

export class Padanan {
  readonly dipanen: Record<string, unknown[]> = {}
  private readonly kananDari = new Map<string, string>()
  private readonly kiriDari = new Map<string, string>()
  /** Ids from the time when both were one. */
  private readonly asal: ReadonlySet<string>

  constructor(asal: ReadonlySet<string>) {
    this.asal = asal
  }

  /** The same request with the ids that the right twin gave to the same records. */
  untukKanan(p: Permintaan): Permintaan {
    if (this.kananDari.size === 0) return p
    const put = (text: string) => text.replace(polaHash, (id) => this.kananDari.get(id) ?? id)
    return {
      ...p,
      url: put(p.url),
      ...(typeof p.payload === 'string' ? { payload: put(p.payload) } : {}),
    }
  }

  /**
   * Both texts without times; a pair of ids that each stand for the first time at the same place is
   * one record. So is a pair of hashes once there are new records, whose ids go into it.
   */
  samakan(kiri: string, kanan: string, tulis = false): [string, string] {
    const pola = tulis || this.kananDari.size > 0 ? polaHash : polaId
    const ids = [kiri.match(pola) ?? [], kanan.match(pola) ?? []] as const
    ids[0].forEach((a, i) => {
      const b = ids[1][i]
      if (b !== undefined && a !== b && this.isBaru(a) && this.isBaru(b)) {
        this.kananDari.set(a, b)
        this.kiriDari.set(b, a)
      }
    })
    return [polos(kiri), polos(kanan.replace(polaHash, (id) => this.kiriDari.get(id) ?? id))]
  }

  /** What was sent to the database, in any order: some of it travels together. New ids are all alike. */
  samakanPernyataan(kiri: readonly string[], kanan: readonly string[]): [string, string] {
    const bare = (lines: readonly string[]) =>
      lines
        .map((line) => polos(line).replace(polaHash, (id) => (this.asal.has(id) ? id : '<baru>')))
        .sort()
        .join('\n')
    return [bare(kiri), bare(kanan)]
  }

  /** Made since the twins parted, and not matched yet. */
  private isBaru(id: string): boolean {
    return !this.asal.has(id) && !this.kananDari.has(id) && !this.kiriDari.has(id)
  }

  /** Keeps what later requests can use. */
  panen(opId: string, isi: string): void {
    if (!isi.startsWith('{')) return
    const konsep = opId.split('.')[0] ?? ''
    const take = (name: string, value: unknown) => {
      const pool = this.dipanen[name] ?? []
      this.dipanen[name] = pool
      if (value !== null && !pool.includes(value)) pool.push(value)
      if (pool.length > terbanyak) pool.shift()
    }
    const walk = (value: unknown, parent: string): void => {
      if (Array.isArray(value)) {
        for (const one of value.slice(0, 3)) walk(one, parent)
        return
      }
      if (typeof value !== 'object' || value === null) return
      for (const [k, v] of Object.entries(value)) {
        const name = dipakai[k]
        if (name && (typeof v === 'string' || typeof v === 'number')) take(name, v)
        if (k === 'id' && typeof v === 'string') take(`${parent}.id`, v)
        walk(v, k)
      }
    }
    walk(JSON.parse(isi), konsep)
  }
}
