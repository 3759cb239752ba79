/** Changing the dates of an assignment, and ending it: the officer's sessions end with the change. */
import { sql } from 'kysely'
import { penggunaAkhiriTugas, penggunaUbahTugas } from '#contract/pengguna-tugas.ts'
import { problem, versiBerubah } from '#contract/problems.ts'
import { putuskanAkhir, putuskanPerubahan } from '#domain/pengguna/beri.ts'
import { hariSebelum, hariSesudah, type Masa, type Surat } from '#domain/pengguna/tugas.ts'
import { err, ok } from '#domain/result.ts'
import { type Bidang, bidangBeda } from '#domain/versi/benturan.ts'
import { handle } from '#server/http/handle.ts'
import { akhiriSesi, pelakuOf, type Tx, tolak } from './alat.ts'
import { catatPerubahan } from './riwayat.ts'
import { type TugasRow, tugasById } from './tugas-kueri.ts'

type Baru = Masa & Surat

const masaOf = ({ dari, sampai, suratNomor, suratTanggal }: Baru): Baru => ({
  dari,
  sampai,
  suratNomor,
  suratTanggal,
})

async function simpan(tx: Tx, id: string, baru: Baru): Promise<number> {
  const changed = await sql<{ versi: number }>`
    update penugasan set dari = ${baru.dari}, sampai = ${baru.sampai}, surat_nomor = ${baru.suratNomor},
      surat_tanggal = ${baru.suratTanggal}, versi = versi + 1 where id = ${id} returning versi`.execute(
    tx,
  )
  return changed.rows[0]?.versi ?? 0
}

/** What was sent beside what stands, when somebody else was quicker. */
function benturan(t: TugasRow, baru: Baru) {
  const akhir = (sampai: string | null) => (sampai === null ? null : hariSebelum(sampai))
  const bidang: readonly Bidang[] = [
    {
      kolom: 'dari',
      label: { id: 'Hari pertama', en: 'First day' },
      dikirim: baru.dari,
      kini: t.dari,
    },
    {
      kolom: 'hariTerakhir',
      label: { id: 'Hari terakhir', en: 'Last day' },
      dikirim: akhir(baru.sampai),
      kini: akhir(t.sampai),
    },
    {
      kolom: 'suratNomor',
      label: { id: 'Nomor surat', en: 'Number of the letter' },
      dikirim: baru.suratNomor,
      kini: t.suratNomor,
    },
    {
      kolom: 'suratTanggal',
      label: { id: 'Tanggal surat', en: 'Date of the letter' },
      dikirim: baru.suratTanggal,
      kini: t.suratTanggal,
    },
  ]
  return versiBerubah({
    id: t.id,
    judul: { id: 'Penugasan', en: 'Assignment' },
    versi: t.versi,
    oleh: { peran: null, nama: null, pada: null },
    bidang: bidangBeda(bidang),
  })
}

export const ubahTugas = handle(
  penggunaUbahTugas,
  async (ctx, { id, versi, hariTerakhir, ...asked }) => {
    const t = await tugasById(ctx.tx, id)
    if (!t) return err(problem('tidak.ada'))
    const baru = { ...asked, sampai: hariTerakhir === null ? null : hariSesudah(hariTerakhir) }
    if (t.versi !== versi) return err(benturan(t, baru))
    const putusan = putuskanPerubahan(pelakuOf(ctx), t, baru, ctx.today)
    if (!putusan.ok) return tolak(putusan.error)
    const versiBaru = await simpan(ctx.tx, id, baru)
    await akhiriSesi(ctx.tx, [t.penggunaId])
    await catatPerubahan(ctx, penggunaUbahTugas.id, {
      penggunaId: t.penggunaId,
      penugasanId: id,
      wilayah: t.wilayah,
      sebelum: masaOf(t),
      sesudah: masaOf(baru),
    })
    return ok({ versi: versiBaru })
  },
)

/** An assignment that has not begun ends on the day it would have begun: it never holds. */
export const akhirHari = (t: Masa, today: string): string => (t.dari > today ? t.dari : today)

export const akhiriTugas = handle(penggunaAkhiriTugas, async (ctx, { id, alasan }) => {
  const t = await tugasById(ctx.tx, id)
  if (!t) return err(problem('tidak.ada'))
  const putusan = putuskanAkhir(pelakuOf(ctx), t, ctx.today)
  if (!putusan.ok) return tolak(putusan.error)
  const baru = { ...masaOf(t), sampai: akhirHari(t, ctx.today) }
  const versi = await simpan(ctx.tx, id, baru)
  await akhiriSesi(ctx.tx, [t.penggunaId])
  await catatPerubahan(ctx, penggunaAkhiriTugas.id, {
    penggunaId: t.penggunaId,
    penugasanId: id,
    wilayah: t.wilayah,
    sebelum: masaOf(t),
    sesudah: baru,
    alasan,
  })
  return ok({ versi })
})
