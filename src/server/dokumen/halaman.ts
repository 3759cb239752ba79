/** The page behind the QR of a paper: for anybody, without script, a few kilobytes, no names. */
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import type { Label } from '#domain/label.ts'
import type { Clock } from '#server/clock.ts'
import { kyselyOf } from '#server/db/pools.ts'
import { inScope } from '#server/http/transaction.ts'
import { meteraiMusyawarah } from '#server/musyawarah/meterai.ts'
import { type DokumenTerbuka, dokumenTerbuka } from './queries.ts'

const aman = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0) ?? 0};`)

const gaya = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:0 auto;padding:1.5rem 1rem;color:light-dark(#1b1f23,#e8eaed);background:light-dark(#fff,#14181c)}
h1{font-size:1.35rem;line-height:1.3;margin:0 0 1rem}small,.en{color:light-dark(#57606a,#9aa4ae)}
.status{border:2px solid;border-radius:8px;padding:.75rem 1rem;font-weight:600;margin:0 0 1.25rem}
.berlaku{border-color:#1a7f4b}.lain{border-color:#b3261e}.en{font-weight:400;display:block;font-size:.875rem}
dl{margin:0}dt{font-size:.875rem;color:light-dark(#57606a,#9aa4ae)}dd{margin:0 0 .9rem;font-weight:600;overflow-wrap:anywhere}
code{font:.8125rem/1.5 ui-monospace,monospace;font-weight:400}footer{margin-top:2rem;border-top:1px solid light-dark(#d0d7de,#30363d);padding-top:.75rem}`

const kataStatus: Readonly<Record<DokumenTerbuka['status'], Label>> = {
  berlaku: { id: 'Tercatat dan berlaku', en: 'On record and in force' },
  dicabut: { id: 'DICABUT: surat ini tidak berlaku lagi', en: 'WITHDRAWN: no longer in force' },
  diganti: { id: 'DIGANTI: ada surat yang lebih baru', en: 'REPLACED by a later paper' },
}

/** The paper is on record, what it says is not what was decided. */
const rusak: Label = {
  id: 'METERAI RUSAK: keputusannya diubah sesudah ditandatangani',
  en: 'BROKEN SEAL: the decisions were changed after the signature',
}

const dua = ({ id, en }: Label): string =>
  `${aman(id)}<span class="en" lang="en">${aman(en)}</span>`

const butir = (label: Label, nilai: string): string =>
  `<dt>${aman(label.id)} <small lang="en">/ ${aman(label.en)}</small></dt><dd>${nilai}</dd>`

/** The paper, and of minutes whether the decisions still are what was signed. */
export type DokumenDiperiksa = DokumenTerbuka & { readonly utuh: boolean | null }

/** Of minutes: the hash of the decisions, until when they hold, and whether they were changed. */
function keputusan(d: DokumenDiperiksa, hariIni: string): string {
  if (d.meterai === null || d.berlakuSampai === null) return ''
  const lewat = hariIni > d.berlakuSampai
  const utuh =
    d.utuh === false
      ? { id: 'Diubah sesudah ditandatangani', en: 'Changed after the signature' }
      : { id: 'Masih seperti yang ditandatangani', en: 'Still what was signed' }
  const sampai = tanggalSurat(d.berlakuSampai)
  return `${butir({ id: 'Keputusan', en: 'Decisions' }, dua(utuh))}${butir({ id: 'Sidik keputusan (SHA-256)', en: 'Hash of the decisions' }, `<code>${aman(d.meterai)}</code>`)}${butir({ id: 'Berlaku sampai', en: 'In force until' }, dua({ id: lewat ? `${sampai} (sudah lewat)` : sampai, en: lewat ? 'This day has passed' : 'For proposals not yet finalised' }))}`
}

function isi(d: DokumenDiperiksa | null, hariIni: string): string {
  if (!d)
    return `<p class="status lain">${dua({ id: 'Kode ini tidak tercatat', en: 'This code is not on record' })}</p>
<p>Pindai ulang kode QR pada surat. Bila tetap tidak tercatat, tanyakan kepada kantor yang namanya tertulis pada kop surat.<span class="en" lang="en">Scan the QR code again. If it is still not on record, ask the office named on the letterhead.</span></p>`
  const hari = d.statusPada ? ` (${tanggalSurat(d.statusPada)})` : ''
  const status = d.utuh === false ? rusak : kataStatus[d.status]
  return `<p class="status ${d.status === 'berlaku' && d.utuh !== false ? 'berlaku' : 'lain'}">${dua({ id: status.id + hari, en: status.en })}</p>
<dl>${butir({ id: 'Jenis surat', en: 'Kind' }, dua(d.jenis))}${butir({ id: 'Nomor', en: 'Number' }, aman(d.nomor))}${butir({ id: 'Tanggal', en: 'Date' }, aman(tanggalSurat(d.tanggal)))}${butir({ id: 'Sidik berkas PDF (SHA-256)', en: 'Hash of the PDF' }, `<code>${aman(d.sidik)}</code>`)}${keputusan(d, hariIni)}</dl>
<p><small>Cocokkan nomor dan tanggal dengan surat yang Anda pegang. Nama orang tidak ditampilkan di sini.<span class="en" lang="en">Compare number and date with the paper in your hand. No names are shown here.</span></small></p>`
}

/** The whole page; unknown and impossible codes give the very same one. */
export const halamanDokumen = (d: DokumenDiperiksa | null, hariIni: string): string =>
  `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>Periksa surat · SIKS-NG</title><style>${gaya}</style></head><body><main><h1>Pemeriksaan keaslian surat <span class="en" lang="en">Is this paper genuine?</span></h1>${isi(d, hariIni)}</main><footer><small>SIKS-NG</small></footer></body></html>`

type Sekitar = { readonly pool: pg.Pool; readonly clock: Clock }

/** Reads the village of the paper alone, and says of what it finds whole or broken, nothing else. */
async function diperiksa(
  pool: pg.Pool,
  kode: string,
  today: string,
): Promise<DokumenDiperiksa | null> {
  const db = kyselyOf(pool)
  const found = await inScope(db, { lo: 0, hi: 0 }, (tx) => dokumenTerbuka(tx, kode))
  const rapat = found?.rapat
  if (!found || !rapat) return found && { ...found, utuh: null }
  const { kab, id, wilayah } = rapat
  const rows = await inScope(db, { lo: wilayah, hi: wilayah + 1 }, (tx) =>
    meteraiMusyawarah(tx, kab, id, today),
  )
  return { ...found, utuh: rows.length > 0 && rows.every((r) => r.asli && r.rusak === null) }
}

/** Answers `/d/:kode`, outside sign-in: whoever holds the paper holds the code. */
export function registerHalamanDokumen(app: FastifyInstance, { pool, clock }: Sekitar): void {
  app.get<{ Params: { kode: string } }>('/d/:kode', async (request, reply) => {
    const { kode } = request.params
    const { today } = clock()
    const found = await diperiksa(pool, kode, today)
    return reply
      .code(found ? 200 : 404)
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .type('text/html; charset=utf-8')
      .send(halamanDokumen(found, today))
  })
}
