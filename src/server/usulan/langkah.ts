/** Takes one step on many proposals: decided row by row by the table of the track, written in one statement. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Aksi, Langkah } from '#domain/usulan/alur.ts'
import type { SebabTertahan } from '#domain/usulan/kata-masalah.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import type { Butir } from '#domain/usulan/kurang.ts'
import { type Penindak, putuskanLangkah } from '#domain/usulan/putuskan.ts'
import type { Context } from '#server/http/context.ts'
import { tahanBerpola, tandaiKerabat } from '#server/pengaman/tahan.ts'
import { aturanPada } from './aturan.ts'
import { type BarisBermeterai, faktaOf, penindakOf } from './baris.ts'
import { denganGaris } from './garis.ts'
import { masalahKata } from './kata.ts'
import { type Kerja, kantorPenindak } from './kerja.ts'
import { type PeriodeRingkas, periodeSesudah, ringkasPeriode } from './periode.ts'
import { peristiwaTertahan } from './peristiwa/saring.ts'
import { muatPilihan, type PilihanUsulan, type Terpilih } from './pilihan.ts'
import { terapkan } from './terapkan/terapkan.ts'

export type Maju = {
  readonly row: BarisBermeterai
  readonly aksi: Aksi
  readonly langkah: Langkah
  readonly ke: Keadaan
  /** Ground of this row alone, where each has its own. */
  readonly alasan?: string | null
}
type Tertahan = {
  readonly row: BarisBermeterai
  readonly sebab: SebabTertahan
  readonly kurang?: readonly Butir[] | undefined
}

type Dinilai = { readonly maju: readonly Maju[]; readonly tertahan: readonly Tertahan[] }

/** What the step does to each: those that go on, those that stay and why. */
export function nilaiLangkah(
  rows: readonly Terpilih[],
  aksi: Aksi,
  oleh: Penindak,
  alasan: string | null,
  today: string,
  kerabat: ReadonlySet<string> = new Set(),
): Dinilai {
  const maju: Maju[] = []
  const tertahan: Tertahan[] = []
  const aturan = aturanPada(today)
  for (const row of rows) {
    if (row.dilihat !== null && row.dilihat !== row.versi) {
      tertahan.push({ row, sebab: 'versi_berubah' })
      continue
    }
    const answer = putuskanLangkah(
      faktaOf(row, today, kerabat.has(row.id)),
      { aksi, oleh, alasan },
      aturan,
    )
    if (answer.ok) maju.push({ row, aksi, ...answer.value })
    else tertahan.push({ row, ...answer.error })
  }
  return { maju, tertahan }
}

/** Events that the registry does not bear stay, each with what is missing. */
async function saring(ctx: Context, aksi: Aksi, nilai: Dinilai, kunci: boolean): Promise<Dinilai> {
  const rows = nilai.maju.map((m) => m.row)
  const gagal = await peristiwaTertahan(ctx, aksi, rows, kunci)
  if (gagal.size === 0) return nilai
  const tertahan = rows.flatMap((row) => {
    const sebab = gagal.get(row.id)
    return sebab ? [{ row, sebab }] : []
  })
  return {
    maju: nilai.maju.filter((m) => !gagal.has(m.row.id)),
    tertahan: [...nilai.tertahan, ...tertahan],
  }
}

/** A proposal whose record moved on goes to the desk where a person chooses, by the clock's step. */
const benturan = (tertahan: readonly Tertahan[], today: string): readonly Maju[] =>
  nilaiLangkah(
    tertahan.filter((t) => t.sebab === 'tanpa_benturan').map((t) => ({ ...t.row, dilihat: null })),
    'benturkan',
    { pelaku: 'sistem', id: null },
    null,
    today,
  ).maju

export const ringkas = (
  jumlah: number,
  jadi: number,
  tertahan: readonly Tertahan[],
  periode: readonly PeriodeRingkas[] = [],
) => ({
  jumlah,
  jadi,
  periode: [...periode],
  tertahan: tertahan.map(({ row, ...m }) => ({
    kab: row.kab,
    id: row.id,
    nomor: row.nomor,
    nama: row.nama,
    status: row.status,
    versi: row.versi,
    masalah: masalahKata(m),
  })),
})

export type HasilLangkah = ReturnType<typeof ringkas>

/** Steps that put a proposal before a meeting anew: no paper binds it any longer. */
const keMusyawarah: ReadonlySet<Aksi> = new Set(['kembalikan_kelayakan', 'musyawarahkan'])

