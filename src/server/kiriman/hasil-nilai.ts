/** Holds rows of outcomes against the proposals and families they name: what is taken over, was so before, or cannot be. */
import { sql } from 'kysely'
import { type SalahHasil, salahHasil } from '#domain/kiriman/hasil.ts'
import { type SebabNonaktif, sebabNonaktif } from '#domain/kiriman/nonaktif.ts'
import { putusanPusat } from '#domain/kiriman/putusan.ts'
import type { Label } from '#domain/label.ts'
import { kataMasalah, type SebabTertahan } from '#domain/usulan/kata-masalah.ts'
import type { Keadaan } from '#domain/usulan/keadaan.ts'
import type { Context } from '#server/http/context.ts'
import {
  type BarisBermeterai,
  type BarisUsulan,
  dariUsulan,
  denganMeterai,
  kolomUsulan,
} from '#server/usulan/baris.ts'
import { type Maju, nilaiLangkah } from '#server/usulan/langkah.ts'
import { inArea } from '#server/wilayah/lingkup.ts'
import type { BarisBerkas } from './hasil-baca.ts'
import { type DinilaiNonaktif, nilaiNonaktif } from './hasil-nonaktif.ts'
import { pusat } from './lanjut.ts'

type Terkirim = {
  /** Number of the last batch that bound it. */
  readonly kiriman: string | null
  readonly desil: readonly string[]
}

type Usulan = BarisBermeterai & Terkirim

const lain = {
  tidak_dikenal: {
    id: 'Tidak ada usulan dengan nomor ini di wilayah Anda.',
    en: 'There is no proposal of this number in your area.',
  },
  bukan_kiriman_ini: {
    id: 'Usulan ini terakhir dikirim dalam kiriman lain.',
    en: 'This proposal was last sent in another batch.',
  },
  belum_diterima: {
    id: 'Desil hanya dicatat untuk usulan yang sudah diterima.',
    en: 'A decile is kept only for a proposal that was accepted.',
  },
} as const satisfies Record<string, Label>

export type SebabHasil = SalahHasil | SebabNonaktif | keyof typeof lain | SebabTertahan

/** What stands against a row, in words. */
export function kataSebab(kode: string | null): Label | null {
  const all: Readonly<Record<string, Label>> = {
    ...kataMasalah,
    ...salahHasil,
    ...sebabNonaktif,
    ...lain,
  }
  return kode === null ? null : (all[kode] ?? { id: kode, en: kode })
}

export type Dinilai = BarisBerkas & {
  readonly usulan: Usulan | null
  readonly hasil: 'diterapkan' | 'sudah' | 'tertahan' | 'salah'
  readonly sebab: SebabHasil | null
  /** The step to be written, where the row takes one. */
  readonly maju: Maju | null
  /** Whom the centre deactivated, where the row says so. */
  readonly keluar: DinilaiNonaktif | null
}

/** The state in which a proposal already stands as the centre says. */
const tercapai: Readonly<Record<keyof typeof putusanPusat, Keadaan>> = {
  diterima: 'diterima',
  ditolak: 'ditolak',
  dikembalikan: 'dikembalikan',
  musyawarah: 'diketahui',
}

async function muat(
  ctx: Context,
  nomor: readonly string[],
  desilKunci: string,
  kunci: boolean,
): Promise<ReadonlyMap<string, Usulan>> {
  const found = await sql<BarisUsulan & Terkirim>`select ${kolomUsulan},
      (select b.nomor from kiriman_usulan x join kiriman b on b.kab = x.kab and b.id = x.kiriman_id
        where x.kab = u.kab and x.usulan_id = u.id order by b.id desc limit 1) as kiriman,
      coalesce((select array_agg(l.sumber || ' ' || l.tanggal || ' ' || l.nilai) from peringkat_luar l
        where l.kab = u.kab and l.keluarga_id = coalesce(u.hasil_keluarga_id, u.keluarga_id) and l.jenis = 'desil'
          and l.sumber || ' ' || l.tanggal = ${desilKunci}), '{}') as desil
    from ${dariUsulan} where u.nomor = any (${nomor}::text[]) and u.jalur = 'usulan' and ${inArea(ctx.cakupan, 'u')}
    order by u.id ${kunci ? sql`for update of u` : sql``}`.execute(ctx.tx)
  return new Map((await denganMeterai(ctx, found.rows)).map((u) => [u.nomor, u]))
}

const tetap = (
  row: BarisBerkas,
  usulan: Usulan | null,
  hasil: Dinilai['hasil'],
  sebab: SebabHasil | null,
): Dinilai => ({ ...row, usulan, hasil, sebab, maju: null, keluar: null })

function nilaiDesil(row: BarisBerkas, u: Usulan, kunci: string): Dinilai {
  if (u.status !== 'diterima') return tetap(row, u, 'tertahan', 'belum_diterima')
  return tetap(row, u, u.desil.includes(`${kunci} ${row.desil}`) ? 'sudah' : 'diterapkan', null)
}

function satu(row: BarisBerkas, u: Usulan | undefined, kunci: string, today: string): Dinilai {
  if (row.salah) return tetap(row, null, 'salah', row.salah)
  if (!u) return tetap(row, null, 'salah', 'tidak_dikenal')
  if (row.kiriman && row.kiriman !== u.kiriman) return tetap(row, u, 'salah', 'bukan_kiriman_ini')
  if (!row.putusan || row.putusan === 'nonaktif') return nilaiDesil(row, u, kunci)
  if (u.status === tercapai[row.putusan])
    return row.putusan === 'diterima' && row.desil !== null
      ? nilaiDesil(row, u, kunci)
      : tetap(row, u, 'sudah', null)
  const { aksi } = putusanPusat[row.putusan]
  const { maju, tertahan } = nilaiLangkah([{ ...u, dilihat: null }], aksi, pusat, row.alasan, today)
  const [step] = maju
  return step
    ? { ...row, usulan: u, hasil: 'diterapkan', sebab: null, maju: step, keluar: null }
    : tetap(row, u, 'tertahan', tertahan[0]?.sebab ?? 'langkah_tidak_ada')
}

/**
 * Every row with its proposal; `kunci` holds the proposals until the transaction ends.
 * Deciles are told apart by who computed them and of which day they speak.
 */
export async function nilaiHasil(
  ctx: Context,
  rows: readonly BarisBerkas[],
  desil: { readonly sumber: string; readonly tanggal: string },
  kunci: boolean,
): Promise<readonly Dinilai[]> {
  const key = `${desil.sumber} ${desil.tanggal}`
  const nomor = rows.filter((r) => !r.salah && !r.nonaktif).map((r) => r.nomor)
  const usulan = await muat(ctx, nomor, key, kunci)
  const nama = rows.flatMap((r) => (r.nonaktif && !r.salah ? [r.nonaktif] : []))
  const keluar = await nilaiNonaktif(ctx, nama, desil.tanggal, kunci)
  const keluarOf = new Map(nama.map((n, i) => [n, keluar[i]]))
  return rows.map((row): Dinilai => {
    const k = row.nonaktif ? keluarOf.get(row.nonaktif) : undefined
    return k
      ? { ...row, usulan: null, hasil: k.hasil, sebab: k.sebab, maju: null, keluar: k }
      : satu(row, usulan.get(row.nomor), key, ctx.today)
  })
}
