/** Officers from a file: look first, then commit the same file; the links wait for the sender. */
import { sql } from 'kysely'
import {
  penggunaImpor,
  penggunaImporPeriksa,
  penggunaImporTautan,
  penggunaImporTemplat,
} from '#contract/pengguna-impor.ts'
import { peran as daftarPeran } from '#contract/peran.ts'
import { problem, problems } from '#contract/problems.ts'
import type { Label } from '#domain/label.ts'
import { judulKolom, type KodeTemuan, type PetugasDiminta } from '#domain/pengguna/berkas/baris.ts'
import { temuanPetugas } from '#domain/pengguna/berkas/temuan.ts'
import { err, ok } from '#domain/result.ts'
import { xlsxStream } from '#server/ekspor/xlsx.ts'
import type { Context } from '#server/http/context.ts'
import type { Bound } from '#server/http/handle.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan, xlsxType } from '#server/http/reply.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { buatPetugas, type PetugasBaru } from '../petugas/buat.ts'
import { tautanTerbuka } from '../petugas/tautan.ts'
import { tugasOf } from '../petugas/tugas-kueri.ts'
import { type Baris, bacaPetugas } from './baca.ts'
import { bukuPetugas } from './templat.ts'

/** Cause and remedy of a finding: the reader's own, or the text of the rule that refuses. */
function teksTemuan(kode: KodeTemuan): { sebab: Label; perbaikan: Label } {
  if (kode in temuanPetugas) return temuanPetugas[kode as keyof typeof temuanPetugas]
  const { title, remedy } =
    problems[`pengguna.${kode as Exclude<KodeTemuan, keyof typeof temuanPetugas>}`]
  return { sebab: title, perbaikan: remedy }
}

const hasil = ({ tugas, wilayah }: PetugasDiminta): Label => {
  const { label } = daftarPeran[tugas.peran]
  const rt = tugas.rt ? `, RT ${tugas.rt.join(', ')}` : ''
  return {
    id: `${label.id}, ${wilayah.nama}${rt}, sejak ${tugas.dari}`,
    en: `${label.en}, ${wilayah.nama}${rt}, from ${tugas.dari}`,
  }
}

const laporan = (sidik: string, rows: readonly Baris[]) => ({
  sidik,
  diterima: rows.filter((row) => row.diminta).length,
  ditolak: rows.filter((row) => !row.diminta).length,
  baris: rows.map(({ baris, nama, diminta, temuan }) => ({
    baris,
    nama,
    status: diminta ? ('diterima' as const) : ('ditolak' as const),
    hasil: diminta ? hasil(diminta) : null,
    temuan: temuan.map(({ kolom, kode, nilai }) => ({
      kolom: judulKolom(kolom),
      nilai,
      kode,
      ...teksTemuan(kode),
    })),
  })),
})

const periksa = handle(penggunaImporPeriksa, async (ctx) => {
  const rows = await bacaPetugas(ctx)
  if (!rows.ok) return rows
  // A check tells of each NIK whether it has an account: whoever tries out many is on record.
  ctx.lihat([{ jenis: 'pengguna', id: ctx.pengguna.id }], undefined, { jumlah: rows.value.length })
  return ok(laporan(ctx.unggahan?.sidik ?? '', rows.value))
})

async function catatImpor(ctx: Context, diterima: number, ditolak: number): Promise<string> {
  const made = await sql<{ id: string }>`
    insert into impor_pengguna (wilayah, nama_berkas, sidik, diterima, ditolak, pengguna_id)
    values (${ctx.pengguna.wilayah}, ${ctx.unggahan?.nama ?? ''}, ${ctx.unggahan?.sidik ?? ''}, ${diterima}, ${ditolak}, ${ctx.pengguna.id})
    returning id`.execute(ctx.tx)
  return made.rows[0]?.id ?? ''
}

const baru = (diminta: PetugasDiminta): PetugasBaru => ({
  nama: diminta.nama,
  nik: diminta.nik,
  nomorKk: diminta.nomorKk,
  telepon: diminta.telepon,
  tempat: diminta.wilayah.nama,
  tugas: { ...diminta.tugas, ruta: null },
})

