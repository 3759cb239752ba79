/** Pairs: the queue, one with its weight step by step, one cluster, and what a typed record may be. */
import { sql } from 'kysely'
import {
  padananAntrean,
  padananGugus,
  padananKetik,
  padananPasangan,
} from '#contract/padanan-pasangan.ts'
import { problem } from '#contract/problems.ts'
import { uraikanBobot } from '#domain/padanan/uraian.ts'
import { err, ok } from '#domain/result.ts'
import type { KamusLengkap } from '#domain/variabel/label.ts'
import { narrowed } from '#domain/wilayah/cakupan.ts'
import { inside, tingkatOf } from '#domain/wilayah/kode.ts'
import type { Context } from '#server/http/context.ts'
import { handle } from '#server/http/handle.ts'
import { loadCodeLists, loadDictionary } from '#server/kebijakan/muat.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import {
  bacaAntrean,
  bacaTempat,
  hitungAntrean,
  kolomPasangan,
  type PasanganRow,
  pasanganOut,
  rujukan,
  terhitung,
  tulisTempat,
} from './antrean.ts'
import { bobotBagian } from './bobot-bagian.ts'
import { bertemu } from './daftar.ts'
import { padankanKetikan } from './ketik.ts'
import {
  bacaRekaman,
  bedaRekaman,
  berdampingan,
  type Rekaman,
  rekamanOut,
  ringkasOut,
} from './rekaman.ts'

const kamusLengkap = (): KamusLengkap => ({ kamus: loadDictionary(), buku: loadCodeLists() })

/** Notes who was shown: people of the registry by name, those of sources by their number. */
function lihat(ctx: Context, rekaman: Iterable<Rekaman>): void {
  const semua = [...rekaman]
  const orang = semua.filter((r) => r.jenis === 'individu')
  ctx.lihat(
    orang.map((r) => ({ jenis: 'individu' as const, id: r.id, wilayah: r.wilayah })),
    undefined,
    { jumlah: semua.length },
  )
}

const antrean = handle(padananAntrean, async (ctx, f) => {
  const area = narrowed(ctx.cakupan, f.wilayah)
  const setelah = f.setelah === undefined ? null : bacaTempat(f.setelah)
  if (f.setelah !== undefined && setelah === null)
    return err(problem('isian.salah', { kolom: 'setelah' }))
  const found = await bacaAntrean(ctx.tx, area, f, setelah)
  const page = found.slice(0, f.batas)
  const rekaman = await bacaRekaman(ctx, ctx.cakupan, page.flatMap(rujukan))
  const jumlah = await hitungAntrean(ctx.tx, area, f)
  lihat(ctx, rekaman.values())
  const kamus = kamusLengkap()
  const last = found.length > page.length ? page.at(-1) : undefined
  return ok({
    pasangan: page.flatMap((p) => {
      const kiri = rekaman.get(p.kiriId)
      const kanan = rekaman.get(p.kananId)
      // One of them has left the area since: the next run looks at the pair again.
      if (!kiri || !kanan) return []
      const [a, b] = berdampingan(kamus, kiri, kanan)
      return [{ ...pasanganOut(p), kiri: ringkasOut(a), kanan: ringkasOut(b) }]
    }),
    berikutnya: last ? tulisTempat(last) : null,
    jumlah,
    terhitung,
  })
})

type PutusanRow = {
  putusan: 'sama' | 'beda' | 'ragu'
  alasan: string | null
  oleh: string | null
  peran: string
  pada: string
}

