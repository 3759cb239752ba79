/**
 * Writes the column maps of our own workbook from its columns, so that both always agree.
 * Run as a script it writes `policy/impor/siks-keluarga.yaml` and `siks-anggota.yaml`.
 */
import { writeFileSync } from 'node:fs'
import type { Kamus } from '#domain/variabel/kamus.ts'
import { loadDictionary, policyRoot } from '#server/kebijakan/muat.ts'
import { headerOf, type KolomTemplat, type LembarTemplat, templateColumns } from './kolom.ts'

const kepala: Record<LembarTemplat, readonly string[]> = {
  Keluarga: [
    'judul: {id: "Buku kerja SIKS-NG, lembar Keluarga", en: "SIKS-NG workbook, sheet Keluarga"}',
    'peran: ruta',
  ],
  Anggota: [
    'judul: {id: "Buku kerja SIKS-NG, lembar Anggota", en: "SIKS-NG workbook, sheet Anggota"}',
    'peran: anggota',
  ],
}

/** The text of the map of one sheet. */
export function templateMap(kamus: Kamus, lembar: LembarTemplat): string {
  const columns = templateColumns(kamus, lembar)
  return `${[
    '# Dihasilkan dari kamus variabel: node src/server/impor/templat/peta.ts',
    ...kepala[lembar],
    'sumber: Buku kerja aplikasi ini, dihasilkan dari policy/variabel',
    'berlaku: {dari: "2015-01-01", sampai: null}',
    'kelompok: siks',
    'perangkat_kode: regsosek22',
    'tanggal_data: null',
    'kolom:',
    ...columns.map(lineOf),
    'contoh:',
    `  - {judul: [${columns.map((k) => JSON.stringify(headerOf(k))).join(', ')}], dikenal: true}`,
    '  - {judul: [Nama, NIK, Alamat], dikenal: false}',
  ].join('\n')}\n`
}

/** Answers that also say which programme the family receives today. */
const program: Readonly<Record<string, string>> = {
  terima_bpnt: 'bpnt',
  terima_pkh: 'pkh',
  terima_rastra: 'rastra',
  terima_kks: 'kks',
  terima_kip: 'kip',
  terima_kis: 'pbi_jk',
  terima_blt_dd: 'blt_dd',
}

const identifying = new Set(['kunci_ruta', 'kunci_anggota', 'nama', 'nama_kepala'])

function lineOf(kolom: KolomTemplat): string {
  const feeds =
    'bidang' in kolom.isian
      ? `bidang: ${kolom.isian.bidang}`
      : `variabel: ${kolom.isian.variabel.nama}`
  const marks = `${kolom.wajib ? ', wajib: true' : ''}${identifying.has(kolom.kode) ? ', pengenal: true' : ''}`
  const receives = 'variabel' in kolom.isian ? program[kolom.isian.variabel.nama] : undefined
  const programme = receives === undefined ? '' : `, program: ${receives}`
  return `  - {judul: ${JSON.stringify(headerOf(kolom))}, alias: [${kolom.kode}, ${JSON.stringify(kolom.label.id)}], ${feeds}${programme}${marks}}`
}

/** The file of a sheet's map below `policy/impor`. */
export const templateMapFile = (lembar: LembarTemplat): string =>
  `impor/siks-${lembar.toLowerCase()}.yaml`

if (import.meta.main) {
  for (const lembar of ['Keluarga', 'Anggota'] as const) {
    writeFileSync(`${policyRoot}${templateMapFile(lembar)}`, templateMap(loadDictionary(), lembar))
  }
}
