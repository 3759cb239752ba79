/** The queue of differences between sources, the most at stake first, and a person's decision on one. */
import { sql } from 'kysely'
import { bedaDaftar, bedaPutus, bedaUsulkan } from '#contract/kepercayaan.ts'
import { type Problem, problem } from '#contract/problems.ts'
import type { Putusan } from '#domain/kepercayaan/isian.ts'
import { type BidangPercaya, type Sumber, semuaSumber } from '#domain/kepercayaan/percaya.ts'
import { kataTanpaUsulan } from '#domain/kepercayaan/usulan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { kataBidang, kataNilai } from './kata.ts'
import {
  type BedaOrang,
  berjalan,
  bolehMengusulkan,
  perbaikanDari,
  tuntas,
  usulanDariBeda,
  usulanKata,
  usulkanBeda,
} from './usulkan.ts'

type Baris = BedaOrang & {
  versi: number
  nama_kepala: string
  wilayah: number
  nama_wilayah: string
  dipercaya: Sumber
  taruhan: number
  status: 'antre' | 'diputus'
  putusan: Sumber | null
  alasan: string | null
  oleh: string | null
  pada: string | null
}

/** Columns of a row over `b` and its person `i`, without words of others. */
const kolom = sql`b.*, i.nama, i.hubungan, i.keluarga_id as keluarga_kini`

/** Each source with its value in words, the believed one first. */
const calonOf = (bidang: BidangPercaya, semua: Putusan['nilai'], dipercaya: Sumber) =>
  semuaSumber
    .flatMap((sumber) => {
      const told = semua[sumber]
      return told ? [{ sumber, nilai: kataNilai(bidang, told.nilai), tanggal: told.tanggal }] : []
    })
    .sort((a, b) => Number(b.sumber === dipercaya) - Number(a.sumber === dipercaya))

/** What came of a decision: its proposal, or why there is none. */
function akibatOf(ctx: Context, r: Baris, terbuka: boolean) {
  const isi = r.putusan ? perbaikanDari(r, r.putusan) : null
  const bisa = terbuka && isi !== null && !('sebab' in isi) && !berjalan(r.usulan)
  const sebab = isi === null ? null : 'sebab' in isi ? isi.sebab : bisa ? 'peran' : null
  const boleh = bisa && bolehMengusulkan(ctx)
  return {
    usulan: r.usulan ? usulanKata(ctx, r.usulan) : null,
    bolehUsulkan: boleh,
    tanpaUsulan: sebab && !boleh ? kataTanpaUsulan[sebab] : null,
  }
}

const syaratStatus = {
  antre: sql<boolean>`b.status = 'antre'`,
  diputus: sql<boolean>`b.status = 'diputus' and not ${tuntas}`,
  tuntas: sql<boolean>`b.status = 'diputus' and ${tuntas}`,
} as const

const list = handle(bedaDaftar, async (ctx, f) => {
  const area = inArea(narrowed(ctx.cakupan, f.wilayah), 'b')
  const [taruhan, setelah] = f.setelah?.split('/') ?? []
  const page = sql<Baris>`
    with b as (
      select ${kolom}, k.nama_kepala from beda_sumber b
      join individu i on i.kab = b.kab and i.id = b.individu_id join keluarga k on k.kab = b.kab and k.id = b.keluarga_id
      where ${area} and ${syaratStatus[f.status]} and (${f.bidang ?? null}::text is null or b.bidang = ${f.bidang ?? null})
        and (${setelah ?? null}::uuid is null or b.taruhan < ${Number(taruhan ?? 0)} or b.taruhan = ${Number(taruhan ?? 0)} and b.id > ${setelah ?? null}::uuid)
      order by b.taruhan desc, b.id limit ${f.batas + 1})
    select b.*, coalesce(w.nama, b.wilayah::text) as nama_wilayah, p.nama as oleh, to_json(b.diputus_pada) #>> '{}' as pada,
      case when b.status = 'diputus' then ${usulanDariBeda} end as usulan
    from b join lateral (select b.keluarga_kini as keluarga_id) i on true
    left join wilayah w on w.kode = b.wilayah left join pengguna p on p.id = b.pengguna_id
    order by b.taruhan desc, b.id`.execute(ctx.tx)
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
      keluarga: { id: r.keluarga_kini, namaKepala: r.nama_kepala },
      namaWilayah: r.nama_wilayah,
      rt: r.rt,
      bidang: r.bidang,
      label: kataBidang(r.bidang),
      dipercaya: r.dipercaya,
      calon: calonOf(r.bidang, r.nilai_semua, r.dipercaya),
      taruhan: r.taruhan,
      status: f.status,
      putusan: r.putusan,
      ...akibatOf(ctx, r, f.status === 'diputus'),
      alasan: r.alasan,
      oleh: r.oleh,
      pada: r.pada,
    })),
    berikutnya: last ? `${last.taruhan}/${last.id}` : null,
    rekap: counted.rows.map((r) => ({ ...r, label: kataBidang(r.bidang) })),
  })
})

