/** Puts a paper into pdfmake's words: sizes, letterhead, blocks, feet. Black on white. */
import type {
  Column,
  Content,
  ContentTable,
  Margins,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js'
import type { Blok, KopSurat, Surat, TandaTangan } from '#domain/dokumen/surat.ts'
import { LEBAR_GORESAN, TINGGI_GORESAN, titikDari } from '#domain/musyawarah/goresan.ts'

const mm = (n: number): number => (n * 72) / 25.4

/** Points, upright. F4 as offices buy it: 215 × 330 mm. */
const kertas = {
  A4: { width: mm(210), height: mm(297) },
  F4: { width: mm(215), height: mm(330) },
} as const

const rata = { kiri: 'left', tengah: 'center', kanan: 'right', penuh: 'justify' } as const

const tepi = (s: Surat): Margins => (s.mendatar ? [36, 32, 36, 36] : [62, 36, 56, 48])

/** The definition of a paper; functions in it, so it is made inside the worker. */
export function rangkai(s: Surat): TDocumentDefinitions {
  const { width, height } = kertas[s.kertas]
  const [kiri, , kanan] = tepi(s) as [number, number, number, number]
  return {
    pageSize: { width, height },
    pageOrientation: s.mendatar ? 'landscape' : 'portrait',
    pageMargins: tepi(s),
    defaultStyle: { font: 'Roboto', fontSize: s.mendatar ? 9 : 11, lineHeight: 1.2 },
    info: {
      title: s.judul,
      creator: 'SIKS-NG',
      producer: 'SIKS-NG',
      creationDate: new Date(s.tanggal),
    },
    language: 'id-ID',
    footer: (page: number, pages: number) => ({
      margin: [kiri, 12, kanan, 0],
      fontSize: 8,
      columns: [
        { text: s.kaki },
        { text: `Halaman ${page} dari ${pages}`, alignment: 'right', width: 'auto' },
      ],
    }),
    content: [...(s.kop ? kop(s.kop, lebarIsi(s)) : []), ...s.isi.map((b) => blok(b, lebarIsi(s)))],
  }
}

function lebarIsi(s: Surat): number {
  const { width, height } = kertas[s.kertas]
  const [kiri, , kanan] = tepi(s) as [number, number, number, number]
  return (s.mendatar ? height : width) - kiri - kanan
}

const lebarLogo = 56

/** Arms left, lines in the middle, a thick and a thin rule below. */
function kop(k: KopSurat, lebar: number): Content[] {
  const akhir = k.baris.length - 1
  const hubungi = [k.alamat, k.telepon ? `Telepon ${k.telepon}` : null].filter(
    (one) => one !== null,
  )
  const tengah: Column = {
    width: '*',
    alignment: 'center',
    stack: [
      ...k.baris.map((text, i) => ({
        text,
        fontSize: i === akhir ? 15 : 12,
        bold: true,
        lineHeight: 1.1,
      })),
      ...(hubungi.length > 0
        ? [{ text: hubungi.join(' · '), fontSize: 9, margin: [0, 2, 0, 0] as Margins }]
        : []),
    ],
  }
  const logo: Column = k.logo
    ? {
        width: lebarLogo,
        image: alamatJpeg(k.logo),
        fit: [lebarLogo, 64],
      }
    : { width: lebarLogo, text: '' }
  return [
    { columns: [logo, tengah, { width: lebarLogo, text: '' }], columnGap: 8 },
    {
      margin: [0, 6, 0, 14],
      canvas: [
        { type: 'line', x1: 0, y1: 0, x2: lebar, y2: 0, lineWidth: 2.2 },
        { type: 'line', x1: 0, y1: 3, x2: lebar, y2: 3, lineWidth: 0.6 },
      ],
    },
  ]
}

/** Lines break at a hyphen, and a justified line is stretched there: `SIKS- NG`. */
const rapat = (teks: string): string => teks.replace(/(?<=\p{L})-(?=\p{L})/gu, '\u2011')

function blok(b: Blok, lebar: number): Content {
  switch (b.blok) {
    case 'judul':
      return {
        alignment: 'center',
        margin: [0, 0, 0, 12],
        stack: [
          {
            text: b.teks.toUpperCase(),
            bold: true,
            fontSize: 13,
            decoration: b.nomor ? 'underline' : undefined,
          },
          ...(b.nomor ? [{ text: `Nomor: ${b.nomor}` }] : []),
        ],
      }
    case 'paragraf':
      return {
        text: rapat(b.teks),
        alignment: rata[b.rata ?? 'penuh'],
        bold: b.tebal ?? false,
        leadingIndent: b.menjorok ? 30 : 0,
        margin: [0, 0, 0, 8],
      }
    case 'rincian':
      return rincian(b.isi)
    case 'tabel':
      return tabel(b)
    case 'centang':
      return centang(b.teks, b.isi)
    case 'penutup':
      return penutup(b)
    case 'gambar':
      return gambar(b.isi)
    case 'kop':
      return { stack: kop(b.kop, lebar) }
    case 'jarak':
      return { text: '', margin: [0, b.tinggi, 0, 0] }
    case 'halamanBaru':
      return { text: '', pageBreak: 'after' }
  }
}

const rincian = (isi: readonly (readonly [string, string])[]): Content => ({
  margin: [20, 0, 0, 10],
  layout: 'noBorders',
  table: {
    widths: [128, 6, '*'],
    body: isi.map(([label, nilai]): TableCell[] => [label, ':', nilai]),
  },
})

/** Made anew for each cell: the printer writes its place into it. */
const kotakCentang = (): TableCell => ({
  alignment: 'center',
  margin: [0, 5, 0, 0],
  canvas: [{ type: 'rect', x: 0, y: 0, w: 13, h: 13, lineWidth: 0.9 }],
})

function tabel(b: Extract<Blok, { blok: 'tabel' }>): ContentTable {
  const sejajar = b.kolom.map((k) => rata[k.rata ?? 'kiri'])
  const kepala = b.kolom.map(
    (k): TableCell => ({ text: k.judul, bold: true, alignment: 'center', fillColor: '#eeeeee' }),
  )
  const baris = b.baris.map((sel) =>
    b.kolom.map(
      (k, i): TableCell =>
        k.kotak ? kotakCentang() : { text: sel[i] ?? '', alignment: sejajar[i] ?? 'left' },
    ),
  )
  const { tinggi } = b
  return {
    margin: [0, 0, 0, 10],
    fontSize: 9,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: b.kolom.map((k) => k.lebar),
      body: [kepala, ...baris],
      ...(tinggi ? { heights: (row: number) => (row === 0 ? 0 : tinggi) } : {}),
    },
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      paddingTop: () => 2,
      paddingBottom: () => 2,
      paddingLeft: () => 4,
      paddingRight: () => 4,
    },
  }
}

