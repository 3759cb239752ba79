/** Administrators are made by two: one proposes, another of the same or a larger area approves. */
import { sql } from 'kysely'
import { penggunaPutuskanUsulan, penggunaUsulan } from '#contract/pengguna-serah.ts'
import { peran as daftarPeran } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { putuskanPersetujuan, wewenangAtas } from '#domain/pengguna/beri.ts'
import { hariSebelum, type Masa, type Surat } from '#domain/pengguna/tugas.ts'
import type { JenisTugas } from '#domain/pengguna/wewenang.ts'
import { err, ok } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import type { RegionBrief } from '#server/wilayah/queries.ts'
import { makeInvitation } from '../undangan.ts'
import { akhiriSesi, batalkanTautan, pelakuOf, type Tx, tolak } from './alat.ts'
import { type TugasSiap, tugasCatatan, tulisTugas } from './buat.ts'
import { catat, catatPerubahan } from './riwayat.ts'
import { simpanTautan } from './tautan.ts'
import { akunById } from './tugas-kueri.ts'

/** Writes a proposal that was decided on. @returns its id */
export async function usulkan(
  ctx: Context,
  operasi: string,
  penggunaId: string,
  t: TugasSiap,
): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into usulan_administrator (pengguna_id, wilayah, jenis, dari, sampai, surat_nomor, surat_tanggal, pengusul_id)
    values (${penggunaId}, ${t.wilayah}, ${t.jenis}, ${t.dari}, ${t.sampai}, ${t.suratNomor}, ${t.suratTanggal}, ${ctx.pengguna.id})
    returning id`.execute(ctx.tx)
  const sesudah = { ...tugasCatatan(t), usulan: true }
  await catat(ctx.tx, operasi, ctx.pengguna.id, [{ penggunaId, wilayah: t.wilayah, sesudah }])
  return made.rows[0]?.id ?? ''
}

type Orang = { id: string; nama: string }
type Row = Masa &
  Surat & {
    id: string
    pengguna: Orang
    pengusul: Orang
    pemutus: Orang | null
    wilayah: number
    tempat: RegionBrief
    jenis: JenisTugas
    status: 'menunggu' | 'disetujui' | 'ditolak'
    diusulkanPada: Date
    diputusPada: Date | null
    alasan: string | null
  }

const orang = (alias: string) =>
  sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'nama', ${sql.ref(`${alias}.nama`)})`

const rows = sql`select s.id, s.wilayah, s.jenis, s.dari, s.sampai, s.surat_nomor as "suratNomor", s.surat_tanggal as "suratTanggal",
    s.status, s.diusulkan_pada as "diusulkanPada", s.diputus_pada as "diputusPada", s.alasan,
    ${orang('p')} as pengguna, ${orang('a')} as pengusul, case when b.id is not null then ${orang('b')} end as pemutus,
    jsonb_build_object('kode', w.kode, 'nama', w.nama, 'tingkat', w.tingkat, 'jenis', w.jenis) as tempat
  from usulan_administrator s join pengguna p on p.id = s.pengguna_id join pengguna a on a.id = s.pengusul_id
    left join pengguna b on b.id = s.pemutus_id join wilayah w on w.kode = s.wilayah`

const tugasOf = (row: Row) => ({
  penggunaId: row.pengguna.id,
  pengusulId: row.pengusul.id,
  peran: 'administrator' as const,
  jenis: row.jenis,
  wilayah: row.wilayah,
  rt: null,
  keluarga: null,
  dari: row.dari,
  sampai: row.sampai,
  suratNomor: row.suratNomor,
  suratTanggal: row.suratTanggal,
})

function tampil(ctx: Context, row: Row) {
  const tugas = tugasOf(row)
  const lewat = row.status === 'menunggu' && row.sampai !== null && row.sampai <= ctx.today
  return {
    id: row.id,
    pengguna: row.pengguna,
    pengusul: row.pengusul,
    pemutus: row.pemutus,
    diusulkanPada: row.diusulkanPada.toISOString(),
    diputusPada: row.diputusPada?.toISOString() ?? null,
    alasan: row.alasan,
    status: lewat ? ('kedaluwarsa' as const) : row.status,
    bolehMemutus:
      row.status === 'menunggu' && putuskanPersetujuan(pelakuOf(ctx), tugas, ctx.today).ok,
    tugas: {
      peran: tugas.peran,
      peranLabel: daftarPeran.administrator.label,
      jenis: row.jenis,
      wilayah: row.tempat,
      rt: null,
      jumlahKeluarga: null,
      dari: row.dari,
      hariTerakhir: row.sampai === null ? null : hariSebelum(row.sampai),
      suratNomor: row.suratNomor,
      suratTanggal: row.suratTanggal,
    },
  }
}

/** Nothing is carried out in the name of somebody whose account has ended. */
async function berakhir(tx: Tx, id: string): Promise<boolean> {
  const found =
    await sql`select 1 from pengguna where id = ${id} and nonaktif_pada is not null`.execute(tx)
  return found.rows.length > 0
}

