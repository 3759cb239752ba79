import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buatContoh } from '#bench/generator/contoh.ts'
import { cakupanOf } from '#domain/wilayah/kode.ts'
import { scopeStatements } from '#server/http/transaction.ts'
import { jalankan } from './jalankan.ts'
import { imporLengkap } from './susulan.ts'
import { type BekalUji, bekalUji } from './uji.ts'
import { cobaLagi } from './ulang.ts'

const BERBAS_TENGAH = 6474011004
const folder = mkdtempSync(join(tmpdir(), 'siks-contoh-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A PBDT CSV of a few families; `ubah` edits its lines (the first two are headers). */
async function pbdt(
  name: string,
  keluarga = 60,
  ubah: (lines: string[]) => string[] = (l) => l,
): Promise<{ path: string; orang: number; ruta: number; rastra: number }> {
  const made = await buatContoh({
    wilayah: '6474',
    keluar: join(folder, 'asal'),
    keluarga,
    format: 'pbdt-csv',
  })
  if (!made.ok) throw new Error(made.error)
  const lines = readFileSync(made.value.berkas[0]?.path[0] ?? '', 'utf8')
    .trimEnd()
    .split(/\r?\n/)
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, `${ubah(lines).join('\n')}\n`)
  return { path, ...made.value }
}

const cells = (line: string | undefined): string[] => (line ?? '').split(',')

/** Replaces one cell of one line. */
const put = (lines: string[], line: number, column: number, value: string): string[] => {
  const row = cells(lines[line])
  row[column] = value
  return lines.with(line, row.join(','))
}

/** What of the registry an import could change. */
async function contents(uji: BekalUji): Promise<string> {
  const tables = [
    'ruta',
    'keluarga',
    'individu',
    'keanggotaan',
    'survei_ruta',
    'survei_keluarga',
    'survei_individu',
    'rekaman_sumber',
    'nik_lokasi',
    'penerimaan',
    'peringkat_luar',
    'perubahan',
    'rekap_rt',
  ]
  const counts = await Promise.all(tables.map(async (t) => `${t} ${await uji.hitung(t)}`))
  return counts.join(', ')
}

async function counted(uji: BekalUji, id: string) {
  const { rows } = await uji.admin.query(
    'select jumlah_baris, diterima, ditandai, ditahan, tidak_berubah, status from impor where id = $1',
    [id],
  )
  const [row] = rows
  expect(row.diterima + row.ditandai + row.ditahan).toBe(row.jumlah_baris)
  return row
}

describe('an import of a PBDT file', () => {
  let uji: BekalUji
  let asal: Awaited<ReturnType<typeof pbdt>>
  beforeAll(async () => {
    uji = await bekalUji()
    asal = await pbdt('asal', 300)
    await uji.impor(asal.path)
  })
  afterAll(() => uji.close())

  test('brings every household, family, person and receiver into the registry', async () => {
    expect(await uji.hitung('keluarga')).toBe(300)
    expect(await uji.hitung('individu')).toBe(asal.orang)
    expect(await uji.hitung('keanggotaan')).toBe(asal.orang)
    expect(await uji.hitung('survei_individu')).toBe(asal.orang)
    expect(await uji.hitung('ruta')).toBe(asal.ruta)
    expect(await uji.hitung('survei_ruta')).toBe(asal.ruta)
    expect(await uji.hitung('penerimaan', "program = 'rastra'")).toBe(asal.rastra)
    expect(await uji.hitung('keluarga', 'jumlah_anggota = 0')).toBe(0)
    expect(
      await uji.hitung(
        'individu i',
        'not exists (select from survei_individu s where s.id = i.survei_id)',
      ),
    ).toBe(0)
    const { rows } = await uji.admin.query(
      'select sum(ruta)::int as ruta, sum(keluarga)::int as keluarga, sum(individu)::int as individu from rekap_rt',
    )
    expect(rows[0]).toEqual({ ruta: asal.ruta, keluarga: 300, individu: asal.orang })
  })

  test('decodes the alternating yes and no of assets', async () => {
    const { rows } = await uji.admin.query(
      'select distinct aset_gas as a, aset_kulkas as b from survei_ruta',
    )
    for (const { a, b } of rows) expect([1, 2, null]).toEqual(expect.arrayContaining([a, b]))
  })

  test('keeps every row as it came', async () => {
    const { rows } = await uji.admin.query('select isi, baris from rekaman_sumber where baris = 3')
    expect(rows[0].isi.join(',').replace(/,+$/, '')).toBe(
      cells(readFileSync(asal.path, 'utf8').split('\n')[2]).join(',').replace(/,+$/, ''),
    )
  })

  test('leaves nothing in staging', async () => {
    expect(await uji.hitung('pg_tables', "schemaname = 'staging'")).toBe(0)
  })

  test('of the same rows in another file adds nothing and says so', async () => {
    const before = await contents(uji)
    const again = await pbdt('sama', 300, (lines) => ['DAFTAR BNBA', '', ...lines])
    const id = await uji.impor(again.path)
    expect(await contents(uji)).toBe(before)
    expect(await counted(uji, id)).toMatchObject({ tidak_berubah: asal.orang })
  })

  test('of a changed row updates it and keeps the old value', async () => {
    const lines = readFileSync(asal.path, 'utf8').trimEnd().split('\n')
    const old = cells(lines[2])
    const changed = await pbdt('berubah', 300, (all) =>
      put(put(all, 2, 79, 'NAMA BARU'), 2, 98, '12'),
    )
    const id = await uji.impor(changed.path, 6474000000, '2018-07-01')
    expect(await counted(uji, id)).toMatchObject({ tidak_berubah: asal.orang - 1 })
    const { rows } = await uji.admin.query(
      "select kolom, lama, baru, tanggal from perubahan where unit = 'individu' and kolom = 'nama'",
    )
    expect(rows).toEqual([
      { kolom: 'nama', lama: old[79], baru: 'NAMA BARU', tanggal: '2018-07-01' },
    ])
    expect(await uji.hitung('individu', "nama = 'NAMA BARU' and versi = 2")).toBe(1)
    expect(await uji.hitung('individu')).toBe(asal.orang)
    expect(await uji.hitung('survei_individu')).toBe(asal.orang + 1)
    expect(
      await uji.hitung(
        'individu i join survei_individu s on s.id = i.survei_id',
        "i.nama = 'NAMA BARU' and s.jam_kerja = 12",
      ),
    ).toBe(1)
  })
})

describe('an import within an area', () => {
  let uji: BekalUji
  beforeAll(async () => {
    uji = await bekalUji()
  })
  afterAll(() => uji.close())

  test('of one village holds back the rows of others, with the cause', async () => {
    const { path } = await pbdt('kelurahan', 150)
    const id = await uji.impor(path, BERBAS_TENGAH)
    const row = await counted(uji, id)
    expect(row.ditahan).toBeGreaterThan(100)
    expect(row.diterima).toBeGreaterThan(0)
    expect(await uji.hitung('individu', `wilayah <> ${BERBAS_TENGAH}`)).toBe(0)
    expect(await uji.hitung('impor_temuan', "kode = 'wilayah_di_luar_cakupan'")).toBe(row.ditahan)
    expect(await uji.hitung('rekaman_sumber', "status = 'ditahan'")).toBe(row.ditahan)
  })

  test('shows nothing of it to a neighbouring village', async () => {
    const client = await uji.app.connect()
    try {
      await client.query(`begin; ${scopeStatements(cakupanOf(6474011003))}`)
      for (const table of ['individu', 'rekaman_sumber', 'impor_temuan', 'impor']) {
        expect((await client.query(`select 1 from ${table}`)).rowCount, table).toBe(0)
      }
      await client.query('rollback')
    } finally {
      client.release()
    }
  })
})

describe('a family that a later file splits', () => {
  test('goes on as the first part, and who left belongs to the new one from that day', async () => {
    const uji = await bekalUji()
    try {
      const { path } = await pbdt('utuh', 30)
      await uji.impor(path)
      const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
      const key = cells(lines[2])[1]
      const house = lines
        .map((l, i) => [i, cells(l)] as const)
        .filter(([i, c]) => i > 1 && c[1] === key)
      const leaver = house.at(-1)
      expect(house.length).toBeGreaterThan(1)
      const split = await pbdt('pecah', 30, (all) => put(all, leaver?.[0] ?? 0, 82, '9'))
      await uji.impor(split.path, 6474000000, '2018-07-01')
      expect(await uji.hitung('keluarga')).toBe(31)
      const { rows } = await uji.admin.query(
        `select m.dari, m.sampai from keanggotaan m join individu i on i.id = m.individu_id
         where i.nama = $1 order by m.dari`,
        [leaver?.[1][79]],
      )
      expect(rows).toEqual([
        { dari: '2015-07-15', sampai: '2018-07-01' },
        { dari: '2018-07-01', sampai: null },
      ])
      expect(await uji.hitung('perubahan', "kolom = 'keluarga_id'")).toBe(1)
      expect(
        await uji.hitung(
          'keluarga k',
          'jumlah_anggota <> (select count(*) from individu i where i.keluarga_id = k.id)',
        ),
      ).toBe(0)
    } finally {
      await uji.close()
    }
  })
})

describe('members whose file came before their households', () => {
  test('wait, and come in with the households', async () => {
    const uji = await bekalUji()
    try {
      const made = await buatContoh({
        wilayah: '6474',
        keluar: join(folder, 'bdt'),
        keluarga: 50,
        format: 'bdt-csv',
      })
      if (!made.ok) throw new Error(made.error)
      const [rt = '', art = ''] = made.value.berkas[0]?.path ?? []
      const first = await uji.impor(art)
      expect(await counted(uji, first)).toMatchObject({ ditahan: made.value.orang, diterima: 0 })
      const { kab, id } = await uji.simpan(rt)
      expect((await imporLengkap(uji.alat(), kab, id)).ok).toBe(true)
      expect(await counted(uji, first)).toMatchObject({ ditahan: 0 })
      expect(await uji.hitung('individu')).toBe(made.value.orang)
      expect(await uji.hitung('keluarga')).toBe(50)
      expect(await uji.hitung('keluarga', 'jumlah_anggota = 0')).toBe(0)
    } finally {
      await uji.close()
    }
  })
})

describe('a row that is held back', () => {
  let uji: BekalUji
  beforeAll(async () => {
    uji = await bekalUji()
  })
  afterAll(() => uji.close())

  test('for an unknown village is asked about once, and the answer brings all its rows in', async () => {
    const { path, orang } = await pbdt('asing', 60, (lines) =>
      lines.map((l) => l.replaceAll(',SATIMPO,', ',KAMPUNG ANTAH,')),
    )
    const id = await uji.impor(path)
    const before = await counted(uji, id)
    expect(before.ditahan).toBeGreaterThan(0)
    const { rows } = await uji.admin.query('select id, nilai, jumlah_baris from impor_pertanyaan')
    expect(rows).toMatchObject([
      { nilai: 'KOTA BONTANG / BONTANG SELATAN / KAMPUNG ANTAH', jumlah_baris: before.ditahan },
    ])
    await uji.admin.query(
      "update impor_pertanyaan set jawaban = '6474011002', dijawab_pada = now()",
    )
    const held = await uji.admin.query("select id from rekaman_sumber where status = 'ditahan'")
    const done = await cobaLagi(
      uji.alat(),
      6474,
      id,
      held.rows.map((r) => r.id),
    )
    expect(done).toMatchObject({ dicoba: before.ditahan, ditahan: 0 })
    expect(await counted(uji, id)).toMatchObject({ ditahan: 0 })
    expect(await uji.hitung('individu')).toBe(orang)
    expect(await uji.hitung('individu', 'wilayah = 6474011002')).toBeGreaterThanOrEqual(
      before.ditahan,
    )
    expect(await uji.hitung('rekaman_sumber', "status = 'diganti'")).toBe(before.ditahan)
    expect(
      await cobaLagi(
        uji.alat(),
        6474,
        id,
        held.rows.map((r) => r.id),
      ),
    ).toMatchObject({ dicoba: 0 })
  })

  test('for its key does not take the place of the row that was accepted under it', async () => {
    const { path, orang } = await pbdt('ganda', 40, (lines) => [
      ...lines,
      put(lines, 2, 79, 'ORANG LAIN')[2] ?? '',
    ])
    const before = await uji.hitung('individu')
    const id = await uji.impor(path)
    expect((await counted(uji, id)).ditahan).toBe(1)
    const held = await uji.admin.query("select id from rekaman_sumber where status = 'ditahan'")
    expect(
      await cobaLagi(
        uji.alat(),
        6474,
        id,
        held.rows.map((r) => r.id),
      ),
    ).toMatchObject({ ditahan: 1 })
    expect(await counted(uji, id)).toMatchObject({ ditahan: 1 })
    expect(await uji.hitung('individu', "nama = 'ORANG LAIN'")).toBe(0)
    expect(before + orang).toBeGreaterThan(0)
  })
})

describe('a file that mixes the orders of day and month', () => {
  test('is asked once, and the answer brings in the dates that could be read both ways', async () => {
    const uji = await bekalUji()
    try {
      const made = await buatContoh({
        wilayah: '6474',
        keluar: join(folder, 'tanggal'),
        keluarga: 60,
        format: 'bdt-csv',
      })
      if (!made.ok) throw new Error(made.error)
      const [rt = '', art = ''] = made.value.berkas[0]?.path ?? []
      const lines = readFileSync(art, 'utf8').trimEnd().split(/\r?\n/)
      const column = cells(lines[0]).indexOf('TglLahir')
      const dates = lines.slice(1).map((l) => cells(l)[column] ?? '')
      const american = lines.map((line, i) => {
        const [y, m, d] = (dates[i - 1] ?? '').split('-').map(Number)
        return i === 0 ? line : (put(lines, i, column, `${m}/${d}/${y}`)[i] ?? '')
      })
      const path = join(folder, 'amerika.csv')
      writeFileSync(path, `${american.join('\n')}\n`)
      await uji.impor(rt)
      const id = await uji.impor(path)
      const unclear = dates.filter((date) => {
        const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
        // Read the other way 5/12/2018 would lie in the future: then it is clear.
        const other = `${y}-${String(d).padStart(2, '0')}-${String(m).padStart(2, '0')}`
        return d <= 12 && m !== d && other <= '2018-07-02'
      })
      expect(await counted(uji, id)).toMatchObject({ ditahan: unclear.length })
      const { rows } = await uji.admin.query(
        "select jenis, jumlah_baris from impor_pertanyaan where jenis = 'urutan_tanggal'",
      )
      expect(rows).toEqual([{ jenis: 'urutan_tanggal', jumlah_baris: unclear.length }])
      await uji.admin.query(
        "update impor_pertanyaan set jawaban = 'bulan_dulu', dijawab_pada = now()",
      )
      const held = await uji.admin.query("select id from rekaman_sumber where status = 'ditahan'")
      await cobaLagi(
        uji.alat(),
        6474,
        id,
        held.rows.map((r) => r.id),
      )
      expect(await counted(uji, id)).toMatchObject({ ditahan: 0 })
      const born = await uji.admin.query<{ t: string }>('select tanggal_lahir as t from individu')
      expect(born.rows.map((r) => r.t).sort()).toEqual([...dates].sort())
    } finally {
      await uji.close()
    }
  })
})

describe('a file that is no table of ours', () => {
  test('is refused with its cause, and nothing is left of it', async () => {
    const uji = await bekalUji()
    try {
      const path = join(folder, 'asing.csv')
      writeFileSync(path, 'No,Barang,Harga\n1,Beras,12000\n2,Gula,15000\n')
      const { kab, id } = await uji.simpan(path)
      expect(await jalankan(uji.alat(), kab, id)).toEqual({
        ok: false,
        error: { code: 'berkas.format_tidak_dikenal', detail: {} },
      })
      expect(await uji.hitung('impor', "status = 'ditolak'")).toBe(1)
      expect(await uji.hitung('pg_tables', "schemaname = 'staging'")).toBe(0)
    } finally {
      await uji.close()
    }
  })
})

describe('our own workbook', () => {
  let uji: BekalUji
  beforeAll(async () => {
    uji = await bekalUji()
  })
  afterAll(() => uji.close())

  /** A sheet saved as CSV; the words in brackets of its headers suffice. */
  const lembar = (name: string, rows: readonly string[]): string => {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, `${rows.join('\n')}\n`)
    return path
  }

  test('tells two families of one house apart, each with its card, head and members', async () => {
    await uji.impor(
      lembar('buku-keluarga', [
        'kunci_ruta;kode_wilayah;rt;alamat;nomor_kk;nama_kepala;jumlah_anggota;luas_lantai',
        `R1;${BERBAS_TENGAH};7;Jl. Pipa 3;9974010101180001;AMIR;4;48`,
        `R2;${BERBAS_TENGAH};7;Jl. Pipa 5;9974010101180003;SALEH;1;20`,
      ]),
    )
    const id = await uji.impor(
      lembar('buku-anggota', [
        'kunci_ruta;kunci_anggota;kunci_keluarga;nomor_kk;nama;hubungan;hubungan_ruta;jenis_kelamin;umur',
        'R1;1;1;9974010101180001;AMIR;1;1;1;61',
        'R1;2;1;9974010101180001;SITI;2;2;2;58',
        'R1;3;2;9974010101180002;RUDI;1;3;1;30',
        'R1;4;2;9974010101180002;AYU;2;4;2;28',
        'R2;1;;;SALEH;1;1;1;70',
      ]),
    )
    expect(await counted(uji, id)).toMatchObject({ jumlah_baris: 5, ditahan: 0 })
    const { rows } = await uji.admin.query(
      `select k.nomor_kk, k.nama_kepala, k.urutan_ruta, count(i.id)::int as anggota,
         dense_rank() over (order by k.ruta_id)::int as rumah, s.luas_lantai
       from keluarga k join individu i on i.keluarga_id = k.id join ruta r on r.id = k.ruta_id
         join survei_ruta s on s.id = r.survei_id
       group by k.kab, k.id, s.luas_lantai order by k.nomor_kk`,
    )
    const [amir, rudi, saleh] = rows
    expect(amir).toMatchObject({ nama_kepala: 'AMIR', urutan_ruta: 1, anggota: 2, luas_lantai: 48 })
    expect(rudi).toMatchObject({ nama_kepala: 'RUDI', urutan_ruta: 2, anggota: 2, luas_lantai: 48 })
    expect(saleh).toMatchObject({ nama_kepala: 'SALEH', anggota: 1, luas_lantai: 20 })
    expect(rudi.nomor_kk).toBe('9974010101180002')
    expect(amir.rumah).toBe(rudi.rumah)
    expect(saleh.rumah).not.toBe(rudi.rumah)
  })
})
