/** Searching the log, its export, and what the search form offers. */
import { sql } from 'kysely'
import {
  jejakCari,
  jejakPelaku,
  jejakPilihan,
  jejakUnduh,
  jenisSubjek,
} from '#contract/jejak-cari.ts'
import type { Input } from '#contract/operation.ts'
import { pengunduhJejak, peran } from '#contract/peran.ts'
import { problem } from '#contract/problems.ts'
import { namaTempat } from '#domain/jejak/kantor.ts'
import { err, ok } from '#domain/result.ts'
import { belowVillage, narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan, xlsxType } from '#server/http/reply.ts'
import {
  type BarisEntri,
  entriCatatan,
  entriMenurut,
  type Halaman,
  syaratSaringan,
} from './baca.ts'
import { type EntriKata, entriKata, peranKata, tujuanKata } from './kata.ts'
import { tempatOf } from './nama.ts'
import { labelOperasi, operasiBerjenis, operasiTercatat } from './operasi.ts'
import { cariPetugas } from './petugas.ts'
import { daftarTujuan } from './tujuan.ts'
import { logFile } from './unduh.ts'

type Saringan = Omit<Input<typeof jejakCari>, 'setelah' | 'batas'>

/** The entries of a search: by their record where one is asked for, otherwise by the entries themselves. */
function temukan(ctx: Context, f: Saringan, h: Halaman): Promise<BarisEntri[]> {
  const area = narrowed(ctx.cakupan, f.wilayah)
  const saringan = { ...f, operasiDalam: f.jenis ? operasiBerjenis(f.jenis) : null }
  if (f.catatan === undefined) {
    const berjenis = f.jenisCatatan
      ? [sql`e.subjek @> ${JSON.stringify([{ jenis: f.jenisCatatan }])}::jsonb`]
      : []
    const syarat = [...syaratSaringan(saringan, 'e'), ...berjenis]
    const urut = (f.dari || f.sampai) && !f.pengguna ? 'waktu' : 'nomor'
    return entriMenurut(ctx.tx, area, syarat, h, urut)
  }
  const { catatan: id } = f
  const jenis = f.jenisCatatan ? [f.jenisCatatan] : jenisSubjek
  const catatan = jenis.map((j) => ({ jenis: j, id }))
  return entriCatatan(ctx.tx, area, catatan, syaratSaringan(saringan, 's'), h)
}

/** What was asked for, for the log of this reading. */
const dipakai = (f: Saringan): object =>
  Object.fromEntries(Object.entries(f).filter(([, nilai]) => nilai !== undefined))

const cari = handle(jejakCari, async (ctx, { setelah, batas, ...f }) => {
  const baris = await temukan(ctx, f, { setelah, batas })
  const page = baris.slice(0, batas)
  const { entri, tampil } = await entriKata(ctx, page)
  ctx.lihat(tampil, { saringan: dipakai(f) }, { jumlah: tampil.length })
  return ok({ entri, berikutnya: baris.length > batas ? (page.at(-1)?.id ?? null) : null })
})

/** Entries of one file; more are for a shorter period. */
const TERBANYAK = 50_000
const SEKALI = 2_000

async function semuanya(ctx: Context, f: Saringan): Promise<EntriKata[] | null> {
  const semua: EntriKata[] = []
  let setelah: number | undefined
  for (;;) {
    const baris = await temukan(ctx, f, { setelah, batas: SEKALI })
    const page = baris.slice(0, SEKALI)
    if (semua.length + page.length > TERBANYAK) return null
    const { entri, tampil } = await entriKata(ctx, page)
    semua.push(...entri)
    ctx.lihat(tampil)
    if (baris.length <= SEKALI) return semua
    setelah = page.at(-1)?.id
  }
}

/** The filters in words, for the head of a file. */
async function saringanKata(ctx: Context, f: Saringan): Promise<string> {
  const tempat = await tempatOf(ctx.tx, [f.wilayah ?? ctx.pengguna.wilayah])
  const [wilayah] = [...tempat.values()].map(namaTempat)
  const kata: (string | undefined)[] = [
    `wilayah ${wilayah ?? '–'}`,
    f.dari && `mulai ${f.dari}`,
    f.sampai && `sampai ${f.sampai}`,
    f.pengguna && `petugas ${f.pengguna}`,
    f.peran && `peran ${peranKata(f.peran)?.id ?? f.peran}`,
    f.jenis && `hanya ${f.jenis}`,
    f.operasi && `tindakan ${labelOperasi(f.operasi).id}`,
    f.tujuan && `tujuan ${tujuanKata(f.tujuan)?.id ?? f.tujuan}`,
    f.jenisCatatan && `tentang ${f.jenisCatatan}`,
    f.catatan && `data ${f.catatan}`,
  ]
  return kata.filter(Boolean).join(', ')
}

const unduh = handle(jejakUnduh, async (ctx, { bentuk, keperluan, ...f }) => {
  const entri = await semuanya(ctx, f)
  if (entri === null) return err(problem('jejak.terlalu_banyak', { paling: TERBANYAK }))
  const rincian = { alasan: keperluan }
  ctx.lihat([], { saringan: dipakai(f), bentuk, jumlahBaris: entri.length }, rincian)
  const isi = logFile(bentuk, entri, {
    pengguna: ctx.pengguna,
    pada: ctx.now,
    keperluan,
    saringan: await saringanKata(ctx, f),
  })
  const jenis = bentuk === 'xlsx' ? xlsxType : 'text/csv; charset=utf-8'
  return ok(new Unduhan(`log-${ctx.today}.${bentuk}`, jenis, isi))
})

const pelaku = handle(jejakPelaku, async (ctx, { q, id }) =>
  ok({
    petugas:
      belowVillage(ctx.cakupan) || (q === undefined && id === undefined)
        ? []
        : await cariPetugas(ctx.tx, ctx.cakupan, { q, id }),
  }),
)

const pilihan = handle(jejakPilihan, async ({ pengguna }) =>
  ok({
    operasi: [...operasiTercatat].sort((a, b) => a.label.id.localeCompare(b.label.id, 'id')),
    tujuan: daftarTujuan().map(({ kode, label }) => ({ kode, label })),
    peran: Object.entries(peran).map(([kode, { label }]) => ({ kode, label })),
    bolehUnduh: pengunduhJejak.includes(pengguna.peran),
  }),
)

export const cariHandlers = [cari, unduh, pelaku, pilihan]
