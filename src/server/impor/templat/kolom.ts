/** The columns of our own workbook: identity first, then every survey variable of the dictionary. */
import type { Bidang } from '#domain/impor/peta.ts'
import type { Label } from '#domain/label.ts'
import { type Kamus, surveyColumns, type Variabel } from '#domain/variabel/kamus.ts'
import { anggota, type Identitas, keluarga } from './identitas.ts'

export type KolomTemplat = {
  /** Stable whatever its words: the header ends with it in square brackets. */
  readonly kode: string
  readonly label: Label
  readonly petunjuk: Label
  /** The section whose colour it bears. */
  readonly bagian: string
  readonly isian: { readonly bidang: Bidang } | { readonly variabel: Variabel }
  readonly wajib: boolean
  readonly contoh: string | number
  /** Numbers of sixteen digits and dates are text, or a spreadsheet spoils them. */
  readonly teks: boolean
}

export type LembarTemplat = 'Keluarga' | 'Anggota'

/** The header of a column: words for people, the code in brackets for the import. */
export function headerOf(kolom: KolomTemplat): string {
  return `${kolom.label.id} [${kolom.kode}]`
}

/** Answers of the example row where the first choice would be odd. */
const contohJawaban: Readonly<Record<string, string | number>> = {
  luas_lantai: 36,
  bukti_lahan: '',
  status_bangunan: '2. Kontrak atau sewa',
  lantai: '6. Semen atau bata merah',
  penerangan: '1. Listrik PLN dengan meteran',
  daya_1: '1. 450 watt',
  status_kawin: '2. Kawin',
  hasil_pendataan: '1. Terisi lengkap',
  frekuensi_makan: 2,
  beli_pakaian: 1,
  frekuensi_daging: 1,
  ijazah: '3. SD',
  bekerja: '1. Ya',
  jam_kerja: 40,
  status_pekerjaan: '7. Pekerja bebas nonpertanian',
  lapangan_usaha: '11. Konstruksi',
  pendapatan_kepala: 550000,
  tabungan: 0,
  keberadaan: '1. Tinggal bersama keluarga',
}

function identityColumn([bidang, label, petunjuk, contoh, sifat]: Identitas): KolomTemplat {
  return {
    kode: bidang,
    label,
    petunjuk,
    bagian: 'Identitas',
    isian: { bidang },
    wajib: sifat?.wajib ?? false,
    contoh,
    teks: sifat?.teks ?? false,
  }
}

/** The columns of a sheet in their order. */
export function templateColumns(kamus: Kamus, lembar: LembarTemplat): readonly KolomTemplat[] {
  const units = lembar === 'Keluarga' ? (['ruta', 'keluarga'] as const) : (['individu'] as const)
  const variables = units.flatMap((unit) => surveyColumns(kamus, unit))
  const sectionOf = new Map(
    kamus.bagian.flatMap((b) => b.variabel.map((v) => [v.nama, b.judul.id] as const)),
  )
  return [
    ...(lembar === 'Keluarga' ? keluarga : anggota).map(identityColumn),
    ...variables.map((variabel) => ({
      kode: variabel.nama,
      label: variabel.label,
      petunjuk: variabel.tanya,
      bagian: sectionOf.get(variabel.nama) ?? '',
      isian: { variabel },
      wajib: false,
      contoh: contohJawaban[variabel.nama] ?? '',
      teks: false,
    })),
  ]
}