/** Which person's id a step leaves on the proposal. */
const catatan: Partial<Record<Aksi, 'pemverifikasi_id' | 'pengesah_id'>> = {
  verifikasi: 'pemverifikasi_id',
  sahkan: 'pengesah_id',
}

/**
 * Writes steps that were decided, with their history, in one statement. A new state begins unopened
 * and unraised; a return to the meeting takes the seal off.
 */
export async function tulisLangkah(
  ctx: Kerja,
  maju: readonly Maju[],
  oleh: Penindak,
  alasan: string | null,
  rincian: object | null = null,
): Promise<void> {
  const [first] = maju
  if (!first) return
  const { aksi } = first
  const siapa = catatan[aksi]
  const tanda = siapa ? sql`, ${sql.ref(siapa)} = ${oleh.id}` : sql``
  const periode = await periodeSesudah(ctx, maju)
  // What is taken back lies where it lay, since when it lay there: a list is not posted a second time.
  const hari =
    aksi === 'tarik_kembali'
      ? sql`coalesce((select r.hari from usulan_riwayat r where r.kab = u.kab and r.usulan_id = u.id
          and r.ke = l.ke and r.dari <> r.ke order by r.id desc limit 1), ${ctx.today}::date)`
      : sql`${ctx.today}::date`
  const { jenisTugas, kantor } = kantorPenindak(ctx, oleh.id)
  const lepas = keMusyawarah.has(aksi) ? sql`, meterai_id = null` : sql``
  await sql`
    with langkah as (
      select * from unnest(${maju.map((m) => m.row.kab)}::smallint[], ${maju.map((m) => m.row.id)}::uuid[],
        ${maju.map((m) => m.row.status)}::text[], ${maju.map((m) => m.ke)}::text[], ${periode}::text[], ${maju.map((m) => m.alasan ?? alasan)}::text[])
        as l(kab, id, dari, ke, periode, alasan)),
    ubah as (
      update usulan u set status = l.ke, periode = l.periode, versi = u.versi + 1, diubah_pada = ${ctx.now},
        status_pada = case when l.ke = l.dari then u.status_pada else ${ctx.now} end,
        status_hari = case when l.ke = l.dari then u.status_hari else ${hari} end,
        dibuka_pada = case when l.ke = l.dari then u.dibuka_pada end,
        dibuka_oleh = case when l.ke = l.dari then u.dibuka_oleh end,
        diajukan_hari = coalesce(u.diajukan_hari, case when ${aksi} = 'ajukan' then ${ctx.today}::date end),
        diantar_pada = case when ${aksi} in ('ajukan', 'kirim_ulang') then null else u.diantar_pada end,
        naik_pada = case when ${aksi} = 'naikkan' then ${ctx.now} when l.ke = l.dari then u.naik_pada end ${tanda} ${lepas}
      from langkah l where u.kab = l.kab and u.id = l.id
      returning u.kab, u.id, u.wilayah, u.rt, u.keluarga_id, l.dari, l.ke, l.alasan)
    insert into usulan_riwayat (kab, usulan_id, wilayah, rt, keluarga_id, aksi, dari, ke, alasan, rincian, pengguna_id, peran, jenis_tugas, kantor, hari, pada)
    select kab, id, wilayah, rt, keluarga_id, ${aksi}, dari, ke, alasan, ${rincian === null ? null : JSON.stringify(rincian)}::jsonb,
      ${oleh.id}, ${oleh.pelaku}, ${jenisTugas}::text, ${kantor}::bigint, ${ctx.today}::date, ${ctx.now} from ubah`.execute(
    ctx.tx,
  )
}

/** Previews a step. */
export async function pratinjauLangkah(
  ctx: Context,
  aksi: Aksi,
  pilihan: PilihanUsulan,
  alasan: string | null,
): Promise<Result<HasilLangkah, Problem>> {
  const oleh = penindakOf(ctx)
  if (!oleh) return err(problem('izin.kurang'))
  const rows = await muatPilihan(ctx, pilihan, false)
  if (!rows.ok) return rows
  const dinilai = nilaiLangkah(rows.value, aksi, oleh, alasan ?? 'pratinjau', ctx.today)
  const { maju, tertahan } = await saring(ctx, aksi, dinilai, false)
  lihatUsulan(ctx, rows.value)
  return ok(ringkas(rows.value.length, maju.length, tertahan, await ringkasPeriode(ctx, maju)))
}

/** Steps at which it matters whether a change of condition crosses a programme's line. */
const tentangGaris: ReadonlySet<Aksi> = new Set(['ajukan', 'verifikasi', 'musyawarahkan'])

