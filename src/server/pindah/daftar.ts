/** Requests about families of the reader's area, and one of them with who goes and who stays. */
import { type RawBuilder, sql } from 'kysely'
import { pindahDaftar, pindahSatu } from '#contract/pindah.ts'
import { problem } from '#contract/problems.ts'
import { umurPada } from '#domain/individu/umur.ts'
import { bolehMenjawab, pemutus, penjawabAsal, semuaPemutus } from '#domain/pindah/pemutus.ts'
import { err, ok } from '#domain/result.ts'
import { anggotaAktif, kepalaOf } from '#domain/usulan/peristiwa/konteks.ts'
import { pemegang } from '#domain/usulan/peristiwa/pengurus.ts'
import { type Individu, salin } from '#domain/usulan/peristiwa/registri.ts'
import { diminta } from '#domain/usulan/peristiwa/tarik.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { peranKata } from '#server/usulan/kata.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { type BarisPermintaan, kolomPermintaan, muatAsal } from './baris.ts'

type Tampil = BarisPermintaan & {
  readonly nama_kepala: string
  readonly nama_wilayah: string
  readonly tujuan: string
  readonly penjawab: string | null
}

const tampil = sql`${kolomPermintaan}, k.nama_kepala, coalesce(w.nama, p.wilayah::text) as nama_wilayah,
  concat_ws(', ', coalesce(t.nama, p.tujuan_wilayah::text), a.nama) as tujuan, o.nama as penjawab
  from permintaan_pindah p join keluarga k on k.kab = p.kab and k.id = p.keluarga_id
  left join wilayah w on w.kode = p.wilayah left join wilayah t on t.kode = p.tujuan_wilayah
  left join wilayah a on a.kode = p.tujuan_wilayah - p.tujuan_wilayah % 1000000 left join pengguna o on o.id = p.dijawab_oleh`

/** What waits for this role: at the origin, or at the level that decides. */
function mejaOf(peran: string): RawBuilder<unknown> {
  if ((penjawabAsal as readonly string[]).includes(peran)) return sql`p.status = 'menunggu'`
  const level = semuaPemutus.filter((l) => (pemutus[l].oleh as readonly string[]).includes(peran))
  return sql`p.status = 'naik' and p.pemutus = any (${level}::text[])`
}

const barisOf = (ctx: Context, r: Tampil) => ({
  kab: r.kab,
  id: r.id,
  nomor: r.nomor,
  keluarga: { kab: r.kab, id: r.keluarga_id, namaKepala: r.nama_kepala },
  wilayah: r.wilayah,
  namaWilayah: r.nama_wilayah,
  rt: r.rt,
  tujuan: r.tujuan,
  bentuk: r.bentuk,
  tanggal: r.tanggal,
  status: r.status,
  pemutus: r.pemutus,
  batas: r.batas,
  alasanAsal: r.alasan_asal,
  alasan: r.alasan,
  dapatDijawab: bolehMenjawab(r, ctx.pengguna.peran) && r.diminta_oleh !== ctx.pengguna.id,
  versi: r.versi,
})

export const list = handle(pindahDaftar, async (ctx, f) => {
  const meja = f.meja === 'saya' ? sql`and (${mejaOf(ctx.pengguna.peran)})` : sql``
  const sesudah = f.setelah ? sql`and p.id > ${f.setelah}` : sql``
  const found = await sql<Tampil>`select ${tampil}
    where ${inArea(narrowed(ctx.cakupan, f.wilayah), 'p')} ${meja} ${sesudah} order by p.id limit ${f.batas + 1}`.execute(
    ctx.tx,
  )
  const rows = found.rows.slice(0, f.batas)
  ctx.lihat(
    rows.map((r) => ({ jenis: 'keluarga' as const, id: r.keluarga_id, wilayah: r.wilayah })),
  )
  const last = found.rows.length > f.batas ? rows.at(-1) : undefined
  return ok({ permintaan: rows.map((r) => barisOf(ctx, r)), berikutnya: last?.id ?? null })
})

const orangOf = (today: string) => (i: Individu) => ({
  id: i.id,
  nama: i.nama,
  umur: umurPada(
    { tanggalLahir: i.tanggal_lahir, umurTercatat: i.umur_tercatat, umurTanggal: i.umur_tanggal },
    today,
  ),
  hubungan: i.hubungan,
})

export const one = handle(pindahSatu, async (ctx, { kab, id }) => {
  const found =
    await sql<Tampil>`select ${tampil} where p.kab = ${kab} and p.id = ${id} and ${inArea(ctx.cakupan, 'p')}`.execute(
      ctx.tx,
    )
  const [r] = found.rows
  if (!r) return err(problem('tidak.ada'))
  const d = salin(await muatAsal(ctx, r, false))
  const gone = new Set(diminta(d, r.keluarga_id, r))
  const anggota = anggotaAktif(d, r.keluarga_id).toSorted(
    (a, b) => (a.urutan ?? 0) - (b.urutan ?? 0),
  )
  const tinggal = anggota.filter((i) => !gone.has(i.id))
  const ditinggal = (orang: string | null | undefined): boolean =>
    tinggal.length > 0 && typeof orang === 'string' && gone.has(orang)
  ctx.lihat([{ jenis: 'keluarga', id: r.keluarga_id, wilayah: r.wilayah }])
  return ok({
    ...barisOf(ctx, r),
    pergi: anggota.filter((i) => gone.has(i.id)).map(orangOf(ctx.today)),
    tinggal: tinggal.map(orangOf(ctx.today)),
    nomorLain: r.nomor_lain,
    dokumen: r.dokumen,
    perluKepala: ditinggal(kepalaOf(d, r.keluarga_id)?.id),
    perluPengurus: ditinggal(pemegang(d, r.keluarga_id)),
    dijawab: r.dijawab_pada
      ? {
          nama: r.penjawab,
          peran: peranKata(r.dijawab_peran),
          pada: r.dijawab_pada.toISOString(),
        }
      : null,
  })
})
