/** Reads a file of officers through the hardened reader and judges its rows; nothing is written. */
import { sql } from 'kysely'
import { peran as daftarPeran, type Peran } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { explainFileProblem } from '#domain/impor/berkas.ts'
import {
  type AlatBaris,
  type BarisDibaca,
  bacaBaris,
  kunciPeran,
  periksaSilang,
} from '#domain/pengguna/berkas/baris.ts'
import { bacaKepala } from '#domain/pengguna/berkas/kolom.ts'
import { type Calon, pencariWilayah } from '#domain/pengguna/berkas/wilayah.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { openTable } from '#server/impor/baca/buka.ts'
import { FileRefused, type SourceRow, type SourceTable } from '#server/impor/baca/tabel.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { pelakuOf } from '../petugas/alat.ts'
import { teleponDipakai } from '../petugas/buat.ts'
import { nikDipakai } from '../petugas/identitas.ts'

/** Most officers in one file; a kabupaten has some hundred. */
export const palingBanyak = 2000

const HEAD = 20

export type Baris = BarisDibaca & { readonly baris: number }

/** Words by which a role is named in a file, beside its label. */
const sebutan: Readonly<Record<string, Peran>> = {
  rt: 'ketua_rt',
  operator: 'operator_desa',
  'operator desa': 'operator_desa',
  'operator kelurahan': 'operator_desa',
  'kepala desa': 'lurah',
  kades: 'lurah',
  camat: 'kecamatan',
  'kasi kecamatan': 'kecamatan',
  pendamping: 'petugas_kunjungan',
  'pendamping pkh': 'petugas_kunjungan',
  tksk: 'petugas_kunjungan',
  'petugas kunjungan': 'petugas_kunjungan',
  'pengisi data': 'pengisi_data',
  verifikator: 'verifikator',
  'kepala dinas': 'kepala_opd',
  kadis: 'kepala_opd',
}

const peranDikenal: ReadonlyMap<string, Peran> = new Map([
  ...(Object.keys(daftarPeran) as Peran[]).flatMap((peran): [string, Peran][] => [
    [kunciPeran(peran), peran],
    [kunciPeran(daftarPeran[peran].label.id), peran],
    [kunciPeran(daftarPeran[peran].label.en), peran],
    ...daftarPeran[peran].label.id
      .split('/')
      .map((kata): [string, Peran] => [kunciPeran(kata), peran]),
  ]),
  ...Object.entries(sebutan).map(([kata, peran]): [string, Peran] => [kunciPeran(kata), peran]),
])

/** Regions of the sender's area, with the one above each. */
async function calonWilayah(ctx: Context): Promise<Calon[]> {
  const found = await sql<{ kode: number; nama: string; induk: string | null }>`
    select w.kode, w.nama, i.nama as induk from wilayah w left join wilayah i on i.kode = w.induk
    where w.kode >= ${ctx.cakupan.lo} and w.kode < ${ctx.cakupan.hi}`.execute(ctx.tx)
  return found.rows.map((row) => ({ ...row, tingkat: tingkatOf(row.kode) }))
}

const kosong = (row: SourceRow): boolean => row.cells.every((cell) => cell.trim() === '')
const bukanPetugas = (row: SourceRow): boolean =>
  /^(?:jumlah|total|contoh)\b/i.test(row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '')

type Isi = {
  readonly baris: SourceRow[]
  readonly kepala: NonNullable<ReturnType<typeof bacaKepala>>
}

/** The rows of the first sheet that has the header of officers. */
async function isiTabel(table: SourceTable): Promise<Isi | null> {
  for await (const sheet of table.sheets()) {
    const rows: SourceRow[] = []
    for await (const batch of sheet.rows) {
      rows.push(...batch)
      if (rows.length > palingBanyak + HEAD) break
    }
    const kepala = bacaKepala(rows.slice(0, HEAD).map((row) => row.cells))
    if (kepala) {
      const baris = rows.slice(kepala.lewati).filter((row) => !kosong(row) && !bukanPetugas(row))
      return { baris, kepala }
    }
  }
  return null
}

const ditolak = (sebab: string): Result<never, Problem> =>
  err(problem('pengguna.berkas_ditolak', { sebab }))

async function bacaTabel(path: string): Promise<Result<Isi, Problem>> {
  const opened = await openTable(path, { fileBytes: 20 * 1024 * 1024 })
  if (!opened.ok) return ditolak(explainFileProblem(opened.error, 'id').cause)
  try {
    const isi = await isiTabel(opened.value)
    if (!isi) return ditolak('tidak ada lembar dengan judul kolom petugas.')
    return isi.baris.length > palingBanyak
      ? err(problem('pengguna.terlalu_banyak', { maks: palingBanyak }))
      : ok(isi)
  } catch (error) {
    if (error instanceof FileRefused) return ditolak(explainFileProblem(error.problem, 'id').cause)
    throw error
  } finally {
    await opened.value.close()
  }
}

/** Every row of the file, judged: by itself, against the other rows, and against the accounts there are. */
export async function bacaPetugas(ctx: Context): Promise<Result<Baris[], Problem>> {
  if (!ctx.unggahan) return err(problem('berkas.kosong'))
  const isi = await bacaTabel(ctx.unggahan.path)
  if (!isi.ok) return isi
  const alat: AlatBaris = {
    tempat: isi.value.kepala.tempat,
    pelaku: pelakuOf(ctx),
    today: ctx.today,
    cari: pencariWilayah(await calonWilayah(ctx)),
    peran: peranDikenal,
  }
  const rows = isi.value.baris.map((row) => bacaBaris(row.cells, row.kinds, alat))
  const diminta = rows.flatMap((row) => (row.diminta ? [row.diminta] : []))
  const ring = await ringOf(ctx.dataFolder)
  const dipakai = {
    nik: await nikDipakai(
      ctx.tx,
      ring,
      diminta.map((d) => d.nik),
    ),
    telepon: await teleponDipakai(
      ctx.tx,
      diminta.map((d) => d.telepon),
    ),
  }
  const dinilai = periksaSilang(rows, dipakai)
  return ok(dinilai.map((row, i) => ({ ...row, baris: isi.value.baris[i]?.row ?? i + 1 })))
}