const centang = (teks: string, isi: boolean): Content => ({
  margin: [0, 0, 0, 4],
  columnGap: 6,
  columns: [
    {
      width: 10,
      margin: [0, 2, 0, 0],
      canvas: [
        { type: 'rect', x: 0, y: 0, w: 9, h: 9, lineWidth: 0.8 },
        ...(isi
          ? ([
              { type: 'line', x1: 1.5, y1: 1.5, x2: 7.5, y2: 7.5, lineWidth: 1.2 },
              { type: 'line', x1: 7.5, y1: 1.5, x2: 1.5, y2: 7.5, lineWidth: 1.2 },
            ] as const)
          : []),
      ],
    },
    { width: '*', text: teks },
  ],
})

const titik = '.'.repeat(38)

const tinggiTanda = 50
/** A drawn signature, as high as the room that a pen gets. */
const gambarGoresan = (jalur: string): Content => {
  const skala = tinggiTanda / TINGGI_GORESAN
  const lebar = LEBAR_GORESAN * skala
  return {
    alignment: 'center',
    margin: [0, 8, 0, 9],
    canvas: [
      // Keeps the frame, wherever in it the lines were drawn.
      { type: 'rect', x: 0, y: 0, w: lebar, h: tinggiTanda, lineWidth: 0.1, lineColor: '#ffffff' },
      ...titikDari(jalur).map((garis) => ({
        type: 'polyline' as const,
        lineWidth: 1.1,
        closePath: false,
        points: garis.map(({ x, y }) => ({ x: x * skala, y: y * skala })),
      })),
    ],
  }
}

/** @param berhari whether some place beside it has a line for the date: then all begin on one height */
const tandaTangan = (t: TandaTangan, berhari: boolean): Column => ({
  width: '*',
  alignment: 'center',
  stack: [
    ...(berhari ? [{ text: t.tempatTanggal ?? '\u00a0' }] : []),
    { text: `${t.jabatan},` },
    t.goresan ? gambarGoresan(t.goresan) : { text: '', margin: [0, 0, 0, 52] },
    t.nama ? { text: t.nama, bold: true, decoration: 'underline' } : { text: titik },
    ...t.keterangan.map((text) => ({ text, fontSize: 10 })),
  ],
})

const alamatJpeg = (isi: Uint8Array): string =>
  `data:image/jpeg;base64,${Buffer.from(isi).toString('base64')}`

const gambar = (isi: readonly Uint8Array[]): Content => ({
  margin: [0, 0, 0, 10],
  stack: isi.flatMap((_, i) =>
    i % 2 === 0
      ? [
          {
            unbreakable: true,
            columnGap: 10,
            margin: [0, 0, 0, 10] as Margins,
            columns: isi
              .slice(i, i + 2)
              .map((satu) => ({ image: alamatJpeg(satu), fit: [236, 200] as [number, number] })),
          },
        ]
      : [],
  ),
})

function penutup(b: Extract<Blok, { blok: 'penutup' }>): Content {
  const qr: Column[] = b.qr
    ? [
        {
          width: b.tandaTangan.length > 1 ? 110 : 190,
          stack: [
            { qr: b.qr.isi, fit: 92, eccLevel: 'M' },
            { text: b.qr.teks.join('\n'), fontSize: 7.5, lineHeight: 1.1, margin: [0, 4, 0, 0] },
          ],
        },
      ]
    : b.tandaTangan.length === 1
      ? [{ width: '*', text: '' }]
      : []
  const berhari = b.tandaTangan.some((t) => t.tempatTanggal !== null)
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    columnGap: 12,
    columns: [...qr, ...b.tandaTangan.map((t) => tandaTangan(t, berhari))],
  }
}
