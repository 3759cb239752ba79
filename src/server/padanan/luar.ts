/** People of the area whose other record lies outside it: that it exists and with whom it lies, nothing else. */
import { sql } from 'kysely'
import type { statusPasangan } from '#contract/padanan-pasangan.ts'
import { padananLuar } from '#contract/padanan-putusan.ts'
import { ok } from '#domain/result.ts'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

type Row = {
  pasangan: string
  id: string
  nama: string
  kab: number
  keluargaId: string
  namaKepala: string
  wilayah: number
  namaWilayah: string
  rt: number | null
  bersama: number
  status: (typeof statusPasangan)[number]
}

const pemutus = (bersama: number): 'kabkota' | 'provinsi' | 'pusat' => {
  const level = tingkatOf(bersama)
  return level === 'nasional' ? 'pusat' : level === 'provinsi' ? 'provinsi' : 'kabkota'
}

export const diLuar = handle(padananLuar, async (ctx, { batas }) => {
  const found = await sql<Row>`
    select d.pasangan_id as pasangan, i.id, i.nama, k.kab, k.id as "keluargaId", k.nama_kepala as "namaKepala", i.wilayah,
      coalesce(w.nama, i.wilayah::text) as "namaWilayah", i.rt, d.bersama, d.status
    from padanan_di_luar(${batas}) d join individu i on i.kab = d.kab and i.id = d.individu_id and ${inArea(ctx.cakupan, 'i')}
      join keluarga k on k.kab = i.kab and k.id = i.keluarga_id left join wilayah w on w.kode = i.wilayah order by d.pasangan_id`.execute(
    ctx.tx,
  )
  ctx.lihat(found.rows.map((r) => ({ jenis: 'individu' as const, id: r.id, wilayah: r.wilayah })))
  return ok({
    orang: found.rows.map((r) => ({
      pasangan: r.pasangan,
      nama: r.nama,
      keluarga: { kab: r.kab, id: r.keluargaId, namaKepala: r.namaKepala },
      namaWilayah: r.namaWilayah,
      rt: r.rt,
      pemutus: pemutus(r.bersama),
      status: r.status,
    })),
  })
})
