/** Reads of evidence: what is kept of a family, one file without its content. */
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Guna, guna } from '#domain/berkas/guna.ts'
import type { Cakupan } from '#domain/wilayah/kode.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { inArea } from '#server/wilayah/lingkup.ts'

/** The word for what a file is; the table holds no other. */
export const kategori = (kode: string): Guna => (kode in guna ? (kode as Guna) : 'lain')

/** One file without its content; undefined outside the area. */
export const berkasRow = (tx: Kysely<DB>, c: Cakupan, kab: number, id: string) =>
  tx
    .selectFrom('berkas as b')
    .select(['guna', 'jenis', 'wilayah', 'keluarga_id'])
    .where('kab', '=', kab)
    .where('id', '=', id)
    .where(inArea(c, 'b'))
    .executeTakeFirst()

/** Files as lists show them; who sent one is named inside the reader's area only. */
async function daftarBerkas(tx: Kysely<DB>, c: Cakupan, syarat: RawBuilder<unknown>) {
  const found = await sql<{
    kab: number
    id: string
    guna: string
    jenis: 'image/jpeg' | 'application/pdf'
    ukuran: number
    lebar: number | null
    tinggi: number | null
    sidik: string
    pengunggah: string | null
    dibuatPada: string
  }>`
    select b.kab, b.id, b.guna, b.jenis, b.ukuran, b.lebar, b.tinggi, b.sidik, to_json(b.dibuat_pada)#>>'{}' as "dibuatPada",
      (select p.nama from pengguna p where p.id = b.pengguna_id and exists (
        select from penugasan t where t.pengguna_id = p.id and t.wilayah >= ${c.lo} and t.wilayah < ${c.hi})) as pengunggah
    from berkas b where ${syarat} and ${inArea(c, 'b')} order by b.id desc limit 200`.execute(tx)
  return found.rows.map((row) => ({ ...row, guna: kategori(row.guna) }))
}

/** All files of a family, newest first. */
export const berkasKeluarga = (tx: Kysely<DB>, c: Cakupan, kab: number, keluarga: string) =>
  daftarBerkas(tx, c, sql`b.kab = ${kab} and b.keluarga_id = ${keluarga}`)

/** These files, newest first. */
export const berkasDari = (tx: Kysely<DB>, c: Cakupan, kab: number, id: readonly string[]) =>
  daftarBerkas(tx, c, sql`b.kab = ${kab} and b.id = any (${[...id]}::uuid[])`)

type Asal = { readonly wilayah: number; readonly berkas: Readonly<Record<string, number>> }

/** What stayed with the offices where a family lived before it moved here: where, of what use, how many. */
export async function buktiAsal(tx: Kysely<DB>, c: Cakupan, kab: number, keluarga: string) {
  const found = await sql<{ asal: Asal; nama: string; kota: string | null }>`
    select a.asal, coalesce(w.nama, a.asal ->> 'wilayah') as nama, h.nama as kota
    from keluarga k cross join lateral jsonb_array_elements(k.bukti_asal) with ordinality as a(asal, urut)
      left join wilayah w on w.kode = (a.asal ->> 'wilayah')::bigint left join wilayah h on h.kode = w.kode - w.kode % 1000000
    where k.kab = ${kab} and k.id = ${keluarga} and ${inArea(c, 'k', 'id')} order by a.urut desc`.execute(
    tx,
  )
  return found.rows.map(({ asal, nama, kota }) => ({
    wilayah: kota ? `${nama}, ${kota}` : nama,
    berkas: Object.entries(asal.berkas).map(([kode, jumlah]) => ({ guna: kategori(kode), jumlah })),
  }))
}
