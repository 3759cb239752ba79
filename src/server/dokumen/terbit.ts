/** Issues a paper: gives it a number and a code, prints it, keeps it, and enters it in the register. */
import { createHash, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type Problem, problem } from '#contract/problems.ts'
import { type JenisDokumen, nomorOtomatis } from '#domain/dokumen/jenis.ts'
import type { Surat } from '#domain/dokumen/surat.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { simpanBerkas, type Tempat } from '#server/berkas/simpan.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { KeyRing } from '#server/kripto/segel.ts'
import { alamatDokumen } from './alamat.ts'
import { cetak } from './cetak.ts'

export type Terbitan = {
  readonly jenis: JenisDokumen
  /** The office that issues it. */
  readonly kantor: number
  /** Where it belongs: `wilayah` is that office; the RT and family it is about, if about one. */
  readonly tempat: Tempat
  /** 'YYYY-MM-DD', as printed. */
  readonly tanggal: string
  /** The instant by the server's clock. */
  readonly pada: Date
  /** As typed by the office; null takes the next of its year. */
  readonly nomor: string | null
  /** An earlier paper that ceases to be in force by this one. */
  readonly menggantikan: { readonly kab: number; readonly id: string } | null
  readonly penggunaId: string
  /** The meeting that it is a paper of, and the hash of the decisions that it binds. */
  readonly musyawarah?: { readonly id: string; readonly meterai: string | null }
  /** The paper, once its number and the address in its QR are known. */
  readonly susun: (x: { nomor: string; alamat: string }) => Surat
}

export type Terbit = {
  readonly kab: number
  readonly id: string
  readonly kode: string
  readonly nomor: string
  /** SHA-256 of the PDF, hex. */
  readonly sidik: string
}

/**
 * Inside the caller's transaction: what it rests on and the paper stand or fall together. The log
 * entry is the caller's (`ctx.lihat`, kind `dokumen`).
 * @returns `dokumen.nomor_dipakai` when the office has given that number before,
 * `dokumen.tidak_berlaku` when the one to be replaced is not in force, or not in the area
 */
export async function terbitkan(
  tx: Kysely<DB>,
  ring: KeyRing,
  t: Terbitan,
): Promise<Result<Terbit, Problem>> {
  const { kab } = t.tempat
  const nomor = t.nomor ?? (await nomorBerikut(tx, t))
  if (await dipakai(tx, t, nomor)) return err(problem('dokumen.nomor_dipakai', { nomor }))
  if (!(await gantikan(tx, t, nomor))) return err(problem('dokumen.tidak_berlaku'))
  const kode = randomUUID()
  const isi = await cetak(t.susun({ nomor, alamat: alamatDokumen(kode) }))
  const sidik = createHash('sha256').update(isi).digest('hex')
  const berkas = await simpanBerkas(tx, ring, {
    tempat: t.tempat,
    guna: 'dokumen',
    jenis: 'application/pdf',
    isi,
    kecil: null,
    lebar: null,
    tinggi: null,
    sidikKiriman: sidik,
    penggunaId: t.penggunaId,
  })
  const { wilayah, rt, keluargaId } = t.tempat
  const made = await sql<{ id: string }>`
    insert into dokumen (kab, kode, wilayah, rt, keluarga_id, jenis, nomor, tanggal, sidik, berkas_id, pengguna_id, musyawarah_id, meterai)
    values (${kab}, ${kode}, ${wilayah}, ${rt}, ${keluargaId}, ${t.jenis}, ${nomor}, ${t.tanggal}, ${sidik}, ${berkas.id}, ${t.penggunaId},
      ${t.musyawarah?.id ?? null}, ${t.musyawarah?.meterai ?? null})
    on conflict do nothing returning id`.execute(tx)
  const id = made.rows[0]?.id
  return id ? ok({ kab, id, kode, nomor, sidik }) : err(problem('dokumen.nomor_dipakai', { nomor }))
}

/** @returns false when there is one to be replaced, and it is not in force */
async function gantikan(
  tx: Kysely<DB>,
  { menggantikan: lama, pada }: Terbitan,
  nomor: string,
): Promise<boolean> {
  if (!lama) return true
  const done =
    await sql`update dokumen set status = 'diganti', status_pada = ${pada}, status_alasan = ${nomor}
    where kab = ${lama.kab} and id = ${lama.id} and status = 'berlaku' returning 1`.execute(tx)
  return done.rows.length === 1
}

/** The next number of the office; the row stays locked until the transaction ends, so none is lost. */
async function nomorBerikut(tx: Kysely<DB>, t: Terbitan): Promise<string> {
  const tahun = Number(t.tanggal.slice(0, 4))
  for (;;) {
    const found = await sql<{ terakhir: number }>`
      insert into nomor_surat (kab, wilayah, tahun, terakhir) values (${t.tempat.kab}, ${t.kantor}, ${tahun}, 1)
      on conflict (kab, wilayah, tahun) do update set terakhir = nomor_surat.terakhir + 1 returning terakhir`.execute(
      tx,
    )
    const nomor = nomorOtomatis(found.rows[0]?.terakhir ?? 0, t.jenis, t.kantor, tahun)
    // Somebody may have typed that very number before.
    if (!(await dipakai(tx, t, nomor))) return nomor
  }
}

async function dipakai(tx: Kysely<DB>, t: Terbitan, nomor: string): Promise<boolean> {
  const found =
    await sql`select 1 from dokumen where kab = ${t.tempat.kab} and wilayah = ${t.tempat.wilayah}
    and jenis = ${t.jenis} and nomor = ${nomor} and extract(year from tanggal) = ${Number(t.tanggal.slice(0, 4))}`.execute(
      tx,
    )
  return found.rows.length > 0
}
