/** Reads a file into staging: finds the format of each sheet, judges its rows, writes them by COPY. */
import type { Pool } from 'pg'
import type { FileProblem } from '#domain/impor/berkas.ts'
import { type BukanData, bukanData, type Kepala, kenali } from '#domain/impor/kenali.ts'
import { Penilai } from '#domain/impor/penilai.ts'
import type { AlatPenilai } from '#domain/impor/penilai-alat.ts'
import type { Peta } from '#domain/impor/peta.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { openTable } from './baca/buka.ts'
import { FileRefused, type SourceRow, type SourceSheet } from './baca/tabel.ts'
import { loadMaps } from './peta.ts'
import { orderOf, Penulis, type Urutan } from './staging/penulis.ts'
import {
  type Bentuk,
  columnsOf,
  createStaging,
  type KolomNilai,
  surveyTypes,
} from './staging/tabel.ts'

export type LembarDikenal = {
  readonly nama: string
  readonly format: string
  readonly judul: readonly string[]
}

export type CatatanBerkas = {
  readonly kode: string
  readonly rincian: Readonly<Record<string, string | number>>
}

export type Bacaan = {
  readonly kelompok: string
  /** Day the data speak of; null where neither sender nor format tells. */
  readonly tanggalData: string | null
  readonly petas: readonly Peta[]
  readonly bentuk: Bentuk
  /** By number of the sheet, from 1. */
  readonly lembar: Readonly<Record<number, LembarDikenal>>
  readonly catatan: readonly CatatanBerkas[]
  readonly jumlahBaris: number
  /** Birth dates that can be read both ways, month first, day first. */
  readonly tanggal: { readonly ragu: number; readonly bulan: number; readonly hari: number }
}

export type AlatBaca = {
  readonly pool: Pool
  readonly imporId: string
  readonly alat: AlatPenilai
  /** Day the data speak of, as the sender told; else the format's own. */
  readonly tanggalData: string | null
  readonly progress: (baris: number) => void
  readonly signal: AbortSignal
}

const HEAD = 25
const REPORT = 5_000

/** The columns that the formats of a group can fill, whatever a file has of them. */
export async function shapeOf(
  pool: Pool,
  petas: readonly Peta[],
  alat: AlatPenilai,
): Promise<Bentuk> {
  const client = await pool.connect()
  try {
    const types = await surveyTypes(client)
    const ruta = new Map<string, KolomNilai>()
    const anggota = new Map<string, KolomNilai>()
    for (const peta of petas) {
      const all = {
        peta,
        lewati: 0,
        judul: peta.kolom.map((k) => k.judul),
        tempat: peta.kolom.map((_, i) => i),
      }
      const penilai = new Penilai(all, alat)
      for (const k of columnsOf(penilai.rumah.tempat, types)) ruta.set(k.nama, k)
      for (const k of columnsOf(penilai.anggota.tempat, types)) anggota.set(k.nama, k)
    }
    return { ruta: [...ruta.values()], anggota: [...anggota.values()] }
  } finally {
    client.release()
  }
}

type Lembar = { readonly kepala: Kepala; readonly penilai: Penilai; readonly urutan: Urutan }

class Pembacaan {
  kelompok: string | null = null
  petas: readonly Peta[] = []
  bentuk: Bentuk = { ruta: [], anggota: [] }
  penulis: Penulis | null = null
  readonly lembar: Record<number, LembarDikenal> = {}
  readonly catatan: CatatanBerkas[] = []
  private readonly a: AlatBaca
  private dilewati = new Map<BukanData, number>()

  constructor(a: AlatBaca) {
    this.a = a
  }

  /** Reads one sheet; a sheet without a known header is passed over with a note. */
  async baca(sheet: SourceSheet, nomor: number): Promise<void> {
    const head: SourceRow[] = []
    let open: Lembar | null = null
    for await (const batch of sheet.rows) {
      if (this.a.signal.aborted) throw new Error('stopped')
      if (open) {
        await this.tulis(open, nomor, batch)
        continue
      }
      head.push(...batch)
      if (head.length < HEAD) continue
      open = await this.buka(sheet, nomor, head)
      if (!open) return
    }
    open ??= head.length > 0 && head.length < HEAD ? await this.buka(sheet, nomor, head) : open
    for (const [jenis, jumlah] of this.dilewati) {
      this.catatan.push({ kode: 'baris_dilewati', rincian: { lembar: sheet.name, jenis, jumlah } })
    }
    this.dilewati = new Map()
  }