const pasangan = handle(padananPasangan, async (ctx, { kab, id }) => {
  const found = await sql<PasanganRow & { ambangPadan: number; ambangPeriksa: number }>`
    select ${kolomPasangan}, j.ambang_padan as "ambangPadan", j.ambang_periksa as "ambangPeriksa"
    from padanan_pasangan p join padanan_jalan j on j.id = p.jalan_id
    where p.kab = ${kab} and p.id = ${id} and ${inArea(ctx.cakupan, 'p', null)}`.execute(ctx.tx)
  const [p] = found.rows
  if (!p) return err(problem('tidak.ada'))
  const rekaman = await bacaRekaman(ctx, ctx.cakupan, rujukan(p))
  const kiri = rekaman.get(p.kiriId)
  const kanan = rekaman.get(p.kananId)
  const bobot = await bobotBagian(ctx.tx, p.jalan, p.bagian)
  if (!kiri || !kanan || !bobot) return err(problem('tidak.ada'))
  const putusan = await sql<PutusanRow>`
    select d.putusan, d.alasan, u.nama as oleh, d.peran, to_json(d.dibuat_pada)#>>'{}' as pada
    from padanan_putusan d left join pengguna u on u.id = d.pengguna_id
    where d.kab = ${p.kiriKab} and d.kiri_id = ${p.kiriId} and d.kanan_id = ${p.kananId} and ${inArea(ctx.cakupan, 'd', null)}
    order by d.id desc`.execute(ctx.tx)
  lihat(ctx, [kiri, kanan])
  const [a, b] = berdampingan(kamusLengkap(), kiri, kanan)
  return ok({
    ...pasanganOut(p),
    kiri: a,
    kanan: b,
    beda: bedaRekaman(kiri, kanan),
    hitungan: hitunganOut(uraikanBobot(bobot.model, bobot.parameter, p.tingkat, p.bobot)),
    ambang: { padan: p.ambangPadan, periksa: p.ambangPeriksa },
    putusan: putusan.rows,
  })
})

const hitunganOut = (u: ReturnType<typeof uraikanBobot>) => ({ ...u, langkah: [...u.langkah] })

const gugus = handle(padananGugus, async (ctx, { jalan, id }) => {
  const found = await sql<PasanganRow>`
    select ${kolomPasangan} from (select distinct b.kab from padanan_bagian b where b.jalan_id = ${jalan} and ${bertemu(ctx.cakupan, 'b')}) k
      join padanan_pasangan p on p.kab = k.kab join padanan_jalan j on j.id = p.jalan_id
    where p.jalan_id = ${jalan} and p.gugus = ${id} and ${inArea(ctx.cakupan, 'p', null)} order by p.bobot desc, p.id limit 500`.execute(
    ctx.tx,
  )
  if (found.rows.length === 0) return err(problem('tidak.ada'))
  const semua = new Map(found.rows.flatMap(rujukan).map((r) => [r.id, r]))
  const rekaman = await bacaRekaman(ctx, ctx.cakupan, [...semua.values()])
  lihat(ctx, rekaman.values())
  const kamus = kamusLengkap()
  return ok({
    anggota: [...rekaman.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((r) => rekamanOut(kamus, r)),
    pasangan: found.rows.map((p) => ({ ...pasanganOut(p), kiri: p.kiriId, kanan: p.kananId })),
  })
})

const ketik = handle(padananKetik, async (ctx, input) => {
  if (tingkatOf(input.wilayah) !== 'desa' || !inside(input.wilayah, ctx.cakupan))
    return err(problem('isian.salah', { kolom: 'wilayah' }))
  const found = await padankanKetikan(ctx, ctx.cakupan, input)
  if (!found.ok) return found
  const { calon, ...lain } = found.value
  lihat(
    ctx,
    calon.map((c) => c.rekaman),
  )
  const kamus = kamusLengkap()
  return ok({
    ...lain,
    calon: calon.map(({ rekaman, keluarga, padan, uraian }) => ({
      orang: ringkasOut(
        berdampingan(kamus, rekaman, {
          ...rekaman,
          nik: input.nik ?? null,
          nomorKk: input.nomorKk ?? null,
        })[0],
      ),
      keluarga,
      padan,
      hitungan: hitunganOut(uraian),
    })),
  })
})

export const pasanganHandlers = [antrean, pasangan, gugus, ketik]
