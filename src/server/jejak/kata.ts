/** Entries of the log in words: who from which office, what, what for, about whom, what became of it. */
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { entri } from '#contract/jejak.ts'
import { type Peran, pembacaKeluarga, peran } from '#contract/peran.ts'
import { kantorOf, namaTempat, type Tempat } from '#domain/jejak/kantor.ts'
import { samarkan } from '#domain/jejak/samar.ts'
import type { Label } from '#domain/label.ts'
import { type Cakupan, inside, tingkatOf } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context, Subjek } from '#server/http/context.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import type { BarisEntri, SubjekEntri } from './baca.ts'
import { perubahanKata } from './kata-perubahan.ts'
import { type NamaSubjek, namaSubjek, tempatOf } from './nama.ts'
import { jenisOperasi, labelOperasi } from './operasi.ts'
import { daftarTujuan } from './tujuan.ts'

export type EntriKata = z.input<typeof entri>

/** Records named one by one in an entry; a list says how many. */
const dinamai = 3

const jenisKata: Readonly<Record<string, Label>> = {
  keluarga: { id: 'Keluarga', en: 'Family' },
  individu: { id: 'Individu', en: 'Person' },
  impor: { id: 'Impor', en: 'Import' },
  ronde: { id: 'Pemeringkatan', en: 'Ranking' },
  kuota: { id: 'Kuota', en: 'Quota' },
  daftar: { id: 'Daftar beku', en: 'Frozen list' },
  kalender: { id: 'Kalender', en: 'Calendar' },
  pekerjaan: { id: 'Pekerjaan', en: 'Job' },
  pengguna: { id: 'Akun petugas', en: 'Officer' },
  penugasan: { id: 'Penugasan', en: 'Assignment' },
  usulan: { id: 'Usulan', en: 'Proposal' },
  musyawarah: { id: 'Musyawarah', en: 'Meeting' },
}

const isPeran = (nama: string | null): nama is Peran => nama !== null && nama in peran

export const peranKata = (nama: string | null): Label | null =>
  isPeran(nama) ? peran[nama].label : null

export function tujuanKata(kode: string | null): Label | null {
  if (kode === null) return null
  return daftarTujuan().find((t) => t.kode === kode)?.label ?? { id: kode, en: kode }
}

/** Entries' own records: the region of one that did not say its own is that of the actor. */
const subjekOf = (baris: BarisEntri): SubjekEntri[] =>
  baris.subjek.map((s) => ({ ...s, wilayah: s.wilayah ?? baris.wilayah }))

function pelakuKata(b: BarisEntri, c: Cakupan, tempat: ReadonlyMap<number, Tempat>) {
  const luar = !inside(b.wilayah, c)
  const tampil = !luar && b.pengguna_id !== null
  return {
    id: tampil ? b.pengguna_id : null,
    nama: tampil ? b.nama : null,
    kantor: kantorOf(b.peran, tempat.get(b.wilayah) ?? null),
    peran: peranKata(b.peran),
    jenis: b.jenis_penugasan,
    luar: luar && b.pengguna_id !== null,
  }
}

function subjekKata(s: SubjekEntri, nama: NamaSubjek | undefined, tempat: string | undefined) {
  const jenis = jenisKata[s.jenis] ?? { id: s.jenis, en: s.jenis }
  const rinci = nama ? [nama.nama, ...(tempat ? [tempat] : [])].join(', ') : tempat
  const label = rinci
    ? { id: `${jenis.id}: ${rinci}`, en: `${jenis.en}: ${rinci}` }
    : { id: jenis.id, en: jenis.en }
  return { jenis: s.jenis, id: s.id, label, keluarga: nama?.keluarga ?? null }
}

async function namaUntuk(
  { tx, cakupan, pengguna }: Pick<Context, 'tx' | 'cakupan' | 'pengguna'>,
  subjek: readonly SubjekEntri[],
): Promise<ReadonlyMap<string, NamaSubjek>> {
  // Whoever may not see families sees in the log that there were some, not which.
  return pembacaKeluarga.includes(pengguna.peran) ? namaSubjek(tx, cakupan, subjek) : new Map()
}

async function tempatUntuk(
  tx: Kysely<DB>,
  baris: readonly BarisEntri[],
  subjek: readonly SubjekEntri[],
) {
  return tempatOf(tx, [...baris.map((b) => b.wilayah), ...subjek.map((s) => s.wilayah ?? -1)])
}

/**
 * Puts entries into words for a reader: officers outside their area by office alone, families by
 * name where the reader may see families, every number of identity masked.
 * @returns the entries, and the families and persons that were named, for the log of this reading
 */
export async function entriKata(
  ctx: Pick<Context, 'tx' | 'cakupan' | 'pengguna'>,
  baris: readonly BarisEntri[],
): Promise<{ entri: EntriKata[]; tampil: Subjek[] }> {
  const disebut = baris.flatMap((b) => subjekOf(b).slice(0, dinamai))
  const nama = await namaUntuk(ctx, disebut)
  const tempat = await tempatUntuk(ctx.tx, baris, disebut)
  const kamus = { kamus: loadDictionary(), buku: loadCodeLists() }
  const namaDesa = (kode: number | undefined): string | undefined => {
    const t = kode === undefined || tingkatOf(kode) !== 'desa' ? undefined : tempat.get(kode)
    return t && namaTempat(t)
  }
  const hasil = baris.map(
    (b): EntriKata => ({
      id: b.id,
      waktu: b.waktu.toISOString(),
      pelaku: pelakuKata(b, ctx.cakupan, tempat),
      operasi: b.operasi,
      tindakan: labelOperasi(b.operasi),
      jenis: jenisOperasi(b.operasi),
      tujuan: tujuanKata(b.tujuan),
      keterangan: b.tujuan_teks === null ? null : samarkan(b.tujuan_teks),
      subjek: subjekOf(b)
        .slice(0, dinamai)
        .map((s) => subjekKata(s, nama.get(s.id), namaDesa(s.wilayah))),
      jumlahSubjek: b.subjek.length,
      jumlah: b.jumlah ?? b.subjek.length,
      perubahan: perubahanKata(kamus, b.perubahan),
    }),
  )
  return { entri: hasil, tampil: tampilOf(disebut, nama) }
}

/** The families and persons whose names stand on the page, once each. */
function tampilOf(
  disebut: readonly SubjekEntri[],
  nama: ReadonlyMap<string, NamaSubjek>,
): Subjek[] {
  const tampil = new Map<string, Subjek>()
  for (const { jenis, id } of disebut) {
    const found = nama.get(id)
    if (found && (jenis === 'keluarga' || jenis === 'individu'))
      tampil.set(id, { jenis, id, wilayah: found.wilayah })
  }
  return [...tampil.values()]
}
