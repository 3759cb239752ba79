import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buatContoh } from '#bench/generator/contoh.ts'
import { type BekalUji, bekalUji } from './uji.ts'

let uji: BekalUji
const folder = mkdtempSync(join(tmpdir(), 'siks-contoh-'))

beforeAll(async () => {
  uji = await bekalUji()
})
afterAll(async () => {
  await uji.close()
})

describe('an import of a PBDT file', () => {
  test('brings every household, family and person into the registry', async () => {
    const made = await buatContoh({
      wilayah: '6474',
      keluar: folder,
      keluarga: 300,
      format: 'pbdt-csv',
    })
    if (!made.ok) throw new Error(made.error)
    const [berkas] = made.value.berkas
    await uji.impor(berkas?.path[0] ?? '')
    expect(await uji.hitung('keluarga')).toBe(300)
    expect(await uji.hitung('individu')).toBe(made.value.orang)
    expect(await uji.hitung('ruta')).toBe(made.value.ruta)
    expect(await uji.hitung('penerimaan', "program = 'rastra'")).toBe(made.value.rastra)
    const { rows } = await uji.admin.query('select * from impor')
    console.log(rows)
    const t = await uji.admin.query(
      'select kode, tingkat, count(*), min(kolom), min(nilai) from impor_temuan group by 1, 2 order by 3 desc',
    )
    console.table(t.rows)
  })
})
