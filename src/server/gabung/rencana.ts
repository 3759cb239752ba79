/** What a proposal would do today: the rows that change, or what stands against it, in words. */
import { sql } from 'kysely'
import { type Gabungan, gabungkan } from '#domain/gabung/gabungkan.ts'
import { masalahGabung, masalahPisah, terbukaKata } from '#domain/gabung/masalah.ts'
import { type BerubahLagi, pisahkan, wilayahKembali } from '#domain/gabung/pisahkan.ts'
import { kunciOf, kunciTabel, tabel, type Ubahan } from '#domain/gabung/rekaman.ts'
import type { Label } from '#domain/label.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { loadDictionary } from '#server/kebijakan/muat.ts'
import type { BarisGabung } from './baris.ts'
import { barisKini, barisUtuh, muatRekaman, type Termuat } from './muat.ts'

export type Rencana = { readonly ubahan: readonly Ubahan[] }
export type Sebab = { readonly masalah: Label; readonly rincian: readonly Label[] }

const sebab = (masalah: Label, rincian: readonly Label[] = []): Result<never, Sebab> =>
  err({ masalah, rincian })

type Keluarga = { readonly kab: number; readonly id: string }

/** Proposals, moves and notices about these families that are still open, by number. */
async function terbuka(
  ctx: Pick<Context, 'tx'>,
  keluarga: readonly Keluarga[],
): Promise<readonly string[]> {
  const kab = keluarga.map((k) => k.kab)
  const id = keluarga.map((k) => k.id)
  const found = await sql<{ nomor: string }>`
    with k as (select * from unnest(${kab}::smallint[], ${id}::uuid[]) as k(kab, id))
    select u.nomor from usulan u join k on k.kab = u.kab and k.id = u.keluarga_id
      where u.status not in ('diterima', 'ditolak', 'dibatalkan', 'kedaluwarsa', 'tidak_disetujui')
    union select p.nomor from permintaan_pindah p join k on k.kab = p.kab and k.id = p.keluarga_id
      where p.status in ('menunggu', 'naik', 'disetujui')
    union select coalesce(n.nomor, 'pemberitahuan ' || n.tanggal) from pemberitahuan n join k on k.kab = n.kab and k.id = n.keluarga_id
      where n.status = 'berjalan' order by 1`.execute(ctx.tx)
  return found.rows.map((r) => r.nomor)
}

/** @param termuat both records, held where the plan is going to be written */
export async function rencanaGabung(
  ctx: Pick<Context, 'tx'>,
  termuat: Termuat,
  g: Gabungan,
): Promise<Result<Rencana, Sebab>> {
  const hasil = gabungkan(termuat.rekaman, g)
  if (!hasil.ok) return sebab(masalahGabung[hasil.error])
  const nomor = await terbuka(ctx, termuat.keluarga)
  return nomor.length > 0 ? sebab(terbukaKata(nomor)) : ok({ ubahan: hasil.value })
}

/** The rows that a merge changed, in the order in which it wrote them. */
export async function citraOf(
  ctx: Pick<Context, 'tx'>,
  kab: number,
  id: string,
): Promise<readonly Ubahan[]> {
  const found = await sql<Ubahan>`select tabel, sebelum, sesudah from gabung_baris
    where kab = ${kab} and gabung_id = ${id} order by urutan`.execute(ctx.tx)
  return found.rows
}

/** A column that was changed again, and of whom. */
function berubahKata({ kolom, baris }: BerubahLagi): Label {
  const nama = String(baris.nama ?? baris.nama_kepala ?? '')
  const label = loadDictionary().variabel.get(kolom)?.label
  const biasa = kolom.replaceAll('_', ' ')
  const kata = (l: string) => (nama ? `${nama}: ${l}` : l)
  return { id: kata(label?.id ?? biasa), en: kata(label?.en ?? biasa) }
}

/**
 * @param g the merge that is to be taken back
 * @param kunci holds the families, because the plan is going to be written
 */
export async function rencanaPisah(
  ctx: Pick<Context, 'tx' | 'cakupan'>,
  g: BarisGabung,
  kunci = false,
): Promise<Result<Rencana, Sebab>> {
  const rujukan = {
    jenis: g.jenis,
    ke: { kab: g.kab, id: g.ke_id },
    dari: { kab: g.dari_kab, id: g.dari_id },
  }
  const termuat = await muatRekaman(ctx, rujukan, kunci)
  const ubahan = await citraOf(ctx, g.kab, g.id)
  const kini = new Map<string, Ubahan['sebelum']>()
  for (const t of tabel) {
    const those = ubahan.filter((u) => u.tabel === t).map((u) => u.sesudah)
    if (those.length === 0) continue
    for (const b of await barisKini(ctx, t, kunciTabel[t], those))
      kini.set(`${t} ${kunciOf(t, b)}`, b)
  }
  const keluarga = new Map(
    (termuat?.rekaman.keluarga ?? []).map((k) => [`${k.kab} ${k.id}`, k] as const),
  )
  const [ke] = await barisUtuh(ctx, g.jenis, sql`t.kab = ${g.kab} and t.id = ${g.ke_id}`)
  if (!termuat || !ke) return sebab(masalahPisah.berubah)
  const hasil = pisahkan(
    ubahan,
    (u) => kini.get(`${u.tabel} ${kunciOf(u.tabel, u.sesudah)}`),
    ke,
    (kab, id) => keluarga.get(`${kab} ${id}`),
  )
  if (!hasil.ok)
    return sebab(masalahPisah[hasil.error.masalah], hasil.error.berubah.map(berubahKata))
  const berakhir = await sql<{ nama: string }>`select nama from wilayah
    where kode = any (${[...wilayahKembali(hasil.value)]}::bigint[]) and berlaku_sampai is not null order by kode`.execute(
    ctx.tx,
  )
  if (berakhir.rows.length > 0)
    return sebab(
      masalahPisah.wilayah_berakhir,
      berakhir.rows.map(({ nama }) => ({ id: nama, en: nama })),
    )
  const nomor = await terbuka(ctx, termuat.keluarga)
  return nomor.length > 0 ? sebab(terbukaKata(nomor)) : ok({ ubahan: hasil.value })
}
