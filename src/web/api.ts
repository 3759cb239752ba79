/** The typed client of the contract: `call('keluarga.daftar', input)` over fetch, problems as values to show. */
import { operasi } from 'virtual:operasi'
import { nomorPerintah } from '#domain/perintah/nomor.ts'
import { bahasaSekarang } from '#ui/bahasa.ts'
import type { ShownError } from '#ui/state.tsx'
import { dengarJam, waktuServer } from '#web/jam-server.ts'
import type { InputOf, OperationId, OutputOf } from '#web/operasi.ts'
import { tengahi } from '#web/penengah.ts'
import { tujuanSekarang } from '#web/tujuan.ts'

/** A refused or failed call: RFC 9457 on the wire, words for people here. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly shown: ShownError
  readonly details: Readonly<Record<string, unknown>>
  constructor(status: number, code: string, shown: ShownError, details = {}) {
    super(code)
    this.status = status
    this.code = code
    this.shown = shown
    this.details = details
  }

  /** One of the values that the words of the problem are filled with. */
  rincian(nama: string): string | number | undefined {
    const isi = isRecord(this.details.details) ? this.details.details[nama] : undefined
    return typeof isi === 'string' || typeof isi === 'number' ? isi : undefined
  }

  /** The line was lost before any answer came. */
  static putus(): ApiProblem {
    return new ApiProblem(0, 'putus', wordsOf('putus'))
  }
}

const words = {
  putus: {
    id: [
      'Sambungan terputus',
      'Periksa internet Anda, lalu coba lagi. Yang sudah Anda ketik tidak hilang.',
    ],
    en: ['The connection was lost', 'Check your internet and try again. What you typed is kept.'],
  },
  lain: {
    id: ['Ada yang salah di sisi kami', 'Coba lagi sebentar lagi.'],
    en: ['Something went wrong on our side', 'Please try again in a moment.'],
  },
} as const

const wordsOf = (key: keyof typeof words): ShownError => {
  const [judul, isi] = words[key][bahasaSekarang()]
  return { judul, isi }
}

type Options = { signal?: AbortSignal; commandId?: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fills `:nama` or `{nama}` in the path and gives back what is left of the input. */
export function fillPath(
  path: string,
  input: Readonly<Record<string, unknown>>,
): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input }
  const filled = path.replace(/:([a-zA-Z_]+)|\{([a-zA-Z_]+)\}/g, (_, a?: string, b?: string) => {
    const name = a ?? b ?? ''
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { path: filled, rest }
}

/** The query string of a read: empty values are left out, lists repeat their name. */
export function queryOf(input: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  const text = query.toString()
  return text ? `?${text}` : ''
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A label `{id, en}` or plain text of a problem, in the language in use. */
const said = (value: unknown): string | undefined =>
  isRecord(value) ? text(value[bahasaSekarang()]) : text(value)

/** A problem document as something to show. */
export function problemOfText(status: number, body: unknown): ApiProblem {
  const fallback = wordsOf('lain')
  if (!isRecord(body)) return new ApiProblem(status, 'tidak_dikenal', fallback)
  const code = text(body.code) ?? text(body.type) ?? 'tidak_dikenal'
  const judul = said(body.label) ?? said(body.title) ?? fallback.judul
  const isi = said(body.remedy) ?? said(body.detail)
  const nomor = isRecord(body.details) ? text(body.details.laporan) : undefined
  return new ApiProblem(status, code, { judul, isi: isi ?? fallback.isi, nomor }, body)
}

const problemOf = async (response: Response): Promise<ApiProblem> =>
  problemOfText(response.status, await response.json().catch(() => null))

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(url, init)
    dengarJam(response.headers.get('date'))
    return response
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw ApiProblem.putus()
  }
}

const headersOf = (method: string, body: unknown, commandId: string): Record<string, string> => ({
  Accept: 'application/json, application/problem+json',
  'Accept-Language': bahasaSekarang(),
  ...(body instanceof FormData || body === undefined ? {} : { 'Content-Type': 'application/json' }),
  ...(method === 'GET' ? {} : { 'Idempotency-Key': commandId }),
  ...tujuanHeader(),
})

/** The purpose chosen, if one was; otherwise the server takes the default of the role worn. */
export function tujuanHeader(): Record<string, string> {
  const tujuan = tujuanSekarang()
  return tujuan === null ? {} : { 'X-Tujuan': tujuan }
}

/** A fresh command id: a UUID that tells its time, also where the page is served without TLS. */
export const newCommandId = (): string =>
  nomorPerintah(waktuServer().getTime(), crypto.getRandomValues(new Uint8Array(16)))

/** How often a refusal may ask the person something before it is shown as it is. */
const TANYA = 3

/**
 * Sends a request and gives the response, or throws the problem. A refusal that asks the person for
 * something (a new proof, a purpose) is sent again as the same command once they gave it.
 */
export async function request(
  method: string,
  url: string,
  body?: unknown,
  options: Options = {},
): Promise<Response> {
  const commandId = options.commandId ?? newCommandId()
  for (let kali = 0; ; kali++) {
    const response = await send(url, {
      method,
      credentials: 'same-origin',
      headers: headersOf(method, body, commandId),
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
    if (response.ok) return response
    const refused = await problemOf(response)
    if (kali === TANYA || !(await tengahi(refused.code))) throw refused
  }
}

/** The address of a read, for links and downloads. */
export function urlOf<Id extends OperationId>(id: Id, input: InputOf<Id>): string {
  const [, path] = entry(id)
  const filled = fillPath(path, isRecord(input) ? input : {})
  return filled.path + queryOf(filled.rest)
}

function entry(id: string): readonly [string, string] {
  const found = operasi[id]
  if (!found) throw new Error(`operation ${id} is not in the contract`)
  return found
}

/** Calls one operation of the contract. */
export async function call<Id extends OperationId>(
  id: Id,
  input: InputOf<Id>,
  options: Options = {},
): Promise<OutputOf<Id>> {
  const [method, path] = entry(id)
  const { path: filled, rest } = fillPath(path, isRecord(input) ? input : {})
  const response =
    method === 'GET'
      ? await request(method, filled + queryOf(rest), undefined, options)
      : await request(method, filled, rest, options)
  const body: OutputOf<Id> = response.status === 204 ? null : await response.json()
  return body
}

/** What to show for whatever was thrown. */
export const shownOf = (error: unknown): ShownError =>
  error instanceof ApiProblem ? error.shown : wordsOf('lain')
