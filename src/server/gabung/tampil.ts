/** Two records side by side, in words; of numbers only the digits in which they differ. */

import type { gabungPratinjau } from '#contract/gabung.ts'
import type { Output } from '#contract/operation.ts'
import { bidangKeluarga } from '#domain/gabung/keluarga.ts'
import { bidangOrang } from '#domain/gabung/orang.ts'
import type { Isi, Orang, Rekaman, Tabel, Ubahan } from '#domain/gabung/rekaman.ts'
import { maskBeda, maskNik } from '#domain/individu/nik.ts'
import { umurPada } from '#domain/individu/umur.ts'
import type { Label } from '#domain/label.ts'
import { labelOf } from '#domain/variabel/label.ts'
import type { Context } from '#server/http/context.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import type { DuaRekaman } from './muat.ts'

type Pratinjau = Output<typeof gabungPratinjau>

const teks = (v: unknown): string | null =>
  v === null || v === undefined || v === '' ? null : String(v)

const kata: Readonly<Record<string, Label>> = {
  nama: { id: 'Nama', en: 'Name' },
  nik: { id: 'NIK', en: 'NIK' },
  jenis_kelamin: { id: 'Jenis kelamin', en: 'Sex' },
  tempat_lahir: { id: 'Tempat lahir', en: 'Place of birth' },
  tanggal_lahir: { id: 'Tanggal lahir', en: 'Date of birth' },
  nama_ibu: { id: 'Nama ibu', en: 'Mother’s name' },
  hubungan: { id: 'Hubungan dengan kepala', en: 'Relation to the head' },
  nomor_kk: { id: 'Nomor KK', en: 'KK number' },
  alamat: { id: 'Alamat', en: 'Address' },
  nama_kepala: { id: 'Kepala keluarga', en: 'Head of family' },
  jumlah_anggota: { id: 'Jumlah anggota', en: 'Members' },
}
export const labelBidang = (bidang: string): Label =>
  kata[bidang] ?? { id: bidang.replaceAll('_', ' '), en: bidang.replaceAll('_', ' ') }

const kamus = () => ({ kamus: loadDictionary(), buku: loadCodeLists() })

const nilai = (bidang: string, isi: Isi): string | null => {
  const v = isi[bidang]
  if (typeof v === 'number' && (bidang === 'jenis_kelamin' || bidang === 'hubungan'))
    return labelOf(kamus(), bidang, v).id
  if (
    bidang === 'tanggal_lahir' &&
    !v &&
    isi.umur_tercatat !== null &&
    isi.umur_tercatat !== undefined
  )
    return `${isi.umur_tercatat} tahun`
  return teks(v)
}

const samar = (a: string | null, b: string | null): readonly [string | null, string | null] =>
  a !== null && b !== null
    ? maskBeda(a, b)
    : [a === null ? null : maskNik(a), b === null ? null : maskNik(b)]

const tampak = {
  individu: [
    'nama',
    'nik',
    'jenis_kelamin',
    'tempat_lahir',
    'tanggal_lahir',
    'nama_ibu',
    'hubungan',
  ],
  keluarga: ['nama_kepala', 'nomor_kk', 'alamat', 'jumlah_anggota'],
} as const

export function bidangOf(jenis: 'individu' | 'keluarga', ke: Isi, dari: Isi): Pratinjau['bidang'] {
  const dapat: Readonly<Record<string, unknown>> =
    jenis === 'individu' ? bidangOrang : bidangKeluarga
  return tampak[jenis].map((bidang) => {
    const [a, b] = [nilai(bidang, ke), nilai(bidang, dari)]
    const nomor = bidang === 'nik' || bidang === 'nomor_kk'
    const [x, y] = nomor ? samar(a, b) : [a, b]
    const beda = a !== b
    return {
      bidang,
      label: labelBidang(bidang),
      ke: x,
      dari: y,
      beda,
      dapatDiambil: beda && a !== null && b !== null && bidang in dapat,
    }
  })
}

const tabelKata: { readonly [T in Tabel]?: Label } = {
  keanggotaan: { id: 'Keanggotaan keluarga', en: 'Memberships' },
  penerimaan: { id: 'Penerimaan program', en: 'Programmes received' },
  pengurus: { id: 'Pengurus kartu', en: 'Card holders' },
  individu: { id: 'Orang', en: 'Persons' },
  keluarga: { id: 'Keluarga', en: 'Families' },
  ruta: { id: 'Rumah tangga', en: 'Households' },
  penugasan_kunjungan: { id: 'Penugasan kunjungan', en: 'Assigned visits' },
  rekaman_sumber: { id: 'Baris sumber', en: 'Source rows' },
}

export const akibatOf = (ubahan: readonly Ubahan[]): Pratinjau['akibat'] =>
  [...Map.groupBy(ubahan, (u) => u.tabel)].flatMap(([tabel, those]) => {
    const label = tabelKata[tabel]
    return label ? [{ tabel, label, jumlah: those.length }] : []
  })

const anggotaOf = (today: string, i: Orang) => ({
  id: i.id,
  nama: i.nama,
  umur: umurPada(
    {
      tanggalLahir: teks(i.tanggal_lahir),
      umurTercatat: i.umur_tercatat === null ? null : Number(i.umur_tercatat),
      umurTanggal: teks(i.umur_tanggal),
    },
    today,
  ),
  hubungan: i.hubungan === null ? null : labelOf(kamus(), 'hubungan', i.hubungan),
  status: i.status,
})

/** One of the two, with its family; undefined where it was not loaded. */
export async function rekamanShown(
  ctx: Context,
  r: Rekaman,
  g: DuaRekaman,
  sisi: 'ke' | 'dari',
): Promise<Pratinjau['ke'] | undefined> {
  const { kab, id } = g[sisi]
  const orang = (r.individu ?? []).find((i) => i.kab === kab && i.id === id)
  const keluarga = (r.keluarga ?? []).find(
    (k) => k.kab === kab && k.id === (g.jenis === 'keluarga' ? id : orang?.keluarga_id),
  )
  const utama = g.jenis === 'keluarga' ? keluarga : orang
  if (!keluarga || !utama) return undefined
  const anggota = (r.individu ?? []).filter((i) => i.kab === kab && i.keluarga_id === keluarga.id)
  const terima = (r.penerimaan ?? []).filter(
    (p) => p.kab === kab && p.keluarga_id === keluarga.id && p.sampai === null,
  )
  return {
    kab,
    id,
    nama: g.jenis === 'keluarga' ? keluarga.nama_kepala : String(orang?.nama ?? ''),
    wilayah: utama.wilayah,
    namaWilayah: (await regionBrief(ctx.tx, utama.wilayah)).nama,
    rt: utama.rt,
    status: utama.status,
    keluarga: { kab, id: keluarga.id, namaKepala: keluarga.nama_kepala },
    menerima: [...new Set(terima.map((p) => p.program))],
    anggota: g.jenis === 'keluarga' ? anggota.map((i) => anggotaOf(ctx.today, i)) : [],
  }
}

/** The row itself, of a family or a person. */
export const isiOf = (r: Rekaman, g: DuaRekaman, sisi: 'ke' | 'dari'): Isi | undefined => {
  const rows: readonly (Isi & { kab: number; id: string })[] =
    (g.jenis === 'individu' ? r.individu : r.keluarga) ?? []
  return rows.find((b) => b.kab === g[sisi].kab && b.id === g[sisi].id)
}
