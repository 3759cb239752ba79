/** Hand-overs: what I received, and those of an area. */
import { sql } from 'kysely'
import { pemberiTugas } from '#contract/pengguna.ts'
import { penggunaSerahTerima } from '#contract/pengguna-serah.ts'
import type { Label } from '#domain/label.ts'
import { ok } from '#domain/result.ts'
import type { Subjek } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { sebagai, type Tx } from '../petugas/alat.ts'
import { jenisOf, masihTerbuka, type NamaJenis } from './jenis.ts'

type Orang = { id: string; nama: string }
type Row = {
  id: string
  dari: Orang
  kepada: Orang | null
  oleh: Orang | null
  waktu: Date
  alasan: string
}
type ButirRow = {
  serahTerimaId: string
  jenis: NamaJenis
  objek: string
  judul: string
  wilayah: number
  keadaan: Label
}

const baca = (tx: Tx, kepadaId: string | null, setelah: string | null, batas: number) =>
  sql<Row>`select s.id, s.dibuat_pada as waktu, s.alasan, jsonb_build_object('id', a.id, 'nama', a.nama) as dari,
      case when b.id is not null then jsonb_build_object('id', b.id, 'nama', b.nama) end as kepada,
      case when o.id is not null then jsonb_build_object('id', o.id, 'nama', o.nama) end as oleh
    from serah_terima s join pengguna a on a.id = s.dari_id left join pengguna b on b.id = s.kepada_id
      left join pengguna o on o.id = s.oleh_id
    where (${kepadaId}::uuid is null or s.kepada_id = ${kepadaId}::uuid) and (${setelah}::uuid is null or s.id < ${setelah}::uuid)
      and not exists (select from serah_terima l where l.menggantikan = s.id)
    order by s.id desc limit ${batas}`.execute(tx)

const bacaButir = (tx: Tx, serahTerima: readonly string[]) =>
  sql<ButirRow>`select serah_terima_id as "serahTerimaId", jenis, objek_id as objek, judul, wilayah, keadaan
    from serah_terima_butir where serah_terima_id = any (${serahTerima}::uuid[]) order by serah_terima_id, jenis desc, objek`.execute(
    tx,
  )

export const daftarSerahTerima = handle(
  penggunaSerahTerima,
  async (ctx, { lingkup, setelah, batas }) => {
    const saya = lingkup === 'saya'
    const boleh = saya || pemberiTugas.some((peran) => peran === ctx.pengguna.peran)
    if (!boleh) return ok({ serahTerima: [], berikutnya: null })
    // What was handed to me by name I may read wherever the other one worked.
    const { rows, butir } = await sebagai(ctx.tx, saya ? ctx.pengguna.id : '', async () => {
      const found = await baca(ctx.tx, saya ? ctx.pengguna.id : null, setelah ?? null, batas + 1)
      const page = found.rows.map((row) => row.id)
      return { rows: found.rows, butir: (await bacaButir(ctx.tx, page)).rows }
    })
    const page = rows.slice(0, batas)
    const open = await masihTerbuka(ctx.tx, butir)
    ctx.lihat(page.flatMap(({ dari, kepada }) => orangOf(dari, kepada)))
    return ok({
      serahTerima: page.map((row) => ({
        ...row,
        waktu: row.waktu.toISOString(),
        butir: butir
          .filter((b) => b.serahTerimaId === row.id)
          .map(({ serahTerimaId: _, ...b }) => ({
            ...b,
            jenisLabel: jenisOf(b.jenis).label,
            alamat: jenisOf(b.jenis).alamat(b.objek),
            selesai: !open.has(`${b.jenis}:${b.objek}`),
          })),
      })),
      berikutnya: rows.length > batas ? (page.at(-1)?.id ?? null) : null,
    })
  },
)

const orangOf = (...orang: readonly (Orang | null)[]): Subjek[] =>
  orang.flatMap((satu) => (satu ? [{ jenis: 'pengguna' as const, id: satu.id }] : []))
