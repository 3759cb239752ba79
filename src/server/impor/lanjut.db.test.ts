import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buatContoh } from '#bench/generator/contoh.ts'
import { jalankan } from './jalankan.ts'
import { type BekalUji, bekalUji } from './uji.ts'

const folder = mkdtempSync(join(tmpdir(), 'siks-lanjut-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** All that an import leaves, without the ids, which differ from run to run. */
const DUMP = `
  select md5(string_agg(line, E'\\n' order by line)) as isi from (
    select concat_ws('|', 'i', i.nama, i.nik, i.wilayah, i.rt, i.hubungan, k.nama_kepala, k.jumlah_anggota, k.urutan_ruta, r.alamat, s.status_kawin, sr.lantai, sk.terima_rastra) as line
    from individu i join keluarga k on k.id = i.keluarga_id join ruta r on r.id = i.ruta_id
      left join survei_individu s on s.id = i.survei_id left join survei_ruta sr on sr.id = r.survei_id left join survei_keluarga sk on sk.id = k.survei_id
    union all select concat_ws('|', 's', lembar, baris, status, encode(hash, 'hex')) from rekaman_sumber
    union all select concat_ws('|', 't', lembar, baris, urutan, kode, kolom) from impor_temuan
    union all select concat_ws('|', 'c', wilayah, rt, ruta, keluarga, individu, ditandai) from rekap_rt
    union all select concat_ws('|', 'n', count(*)) from keanggotaan
    union all select concat_ws('|', 'p', program, count(*)) from penerimaan group by program
    union all select concat_ws('|', 'l', count(*), sum(nilai)) from peringkat_luar
    union all select concat_ws('|', 'm', status, jumlah_baris, diterima, ditandai, ditahan, tidak_berubah) from impor) x`

async function dump(uji: BekalUji): Promise<string> {
  const { rows } = await uji.admin.query<{ isi: string }>(DUMP)
  return rows[0]?.isi ?? ''
}

describe('an import that is killed', () => {
  let path = ''
  let whole = ''
  beforeAll(async () => {
    const made = await buatContoh({
      wilayah: '6474',
      keluar: folder,
      keluarga: 300,
      format: 'pbdt-csv',
    })
    if (!made.ok) throw new Error(made.error)
    path = made.value.berkas[0]?.path[0] ?? ''
    const uji = await bekalUji()
    try {
      await uji.impor(path)
      whole = await dump(uji)
    } finally {
      await uji.close()
    }
  })

  test.each(['membaca+', 'memeriksa', 'memeriksa+', 'batch-1', 'batch-4', 'menghitung'])(
    'at %s goes on and ends with the same result',
    async (titik) => {
      const uji = await bekalUji()
      try {
        const { kab, id } = await uji.simpan(path)
        const child = spawnSync(
          process.execPath,
          [
            new URL('../../../test/proses/impor-mati.ts', import.meta.url).pathname,
            uji.url,
            uji.folder,
            id,
            titik,
          ],
          { encoding: 'utf8' },
        )
        expect(child.signal, child.stderr).toBe('SIGKILL')
        expect(await uji.hitung('impor', "status = 'selesai'")).toBe(0)
        const done = await jalankan(uji.alat(), kab, id)
        expect(done.ok).toBe(true)
        expect(await dump(uji)).toBe(whole)
      } finally {
        await uji.close()
      }
    },
    60_000,
  )

  test('and whose staging tables the database lost starts over and adds nothing twice', async () => {
    const uji = await bekalUji()
    try {
      const { kab, id } = await uji.simpan(path)
      spawnSync(process.execPath, [
        new URL('../../../test/proses/impor-mati.ts', import.meta.url).pathname,
        uji.url,
        uji.folder,
        id,
        'batch-3',
      ])
      const merged = await uji.hitung('individu')
      expect(merged).toBeGreaterThan(0)
      const { rows } = await uji.admin.query<{ nama: string }>(
        "select tablename as nama from pg_tables where schemaname = 'staging'",
      )
      for (const { nama } of rows) await uji.admin.query(`truncate staging.${nama}`)
      expect((await jalankan(uji.alat(), kab, id)).ok).toBe(true)
      expect(await dump(uji)).toBe(whole)
    } finally {
      await uji.close()
    }
  })
})
