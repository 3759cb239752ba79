/** The package of a batch for a centre outside: one zip whose manifest names the hash of every part. */
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { ZipFile } from 'yazl'
import { kirimanPaket } from '#contract/kiriman.ts'
import { problem } from '#contract/problems.ts'
import { judulHasil } from '#domain/kiriman/hasil.ts'
import { err, ok } from '#domain/result.ts'
import { type IsiUsulan, isiUsulanSchema } from '#domain/usulan/isi.ts'
import { isiBerkas } from '#server/berkas/simpan.ts'
import { csvStream } from '#server/ekspor/csv.ts'
import type { Cell } from '#server/ekspor/sel.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { Unduhan } from '#server/http/reply.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { barisKiriman, type KirimanRow, kirimanRow } from './queries.ts'

type Isi = {
  id: string
  nomor: string
  jenis: string
  nama: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  isi: unknown
  nomor_kk: string | null
  alamat: string | null
  anggota: {
    nik: string | null
    nama: string
    hubungan: number | null
    jk: number | null
    lahir: string | null
  }[]
}

/** What was pulled: as proposed, and of a registered family its card and living members. */
async function isiPaket(ctx: Context, k: KirimanRow): Promise<readonly Isi[]> {
  const found = await sql<Isi>`
    select u.id, u.nomor, u.jenis, u.nama, u.wilayah, coalesce(w.nama, u.wilayah::text) as nama_wilayah, u.rt, u.isi, k.nomor_kk, k.alamat,
      coalesce((select jsonb_agg(jsonb_build_object('nik', i.nik, 'nama', i.nama, 'hubungan', i.hubungan, 'jk', i.jenis_kelamin,
          'lahir', i.tanggal_lahir) order by coalesce(i.urutan, 999), i.id)
        from individu i where i.kab = u.kab and i.keluarga_id = u.keluarga_id and i.status = 'aktif'), '[]') as anggota
    from kiriman_usulan b join usulan u on u.kab = b.kab and u.id = b.usulan_id
      left join keluarga k on k.kab = u.kab and k.id = u.keluarga_id left join wilayah w on w.kode = u.wilayah
    where b.kab = ${k.kab} and b.kiriman_id = ${k.id} and u.status = 'ditarik' and ${inArea(ctx.cakupan, 'u')} order by b.urutan`.execute(
    ctx.tx,
  )
  return found.rows
}

type Baris = Isi & { readonly usul: IsiUsulan }

const bnba = (rows: readonly Baris[]) => ({
  header: [
    'Nomor tanda terima',
    'Jenis',
    'Kode wilayah',
    'Kelurahan/desa',
    'RT',
    'Nama',
    'Nomor KK',
    'Alamat',
    'Alasan',
  ],
  rows: rows.map((r): Cell[] => [
    r.nomor,
    r.jenis,
    String(r.wilayah),
    r.nama_wilayah,
    r.rt === null ? null : String(r.rt).padStart(3, '0'),
    r.nama,
    r.nomor_kk ?? r.usul.nomorKk,
    r.alamat ?? r.usul.alamat,
    r.usul.alasan,
  ]),
})

const anggota = (rows: readonly Baris[]) => ({
  header: [
    'Nomor tanda terima',
    'Urutan',
    'NIK',
    'Alasan tanpa NIK',
    'Nama',
    'Hubungan',
    'Jenis kelamin',
    'Tanggal lahir',
  ],
  rows: rows.flatMap((r) =>
    r.usul.anggota
      ? r.usul.anggota.map((a, n): Cell[] => [
          r.nomor,
          n + 1,
          a.nik,
          a.alasanTanpaNik,
          a.nama,
          a.hubungan,
          a.jenisKelamin,
          a.tanggalLahir,
        ])
      : r.anggota.map((a, n): Cell[] => [
          r.nomor,
          n + 1,
          a.nik,
          null,
          a.nama,
          a.hubungan,
          a.jk,
          a.lahir,
        ]),
  ),
})

const jawabanOf = (
  nomor: string,
  unit: string,
  urutan: number | null,
  j: IsiUsulan['jawabanRuta'],
) =>
  Object.entries(j ?? {}).map(([variabel, nilai]): Cell[] => [nomor, unit, urutan, variabel, nilai])

