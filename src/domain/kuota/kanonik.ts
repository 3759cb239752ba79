/**
 * The text that a frozen list's hash is taken over. A row is a JSON array, items separated by a
 * comma and a space (as PostgreSQL's `json_build_array` writes it); the hash of a row is SHA-256 of
 * that text, the hash of the list is SHA-256 of the heading and the row hashes, one per line.
 */
/** Columns of `daftar_baris` under the row's hash, in this order. */
export const kolomBaris = [
  'nomor',
  'kab',
  'keluarga_id',
  'wilayah_tercatat',
  'rt',
  'rw',
  'nama_kepala',
  'nomor_kk',
  'nik_kepala',
  'alamat',
  'jumlah_anggota',
  'kelompok',
  'peringkat',
  'kunci',
  'kelayakan',
  'terpenuhi',
  'terjawab',
  'poin',
  'bit_terpenuhi',
  'bit_terjawab',
  'menerima',
  'keputusan',
  'alasan',
  'komponen',
  'putusan_id',
] as const

/** Columns of `daftar` under the list's hash, in this order. */
export const kolomKepala = [
  'id',
  'kuota_id',
  'versi',
  'program',
  'wilayah',
  'dari',
  'sampai',
  'jumlah',
  'ronde_id',
  'kebijakan_hash',
  'skenario',
  'jumlah_baris',
] as const

/** One row or heading as text. */
export function canonicalText(
  columns: readonly string[],
  row: Readonly<Record<string, unknown>>,
): string {
  return `[${columns.map((name) => JSON.stringify(row[name] ?? null)).join(', ')}]`
}
