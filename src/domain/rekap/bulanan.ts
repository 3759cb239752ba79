/** The monthly summary of a village: RT that proposed, that said "nihil", and that said nothing. Pure. */
import type { Blok, KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tandaTanganOf } from '#domain/dokumen/tanda-tangan.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import type { Label } from '#domain/label.ts'
import { type Jalur, jalur } from '#domain/usulan/jenis.ts'

/** What an RT sent in a month, by track. */
export type BarisRt = {
  readonly rt: number
  readonly usulan: Readonly<Record<Jalur, number>>
  /** It said that it has nothing to propose. */
  readonly nihil: boolean
}

/** An RT that sends nothing is not one with nothing to send. */
export type KeadaanRt = 'mengusulkan' | 'nihil' | 'diam'

export const kataRt = {
  mengusulkan: { id: 'Mengusulkan', en: 'Proposed' },
  nihil: { id: 'Nihil', en: 'Nothing to propose' },
  diam: { id: 'Belum menyatakan', en: 'Said nothing' },
} as const satisfies Record<KeadaanRt, Label>

export const jumlahRt = (b: BarisRt): number => jalur.reduce((n, j) => n + b.usulan[j], 0)

export const keadaanRt = (b: BarisRt): KeadaanRt =>
  jumlahRt(b) > 0 ? 'mengusulkan' : b.nihil ? 'nihil' : 'diam'

export type Rekap = {
  readonly rt: readonly BarisRt[]
  readonly jumlah: number
  readonly diam: readonly number[]
  /** Nothing was proposed in the whole village. */
  readonly nihil: boolean
}

export function rekapOf(rows: readonly BarisRt[]): Rekap {
  const jumlah = rows.reduce((n, b) => n + jumlahRt(b), 0)
  const rt = [...rows].sort((a, b) => a.rt - b.rt)
  return {
    rt,
    jumlah,
    diam: rt.filter((b) => keadaanRt(b) === 'diam').map((b) => b.rt),
    nihil: jumlah === 0,
  }
}

/** Where the summary of a village stands on its way up. */
export type KeadaanRekap = 'belum' | 'ditandatangani' | 'diketahui' | 'diterima'
export const kataRekap = {
  belum: { id: 'Belum ditandatangani', en: 'Not signed' },
  ditandatangani: { id: 'Ditandatangani lurah', en: 'Signed by the village head' },
  diketahui: { id: 'Diketahui camat', en: 'Known to the district' },
  diterima: { id: 'Diterima Dinas Sosial', en: 'Received by the social office' },
} as const satisfies Record<KeadaanRekap, Label>

/**
 * Whether a summary waits for the district, or else for the social office: that one hears the district
 * first, but does not wait for it for ever.
 * @param hari whole days since the signature
 */
export const siapNaik = (
  keadaan: KeadaanRekap,
  hari: number,
  camat: boolean,
  tungguCamatHari: number,
): boolean =>
  camat
    ? keadaan === 'ditandatangani'
    : keadaan === 'diketahui' || (keadaan === 'ditandatangani' && hari >= tungguCamatHari)

const namaJalur: Readonly<Record<Jalur, string>> = {
  identitas: 'Identitas',
  peristiwa: 'Peristiwa',
  keadaan: 'Keadaan',
  usulan: 'Usulan',
}

export type IsiRekap = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Penanda
  readonly kantor: string
  readonly nomor: string
  readonly alamatQr: string
  readonly periode: string
  readonly tanggal: string
  readonly rekap: Rekap
}

const rtSurat = (rt: number): string => String(rt).padStart(3, '0')
/** `2018-07` is `Juli 2018`. */
export const bulanRekap = (periode: string): string =>
  tanggalSurat(`${periode}-01`).replace(/^\d+ /, '')

const kalimat = ({ kantor, periode, rekap }: IsiRekap): string =>
  rekap.nihil
    ? `Dengan ini dinyatakan bahwa selama ${bulanRekap(periode)} tidak ada usulan perubahan data kesejahteraan sosial dari ${kantor} (NIHIL).`
    : `Selama ${bulanRekap(periode)}, dari ${kantor} diajukan ${rekap.jumlah} usulan perubahan data kesejahteraan sosial sebagai berikut.`

function isi(i: IsiRekap): readonly Blok[] {
  const { rekap } = i
  const jumlah = (j: Jalur) => String(rekap.rt.reduce((n, b) => n + b.usulan[j], 0))
  return [
    { blok: 'judul', teks: 'Rekapitulasi Bulanan', nomor: i.nomor },
    { blok: 'paragraf', menjorok: true, teks: kalimat(i) },
    {
      blok: 'tabel',
      kolom: [
        { judul: 'RT', lebar: 44, rata: 'tengah' },
        ...jalur.map((j) => ({ judul: namaJalur[j], lebar: 62, rata: 'kanan' as const })),
        { judul: 'Jumlah', lebar: 56, rata: 'kanan' },
        { judul: 'Keterangan', lebar: '*' },
      ],
      baris: [
        ...rekap.rt.map((b) => [
          rtSurat(b.rt),
          ...jalur.map((j) => String(b.usulan[j])),
          String(jumlahRt(b)),
          keadaanRt(b) === 'mengusulkan' ? '' : kataRt[keadaanRt(b)].id,
        ]),
        ['', ...jalur.map(jumlah), String(rekap.jumlah), 'Jumlah'],
      ],
    },
    ...(rekap.diam.length > 0
      ? ([
          {
            blok: 'paragraf',
            teks: `RT ${rekap.diam.map(rtSurat).join(', ')} belum menyatakan nihil dan tidak mengirim usulan.`,
          },
        ] as const)
      : []),
    {
      blok: 'penutup',
      qr: {
        isi: i.alamatQr,
        teks: ['Periksa keaslian surat ini dengan', 'memindai kode di atas.'],
      },
      tandaTangan: [tandaTanganOf(i.penanda, `${i.tempat}, ${tanggalSurat(i.tanggal)}`)],
    },
  ]
}

/** F4 upright. */
export const suratRekap = (i: IsiRekap): Surat => ({
  kertas: 'F4',
  mendatar: false,
  judul: `Rekapitulasi bulanan ${bulanRekap(i.periode)}`,
  tanggal: `${i.tanggal}T00:00:00Z`,
  kop: i.kop,
  isi: isi(i),
  kaki: `Nomor ${i.nomor}`,
})
