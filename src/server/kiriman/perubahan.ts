/** Perubahan dari pusat: what the centre's decisions and deciles changed in an area, newest first. */
import { type RawBuilder, sql } from 'kysely'
import { hasilPusatPerubahan, type jenisPerubahan } from '#contract/hasil-pusat.ts'
import type { Label } from '#domain/label.ts'
import { ok } from '#domain/result.ts'
import { type Akibat, type JenisUsulan, jenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { programLabel } from '#server/kuota/program.ts'
import { milikPembaca } from '#server/usulan/baris.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

type Baris = {
  id: string
  jenis: (typeof jenisPerubahan)[number]
  kab: number
  usulan_id: string | null
  keluarga_id: string | null
  nomor: string | null
  nama: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  tentang: JenisUsulan | null
  sumber: string | null
  desil: number | null
  program: string | null
  alasan: string | null
  hari: string
  kunci: string
}

const berakibat = (a: Akibat): JenisUsulan[] =>
  semuaJenis.filter((j) => jenisUsulan[j].akibat === a)

/** Steps of the centre, names that it deactivated, and deciles from outside; an RT head sees the fate of their own. */
function sumber(ctx: Context, dari: string, wilayah: number | undefined): RawBuilder<unknown> {
  const c = narrowed(ctx.cakupan, wilayah)
  const rtSaja = ctx.pengguna.peran === 'ketua_rt'
  const desilTampak = rtSaja ? sql`false` : inArea(c, 'l')
  const namaTampak = rtSaja ? sql`false` : inArea(c, 'b')
  return sql`(
    select r.id, r.pada, r.hari::text as hari, r.kab, r.usulan_id, coalesce(u.hasil_keluarga_id, u.keluarga_id) as keluarga_id, u.nomor, u.nama,
      r.wilayah, r.rt, u.jenis as tentang, null::text as sumber, null::int as desil, null::text as program, r.alasan,
      case when r.aksi = 'tolak' then 'ditolak' when r.aksi <> 'terima' then 'dikembalikan'
        when u.jenis = any (${berakibat('menambah')}::text[]) then 'masuk'
        when u.jenis = any (${berakibat('mengurangi')}::text[]) then 'keluar' else 'berubah' end as jenis
    from usulan_riwayat r join usulan u on u.kab = r.kab and u.id = r.usulan_id
    where r.peran = 'pusdatin' and r.aksi in ('terima', 'tolak', 'kembalikan', 'kembalikan_kelayakan') and r.hari >= ${dari}::date
      and ${inArea(c, 'r')} and ${milikPembaca(ctx)}
    union all
    select l.id, l.dibuat_pada, l.dibuat_pada::date::text, l.kab, null, l.keluarga_id, null, k.nama_kepala, l.wilayah, l.rt, null, l.sumber, l.nilai, null, null, 'desil'
    from peringkat_luar l join keluarga k on k.kab = l.kab and k.id = l.keluarga_id
    where l.jenis = 'desil' and l.dibuat_pada >= ${dari}::date and ${desilTampak}
    union all
    select b.id, b.pada, b.tanggal::text, b.kab, null, b.keluarga_id, null, k.nama_kepala, b.wilayah, b.rt, null, null, null, b.program, b.alasan, 'keluar'
    from hasil_pusat_baris b join keluarga k on k.kab = b.kab and k.id = b.keluarga_id
    where b.putusan = 'nonaktif' and b.hasil = 'diterapkan' and b.pada >= ${dari}::date and ${namaTampak}) p`
}

/** What it was about: the kind of proposal, the decile, or that the centre took the name off. */
function tentang(b: Baris): Label {
  if (b.tentang) return jenisUsulan[b.tentang].label
  if (b.desil !== null)
    return { id: `Desil ${b.desil} (${b.sumber})`, en: `Decile ${b.desil} (${b.sumber})` }
  if (b.program === null) return { id: 'Dinonaktifkan pusat', en: 'Deactivated by the centre' }
  const p = programLabel(b.program)
  return {
    id: `Dinonaktifkan pusat dari ${p.id}`,
    en: `Taken off by the centre: ${p.en}`,
  }
}

export const perubahan = handle(hasilPusatPerubahan, async (ctx, input) => {
  const asal = sumber(ctx, input.dari, input.wilayah)
  const jumlah = await sql<{ jenis: Baris['jenis']; jumlah: number }>`
    select p.jenis, count(*)::int as jumlah from ${asal} group by 1 order by 1`.execute(ctx.tx)
  const [, pada = null, id = null] = /^([\d.]+)_([0-9a-f-]{36})$/.exec(input.setelah ?? '') ?? []
  const found = await sql<Baris>`
    select p.*, coalesce(w.nama, p.wilayah::text) as nama_wilayah, extract(epoch from p.pada) || '_' || p.id as kunci
    from ${asal} left join wilayah w on w.kode = p.wilayah
    where (${input.jenis ?? null}::text is null or p.jenis = ${input.jenis ?? null})
      and (${id}::uuid is null or (extract(epoch from p.pada), p.id) < (${pada}::numeric, ${id}::uuid))
    order by extract(epoch from p.pada) desc, p.id desc limit ${input.batas + 1}`.execute(ctx.tx)
  const rows = found.rows.slice(0, input.batas)
  ctx.lihat(
    rows.map((b) =>
      b.usulan_id
        ? { jenis: 'usulan' as const, id: b.usulan_id, wilayah: b.wilayah }
        : { jenis: 'keluarga' as const, id: b.keluarga_id ?? b.id, wilayah: b.wilayah },
    ),
  )
  return ok({
    jumlah: jumlah.rows,
    perubahan: rows.map((b) => ({
      id: b.id,
      jenis: b.jenis,
      kab: b.kab,
      usulanId: b.usulan_id,
      keluargaId: b.keluarga_id,
      nomor: b.nomor,
      nama: b.nama,
      namaWilayah: b.nama_wilayah,
      rt: b.rt,
      tentang: tentang(b),
      alasan: b.alasan,
      hari: b.hari,
    })),
    berikutnya: found.rows.length > input.batas ? (rows.at(-1)?.kunci ?? null) : null,
  })
})
