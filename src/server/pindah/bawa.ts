/** Carries answers back to the destination, closes what is no longer asked, raises what is not answered. */
import { sql } from 'kysely'
import { type Pemutus, penjawabAsal, semuaPemutus } from '#domain/pindah/pemutus.ts'
import { type Pelaku, pelaku } from '#domain/usulan/alur.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { type BarisPermintaan, kolomPermintaan } from './baris.ts'
import { batasPemutus } from './kebijakan.ts'
import { langkahSistem, usulanTarik } from './langkah.ts'

const pelakuOf = (peran: string | null): Pelaku => pelaku.find((p) => p === peran) ?? 'sistem'

/** Words of the origin for the destination: that it agrees, not who it is. */
const setujuAsal = 'Daerah asal menyetujui pindahnya.'

/** One answer reaches the proposal that asked. */
export async function bawaJawaban(ctx: Kerja, kab: number, id: string): Promise<void> {
  const found = await sql<BarisPermintaan>`select ${kolomPermintaan} from permintaan_pindah p
    where p.kab = ${kab} and p.id = ${id} and p.status in ('disetujui', 'ditolak') and p.dibawa_pada is null for update`.execute(
    ctx.tx,
  )
  const [p] = found.rows
  if (!p) return
  const row = await usulanTarik(ctx, p.tujuan_kab, p.id, 'diajukan')
  const oleh = { pelaku: pelakuOf(p.dijawab_peran), id: null }
  const asal = penjawabAsal.includes(oleh.pelaku)
  const aksi = p.status === 'ditolak' ? 'tolak_pindah' : asal ? 'konfirmasi' : 'putuskan_pindah'
  if (row) await langkahSistem(ctx, row, aksi, asal ? setujuAsal : p.alasan, oleh)
  await sql`update permintaan_pindah set dibawa_pada = ${ctx.now} where kab = ${kab} and id = ${id}`.execute(
    ctx.tx,
  )
}

/** Requests whose proposal is no longer on its way are closed at the origin. */
export async function tutupYangBatal(ctx: Kerja): Promise<number> {
  const open = await sql<{ kab: number; id: string; tujuan_kab: number }>`
    select kab, id, tujuan_kab from permintaan_pindah where status in ('menunggu', 'naik', 'disetujui') order by id for update`.execute(
    ctx.tx,
  )
  const jalan = await sql<{ id: string }>`
    select u.id from usulan u where u.status in ('diajukan', 'dikonfirmasi', 'diverifikasi') and (u.kab, u.id) in
      (select * from unnest(${open.rows.map((r) => r.tujuan_kab)}::smallint[], ${open.rows.map((r) => r.id)}::uuid[]))`.execute(
    ctx.tx,
  )
  const hidup = new Set(jalan.rows.map((r) => r.id))
  const batal = open.rows.filter((r) => !hidup.has(r.id))
  if (batal.length === 0) return 0
  await sql`update permintaan_pindah p set status = 'ditutup', versi = p.versi + 1
    from unnest(${batal.map((r) => r.kab)}::smallint[], ${batal.map((r) => r.id)}::uuid[]) as b(kab, id)
    where p.kab = b.kab and p.id = b.id`.execute(ctx.tx)
  return batal.length
}

/** Level → the one above it, as two columns. */
const naik: readonly (readonly [Pemutus, Pemutus])[] = semuaPemutus.flatMap((p, i) => {
  const atas = semuaPemutus[i + 1]
  return atas ? [[p, atas] as const] : []
})

/** The origin's silence raises a request to the level above both, that level's to the next; none ends it. */
export async function naikkanYangDiam(ctx: Kerja): Promise<number> {
  const done =
    await sql`update permintaan_pindah p set status = 'naik', batas = ${batasPemutus(ctx.today)}::date, versi = p.versi + 1,
      pemutus = case when p.status = 'naik' then coalesce((select a.ke from
        unnest(${naik.map(([d]) => d)}::text[], ${naik.map(([, k]) => k)}::text[]) as a(dari, ke) where a.dari = p.pemutus), p.pemutus) else p.pemutus end
    where p.batas < ${ctx.today}::date and (p.status = 'menunggu' or (p.status = 'naik' and p.pemutus <> 'pusat'))`.execute(
      ctx.tx,
    )
  return Number(done.numAffectedRows ?? 0)
}