const jawaban = (rows: readonly Baris[]) => ({
  header: ['Nomor tanda terima', 'Unit', 'Urutan', 'Variabel', 'Jawaban'],
  rows: rows.flatMap((r) => [
    ...jawabanOf(r.nomor, 'ruta', null, r.usul.jawabanRuta),
    ...jawabanOf(r.nomor, 'keluarga', null, r.usul.jawabanKeluarga),
    ...(r.usul.anggota ?? []).flatMap((a, n) => jawabanOf(r.nomor, 'individu', n + 1, a.jawaban)),
  ]),
})

/** The sheet that the centre fills in and sends back. */
const lembarHasil = (kiriman: string, rows: readonly Baris[]) => ({
  header: judulHasil,
  rows: rows.map((r): Cell[] => [kiriman, r.nomor, null, null, null]),
})

type Bagian = { readonly nama: string; readonly isi: Buffer; readonly baris: number | null }

async function suratOf(ctx: Context, k: KirimanRow): Promise<Bagian[]> {
  const ring = await ringOf(ctx.dataFolder)
  const surat = await sql<{ berkas_id: string; jenis: string; nama: string }>`
    select d.berkas_id, b.jenis, 'surat-pengesahan' as nama from dokumen d join berkas b on b.kab = d.kab and b.id = d.berkas_id
      where d.kab = ${k.kab} and d.id = ${k.dokumen_id}
    union all select b.id, b.jenis, 'surat-pengesahan-bertanda-tangan' from berkas b where b.kab = ${k.kab} and b.id = ${k.pindaian_id}`.execute(
    ctx.tx,
  )
  const parts: Bagian[] = []
  for (const s of surat.rows) {
    const isi = await isiBerkas(ctx.tx, ring, { kab: k.kab, id: s.berkas_id, bagian: 'isi' })
    const akhiran = s.jenis === 'application/pdf' ? 'pdf' : 'jpg'
    if (isi) parts.push({ nama: `${s.nama}.${akhiran}`, isi, baris: null })
  }
  return parts
}

const sidik = (isi: Buffer): string => createHash('sha256').update(isi).digest('hex')

export const paket = handle(kirimanPaket, async (ctx, { kab, id, tujuan }) => {
  const k = await kirimanRow(ctx.tx, ctx.cakupan, { kab, id })
  if (!k) return err(problem('tidak.ada'))
  if (!k.dikirim_pada) return err(problem('kiriman.belum_diserahkan'))
  const rows = (await isiPaket(ctx, k)).map((r) => ({ ...r, usul: isiUsulanSchema.parse(r.isi) }))
  const ikut = new Set(rows.map((r) => r.id))
  const terikat = await barisKiriman(ctx.tx, ctx.cakupan, k)
  const tabel = [
    { nama: 'bnba.csv', isi: bnba(rows) },
    { nama: 'anggota.csv', isi: anggota(rows) },
    { nama: 'jawaban.csv', isi: jawaban(rows) },
    { nama: 'hasil.csv', isi: lembarHasil(k.nomor, rows) },
  ]
  const bagian: Bagian[] = [
    ...(await Promise.all(
      tabel.map(async ({ nama, isi }) => ({
        nama,
        isi: await buffer(csvStream(isi)),
        baris: isi.rows.length,
      })),
    )),
    ...(await suratOf(ctx, k)),
  ]
  const manifest = {
    format: 'siks-kiriman/1',
    kiriman: k.nomor,
    sidikKiriman: k.sidik,
    periode: k.periode,
    wilayah: { kode: k.wilayah, nama: k.nama_wilayah },
    surat: { nomor: k.surat_nomor, tanggal: k.surat_tanggal },
    jumlah: { surat: k.jumlah, disertakan: rows.length },
    tidakDisertakan: terikat
      .filter((b) => !ikut.has(b.usulan_id))
      .map(({ nomor, status }) => ({ nomor, status })),
    diunduh: { pada: ctx.now.toISOString(), oleh: ctx.pengguna.nama, tujuan },
    berkas: bagian.map((b) => ({
      nama: b.nama,
      sidik: sidik(b.isi),
      ukuran: b.isi.length,
      baris: b.baris,
    })),
  }
  const zip = new ZipFile()
  for (const b of bagian) zip.addBuffer(b.isi, b.nama, { mtime: ctx.now })
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', {
    mtime: ctx.now,
  })
  zip.end()
  ctx.lihat(
    rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })),
    undefined,
    { jumlah: rows.length, alasan: tujuan },
  )
  return ok(new Unduhan(`${k.nomor}.zip`, 'application/zip', await buffer(zip.outputStream)))
})
