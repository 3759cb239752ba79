/** The signature: decisions take effect on the proposals, and the paper binds them from now on. */
import { sql } from 'kysely'
import { musyawarahTandatangani } from '#contract/musyawarah-tanda.ts'
import type { Input } from '#contract/operation.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { berlakuSampai } from '#domain/musyawarah/masa.ts'
import { type BarisMeterai, buatMeterai } from '#domain/musyawarah/meterai.ts'
import { putusan, semuaPutusan } from '#domain/musyawarah/putusan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Penindak } from '#domain/usulan/putuskan.ts'
import { berkasRow } from '#server/berkas/queries.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { aturanPada } from '#server/usulan/aturan.ts'
import { penindakOf } from '#server/usulan/baris.ts'
import { nilaiLangkah, ringkas, tulisLangkah } from '#server/usulan/langkah.ts'
import { muatPilihan, type Terpilih } from '#server/usulan/pilihan.ts'
import { type BarisAgenda, barisAgenda } from './agenda.ts'
import { type KepalaMusyawarah, muatUntukUbah, naikkanVersi } from './kepala.ts'
import { sidikTeks, sosokOf } from './meterai.ts'
import { terbitkanBerita } from './surat/terbit.ts'

type Kiriman = Input<typeof musyawarahTandatangani>

/** A statement of responsibility takes every row of its list, unless the village head wrote otherwise. */
async function putuskanSisa(ctx: Context, m: KepalaMusyawarah): Promise<void> {
  await sql`
    insert into musyawarah_keputusan (kab, id, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, putusan, pada, diterima_pada, pengguna_id, peran)
    select a.kab, uuidv7_siks(), a.musyawarah_id, a.usulan_id, a.wilayah, a.rt, a.keluarga_id, 'setuju', ${ctx.now}, ${ctx.now}, ${ctx.pengguna.id},
      ${ctx.pengguna.peran}
    from musyawarah_agenda a where a.kab = ${m.kab} and a.musyawarah_id = ${m.id} and not a.dikeluarkan and not exists (
      select from musyawarah_keputusan k where k.kab = a.kab and k.musyawarah_id = a.musyawarah_id and k.usulan_id = a.usulan_id)`.execute(
    ctx.tx,
  )
}

type Diputuskan = { readonly baris: BarisAgenda; readonly row: Terpilih }
type Maju = ReturnType<typeof nilaiLangkah>['maju']
type Tertahan = ReturnType<typeof nilaiLangkah>['tertahan']

/** The proposals that were decided, held until the end of the transaction. */
async function diputuskan(
  ctx: Context,
  m: KepalaMusyawarah,
): Promise<Result<readonly Diputuskan[], Problem>> {
  const agenda = (await barisAgenda(ctx, m)).filter((b) => b.putusan !== null)
  if (agenda.length === 0) return err(problem('musyawarah.belum_ada_keputusan'))
  const rows = await muatPilihan(
    ctx,
    { usulan: agenda.map(({ kab, id, versi }) => ({ kab, id, versi })) },
    true,
  )
  if (!rows.ok) return rows
  const per = new Map(rows.value.map((row) => [row.id, row]))
  return ok(
    agenda.flatMap((baris) => {
      const row = per.get(baris.id)
      return row ? [{ baris, row }] : []
    }),
  )
}

/** Each decision as the step of its track; a statement of responsibility agrees and signs in one. */
function langkahRapat(
  m: KepalaMusyawarah,
  semua: readonly Diputuskan[],
  oleh: Penindak,
  today: string,
): { maju: Maju; tertahan: Tertahan; langsung: readonly Terpilih[] } {
  const langsung = (d: Diputuskan) => m.jenis === 'sptjm' && d.baris.putusan === 'setuju'
  const hasil = semuaPutusan.map((p) => {
    const dari = semua.filter((d) => d.baris.putusan === p && !langsung(d))
    const alasan = new Map(dari.map((d) => [d.row.id, d.baris.alasan_putusan]))
    const nilai = nilaiLangkah(
      dari.map((d) => d.row),
      putusan[p].aksi,
      oleh,
      // Whoever wrote the decision down had to give a ground; each row carries its own.
      'musyawarah',
      today,
    )
    return {
      maju: nilai.maju.map((x) => ({ ...x, alasan: alasan.get(x.row.id) ?? null })),
      tertahan: nilai.tertahan,
    }
  })
  return {
    maju: hasil.flatMap((h) => h.maju),
    tertahan: hasil.flatMap((h) => h.tertahan),
    langsung: semua.filter(langsung).map((d) => d.row),
  }
}

