/** The berita acara of a meeting, or the SPTJM in its place, with the annex by name and by address. Pure. */
import type { Blok, Surat, TandaTangan } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import {
  atauTitik,
  type BahanRapat,
  hariTanggal,
  jenisSurat,
  jumlahPutusan,
  kertasRapat,
  paragraf,
  periksaDi,
  pukul,
  putusanSurat,
  rapatDi,
  rapatOf,
  rtSurat,
  subjudul,
  type Terdaftar,
  tandaLurah,
} from './bahan.ts'

export type TandaBerita = {
  readonly nama: string
  readonly sebagai: string
  readonly goresan: string | null
}

/** What the signature adds; without it the paper is a draft to be signed by pen. */
export type Ditandatangani = Terdaftar & {
  readonly sidik: string
  readonly berlakuSampai: string
  readonly pada: string
  readonly tanda: readonly TandaBerita[]
}

/** In groups of sixteen, so that a line breaks between them. */
const berkelompok = (sidik: string): string => sidik.replace(/.{16}(?=.)/g, '$& ')

function isiMusyawarah(b: BahanRapat): readonly Blok[] {
  const hadir = b.orang.filter((o) => o.hadir)
  const unsur = [...new Set(hadir.map((o) => o.unsur))]
  return [
    paragraf(
      `Pada hari ini, ${hariTanggal(b.tanggal)}, pukul ${pukul(b)}, bertempat di ${atauTitik(b.tempat)}, telah dilaksanakan ${rapatDi(b)} yang dipimpin oleh ${atauTitik(b.pemimpin)} dengan notulis ${atauTitik(b.notulis)}, untuk membahas daftar usulan awal data kesejahteraan sosial.`,
      true,
    ),
    paragraf(
      `Musyawarah dihadiri ${hadir.length} orang dari unsur ${unsur.join(', ') || atauTitik(null)}.${b.lembagaTidakAda.length > 0 ? ` Lembaga yang tidak ada di ${b.kantor}: ${b.lembagaTidakAda.join(', ')}.` : ''} Yang memiliki hubungan keluarga dengan yang diusulkan tidak ikut memutuskan.`,
      true,
    ),
    paragraf(
      `Musyawarah memutuskan ${b.baris.length} usulan: ${jumlahPutusan(b.baris)}, satu per satu sebagaimana tercantum dalam lampiran, yang tidak terpisahkan dari berita acara ini.`,
      true,
    ),
  ]
}

const isiSptjm = (b: BahanRapat): readonly Blok[] => [
  paragraf(
    `Yang bertanda tangan di bawah ini, ${b.penanda.jabatan}, menyatakan dengan sesungguhnya bahwa:`,
    true,
  ),
  paragraf(
    `1. ${b.baris.length} usulan dalam lampiran telah saya periksa kebenarannya, dengan hasil ${jumlahPutusan(b.baris)}.`,
  ),
  paragraf(
    '2. Usulan itu sesuai dengan keadaan warga yang sebenarnya, dan pernyataan ini menggantikan musyawarah sesuai dengan ketentuan yang berlaku.',
  ),
  paragraf(
    '3. Saya bertanggung jawab mutlak atas kebenarannya, dan bersedia diperiksa serta menerima sanksi menurut peraturan perundang-undangan bila di kemudian hari tidak benar.',
  ),
]

const tandaOf = (t: TandaBerita, tempatTanggal: string | null): TandaTangan => ({
  tempatTanggal,
  jabatan: t.sebagai,
  nama: t.nama,
  keterangan: [],
  goresan: t.goresan,
})

/** The first beside the QR, the others two by two. */
function penutup(b: BahanRapat, d: Ditandatangani | null): readonly Blok[] {
  if (!d)
    return [
      {
        blok: 'penutup',
        qr: null,
        tandaTangan: [tandaLurah(b, b.tanggal)],
      },
    ]
  const [lurah, ...lain] = d.tanda
  const hari = `${b.tempatSurat}, ${tanggalSurat(d.pada)}`
  const berdua = lain.flatMap((_, i) => (i % 2 === 0 ? [lain.slice(i, i + 2)] : []))
  return [
    {
      blok: 'penutup',
      qr: periksaDi(d.alamat),
      tandaTangan: lurah ? [tandaOf(lurah, hari)] : [],
    },
    ...berdua.map(
      (dua): Blok => ({
        blok: 'penutup',
        qr: null,
        tandaTangan: dua.map((t) => tandaOf(t, null)),
      }),
    ),
  ]
}

function lampiran(b: BahanRapat, nomor: string): readonly Blok[] {
  return [
    { blok: 'halamanBaru' },
    subjudul(
      `Lampiran ${b.jenis === 'sptjm' ? 'SPTJM' : 'berita acara'} nomor ${nomor}: daftar menurut nama dan alamat`,
    ),
    {
      blok: 'tabel',
      kolom: [
        { judul: 'No.', lebar: 22, rata: 'kanan' },
        { judul: 'Nama dan NIK', lebar: 110 },
        { judul: 'Alamat', lebar: '*' },
        { judul: 'RT', lebar: 24, rata: 'tengah' },
        { judul: 'Jiwa', lebar: 26, rata: 'kanan' },
        { judul: 'Usulan', lebar: 62 },
        { judul: 'Keputusan', lebar: 110 },
      ],
      baris: b.baris.map((r) => [
        `${r.urutan}`,
        r.nik ? `${r.nama}\n${r.nik}` : r.nama,
        r.alamat ?? '',
        rtSurat(r.rt),
        r.jiwa === null ? '' : `${r.jiwa}`,
        jenisSurat(r.jenis),
        [putusanSurat(r.putusan), r.alasanPutusan, r.catatan].filter(Boolean).join('. '),
      ]),
    },
  ]
}

/** @param d null: a draft, to be signed by pen and scanned */
export function suratBeritaAcara(b: BahanRapat, d: Ditandatangani | null): Surat {
  const sptjm = b.jenis === 'sptjm'
  const nomor = d?.nomor ?? atauTitik(null)
  const judul = sptjm ? rapatOf(b) : `Berita Acara ${rapatOf(b)}`
  return kertasRapat(b, {
    judul,
    kaki: d ? `Nomor ${d.nomor}` : 'Konsep, belum ditandatangani',
    isi: [
      { blok: 'judul', teks: judul, nomor },
      ...(sptjm ? isiSptjm(b) : isiMusyawarah(b)),
      ...(d
        ? ([
            {
              blok: 'rincian',
              isi: [
                ['Sidik keputusan', berkelompok(d.sidik)],
                ['Berlaku sampai', tanggalSurat(d.berlakuSampai)],
              ],
            },
          ] satisfies Blok[])
        : []),
      paragraf(
        sptjm
          ? 'Demikian surat pernyataan ini dibuat untuk dipergunakan sebagaimana mestinya.'
          : 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
        true,
      ),
      ...penutup(b, d),
      ...lampiran(b, nomor),
    ],
  })
}
