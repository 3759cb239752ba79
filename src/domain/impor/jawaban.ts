/** How each survey answer is read from its cell: codes through their list, numbers within bounds. */
import type { BukuKode } from '../kode/daftar.ts'
import { listOf } from '../kode/daftar.ts'
import { compileDecoder } from '../kode/decode.ts'
import type { Kamus, Variabel } from '../variabel/kamus.ts'
import { parseAngka } from './angka.ts'
import type { Pembaca } from './sel.ts'
import type { Wadah } from './wadah.ts'

export type AlatJawaban = {
  readonly kamus: Kamus
  readonly buku: BukuKode
  readonly perangkat: string
  /** The vessel of a unit's answers. */
  readonly wadah: (unit: Variabel['unit']) => Wadah
}

/** On paper the yes/no items alternate between 1/2 and 3/4: the other side's code is not guessed. */
const sisiSalah: Readonly<Record<string, RegExp>> = {
  'pbdt-kertas/ganjil': /^\s*0*[34]\s*$/,
  'pbdt-kertas/genap': /^\s*0*[12]\s*$/,
}

const INT2 = 32_767
const INT4 = 2_147_483_647

function variableOf(kamus: Kamus, nama: string): Variabel {
  const found = kamus.variabel.get(nama)
  if (!found) throw new Error(`The map names the variable ${nama}, which the dictionary lacks`)
  return found
}

/** The reader of the column that feeds `nama`, in the codes of `kode` or of the format's own set. */
export function compileJawaban(nama: string, kode: string | undefined, alat: AlatJawaban): Pembaca {
  const variabel = variableOf(alat.kamus, nama)
  const list =
    kode ??
    (variabel.jenis === 'ya_tidak'
      ? `${alat.perangkat}/ya_tidak`
      : variabel.kode === undefined
        ? undefined
        : `${alat.perangkat}/${variabel.kode}`)
  return list === undefined ? measured(variabel, alat) : coded(variabel, list, alat)
}

function coded(variabel: Variabel, list: string, alat: AlatJawaban): Pembaca {
  const daftar = listOf(alat.buku, list)
  const decode = compileDecoder(daftar, variabel.nama)
  const places = new Map<string, { wadah: Wadah; place: number }>()
  const names = daftar.pilihan.flatMap((p) =>
    typeof p.kanonik === 'object' ? Object.keys(p.kanonik) : [],
  )
  for (const name of new Set([variabel.nama, ...names])) {
    const { unit } = variableOf(alat.kamus, name)
    const wadah = alat.wadah(unit)
    places.set(name, { wadah, place: wadah.place(name, unit) })
  }
  const wrong = sisiSalah[list]
  const unknown = daftar.jenis === 'jumlah_bit' ? 'bit_tidak_mungkin' : 'kode_tidak_dikenal'
  return (k, text) => {
    if (wrong?.test(text)) return k.temu('kode_sisi_salah')
    const read = decode(text)
    if (!read.ok) return k.temu(read.error === 'bukan_kode' ? 'kode_tidak_dikenal' : unknown)
    for (const { variabel: name, nilai, kandidat } of read.nilai) {
      const at = places.get(name)
      at?.wadah.put(at.place, nilai, kandidat === undefined)
    }
  }
}

/** Counts, areas and money; text and dates of a survey are kept as they are. */
function measured(variabel: Variabel, alat: AlatJawaban): Pembaca {
  const wadah = alat.wadah(variabel.unit)
  const place = wadah.place(variabel.nama, variabel.unit)
  if (variabel.jenis === 'teks' || variabel.jenis === 'tanggal') {
    return (_, text) => {
      wadah.nilai[place] = text.trim()
    }
  }
  const largest = variabel.jenis === 'rupiah' ? 1e12 : variabel.jenis === 'luas' ? INT4 : INT2
  const min = variabel.batas?.min ?? 0
  const max = variabel.batas?.maks ?? largest
  return (k, text) => {
    const angka = parseAngka(text)
    if (angka.jenis === 'kosong') return
    if (angka.jenis === 'tak_terbaca') return k.temu('angka_tidak_terbaca')
    const value = Math.round(angka.nilai)
    if (value < min || value > max) return k.temu('angka_di_luar_batas')
    wadah.nilai[place] = value
  }
}
