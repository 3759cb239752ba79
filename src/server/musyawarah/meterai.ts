/** Reads what signed papers bind beside what stands now, and says which proposals are still bound. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { masihBerlaku } from '#domain/musyawarah/masa.ts'
import {
  type BarisMeterai,
  type BarisRusak,
  type Meterai,
  periksaMeterai,
} from '#domain/musyawarah/meterai.ts'
import type { Putusan } from '#domain/musyawarah/putusan.ts'
import { type IsiUsulan, isiUsulanSchema } from '#domain/usulan/isi.ts'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import type { DB } from '#server/db/tables.gen.ts'

export const sidikTeks = (teks: string): string => createHash('sha256').update(teks).digest('hex')

/** What of a proposal a paper binds. */
export type Pokok = {
  readonly jenis: JenisUsulan
  readonly nama: string
  readonly isi: unknown
  /** Of the registered person or head of family, where there is one. */
  readonly orang: { readonly nama: string; readonly tanggal_lahir: string | null } | null
}

const tahunOf = (tanggal: string | null | undefined): number | null =>
  tanggal ? Number(tanggal.slice(0, 4)) : null

/** Who a proposal is about: the registered person, otherwise the head as proposed. */
export function sosokOf({
  nama,
  isi,
  orang,
}: Pokok): Pick<BarisMeterai, 'nama' | 'kepala' | 'tahunLahir' | 'dasar'> {
  const i: IsiUsulan = isiUsulanSchema.parse(isi)
  const kepala = (i.anggota ?? []).find((a) => a.hubungan === 1)
  return {
    nama: orang?.nama ?? nama,
    kepala: orang ? null : (kepala?.nama ?? null),
    tahunLahir: tahunOf(orang ? orang.tanggal_lahir : kepala?.tanggalLahir),
    dasar: (i.alasan ?? '').normalize('NFC').trim(),
  }
}

type Baris = {
  kab: number
  musyawarah_id: string
  usulan_id: string
  urutan: number
  jenis: JenisUsulan
  keluarga_id: string | null
  individu_id: string | null
  nama: string
  kepala: string | null
  tahun_lahir: number | null
  putusan: Putusan
  dasar: string
  alasan: string | null
  catatan: string | null
  berlaku_sampai: string
  kini_urutan: number
  kini_jenis: JenisUsulan
  kini_keluarga: string | null
  kini_individu: string | null
  kini_nama: string
  kini_isi: unknown
  kini_meterai: string | null
  kini_status: Keadaan
  orang_nama: string | null
  orang_lahir: string | null
  kini_putusan: Putusan | null
  kini_alasan: string | null
  kini_catatan: string | null
}

const terikatOf = (b: Baris): BarisMeterai => ({
  musyawarahId: b.musyawarah_id,
  urutan: b.urutan,
  usulanId: b.usulan_id,
  jenis: b.jenis,
  keluargaId: b.keluarga_id,
  individuId: b.individu_id,
  nama: b.nama,
  kepala: b.kepala,
  tahunLahir: b.tahun_lahir,
  putusan: b.putusan,
  dasar: b.dasar,
  alasan: b.alasan,
  catatan: b.catatan,
})

/** The row as it is now; a proposal that another paper binds, or none, is only held to its decision. */
function kiniOf(b: Baris): BarisMeterai | null {
  const { kini_putusan: putusan } = b
  if (putusan === null) return null
  const keputusan = { putusan, alasan: b.kini_alasan, catatan: b.kini_catatan }
  if (b.kini_meterai !== b.musyawarah_id) return { ...terikatOf(b), ...keputusan }
  const orang =
    b.individu_id === null ? null : { nama: b.orang_nama ?? '', tanggal_lahir: b.orang_lahir }
  return {
    ...terikatOf(b),
    ...keputusan,
    urutan: b.kini_urutan,
    jenis: b.kini_jenis,
    keluargaId: b.kini_keluarga,
    // Of a family the head of that day stays looked at, whoever heads it later.
    individuId: b.kini_individu ?? b.individu_id,
    ...sosokOf({ jenis: b.kini_jenis, nama: b.kini_nama, isi: b.kini_isi, orang }),
  }
}

export type Terperiksa = {
  readonly kab: number
  readonly musyawarahId: string
  readonly usulanId: string
  readonly nama: string
  readonly urutan: number
  readonly asli: boolean
  readonly rusak: BarisRusak | null
  /** The paper still holds for this proposal on that day. */
  readonly berlaku: boolean
  /** The proposal points at this very paper. */
  readonly dipegang: boolean
}

