/** The lists of integration by name, as a file, and as drafts of proposals. */
import { type RawBuilder, sql } from 'kysely'
import { integrasiDaftar, integrasiUnduh, integrasiUsulkan } from '#contract/integrasi.ts'
import { maskNik } from '#domain/individu/nik.ts'
import { daftarIntegrasi, type JenisDaftar } from '#domain/integrasi/daftar.ts'
import { ok } from '#domain/result.ts'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { wholeArea } from '#server/db/whole-area.ts'
import { xlsxStream } from '#server/ekspor/xlsx.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan, xlsxType } from '#server/http/reply.ts'
import { buatUsulan } from '#server/usulan/simpan.ts'
import { anggotaSumber } from './anggota.ts'
import { barisDaftar } from './sql.ts'

type Baris = {
  kab: number
  id: string
  keluarga_id: string | null
  nama: string
  nik: string | null
  nama_kepala: string | null
  wilayah: number
  rt: number | null
  alamat: string | null
  usulan: string | null
  nama_wilayah: string
}

/** Rows of a file at most; more are taken region by region. */
const TERBANYAK = 20_000

/** Rows of a list that meet a condition over `d`, in the order of their ids. */
export async function barisIntegrasi(
  ctx: Context,
  jenis: JenisDaftar,
  wilayah: number | undefined,
  syarat: RawBuilder<unknown>,
  batas: number,
): Promise<readonly Baris[]> {
  const area = narrowed(ctx.cakupan, wilayah)
  const query = sql<Baris>`
    select d.*, coalesce(w.nama, d.wilayah::text) as nama_wilayah from (${barisDaftar(jenis, area)}) d
    left join wilayah w on w.kode = d.wilayah where ${syarat} order by d.id limit ${batas}`
  const found = await wholeArea(ctx.tx, () => query.execute(ctx.tx))
  return found.rows
}

/** What the log keeps: persons of the registry by id, those of a source by their number. */
const lihat = (ctx: Context, rows: readonly Baris[]) =>
  ctx.lihat(
    rows.flatMap((r) =>
      r.keluarga_id ? [{ jenis: 'individu' as const, id: r.id, wilayah: r.wilayah }] : [],
    ),
    undefined,
    { jumlah: rows.length },
  )

const list = handle(integrasiDaftar, async (ctx, f) => {
  const after = f.setelah ? sql`d.id > ${f.setelah}::uuid` : sql`true`
  const found = await barisIntegrasi(ctx, f.jenis, f.wilayah, after, f.batas + 1)
  const rows = found.slice(0, f.batas)
  lihat(ctx, rows)
  return ok({
    orang: rows.map((r) => ({
      kab: r.kab,
      id: r.id,
      nama: r.nama,
      nik: r.nik ? maskNik(r.nik) : null,
      keluarga: r.keluarga_id ? { id: r.keluarga_id, namaKepala: r.nama_kepala ?? '' } : null,
      namaWilayah: r.nama_wilayah,
      rt: r.rt,
      alamat: r.alamat,
      usulan: r.usulan,
    })),
    berikutnya: found.length > f.batas ? (rows.at(-1)?.id ?? null) : null,
  })
})

const download = handle(integrasiUnduh, async (ctx, { jenis, wilayah }) => {
  const rows = await barisIntegrasi(ctx, jenis, wilayah, sql`true`, TERBANYAK)
  lihat(ctx, rows)
  const stream = xlsxStream([
    {
      name: 'Daftar',
      title: [daftarIntegrasi[jenis].label.id, `Dibuat ${ctx.today} oleh ${ctx.pengguna.nama}`],
      columns: [
        { header: 'No.', kind: 'angka', width: 7 },
        { header: 'Nama', width: 30 },
        { header: 'NIK', kind: 'teks', width: 20 },
        { header: 'Kepala keluarga', width: 30 },
        { header: 'RT', width: 6 },
        { header: 'Kelurahan/desa', width: 22 },
        { header: 'Alamat', width: 36 },
        { header: 'Usulan', width: 24 },
      ],
      rows: rows.map((r, i) => [
        i + 1,
        r.nama,
        r.nik ? maskNik(r.nik) : '',
        r.nama_kepala ?? '',
        r.rt === null ? '' : String(r.rt).padStart(3, '0'),
        r.nama_wilayah,
        r.alamat ?? '',
        r.usulan ?? '',
      ]),
    },
  ])
  return ok(new Unduhan(`integrasi-${jenis.replaceAll('_', '-')}.xlsx`, xlsxType, stream))
})

/** Drafts of the officer, one per row without an open proposal; each is completed and sent as any other. */
const propose = handle(integrasiUsulkan, async (ctx, { jenis, orang }) => {
  const ids = orang.map((o) => o.id)
  const rows = await barisIntegrasi(
    ctx,
    jenis,
    undefined,
    sql`d.id = any (${ids}::uuid[])`,
    ids.length,
  )
  const macam = daftarIntegrasi[jenis].usulan
  const { subjek } = jenisUsulan[macam]
  let dibuat = 0
  const keluarga = new Set<string>()
  for (const r of rows) {
    // Two members of one family make one proposal about it.
    const sekali = subjek === 'keluarga' ? (r.keluarga_id ?? r.id) : r.id
    if (r.usulan !== null || keluarga.has(sekali)) continue
    keluarga.add(sekali)
    const made = await buatUsulan(ctx, {
      jenis: macam,
      wilayah: r.keluarga_id ? r.kab * 1e6 : r.wilayah,
      rt: r.rt,
      keluargaId: r.keluarga_id,
      individuId: subjek === 'individu' ? r.id : null,
      versiDasar: null,
      nama: r.nama,
      isi: {
        alasan: `${daftarIntegrasi[jenis].label.id} (laporan integrasi ${ctx.today})`,
        ...(r.keluarga_id === null ? await anggotaSumber(ctx, r) : {}),
      },
    })
    if (made.ok) dibuat++
  }
  return ok({ dibuat, dilewati: orang.length - dibuat })
})

export const daftarHandlers = [list, download, propose]
