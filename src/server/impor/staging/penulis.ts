/** Writes judged rows of all sheets of one import to its staging tables. */
import type { Pool } from 'pg'
import type { Hasil, Penilai } from '#domain/impor/penilai.ts'
import { temuan as katalog } from '#domain/impor/temuan.ts'
import type { Wadah } from '#domain/impor/wadah.ts'
import { CopyWriter, copyText, copyValue } from './copy.ts'
import { awalan, type Bentuk, type KolomNilai } from './tabel.ts'

/** Where a row stands in its file. */
export type Asal = {
  readonly lembar: number
  readonly baris: number
  /** The held row that this one mends. */
  readonly asal: string | null
}

/** Places of a vessel in the order of the staging columns; -1 where this sheet lacks the column. */
export type Urutan = { readonly ruta: readonly number[]; readonly anggota: readonly number[] }

export const orderOf = (bentuk: Bentuk, penilai: Penilai): Urutan => ({
  ruta: places(bentuk.ruta, penilai.rumah),
  anggota: places(bentuk.anggota, penilai.anggota),
})

const places = (kolom: readonly KolomNilai[], wadah: Wadah): number[] =>
  kolom.map((k) => wadah.tempat.findIndex((t) => t.nama === k.nama))

const peranNomor = {
  ruta_anggota: 0,
  ruta: 1,
  anggota: 2,
  peringkat: 3,
  sumber: 4,
  sumber_keluarga: 5,
} as const
export type Peran = keyof typeof peranNomor

const SEPARATOR = '\x1f'

/** The cells as they came, joined; trailing gaps do not make two rows differ. */
function contentOf(cells: readonly string[], kinds: Uint8Array | undefined): string {
  let last = cells.length
  while (last > 0 && cells[last - 1] === '') last--
  const kept = last === cells.length ? cells : cells.slice(0, last)
  return copyText((kinds ? kept.map((cell, i) => asShown(cell, kinds[i])) : kept).join(SEPARATOR))
}

/** A long number that a spreadsheet kept as a number is kept as it is shown, so that it stays known as broken. */
const asShown = (cell: string, kind: number | undefined): string =>
  kind === 1 && /^\d{16,}$/.test(cell)
    ? `${cell[0]}.${cell.slice(1, 15)}E+${cell.length - 1}`
    : cell

export class Penulis {
  /** Rows written so far. */
  n = 0
  /** Dates per reading: [unreadable order, month first, day first]. */
  readonly urutanTanggal = [0, 0, 0, 0]
  private readonly baris: CopyWriter
  private readonly ruta: CopyWriter
  private readonly temuan: CopyWriter

  private constructor(baris: CopyWriter, ruta: CopyWriter, temuan: CopyWriter) {
    this.baris = baris
    this.ruta = ruta
    this.temuan = temuan
  }

  static async open(pool: Pool, imporId: string): Promise<Penulis> {
    const prefix = awalan(imporId)
    const [a, b, c] = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
    return new Penulis(
      new CopyWriter(a, `${prefix}_baris`),
      new CopyWriter(b, `${prefix}_ruta`),
      new CopyWriter(c, `${prefix}_temuan`),
    )
  }

  /** Takes a judged row over; true when `drain` is due. */
  tulis(
    asal: Asal,
    format: string,
    peran: Peran,
    cells: readonly string[],
    kinds: Uint8Array | undefined,
    h: Hasil,
    p: Penilai,
    u: Urutan,
  ): boolean {
    const n = ++this.n
    if (h.urutanTanggal > 0)
      this.urutanTanggal[h.urutanTanggal] = (this.urutanTanggal[h.urutanTanggal] ?? 0) + 1
    let line = `${n}\t${asal.lembar}\t${asal.baris}\t${peranNomor[peran]}\t${format}\t`
    line += `${keyText(h.kunciRuta)}\t${h.kunciKeluarga === '' ? '1' : copyText(h.kunciKeluarga)}\t`
    line += `${keyText(h.kunciAnggota)}\t${h.ditahan ? 1 : 0}\t${h.urutanTanggal}\t${h.wilayah}\t`
    line += `${copyValue(h.rt)}\t${asal.asal ?? '\\N'}\t${contentOf(cells, kinds)}`
    const full = this.baris.line(line + values(p.anggota, u.anggota))
    if (h.rumahBaru) this.tulisRuta(n, h, p, u)
    if (h.temuan.length > 0) this.tulisTemuan(n, h)
    return full
  }

  private tulisRuta(n: number, h: Hasil, p: Penilai, u: Urutan): void {
    const head = `${n}\t${copyText(h.kunciRuta)}\t${h.wilayah}\t${copyValue(h.rt)}\t${copyValue(h.rw)}`
    this.ruta.line(head + values(p.rumah, u.ruta))
  }

  private tulisTemuan(n: number, h: Hasil): void {
    for (const t of h.temuan) {
      const detail = t.rincian ? copyText(JSON.stringify(t.rincian)) : '\\N'
      this.temuan.line(
        `${n}\t${copyValue(t.kolom)}\t${copyValue(t.nilai)}\t${katalog[t.kode].tingkat}\t${t.kode}\t${detail}\n`,
      )
    }
  }

  async drain(): Promise<void> {
    await Promise.all([this.baris.drain(), this.ruta.drain(), this.temuan.drain()])
  }

  async end(): Promise<void> {
    await Promise.all([this.baris.end(), this.ruta.end(), this.temuan.end()])
  }

  abort(): void {
    for (const writer of [this.baris, this.ruta, this.temuan]) writer.abort()
  }
}

const keyText = (key: string): string => (key === '' ? '\\N' : copyText(key))

/** The values in the order of the columns, each led by a tab, and the end of the line. */
function values(wadah: Wadah, order: readonly number[]): string {
  let line = ''
  for (const place of order) {
    const value = place < 0 ? null : (wadah.nilai[place] ?? null)
    line += value === null ? '\t\\N' : `\t${typeof value === 'number' ? value : copyText(value)}`
  }
  return `${line}\n`
}
