/** Sends the same generated requests of one role to both twins and names every answer that differs. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Operation } from '#contract/operation.ts'
import type { Peran } from '#contract/peran.ts'
import type { Bound } from '#server/http/handle.ts'
import { type Isi, isian, isKosong } from './arbitrer.ts'
import type { Langkah } from './cerita.ts'
import { type Bahan, kolamUntuk } from './kolam.ts'
import type { Padanan } from './padanan.ts'
import type { Jawaban, Permintaan, Saudara } from './pasangan.ts'
import { kuki, masukkan } from './pelaku.ts'

export type Beda = {
  readonly operasi: string
  readonly peran: Peran
  readonly apa: 'status' | 'header' | 'isi' | 'pernyataan'
  readonly minta: string
  readonly kiri: string
  readonly kanan: string
}

/** What was reached: answers of success by operation over all roles, and why others were refused. */
export type Liputan = Map<string, { kirim: number; berhasil: number; tolak: Set<string> }>

export type Jalan = {
  readonly kiri: Saudara
  readonly kanan: Saudara
  /** Lasts as long as the pair: what one role made, another reads. */
  readonly padanan: Padanan
  readonly bahan: Bahan
  readonly liputan: Liputan
  /** Files that may be uploaded. */
  readonly berkas: readonly Buffer[]
  /** Requests of an operation that this role may make. */
  readonly banyak: number
  /** Requests that lead on from answer to answer, after the generated ones. */
  readonly cerita: readonly Langkah[]
}

/** All operations as one role: generated requests, then those that lead to success. @returns what differed */
export async function jalankanSebagai(peran: Peran, j: Jalan): Promise<Beda[]> {
  const beda: Beda[] = []
  const { padanan } = j
  const masuk = () => Promise.all([j.kiri, j.kanan].map((s) => masukkan(s.pools.migrator, peran)))
  const kirim = async (op: Operation, isi: Isi): Promise<Jawaban> => {
    const minta = await permintaan(op, isi, peran, randomUUID7(), j.berkas)
    const kiri = await j.kiri.minta(minta)
    const kanan = await j.kanan.minta(padanan.untukKanan(minta))
    beda.push(...banding(op, peran, minta, kiri, kanan, padanan))
    if (catat(j.liputan, op.id, kiri)) padanan.panen(op.id, kiri.isi)
    if (mengubahAkun.test(op.id)) await masuk()
    return kiri
  }
  await masuk()
  for (const { op } of urut(j.kiri.operations)) {
    for (let ke = 0; ke < banyaknya(op, peran, j.banyak); ke++) {
      const [isi] = fc.sample(isian(op, kolamUntuk(op.id, j.bahan, padanan.dipanen)), {
        numRuns: 1,
        seed: seedOf(`${peran} ${op.id} ${ke}`),
      })
      await kirim(op, isi ?? {})
    }
  }
  const terjawab: Record<string, Isi> = {}
  for (const [id, isi] of j.cerita) {
    const bound = j.kiri.operations.find(({ op }) => op.id === id)
    if (!bound || !boleh(bound.op, peran)) continue
    const { isi: text } = await kirim(bound.op, isi(terjawab))
    if (text.startsWith('{')) terjawab[id] = JSON.parse(text)
  }
  return beda
}

/** One request as a role that is signed in, to one server. */
export async function kirimSatu(
  saudara: Saudara,
  id: string,
  isi: Isi,
  peran: Peran,
): Promise<Jawaban> {
  const bound = saudara.operations.find(({ op }) => op.id === id)
  if (!bound) throw new Error(`No such operation: ${id}`)
  return saudara.minta(await permintaan(bound.op, isi, peran, randomUUID7(), []))
}

/** Operations that may end a session or an account, one's own too. */
const mengubahAkun = /^(akun|sesi|masuk|pengguna|perangkat|undangan)\./

/** One request where there is nothing to vary or nothing is given; two of a file. */
function banyaknya(op: Operation, peran: Peran, banyak: number): number {
  if (!boleh(op, peran) || isKosong(op.input)) return 1
  return op.berkas === 'unduh' ? Math.min(2, banyak) : banyak
}

const boleh = (op: Operation, peran: Peran): boolean =>
  op.permission === 'umum' || op.akunSendiri === true || op.permission.includes(peran)

