/** Rows of a cut and of frozen lists in words: reasons, masked numbers. */
import { type Kysely, sql } from 'kysely'
import { parse } from 'yaml'
import { maskNik } from '#domain/individu/nik.ts'
import { type Butir, explain, type Kedudukan, type KodeAlasan } from '#domain/kuota/alasan.ts'
import type { KeputusanKuota } from '#domain/kuota/istilah.ts'
import { itemsOf, modelSchema } from '#domain/peringkat/model.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { BarisPutusan } from './keputusan.ts'

/** The items of the model as its text was when the ranking was made. */
export async function itemsOfRound(tx: Kysely<DB>, hash: string): Promise<readonly Butir[]> {
  const found = await sql<{ isi: string }>`select isi from kebijakan where hash = ${hash}`.execute(
    tx,
  )
  const model = modelSchema.safeParse(parse(found.rows[0]?.isi ?? ''))
  if (!model.success) return []
  return itemsOf(model.data).map(({ kode, label }) => ({ kode, label }))
}

/** A number shown without its middle, but in full to those who may. */
export const maskedUnless = (open: boolean, number: string | null): string | null =>
  number === null || open ? number : maskNik(number)

type Bernilai = {
  readonly kunci: number | null
  readonly terpenuhi: number | null
  readonly terjawab: number | null
  readonly poin: number | null
  readonly bit_terpenuhi: number | null
  readonly bit_terjawab: number | null
}

const standing = (row: Bernilai): Kedudukan | null =>
  row.kunci === null
    ? null
    : {
        kunci: row.kunci,
        terpenuhi: row.terpenuhi,
        terjawab: row.terjawab ?? 0,
        poin: row.poin ?? 0,
        bitTerpenuhi: row.bit_terpenuhi ?? 0,
        bitTerjawab: row.bit_terjawab ?? 0,
      }

/** The two neighbours of a line, by region. */
export type Tetangga = {
  readonly kelompok: number
  readonly dalam: Kedudukan | null
  readonly luar: Kedudukan | null
}

type Beralasan = Bernilai & {
  readonly kelompok: number
  readonly keputusan: KeputusanKuota
  readonly alasan: KodeAlasan
}

/** The reason of a row as the contract shows it. */
export function reasonOf(row: Beralasan, lines: readonly Tetangga[], butir: readonly Butir[]) {
  const inside = row.keputusan === 'tetap' || row.keputusan === 'masuk'
  const line = lines.find((g) => g.kelompok === row.kelompok)
  const across = (inside ? line?.luar : line?.dalam) ?? null
  const { lebih, kurang, belumDitanyakan, ...rest } = explain(
    row.alasan,
    standing(row),
    across,
    inside,
    butir,
  )
  return { ...rest, lebih: [...lebih], kurang: [...kurang], belumDitanyakan: [...belumDitanyakan] }
}

/** A row of a simulation as the contract shows it. */
export const rowShown = (
  row: BarisPutusan,
  lines: readonly Tetangga[],
  butir: readonly Butir[],
) => ({
  kab: row.kab,
  id: row.id,
  namaKepala: row.nama_kepala,
  nomorKk: maskedUnless(false, row.nomor_kk),
  wilayah: row.wilayah,
  namaWilayah: row.nama_wilayah,
  rt: row.rt,
  alamat: row.alamat,
  jumlahAnggota: row.jumlah_anggota,
  peringkat: row.peringkat,
  kelayakan: row.kelayakan,
  terpenuhi: row.terpenuhi,
  terjawab: row.terjawab,
  jumlahIndikator: butir.length,
  menerima: row.menerima,
  keputusan: row.keputusan,
  alasan: reasonOf(row, lines, butir),
})
