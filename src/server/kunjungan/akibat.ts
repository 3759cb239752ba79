/** Writes a visit and what follows from it: answers, next date, finding, draft proposal, supported proposals. */
import { sql } from 'kysely'
import type { Problem } from '#contract/problems.ts'
import { addMonths, berkasKelayakanSchema } from '#domain/keluarga/kelayakan.ts'
import type { Akibat, FaktaKunjungan } from '#domain/kunjungan/akibat.ts'
import { labelHasil } from '#domain/kunjungan/hasil.ts'
import type { IsianKunjungan } from '#domain/kunjungan/isian.ts'
import { ok, type Result } from '#domain/result.ts'
import { selesai } from '#domain/usulan/keadaan.ts'
import type { Context } from '#server/http/context.ts'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { tulisPenilaian } from '#server/keluarga/kelayakan.ts'
import type { FamilyRow } from '#server/keluarga/satu.ts'
import { buatUsulan } from '#server/usulan/simpan.ts'
import { tambahJawaban } from '#server/usulan/terapkan/keadaan.ts'
import { tempoSesudah } from './kebijakan.ts'

const { masa_berlaku_bulan } = readPolicy('parameter/kelayakan.yaml', berkasKelayakanSchema).nilai

type Isi = Omit<IsianKunjungan, 'tanggal'>

export type KunjunganBaru = {
  readonly tempat: {
    readonly kab: number
    readonly wilayah: number
    readonly rt: number | null
    readonly keluargaId: string | null
  }
  readonly usulanId: string | null
  readonly fakta: Pick<FaktaKunjungan, 'hasil' | 'tanggal' | 'petugasId'>
  readonly akibat: Akibat
  readonly isi: Isi
  readonly hasilUsulanId: string | null
}

/** The record itself. @returns its id */
export async function tulisKunjungan(ctx: Context, v: KunjunganBaru): Promise<string> {
  const { tempat: t, fakta, akibat, isi } = v
  const jawaban = {
    ...(isi.jawabanRuta ? { ruta: isi.jawabanRuta } : {}),
    ...(isi.jawabanKeluarga ? { keluarga: isi.jawabanKeluarga } : {}),
    ...(isi.anggota ? { anggota: isi.anggota } : {}),
  }
  const made = await sql<{ id: string }>`
    insert into kunjungan (kab, wilayah, rt, keluarga_id, usulan_id, tanggal, hasil, wawancara, kehadiran, jawaban, alasan, catatan, bukti,
      petugas_id, perekam, peran, terhitung, sebab_tidak, mengukuhkan_id, hasil_usulan_id, keberatan_sampai, tepat_waktu, dibuat_pada)
    values (${t.kab}, ${t.wilayah}, ${t.rt}, ${t.keluargaId}, ${v.usulanId}, ${fakta.tanggal}, ${fakta.hasil}, ${isi.wawancara ?? null},
      ${JSON.stringify(isi.kehadiran ?? [])}::jsonb, ${JSON.stringify(jawaban)}::jsonb, ${isi.alasan ?? null}, ${isi.catatan ?? null},
      ${isi.berkas ?? []}::uuid[], ${fakta.petugasId}, ${ctx.pengguna.id}, ${ctx.pengguna.peran}, ${akibat.terhitung}, ${akibat.sebab},
      ${akibat.mengukuhkan}, ${v.hasilUsulanId}, ${akibat.keberatanSampai}, ${akibat.tepatWaktu}, ${ctx.now})
    returning id`.execute(ctx.tx)
  const id = made.rows[0]?.id
  if (!id) throw new Error('A visit was not written')
  return id
}

type Draf = { kab: number; id: string; nomor: string }
type Berlaku = {
  readonly tempo: string | null
  readonly draf: Draf | null
  /** Marks the proposals that the visit supports; answers how many. */
  readonly sesudah: (kunjunganId: string) => Promise<number>
}

