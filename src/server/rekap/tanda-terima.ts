/** The receipt of a proposal with its QR: issued once; asked for again it is the same paper. */
import { sql } from 'kysely'
import { problem } from '#contract/problems.ts'
import { usulanTandaTerima } from '#contract/rekap.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { err, ok } from '#domain/result.ts'
import { type JenisUsulan, jenisUsulan } from '#domain/usulan/jenis.ts'
import { terbitkanTandaTerima } from '#server/dokumen/tanda-terima.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

type Baris = {
  nomor: string
  jenis: JenisUsulan
  nama: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  keluarga_id: string | null
  diajukan: string | null
  pengusul: string | null
  tanda_terima_id: string | null
}

export const tandaTerima = handle(usulanTandaTerima, async (ctx, { kab, id }) => {
  const found = await sql<Baris>`
    select u.nomor, u.jenis, u.nama, u.wilayah, coalesce(w.nama, u.wilayah::text) as nama_wilayah, u.rt, u.keluarga_id, u.diajukan_hari::text as diajukan,
      p.nama as pengusul, u.tanda_terima_id
    from usulan u left join wilayah w on w.kode = u.wilayah left join pengguna p on p.id = u.pengusul_id
    where u.kab = ${kab} and u.id = ${id} and u.status <> 'draf' and ${inArea(ctx.cakupan, 'u')} for update of u`.execute(
    ctx.tx,
  )
  const [u] = found.rows
  if (!u) return err(problem('tidak.ada'))
  const ada = u.tanda_terima_id
    ? await sql`select 1 from dokumen d where d.kab = ${kab} and d.id = ${u.tanda_terima_id}`.execute(
        ctx.tx,
      )
    : null
  // One that another office issued lies outside the area: this office gives its own.
  if (u.tanda_terima_id && ada && ada.rows.length > 0) {
    ctx.lihat([{ jenis: 'usulan', id, wilayah: u.wilayah }], {
      sebelum: { tandaTerima: u.tanda_terima_id },
      sesudah: { tandaTerima: u.tanda_terima_id },
    })
    return ok({ kab, dokumenId: u.tanda_terima_id })
  }
  const kantor = ctx.pengguna.wilayah
  const rt = u.rt === null ? '' : `, RT ${String(u.rt).padStart(3, '0')}`
  const terbit = await terbitkanTandaTerima(ctx, {
    tempat: { kab, wilayah: kantor, rt: u.rt, keluargaId: u.keluarga_id },
    judul: 'Tanda terima usulan',
    rincian: [
      ['Nomor usulan', u.nomor],
      ['Jenis', jenisUsulan[u.jenis].label.id],
      ['Nama', u.nama],
      ['Wilayah', `${u.nama_wilayah}${rt}`],
      ['Diajukan', tanggalSurat(u.diajukan ?? ctx.today)],
      ['Diajukan oleh', u.pengusul ?? '–'],
    ],
    penutup:
      'Simpan tanda terima ini. Sampai di mana usulan ini dan apa putusannya dapat ditanyakan di loket dengan menyebut nomornya. Mengusulkan tidak dipungut biaya, dan tidak berarti langsung menerima bantuan.',
  })
  if (!terbit.ok) return terbit
  await sql`update usulan set tanda_terima_id = ${terbit.value.id} where kab = ${kab} and id = ${id}`.execute(
    ctx.tx,
  )
  ctx.lihat(
    [
      { jenis: 'usulan', id, wilayah: u.wilayah },
      { jenis: 'dokumen', id: terbit.value.id, wilayah: kantor },
    ],
    { sebelum: null, sesudah: { tandaTerima: terbit.value.nomor } },
  )
  return ok({ kab, dokumenId: terbit.value.id })
})
