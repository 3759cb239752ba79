/** Carries a move in from the destination that asks to the origin that is asked. */
import { sql } from 'kysely'
import { pemutusOf } from '#domain/pindah/pemutus.ts'
import { type IsiUsulan, isiUsulanSchema } from '#domain/usulan/isi.ts'
import type { PeristiwaOf } from '#domain/usulan/peristiwa/isi.ts'
import type { BentukPindah } from '#domain/usulan/peristiwa/jenis.ts'
import { anggotaAktif } from '#domain/usulan/peristiwa/konteks.ts'
import { pergi } from '#domain/usulan/peristiwa/pindah.ts'
import { type Registri, salin } from '#domain/usulan/peristiwa/registri.ts'
import { diminta, type JawabanAsal } from '#domain/usulan/peristiwa/tarik.ts'
import type { BarisUsulan } from '#server/usulan/baris.ts'
import { isiOf } from '#server/usulan/baris.ts'
import type { Kerja } from '#server/usulan/kerja.ts'
import { type BarisPermintaan, muatAsal, rencanaPindah } from './baris.ts'
import { batasAsal } from './kebijakan.ts'
import { langkahSistem } from './langkah.ts'

type Ketemu = {
  readonly kab: number
  readonly id: string
  readonly nik: string
  readonly keluarga_id: string
  readonly wilayah: number
  readonly rt: number | null
  readonly hubungan: number | null
}

/** Words for the destination: the same whether the number is unknown, or of somebody who cannot be moved. */
const takKetemu =
  'Tidak ada keluarga aktif di kelurahan lain dengan NIK yang diketik. Periksa NIK; bila belum terdaftar, usulkan keluarga baru.'

/** The one family that the first of the numbers leads to, with those of its members that were named. */
async function cari(
  ctx: Kerja,
  nik: readonly string[],
  tujuan: number,
): Promise<readonly Ketemu[]> {
  const found = await sql<Ketemu>`
    select i.kab, i.id, i.nik, i.keluarga_id, i.wilayah, i.rt, i.hubungan
    from nik_lokasi n join individu i on i.kab = n.kab and i.id = n.individu_id and i.nik = n.nik
    join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
    where n.nik = any (${nik}::text[]) and i.status = 'aktif' and k.status = 'aktif' and i.wilayah <> ${tujuan}
    order by array_position(${nik}::text[], i.nik), i.id desc`.execute(ctx.tx)
  const [first] = found.rows
  return found.rows.filter((r) => r.kab === first?.kab && r.keluarga_id === first.keluarga_id)
}

/** The form as it is for this family: a "head alone" who is no head is a part of it, a part that is all of it the whole. */
function bentukOf(r: Registri, f: Ketemu, asked: BentukPindah, orang: readonly string[]) {
  const bentuk = asked === 'kepala_saja' && f.hubungan !== 1 ? 'sebagian' : asked
  const semua = anggotaAktif(salin(r), f.keluarga_id).every((i) => orang.includes(i.id))
  return semua && bentuk !== 'domisili' ? 'seluruh_keluarga' : bentuk
}

type Diajukan = {
  readonly pengusul_id: string | null
  readonly pengusul_peran: string | null
  readonly isi: unknown
}

/**
 * Who goes by a move out that the origin has proposed itself: that is its word already, unless it is held
 * or of the person who asks at the destination.
 */
async function sudahDilepas(
  ctx: Kerja,
  r: Registri,
  p: Omit<BarisPermintaan, 'status' | 'jawaban'>,
  peminta: string | null,
): Promise<{ readonly jawaban: JawabanAsal; readonly oleh: Diajukan } | null> {
  const found = await sql<Diajukan>`select u.pengusul_id, u.pengusul_peran, u.isi from usulan u
    where u.kab = ${p.kab} and u.keluarga_id = ${p.keluarga_id} and u.jenis = 'pindah_keluar' and u.status = 'diajukan'
      and u.tahanan is null and u.pengusul_id is distinct from ${peminta} order by u.id`.execute(
    ctx.tx,
  )
  const d = salin(r)
  const asked = new Set(diminta(d, p.keluarga_id, p))
  for (const oleh of found.rows) {
    const keluar = isiUsulanSchema.parse(oleh.isi).peristiwa
    if (keluar?.jenis !== 'pindah_keluar') continue
    const gone = new Set(pergi(d, p.keluarga_id, keluar))
    const { kepalaBaruId, pengganti } = keluar
    const sama = gone.size === asked.size && [...gone].every((id) => asked.has(id))
    if (sama && rencanaPindah(r, p, { kepalaBaruId, pengganti }, ctx.today).ok)
      return { jawaban: { kepalaBaruId, pengganti }, oleh }
  }
  return null
}

