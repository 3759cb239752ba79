/**
 * Files full of broken rows, for tests of the import: per format one file with more than thirty
 * kinds, and a side table that says on which row which cause must be found.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KodeTemuan } from '#domain/impor/temuan.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { barisBdt, judulArt, judulRt } from './bdt.ts'
import { acuanFormat, type FormatBerkas } from './berkas.ts'
import type { Sel } from './kolom.ts'
import { barisKolomPbdt, barisPbdt, judulPbdt } from './pbdt.ts'
import { lajuDari, rates } from './rates.ts'
import { susunRencana } from './rencana.ts'
import { jenisSel, type Kasus } from './rusak/jenis.ts'
import { medanFormat, type Rekam, type Rumpun, rumpunDari } from './rusak/medan.ts'
import { jenisTempat } from './rusak/tempat.ts'
import { type Lembar, tulisLembar } from './rusak/tulis.ts'
import { pembuatRuta } from './ruta.ts'
import { type BukuSiks, bukuSiks } from './siks.ts'
import type { Ruta } from './tipe.ts'
import { bacaKota, type Kota } from './wilayah.ts'

/** What must be said of one row; `kode` null: nothing, the row is legal or no data at all. */
export type Tanda = {
  readonly lembar: number
  /** Row of the sheet, or line of the CSV, from 1. */
  readonly baris: number
  readonly jenis: string
  readonly kode: KodeTemuan | null
  readonly kolom: string | null
}

export type BerkasRusak = {
  readonly path: readonly string[]
  readonly tanda: readonly Tanda[]
  /** Rows of data in all sheets: accepted + flagged + held must make this. */
  readonly barisData: number
}

/** Writes the file (a pair for bdt-csv) and its side table `….tanda.json` into the folder. */
export async function buatRusak(format: FormatBerkas, folder: string): Promise<BerkasRusak> {
  const kota = await bacaKota('6474')
  if (!kota) throw new Error('Bontang is missing from the region data')
  const xlsx = format.endsWith('xlsx')
  const asal = rumpunDari(format)
  const siks = bukuSiks({ kamus: loadDictionary(), buku: loadCodeLists() }, 1)
  const lembar = lembarKosong(asal, siks)
  const medanKita = medanFormat(
    asal,
    lembar.flatMap((l) => l.judul),
  )
  const sasaran: { rekam: Rekam; jenis: string; kode: KodeTemuan | null; kolom: string | null }[] =
    []
  const utuh = rutaUtuh(kota, format)
  for (const { jenis, medan, rusak, ...sifat } of [...jenisSel, ...jenisTempat]) {
    const ruta = utuh.next().value
    const kasus: Kasus = {
      rumpun: asal,
      medan: medanKita,
      xlsx,
      ...rekamRuta(ruta, kota, asal, siks),
    }
    const kode = sifat.sahDi?.includes(asal) ? null : sifat.kode
    const kena = rusak(kasus)
    if (!kena) continue
    for (const r of new Set([...kasus.rumah, ...kasus.anggota])) lembar[r.lembar]?.rekam.push(r)
    const kolom = medan === null ? null : (kasus.medan[medan] ?? null)
    for (const rekam of kena) sasaran.push({ rekam, jenis, kode, kolom })
  }
  await mkdir(folder, { recursive: true })
  const hasil = await tulisLembar(join(folder, `rusak-${format}`), lembar, xlsx)
  const tanda: Tanda[] = sasaran.map(({ rekam, ...sisa }) => {
    return { lembar: rekam.lembar, baris: hasil.nomor.get(rekam) ?? 0, ...sisa }
  })
  tanda.push(...hasil.lewati.map((l) => ({ ...l, kode: null, kolom: null })))
  const barisData = lembar.reduce((n, l) => n + l.rekam.length, 0)
  await writeFile(join(folder, `rusak-${format}.tanda.json`), JSON.stringify(tanda, null, 1))
  return { path: hasil.path, tanda, barisData }
}

function lembarKosong(asal: Rumpun, siks: BukuSiks): Lembar[] {
  if (asal === 'pbdt') {
    return [{ nama: 'BNBA', judul: judulPbdt, kedua: barisKolomPbdt, rekam: [] }]
  }
  const lembar = (nama: string, judul: readonly string[]): Lembar => {
    return { nama, judul, kedua: null, rekam: [] }
  }
  return asal === 'bdt'
    ? [lembar('RT', judulRt), lembar('ART', judulArt)]
    : [lembar('Keluarga', siks.judul[0]), lembar('Anggota', siks.judul[1])]
}

/** Endless sound households of one family: husband, wife of childbearing age, at least one child. */
function* rutaUtuh(kota: Kota, format: FormatBerkas): Generator<Ruta, never> {
  const tenang = lajuDari(Object.fromEntries(Object.keys(rates).map((nama) => [nama, 0])))
  for (let seed = 7; ; seed++) {
    const rencana = susunRencana(kota, { seed, keluarga: 900, orang: 3900, rastra: 400 })
    const buat = pembuatRuta(kota, rencana, seed, tenang)
    for (let i = 0; i < rencana.jumlahRuta; i++) {
      const ruta = buat(i, acuanFormat(format))
      const [kepala, istri, anak] = ruta.anggota
      const biasa = istri?.hubunganKk === 2 && anak?.hubunganKk === 3 && kepala?.kelamin === 1
      const bernik = ruta.anggota.every((o) => o.nik !== '')
      if (biasa && bernik && kepala.jam !== null && ruta.keluarga.length === 1) yield ruta
    }
  }
}

/** The rows of a household in a format. */
function rekamRuta(
  ruta: Ruta,
  kota: Kota,
  asal: Rumpun,
  siks: BukuSiks,
): Pick<Kasus, 'rumah' | 'anggota'> {
  if (asal === 'pbdt') {
    const baris = barisPbdt(ruta, `${kota.provinsi}|${kota.nama}`)
    const rekam = baris.anggota.map((a) => rekamDari(0, judulPbdt, [...baris.ruta, ...a]))
    return { rumah: rekam, anggota: rekam }
  }
  if (asal === 'bdt') {
    const baris = barisBdt(ruta)
    return {
      rumah: [rekamDari(0, judulRt, baris.rt)],
      anggota: baris.art.map((a) => rekamDari(1, judulArt, a)),
    }
  }
  const baris = siks.baris(ruta)
  return {
    rumah: [rekamDari(0, siks.judul[0], baris.keluarga)],
    anggota: baris.anggota.map((a) => rekamDari(1, siks.judul[1], a)),
  }
}

const rekamDari = (lembar: number, judul: readonly string[], sel: readonly Sel[]): Rekam => ({
  lembar,
  sel: Object.fromEntries(judul.map((j, i) => [j, sel[i] ?? null])),
})