/** Answers, next date and finding reach the registry only from a visit that counts. */
export async function berlakukan(
  ctx: Context,
  row: FamilyRow,
  f: FaktaKunjungan,
  a: Akibat,
  isi: Isi,
): Promise<Result<Berlaku, Problem>> {
  const { kab, id } = row
  if (a.terhitung && f.hasil !== 'tidak_ditemukan') await tulisJawaban(ctx, row, f.tanggal, isi)
  const tempo = a.menjadwalkan ? tempoSesudah(f.tanggal) : row.kunjungan_tempo
  if (a.menjadwalkan)
    await sql`update keluarga set kunjungan_terakhir = ${f.tanggal}, kunjungan_tempo = ${tempo} where kab = ${kab} and id = ${id}`.execute(
      ctx.tx,
    )
  if (a.penilaianLayak)
    await tulisPenilaian(
      ctx.tx,
      row,
      {
        status: 'layak',
        dasar: `Kunjungan: ${labelHasil[f.hasil].id.toLowerCase()}`,
        tanggal: f.tanggal,
        berlakuSampai: addMonths(f.tanggal, masa_berlaku_bulan),
      },
      ctx.pengguna,
      'kunjungan',
    )
  await tutupTugas(ctx, row, f, a)
  await sql`update kunjungan_draf set isi = '{}', versi = versi + 1, diubah_pada = ${ctx.now}
    where kab = ${kab} and keluarga_id = ${id} and pengguna_id = ${ctx.pengguna.id}`.execute(ctx.tx)
  const draf = await buatDraf(ctx, row, a, isi)
  if (!draf.ok) return draf
  return ok({
    tempo,
    draf: draf.value,
    sesudah: (kunjunganId) => dukung(ctx, row, f, a, kunjunganId),
  })
}

async function tulisJawaban(ctx: Context, row: FamilyRow, hari: string, isi: Isi): Promise<void> {
  const pada = { ...ctx, today: hari }
  const satu = (jawaban: object | undefined) => [
    { kab: row.kab, subjek: row.id, isi: jawaban ?? {} },
  ]
  await tambahJawaban(pada, 'ruta', satu(isi.jawabanRuta), 'kunjungan')
  await tambahJawaban(pada, 'keluarga', satu(isi.jawabanKeluarga), 'kunjungan')
  await tambahJawaban(
    pada,
    'individu',
    (isi.anggota ?? []).map((o) => ({ kab: row.kab, subjek: o.id, isi: o.jawaban })),
    'kunjungan',
  )
}

/** The work is done when the visit counts, or when this officer did not find them: another has to go. */
async function tutupTugas(
  ctx: Context,
  row: FamilyRow,
  f: FaktaKunjungan,
  a: Akibat,
): Promise<void> {
  await sql`update penugasan_kunjungan set selesai_pada = ${ctx.today}::date where kab = ${row.kab} and keluarga_id = ${row.id} and selesai_pada is null
    and (${a.terhitung}::boolean or (petugas_id = ${f.petugasId} and ${a.sebab === 'menunggu_petugas_kedua'}::boolean))`.execute(
    ctx.tx,
  )
}

const berjalan = (): readonly string[] => [...selesai]

/** The draft that the result asks for; one that is open already is taken instead of a second. */
async function buatDraf(
  ctx: Context,
  row: FamilyRow,
  a: Akibat,
  isi: Isi,
): Promise<Result<Draf | null, Problem>> {
  if (!a.draf) return ok(null)
  const open =
    await sql<Draf>`select kab, id, nomor from usulan where kab = ${row.kab} and keluarga_id = ${row.id} and jenis = ${a.draf}
    and status <> all (${berjalan()}::text[]) order by id limit 1`.execute(ctx.tx)
  if (open.rows[0]) return ok(open.rows[0])
  const kini = await sql<{
    versi: number
  }>`select versi from keluarga where kab = ${row.kab} and id = ${row.id}`.execute(ctx.tx)
  const made = await buatUsulan(ctx, {
    jenis: a.draf,
    wilayah: row.wilayah,
    rt: row.rt,
    keluargaId: row.id,
    individuId: null,
    versiDasar: kini.rows[0]?.versi ?? row.versi,
    nama: row.nama_kepala,
    isi: {
      ...(isi.alasan ? { alasan: isi.alasan } : {}),
      ...(isi.berkas ? { berkas: isi.berkas } : {}),
    },
  })
  return made.ok ? ok({ kab: made.value.kab, id: made.value.id, nomor: made.value.nomor }) : made
}

/** Open proposals about this family's condition or place rest on the newest visit that met it. */
async function dukung(
  ctx: Context,
  row: FamilyRow,
  f: FaktaKunjungan,
  a: Akibat,
  kunjunganId: string,
): Promise<number> {
  if (!a.terhitung || f.hasil === 'tidak_ditemukan') return 0
  const done =
    await sql`update usulan set kunjungan_id = ${kunjunganId}, kunjungan_pada = ${f.tanggal}, versi = versi + 1, diubah_pada = ${ctx.now}
    where kab = ${row.kab} and keluarga_id = ${row.id} and jalur in ('keadaan', 'usulan') and status <> all (${berjalan()}::text[])
      and (kunjungan_pada is null or kunjungan_pada <= ${f.tanggal}) returning 1`.execute(ctx.tx)
  return done.rows.length
}