type Orang = { id: string; individu_id: string; nama: string; tanggal_lahir: string | null }

/** The registered person of each proposal: the one it is about, otherwise the head of its family today. */
async function orangOf(ctx: Context, rows: readonly BarisAgenda[]): Promise<Map<string, Orang>> {
  const found = await sql<Orang>`
    select distinct on (u.id) u.id, i.id as individu_id, i.nama, i.tanggal_lahir::text from usulan u
    join individu i on i.kab = u.kab and (i.id = u.individu_id or u.individu_id is null and i.keluarga_id = u.keluarga_id and i.hubungan = 1)
    where (u.kab, u.id) in (select * from unnest(${rows.map((r) => r.kab)}::smallint[], ${rows.map((r) => r.id)}::uuid[]))
    order by u.id, i.status = 'aktif' desc, i.id`.execute(ctx.tx)
  return new Map(found.rows.map((o) => [o.id, o]))
}

const meteraiOf = (
  m: KepalaMusyawarah,
  b: BarisAgenda,
  orang: Orang | undefined,
): BarisMeterai => ({
  musyawarahId: m.id,
  urutan: b.urutan,
  usulanId: b.id,
  jenis: b.jenis,
  keluargaId: b.keluarga_id,
  individuId: orang?.individu_id ?? null,
  ...sosokOf({ jenis: b.jenis, nama: b.nama, isi: b.isi, orang: orang ?? null }),
  putusan: b.putusan ?? 'tunda',
  alasan: b.alasan_putusan,
  catatan: b.catatan,
})

async function simpanMeterai(ctx: Context, m: KepalaMusyawarah, baris: readonly BarisMeterai[]) {
  await sql`
    insert into musyawarah_meterai (kab, musyawarah_id, usulan_id, wilayah, rt, keluarga_id, urutan, individu_id, jenis, nama, kepala, tahun_lahir,
      putusan, dasar, alasan, catatan)
    select a.kab, a.musyawarah_id, a.usulan_id, a.wilayah, a.rt, s."keluargaId", s.urutan, s."individuId", s.jenis, s.nama, s.kepala, s."tahunLahir",
      s.putusan, s.dasar, s.alasan, s.catatan
    from jsonb_to_recordset(${JSON.stringify(baris)}::jsonb) as s("usulanId" uuid, urutan smallint, "keluargaId" uuid, "individuId" uuid, jenis text,
      nama text, kepala text, "tahunLahir" smallint, putusan text, dasar text, alasan text, catatan text)
    join musyawarah_agenda a on a.kab = ${m.kab} and a.musyawarah_id = ${m.id} and a.usulan_id = s."usulanId"`.execute(
    ctx.tx,
  )
  // What was put off is bound to its decision alone: the next meeting may find it completed.
  const dipegang = baris.filter((b) => b.putusan !== 'tunda').map((b) => b.usulanId)
  await sql`update usulan set meterai_id = ${m.id} where kab = ${m.kab} and id = any (${dipegang}::uuid[])`.execute(
    ctx.tx,
  )
}

async function simpanTanda(ctx: Context, m: KepalaMusyawarah, tanda: Kiriman['tanda']) {
  const rows = tanda.map((t, i) => ({ ...t, urutan: i + 1 }))
  await sql`
    insert into musyawarah_tanda (kab, musyawarah_id, wilayah, urutan, nama, sebagai, goresan)
    select ${m.kab}, ${m.id}, ${m.wilayah}, t.urutan, t.nama, t.sebagai, t.goresan
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(urutan smallint, nama text, sebagai text, goresan text)`.execute(
    ctx.tx,
  )
}

/** A line drawn on the screen, or a scan of the paper that was signed by hand, kept at this village. */
async function bertanda(ctx: Context, m: KepalaMusyawarah, k: Kiriman): Promise<boolean> {
  if (k.pindaian === null) return k.tanda.some((t) => t.goresan !== null)
  const berkas = await berkasRow(ctx.tx, ctx.cakupan, m.kab, k.pindaian)
  return berkas?.guna === 'ba_pindaian' && berkas.wilayah === m.wilayah
}

