/** The slip a family takes home: why it stands where it stands, in short plain sentences. */
import type { Label } from '#domain/label.ts'
import { type ButirKata, decileInWords, numberInWords, summaryInWords } from './kata.ts'
import type { Hasil } from './nilai.ts'

export type BarisLembar = {
  readonly jenis: 'judul' | 'bagian' | 'baris' | 'butir'
  readonly teks: Label
}

export type IsiLembar = {
  readonly judulRonde: Label
  readonly namaModel: Label
  readonly namaKepala: string
  /** "RT 7, Kelurahan Loktuan". */
  readonly tempat: string
  readonly acuan: string
  readonly hasil: Pick<
    Hasil,
    'terpenuhi' | 'terjawab' | 'jumlah' | 'poin' | 'batasBawah' | 'batasAtas' | 'miskin'
  >
  readonly garisMiskin: number | null
  readonly desil: number
  readonly peringkat: number | null
  readonly dariKeluarga: number
  readonly kelayakan: 'layak' | 'belum_dinilai' | 'tidak_layak'
  readonly butir: readonly ButirKata[]
  readonly seri: number
  readonly berubah: readonly { label: Label; dulu: Label | null; kini: Label | null }[]
  readonly garis: { kuota: number; jarak: number | null } | null
}

const baris = (id: string, en: string): BarisLembar => ({ jenis: 'baris', teks: { id, en } })
const bagian = (id: string, en: string): BarisLembar => ({ jenis: 'bagian', teks: { id, en } })

/** The slip, line by line. It names no NIK, no birth date and no other family. */
export function writeSlip(isi: IsiLembar): readonly BarisLembar[] {
  return [
    { jenis: 'judul', teks: isi.judulRonde },
    baris(`Kepala keluarga: ${isi.namaKepala}`, `Head of family: ${isi.namaKepala}`),
    baris(isi.tempat, isi.tempat),
    baris(
      `Dihitung dengan ${isi.namaModel.id}, keadaan per ${isi.acuan}.`,
      `Computed by ${isi.namaModel.en}, as of ${isi.acuan}.`,
    ),
    bagian('Hasil', 'Result'),
    ...result(isi),
    ...items(isi.butir),
    ...changes(isi),
    ...line(isi),
    bagian('Bila ada yang keliru', 'If something is wrong'),
    baris(
      'Datanglah ke kantor desa atau kelurahan dan tunjukkan yang keliru; perbaikan dihitung pada pemeringkatan berikutnya.',
      'Come to the village office and show what is wrong; a correction counts in the next ranking.',
    ),
  ]
}

function result(isi: IsiLembar): readonly BarisLembar[] {
  const { hasil } = isi
  const words = summaryInWords(hasil)
  const open = hasil.jumlah - hasil.terjawab
  const desil = decileInWords(isi.desil)
  const total = numberInWords(isi.dariKeluarga)
  const rank = isi.peringkat === null ? null : numberInWords(isi.peringkat)
  return [
    baris(`${capital(words.id)}.`, `${capital(words.en)}.`),
    ...(open > 0 && hasil.terpenuhi !== null
      ? [
          baris(
            `Bila yang belum ditanyakan dijawab, jumlahnya antara ${hasil.batasBawah} dan ${hasil.batasAtas}.`,
            `Once the rest is asked, the count lies between ${hasil.batasBawah} and ${hasil.batasAtas}.`,
          ),
        ]
      : []),
    ...poor(isi),
    baris(
      `${desil.id} (bukan desil BPS atau DTSEN)${rank === null ? '' : `, peringkat ${rank.id} dari ${total.id} keluarga`}.`,
      `${desil.en} (not a decile of BPS or DTSEN)${rank === null ? '' : `, rank ${rank.en} of ${total.en} families`}.`,
    ),
    ...(isi.seri > 1
      ? [
          baris(
            `${numberInWords(isi.seri - 1).id} keluarga lain di desa atau kelurahan ini sama persis; di antara yang sama, orang yang memutuskan.`,
            `${numberInWords(isi.seri - 1).en} other families of this village are exactly equal; between equals people decide.`,
          ),
        ]
      : []),
    ...(isi.kelayakan === 'tidak_layak'
      ? [
          baris(
            'Dinilai tidak layak, sehingga diurutkan sesudah yang lain.',
            'Judged not eligible, and therefore ranked after the others.',
          ),
        ]
      : []),
  ]
}

