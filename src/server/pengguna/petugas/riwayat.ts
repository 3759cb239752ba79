/** The history of officers: what was given, changed and ended, by whom, with before and after. */
import { sql } from 'kysely'
import { penggunaRiwayat } from '#contract/pengguna.ts'
import { problem } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import type { Tx } from './alat.ts'
import { akunById } from './tugas-kueri.ts'

export type Peristiwa = {
  readonly penggunaId: string
  readonly penugasanId?: string | null
  readonly wilayah: number
  readonly sebelum?: object | null
  readonly sesudah?: object | null
  readonly alasan?: string | null
}

/** Appends what was done to the history of the officers. */
export async function catat(
  tx: Tx,
  operasi: string,
  olehId: string | null,
  peristiwa: readonly Peristiwa[],
): Promise<void> {
  const rows = peristiwa.map((p) => ({
    pengguna_id: p.penggunaId,
    penugasan_id: p.penugasanId ?? null,
    wilayah: p.wilayah,
    sebelum: p.sebelum ?? null,
    sesudah: p.sesudah ?? null,
    alasan: p.alasan ?? null,
  }))
  await sql`insert into penugasan_riwayat (pengguna_id, penugasan_id, wilayah, operasi, oleh_id, sebelum, sesudah, alasan)
    select r.pengguna_id, r.penugasan_id, r.wilayah, ${operasi}, ${olehId}::uuid, r.sebelum, r.sesudah, r.alasan
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (pengguna_id uuid, penugasan_id uuid, wilayah bigint, sebelum jsonb, sesudah jsonb, alasan text)`.execute(
    tx,
  )
}

/** Notes one change both in the history of the officer and in the log. */
export async function catatPerubahan(ctx: Context, operasi: string, p: Peristiwa): Promise<void> {
  await catat(ctx.tx, operasi, ctx.pengguna.id, [p])
  ctx.lihat(
    [
      { jenis: 'pengguna', id: p.penggunaId, wilayah: p.wilayah },
      ...(p.penugasanId
        ? [{ jenis: 'penugasan' as const, id: p.penugasanId, wilayah: p.wilayah }]
        : []),
    ],
    { sebelum: p.sebelum ?? null, sesudah: p.sesudah ?? null },
    p.alasan ? { alasan: p.alasan } : undefined,
  )
}

const kalimat: Readonly<Record<string, Label>> = {
  'pengguna.undang': { id: 'Diundang', en: 'Invited' },
  'pengguna.impor': { id: 'Diundang lewat berkas', en: 'Invited by a file' },
  'pengguna.beri_tugas': { id: 'Diberi penugasan', en: 'Given an assignment' },
  'pengguna.ubah_tugas': { id: 'Masa penugasan diubah', en: 'Dates of an assignment changed' },
  'pengguna.akhiri_tugas': { id: 'Penugasan diakhiri', en: 'Assignment ended' },
  'pengguna.putuskan_usulan': { id: 'Usulan administrator diputuskan', en: 'Proposal decided' },
  'pengguna.mulai_reset': { id: 'Pemulihan akun dimulai', en: 'Recovery of the account started' },
  'pengguna.undang_ulang': { id: 'Diundang ulang', en: 'Invited again' },
  'pengguna.ganti_identitas': { id: 'NIK dan KK diganti', en: 'Own numbers replaced' },
  'pengguna.akhiri_akun': { id: 'Akun diakhiri', en: 'Account ended' },
  'pengguna.serahkan': { id: 'Pekerjaan diserahkan', en: 'Work handed over' },
}

type Row = {
  id: string
  waktu: Date
  operasi: string
  oleh: string | null
  sebelum: Record<string, unknown> | null
  sesudah: Record<string, unknown> | null
}

export const riwayat = handle(penggunaRiwayat, async (ctx, { id, setelah, batas }) => {
  if (!(await akunById(ctx.tx, id))) return err(problem('tidak.ada'))
  const found = await sql<Row>`
    select r.id, r.waktu, r.operasi, o.nama as oleh, r.sebelum, case when r.alasan is null then r.sesudah
      else coalesce(r.sesudah, '{}') || jsonb_build_object('alasan', r.alasan) end as sesudah
    from penugasan_riwayat r left join pengguna o on o.id = r.oleh_id
    where r.pengguna_id = ${id} and (${setelah ?? null}::uuid is null or r.id < ${setelah ?? null}::uuid)
    order by r.id desc limit ${batas + 1}`.execute(ctx.tx)
  const rows = found.rows.slice(0, batas)
  ctx.lihat([{ jenis: 'pengguna', id }])
  return ok({
    peristiwa: rows.map((row) => ({
      ...row,
      waktu: row.waktu.toISOString(),
      kalimat: kalimat[row.operasi] ?? { id: row.operasi, en: row.operasi },
    })),
    berikutnya: found.rows.length > batas ? (rows.at(-1)?.id ?? null) : null,
  })
})
