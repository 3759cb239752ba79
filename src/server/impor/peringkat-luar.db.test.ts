import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buatContoh } from '#bench/generator/contoh.ts'
import { jalankan } from './jalankan.ts'
import { imporLengkap } from './susulan.ts'
import { type BekalUji, bekalUji } from './uji.ts'
import { cobaLagi } from './ulang.ts'

const BONTANG = 6474000000
const folder = mkdtempSync(join(tmpdir(), 'siks-luar-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const JUDUL = 'NIK;Nomor KK;Nama kepala keluarga;Sumber;Jenis;Nilai;Tanggal'

/** Writes a file of ranks. */
function berkas(name: string, rows: readonly string[], judul = JUDUL): string {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, `${[judul, ...rows].join('\n')}\n`)
  return path
}

type Keluarga = { id: string; wilayah: number; nik: string; kk: string }

/** A city of forty families, each with a card number and a member's NIK that is theirs alone. */
async function kota(): Promise<{ uji: BekalUji; keluarga: Keluarga[] }> {
  const made = await buatContoh({
    wilayah: '6474',
    keluar: folder,
    keluarga: 40,
    format: 'pbdt-csv',
  })
  if (!made.ok) throw new Error(made.error)
  const uji = await bekalUji()
  await uji.impor(made.value.berkas[0]?.path[0] ?? '')
  await uji.admin.query(
    `update keluarga k set nomor_kk = '997401010110' || lpad(x.n::text, 4, '0')
     from (select id, row_number() over (order by id) as n from keluarga) x where x.id = k.id`,
  )
  const { rows } = await uji.admin.query<Keluarga>(
    `select k.id, k.wilayah, k.nomor_kk as kk, min(i.nik) as nik from keluarga k join individu i on i.keluarga_id = k.id
     where i.status = 'aktif' and (select count(*) from individu x where x.nik = i.nik) = 1
     group by k.id, k.wilayah, k.nomor_kk order by k.id`,
  )
  return { uji, keluarga: rows }
}

/** All of the registry that ranks from outside may not touch. */
async function registry(uji: BekalUji): Promise<string> {
  const { rows } = await uji.admin.query<{ isi: string }>(
    `select concat_ws('/', (select md5(string_agg(k::text, '' order by id)) from keluarga k),
      (select md5(string_agg(i::text, '' order by id)) from individu i), (select md5(string_agg(r::text, '' order by id)) from ruta r),
      (select count(*) from survei_keluarga), (select count(*) from survei_ruta), (select count(*) from perubahan),
      (select md5(string_agg(r::text, '' order by r::text)) from rekap_rt r), (select count(*) from penerimaan)) as isi`,
  )
  return rows[0]?.isi ?? ''
}

async function counted(uji: BekalUji, id: string) {
  const { rows } = await uji.admin.query(
    'select jumlah_baris, diterima, ditandai, ditahan, tidak_berubah, format, ringkasan from impor where id = $1',
    [id],
  )
  const [row] = rows
  expect(row.diterima + row.ditandai + row.ditahan).toBe(row.jumlah_baris)
  return row
}

const sebab = async (uji: BekalUji, id: string) =>
  (
    await uji.admin.query(
      'select baris, kode from impor_temuan where impor_id = $1 order by baris, urutan',
      [id],
    )
  ).rows.map((r) => `${r.baris} ${r.kode}`)

const ranks = async (uji: BekalUji, keluarga: string) =>
  (
    await uji.admin.query(
      `select sumber, jenis, nilai, tanggal from peringkat_luar where keluarga_id = $1 and sumber <> 'PBDT 2015'
       order by tanggal desc, id desc`,
      [keluarga],
    )
  ).rows

describe('a file of ranks from outside', () => {
  let uji: BekalUji
  let k: Keluarga[]
  const at = (i: number): Keluarga => k[i] ?? { id: '', wilayah: 0, nik: '', kk: '' }
  beforeAll(async () => {
    ;({ uji, keluarga: k } = await kota())
  })
  afterAll(() => uji.close())

  test('adds its ranks to families known by NIK or card number, and touches nothing else', async () => {
    const before = await registry(uji)
    const path = berkas('pertama', [
      `${at(0).nik};;A;DTSEN/BPS;desil;2;2018-05-31`,
      `;${at(1).kk};B;DTSEN/BPS;persentil;17;2018-05-31`,
      `${at(2).nik};${at(2).kk};C;Bappeda;peringkat;1234;2018-05-31`,
    ])
    const id = await uji.impor(path)
    expect(await counted(uji, id)).toMatchObject({
      diterima: 3,
      format: 'peringkat-luar',
      ringkasan: { peringkat_luar_baru: 3 },
    })
    expect(await ranks(uji, at(0).id)).toEqual([
      { sumber: 'DTSEN', jenis: 'desil', nilai: 2, tanggal: '2018-05-31' },
    ])
    expect(await ranks(uji, at(2).id)).toEqual([
      { sumber: 'Bappeda', jenis: 'peringkat', nilai: 1234, tanggal: '2018-05-31' },
    ])
    expect(
      await uji.hitung('rekaman_sumber', `impor_id = '${id}' and keluarga_id is not null`),
    ).toBe(3)
    expect(await registry(uji)).toBe(before)
    expect(await uji.hitung('pg_tables', "schemaname = 'staging'")).toBe(0)
  })

  test('sent again in another file adds nothing; a later day adds one, shown first', async () => {
    const ranksBefore = await uji.hitung('peringkat_luar')
    const sources = await uji.hitung('rekaman_sumber')
    const same = `${at(0).nik};;A;DTSEN/BPS;desil;2;2018-05-31`
    const id = await uji.impor(berkas('lagi', ['', same]))
    expect(await counted(uji, id)).toMatchObject({ diterima: 1, tidak_berubah: 1 })
    expect(await uji.hitung('peringkat_luar')).toBe(ranksBefore)
    expect(await uji.hitung('rekaman_sumber')).toBe(sources)
    await uji.impor(berkas('baru', [same, `${at(0).nik};;A;BPS;desil;4;2018-06-30`]))
    expect((await ranks(uji, at(0).id)).map((r) => r.nilai)).toEqual([4, 2])
  })

  test('whose day nobody told adds nothing when the newest value is the same', async () => {
    const row = `${at(3).nik};;A;BPS;desil;5;`
    const id = await uji.impor(berkas('tanpa-tanggal', [row]))
    expect(await counted(uji, id)).toMatchObject({ ditandai: 1 })
    expect(await ranks(uji, at(3).id)).toMatchObject([{ nilai: 5, tanggal: '2018-07-02' }])
    const { kab, id: next } = await uji.simpan(berkas('tanpa-tanggal-2', ['', row]))
    await jalankan({ ...uji.alat(), hariIni: '2018-07-20' }, kab, next)
    expect(await ranks(uji, at(3).id)).toHaveLength(1)
  })

  test('holds back what cannot be told, each row with its cause', async () => {
    await uji.admin.query('update keluarga set nomor_kk = $1 where id = $2', [at(5).kk, at(4).id])
    const before = await uji.hitung('peringkat_luar')
    const id = await uji.impor(
      berkas('salah', [
        `${at(6).nik};${at(7).kk};A;BPS;desil;1;2018-05-31`,
        `;${at(5).kk};A;BPS;desil;1;2018-05-31`,
        '9974015205900001;;A;BPS;desil;1;2018-05-31',
        '6,47401E+15;;A;BPS;desil;1;2018-05-31',
        `${at(6).nik};;A;BPS;desil;11;2018-05-31`,
        `${at(8).nik};;A;BPS;desil;1;2018-05-31`,
        `;${at(8).kk};A;BPS;desil;2;2018-05-31`,
      ]),
    )
    expect(await sebab(uji, id)).toEqual([
      '2 nik_kk_beda_keluarga',
      '3 keluarga_lebih_dari_satu',
      '4 keluarga_tidak_ditemukan',
      '5 nik_rusak_excel',
      '5 keluarga_tidak_dapat_dikenali',
      '6 nilai_luar_di_luar_batas',
      '7 nilai_luar_bertentangan',
      '8 nilai_luar_bertentangan',
    ])
    expect(await counted(uji, id)).toMatchObject({ ditahan: 7, diterima: 0 })
    expect(await uji.hitung('peringkat_luar')).toBe(before)
    expect(await uji.hitung('rekaman_sumber', `impor_id = '${id}' and status = 'ditahan'`)).toBe(7)
    const chosen = await uji.admin.query(
      'select id from rekaman_sumber where impor_id = $1 and baris = 8',
      [id],
    )
    const done = await cobaLagi(uji.alat(), 6474, id, [chosen.rows[0].id])
    expect(done).toMatchObject({ dicoba: 1, diterima: 1 })
    expect(await ranks(uji, at(8).id)).toMatchObject([{ nilai: 2 }])
    expect(await counted(uji, id)).toMatchObject({ ditahan: 6, diterima: 1 })
  })

  test('of a number that only one of the two columns knows is kept and flagged', async () => {
    const id = await uji.impor(
      berkas('satu-nomor', [`${at(9).nik};9974010101109999;A;BPS;desil;1;2018-05-31`]),
    )
    expect(await sebab(uji, id)).toEqual(['2 nomor_lain_tidak_ditemukan'])
    expect(await counted(uji, id)).toMatchObject({ ditandai: 1 })
  })

  test('of a dead member does not find the family by that member', async () => {
    await uji.admin.query("update individu set status = 'meninggal' where nik = $1", [at(10).nik])
    const id = await uji.impor(berkas('mati', [`${at(10).nik};;A;BPS;desil;1;2018-05-31`]))
    expect(await sebab(uji, id)).toEqual(['2 keluarga_tidak_ditemukan'])
  })

  test('says the same of a family of another area as of one that does not exist', async () => {
    const mine = at(11)
    const other = k.find((x) => x.wilayah !== mine.wilayah && x.id !== at(10).id) ?? at(0)
    const row = (nik: string) => `${nik};;A;Kelurahan;desil;1;2018-05-31`
    const id = await uji.impor(
      berkas('wilayah', [row(mine.nik), row(other.nik), row('9974015205900001')]),
      mine.wilayah,
    )
    expect(await counted(uji, id)).toMatchObject({ diterima: 1, ditahan: 2 })
    const { rows } = await uji.admin.query(
      'select kode, rincian, keluarga_id, wilayah, nilai from impor_temuan where impor_id = $1 order by baris',
      [id],
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual(rows[1])
    expect(
      await uji.hitung('peringkat_luar', `keluarga_id = '${other.id}' and sumber = 'Kelurahan'`),
    ).toBe(0)
  })

  test('of families that arrive later is tried again by the file that brings them, within its own area', async () => {
    const baru = await buatContoh({
      wilayah: '6474',
      keluar: mkdtempSync(join(folder, 'susul-')),
      keluarga: 6,
      seed: 9,
      format: 'pbdt-csv',
    })
    if (!baru.ok) throw new Error(baru.error)
    const path = baru.value.berkas[0]?.path[0] ?? ''
    const known = await uji.admin.query<{ nik: string }>('select nik from individu')
    const nik = [...new Set(readFileSync(path, 'utf8').match(/\b99\d{14}\b/g) ?? [])].filter(
      (n) => !known.rows.some((r) => r.nik === n),
    )
    const row = (n: string) => `${n};;A;Susulan;desil;3;2018-05-31`
    const kota = await uji.impor(berkas('menunggu', ['9974015205900001', ...nik].map(row)))
    const jauh = await uji.impor(berkas('menunggu-desa', nik.map(row)), at(11).wilayah)
    expect(await counted(uji, kota)).toMatchObject({ diterima: 0, ditandai: 0 })
    const { kab, id } = await uji.simpan(path)
    expect((await imporLengkap(uji.alat(), kab, id)).ok).toBe(true)
    const hidup = await uji.admin.query<{ nik: string; wilayah: number }>(
      `select i.nik, min(k.wilayah) as wilayah from individu i join keluarga k on k.id = i.keluarga_id
       where i.nik = any ($1) and i.status = 'aktif' group by i.nik having count(*) = 1`,
      [nik],
    )
    const dekat = hidup.rows.filter((r) => r.wilayah === at(11).wilayah)
    expect(hidup.rows.length).toBeGreaterThan(dekat.length)
    expect(await counted(uji, kota)).toMatchObject({ diterima: hidup.rows.length })
    expect(await counted(uji, jauh)).toMatchObject({ diterima: dekat.length })
    expect(await uji.hitung('rekaman_sumber', `impor_id = '${kota}' and status = 'ditahan'`)).toBe(
      nik.length + 1 - hidup.rows.length,
    )
  })

  test('of P3KE gives the decile alone, and keeps the rest of the row', async () => {
    const judul =
      'ID_keluarga_P3KE;provinsi;kabupaten_kota;kecamatan;desa_kelurahan;kode_kemdagri;desil_kesejahteraan;alamat;kepala_keluarga;NIK;penerima_PKH'
    const row = (nik: string, desil: string) =>
      `P${nik};KALTIM;BONTANG;BONTANG UTARA;API-API;6474;${desil};Jl. Mawar;SITI;${nik};Ya`
    // The file of the late families may be about these, too: then others live in them now.
    const susulan = await uji.admin.query<{ keluarga_id: string }>(
      `select keluarga_id from peringkat_luar where sumber = 'Susulan'`,
    )
    const [satu = at(0), lain = at(0)] = k
      .slice(12)
      .filter((x) => !susulan.rows.some((r) => r.keluarga_id === x.id))
    const before = await registry(uji)
    const id = await uji.impor(
      berkas('p3ke', [row(satu.nik, '1'), row(lain.nik, '12')], judul),
      BONTANG,
      '2018-01-31',
    )
    expect(await counted(uji, id)).toMatchObject({ diterima: 1, ditahan: 1, format: 'p3ke' })
    expect(await ranks(uji, satu.id)).toEqual([
      { sumber: 'P3KE', jenis: 'desil', nilai: 1, tanggal: '2018-01-31' },
    ])
    const kept = await uji.admin.query(
      "select isi from rekaman_sumber where impor_id = $1 and status = 'diterima'",
      [id],
    )
    expect(kept.rows[0].isi).toEqual(row(satu.nik, '1').split(';'))
    expect(await registry(uji)).toBe(before)
  })
})

describe('a file of ranks whose import is killed', () => {
  test.each([false, true])(
    'goes on and adds nothing twice (staging lost: %s)',
    async (lost) => {
      const { uji, keluarga } = await kota()
      try {
        const rows = keluarga.map(
          (f, i) => `${f.nik};;A;BPS;desil;${(i % 10) + 1};${i % 7 ? '2018-05-31' : ''}`,
        )
        const { kab, id } = await uji.simpan(berkas(`mati-${lost}`, rows))
        const script = new URL('../../../test/proses/impor-mati.ts', import.meta.url).pathname
        const child = spawnSync(
          process.execPath,
          [script, uji.url, uji.folder, id, 'batch-2', '8'],
          { encoding: 'utf8' },
        )
        expect(child.signal, child.stderr).toBe('SIGKILL')
        const merged = await uji.hitung('peringkat_luar', "sumber = 'DTSEN'")
        expect(merged).toBeGreaterThan(0)
        expect(merged).toBeLessThan(rows.length)
        const staged = await uji.admin.query<{ nama: string }>(
          "select tablename as nama from pg_tables where schemaname = 'staging'",
        )
        if (lost)
          for (const { nama } of staged.rows) await uji.admin.query(`truncate staging.${nama}`)
        expect((await jalankan(uji.alat(), kab, id)).ok).toBe(true)
        const undated = rows.filter((r) => r.endsWith(';')).length
        expect(await counted(uji, id)).toMatchObject({
          diterima: rows.length - undated,
          ditandai: undated,
          tidak_berubah: 0,
          ringkasan: { peringkat_luar_baru: rows.length },
        })
        expect(await uji.hitung('peringkat_luar', "sumber = 'DTSEN'")).toBe(rows.length)
        expect(await uji.hitung('rekaman_sumber', `impor_id = '${id}'`)).toBe(rows.length)
        expect(await uji.hitung('impor_temuan', `impor_id = '${id}'`)).toBe(undated)
      } finally {
        await uji.close()
      }
    },
    60_000,
  )
})
