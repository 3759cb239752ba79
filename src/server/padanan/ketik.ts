/**
 * What a typed record may be: people of the area who share a number with it, or the day of birth in its
 * kab/kota, or the year of birth or the name in its village; each compared as the kernel would.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { padananKetik } from '#contract/padanan-pasangan.ts'
import { type Problem, problem } from '#contract/problems.ts'
import { foldName } from '#domain/individu/nama-cari.ts'
import { bitsDari } from '#domain/padanan/bobot.ts'
import { nilaiSatu, type Sel } from '#domain/padanan/nilai.ts'
import { type Uraian, uraikanBobot } from '#domain/padanan/uraian.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { type Cakupan, cakupanOf, wilayahAt } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Context } from '#server/http/context.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import { bobotTerbaru } from './bobot-bagian.ts'
import { kolomRegistri } from './kolom.ts'
import { bacaRekaman, type Rekaman } from './rekaman.ts'

export type Ketikan = z.output<(typeof padananKetik)['input']>

type Calon = {
  readonly rekaman: Rekaman
  readonly keluarga: { readonly kab: number; readonly id: string }
  readonly padan: boolean
  readonly uraian: Uraian
}

/** Most that one rule brings: of a first of January there may be many. */
const perAturan = 2000
/** Most people of a village that are looked through for the name. */
const seDesa = 20_000
const ditunjukkan = 10

/** Day and month exchanged; null where that is no other day. */
function tertukar(tanggal: string): string | null {
  const [tahun, bulan, hari] = tanggal.split('-')
  return hari !== bulan && Number(hari) <= 12 ? `${tahun}-${hari}-${bulan}` : null
}

/** The queries that find candidates, each for one rule; `i` is a person of the area. */
function aturan(area: Cakupan, k: Ketikan): RawBuilder<unknown>[] {
  const di = inArea(area, 'i')
  const orang = sql`select i.kab, i.id from individu i where i.status = 'aktif' and ${di}`
  const hasil: RawBuilder<unknown>[] = []
  if (k.nik) hasil.push(sql`${orang} and i.nik = ${k.nik}`)
  if (k.nomorKk)
    hasil.push(sql`select i.kab, i.id from keluarga f join individu i on i.kab = f.kab and i.keluarga_id = f.id
      where f.nomor_kk = ${k.nomorKk} and ${inArea(area, 'f', 'id')} and i.status = 'aktif' and ${di}`)
  if (k.tanggalLahir) {
    const { lo, hi } = cakupanOf(wilayahAt(k.wilayah, 'kabkota'))
    const hari = [k.tanggalLahir, tertukar(k.tanggalLahir)].filter((h) => h !== null)
    hasil.push(sql`${orang} and i.wilayah = any (array(select w.kode from wilayah w where w.kode >= ${lo} and w.kode < ${hi} and w.tingkat = 'desa'))
      and i.tanggal_lahir = any (${hari}::date[])`)
    const tahun = Number(k.tanggalLahir.slice(0, 4))
    hasil.push(sql`${orang} and i.wilayah = ${k.wilayah} and i.tanggal_lahir >= ${`${tahun - 1}-01-01`}::date
      and i.tanggal_lahir < ${`${tahun + 2}-01-01`}::date`)
  }
  const kata = foldName(k.nama).split(' ')
  hasil.push(sql`select x.kab, x.id from (select i.kab, i.id, i.nama_cari from individu i where i.status = 'aktif' and ${di}
      and i.wilayah = ${k.wilayah} limit ${seDesa}) x where string_to_array(x.nama_cari, ' ') && ${kata}::text[]`)
  return hasil
}

type Baris = Sel & { readonly kab: number; readonly id: string; readonly keluarga_id: string }

const kolom = sql.raw(
  Object.entries(kolomRegistri)
    .map(([nama, dari]) => `${dari}::text as ${nama}`)
    .join(', '),
)

async function bacaCalon(tx: Kysely<DB>, area: Cakupan, k: Ketikan): Promise<Baris[]> {
  const bagian = aturan(area, k).map((q) => sql`(${q} limit ${perAturan})`)
  const found = await sql<Baris>`
    select i.kab, i.id, i.keluarga_id, ${kolom} from (${sql.join(bagian, sql` union `)}) c
      join individu i on i.kab = c.kab and i.id = c.id join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
    where ${inArea(area, 'i')}`.execute(tx)
  return found.rows
}

const selKetikan = (k: Ketikan): Sel => ({
  nik: k.nik,
  nomor_kk: k.nomorKk,
  nama: k.nama,
  tanggal_lahir: k.tanggalLahir,
  jenis_kelamin: k.jenisKelamin === undefined ? null : String(k.jenisKelamin),
  alamat: k.alamat,
  wilayah: String(k.wilayah),
})

/** The likeliest first; none below the weight from which a person should look. */
export async function padankanKetikan(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  area: Cakupan,
  k: Ketikan,
): Promise<Result<{ calon: Calon[]; dibandingkan: number; jalan: string }, Problem>> {
  const bobot = await bobotTerbaru(tx, k.wilayah)
  if (!bobot) return err(problem('padanan.belum_penuh'))
  const { model, parameter, lazim } = bobot
  const baris = await bacaCalon(tx, area, k)
  const periksa = bitsDari(model.ambang.periksa)
  const urut = nilaiSatu(model, parameter, lazim, selKetikan(k), baris)
    .map((n, i) => ({ ...n, baris: baris[i] as Baris }))
    .filter((n) => n.bobot >= periksa)
    .sort((a, b) => b.bobot - a.bobot || (a.baris.id < b.baris.id ? -1 : 1))
    .slice(0, ditunjukkan)
  const rekaman = await bacaRekaman(
    { tx, now },
    area,
    urut.map(({ baris: b }) => ({ kab: b.kab, id: b.id, jenis: 'individu' })),
  )
  const calon = urut.flatMap(({ baris: b, tingkat, bobot: w }): Calon[] => {
    const satu = rekaman.get(b.id)
    return satu
      ? [
          {
            rekaman: satu,
            keluarga: { kab: b.kab, id: b.keluarga_id },
            padan: w >= bitsDari(model.ambang.padan),
            uraian: uraikanBobot(model, parameter, tingkat, w),
          },
        ]
      : []
  })
  return ok({ calon, dibandingkan: baris.length, jalan: bobot.jalan })
}