function catat(liputan: Liputan, id: string, { status, isi }: Jawaban): boolean {
  const seen = liputan.get(id) ?? { kirim: 0, berhasil: 0, tolak: new Set<string>() }
  const berhasil = status < 300
  if (!berhasil) seen.tolak.add(/"code":"([^"]*)"/.exec(isi)?.[1] ?? String(status))
  liputan.set(id, {
    ...seen,
    kirim: seen.kirim + 1,
    berhasil: seen.berhasil + Number(berhasil),
  })
  return berhasil
}

/** Reads first, then writes: what reads give (fingerprints, places, ids) is what writes take. */
const urut = (all: readonly Bound[]): Bound[] => [
  ...all.filter(({ op }) => op.audit !== 'tulis'),
  ...all.filter(({ op }) => op.audit === 'tulis'),
]

function banding(
  op: Operation,
  peran: Peran,
  minta: Permintaan,
  kiri: Jawaban,
  kanan: Jawaban,
  padanan: Padanan,
): Beda[] {
  const found: Beda[] = []
  const say = (apa: Beda['apa'], a: string, b: string) => {
    if (a !== b)
      found.push({
        operasi: op.id,
        peran,
        apa,
        minta: `${minta.method} ${minta.url} ${typeof minta.payload === 'string' ? minta.payload : ''}`,
        ...potong(a, b),
      })
  }
  say('status', String(kiri.status), String(kanan.status))
  if (kiri.status !== kanan.status) return found
  const alike = padanan.samakan(kiri.isi, kanan.isi, op.audit === 'tulis')
  say('isi', ...alike)
  say('header', ...padanan.samakan(kiri.headers, kanan.headers))
  const steps = (a: Jawaban) => a.pernyataan.map((p) => `${p.teks} ${p.nilai} → ${p.baris}`)
  say('pernyataan', ...padanan.samakanPernyataan(steps(kiri), steps(kanan)))
  return found
}

/** The two texts around the first place where they part. */
function potong(a: string, b: string): { kiri: string; kanan: string } {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const from = Math.max(0, at - 120)
  return { kiri: a.slice(from, at + 200), kanan: b.slice(from, at + 200) }
}

const seedOf = (text: string): number => {
  let h = 7
  for (const c of text) h = (Math.imul(h, 31) + (c.codePointAt(0) ?? 0)) | 0
  return h
}

/** A command id tells its time; both twins get the same. */
function randomUUID7(): string {
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

const jawabanNik = Buffer.from('Kode baris;NIK;Keterangan\nTN-0000-0000-0000;;Tidak ditemukan\n')
const berkasPembagian = Buffer.from(
  'Kode lama;Kode baru;Nama baru\n6474011006;6474011006;Nama Lain\n',
)
const berkasHasil = Buffer.from('Nomor tanda terima;Putusan\nUS-2018-0000-0000-0000;Diterima\n')

/** A file that an operation takes, where any file will not do: a picture of one white point. */
const contohBerkas: Readonly<Record<string, Buffer>> = {
  'berkas.unggah': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC',
    'base64',
  ),
  'tanpa_nik.periksa': jawabanNik,
  'tanpa_nik.impor': jawabanNik,
  'pemekaran.baca': berkasPembagian,
  'hasil_pusat.periksa': berkasHasil,
  'hasil_pusat.impor': berkasHasil,
}

async function permintaan(
  op: Operation,
  isi: Isi,
  peran: Peran,
  perintah: string,
  berkas: readonly Buffer[],
): Promise<Permintaan> {
  const rest: Isi = { ...isi }
  const url = op.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value ?? '0'))
  })
  const headers: Record<string, string> = {
    cookie: kuki(peran),
    // An auditor has no purpose by default.
    'x-tujuan': 'pemeriksaan',
    ...(op.method === 'POST' ? { 'idempotency-key': perintah } : {}),
  }
  if (op.method === 'GET') {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries(rest))
      if (value !== undefined && value !== null) query.set(name, String(value))
    return { method: 'GET', url: query.size > 0 ? `${url}?${query}` : url, headers }
  }
  if (op.berkas === 'unggah') {
    const form = new FormData()
    for (const [name, value] of Object.entries(rest))
      if (value !== undefined && value !== null) form.set(name, String(value))
    const isi = berkas[0] ?? contohBerkas[op.id] ?? Buffer.from('x')
    form.set('berkas', new Blob([new Uint8Array(isi)]), 'uji.csv')
    const made = new Response(form)
    return {
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': made.headers.get('content-type') ?? '' },
      payload: Buffer.from(await made.arrayBuffer()),
    }
  }
  return {
    method: 'POST',
    url,
    headers: { ...headers, 'content-type': 'application/json' },
    payload: JSON.stringify(rest),
  }
}