const kolom = sql`s.kab, s.musyawarah_id, s.usulan_id, s.urutan, s.jenis, s.keluarga_id, s.individu_id, s.nama, s.kepala, s.tahun_lahir,
  s.putusan, s.dasar, s.alasan, s.catatan, m.berlaku_sampai::text, a.urutan as kini_urutan, u.jenis as kini_jenis,
  u.keluarga_id as kini_keluarga, u.individu_id as kini_individu, u.nama as kini_nama, u.isi as kini_isi, u.meterai_id as kini_meterai,
  u.status as kini_status, i.nama as orang_nama, i.tanggal_lahir::text as orang_lahir, k.putusan as kini_putusan, k.alasan as kini_alasan,
  k.catatan as kini_catatan`

const dari = sql`musyawarah_meterai s join musyawarah m on m.kab = s.kab and m.id = s.musyawarah_id
  join musyawarah_agenda a on a.kab = s.kab and a.musyawarah_id = s.musyawarah_id and a.usulan_id = s.usulan_id
  join usulan u on u.kab = s.kab and u.id = s.usulan_id
  left join individu i on i.kab = s.kab and i.id = s.individu_id
  left join lateral (select k.putusan, k.alasan, k.catatan from musyawarah_keputusan k
    where k.kab = s.kab and k.musyawarah_id = s.musyawarah_id and k.usulan_id = s.usulan_id order by k.pada desc, k.id desc limit 1) k on true`

type Tersegel = { kab: number; id: string; sidik: string; sidik_baris: string[] }

/** The hashes of each paper once, however many of its rows are asked for: they are long. */
async function segelOf(tx: Kysely<DB>, rows: readonly Baris[]): Promise<Map<string, Meterai>> {
  const papers = new Map(rows.map((b) => [b.musyawarah_id, b.kab]))
  const found = await sql<Tersegel>`select kab, id, sidik, sidik_baris from musyawarah
    where (kab, id) in (select * from unnest(${[...papers.values()]}::smallint[], ${[...papers.keys()]}::uuid[]))`.execute(
    tx,
  )
  return new Map(found.rows.map((m) => [m.id, { baris: m.sidik_baris, sidik: m.sidik }]))
}

async function periksa(
  tx: Kysely<DB>,
  rows: readonly Baris[],
  today: string,
): Promise<Terperiksa[]> {
  const segel = await segelOf(tx, rows)
  const per = Map.groupBy(rows, (b) => b.musyawarah_id)
  return [...per].flatMap(([id, satu]) => {
    const meterai = segel.get(id)
    if (!meterai) return []
    const kini = new Map(
      satu.flatMap((b) => {
        const now = kiniOf(b)
        return now ? [[b.usulan_id, now] as const] : []
      }),
    )
    const { asli, rusak } = periksaMeterai(satu.map(terikatOf), kini, meterai, sidikTeks)
    const buruk = new Map(rusak.map((r) => [r.usulanId, r]))
    return satu.map((b) => ({
      kab: b.kab,
      musyawarahId: b.musyawarah_id,
      usulanId: b.usulan_id,
      nama: b.nama,
      urutan: b.urutan,
      asli,
      rusak: buruk.get(b.usulan_id) ?? null,
      berlaku: masihBerlaku(b.kini_status, b.berlaku_sampai, today),
      dipegang: b.kini_meterai === b.musyawarah_id,
    }))
  })
}

/** The rows that one paper binds, in order. */
export async function meteraiMusyawarah(
  tx: Kysely<DB>,
  kab: number,
  id: string,
  today: string,
): Promise<Terperiksa[]> {
  const found = await sql<Baris>`select ${kolom} from ${dari}
    where s.kab = ${kab} and s.musyawarah_id = ${id} order by s.urutan`.execute(tx)
  return periksa(tx, found.rows, today)
}

type Bermeterai = { readonly kab: number; readonly id: string; readonly meterai_id: string | null }

/**
 * Ids of the proposals whose decision a signed paper binds, whole and in force: not merely those that
 * point at one. Two statements, however many they are.
 */
export async function bermeterai(
  tx: Kysely<DB>,
  usulan: readonly Bermeterai[],
  today: string,
): Promise<ReadonlySet<string>> {
  const asked = usulan.filter((u) => u.meterai_id !== null)
  if (asked.length === 0) return new Set()
  const found = await sql<Baris>`select ${kolom} from unnest(${asked.map((u) => u.kab)}::smallint[],
      ${asked.map((u) => u.meterai_id)}::uuid[], ${asked.map((u) => u.id)}::uuid[]) as x(kab, musyawarah_id, usulan_id)
    join ${dari} on s.kab = x.kab and s.musyawarah_id = x.musyawarah_id and s.usulan_id = x.usulan_id`.execute(
    tx,
  )
  return new Set(
    (await periksa(tx, found.rows, today))
      .filter((t) => t.asli && t.rusak === null && t.berlaku && t.dipegang)
      .map((t) => t.usulanId),
  )
}
