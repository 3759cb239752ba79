/** The questionnaire of a family with what is known printed in it: only what changed needs a pen. */
import type { Blok, Surat } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import type { Unit, Variabel } from '#domain/variabel/kamus.ts'
import { type KamusLengkap, listOfVariable } from '#domain/variabel/label.ts'
import { applies } from '#domain/variabel/syarat.ts'
import { kodeKehadiran, kodeWawancara } from './hasil.ts'
import { rtKata } from './prelist.ts'

type Jawaban = Readonly<Record<string, number | string | null>>

export type OrangKuesioner = {
  readonly nama: string
  readonly umur: number | null
  readonly jenisKelamin: number | null
  readonly hubungan: string
  readonly jawaban: Jawaban
}

export type KeluargaKuesioner = {
  readonly namaKepala: string
  readonly nomorKk: string | null
  readonly alamat: string | null
  readonly rt: number | null
  readonly terakhir: string | null
  readonly jawabanRuta: Jawaban
  readonly jawabanKeluarga: Jawaban
  readonly anggota: readonly OrangKuesioner[]
}

/** Persons side by side on one table of questions. */
const ORANG_SETABEL = 5
/** A longer list of codes is looked up in the code book. */
const PILIHAN_TERCETAK = 12

/** What may be answered: `1 Sendiri; 2 Sewa`, or the bounds of a number. */
function pilihan(kamus: KamusLengkap, v: Variabel): string {
  const daftar = listOfVariable(kamus, v)
  if (daftar) {
    const boleh = daftar.pilihan.filter((p) => p.tambahan !== true && p.kosong !== true)
    if (boleh.length > PILIHAN_TERCETAK) return 'lihat daftar kode'
    const kata = boleh.map((p) => `${p.kode} ${p.label.id}`).join('; ')
    return daftar.jenis === 'jumlah_bit' ? `${kata} (jumlahkan)` : kata
  }
  if (v.jenis === 'tanggal') return 'hari-bulan-tahun'
  if (v.jenis === 'rupiah') return 'rupiah'
  const batas = v.batas ? `${v.batas.min}–${v.batas.maks}` : ''
  return [v.satuan?.id, batas].filter(Boolean).join(' ')
}

const lama = (nilai: number | string | null | undefined): string =>
  nilai === null || nilai === undefined ? '' : String(nilai)

const tanyaan = (kamus: KamusLengkap, unit: Unit): readonly Variabel[] =>
  kamus.kamus.bagian
    .filter((b) => b.unit === unit)
    .flatMap((b) => b.variabel)
    .filter((v) => v.simpan === undefined)

/** Questions that apply as far as the known answers tell; an undecided rule prints the question. */
function tabelJawaban(kamus: KamusLengkap, unit: 'ruta' | 'keluarga', jawaban: Jawaban): Blok {
  const dikenal = { umur: null, jenis_kelamin: null, nilai: jawaban }
  return {
    blok: 'tabel',
    kolom: [
      { judul: 'No', lebar: 34 },
      { judul: 'Pertanyaan', lebar: 150 },
      { judul: 'Pilihan', lebar: '*' },
      { judul: 'Tercatat', lebar: 46, rata: 'tengah' },
      { judul: 'Kini', lebar: 46 },
    ],
    baris: tanyaan(kamus, unit)
      .filter((v) => applies(v, dikenal))
      .map((v) => [v.nomor ?? '', v.label.id, pilihan(kamus, v), lama(jawaban[v.nama]), '']),
  }
}

function tabelOrang(kamus: KamusLengkap, orang: readonly OrangKuesioner[], mulai: number): Blok {
  const berlaku = (v: Variabel, o: OrangKuesioner): boolean =>
    applies(v, { umur: o.umur, jenis_kelamin: o.jenisKelamin, nilai: o.jawaban })
  return {
    blok: 'tabel',
    kolom: [
      { judul: 'No', lebar: 34 },
      { judul: 'Pertanyaan (tercatat / kini)', lebar: '*' },
      ...orang.map((_, i) => ({ judul: `(${mulai + i})`, lebar: 52, rata: 'kiri' as const })),
    ],
    baris: tanyaan(kamus, 'individu')
      .filter((v) => orang.some((o) => berlaku(v, o)))
      .map((v) => [
        v.nomor ?? '',
        `${v.label.id}: ${pilihan(kamus, v)}`,
        ...orang.map((o) => (berlaku(v, o) ? `${lama(o.jawaban[v.nama])} /` : '–')),
      ]),
  }
}