/** In bulk nothing is approved while a flagged one among them was not looked at. */
function benderaTertutup(aksi: Aksi, rows: readonly Terpilih[]): Problem | null {
  const menyetujui = aksi === 'verifikasi' || aksi === 'sahkan' || aksi === 'periksa'
  const tertutup = rows.filter((r) => r.kerabat_id !== null && r.dibuka_pada === null)
  return menyetujui && rows.length > 1 && tertutup.length > 0
    ? problem('usulan.bendera_belum_dibuka', { jumlah: tertutup.length })
    : null
}

/**
 * Holds what stands in a pattern. What would be verified is held before it takes effect; what is
 * sent is on record as sent, and held at the next desk.
 */
async function dijaga(
  ctx: Context,
  aksi: Aksi,
  nilai: Dinilai,
): Promise<Dinilai & { readonly ditahan: ReadonlySet<string> }> {
  const ditahan = await tahanBerpola(
    ctx,
    aksi,
    nilai.maju.map((m) => m.row),
  )
  if (aksi !== 'verifikasi') return { ...nilai, ditahan }
  const tahan = nilai.maju.filter((m) => ditahan.has(m.row.id))
  return {
    ditahan,
    maju: nilai.maju.filter((m) => !ditahan.has(m.row.id)),
    tertahan: [
      ...nilai.tertahan,
      ...tahan.map(({ row }) => ({ row, sebab: 'tidak_ditahan' as const })),
    ],
  }
}

/** Corrections outside the verifier's sample take effect as soon as they are sent. */
async function berlakuSendiri(
  ctx: Context,
  maju: readonly Maju[],
  ditahan: ReadonlySet<string>,
): Promise<void> {
  const sent = maju
    .filter((m) => !ditahan.has(m.row.id))
    .map((m) => ({ ...m.row, status: m.ke, dilihat: null }))
  const sistem = { pelaku: 'sistem', id: null } as const
  const own = nilaiLangkah(sent, 'terima', sistem, null, ctx.today).maju
  await tulisLangkah(ctx, own, sistem, null)
  await terapkan(
    ctx,
    own.map((m) => m.row),
  )
}

/**
 * Takes a step on what was chosen. What can go on goes on, the others stay and are named: one row
 * never holds the batch. What is accepted reaches the registry here, in the same transaction.
 */
export async function ambilLangkah(
  ctx: Context,
  aksi: Aksi,
  pilihan: PilihanUsulan,
  alasan: string | null,
  rincian: object | null = null,
): Promise<Result<HasilLangkah, Problem>> {
  const oleh = penindakOf(ctx)
  if (!oleh) return err(problem('izin.kurang'))
  const rows = await muatPilihan(ctx, pilihan, true)
  if (!rows.ok) return rows
  const bendera = benderaTertutup(aksi, rows.value)
  if (bendera) return err(bendera)
  const kerabat = await tandaiKerabat(ctx, rows.value)
  const diukur = tentangGaris.has(aksi) ? await denganGaris(ctx, rows.value) : rows.value
  const dinilai = nilaiLangkah(diukur, aksi, oleh, alasan, ctx.today, kerabat)
  const dapat = await saring(ctx, aksi, dinilai, true)
  const { ditahan, ...lolos } = await dijaga(ctx, aksi, dapat)
  // An event may have been possible only after one that is held now.
  const ulang = lolos.maju.length < dapat.maju.length
  const { maju, tertahan } = ulang ? await saring(ctx, aksi, lolos, true) : lolos
  const periode = await ringkasPeriode(ctx, maju)
  await tulisLangkah(ctx, maju, oleh, alasan, rincian)
  await terapkan(
    ctx,
    maju.filter((m) => m.ke === 'diterima').map((m) => m.row),
  )
  await berlakuSendiri(ctx, maju, ditahan)
  await tulisLangkah(ctx, benturan(tertahan, ctx.today), { pelaku: 'sistem', id: null }, null)
  // A move concerns another area, which hears of it from the system.
  if (maju.some((m) => m.row.perlu_asal)) await sql`select panggil_pengantar()`.execute(ctx.tx)
  lihatUsulan(
    ctx,
    maju.map((m) => m.row),
    { aksi, ke: maju[0]?.ke ?? null, alasan },
  )
  return ok(ringkas(rows.value.length, maju.length, tertahan, periode))
}

/** Notes for the log which proposals were shown or moved. */
export function lihatUsulan(
  ctx: Context,
  rows: readonly BarisBermeterai[],
  sesudah?: object,
): void {
  ctx.lihat(
    rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })),
    sesudah ? { sebelum: { status: rows[0]?.status ?? null }, sesudah } : undefined,
  )
}
