/** Takes the civil registry's answer in: each row held against the person on the letter, and reported. */
import { sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { tanpaNikImpor, tanpaNikPeriksa } from '#contract/tanpa-nik.ts'
import { compareNik } from '#domain/individu/banding-nik.ts'
import { parseNik } from '#domain/individu/nik.ts'
import { err, ok, type Result } from '#domain/result.ts'
import {
  type BarisJawaban,
  bacaJawaban,
  kepalaJawaban,
  type SebabBaris,
  sebabBaris,
} from '#domain/tanpa-nik/jawaban.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { bacaLembar } from '#server/impor/baca/lembar.ts'
import { hitungUlang } from '#server/usulan/terapkan/rekap.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

/** Most rows of one file: some letters together. */
const TERBANYAK = 5_000

type Orang = {
  readonly kode: string
  readonly kab: number
  readonly surat_id: string
  readonly id: string
  readonly nama: string
  readonly nik: string | null
  readonly status: string
  readonly tanggal_lahir: string | null
  readonly jenis_kelamin: number | null
  readonly keluarga_id: string
  readonly wilayah: number
  readonly rt: number | null
  readonly keterangan: string | null
}

type Dinilai = BarisJawaban & {
  readonly baris: number
  readonly orang: Orang | null
  readonly hasil: 'terisi' | 'dicatat' | 'sudah' | 'tertahan'
  readonly sebab: SebabBaris | null
}

async function orangOf(
  ctx: Context,
  kode: readonly string[],
  kunci: boolean,
): Promise<ReadonlyMap<string, Orang>> {
  const found = await sql<Orang>`
    select b.kode, b.kab, b.surat_id, i.id, i.nama, i.nik, i.status, i.tanggal_lahir, i.jenis_kelamin, i.keluarga_id, i.wilayah, i.rt, b.keterangan
    from surat_tanpa_nik_baris b join individu i on i.kab = b.kab and i.id = b.individu_id
    where b.kode = any (${kode}::text[]) and ${inArea(ctx.cakupan, 'b')} and ${inArea(ctx.cakupan, 'i')} order by b.surat_id ${kunci ? sql`for update of i` : sql``}`.execute(
    ctx.tx,
  )
  // Of several letters the last is the one that is answered.
  return new Map(found.rows.map((r) => [r.kode, r]))
}

/** Numbers that somebody of the area has already. */
async function terpakai(
  ctx: Context,
  nik: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ nik: string; id: string }>`
    select i.nik, i.id from individu i where i.nik = any (${nik}::text[]) and i.status = 'aktif' and ${inArea(ctx.cakupan, 'i')}`.execute(
    ctx.tx,
  )
  return new Map(found.rows.map((r) => [r.nik, r.id]))
}

function satu(
  row: BarisJawaban & { readonly baris: number },
  o: Orang | undefined,
  dipakai: ReadonlyMap<string, string>,
): Dinilai {
  const tertahan = (sebab: SebabBaris): Dinilai => ({
    ...row,
    orang: o ?? null,
    hasil: 'tertahan',
    sebab,
  })
  if (row.salah) return tertahan(row.salah)
  if (!o) return tertahan('kode_tidak_dikenal')
  const jadi = (hasil: Dinilai['hasil']): Dinilai => ({ ...row, orang: o, hasil, sebab: null })
  if (row.nik === null) return jadi(o.nik || o.keterangan === row.keterangan ? 'sudah' : 'dicatat')
  if (o.nik === row.nik) return jadi('sudah')
  if (o.nik !== null) return tertahan('sudah_ber_nik')
  if (o.status !== 'aktif') return tertahan('tidak_aktif')
  if (dipakai.has(row.nik)) return tertahan('nik_ganda')
  const nik = parseNik(row.nik)
  const beda = nik.ok
    ? compareNik(nik.value, {
        tanggal_lahir: o.tanggal_lahir,
        jenis_kelamin: o.jenis_kelamin,
        wilayah: null,
      })
    : []
  return beda.length > 0 ? tertahan('data_berbeda') : jadi('terisi')
}

