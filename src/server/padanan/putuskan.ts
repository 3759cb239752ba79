/** A person decides a pair: one, two, or unsure. "Not the same" does not come back; "the same" opens a proposal to merge. */
import { sql } from 'kysely'
import { padananPutuskan } from '#contract/padanan-putusan.ts'
import { problem } from '#contract/problems.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kolomPasangan, type PasanganRow, rujukan } from './antrean.ts'

/** @param kunci holds it until the transaction ends */
export async function satuPasangan(
  ctx: Context,
  kab: number,
  id: string,
  kunci: boolean,
): Promise<PasanganRow | undefined> {
  const found =
    await sql<PasanganRow>`select ${kolomPasangan} from padanan_pasangan p join padanan_jalan j on j.id = p.jalan_id
    where p.kab = ${kab} and p.id = ${id} and ${inArea(ctx.cakupan, 'p', null)} ${kunci ? sql`for update of p` : sql``}`.execute(
      ctx.tx,
    )
  return found.rows[0]
}

/** Which of two persons stays: the active one, with a number, whose family receives; else the older record. */
async function arahGabung(ctx: Context, p: PasanganRow) {
  const [kiri, kanan] = rujukan(p)
  if (kiri.jenis !== 'individu' || kanan.jenis !== 'individu') return null
  const found = await sql<{ kab: number; id: string }>`select i.kab, i.id from individu i
    where (i.kab, i.id) in ((${kiri.kab}::smallint, ${kiri.id}::uuid), (${kanan.kab}::smallint, ${kanan.id}::uuid)) and ${inArea(ctx.cakupan, 'i')}
    order by i.status = 'aktif' desc, i.nik is not null desc, exists (select from penerimaan t where t.kab = i.kab and t.keluarga_id = i.keluarga_id and t.sampai is null) desc, i.id`.execute(
    ctx.tx,
  )
  const [ke, dari] = found.rows
  return ke && dari ? { ke, dari } : null
}

export const putuskanPasangan = handle(
  padananPutuskan,
  async (ctx, { kab, id, versi, putusan, alasan }) => {
    const p = await satuPasangan(ctx, kab, id, true)
    if (!p) return err(problem('tidak.ada'))
    if (p.versi !== versi || p.status === 'usang') return err(problem('padanan.berubah'))
    await sql`insert into padanan_putusan (kab, wilayah, kiri_kab, kiri_id, kiri_jenis, kanan_kab, kanan_id, kanan_jenis, putusan, alasan,
        pasangan_id, pengguna_id, peran, dibuat_pada)
      values (${p.kiriKab}, ${p.wilayah}, ${p.kiriKab}, ${p.kiriId}, ${p.kiriJenis}, ${p.kananKab}, ${p.kananId}, ${p.kananJenis}, ${putusan},
        ${alasan ?? null}, ${id}, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${ctx.now})`.execute(
      ctx.tx,
    )
    await sql`update padanan_pasangan set status = ${putusan}, versi = versi + 1 where kab = ${kab} and id = ${id}`.execute(
      ctx.tx,
    )
    ctx.lihat(
      rujukan(p).flatMap((r) =>
        r.jenis === 'individu' ? [{ jenis: r.jenis, id: r.id, wilayah: p.wilayah }] : [],
      ),
      { sebelum: { pasangan: id, padanan: p.status }, sesudah: { pasangan: id, padanan: putusan } },
      alasan ? { alasan } : {},
    )
    return ok({
      status: putusan,
      versi: versi + 1,
      gabung: putusan === 'sama' ? await arahGabung(ctx, p) : null,
    })
  },
)
