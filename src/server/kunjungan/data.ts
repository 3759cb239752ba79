/** What is known of a family when a visit is entered: members, answers, earlier visits. */
import { type Kysely, sql } from 'kysely'
import type { HasilKunjungan, SebabTidak } from '#domain/kunjungan/hasil.ts'
import type { Unit } from '#domain/variabel/kamus.ts'
import { surveyColumns } from '#domain/variabel/kamus.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { loadDictionary } from '#server/kebijakan/muat.ts'
import { type FamilyRow, memberRows, type SurveyRow, surveyRows } from '#server/keluarga/satu.ts'

type Jawaban = Record<string, number | string | null>

/** The answers of a row that were given; an empty one is left out. */
function jawabanDari(unit: Unit, row: SurveyRow | undefined): Jawaban {
  if (!row) return {}
  return Object.fromEntries(
    surveyColumns(loadDictionary(), unit).flatMap((v) => {
      const nilai = row[v.nama]
      return nilai === null || nilai === undefined ? [] : [[v.nama, nilai]]
    }),
  )
}

/** Living members with their answers, and the answers of house and family. */
export async function isiKeluarga(tx: Kysely<DB>, row: FamilyRow) {
  const anggota = (await memberRows(tx, row)).filter((m) => m.status === 'aktif')
  const [[rumah], [keluarga], orang] = await Promise.all([
    surveyRows(tx, 'survei_ruta', row.kab, [row.survei_ruta_id]),
    surveyRows(tx, 'survei_keluarga', row.kab, [row.survei_id]),
    surveyRows(
      tx,
      'survei_individu',
      row.kab,
      anggota.map((m) => m.survei_id),
    ),
  ])
  return {
    jawabanRuta: jawabanDari('ruta', rumah),
    jawabanKeluarga: jawabanDari('keluarga', keluarga),
    anggota: anggota.map((m) => ({
      row: m,
      jawaban: jawabanDari(
        'individu',
        orang.find((s) => s.id === m.survei_id),
      ),
    })),
  }
}

export type IsiKeluarga = Awaited<ReturnType<typeof isiKeluarga>>

export type RiwayatKunjungan = {
  readonly id: string
  readonly tanggal: string
  readonly hasil: HasilKunjungan
  readonly petugas_id: string
  readonly petugas: string | null
  readonly alasan: string | null
  readonly terhitung: boolean
  readonly sebab: SebabTidak | null
  readonly keberatanSampai: string | null
}

/** Visits to a family, newest first. */
export async function riwayatKunjungan(
  tx: Kysely<DB>,
  { kab, id }: { readonly kab: number; readonly id: string },
): Promise<readonly RiwayatKunjungan[]> {
  const found = await sql<RiwayatKunjungan>`
    select v.id, v.tanggal::text as tanggal, v.hasil, v.petugas_id, p.nama as petugas, v.alasan, v.terhitung, v.sebab_tidak as sebab,
      v.keberatan_sampai::text as "keberatanSampai"
    from kunjungan v left join pengguna p on p.id = v.petugas_id
    where v.kab = ${kab} and v.keluarga_id = ${id} order by v.tanggal desc, v.id desc limit 50`.execute(
    tx,
  )
  return found.rows
}