/** A request is made of one origin: one that was asked before for the same proposal, and its answer, count no more. */
const tutupAsalLama = (ctx: Kerja, p: Pick<BarisPermintaan, 'kab' | 'id'>) =>
  sql`update permintaan_pindah set status = 'ditutup', versi = versi + 1
    where id = ${p.id} and kab <> ${p.kab} and status not in ('selesai', 'ditutup')`.execute(ctx.tx)

const dokumenOf = (isi: IsiUsulan) => isi.dokumen ?? {}

/** Delivers one proposal; one that leads to nobody is returned, in words that tell nothing else. */
export async function mintaAsal(ctx: Kerja, row: BarisUsulan): Promise<void> {
  const isi = isiOf(row)
  const p = isi.peristiwa as PeristiwaOf<'tarik_masuk'> | undefined
  const nik = [...new Set(p?.nik ?? [])]
  const ketemu = await cari(ctx, nik, row.wilayah)
  const [first] = ketemu
  if (!p || !first) return void (await langkahSistem(ctx, row, 'kembalikan', takKetemu))
  const orang = [...new Set(ketemu.map((k) => k.id))]
  const r = await muatAsal(ctx, first, false)
  const asked = {
    kab: first.kab,
    id: row.id,
    wilayah: first.wilayah,
    rt: first.rt,
    keluarga_id: first.keluarga_id,
    tujuan_kab: row.kab,
    tujuan_wilayah: row.wilayah,
    nomor: row.nomor,
    bentuk: bentukOf(r, first, p.bentuk ?? 'seluruh_keluarga', orang),
    tanggal: p.tanggal ?? ctx.today,
    orang,
    nomor_lain: nik.length - new Set(ketemu.map((k) => k.nik)).size,
    dokumen: dokumenOf(isi),
    pemutus: pemutusOf(first.wilayah, row.wilayah),
    batas: batasAsal(ctx.today),
    alasan_asal: null,
    alasan: null,
    dijawab_peran: null,
    dijawab_oleh: null,
    dijawab_pada: null,
    diminta_oleh: row.pengusul_id,
    versi: 1,
  }
  await tutupAsalLama(ctx, asked)
  const dilepas = await sudahDilepas(ctx, r, asked, row.pengusul_id)
  await sql`
    insert into permintaan_pindah (kab, id, wilayah, rt, keluarga_id, tujuan_kab, tujuan_wilayah, nomor, bentuk, tanggal, orang, nomor_lain, dokumen,
      status, pemutus, batas, jawaban, dijawab_peran, dijawab_oleh, dijawab_pada, diminta_oleh, dibuat_pada)
    values (${asked.kab}, ${asked.id}, ${asked.wilayah}, ${asked.rt}, ${asked.keluarga_id}, ${asked.tujuan_kab}, ${asked.tujuan_wilayah}, ${asked.nomor},
      ${asked.bentuk}, ${asked.tanggal}::date, ${orang}::uuid[], ${asked.nomor_lain}, ${JSON.stringify(asked.dokumen)}::jsonb,
      ${dilepas ? 'disetujui' : 'menunggu'}, ${asked.pemutus}, ${asked.batas}::date, ${JSON.stringify(dilepas?.jawaban ?? {})}::jsonb,
      ${dilepas?.oleh.pengusul_peran ?? null}, ${dilepas?.oleh.pengusul_id ?? null}, ${dilepas ? ctx.now : null}, ${row.pengusul_id}, ${ctx.now})
    on conflict (kab, id) do update set wilayah = excluded.wilayah, rt = excluded.rt, keluarga_id = excluded.keluarga_id, bentuk = excluded.bentuk,
      tanggal = excluded.tanggal, orang = excluded.orang, nomor_lain = excluded.nomor_lain, dokumen = excluded.dokumen, status = excluded.status,
      pemutus = excluded.pemutus, batas = excluded.batas, jawaban = excluded.jawaban, alasan_asal = null, alasan = null,
      dijawab_peran = excluded.dijawab_peran, dijawab_oleh = excluded.dijawab_oleh, dijawab_pada = excluded.dijawab_pada, diminta_oleh = excluded.diminta_oleh, dibawa_pada = null,
      versi = permintaan_pindah.versi + 1`.execute(ctx.tx)
  await sql`update usulan set diantar_pada = ${ctx.now} where kab = ${row.kab} and id = ${row.id}`.execute(
    ctx.tx,
  )
}
