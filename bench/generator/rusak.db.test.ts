import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type BekalUji, bekalUji } from '#server/impor/uji.ts'
import { buatRusak, type Tanda } from './rusak.ts'

const folder = await mkdtemp(join(tmpdir(), 'rusak-'))
let uji: BekalUji
beforeAll(async () => {
  uji = await bekalUji()
})
// An empty registry for each file: the broken households are the same in all formats.
afterEach(async () => {
  const { rows } = await uji.admin.query<{ t: string }>(
    `select string_agg(distinct format('%I', table_name), ', ') as t from information_schema.columns
     join information_schema.tables using (table_schema, table_name)
     where column_name = 'kab' and table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  await uji.admin.query(`truncate ${rows[0]?.t} cascade`)
})
afterAll(async () => {
  await uji.close()
  await rm(folder, { recursive: true, force: true })
})

/** The causes found on each row of an import, as `sheet:row`. */
async function ditemukan(imporId: string): Promise<Map<string, string[]>> {
  const { rows } = await uji.admin.query<{ lembar: number; baris: number; kode: string }>(
    'select lembar, baris, kode from impor_temuan where impor_id = $1',
    [imporId],
  )
  const hasil = new Map<string, string[]>()
  for (const { lembar, baris, kode } of rows) {
    const kunci = `${lembar}:${baris}`
    hasil.set(kunci, [...(hasil.get(kunci) ?? []), kode])
  }
  return hasil
}

const kurang = (tanda: readonly Tanda[], temuan: ReadonlyMap<string, string[]>): string[] =>
  tanda.flatMap((t) => {
    const ada = temuan.get(`${t.lembar + 1}:${t.baris}`) ?? []
    const benar = t.kode === null ? !ada.some((k) => k !== 'nik_kosong') : ada.includes(t.kode)
    return benar ? [] : [`${t.jenis} (${t.lembar + 1}:${t.baris}): ${t.kode} not in [${ada}]`]
  })

describe('an import of a file of broken rows', () => {
  test.each(['pbdt-csv', 'pbdt-xlsx', 'bdt-xlsx', 'siks-xlsx'] as const)(
    '%s says the right cause for each kind, and counts every row',
    async (format) => {
      const { path, tanda, barisData } = await buatRusak(format, folder)
      const id = await uji.impor(path[0] ?? '')
      expect(kurang(tanda, await ditemukan(id))).toEqual([])
      expect(await uji.hitung('rekaman_sumber', `impor_id = '${id}'`)).toBe(barisData)
    },
    120_000,
  )

  test('bdt-csv, two files, says the right cause for each kind, and counts every row', async () => {
    const { path, tanda, barisData } = await buatRusak('bdt-csv', folder)
    const [rt = '', art = ''] = path
    const rumah = await uji.impor(rt)
    const anggota = await uji.impor(art)
    // What the two files say of each other is only known when the second comes.
    const antara = new Set(['nama_kepala_berbeda', 'jumlah_anggota_berbeda', 'ruta_tanpa_anggota'])
    const milik = (lembar: number) =>
      tanda
        .filter((t) => t.lembar === lembar && !antara.has(t.kode ?? ''))
        .map((t) => ({ ...t, lembar: 0 }))
    expect(kurang(milik(0), await ditemukan(rumah))).toEqual([])
    const diAnggota = await ditemukan(anggota)
    expect(kurang(milik(1), diAnggota)).toEqual([])
    const kode = [...diAnggota.values()].flat()
    expect(kode).toContain('nama_kepala_berbeda')
    expect(kode).toContain('jumlah_anggota_berbeda')
    expect(await uji.hitung('keluarga', 'jumlah_anggota = 0')).toBeGreaterThan(0)
    expect(
      (await uji.hitung('rekaman_sumber', `impor_id = '${rumah}'`)) +
        (await uji.hitung('rekaman_sumber', `impor_id = '${anggota}'`)),
    ).toBe(barisData)
  }, 120_000)
})