const impor = handle(penggunaImpor, async (ctx, { sidik }) => {
  if (ctx.unggahan?.sidik !== sidik) return err(problem('pengguna.berkas_berbeda'))
  const rows = await bacaPetugas(ctx)
  if (!rows.ok) return rows
  const diminta = rows.value.flatMap((row) => (row.diminta ? [row.diminta] : []))
  const imporId = await catatImpor(ctx, diminta.length, rows.value.length - diminta.length)
  const oleh = { operasi: penggunaImpor.id, penggunaId: ctx.pengguna.id, imporId }
  const ring = await ringOf(ctx.dataFolder)
  if (diminta.length > 0) {
    const made = await buatPetugas(ctx.tx, ring, oleh, diminta.map(baru))
    if (!made.ok) return made
    ctx.lihat(
      made.value.map(({ penggunaId }, i) => ({
        jenis: 'pengguna',
        id: penggunaId,
        wilayah: diminta[i]?.wilayah.kode ?? ctx.pengguna.wilayah,
      })),
      { sebelum: null, sesudah: { impor: imporId, diterima: diminta.length } },
    )
  }
  return ok({ id: imporId, ...laporan(sidik, rows.value) })
})

type Orang = { id: string; nama: string; username: string | null; telepon: string | null }

const lembarTautan = handle(penggunaImporTautan, async (ctx, { id, tujuan, asal }) => {
  const known =
    await sql`select 1 from impor_pengguna where id = ${id} and pengguna_id = ${ctx.pengguna.id}`.execute(
      ctx.tx,
    )
  if (known.rows.length === 0) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const open = await tautanTerbuka(ctx.tx, ring, ctx.pengguna.id, { imporId: id })
  const ids = open.map((satu) => satu.penggunaId)
  const orang = await sql<Orang>`select p.id, p.nama, u.username, u.telepon from pengguna p
    join masuk."user" u on u.id = p.masuk_id where p.id = any (${ids}::uuid[]) order by p.nama, p.id`.execute(
    ctx.tx,
  )
  const tugas = new Map((await tugasOf(ctx.tx, ids)).map((t) => [t.penggunaId, t]))
  const tautan = new Map(open.map((satu) => [satu.penggunaId, satu]))
  const rows = orang.rows.map((satu) => {
    const t = tugas.get(satu.id)
    const link = tautan.get(satu.id)
    const peran = t ? daftarPeran[t.peran].label.id : ''
    const sampai = link?.berakhirPada.toISOString().slice(0, 10)
    return [
      satu.nama,
      satu.username,
      satu.telepon,
      peran,
      t?.tempat.nama,
      `${asal ?? ''}${link?.alamat ?? ''}`,
      sampai,
    ]
  })
  ctx.lihat(
    ids.map((satu) => ({ jenis: 'pengguna', id: satu })),
    undefined,
    { jumlah: ids.length, alasan: tujuan },
  )
  const stream = xlsxStream([
    {
      name: 'Tautan undangan',
      title: [
        'Tautan undangan: sekali pakai, untuk orangnya sendiri. Hapus berkas ini setelah dibagikan.',
        `Tujuan: ${tujuan}. Dibuat oleh ${ctx.pengguna.nama}, ${ctx.today}.`,
      ],
      columns: [
        { header: 'Nama', width: 28 },
        { header: 'Nama pengguna', width: 24 },
        { header: 'Telepon', width: 18 },
        { header: 'Peran', width: 26 },
        { header: 'Wilayah', width: 22 },
        { header: 'Tautan', width: 60 },
        { header: 'Berlaku sampai', kind: 'tanggal' },
      ],
      rows,
    },
  ])
  return ok(new Unduhan('tautan-undangan.xlsx', xlsxType, stream))
})

const templat = handle(penggunaImporTemplat, async (ctx) =>
  ok(new Unduhan('petugas.xlsx', xlsxType, await bukuPetugas(ctx))),
)

export const berkasHandlers: readonly Bound[] = [templat, periksa, impor, lembarTautan]
