/** The form of a visit with what is known, and its draft as one types. */
import { sql } from 'kysely'
import { kunjunganFormulir, kunjunganSimpan } from '#contract/kunjungan-isi.ts'
import { pencatatKunjungan } from '#contract/peran.ts'
import { problem, versiBerubah } from '#contract/problems.ts'
import { maskNik } from '#domain/individu/nik.ts'
import { umurPada } from '#domain/individu/umur.ts'
import { isianKunjunganSchema } from '#domain/kunjungan/isian.ts'
import { err, ok } from '#domain/result.ts'
import { handle } from '#server/http/handle.ts'
import { familyRow } from '#server/keluarga/satu.ts'
import { pengubahOf } from '#server/versi/pengubah.ts'
import { regionBrief } from '#server/wilayah/queries.ts'
import { isiKeluarga, riwayatKunjungan } from './data.ts'

type Draf = { isi: unknown; versi: number }

export const formulir = handle(kunjunganFormulir, async (ctx, { kab, keluarga: id }) => {
  const row = await familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  ctx.lihat([{ jenis: 'keluarga', id, wilayah: row.wilayah }])
  const [wilayah, isi, riwayat, draf] = await Promise.all([
    regionBrief(ctx.tx, row.wilayah),
    isiKeluarga(ctx.tx, row),
    riwayatKunjungan(ctx.tx, row),
    sql<Draf>`select isi, versi from kunjungan_draf where kab = ${kab} and keluarga_id = ${id} and pengguna_id = ${ctx.pengguna.id}`.execute(
      ctx.tx,
    ),
  ])
  const [tersimpan] = draf.rows
  return ok({
    kab,
    id,
    versi: row.versi,
    namaKepala: row.nama_kepala,
    nomorKk: row.nomor_kk ? maskNik(row.nomor_kk) : null,
    alamat: row.alamat,
    wilayah: row.wilayah,
    namaWilayah: wilayah.nama,
    rt: row.rt,
    kelayakan: row.kelayakan,
    terakhir: row.kunjungan_terakhir,
    tempo: row.kunjungan_tempo,
    jawabanRuta: isi.jawabanRuta,
    jawabanKeluarga: isi.jawabanKeluarga,
    anggota: isi.anggota.map(({ row: m, jawaban }) => ({
      id: m.id,
      nama: m.nama,
      umur: umurPada(
        {
          tanggalLahir: m.tanggal_lahir,
          umurTercatat: m.umur_tercatat,
          umurTanggal: m.umur_tanggal,
        },
        ctx.today,
      ),
      jenisKelamin: m.jenis_kelamin,
      hubungan: m.hubungan,
      jawaban,
    })),
    draf: tersimpan
      ? { isi: isianKunjunganSchema.parse(tersimpan.isi), versi: tersimpan.versi }
      : null,
    riwayat: riwayat.map(({ petugas_id: _, ...v }) => v),
    bolehMencatat: pencatatKunjungan.includes(ctx.pengguna.peran),
  })
})

export const simpan = handle(kunjunganSimpan, async (ctx, { kab, keluarga: id, isi, versi }) => {
  const row = await familyRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!row) return err(problem('tidak.ada'))
  const saved = await sql<{ versi: number }>`
    insert into kunjungan_draf (kab, keluarga_id, pengguna_id, wilayah, rt, isi, diubah_pada)
    values (${kab}, ${id}, ${ctx.pengguna.id}, ${row.wilayah}, ${row.rt}, ${JSON.stringify(isi)}::jsonb, ${ctx.now})
    on conflict (kab, keluarga_id, pengguna_id) do update set isi = excluded.isi, wilayah = excluded.wilayah, rt = excluded.rt,
      versi = kunjungan_draf.versi + 1, diubah_pada = excluded.diubah_pada where kunjungan_draf.versi = ${versi}
    returning versi`.execute(ctx.tx)
  ctx.lihat([{ jenis: 'keluarga', id, wilayah: row.wilayah }])
  const [now] = saved.rows
  if (now) return ok({ versi: now.versi })
  const kini = await sql<
    Draf & { diubah_pada: Date }
  >`select isi, versi, diubah_pada from kunjungan_draf
    where kab = ${kab} and keluarga_id = ${id} and pengguna_id = ${ctx.pengguna.id}`.execute(ctx.tx)
  const [lain] = kini.rows
  const kata = (v: unknown): string => JSON.stringify(v, null, 1).slice(0, 2000)
  return err(
    versiBerubah({
      id,
      judul: { id: 'Draf kunjungan', en: 'Draft of a visit' },
      versi: lain?.versi ?? 0,
      oleh: await pengubahOf(ctx.tx, ctx.cakupan, {
        pengguna_id: ctx.pengguna.id,
        peran: ctx.pengguna.peran,
        pada: lain?.diubah_pada ?? ctx.now,
      }),
      bidang: [
        {
          kolom: 'isi',
          label: { id: 'Isian', en: 'Content' },
          dikirim: kata(isi),
          kini: kata(lain?.isi ?? {}),
        },
      ],
    }),
  )
})
