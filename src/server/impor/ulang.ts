/** Tries held rows again: judged anew with today's answers, then through the same staging and merge. */
import type { PoolClient } from 'pg'
import { kenali } from '#domain/impor/kenali.ts'
import { Penilai } from '#domain/impor/penilai.ts'
import type { LembarDikenal } from './baca-berkas.ts'
import { shapeOf } from './baca-berkas.ts'
import { bagianOf } from './gabung/bagian.ts'
import { gabung } from './gabung/gabung.ts'
import { type AlatImpor, alatPenilai, dalamWilayah, lay } from './jalankan.ts'
import { loadMaps } from './peta.ts'
import { selesaikanUlang } from './selesai.ts'
import { orderOf, Penulis, type Peran } from './staging/penulis.ts'
import { createStaging } from './staging/tabel.ts'

type Impor = {
  kab: number
  id: string
  wilayah: number
  format: string
  tanggal_data: string | null
  judul_kolom: Record<string, LembarDikenal>
}
type Ditahan = { id: string; lembar: number; baris: number; isi: string[] }

export type HasilUlang = {
  readonly dicoba: number
  readonly diterima: number
  readonly ditandai: number
  readonly ditahan: number
}

/** Retries the named rows; ids that are no longer held are passed over, so a second run does nothing. */
export async function cobaLagi(
  a: AlatImpor,
  kab: number,
  imporId: string,
  rekaman: readonly string[],
): Promise<HasilUlang> {
  const read = await dalamWilayah(a.pool, a.cakupan, (c) => load(c, kab, imporId, rekaman))
  if (!read || read.rows.length === 0) return { dicoba: 0, diterima: 0, ditandai: 0, ditahan: 0 }
  const { impor, rows } = read
  const petas = loadMaps().filter((p) => p.kelompok === impor.format)
  const tanggal = impor.tanggal_data ?? a.hariIni
  const alat = await alatPenilai(a, imporId, tanggal)
  const bentuk = await shapeOf(a.pool, petas, alat)
  const client = await a.pool.connect()
  try {
    await createStaging(client, imporId, bentuk)
    const dates = await write(a, impor, rows, { alat, petas, bentuk })
    await lay(a, impor, { bentuk, kelompok: impor.format, tanggal, ulang: true }, dates)
    const bagian = bagianOf(impor, petas, bentuk, tanggal)
    await gabung({
      pool: a.pool,
      cakupan: a.cakupan,
      bagian,
      signal: a.signal,
      progress: (maju, jumlah) => a.progress('menggabung', maju, jumlah),
    })
    const h = await selesaikanUlang(client, a.cakupan, bagian)
    return { dicoba: h.baris, diterima: h.diterima, ditandai: h.ditandai, ditahan: h.ditahan }
  } finally {
    client.release()
  }
}

async function load(c: PoolClient, kab: number, imporId: string, rekaman: readonly string[]) {
  const found = await c.query<Impor>(
    'select kab, id, wilayah, format, tanggal_data, judul_kolom from impor where kab = $1 and id = $2',
    [kab, imporId],
  )
  const rows = await c.query<Ditahan>(
    `select id, lembar, baris, isi from rekaman_sumber where kab = $1 and impor_id = $2 and status = 'ditahan' and id = any($3) order by lembar, baris`,
    [kab, imporId, rekaman],
  )
  const [impor] = found.rows
  return impor ? { impor, rows: rows.rows } : null
}

type Bahan = {
  alat: Awaited<ReturnType<typeof alatPenilai>>
  petas: ReturnType<typeof loadMaps>
  bentuk: Awaited<ReturnType<typeof shapeOf>>
}

type Lembar = {
  readonly penilai: Penilai
  readonly peran: Peran
  readonly urutan: ReturnType<typeof orderOf>
}

/** The judge of a stored sheet, compiled from the header it came with. */
function openSheet(impor: Impor, lembar: number, { alat, petas, bentuk }: Bahan): Lembar {
  const judul = impor.judul_kolom[lembar]?.judul ?? []
  const kepala = kenali(petas, [judul])
  if (!kepala) throw new Error('the header of a stored sheet is not recognised any more')
  const penilai = new Penilai(kepala, alat)
  return { penilai, peran: kepala.peta.peran, urutan: orderOf(bentuk, penilai) }
}

async function write(a: AlatImpor, impor: Impor, rows: readonly Ditahan[], bahan: Bahan) {
  const penulis = await Penulis.open(a.pool, impor.id)
  try {
    const open = new Map<number, Lembar>()
    for (const row of rows) {
      const sheet = open.get(row.lembar) ?? openSheet(impor, row.lembar, bahan)
      open.set(row.lembar, sheet)
      const { penilai, peran, urutan } = sheet
      const asal = { lembar: row.lembar, baris: row.baris, asal: row.id }
      const hasil = penilai.nilai(row.isi, undefined)
      const full = penulis.tulis(
        asal,
        impor.format,
        peran,
        row.isi,
        undefined,
        hasil,
        penilai,
        urutan,
      )
      if (full) await penulis.drain()
    }
    await penulis.end()
  } catch (error) {
    penulis.abort()
    throw error
  }
  const [, ragu = 0, bulan = 0, hari = 0] = penulis.urutanTanggal
  return { ragu, bulan, hari }
}
