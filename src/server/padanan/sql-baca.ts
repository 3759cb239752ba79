/**
 * The queries by which matching reads people, as text for COPY: only literals that are checked here. Each row is
 * id, partition, region, marks (1: the family receives a programme now, 2: changed since), then the model's columns.
 */
import type { ModelPadanan } from '#domain/padanan/model.ts'
import { kolomRegistri, kolomSumber } from './kolom.ts'

export type Rentang = { readonly kab: number; readonly lo: number; readonly hi: number }

/** What is read: the registry or a source, and since when a record counts as changed. */
export type Asal = { readonly sumber: string | null; readonly sejak: string | null }

const bulat = (n: number): string => {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('A code must be a whole number')
  return String(n)
}

const kata = (teks: string): string => {
  if (!/^[a-z0-9]+$/.test(teks)) throw new RangeError('A source is named by letters')
  return `'${teks}'`
}

const saat = (sejak: string): string => {
  const hari = new Date(sejak)
  return `'${hari.toISOString()}'::timestamptz`
}

const kolom = (model: ModelPadanan, dari: Readonly<Record<string, string>>): string =>
  model.kolom
    .map(({ nama }) => {
      const sql = dari[nama]
      if (sql === undefined) throw new RangeError(`the registry has no column ${nama}`)
      return `, ${sql}::text`
    })
    .join('')

/** Whether row `i` with family `k`, or row `s`, changed; families of those people changed with them. */
const berubah = (sejak: string | null, alias: readonly string[]): string =>
  sejak === null
    ? 'false'
    : alias.map((a) => `coalesce(${a}.diubah_pada >= ${saat(sejak)}, false)`).join(' or ')

const tanda = (taruhan: string, ubah: string): string =>
  `((${taruhan})::int + 2 * (${ubah})::int)::smallint`

const dariRegistri = 'individu i join keluarga k on k.kab = i.kab and k.id = i.keluarga_id'

/** Whether the family of row `i` receives a programme now: looked up in one hash, whatever the statistics say. */
const menerima = (kab: readonly number[]): string =>
  `coalesce((i.kab, i.keluarga_id) in (select kab, keluarga_id from penerimaan where sampai is null and kab in (${kab.map(bulat).join(', ')})), false)`

const kolomKartu = (alias: string): string => `${alias}.id, ${alias}.kab, ${alias}.wilayah`

const didalam = (alias: string, { kab, lo, hi }: Rentang): string =>
  `${alias}.kab = ${bulat(kab)} and ${alias}.wilayah >= ${bulat(lo)} and ${alias}.wilayah < ${bulat(hi)}`

/** The people of one part: of the registry who are there now, or of a source. */
export function bacaDalam(model: ModelPadanan, r: Rentang, { sumber, sejak }: Asal): string {
  if (sumber !== null)
    return `select ${kolomKartu('s')}, ${tanda('false', berubah(sejak, ['s']))}${kolom(model, kolomSumber)}
      from orang_sumber s where s.sumber = ${kata(sumber)} and ${didalam('s', r)}`
  return `select ${kolomKartu('i')}, ${tanda(menerima([r.kab]), berubah(sejak, ['i', 'k']))}${kolom(model, kolomRegistri)}
    from ${dariRegistri} where i.status = 'aktif' and ${didalam('i', r)}`
}

/** What two records of different parts must share to be compared: NIK, or card and birth, or name and birth. */
const kunci = (nik: string, kk: string, nama: string, lahir: string): string =>
  `array[hashtextextended('n' || ${nik}, 0), hashtextextended('k' || ${kk} || ' ' || ${lahir}::text, 0),
    hashtextextended('m' || ${nama} || ' ' || ${lahir}::text, 0)]`

const nilai = (bagian: readonly Rentang[]): string =>
  `(values ${bagian
    .map(
      ({ kab, lo, hi }, i) =>
        `(${i}, ${bulat(kab)}::smallint, ${bulat(lo)}::bigint, ${bulat(hi)}::bigint)`,
    )
    .join(', ')}) b(nomor, kab, lo, hi)`

const diBagian = (alias: string): string =>
  `b.kab = ${alias}.kab and ${alias}.wilayah >= b.lo and ${alias}.wilayah < b.hi`

/** Every record of the area with its part and its keys; `asal` 0 is the registry, 1 the source. */
function semuaKunci(bagian: readonly Rentang[], { sumber, sejak }: Asal): string {
  const registri = `select 0 as asal, b.nomor, i.kab, i.id, ${berubah(sejak, ['i', 'k'])} as ubah,
      ${kunci('i.nik', 'k.nomor_kk', 'i.nama_cari', 'i.tanggal_lahir')} as kunci
    from ${dariRegistri} join ${nilai(bagian)} on ${diBagian('i')} where i.status = 'aktif'`
  if (sumber === null) return registri
  return `${registri} union all select 1, b.nomor, s.kab, s.id, ${berubah(sejak, ['s'])},
      ${kunci('s.nik', 's.nomor_kk', 's.nama_cari', 's.tanggal_lahir')}
    from orang_sumber s join ${nilai(bagian)} on ${diBagian('s')} where s.sumber = ${kata(sumber)}`
}

/** Keys that occur in more than one part (of both sides, where a source is matched; with a change, where only these count). */
function calonLintas(bagian: readonly Rentang[], asal: Asal): string {
  const dua = asal.sumber === null ? '' : ' and min(x.asal) <> max(x.asal)'
  const ubah = asal.sejak === null ? '' : ' and bool_or(x.ubah)'
  return `with r as materialized (${semuaKunci(bagian, asal)}),
    x as (select r.asal, r.nomor, r.kab, r.id, r.ubah, u.h from r cross join lateral unnest(r.kunci) u(h) where u.h is not null),
    c as (select distinct x.asal, x.nomor, x.kab, x.id from x join
      (select x.h from x group by x.h having min(x.nomor) <> max(x.nomor)${dua}${ubah}) h on h.h = x.h)`
}

/**
 * The records that share a key with one of another part; before the model's columns stands the number of the part.
 * `sisi`: the registry, or the source that is matched against it.
 */
export function bacaLintas(
  model: ModelPadanan,
  bagian: readonly Rentang[],
  asal: Asal,
  sisi: 'registri' | 'sumber',
): string {
  const awal = calonLintas(bagian, asal)
  if (sisi === 'sumber')
    return `${awal} select ${kolomKartu('s')}, ${tanda('false', berubah(asal.sejak, ['s']))}, c.nomor${kolom(model, kolomSumber)}
      from c join orang_sumber s on s.kab = c.kab and s.id = c.id where c.asal = 1`
  const kab = [...new Set(bagian.map((b) => b.kab))]
  return `${awal} select ${kolomKartu('i')}, ${tanda(menerima(kab), berubah(asal.sejak, ['i', 'k']))}, c.nomor${kolom(model, kolomRegistri)}
    from c join individu i on i.kab = c.kab and i.id = c.id join keluarga k on k.kab = i.kab and k.id = i.keluarga_id
    where c.asal = 0`
}
