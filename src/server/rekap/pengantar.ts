/** The covering letter of the own office: what it finalised in a period, to the office above. */
import { sql } from 'kysely'
import { problem } from '#contract/problems.ts'
import { rekapPengantar } from '#contract/rekap.ts'
import { jabatanBawaan, sebutan } from '#domain/dokumen/kop.ts'
import { type BarisPengantar, suratPengantar } from '#domain/rekap/pengantar.ts'
import { err, ok } from '#domain/result.ts'
import { kabOf, tingkatOf, wilayahAt } from '#domain/wilayah/kode.ts'
import { kopOf, kopSurat } from '#server/dokumen/kop.ts'
import { terbitkan } from '#server/dokumen/terbit.ts'
import { handle } from '#server/http/handle.ts'
import { ringOf } from '#server/kripto/kunci.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { regionPath } from '#server/wilayah/queries.ts'

type Baris = BarisPengantar & { id: string; wilayah: number }

/** Finalised and on its way up, or back from there under the same minutes. */
const naik = [
  'difinalkan',
  'diverifikasi',
  'disahkan',
  'diperiksa',
  'ditarik',
  'diterima',
  'berbenturan',
]

export const pengantar = handle(rekapPengantar, async (ctx, input) => {
  const kantor = ctx.pengguna.wilayah
  const found = await sql<Baris>`
    select u.id, u.nomor, u.nama, u.jenis, u.wilayah, u.rt, coalesce(w.nama, u.wilayah::text) as "namaWilayah"
    from usulan u left join wilayah w on w.kode = u.wilayah
    where u.jalur = 'usulan' and u.periode = ${input.periode} and u.status = any (${naik}::text[]) and ${inArea(ctx.cakupan, 'u')}
    order by u.wilayah, u.rt nulls last, u.nama, u.id limit 5000`.execute(ctx.tx)
  if (found.rows.length === 0) return err(problem('rekap.tanpa_usulan'))
  const atas = tingkatOf(kantor) === 'desa' ? 'kecamatan' : 'kabkota'
  const jalur = await regionPath(ctx.tx, wilayahAt(kantor, atas))
  const tujuan = jalur?.at(-1)
  const kop = await kopOf(ctx.tx, kantor)
  const penanda = kop?.penanda[input.penanda] ?? kop?.penanda[0]
  if (!tujuan || !kop || !penanda) return err(problem('tidak.ada'))
  const ring = await ringOf(ctx.dataFolder)
  const kepala = await kopSurat(ctx.tx, ring, kop)
  const terbit = await terbitkan(ctx.tx, ring, {
    jenis: 'surat_pengantar',
    kantor,
    tempat: { kab: kabOf(kantor), wilayah: kantor, rt: null, keluargaId: null },
    tanggal: ctx.today,
    pada: ctx.now,
    nomor: input.nomor ?? null,
    menggantikan: null,
    penggunaId: ctx.pengguna.id,
    susun: ({ nomor, alamat }) =>
      suratPengantar({
        kop: kepala,
        tempat: kop.tempat,
        penanda,
        kantor: sebutan(kop.kantor),
        tujuan: jabatanBawaan(tujuan),
        nomor,
        alamatQr: alamat,
        periode: input.periode,
        tanggal: ctx.today,
        baris: found.rows,
      }),
  })
  if (!terbit.ok) return terbit
  const { id, nomor, kab } = terbit.value
  ctx.lihat(
    [
      { jenis: 'dokumen', id, wilayah: kantor },
      ...found.rows.map((r) => ({ jenis: 'usulan' as const, id: r.id, wilayah: r.wilayah })),
    ],
    {
      sebelum: null,
      sesudah: { pengantar: nomor, periode: input.periode, jumlah: found.rows.length },
    },
  )
  return ok({ kab, dokumenId: id, nomor, jumlah: found.rows.length })
})
