/** Ending an account, handing its work over, and what one received. */
import { sql } from 'kysely'
import {
  penggunaAkhiriAkun,
  penggunaPekerjaanTerbuka,
  penggunaSerahkan,
} from '#contract/pengguna-serah.ts'
import { peran as daftarPeran } from '#contract/peran.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { putuskanAkhir, wewenangAtas } from '#domain/pengguna/beri.ts'
import { belumBerakhir } from '#domain/pengguna/tugas.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Context } from '#server/http/context.ts'
import type { Bound } from '#server/http/handle.ts'
import { handle } from '#server/http/handle.ts'
import { tempatCatatan, tugasDiLuar } from '../petugas/akun.ts'
import { akhiriSesi, batalkanTautan, pelakuOf, type Tx, tolak } from '../petugas/alat.ts'
import { catatPerubahan } from '../petugas/riwayat.ts'
import { type Akun, akunById, type TugasRow, tugasOf } from '../petugas/tugas-kueri.ts'
import { akhirHari } from '../petugas/ubah.ts'
import { daftarSerahTerima } from './daftar.ts'
import { type Butir, jenisOf, pekerjaanTerbuka } from './jenis.ts'
import { calonPenerus, periksaPenerus, serahkan } from './serahkan.ts'

export const butirTampil = ({ jenis, ...rest }: Butir) => ({
  jenis,
  jenisLabel: jenisOf(jenis).label,
  alamat: jenisOf(jenis).alamat(rest.objek),
  ...rest,
})

type Dikuasai = { readonly akun: Akun; readonly tugas: readonly TugasRow[] }

/** An officer over whose roles the actor has power, ended ones too. */
async function dikuasai(ctx: Context, id: string): Promise<Result<Dikuasai, Problem>> {
  const akun = await akunById(ctx.tx, id)
  if (!akun) return err(problem('tidak.ada'))
  if (id === ctx.pengguna.id) return tolak('diri_sendiri')
  const tugas = await tugasOf(ctx.tx, [id])
  const alasan = tugas.map((t) => wewenangAtas(pelakuOf(ctx), t)).find((satu) => satu !== null)
  return alasan ? tolak(alasan) : ok({ akun, tugas })
}

const terbuka = handle(penggunaPekerjaanTerbuka, async (ctx, { id }) => {
  const held = await dikuasai(ctx, id)
  if (!held.ok) return held
  const butir = await pekerjaanTerbuka(ctx.tx, id, ctx.today)
  const calon = await calonPenerus(ctx, id, butir)
  ctx.lihat([{ jenis: 'pengguna', id }])
  return ok({
    butir: butir.map(butirTampil),
    calonPenerus: calon.map(({ wilayah: _, peran, ...rest }) => ({
      ...rest,
      peran: peran in daftarPeran ? daftarPeran[peran as keyof typeof daftarPeran].label.id : peran,
    })),
  })
})

/** Assignments, links and the account itself end; nothing of it can be used from the next request on. */
async function matikan(
  tx: Tx,
  id: string,
  tugas: readonly TugasRow[],
  today: string,
): Promise<void> {
  for (const t of tugas) {
    await sql`update penugasan set sampai = ${akhirHari(t, today)}, versi = versi + 1 where id = ${t.id}`.execute(
      tx,
    )
  }
  await batalkanTautan(tx, id)
  await sql`update pengguna set nonaktif_pada = clock_timestamp() where id = ${id}`.execute(tx)
  await akhiriSesi(tx, [id])
}

/** The account that may be ended: live, not one's own, wholly within one's power. */
async function bolehDiakhiri(ctx: Context, id: string): Promise<Result<Dikuasai, Problem>> {
  await sql`select 1 from pengguna where id = ${id} for update`.execute(ctx.tx)
  const akun = await akunById(ctx.tx, id)
  if (!akun) return err(problem('tidak.ada'))
  if (akun.nonaktifPada) return err(problem('pengguna.nonaktif'))
  if (id === ctx.pengguna.id) return tolak('diri_sendiri')
  const tugas = (await tugasOf(ctx.tx, [id])).filter((t) => belumBerakhir(t, ctx.today))
  for (const t of tugas) {
    const putusan = putuskanAkhir(pelakuOf(ctx), t, ctx.today)
    if (!putusan.ok) return tolak(putusan.error)
  }
  if (await tugasDiLuar(ctx.tx, id, ctx.today)) return err(problem('pengguna.tugas_di_luar'))
  return ok({ akun, tugas })
}

const akhiri = handle(penggunaAkhiriAkun, async (ctx, { id, alasan, penerus }) => {
  const held = await bolehDiakhiri(ctx, id)
  if (!held.ok) return held
  const { tugas } = held.value
  const butir = await pekerjaanTerbuka(ctx.tx, id, ctx.today)
  if (penerus) {
    const cocok = await periksaPenerus(ctx, id, penerus, butir)
    if (!cocok.ok) return cocok
  }
  const wilayah = tempatCatatan(ctx, tugas)
  await matikan(ctx.tx, id, tugas, ctx.today)
  const serahTerimaId =
    butir.length > 0
      ? await serahkan(ctx, { dariId: id, kepadaId: penerus, wilayah, alasan }, butir)
      : null
  await catatPerubahan(ctx, penggunaAkhiriAkun.id, {
    penggunaId: id,
    wilayah,
    sebelum: { akun: 'aktif', penugasan: tugas.map((t) => t.id) },
    sesudah: { akun: 'nonaktif', butir: butir.length, penerus: butir.length > 0 ? penerus : null },
    alasan,
  })
  return ok({
    serahTerimaId,
    butir: butir.length,
    menungguPenerus: butir.length > 0 && penerus === null,
  })
})

const pindah = handle(penggunaSerahkan, async (ctx, { id, penerus, alasan }) => {
  const held = await dikuasai(ctx, id)
  if (!held.ok) return held
  const butir = await pekerjaanTerbuka(ctx.tx, id, ctx.today)
  if (butir.length === 0) return err(problem('pengguna.tanpa_pekerjaan'))
  const cocok = await periksaPenerus(ctx, id, penerus, butir)
  if (!cocok.ok) return cocok
  const wilayah = tempatCatatan(ctx, held.value.tugas)
  const baru = { dariId: id, kepadaId: penerus, wilayah, alasan }
  const serahTerimaId = await serahkan(ctx, baru, butir)
  await catatPerubahan(ctx, penggunaSerahkan.id, {
    penggunaId: id,
    wilayah,
    sebelum: { pekerjaan: id },
    sesudah: { pekerjaan: penerus, butir: butir.length },
    alasan,
  })
  return ok({ serahTerimaId, butir: butir.length })
})

export const serahHandlers: readonly Bound[] = [terbuka, akhiri, pindah, daftarSerahTerima]
