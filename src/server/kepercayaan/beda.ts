/** The queue of differences between sources, the most at stake first, and a person's decision on one. */
import { sql } from 'kysely'
import { bedaDaftar, bedaPutus } from '#contract/kepercayaan.ts'
import { problem } from '#contract/problems.ts'
import type { Putusan } from '#domain/kepercayaan/isian.ts'
import { type BidangPercaya, type Sumber, semuaSumber } from '#domain/kepercayaan/percaya.ts'
import { err, ok } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kataBidang, kataNilai } from './kata.ts'

type Baris = {
  kab: number
  id: string
  versi: number
  individu_id: string
  nama: string
  keluarga_id: string
  nama_kepala: string
  wilayah: number
  nama_wilayah: string
  rt: number | null
  bidang: BidangPercaya
  dipercaya: Sumber
  nilai_semua: Putusan['nilai']
  taruhan: number
  status: 'antre' | 'diputus'
  putusan: Sumber | null
  alasan: string | null
  oleh: string | null
  pada: string | null
}

/** Each source with its value in words, the believed one first. */
const calonOf = (bidang: BidangPercaya, semua: Putusan['nilai'], dipercaya: Sumber) =>
  semuaSumber
    .flatMap((sumber) => {
      const told = semua[sumber]
      return told ? [{ sumber, nilai: kataNilai(bidang, told.nilai), tanggal: told.tanggal }] : []
    })
    .sort((a, b) => Number(b.sumber === dipercaya) - Number(a.sumber === dipercaya))

const list = handle(bedaDaftar, async (ctx, f) => {
  const area = inArea(narrowed(ctx.cakupan, f.wilayah), 'b')
  const [taruhan, setelah] = f.setelah?.split('/') ?? []
  const page = sql<Baris>`
    select b.kab, b.id, b.versi, b.individu_id, i.nama, b.keluarga_id, k.nama_kepala, b.wilayah, coalesce(w.nama, b.wilayah::text) as nama_wilayah,
      b.rt, b.bidang, b.dipercaya, b.nilai_semua, b.taruhan, b.status, b.putusan, b.alasan, p.nama as oleh, to_json(b.diputus_pada) #>> '{}' as pada
    from beda_sumber b join individu i on i.kab = b.kab and i.id = b.individu_id join keluarga k on k.kab = b.kab and k.id = b.keluarga_id
    left join wilayah w on w.kode = b.wilayah left join pengguna p on p.id = b.pengguna_id
    where ${area} and b.status = ${f.status} and (${f.bidang ?? null}::text is null or b.bidang = ${f.bidang ?? null})
      and (${setelah ?? null}::uuid is null or b.taruhan < ${Number(taruhan ?? 0)} or b.taruhan = ${Number(taruhan ?? 0)} and b.id > ${setelah ?? null}::uuid)
    order by b.taruhan desc, b.id limit ${f.batas + 1}`.execute(ctx.tx)
  const rekap = sql<{ bidang: BidangPercaya; jumlah: number }>`
    select b.bidang, count(*)::int as jumlah from beda_sumber b where ${area} and b.status = 'antre' group by 1 order by 2 desc, 1`.execute(
    ctx.tx,
  )
  const [found, counted] = await Promise.all([page, rekap])
  const rows = found.rows.slice(0, f.batas)
  ctx.lihat(
    rows.map((r) => ({ jenis: 'individu' as const, id: r.individu_id, wilayah: r.wilayah })),
  )
  const last = found.rows.length > f.batas ? rows.at(-1) : undefined
  return ok({
    beda: rows.map((r) => ({
      kab: r.kab,
      id: r.id,
      versi: r.versi,
      nama: r.nama,
      keluarga: { id: r.keluarga_id, namaKepala: r.nama_kepala },
      namaWilayah: r.nama_wilayah,
      rt: r.rt,
      bidang: r.bidang,
      label: kataBidang(r.bidang),
      dipercaya: r.dipercaya,
      calon: calonOf(r.bidang, r.nilai_semua, r.dipercaya),
      taruhan: r.taruhan,
      status: r.status,
      putusan: r.putusan,
      alasan: r.alasan,
      oleh: r.oleh,
      pada: r.pada,
    })),
    berikutnya: last ? `${last.taruhan}/${last.id}` : null,
    rekap: counted.rows.map((r) => ({ ...r, label: kataBidang(r.bidang) })),
  })
})

const decide = handle(bedaPutus, async (ctx, { kab, id, versi, putusan, alasan }) => {
  const found = await sql<Baris>`select b.* from beda_sumber b
    where b.kab = ${kab} and b.id = ${id} and b.status <> 'gugur' and ${inArea(ctx.cakupan, 'b')} for update`.execute(
    ctx.tx,
  )
  const [row] = found.rows
  if (!row) return err(problem('tidak.ada'))
  if (row.versi !== versi) return err(problem('beda.berubah'))
  if (!row.nilai_semua[putusan]) return err(problem('beda.sumber_tanpa_nilai'))
  await sql`update beda_sumber set status = 'diputus', putusan = ${putusan}, alasan = ${alasan}, pengguna_id = ${ctx.pengguna.id},
    diputus_pada = ${ctx.now}, versi = versi + 1 where kab = ${kab} and id = ${id}`.execute(ctx.tx)
  ctx.lihat(
    [
      { jenis: 'keluarga', id: row.keluarga_id, wilayah: row.wilayah },
      { jenis: 'individu', id: row.individu_id, wilayah: row.wilayah },
    ],
    {
      sebelum: { bidang: row.bidang, putusan: row.putusan },
      sesudah: { bidang: row.bidang, putusan },
    },
    { alasan },
  )
  return ok({ status: 'diputus' as const })
})

export const bedaHandlers = [list, decide]
