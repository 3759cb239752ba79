/** The league of the most active kota and kabupaten: counted every night in one statement, read by all. */
import { type Kysely, sql } from 'kysely'
import { kunjunganLiga } from '#contract/kunjungan-liga.ts'
import { angkaLigaSchema } from '#domain/kunjungan/kebijakan.ts'
import { nilaiLiga } from '#domain/kunjungan/liga.ts'
import { ok } from '#domain/result.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { handle } from '#server/http/handle.ts'
import { inScope } from '#server/http/transaction.ts'
import { kebijakanKunjungan } from './kebijakan.ts'

const { liga: kebijakan } = kebijakanKunjungan
const nasional: Cakupan = { lo: 0, hi: 1e10 }
/** Stands for a family that was never visited when ages are put in order. */
const TAK_PERNAH = 99_999
const setahun = 365

const kabkota = sql`wilayah - wilayah % 1000000`

type Hitung = {
  kabkota: number
  keluarga: number
  tepat: number
  median: number
  ber_nik: number
  orang: number
  kembali: number
  kirim: number
  sepakat: number
  ulang: number
}

/** What the formula of policy/parameter/kunjungan.yaml is made of, per kab/kota with families. */
async function hitung(tx: Kysely<DB>, today: string): Promise<readonly Hitung[]> {
  const found = await sql<Hitung>`
    with k as (
      select ${kabkota} as kabkota, count(*)::int as keluarga, count(*) filter (where kunjungan_tempo >= ${today}::date)::int as tepat,
        percentile_disc(0.5) within group (order by coalesce(${today}::date - kunjungan_terakhir, ${TAK_PERNAH}::int))::int as median
      from keluarga where status = 'aktif' group by 1),
    n as (select ${kabkota} as kabkota, sum(individu)::int as orang, sum(individu - tanpa_nik)::int as ber_nik from rekap_rt group by 1),
    u as (
      select ${kabkota} as kabkota, count(*)::int as kirim, count(*) filter (where exists (select from usulan_riwayat r
          where r.kab = u.kab and r.usulan_id = u.id and r.aksi in ('kembalikan', 'kembalikan_kelayakan')))::int as kembali
      from usulan u where diajukan_hari >= ${today}::date - ${setahun}::int group by 1),
    v as (
      select wilayah, hasil, petugas_id, tanggal, lag(hasil) over urut as hasil_lalu, lag(petugas_id) over urut as petugas_lalu,
        lag(tanggal) over urut as tanggal_lalu
      from kunjungan where terhitung and keluarga_id is not null window urut as (partition by kab, keluarga_id order by tanggal, id)),
    s as (
      select ${kabkota} as kabkota, count(*)::int as ulang, count(*) filter (
        where replace(hasil, '_intervensi', '') = replace(hasil_lalu, '_intervensi', ''))::int as sepakat
      from v where petugas_lalu <> petugas_id and tanggal - tanggal_lalu <= ${kebijakan.ulang_hari}::int and tanggal >= ${today}::date - ${setahun}::int group by 1)
    select k.*, coalesce(n.orang, 0) as orang, coalesce(n.ber_nik, 0) as ber_nik, coalesce(u.kirim, 0) as kirim, coalesce(u.kembali, 0) as kembali,
      coalesce(s.ulang, 0) as ulang, coalesce(s.sepakat, 0) as sepakat
    from k left join n using (kabkota) left join u using (kabkota) left join s using (kabkota)`.execute(
    tx,
  )
  return found.rows
}

/** Counts the month of `today` anew; run again the same night it gives the same. Answers how many regions. */
export async function susunLiga(
  db: Kysely<DB>,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<number> {
  return inScope(db, nasional, async (tx) => {
    const isi = (await hitung(tx, today)).map((h) => {
      const angka = {
        tepat_waktu: [h.tepat, h.keluarga] as [number, number],
        umur_median: h.median === TAK_PERNAH ? null : Math.max(0, h.median),
        padan: [h.ber_nik, h.orang] as [number, number],
        pengembalian: [h.kembali, h.kirim] as [number, number],
        sepakat: [h.sepakat, h.ulang] as [number, number],
      }
      return {
        kabkota: Number(h.kabkota),
        keluarga: h.keluarga,
        angka,
        nilai: nilaiLiga(angka, kebijakan).nilai,
      }
    })
    await sql`
      insert into liga_kunjungan (kabkota, bulan, jenis, keluarga, angka, nilai, dihitung_pada)
      select i.kabkota, date_trunc('month', ${today}::date)::date, w.jenis, i.keluarga, i.angka, i.nilai, ${now}
      from jsonb_to_recordset(${JSON.stringify(isi)}::jsonb) as i(kabkota bigint, keluarga int, angka jsonb, nilai smallint)
      join wilayah w on w.kode = i.kabkota and w.jenis in ('kota', 'kabupaten')
      on conflict (kabkota, bulan) do update set keluarga = excluded.keluarga, angka = excluded.angka, nilai = excluded.nilai,
        dihitung_pada = excluded.dihitung_pada`.execute(tx)
    return isi.length
  })
}

type Baris = {
  kode: number
  nama: string
  provinsi: string
  jenis: 'kota' | 'kabupaten'
  keluarga: number
  angka: unknown
  nilai: number
  peringkat: number
  bulan: string
}

export const liga = handle(kunjunganLiga, async ({ tx }) => {
  const found = await sql<Baris>`
    select l.kabkota as kode, w.nama, p.nama as provinsi, l.jenis, l.keluarga, l.angka, l.nilai, l.bulan::text as bulan,
      rank() over (partition by l.jenis order by l.nilai desc)::int as peringkat
    from liga_kunjungan l join wilayah w on w.kode = l.kabkota join wilayah p on p.kode = w.induk
    where l.bulan = (select max(bulan) from liga_kunjungan) order by l.jenis, l.nilai desc, l.kabkota`.execute(
    tx,
  )
  const baris = found.rows.map(({ angka: mentah, bulan: _, ...b }) => {
    const angka = angkaLigaSchema.parse(mentah)
    const dari = (butir: keyof typeof angka): readonly [number, number] | null =>
      butir === 'umur_median' ? null : angka[butir]
    return {
      ...b,
      umurMedian: angka.umur_median,
      hitung: nilaiLiga(angka, kebijakan).hitung.map((h) => ({
        ...h,
        n: dari(h.butir)?.[0] ?? null,
        dari: dari(h.butir)?.[1] ?? null,
      })),
    }
  })
  return ok({
    bulan: found.rows[0]?.bulan ?? null,
    sumber: kebijakan.sumber,
    umurHari: kebijakan.umur_hari,
    pengembalianNol: kebijakan.pengembalian_nol,
    kota: baris.filter((b) => b.jenis === 'kota'),
    kabupaten: baris.filter((b) => b.jenis === 'kabupaten'),
  })
})