const kodeBaris = (kode: typeof kodeKehadiran): string =>
  kode.map((k) => `${k.kode} ${k.label.id.toLowerCase()}`).join(', ')

function isiKeluarga(kamus: KamusLengkap, k: KeluargaKuesioner, tempat: string): Blok[] {
  const potong = Array.from({ length: Math.ceil(k.anggota.length / ORANG_SETABEL) }, (_, i) =>
    k.anggota.slice(i * ORANG_SETABEL, (i + 1) * ORANG_SETABEL),
  )
  return [
    { blok: 'judul', teks: 'Kuesioner kunjungan keluarga', nomor: null },
    {
      blok: 'rincian',
      isi: [
        ['Kepala keluarga', k.namaKepala],
        ['Nomor KK', k.nomorKk ? `…${k.nomorKk.slice(-4)}` : '–'],
        ['Alamat', [k.alamat, rtKata(k.rt), tempat].filter(Boolean).join(', ')],
        ['Kunjungan terakhir', k.terakhir ? tanggalSurat(k.terakhir) : 'belum pernah'],
        ['Tanggal kunjungan', '....................'],
        ['Wawancara', `[   ]  ${kodeBaris(kodeWawancara)}`],
        ['Hasil', '[   ]  1 layak, 2 layak dengan intervensi, 3 tidak layak, 4 tidak ditemukan'],
        [
          'Alasan',
          '...............................................................................',
        ],
      ],
    },
    { blok: 'paragraf', rata: 'kiri', teks: `Ada anggota: ${kodeBaris(kodeKehadiran)}.` },
    {
      blok: 'tabel',
      tinggi: 18,
      kolom: [
        { judul: 'No', lebar: 22, rata: 'kanan' },
        { judul: 'Nama', lebar: '*' },
        { judul: 'Umur', lebar: 34, rata: 'kanan' },
        { judul: 'L/P', lebar: 26, rata: 'tengah' },
        { judul: 'Hubungan', lebar: 96 },
        { judul: 'Ada anggota', lebar: 62 },
      ],
      baris: [
        ...k.anggota.map((o, i) => [
          String(i + 1),
          o.nama,
          o.umur === null ? '' : String(o.umur),
          o.jenisKelamin === 1 ? 'L' : o.jenisKelamin === 2 ? 'P' : '',
          o.hubungan,
          '',
        ]),
        [String(k.anggota.length + 1)],
        [String(k.anggota.length + 2)],
      ],
    },
    { blok: 'paragraf', tebal: true, rata: 'kiri', teks: 'Rumah' },
    tabelJawaban(kamus, 'ruta', k.jawabanRuta),
    { blok: 'paragraf', tebal: true, rata: 'kiri', teks: 'Keluarga' },
    tabelJawaban(kamus, 'keluarga', k.jawabanKeluarga),
    ...potong.flatMap((orang, i): Blok[] => [
      {
        blok: 'paragraf',
        tebal: true,
        rata: 'kiri',
        teks: `Anggota ${orang.map((o, j) => `(${i * ORANG_SETABEL + j + 1}) ${o.nama}`).join(', ')}`,
      },
      tabelOrang(kamus, orang, i * ORANG_SETABEL + 1),
    ]),
    {
      blok: 'penutup',
      qr: null,
      tandaTangan: [
        { tempatTanggal: null, jabatan: 'Responden', nama: null, keterangan: [] },
        { tempatTanggal: null, jabatan: 'Petugas kunjungan', nama: null, keterangan: [] },
      ],
    },
  ]
}

/** One questionnaire after the other, each on a new page. */
export function suratKuesioner(
  kamus: KamusLengkap,
  keluarga: readonly KeluargaKuesioner[],
  { namaWilayah, tanggal }: { readonly namaWilayah: string; readonly tanggal: string },
): Surat {
  return {
    kertas: 'F4',
    mendatar: false,
    judul: `Kuesioner kunjungan ${namaWilayah}`,
    tanggal,
    kop: null,
    isi: keluarga.flatMap((k, i) => [
      ...(i > 0 ? [{ blok: 'halamanBaru' } as const] : []),
      ...isiKeluarga(kamus, k, namaWilayah),
    ]),
    kaki: `Kuesioner ${namaWilayah} · rahasia, kembalikan ke kelurahan/desa`,
  }
}