  /** Recognises the header among the first rows and writes the data rows that came with them. */
  private async buka(
    sheet: SourceSheet,
    nomor: number,
    head: readonly SourceRow[],
  ): Promise<Lembar | null> {
    const maps = loadMaps().filter((p) => this.kelompok === null || p.kelompok === this.kelompok)
    const kepala = kenali(
      maps,
      head.slice(0, HEAD).map((r) => r.cells),
    )
    if (!kepala) {
      if (!sheet.hidden)
        this.catatan.push({ kode: 'lembar_tidak_dikenal', rincian: { lembar: sheet.name } })
      return null
    }
    const penulis = await this.mulai(kepala.peta.kelompok)
    const penilai = new Penilai(kepala, this.alatOf(kepala.peta))
    const open = { kepala, penilai, urutan: orderOf(this.bentuk, penilai) }
    this.lembar[nomor] = { nama: sheet.name, format: kepala.peta.kode, judul: kepala.judul }
    await this.tulis(open, nomor, head.slice(kepala.lewati))
    await penulis.drain()
    return open
  }

  /** The first sheet that is recognised decides the group of formats, and so the staging tables. */
  private async mulai(kelompok: string): Promise<Penulis> {
    if (this.penulis) return this.penulis
    const { pool, alat, imporId } = this.a
    this.kelompok = kelompok
    this.petas = loadMaps().filter((p) => p.kelompok === kelompok)
    this.bentuk = await shapeOf(pool, this.petas, alat)
    const client = await pool.connect()
    try {
      await createStaging(client, imporId, this.bentuk)
    } finally {
      client.release()
    }
    this.penulis = await Penulis.open(pool, imporId)
    return this.penulis
  }

  /** Ages are counted on the day of the data: the sender's, else the format's. */
  private alatOf(peta: Peta): AlatPenilai {
    const { alat, tanggalData } = this.a
    const tanggal = tanggalData ?? peta.tanggal_data ?? alat.hariIni
    const tanggalDiduga = tanggalData === null && peta.tanggal_data === null
    return {
      ...alat,
      pengetahuan: { ...alat.pengetahuan, tanggalData: tanggal, tanggalDiduga },
    }
  }

  private async tulis(open: Lembar, nomor: number, rows: readonly SourceRow[]): Promise<void> {
    const { kepala, penilai, urutan } = open
    const { kelompok, peran } = kepala.peta
    const { penulis } = this
    if (!penulis) throw new Error('rows before a header')
    for (const row of rows) {
      const skipped = bukanData(kepala, row.cells)
      if (skipped) {
        this.dilewati.set(skipped, (this.dilewati.get(skipped) ?? 0) + 1)
        continue
      }
      const hasil = penilai.nilai(row.cells, row.kinds, row.width)
      const asal = { lembar: nomor, baris: row.row, asal: null }
      if (penulis.tulis(asal, kelompok, peran, row.cells, row.kinds, hasil, penilai, urutan))
        await penulis.drain()
      if (penulis.n % REPORT === 0) this.a.progress(penulis.n)
    }
  }
}

/** Reads the whole file; the staging tables are complete when this answers. */
export async function bacaBerkas(path: string, a: AlatBaca): Promise<Result<Bacaan, FileProblem>> {
  const opened = await openTable(path)
  if (!opened.ok) return opened
  const table = opened.value
  const reading = new Pembacaan(a)
  try {
    let nomor = 0
    for await (const sheet of table.sheets()) await reading.baca(sheet, ++nomor)
    await reading.penulis?.end()
  } catch (error) {
    reading.penulis?.abort()
    if (error instanceof FileRefused) return err(error.problem)
    throw error
  } finally {
    await table.close()
  }
  const { penulis, kelompok } = reading
  if (!penulis || kelompok === null) return err({ code: 'berkas.format_tidak_dikenal', detail: {} })
  const notes = table.notes.map((n) => ({ kode: n.code, rincian: n.detail }))
  const [, ragu = 0, bulan = 0, hari = 0] = penulis.urutanTanggal
  return ok({
    kelompok,
    tanggalData: a.tanggalData ?? reading.petas[0]?.tanggal_data ?? null,
    petas: reading.petas,
    bentuk: reading.bentuk,
    lembar: reading.lembar,
    catatan: [...notes, ...reading.catatan],
    jumlahBaris: penulis.n,
    tanggal: { ragu, bulan, hari },
  })
}
