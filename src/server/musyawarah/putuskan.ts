/** Notes decisions as they come: at once or late, once or twice, in any order; each is kept. */
import { sql } from 'kysely'
import { musyawarahPutuskan } from '#contract/musyawarah.ts'
import type { Input } from '#contract/operation.ts'
import type { Label } from '#domain/label.ts'
import { putusan } from '#domain/musyawarah/putusan.ts'
import { ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { type KepalaMusyawarah, muatKepala, naikkanVersi } from './kepala.ts'

type Kiriman = Input<typeof musyawarahPutuskan>['keputusan'][number]
type Agenda = { usulan_id: string; rt: number | null; keluarga_id: string | null }

const tertutup: Label = {
  id: 'Berita acara sudah ditandatangani atau musyawarah dibatalkan: keputusan ini tidak dicatat.',
  en: 'The paper was signed or the meeting cancelled: this decision was not noted.',
}
const bukanAgenda: Label = {
  id: 'Usulan ini tidak ada di agenda musyawarah ini.',
  en: 'This proposal is not on the agenda of this meeting.',
}
const tanpaAlasan: Label = {
  id: 'Tidak disetujui atau ditunda harus dengan alasan.',
  en: 'What is not agreed or put off needs a ground.',
}

const terbuka = (m: KepalaMusyawarah): boolean => m.status === 'disiapkan' || m.status === 'selesai'

const sebabTolak = (
  m: KepalaMusyawarah,
  agenda: ReadonlyMap<string, Agenda>,
  k: Kiriman,
): Label | null => {
  if (!terbuka(m)) return tertutup
  if (!agenda.has(k.usulanId)) return bukanAgenda
  return putusan[k.putusan].perluAlasan && !k.alasan ? tanpaAlasan : null
}

/** Keeps them; what was kept before under the same id stays as it is. @returns how many are new */
async function simpan(
  ctx: Context,
  m: KepalaMusyawarah,
  agenda: ReadonlyMap<string, Agenda>,
  keputusan: readonly Kiriman[],
): Promise<number> {
  const rows = keputusan.map((k) => ({
    id: k.id,
    usulan_id: k.usulanId,
    rt: agenda.get(k.usulanId)?.rt ?? null,
    keluarga_id: agenda.get(k.usulanId)?.keluarga_id ?? null,
    putusan: k.putusan,
    alasan: k.alasan || null,
    catatan: k.catatan || null,
    pada: k.pada,
  }))
  const made = await sql`
    insert into musyawarah_keputusan (kab, id, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, putusan, alasan, catatan, pada, diterima_pada, pengguna_id, peran)
    select ${m.kab}, k.id, ${m.id}, k.usulan_id, ${m.wilayah}, k.rt, k.keluarga_id, k.putusan, k.alasan, k.catatan, least(k.pada, ${ctx.now}), ${ctx.now},
      ${ctx.pengguna.id}, ${ctx.pengguna.peran}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k(id uuid, usulan_id uuid, rt smallint, keluarga_id uuid, putusan text, alasan text,
      catatan text, pada timestamptz) on conflict (kab, id) do nothing returning 1`.execute(ctx.tx)
  return made.rows.length
}

export const decide = handle(musyawarahPutuskan, async (ctx, { kab, id, keputusan }) => {
  const found = await muatKepala(ctx, { kab, id }, true)
  if (!found.ok) return found
  const m = found.value
  const rows = await sql<Agenda>`select usulan_id, rt, keluarga_id from musyawarah_agenda
    where kab = ${kab} and musyawarah_id = ${id} and not dikeluarkan`.execute(ctx.tx)
  const agenda = new Map(rows.rows.map((a) => [a.usulan_id, a]))
  const ditolak = keputusan.flatMap((k) => {
    const label = sebabTolak(m, agenda, k)
    return label ? [{ id: k.id, label }] : []
  })
  const buruk = new Set(ditolak.map((d) => d.id))
  const baik = keputusan.filter((k) => !buruk.has(k.id))
  const baru = baik.length > 0 ? await simpan(ctx, m, agenda, baik) : 0
  // Whoever is about to sign has seen other decisions.
  if (baru > 0 && m.status === 'selesai') await naikkanVersi(ctx, m)
  ctx.lihat(
    [
      { jenis: 'musyawarah', id, wilayah: m.wilayah },
      ...baik.map((k) => ({ jenis: 'usulan' as const, id: k.usulanId, wilayah: m.wilayah })),
    ],
    { sebelum: null, sesudah: { keputusan: baru } },
  )
  return ok({ diterima: baik.map((k) => k.id), ditolak })
})
