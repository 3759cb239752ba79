/** Enters the visit to a family that is proposed and not registered: the proposal rests on it from then on. */
import { sql } from 'kysely'
import { kunjunganCatatUsulan } from '#contract/kunjungan-isi.ts'
import { problem } from '#contract/problems.ts'
import { akibatKunjungan, kurangKunjungan, type TidakDitemukan } from '#domain/kunjungan/akibat.ts'
import { err, ok } from '#domain/result.ts'
import { selesai } from '#domain/usulan/keadaan.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { tulisKunjungan } from './akibat.ts'
import { kebijakanKunjungan } from './kebijakan.ts'
import { petugasDi } from './petugas.ts'

type Usulan = { kab: number; id: string; wilayah: number; rt: number | null; status: string }

export const catatUsulan = handle(kunjunganCatatUsulan, async (ctx, { kab, usulan, isi }) => {
  const found = await sql<Usulan>`select u.kab, u.id, u.wilayah, u.rt, u.status from usulan u
    where u.kab = ${kab} and u.id = ${usulan} and u.keluarga_id is null and u.status <> all (${[...selesai]}::text[])
      and ${inArea(ctx.cakupan, 'u')} for update`.execute(ctx.tx)
  const [row] = found.rows
  if (!row) return err(problem('tidak.ada'))
  const lengkap = kurangKunjungan(isi, {
    anggota: [],
    // What is needed stands in the questionnaire of the proposal itself.
    intervensi: 1,
    today: ctx.today,
    mundurHari: kebijakanKunjungan.mundur_hari,
  })
  if (!lengkap.ok)
    return err(problem('kunjungan.belum_lengkap', { kurang: lengkap.error.join(', ') }))
  const { hasil, tanggal } = lengkap.value
  const petugasId = isi.petugas ?? ctx.pengguna.id
  if (
    petugasId !== ctx.pengguna.id &&
    !(await petugasDi(ctx.tx, row.wilayah, ctx.today)).some((p) => p.id === petugasId)
  )
    return err(problem('kunjungan.petugas_tidak_dikenal'))
  const lalu = await sql<TidakDitemukan & { sebab: string | null }>`
    select id, petugas_id as "petugasId", tanggal::text as tanggal, sebab_tidak as sebab from kunjungan where kab = ${kab} and usulan_id = ${usulan}`.execute(
    ctx.tx,
  )
  if (lalu.rows.some((v) => v.petugasId === petugasId && v.tanggal === tanggal))
    return err(problem('kunjungan.sudah_ada'))
  const fakta = {
    hasil,
    tanggal,
    petugasId,
    // Nobody of a family that is not registered can be told to be kin.
    kerabat: false,
    terakhir: null,
    tempo: null,
    kelayakan: 'belum_dinilai' as const,
    penilaianTerakhir: null,
    tidakDitemukan: lalu.rows.filter((v) => v.sebab === 'menunggu_petugas_kedua'),
  }
  const akibat = {
    ...akibatKunjungan(fakta, kebijakanKunjungan),
    draf: null,
    keberatanSampai: null,
  }
  const id = await tulisKunjungan(ctx, {
    tempat: { kab, wilayah: row.wilayah, rt: row.rt, keluargaId: null },
    usulanId: usulan,
    fakta,
    akibat,
    isi,
    hasilUsulanId: null,
  })
  if (akibat.terhitung && hasil !== 'tidak_ditemukan')
    await sql`update usulan set kunjungan_id = ${id}, kunjungan_pada = ${tanggal}, versi = versi + 1, diubah_pada = ${ctx.now}
      where kab = ${kab} and id = ${usulan} and (kunjungan_pada is null or kunjungan_pada <= ${tanggal})`.execute(
      ctx.tx,
    )
  ctx.lihat([{ jenis: 'usulan', id: usulan, wilayah: row.wilayah }], {
    sebelum: null,
    sesudah: { kunjungan: id, hasil, tanggal, terhitung: akibat.terhitung },
  })
  return ok({ id, hasil, terhitung: akibat.terhitung })
})