export const daftarUsulan = handle(penggunaUsulan, async (ctx, { semua, setelah, batas }) => {
  const found = await sql<Row>`${rows} where (${semua}::boolean or s.status = 'menunggu')
      and (${setelah ?? null}::uuid is null or s.id < ${setelah ?? null}::uuid)
    order by s.id desc limit ${batas + 1}`.execute(ctx.tx)
  const page = found.rows.slice(0, batas)
  ctx.lihat(page.map((row) => ({ jenis: 'pengguna', id: row.pengguna.id, wilayah: row.wilayah })))
  return ok({
    usulan: page.map((row) => tampil(ctx, row)),
    berikutnya: found.rows.length > batas ? (page.at(-1)?.id ?? null) : null,
  })
})

const setujui = async (
  ctx: Context,
  row: Row,
): Promise<{ penugasanId: string; tautanDibuat: boolean }> => {
  const penggunaId = row.pengguna.id
  const oleh = {
    operasi: penggunaPutuskanUsulan.id,
    penggunaId: row.pengusul.id,
    disetujuiOleh: ctx.pengguna.id,
  }
  const tugas = { ...tugasOf(row), ruta: null }
  const [penugasanId = ''] = await tulisTugas(ctx.tx, oleh, [{ penggunaId, tugas }])
  await akhiriSesi(ctx.tx, [penggunaId])
  await batalkanTautan(ctx.tx, penggunaId)
  const akun = await akunById(ctx.tx, penggunaId)
  if (!akun?.diundang) return { penugasanId, tautanDibuat: false }
  // The proposer typed the person in; the link goes to the other one, so that neither holds both ends.
  const tautan = await makeInvitation(ctx.tx, penggunaId, ctx.pengguna.id)
  const ring = await ringOf(ctx.dataFolder)
  await simpanTautan(ctx.tx, ring, 'undangan', [{ penggunaId, tautan }], ctx.pengguna.id)
  return { penugasanId, tautanDibuat: true }
}

const tutup = (
  tx: Tx,
  id: string,
  status: string,
  pemutus: string,
  alasan: string | null,
  penugasanId: string | null,
) =>
  sql`update usulan_administrator set status = ${status}, pemutus_id = ${pemutus}, diputus_pada = clock_timestamp(),
    alasan = ${alasan}, penugasan_id = ${penugasanId}::uuid where id = ${id}`.execute(tx)

export const putuskanUsulan = handle(
  penggunaPutuskanUsulan,
  async (ctx, { id, setuju, alasan }) => {
    await sql`select 1 from usulan_administrator where id = ${id} for update`.execute(ctx.tx)
    const found = await sql<Row>`${rows} where s.id = ${id}`.execute(ctx.tx)
    const row = found.rows[0]
    if (!row) return err(problem('tidak.ada'))
    if (row.status !== 'menunggu') return err(problem('pengguna.usulan_diputus'))
    const tugas = tugasOf(row)
    if (!setuju) {
      // Whoever may approve may refuse; a proposal that has run out can still be refused.
      if (ctx.pengguna.id === row.pengusul.id) return tolak('pengusul_sendiri')
      if (ctx.pengguna.id === row.pengguna.id) return tolak('diri_sendiri')
      const kuasa = wewenangAtas(pelakuOf(ctx), tugas)
      if (kuasa) return tolak(kuasa)
      await tutup(ctx.tx, id, 'ditolak', ctx.pengguna.id, alasan ?? null, null)
      await catatPerubahan(ctx, penggunaPutuskanUsulan.id, {
        penggunaId: row.pengguna.id,
        wilayah: row.wilayah,
        sebelum: { usulan: 'menunggu' },
        sesudah: { usulan: 'ditolak' },
        alasan: alasan ?? null,
      })
      return ok({ penugasanId: null, tautanDibuat: false })
    }
    const putusan = putuskanPersetujuan(pelakuOf(ctx), tugas, ctx.today)
    if (!putusan.ok) return tolak(putusan.error)
    const akun = await akunById(ctx.tx, row.pengguna.id)
    if (akun?.nonaktifPada || (await berakhir(ctx.tx, row.pengusul.id)))
      return err(problem('pengguna.nonaktif'))
    const made = await setujui(ctx, row)
    await tutup(ctx.tx, id, 'disetujui', ctx.pengguna.id, alasan ?? null, made.penugasanId)
    ctx.lihat(
      [
        { jenis: 'pengguna', id: row.pengguna.id, wilayah: row.wilayah },
        { jenis: 'penugasan', id: made.penugasanId, wilayah: row.wilayah },
      ],
      { sebelum: { usulan: 'menunggu' }, sesudah: { usulan: 'disetujui', ...tugasCatatan(tugas) } },
    )
    return ok(made)
  },
)
