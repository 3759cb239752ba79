/** The log as a workbook or CSV: who took the copy and what for on top, every cell made harmless. */
import type { Readable } from 'node:stream'
import { peran } from '#contract/peran.ts'
import { defaultZone } from '#server/clock.ts'
import { csvStream } from '#server/ekspor/csv.ts'
import type { Cell } from '#server/ekspor/sel.ts'
import { type ExportColumn, xlsxStream } from '#server/ekspor/xlsx.ts'
import type { Pengguna } from '#server/http/context.ts'
import type { EntriKata } from './kata.ts'

const columns: readonly ExportColumn[] = [
  { header: 'Nomor', kind: 'angka', width: 12 },
  { header: 'Waktu', width: 20 },
  { header: 'Petugas', width: 28 },
  { header: 'Kantor', width: 34 },
  { header: 'Peran', width: 24 },
  { header: 'Jenis penugasan', width: 16 },
  { header: 'Baca/tulis', width: 10 },
  { header: 'Tindakan', width: 30 },
  { header: 'Kode tindakan', width: 22 },
  { header: 'Tujuan', width: 18 },
  { header: 'Keterangan tujuan', width: 30 },
  { header: 'Tentang', width: 40 },
  { header: 'Jumlah orang/keluarga', kind: 'angka', width: 12 },
  { header: 'Perubahan', width: 60 },
]

const saat = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: defaultZone,
})

const perubahan = (e: EntriKata): string =>
  e.perubahan
    .map((p) => `${p.kolom.id}: ${p.sebelum?.id ?? '(kosong)'} → ${p.sesudah?.id ?? '(kosong)'}`)
    .join('; ')

function tentang(e: EntriKata): string {
  const sisa = e.jumlahSubjek - e.subjek.length
  const nama = e.subjek.map((s) => s.label.id)
  return [...nama, ...(sisa > 0 ? [`dan ${sisa} lainnya`] : [])].join('; ')
}

const cells = (e: EntriKata): readonly Cell[] => [
  e.id,
  saat.format(new Date(e.waktu)),
  e.pelaku.nama,
  e.pelaku.kantor.id,
  e.pelaku.peran?.id,
  e.pelaku.jenis,
  e.jenis,
  e.tindakan.id,
  e.operasi,
  e.tujuan?.id,
  e.keterangan,
  tentang(e),
  e.jumlah,
  perubahan(e),
]

export type Lembaran = {
  readonly pengguna: Pengguna
  readonly pada: Date
  readonly keperluan: string
  /** The filters, in words. */
  readonly saringan: string
}

const judul = ({ pengguna, pada, keperluan, saringan }: Lembaran, n: number): string[] => [
  'Riwayat & log',
  `Saringan: ${saringan}. ${n.toLocaleString('id-ID')} catatan, waktu menurut ${defaultZone}.`,
  `Diunduh oleh ${pengguna.nama} (${peran[pengguna.peran].label.id}) pada ${saat.format(pada)} untuk: ${keperluan}`,
]

/** The file as a stream; rows are turned into cells only as fast as it is read. */
export function logFile(
  bentuk: 'xlsx' | 'csv',
  entri: readonly EntriKata[],
  lembaran: Lembaran,
): Readable {
  const title = judul(lembaran, entri.length)
  function* rows(): Generator<readonly Cell[]> {
    for (const e of entri) yield cells(e)
  }
  if (bentuk === 'xlsx') return xlsxStream([{ name: 'Log', title, columns, rows: rows() }])
  function* withTitle(): Generator<readonly Cell[]> {
    yield* rows()
    for (const line of title) yield [null, line]
  }
  return csvStream({ header: columns.map((c) => c.header), rows: withTitle() })
}
