/** Lists as workbooks: frozen ones with their hash, previews marked as such; who, when and why on every sheet. */
import type { Readable } from 'node:stream'
import { peran } from '#contract/peran.ts'
import { type KeputusanKuota, labelKeputusan } from '#domain/kuota/istilah.ts'
import type { Cell } from '#server/ekspor/sel.ts'
import { type ExportColumn, xlsxStream } from '#server/ekspor/xlsx.ts'
import type { Pengguna } from '#server/http/context.ts'

export type BarisUnduh = {
  readonly nomor: number
  readonly namaKepala: string
  readonly nomorKk: string | null
  readonly nikKepala: string | null
  readonly rt: number | null
  readonly alamat: string | null
  readonly kelurahan: string
  readonly peringkat: number | null
  readonly terpenuhi: number | null
  readonly terjawab: number | null
  readonly keputusan: KeputusanKuota
  readonly alasan: string
}

export type Lembaran = {
  /** What list this is: programme, area, period, version; or that it is a preview. */
  readonly judul: readonly string[]
  readonly tujuan: string
  readonly pengguna: Pengguna
  readonly pada: Date
  readonly zona: string
  /** Lines below the rows: the hash, or that there is none. */
  readonly kaki: readonly string[]
}

const columns: readonly ExportColumn[] = [
  { header: 'No.', kind: 'angka', width: 7 },
  { header: 'Nama kepala keluarga', width: 30 },
  { header: 'NIK kepala', width: 20 },
  { header: 'Nomor KK', width: 20 },
  { header: 'RT', width: 6 },
  { header: 'Kelurahan/desa', width: 22 },
  { header: 'Alamat', width: 30 },
  { header: 'Peringkat', kind: 'angka', width: 10 },
  { header: 'Indikator terpenuhi', width: 18 },
  { header: 'Keputusan', width: 14 },
  { header: 'Alasan', width: 80 },
]

const cells = (row: BarisUnduh): readonly Cell[] => [
  row.nomor,
  row.namaKepala,
  row.nikKepala,
  row.nomorKk,
  row.rt === null ? null : String(row.rt).padStart(3, '0'),
  row.kelurahan,
  row.alamat,
  row.peringkat,
  row.terpenuhi === null ? null : `${row.terpenuhi} dari ${row.terjawab}`,
  labelKeputusan[row.keputusan].id,
  row.alasan,
]

const sheets: readonly { name: string; of: readonly KeputusanKuota[] }[] = [
  { name: 'Penerima', of: ['tetap', 'masuk'] },
  { name: 'Tergeser', of: ['keluar'] },
  { name: 'Sama di garis', of: ['seri'] },
  { name: 'Daftar tunggu', of: ['menunggu'] },
]

/** The line that says who took the copy, in which role, when and what for. */
function watermark({ pengguna, pada, zona, tujuan }: Lembaran): string {
  const when = new Intl.DateTimeFormat('id-ID', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zona,
  }).format(pada)
  return `Diunduh oleh ${pengguna.nama} (${peran[pengguna.peran].label.id}) pada ${when} untuk: ${tujuan}`
}

/** The workbook as a stream; sheets without rows are left out, but the first. */
export function listWorkbook(rows: readonly BarisUnduh[], lembaran: Lembaran): Readable {
  const title = [...lembaran.judul, watermark(lembaran)]
  const filled = sheets
    .map(({ name, of }) => ({ name, rows: rows.filter((row) => of.includes(row.keputusan)) }))
    .filter((sheet, i) => i === 0 || sheet.rows.length > 0)
  return xlsxStream(
    filled.map((sheet) => ({
      name: sheet.name,
      title: [...title, `${sheet.name}: ${sheet.rows.length.toLocaleString('id-ID')} KK`],
      columns,
      rows: [
        ...sheet.rows.map(cells),
        [],
        ...[...lembaran.kaki, watermark(lembaran)].map((line): readonly Cell[] => [null, line]),
      ],
    })),
  )
}