/** The meeting, closed and with a signature and a number of its own. */
async function siap(ctx: Context, k: Kiriman): Promise<Result<KepalaMusyawarah, Problem>> {
  const m = await muatUntukUbah(ctx, k, ['selesai', 'disiapkan'])
  if (!m.ok) return m
  if (m.value.status === 'disiapkan') return err(problem('musyawarah.belum_ditutup'))
  if (!(await bertanda(ctx, m.value, k))) return err(problem('musyawarah.tanpa_tanda'))
  const tahun = Number(ctx.today.slice(0, 4))
  const dipakai =
    await sql`select 1 from musyawarah where kab = ${m.value.kab} and wilayah = ${m.value.wilayah} and tahun = ${tahun}
    and nomor = ${k.nomor}`.execute(ctx.tx)
  if (dipakai.rows.length > 0) return err(problem('musyawarah.nomor_dipakai', { nomor: k.nomor }))
  return m
}

export const sign = handle(musyawarahTandatangani, async (ctx, k) => {
  const oleh = penindakOf(ctx)
  if (!oleh) return err(problem('izin.kurang'))
  const found = await siap(ctx, k)
  if (!found.ok) return found
  const m = found.value
  if (m.jenis === 'sptjm') await putuskanSisa(ctx, m)
  const semua = await diputuskan(ctx, m)
  if (!semua.ok) return semua
  const { maju, tertahan, langsung } = langkahRapat(m, semua.value, oleh, ctx.today)
  for (const p of semuaPutusan)
    await tulisLangkah(
      ctx,
      maju.filter((x) => x.aksi === putusan[p].aksi),
      oleh,
      null,
      { musyawarah: m.id, nomor: k.nomor },
    )
  // Bound by this very paper: what the step asks for is made in the same transaction.
  const disetujui = [
    ...maju
      .filter((x) => x.ke === 'disetujui')
      .map((x) => ({ ...x.row, status: x.ke, versi: x.row.versi + 1 })),
    ...langsung,
  ].map((row) => ({ ...row, dilihat: row.versi, meterai_id: m.id, bermeterai: true }))
  const tanda = nilaiLangkah(disetujui, 'tandatangani', oleh, null, ctx.today)
  await tulisLangkah(ctx, tanda.maju, oleh, null, { musyawarah: m.id, nomor: k.nomor })
  const gagal = [...tertahan, ...tanda.tertahan]
  const tidak = new Set(gagal.map((t) => t.row.id))
  const rows = semua.value.map((d) => d.baris).filter((b) => !tidak.has(b.id))
  if (rows.length === 0) return err(problem('musyawarah.belum_ada_keputusan'))
  const orang = await orangOf(ctx, rows)
  const baris = rows.map((b) => meteraiOf(m, b, orang.get(b.id)))
  const meterai = buatMeterai(baris, sidikTeks)
  const sampai = berlakuSampai(m.tanggal, aturanPada(m.tanggal).rezim.nilai.masa_berita_acara_bulan)
  await simpanMeterai(ctx, m, baris)
  await simpanTanda(ctx, m, k.tanda)
  const versi = await naikkanVersi(
    ctx,
    m,
    sql`status = 'ditandatangani', nomor = ${k.nomor}, tahun = ${Number(ctx.today.slice(0, 4))}, sidik = ${meterai.sidik},
      sidik_baris = ${[...meterai.baris]}::text[], berlaku_sampai = ${sampai}, penanda_id = ${ctx.pengguna.id}, pindaian_id = ${k.pindaian}, ditandatangani_pada = ${ctx.now}`,
  )
  const surat = await terbitkanBerita(ctx, m, rows, {
    nomor: k.nomor,
    sidik: meterai.sidik,
    berlakuSampai: sampai,
    tanda: k.tanda,
  })
  if (!surat.ok) return surat
  ctx.lihat(
    [
      { jenis: 'musyawarah', id: m.id, wilayah: m.wilayah },
      ...rows.map((b) => ({ jenis: 'usulan' as const, id: b.id, wilayah: b.wilayah })),
    ],
    {
      sebelum: { status: m.status },
      sesudah: { status: 'ditandatangani', nomor: k.nomor, sidik: meterai.sidik },
    },
  )
  return ok({
    versi,
    sidik: meterai.sidik,
    berlakuSampai: sampai,
    hasil: ringkas(semua.value.length, rows.length, gagal),
  })
})
