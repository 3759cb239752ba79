/** A verified move is carried out: the family ends at its origin and begins at the destination, in one transaction. */
import { sql } from 'kysely'
import { foldName } from '#domain/individu/nama-cari.ts'
import { masalahPeristiwa } from '#domain/usulan/peristiwa/masalah.ts'
import type { Registri } from '#domain/usulan/peristiwa/registri.ts'
import { type Beda, bedaOf, registriOf } from '#domain/usulan/peristiwa/registri.ts'
import type { Terpindah } from '#domain/usulan/peristiwa/tarik.ts'
import { type BarisUsulan, isiOf } from '#server/usulan/baris.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { tulisBeda } from '#server/usulan/peristiwa/tulis.ts'
import { hitungUlang } from '#server/usulan/terapkan/rekap.ts'
import { type BarisPermintaan, kolomPermintaan, muatAsal, rencanaPindah } from './baris.ts'
import { langkahSistem } from './langkah.ts'
import { salinKeluarga, salinOrang, sebutBukti } from './salin.ts'
import { tutupDiAsal } from './tutup.ts'

/** Rows that change; a person who stays in the partition keeps the row, so what stood before is known. */
function bedaPindah(r: Registri, t: Terpindah): readonly Beda[] {
  const baru = bedaOf(registriOf({}), t.tujuan).map((b): Beda => {
    if (b.tabel !== 'individu') return b
    const lama = r.individu.get(b.sesudah.id)
    return { ...b, sebelum: lama?.kab === b.sesudah.kab ? lama : null }
  })
  return [...bedaOf(r, t.asal), ...baru]
}

const identitas = async (ctx: Kerja) => {
  const made = await sql<{ keluarga: string; ruta: string }>`
    select uuidv7_siks() as keluarga, uuidv7_siks() as ruta`.execute(ctx.tx)
  return made.rows[0] ?? { keluarga: '', ruta: '' }
}

async function tulis(
  ctx: Kerja,
  p: BarisPermintaan,
  r: Registri,
  t: Terpindah,
  keluargaBaru: string,
): Promise<void> {
  const beda = bedaPindah(r, t)
  const keluarga = [
    ...r.keluarga.values(),
    ...t.asal.keluarga.values(),
    ...t.tujuan.keluarga.values(),
  ]
  const orang = [...t.tujuan.individu.values()]
  const seluruh = t.asal.keluarga.get(p.keluarga_id)?.status === 'pindah'
  const lama = await salinOrang.baca(ctx, p.kab, orang)
  await tulisBeda(
    ctx,
    beda.map((b) => ({ beda: b, sumber: `Pindah (${p.nomor})`, tanggal: p.tanggal })),
    new Map(keluarga.map((k) => [k.id, k.nama_kepala])),
  )
  await salinOrang.tulis(ctx, p.kab, orang, lama)
  await sql`update keluarga set asal_kab = ${p.kab}, asal_keluarga_id = ${p.keluarga_id}
    where kab = ${p.tujuan_kab} and id = ${keluargaBaru}`.execute(ctx.tx)
  if (seluruh) {
    await salinKeluarga(ctx, p, keluargaBaru)
    await sebutBukti(ctx, p, keluargaBaru)
  }
  const [ke] = t.tujuan.keluarga.values()
  await hitungUlang(ctx, [p, ...(ke ? [ke] : [])])
}

/** The consent under which a proposal was confirmed. */
async function izin(ctx: Kerja, id: string): Promise<BarisPermintaan | undefined> {
  const found = await sql<BarisPermintaan>`select ${kolomPermintaan} from permintaan_pindah p
    where p.status = 'disetujui' and p.id = ${id} for update`.execute(ctx.tx)
  return found.rows[0]
}

/** What the destination types about the house; without an address the family has none yet. */
const tempatBaru = (row: BarisUsulan) => {
  const isi = isiOf(row)
  const p = isi.peristiwa?.jenis === 'tarik_masuk' ? isi.peristiwa : undefined
  return {
    rt: row.rt,
    alamat: p?.alamat || isi.alamat || null,
    nomorKkBaru: p?.nomorKkBaru || null,
  }
}

/** Carries out one; what can no longer be is returned to the destination with the reason. */
export async function laksanakan(ctx: Kerja, row: BarisUsulan): Promise<void> {
  const p = await izin(ctx, row.id)
  if (!p) return void (await langkahSistem(ctx, row, 'kembalikan', tanpaIzin))
  const r = await muatAsal(ctx, p, true)
  const baru = await identitas(ctx)
  const rencana = rencanaPindah(r, p, p.jawaban, ctx.today, {
    keluargaBaruId: baru.keluarga,
    rutaBaruId: baru.ruta,
    ...tempatBaru(row),
  })
  if (!rencana.ok) {
    await sql`update permintaan_pindah set status = 'ditutup', versi = versi + 1 where kab = ${p.kab} and id = ${p.id}`.execute(
      ctx.tx,
    )
    await langkahSistem(ctx, row, 'kembalikan', masalahPeristiwa[rencana.error].id)
    return
  }
  // Held by a safeguard meanwhile: it waits, and nothing is written.
  if (!(await langkahSistem(ctx, row, 'pindahkan', null))) return
  await tulis(ctx, p, r, rencana.value, baru.keluarga)
  const [ke] = rencana.value.tujuan.keluarga.values()
  const nama = ke?.nama_kepala ?? row.nama
  await sql`update usulan set hasil_keluarga_id = ${baru.keluarga}, nama = ${nama}, nama_cari = ${foldName(nama)}
    where kab = ${row.kab} and id = ${row.id}`.execute(ctx.tx)
  await sql`update permintaan_pindah set status = 'selesai', versi = versi + 1 where kab = ${p.kab} and id = ${p.id}`.execute(
    ctx.tx,
  )
  await tutupDiAsal(
    ctx,
    p,
    r,
    [...rencana.value.tujuan.individu.values()].map((i) => i.id),
  )
}

const tanpaIzin = 'Persetujuan daerah asal tidak berlaku lagi; kirim ulang permintaannya.'
