/** Makes a whole set of synthetic families of one kab/kota as files; the totals asked for are exact. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '#domain/result.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import {
  acuanFormat,
  bagiBerkas,
  bukaBerkas,
  type Format,
  type FormatBerkas,
  type Penulis,
} from './berkas.ts'
import { barisKebenaran } from './kebenaran.ts'
import { csvBiasa, PenulisCsv } from './penulis.ts'
import { type Laju, lajuDari } from './rates.ts'
import { type Rencana, rataRastra, rataUkuran, susunRencana } from './rencana.ts'
import { pembuatRuta } from './ruta.ts'
import { bukuSiks } from './siks.ts'
import type { Ruta } from './tipe.ts'
import { bacaKota, type Kota } from './wilayah.ts'

export type PilihanContoh = {
  /** Code of a kab/kota: `6474`. */
  readonly wilayah: string
  /** Folder of the files; made where it is missing. */
  readonly keluar: string
  /** Families (KK); without it, as many as the people asked for make at the usual size. */
  readonly keluarga?: number | undefined
  readonly orang?: number | undefined
  readonly rastra?: number | undefined
  readonly seed?: number | undefined
  readonly format?: Format | undefined
  readonly laju?: Partial<Laju> | undefined
  /** Whether to write the truth (theta, noise) beside the files. */
  readonly kebenaran?: boolean | undefined
  readonly kemajuan?: ((ruta: number, dari: number) => void) | undefined
}

export type Hitungan = { ruta: number; keluarga: number; orang: number; rastra: number }
export type BerkasContoh = Hitungan & {
  /** One path, or two where the format is a pair of tables (households first). */
  readonly path: readonly string[]
  readonly format: FormatBerkas
  readonly desa: readonly string[]
}
export type Ringkasan = Hitungan & {
  readonly wilayah: number
  readonly nama: string
  readonly seed: number
  readonly berkas: readonly BerkasContoh[]
  readonly kebenaran: string | null
}
export type MasalahContoh = 'wilayah_tidak_ada' | 'jumlah_tidak_mungkin'

/** Above this many families the mixed set, with its workbooks, gives way to one CSV. */
const CAMPUR_TERBANYAK = 30_000

/** Writes the files and returns what they hold. */
export async function buatContoh(p: PilihanContoh): Promise<Result<Ringkasan, MasalahContoh>> {
  const kota = await bacaKota(p.wilayah)
  if (!kota || kota.desa.length === 0) return err('wilayah_tidak_ada')
  const keluarga = p.keluarga ?? Math.round((p.orang ?? 39876) / rataUkuran)
  const minta = {
    seed: p.seed ?? 1,
    keluarga,
    orang: p.orang ?? Math.round(keluarga * rataUkuran),
    rastra: p.rastra ?? Math.round(keluarga * rataRastra),
  }
  const rencana = rencanaAtauNull(kota, minta)
  if (!rencana) return err('jumlah_tidak_mungkin')
  await mkdir(p.keluar, { recursive: true })
  return ok(await tulisSemua(p, kota, rencana, minta.seed))
}

function rencanaAtauNull(kota: Kota, minta: Parameters<typeof susunRencana>[1]): Rencana | null {
  try {
    return susunRencana(kota, minta)
  } catch (sebab) {
    if (sebab instanceof RangeError) return null
    throw sebab
  }
}

const nol = (): Hitungan => ({ ruta: 0, keluarga: 0, orang: 0, rastra: 0 })

function hitung(h: Hitungan, ruta: Ruta): void {
  h.ruta++
  h.keluarga += ruta.keluarga.length
  h.orang += ruta.anggota.length
  if (ruta.rastra) h.rastra++
}

type Saluran = { readonly penulis: Penulis; readonly hitungan: Hitungan; readonly acuan: number }

async function tulisSemua(
  p: PilihanContoh,
  kota: Kota,
  rencana: Rencana,
  seed: number,
): Promise<Ringkasan> {
  const bagian = bagiBerkas(kota, formatDari(p, rencana), keluargaPerDesa(kota, rencana))
  const siks = () => bukuSiks({ kamus: loadDictionary(), buku: loadCodeLists() }, seed)
  const saluran = bagian.map((b): Saluran => {
    return {
      penulis: bukaBerkas(kota, b, p.keluar, siks),
      hitungan: nol(),
      acuan: acuanFormat(b.format),
    }
  })
  const keSaluran = new Map(bagian.flatMap((b, i) => b.desa.map((d) => [d, saluran[i]] as const)))
  const pathBenar = p.kebenaran ? join(p.keluar, `kebenaran-${kota.kode}.jsonl`) : null
  const benar = pathBenar ? new PenulisCsv(pathBenar, csvBiasa) : null
  const buat = pembuatRuta(kota, rencana, seed, lajuDari(p.laju))
  const jumlah = nol()
  for (let i = 0; i < rencana.jumlahRuta; i++) {
    const tujuan = keSaluran.get(rencana.desa[i] ?? 0)
    if (!tujuan) throw new Error(`no file takes village ${rencana.desa[i]}`)
    const ruta = buat(i, tujuan.acuan)
    const tunggu = tujuan.penulis.tulis(ruta)
    if (tunggu) await tunggu
    hitung(tujuan.hitungan, ruta)
    hitung(jumlah, ruta)
    if (benar) {
      benar.baris(barisKebenaran(ruta))
      await benar.reda()
    }
    if (i % 2048 === 0) p.kemajuan?.(i, rencana.jumlahRuta)
  }
  for (const s of saluran) await s.penulis.tutup()
  await benar?.tutup()
  p.kemajuan?.(rencana.jumlahRuta, rencana.jumlahRuta)
  const berkas = bagian.map((b, i): BerkasContoh => {
    const s = saluran[i]
    const desa = b.desa.map((d) => kota.desa[d]?.nama ?? '')
    return { path: s?.penulis.path ?? [], format: b.format, desa, ...(s?.hitungan ?? nol()) }
  })
  return { wilayah: kota.kode, nama: kota.nama, seed, ...jumlah, berkas, kebenaran: pathBenar }
}

const formatDari = (p: PilihanContoh, rencana: Rencana): Format =>
  p.format ?? (rencana.ukuran.length > CAMPUR_TERBANYAK ? 'pbdt-csv' : 'campur')

function keluargaPerDesa(kota: Kota, rencana: Rencana): number[] {
  const banyak = kota.desa.map(() => 0)
  for (let i = 0; i < rencana.jumlahRuta; i++) {
    const d = rencana.desa[i] ?? 0
    banyak[d] = (banyak[d] ?? 0) + (rencana.banyakKeluarga[i] ?? 0)
  }
  return banyak
}
