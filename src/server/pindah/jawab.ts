/** The origin's answer to a request, and the decision of the level above both. */
import { sql } from 'kysely'
import type { Input } from '#contract/operation.ts'
import { pindahJawab, pindahPutuskan } from '#contract/pindah.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import { bolehMenjawab, type KeadaanPermintaan } from '#domain/pindah/pemutus.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { masalahPeristiwa } from '#domain/usulan/peristiwa/masalah.ts'
import type { JawabanAsal } from '#domain/usulan/peristiwa/tarik.ts'
import { inside } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { type BarisPermintaan, kolomPermintaan, muatAsal, rencanaPindah } from './baris.ts'
import { batasPemutus } from './kebijakan.ts'

type Jawaban = Input<typeof pindahJawab>
type Terjawab = { status: KeadaanPermintaan; versi: number; masalah: Label | null }

/** Writes the answer; a refusal of the origin raises the request, one of the level above ends it. */
async function tulis(
  ctx: Context,
  p: BarisPermintaan,
  j: Jawaban,
  jawaban: JawabanAsal,
): Promise<Terjawab> {
  const asal = p.status === 'menunggu'
  const status = j.setuju ? 'disetujui' : asal ? 'naik' : 'ditolak'
  const ditolakAsal = asal && !j.setuju
  await sql`update permintaan_pindah set status = ${status}, versi = versi + 1, jawaban = ${JSON.stringify(jawaban)}::jsonb,
      alasan_asal = ${ditolakAsal ? (j.alasan ?? null) : p.alasan_asal}, alasan = ${ditolakAsal ? p.alasan : (j.alasan ?? null)},
      batas = ${status === 'naik' ? batasPemutus(ctx.today) : p.batas}::date,
      dijawab_peran = ${ctx.pengguna.peran}, dijawab_oleh = ${ctx.pengguna.id}, dijawab_pada = ${ctx.now}
    where kab = ${p.kab} and id = ${p.id}`.execute(ctx.tx)
  if (status !== 'naik') await sql`select panggil_pengantar()`.execute(ctx.tx)
  ctx.lihat([{ jenis: 'keluarga', id: p.keluarga_id, wilayah: p.wilayah }], {
    sebelum: { permintaan: p.nomor, status: p.status },
    sesudah: { permintaan: p.nomor, status, alasan: j.alasan ?? null },
  })
  return { status, versi: p.versi + 1, masalah: null }
}

async function jawab(ctx: Context, j: Jawaban): Promise<Result<Terjawab, Problem>> {
  const found = await sql<BarisPermintaan>`select ${kolomPermintaan} from permintaan_pindah p
    where p.kab = ${j.kab} and p.id = ${j.id} and ${inArea(ctx.cakupan, 'p')} for update`.execute(
    ctx.tx,
  )
  const [p] = found.rows
  if (!p) return err(problem('tidak.ada'))
  // Who decides above must hold both villages.
  const berwenang =
    bolehMenjawab(p, ctx.pengguna.peran) &&
    (p.status === 'menunggu' || inside(p.tujuan_wilayah, ctx.cakupan))
  if (p.versi !== j.versi || !berwenang) return err(problem('pindah.sudah_dijawab'))
  if (p.diminta_oleh === ctx.pengguna.id) return err(problem('pindah.minta_sendiri'))
  if (!j.setuju && !j.alasan) return err(problem('pindah.perlu_alasan'))
  const jawaban = {
    ...(j.kepalaBaruId ? { kepalaBaruId: j.kepalaBaruId } : {}),
    ...(j.pengganti ? { pengganti: j.pengganti } : {}),
  }
  if (j.setuju) {
    const rencana = rencanaPindah(await muatAsal(ctx, p, true), p, jawaban, ctx.today)
    if (!rencana.ok) {
      ctx.lihat([{ jenis: 'keluarga', id: p.keluarga_id, wilayah: p.wilayah }])
      return ok({ status: p.status, versi: p.versi, masalah: masalahPeristiwa[rencana.error] })
    }
  }
  return ok(await tulis(ctx, p, j, jawaban))
}

export const answer = handle(pindahJawab, jawab)
export const decide = handle(pindahPutuskan, jawab)
