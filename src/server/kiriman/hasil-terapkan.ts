/** Takes outcomes over: by the same steps and into the registry by the same way as if decided here. */
import { sql } from 'kysely'
import type { Context } from '#server/http/context.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { nilaiLangkah, tulisLangkah } from '#server/usulan/langkah.ts'
import { terapkan } from '#server/usulan/terapkan/terapkan.ts'
import type { Dinilai } from './hasil-nilai.ts'
import { terapkanNonaktif } from './hasil-nonaktif.ts'
import { pusat } from './lanjut.ts'

type Asal = { readonly hasil: string; readonly sidik: string; readonly penyampai: string }

/** Steps of one kind and reason are one statement; the centre's reasons are few. */
async function langkah(kerja: Kerja, rows: readonly Dinilai[], rincian: object): Promise<void> {
  const steps = rows.flatMap((r) => (r.maju ? [{ maju: r.maju, alasan: r.alasan }] : []))
  const groups = Map.groupBy(steps, (s) => `${s.maju.aksi} ${s.alasan ?? ''}`)
  for (const those of groups.values())
    await tulisLangkah(
      kerja,
      those.map((s) => s.maju),
      pusat,
      those[0]?.alasan ?? null,
      rincian,
    )
  await terapkan(
    kerja,
    steps.filter((s) => s.maju.ke === 'diterima').map((s) => s.maju.row),
  )
}

/** What was accepted although its record moved on goes to the desk where a person chooses. */
async function benturan(kerja: Kerja, rows: readonly Dinilai[], rincian: object): Promise<void> {
  const sistem = { pelaku: 'sistem', id: null } as const
  const those = rows.flatMap((r) =>
    r.sebab === 'tanpa_benturan' && r.usulan ? [{ ...r.usulan, dilihat: null }] : [],
  )
  const { maju } = nilaiLangkah(those, 'benturkan', sistem, null, kerja.today)
  await tulisLangkah(kerja, maju, sistem, null, rincian)
}

/** Deciles stand beside our own ranks, once per family, source and day. */
async function desil(
  ctx: Context,
  rows: readonly Dinilai[],
  { sumber, tanggal }: { sumber: string; tanggal: string },
): Promise<void> {
  const given = rows.filter((r) => r.hasil !== 'salah' && r.usulan && r.desil !== null)
  if (given.length === 0) return
  await sql`
    insert into peringkat_luar (kab, keluarga_id, wilayah, rt, sumber, jenis, nilai, tanggal, dibuat_pada)
    select k.kab, k.id, k.wilayah, k.rt, ${sumber}, 'desil', g.desil, ${tanggal}::date, ${ctx.now}
    from unnest(${given.map((r) => r.usulan?.kab ?? 0)}::smallint[], ${given.map((r) => r.usulan?.id ?? '')}::uuid[], ${given.map((r) => r.desil ?? 0)}::smallint[]) as g(kab, usulan_id, desil)
      join usulan u on u.kab = g.kab and u.id = g.usulan_id and u.status = 'diterima'
      join keluarga k on k.kab = u.kab and k.id = coalesce(u.hasil_keluarga_id, u.keluarga_id)
    where not exists (select from peringkat_luar l where l.kab = k.kab and l.keluarga_id = k.id and l.jenis = 'desil'
      and l.sumber = ${sumber} and l.tanggal = ${tanggal}::date and l.nilai = g.desil)`.execute(
    ctx.tx,
  )
}

/** Inside the caller's transaction: all of it, or nothing. */
export async function terapkanHasil(
  ctx: Context,
  rows: readonly Dinilai[],
  asal: Asal,
  waktu: { sumber: string; tanggal: string },
): Promise<void> {
  const { tx, now, today } = ctx
  const kerja: Kerja = { tx, now, today, pengguna: { id: null, peran: pusat.pelaku } }
  const rincian = { sarana: 'berkas', ...asal }
  await langkah(kerja, rows, rincian)
  await benturan(kerja, rows, rincian)
  await desil(ctx, rows, waktu)
  await terapkanNonaktif(
    kerja,
    rows.flatMap(({ hasil, keluar, alasan }) =>
      hasil === 'diterapkan' && keluar?.keluarga
        ? [{ ...keluar, keluarga: keluar.keluarga, alasan: alasan ?? '' }]
        : [],
    ),
  )
}
