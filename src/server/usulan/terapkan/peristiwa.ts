/** Events of life reach the registry: planned by the domain's rules, written in one statement per table. */
import { sql } from 'kysely'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { type BarisUsulan, isiOf } from '../baris.ts'
import type { Kerja } from '../kerja.ts'
import { type Rencana, rencanakan } from '../peristiwa/rencana.ts'
import { tulisBeda } from '../peristiwa/tulis.ts'
import { tutupTerbuka } from '../peristiwa/tutup.ts'
import { tambahJawaban } from './keadaan.ts'

/** The kind and the number of the proposal, as the history names where a change came from. */
const sumberOf = (row: BarisUsulan): string => `${jenisUsulan[row.jenis].label.id} (${row.nomor})`

const tanggalOf = (row: BarisUsulan, today: string): string => {
  const p = isiOf(row).peristiwa
  return (p && 'tanggal' in p ? p.tanggal : undefined) ?? today
}

/** What came of each, and for a report of death what it changed. */
async function catatHasil(ctx: Kerja, jadi: readonly Rencana[]): Promise<void> {
  const hasil = jadi.map(({ row, beda, keluargaId }) => ({
    kab: row.kab,
    id: row.id,
    keluarga_id: keluargaId,
    akibat: row.jenis === 'meninggal' ? beda : null,
  }))
  await sql`update usulan u set hasil_keluarga_id = h.keluarga_id, akibat = h.akibat
    from jsonb_to_recordset(${JSON.stringify(hasil)}::jsonb) as h(kab smallint, id uuid, keluarga_id uuid, akibat jsonb)
    where u.kab = h.kab and u.id = h.id`.execute(ctx.tx)
}

/** Marital status as the survey codes it: married, divorced. */
const statusKawin = { kawin: 2, cerai: 3 } as const

/** The answer about marriage follows the event, for the couple or the one who parts. */
async function catatKawin(ctx: Kerja, rows: readonly BarisUsulan[]): Promise<void> {
  const jawaban = rows.flatMap((row) => {
    const p = isiOf(row).peristiwa
    if (p?.jenis !== 'kawin' && p?.jenis !== 'cerai') return []
    const orang = [row.individu_id, p.jenis === 'kawin' ? p.pasanganId : undefined]
    const isi = { status_kawin: statusKawin[p.jenis] }
    return orang.flatMap((subjek) => (subjek ? [{ kab: row.kab, subjek, isi }] : []))
  })
  await tambahJawaban(ctx, 'individu', jawaban, 'usulan')
}

export async function terapkanPeristiwaUsulan(
  ctx: Kerja,
  rows: readonly BarisUsulan[],
): Promise<void> {
  const pindah = rows.find((r) => r.jenis === 'pindah_keluar')
  if (pindah) throw new Error(`The move ${pindah.id} has no destination`)
  const { jadi, gagal, akhir } = await rencanakan(ctx, rows, true)
  const [[id, sebab] = []] = gagal
  if (id !== undefined) throw new Error(`The event ${id} was not checked before: ${sebab}`)
  const kepala = new Map([...akhir.keluarga.values()].map((k) => [k.id, k.nama_kepala]))
  await tulisBeda(
    ctx,
    jadi.flatMap(({ row, beda }) =>
      beda.map((b) => ({ beda: b, sumber: sumberOf(row), tanggal: tanggalOf(row, ctx.today) })),
    ),
    kepala,
  )
  await catatKawin(ctx, rows)
  await catatHasil(ctx, jadi)
  await tutupTerbuka(ctx, jadi)
}