async function nilai(ctx: Context, kunci: boolean): Promise<Result<readonly Dinilai[], Problem>> {
  if (!ctx.unggahan) return err(problem('berkas.kosong'))
  const lembar = await bacaLembar(ctx.unggahan.path, kepalaJawaban, TERBANYAK)
  if (!lembar.ok) {
    const sebab =
      'maks' in lembar.error ? `lebih dari ${lembar.error.maks} baris.` : lembar.error.sebab
    return err(problem('tanpa_nik.berkas_ditolak', { sebab }))
  }
  const { baris, tempat } = lembar.value
  const rows = bacaJawaban(
    baris.map((row) => row.cells),
    tempat,
  ).map((row, i) => ({ ...row, baris: baris[i]?.row ?? i + 1 }))
  const orang = await orangOf(
    ctx,
    rows.map((r) => r.kode),
    kunci,
  )
  const dipakai = await terpakai(
    ctx,
    rows.flatMap((r) => (r.nik ? [r.nik] : [])),
  )
  const seen = new Set<string>()
  return ok(
    rows.map((row) => {
      const d = satu(row, orang.get(row.kode), dipakai)
      if (d.hasil !== 'terisi' || !d.nik) return d
      // Two persons of one file cannot have one number.
      if (seen.has(d.nik)) return { ...d, hasil: 'tertahan' as const, sebab: 'nik_ganda' as const }
      seen.add(d.nik)
      return d
    }),
  )
}

function laporan(sidik: string, rows: readonly Dinilai[]) {
  const banyak = (hasil: Dinilai['hasil']) => rows.filter((r) => r.hasil === hasil).length
  return {
    sidik,
    jumlah: rows.length,
    terisi: banyak('terisi'),
    dicatat: banyak('dicatat'),
    sudah: banyak('sudah'),
    tertahan: banyak('tertahan'),
    baris: rows.map((r) => ({
      baris: r.baris,
      kode: r.kode,
      nama: r.orang?.nama ?? null,
      hasil: r.hasil,
      sebab: r.sebab ? sebabBaris[r.sebab] : null,
    })),
  }
}

const subjek = (rows: readonly Dinilai[]) =>
  rows.flatMap(({ orang: o }) =>
    o ? [{ jenis: 'individu' as const, id: o.id, wilayah: o.wilayah }] : [],
  )

/** Numbers and remarks of a file reach the registry and the letters, each kind in one statement. */
async function tulis(ctx: Context, rows: readonly Dinilai[]): Promise<void> {
  const isi = rows
    .filter((r) => r.hasil === 'terisi' || r.hasil === 'dicatat')
    .flatMap((r) =>
      r.orang
        ? [
            {
              ...r.orang,
              nik: r.nik,
              keterangan: r.keterangan,
              hasil: r.nik ? 'terisi' : 'tidak_ditemukan',
            },
          ]
        : [],
    )
  if (isi.length === 0) return
  await sql`
    with v as (select * from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb)
        as v(kab smallint, surat_id uuid, id uuid, nik text, keterangan text, hasil text, wilayah bigint, rt smallint, keluarga_id uuid)),
    b as (update surat_tanpa_nik_baris b set hasil = v.hasil, keterangan = v.keterangan, dijawab_pada = ${ctx.now}
      from v where b.kab = v.kab and b.surat_id = v.surat_id and b.individu_id = v.id),
    catat as (insert into perubahan (kab, unit, subjek_id, kolom, lama, baru, tanggal, sumber, pengguna_id, wilayah, rt, keluarga_id)
      select kab, 'individu', id, 'nik', null, nik, ${ctx.today}::date, 'disdukcapil', ${ctx.pengguna.id}, wilayah, rt, keluarga_id from v where nik is not null),
    n as (insert into nik_lokasi (nik, kab, individu_id) select nik, kab, id from v where nik is not null on conflict do nothing)
    update individu i set nik = v.nik, alasan_tanpa_nik = null, versi = i.versi + 1, diubah_pada = now() from v
    where i.kab = v.kab and i.id = v.id and v.nik is not null`.execute(ctx.tx)
  await hitungUlang(ctx, isi)
}

const check = handle(tanpaNikPeriksa, async (ctx) => {
  const rows = await nilai(ctx, false)
  if (!rows.ok) return rows
  ctx.lihat(subjek(rows.value), undefined, { jumlah: rows.value.length })
  return ok(laporan(ctx.unggahan?.sidik ?? '', rows.value))
})

const take = handle(tanpaNikImpor, async (ctx, { sidik }) => {
  if (ctx.unggahan?.sidik !== sidik) return err(problem('tanpa_nik.berkas_berbeda'))
  const rows = await nilai(ctx, true)
  if (!rows.ok) return rows
  await tulis(ctx, rows.value)
  const hasil = laporan(sidik, rows.value)
  ctx.lihat(subjek(rows.value), {
    sebelum: null,
    sesudah: { berkas: ctx.unggahan.nama, sidik, terisi: hasil.terisi, dicatat: hasil.dicatat },
  })
  return ok(hasil)
})

export const jawabanHandlers = [check, take]