function poor({ hasil, garisMiskin }: IsiLembar): readonly BarisLembar[] {
  if (garisMiskin === null || hasil.terpenuhi === null || hasil.miskin === null) return []
  const texts = {
    1: ['Termasuk miskin menurut model ini', 'Counts as poor by this model'],
    2: [
      'Belum pasti: tergantung jawaban yang belum ditanyakan; keluarga ini didahulukan untuk dikunjungi',
      'Not certain: it depends on what was not asked; this family is to be visited first',
    ],
    3: ['Tidak termasuk miskin menurut model ini', 'Does not count as poor by this model'],
  } as const
  const [id, en] = texts[hasil.miskin]
  return [
    baris(`${id} (batas: ${garisMiskin} atau lebih).`, `${en} (line: ${garisMiskin} or more).`),
  ]
}

const outcomeWords = {
  terpenuhi: { id: 'terpenuhi', en: 'met' },
  tidak: { id: 'tidak terpenuhi', en: 'not met' },
  dinilai: { id: 'dinilai', en: 'scored' },
  belum_ditanyakan: { id: 'belum ditanyakan', en: 'not asked' },
} as const

/** What is known may not be enough to judge: then something was asked, and something was not. */
function outcomeOf({ hasil, poin, nilai }: ButirKata): Label {
  if (hasil === 'dinilai') return { id: `${poin} poin`, en: `${poin} points` }
  if (hasil === 'belum_ditanyakan' && nilai !== null)
    return {
      id: 'belum dapat dinilai, keterangan kurang',
      en: 'cannot be judged yet, more must be asked',
    }
  return outcomeWords[hasil]
}

function items(butir: readonly ButirKata[]): readonly BarisLembar[] {
  const lines = butir.map((b): BarisLembar => {
    const said = outcomeOf(b)
    const nilai = b.nilai ?? { id: '', en: '' }
    const text = (label: string, what: string, seen: string) =>
      `${b.nomor}. ${label}: ${what}${seen === '' ? '' : ` (${seen})`}`
    return {
      jenis: 'butir',
      teks: { id: text(b.label.id, said.id, nilai.id), en: text(b.label.en, said.en, nilai.en) },
    }
  })
  return [bagian('Rincian', 'Details'), ...lines]
}

function changes({ berubah }: IsiLembar): readonly BarisLembar[] {
  if (berubah.length === 0) return []
  const none = { id: 'belum ditanyakan', en: 'not asked' }
  return [
    bagian('Yang berubah sejak pemeringkatan sebelumnya', 'Changed since the ranking before'),
    ...berubah.map(({ label, dulu, kini }): BarisLembar => {
      const [a, b] = [dulu ?? none, kini ?? none]
      return {
        jenis: 'butir',
        teks: { id: `${label.id}: ${a.id} → ${b.id}`, en: `${label.en}: ${a.en} → ${b.en}` },
      }
    }),
  ]
}

function line({ garis }: IsiLembar): readonly BarisLembar[] {
  if (garis === null || garis.jarak === null) return []
  const quota = numberInWords(garis.kuota)
  const far = numberInWords(Math.abs(garis.jarak))
  const inside = garis.jarak >= 0
  return [
    bagian('Jarak ke garis kuota', 'Distance to the quota line'),
    inside
      ? baris(
          `Di dalam kuota ${quota.id} keluarga; ${far.id} tempat sebelum garis.`,
          `Within the quota of ${quota.en} families; ${far.en} places before the line.`,
        )
      : baris(
          `Di luar kuota ${quota.id} keluarga; ${far.id} tempat sesudah garis.`,
          `Beyond the quota of ${quota.en} families; ${far.en} places after the line.`,
        ),
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
