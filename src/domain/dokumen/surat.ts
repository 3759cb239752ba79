/** A paper as data: building blocks that any letter, list or minutes is put together from. Pure. */

/** Who signs: office held, name, staff number and rank. */
export type Penanda = {
  readonly jabatan: string
  readonly nama: string
  readonly nip: string | null
  readonly pangkat: string | null
}

export type KopSurat = {
  /** From the highest office down; the last is the one that writes. */
  readonly baris: readonly string[]
  readonly alamat: string | null
  readonly telepon: string | null
  /** Arms as JPEG. */
  readonly logo: Uint8Array | null
}

/** A place to sign: what stands above the space, and the name below it; no name is a dotted line. */
export type TandaTangan = {
  /** `Bontang, 24 Juli 2018`; null leaves the line out. */
  readonly tempatTanggal: string | null
  readonly jabatan: string
  readonly nama: string | null
  readonly keterangan: readonly string[]
  /** Lines drawn on a screen, in place of room for a pen: a path as `domain/musyawarah/goresan.ts` makes it. */
  readonly goresan?: string | null
}

export type KolomTabel = {
  readonly judul: string
  /** Points; `*` shares what is left; `auto` as wide as its text. */
  readonly lebar: number | '*' | 'auto'
  readonly rata?: 'kiri' | 'tengah' | 'kanan'
  /** Each cell is a box to tick, whatever its text. */
  readonly kotak?: boolean
}

export type Blok =
  | { readonly blok: 'judul'; readonly teks: string; readonly nomor: string | null }
  | {
      readonly blok: 'paragraf'
      readonly teks: string
      readonly rata?: 'kiri' | 'tengah' | 'penuh'
      readonly tebal?: boolean
      /** First line indented, as in letters. */
      readonly menjorok?: boolean
    }
  /** Label : value, the colons below one another. */
  | { readonly blok: 'rincian'; readonly isi: readonly (readonly [string, string])[] }
  /** The heading is repeated on each page; a row is never torn; an empty cell is room to write. */
  | {
      readonly blok: 'tabel'
      readonly kolom: readonly KolomTabel[]
      readonly baris: readonly (readonly string[])[]
      /** Least height of a row, points: room for a pen. */
      readonly tinggi?: number
    }
  | { readonly blok: 'centang'; readonly teks: string; readonly isi: boolean }
  /** Places to sign side by side, and a QR before them; kept together on one page. */
  | {
      readonly blok: 'penutup'
      readonly qr: { readonly isi: string; readonly teks: readonly string[] } | null
      readonly tandaTangan: readonly TandaTangan[]
    }
  /** Photographs as JPEG, two beside one another. */
  | { readonly blok: 'gambar'; readonly isi: readonly Uint8Array[] }
  /** A letterhead inside the paper: where one file holds many letters. */
  | { readonly blok: 'kop'; readonly kop: KopSurat }
  | { readonly blok: 'jarak'; readonly tinggi: number }
  | { readonly blok: 'halamanBaru' }

export type Surat = {
  readonly kertas: 'A4' | 'F4'
  readonly mendatar: boolean
  /** Of the file, as a reader shows it; never a name or number of a person. */
  readonly judul: string
  /** Day of making, which the file carries: the same data make the same bytes. */
  readonly tanggal: string
  readonly kop: KopSurat | null
  readonly isi: readonly Blok[]
  /** Stands left of `Halaman x dari y`. */
  readonly kaki: string
}
