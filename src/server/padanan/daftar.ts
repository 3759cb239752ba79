/** Reads of matching runs: the list, one with its parts, and the weights of a part. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { padananDaftar, padananSatu } from '#contract/padanan.ts'
import { bobot } from '#domain/padanan/bobot.ts'
import type { HasilEm } from '#domain/padanan/em.ts'
import { lapisanDari } from '#domain/padanan/lapisan.ts'
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { memoriPerlu } from '#domain/padanan/parameter.ts'
import { kataJawaban } from '#domain/padanan/uraian.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { CatatanBlok } from './hasil.ts'
import { daftarModel, kebijakanPemadanan } from './model.ts'

type JalanOut = z.input<(typeof padananDaftar)['output']>['jalan'][number]
type SatuOut = z.input<(typeof padananSatu)['output']>

export type JalanRow = Omit<JalanOut, 'namaModel' | 'bagian'> & {
  readonly kebijakanHash: string
  readonly lo: number
  readonly hi: number
  readonly ambangPadan: number
  readonly ambangPeriksa: number
  readonly bagianSelesai: number
  readonly bagianSemua: number
}

/** Rows about an area, where it meets another. */
export const bertemu = (c: Cakupan, alias: string): RawBuilder<boolean> =>
  sql`${sql.ref(`${alias}.lo`)} < ${c.hi} and ${sql.ref(`${alias}.hi`)} > ${c.lo}`

const waktu = (kolom: string) => sql.raw(`to_json(${kolom})#>>'{}'`)

/** Runs that meet the area, newest first; their sums are of the parts that lie in it. */
export async function bacaJalan(
  tx: Kysely<DB>,
  area: Cakupan,
  syarat: RawBuilder<boolean>,
): Promise<JalanRow[]> {
  const found = await sql<JalanRow>`
    select j.id, j.jenis, j.sumber, j.cara, ${waktu('j.sejak')} as sejak, j.model, j.kebijakan_hash as "kebijakanHash",
      j.ambang_padan as "ambangPadan", j.ambang_periksa as "ambangPeriksa", j.wilayah, w.nama as "namaWilayah", j.lo, j.hi,
      case when j.status in ('antre', 'berjalan') and k.status = 'gagal' then 'gagal' else j.status end as status,
      k.id as "pekerjaanId", p.nama as oleh, ${waktu('j.dibuat_pada')} as "dibuatPada", ${waktu('j.selesai_pada')} as "selesaiPada", b.*
    from padanan_jalan j join wilayah w on w.kode = j.wilayah
      left join pengguna p on p.id = j.pengguna_id left join pekerjaan k on k.id = j.pekerjaan_id
      cross join lateral (
        select count(*) filter (where b.status = 'selesai')::int as "bagianSelesai", count(*)::int as "bagianSemua",
          coalesce(sum(b.rekaman) filter (where b.jenis = 'dalam'), 0)::int as rekaman, coalesce(sum(b.pasangan), 0)::int as pasangan,
          coalesce(sum(b.padan), 0)::int as padan, coalesce(sum(b.gugus), 0)::int as gugus
        from padanan_bagian b where b.jalan_id = j.id and b.lo >= ${area.lo} and b.hi <= ${area.hi}) b
    where ${bertemu(area, 'j')} and ${syarat} order by j.dibuat_pada desc, j.id desc limit 100`.execute(
    tx,
  )
  return found.rows
}

export function jalanOut({ bagianSelesai, bagianSemua, ...j }: JalanRow): JalanOut {
  const judul = daftarModel().find((m) => m.kode === j.model)?.nilai.judul
  const { kebijakanHash: _, lo: __, hi: ___, ambangPadan: ____, ambangPeriksa: _____, ...row } = j
  return {
    ...row,
    namaModel: judul ?? { id: j.model, en: j.model },
    bagian: { selesai: bagianSelesai, semua: bagianSemua },
  }
}