/** One difference that stands, held for a change; none whose proposal is under way. */
async function satuBeda(
  ctx: Context,
  { kab, id, versi }: { kab: number; id: string; versi: number },
): Promise<Result<Baris, Problem>> {
  const found = await sql<Baris>`select ${kolom}, ${usulanDariBeda} as usulan from beda_sumber b
    join individu i on i.kab = b.kab and i.id = b.individu_id
    where b.kab = ${kab} and b.id = ${id} and b.status <> 'gugur' and ${inArea(ctx.cakupan, 'b')} for update of b`.execute(
    ctx.tx,
  )
  const [row] = found.rows
  if (!row) return err(problem('tidak.ada'))
  if (row.versi !== versi) return err(problem('beda.berubah'))
  return row.usulan && berjalan(row.usulan)
    ? err(problem('beda.usulan_berjalan', { nomor: row.usulan.nomor }))
    : ok(row)
}

const subjek = (row: Baris) => [
  { jenis: 'keluarga' as const, id: row.keluarga_kini, wilayah: row.wilayah },
  { jenis: 'individu' as const, id: row.individu_id, wilayah: row.wilayah },
]

const decide = handle(bedaPutus, async (ctx, { kab, id, versi, putusan, alasan }) => {
  const found = await satuBeda(ctx, { kab, id, versi })
  if (!found.ok) return found
  const row = found.value
  const hasil = await usulkanBeda(ctx, row, putusan, alasan)
  if (!hasil.ok) return hasil
  const { usulan, sebab } = hasil.value
  await sql`update beda_sumber set status = 'diputus', putusan = ${putusan}, alasan = ${alasan}, pengguna_id = ${ctx.pengguna.id},
    diputus_pada = ${ctx.now}, versi = versi + 1 where kab = ${kab} and id = ${id}`.execute(ctx.tx)
  ctx.lihat(
    subjek(row),
    {
      sebelum: { bidang: row.bidang, putusan: row.putusan },
      sesudah: { bidang: row.bidang, putusan, usulan: usulan?.nomor ?? null },
    },
    { alasan },
  )
  return ok({
    status: 'diputus' as const,
    usulan: usulan ? usulanKata(ctx, usulan) : null,
    tanpaUsulan: sebab ? kataTanpaUsulan[sebab] : null,
  })
})

const propose = handle(bedaUsulkan, async (ctx, dipilih) => {
  const found = await satuBeda(ctx, dipilih)
  if (!found.ok) return found
  const row = found.value
  if (row.putusan === null) return err(problem('beda.bukan_usulan'))
  const hasil = await usulkanBeda(ctx, row, row.putusan, row.alasan ?? '')
  if (!hasil.ok) return hasil
  const { usulan } = hasil.value
  if (!usulan) return err(problem('beda.bukan_usulan'))
  ctx.lihat(subjek(row), {
    sebelum: { bidang: row.bidang, usulan: row.usulan?.nomor ?? null },
    sesudah: { bidang: row.bidang, usulan: usulan.nomor },
  })
  return ok({ usulan: usulanKata(ctx, usulan) })
})

export const bedaHandlers = [list, decide, propose]