/** The parts of a run that lie in an area. */
export async function bacaBagian(
  tx: Kysely<DB>,
  area: Cakupan,
  jalan: string,
): Promise<SatuOut['daftarBagian']> {
  const found = await sql<Omit<SatuOut['daftarBagian'][number], 'memori'>>`
    select b.nomor, b.jenis, b.wilayah, w.nama as "namaWilayah", b.status, b.rekaman, b.calon, b.pasangan, b.padan, b.gugus, b.diputus,
      b.detik, ${waktu('b.selesai_pada')} as "selesaiPada"
    from padanan_bagian b join wilayah w on w.kode = b.wilayah
    where b.jalan_id = ${jalan} and b.lo >= ${area.lo} and b.hi <= ${area.hi} order by b.nomor limit 1000`.execute(
    tx,
  )
  return found.rows.map((b) => ({ ...b, memori: memoriPerlu(kebijakanPemadanan, b.rekaman) }))
}

export type TaksiranRow = {
  readonly nomor: number
  readonly dari_nomor: number | null
  readonly parameter: HasilEm
  readonly blok: CatatanBlok | null
}

/** The weights of a part in the area: the one asked for, or the largest that was estimated. */
export async function bacaTaksiran(
  tx: Kysely<DB>,
  area: Cakupan,
  jalan: string,
  nomor: number | undefined,
): Promise<TaksiranRow | null> {
  const found = await sql<TaksiranRow>`
    select b.nomor, b.dari_nomor, b.parameter, b.blok from padanan_bagian b
    where b.jalan_id = ${jalan} and b.lo >= ${area.lo} and b.hi <= ${area.hi} and b.parameter is not null
      and (${nomor ?? null}::int is null or b.nomor = ${nomor ?? null})
    order by b.dari_nomor is not null, b.rekaman desc, b.nomor limit 1`.execute(tx)
  return found.rows[0] ?? null
}

const orangLain = { id: 'orang lain', en: 'strangers' }

/** Names of the layers: strangers, then the level that each layer was made of. */
function namaLapisan(model: ModelPadanan): { id: string; en: string }[] {
  const { banding, kunci } = lapisanDari(model)
  const tingkat = model.banding[banding]?.tingkat.filter((t) => t.contoh) ?? []
  return [orangLain, ...kunci.map((_, i) => tingkat[i]?.label ?? orangLain)]
}

/** The weights for the chart: per comparison and level m, u and bits, layer by layer; and what blocking found. */
export function taksiranOut(model: ModelPadanan, row: TaksiranRow): SatuOut['taksiran'] {
  const { parameter: p } = row
  return {
    nomor: row.nomor,
    dariNomor: row.dari_nomor,
    putaran: p.putaran,
    gerak: p.gerak,
    bagianBenar: p.bagian,
    bitAwal: Math.log2(p.bagian / (1 - p.bagian)),
    lapisan: namaLapisan(model),
    banding: model.banding.map((b, k) => ({
      nama: b.nama,
      label: b.label,
      tingkat: Array.from({ length: b.tingkat.length + 1 }, (_, i) => ({
        label: kataJawaban(model, k, i),
        netral: b.tingkat[i]?.netral ?? false,
        m: p.m[k]?.[i] ?? 0,
        u: p.u.map((lapis) => lapis[k]?.[i] ?? 0),
        bobot: p.u.map((_, lapis) => bobot(model, p, k, i, lapis)),
      })),
    })),
    blok: model.blok.map((kunci, r) => {
      const besar = row.blok?.besar.find((b) => b.aturan === r)
      const aturan = row.blok?.perAturan[r]
      return {
        kunci,
        calon: aturan?.calon ?? 0,
        ditemukan: aturan?.oleh ?? 0,
        sendiri: aturan?.hanya ?? 0,
        dipecah: besar?.dipecah ?? 0,
        ditinggal: besar?.ditinggal ?? 0,
      }
    }),
  }
}
