import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bentuk } from '#domain/jejak/bentuk.ts'
import { type JejakUji, jejakUji, pelaku, tulisEntri, verifyJejak } from '#test/jejak.ts'
import { barisCopy } from './baris-copy.ts'
import { kolomEntri } from './tabel.ts'

let uji: JejakUji
beforeAll(async () => {
  uji = await jejakUji()
})
afterAll(() => uji.close())

const one = async <T>(sql: string): Promise<T> => (await uji.database.admin.query(sql)).rows[0] as T
const unsealed = () =>
  one<{ n: number }>(
    'select count(*)::int as n from jejak j where not exists (select from jejak_nomor n where n.jejak_id = j.id)',
  )

describe('the sequencer', () => {
  test('does nothing, and writes nothing, while there is no entry', async () => {
    await uji.urut()
    expect(await one('select (select count(*)::int from jejak_segel) as segel')).toEqual({
      segel: 0,
    })
    expect((await verifyJejak(uji, '--json')).kode).toBe(2)
  })

  test('numbers entries from one, without gaps, over several batches', async () => {
    for (let i = 0; i < 25; i++) await tulisEntri(uji.database.app)
    await uji.urut({ most: 10 })
    expect(
      await one(
        'select min(nomor)::int as dari, max(nomor)::int as sampai, count(*)::int as jumlah from jejak_nomor',
      ),
    ).toEqual({ dari: 1, sampai: 25, jumlah: 25 })
    const { rows } = await uji.database.admin.query(
      'select dari::int, jumlah from jejak_segel order by nomor',
    )
    expect(rows).toEqual([
      { dari: 1, jumlah: 10 },
      { dari: 11, jumlah: 10 },
      { dari: 21, jumlah: 5 },
    ])
  })

  test('has each seal on the disk outside before it calls it written', async () => {
    const [file = ''] = await readdir(uji.titik)
    const lines = (await readFile(path.join(uji.titik, file), 'utf8')).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { segel: number }).segel)).toEqual([1, 2, 3])
    expect(await one('select count(*)::int as n from jejak_segel where luar_pada is null')).toEqual(
      { n: 0 },
    )
  })

  test('leaves an idle log alone', async () => {
    const before = await one('select xmin::text, diperbarui_pada from jejak_posisi')
    await uji.urut()
    await uji.urut()
    expect(await one('select xmin::text, diperbarui_pada from jejak_posisi')).toEqual(before)
  })

  test('does not pass over an entry that commits late, nor one whose neighbour rolled back', async () => {
    const [late, gone] = [await uji.database.app.connect(), await uji.database.app.connect()]
    await late.query('begin')
    await tulisEntri(late, { operasi: 'uji.terlambat' })
    await gone.query('begin')
    await tulisEntri(gone, { operasi: 'uji.batal' })
    await tulisEntri(uji.database.app, { operasi: 'uji.tepat' })
    await uji.urut()
    await tulisEntri(uji.database.app, { operasi: 'uji.tepat' })
    await gone.query('rollback')
    await uji.urut()
    expect(await unsealed()).toEqual({ n: 0 })
    await late.query('commit')
    expect(await unsealed()).toEqual({ n: 1 })
    await uji.urut()
    expect(await unsealed()).toEqual({ n: 0 })
    const { rows } = await uji.database.admin.query(
      `select j.operasi, n.nomor::int from jejak j join jejak_nomor n on n.jejak_id = j.id where j.operasi like 'uji.%' order by n.nomor`,
    )
    expect(rows).toEqual([
      { operasi: 'uji.tepat', nomor: 26 },
      { operasi: 'uji.tepat', nomor: 27 },
      { operasi: 'uji.terlambat', nomor: 28 },
    ])
    for (const client of [late, gone]) client.release()
    expect((await verifyJejak(uji, '--json')).jawaban).toMatchObject({ utuh: true, entri: 28 })
  })

  test('misses none of many writers that commit in any order while it runs', async () => {
    const before = await one<{ n: number }>('select count(*)::int as n from jejak')
    let writing = true
    const writers = Array.from({ length: 5 }, async (_, w) => {
      for (let i = 0; i < 40; i++) {
        const client = await uji.database.app.connect()
        await client.query('begin')
        await tulisEntri(client)
        if ((i + w) % 3 === 0) await new Promise((later) => setTimeout(later, (i % 7) * 3))
        await client.query((i + w) % 5 === 0 ? 'rollback' : 'commit')
        client.release()
      }
    })
    const sealing = (async () => {
      while (writing) await uji.urut({ most: 7 })
    })()
    await Promise.all(writers)
    writing = false
    await sealing
    await uji.urut()
    const after = await one<{ n: number }>('select count(*)::int as n from jejak')
    expect(after.n).toBe(before.n + 160)
    expect(
      await one('select count(*)::int as n, max(nomor)::int as akhir from jejak_nomor'),
    ).toEqual({
      n: after.n,
      akhir: after.n,
    })
    expect((await verifyJejak(uji, '--json')).jawaban).toMatchObject({
      utuh: true,
      entri: after.n,
      belumDisegel: 0,
    })
  })

  test('goes on without loss or doubling where numbers of transactions begin anew', async () => {
    // As after a restore into another server: old entries bear numbers far above those counted now.
    await tulisEntri(uji.database.app)
    await uji.database.admin.query(
      `update jejak_posisi set lingkungan = 'server lain/1', dasar = '900000000'`,
    )
    await tulisEntri(uji.database.app)
    await uji.urut()
    await tulisEntri(uji.database.app)
    await uji.urut()
    expect(await unsealed()).toEqual({ n: 0 })
    expect((await verifyJejak(uji, '--json')).kode).toBe(0)
  })

  test('makes each record findable by its id', async () => {
    const id = '0192e3b0-0000-7000-8000-00000000f001'
    const keluarga = { jenis: 'keluarga', id, wilayah: 6474011006 } as const
    await tulisEntri(uji.database.app, {
      operasi: 'keluarga.daftar',
      subjek: [keluarga, keluarga, { jenis: 'keluarga', id: 'bukan uuid' }, { jenis: 'kuota', id }],
    })
    await uji.urut()
    const { rows } = await uji.database.admin.query(
      'select jenis, wilayah, wilayah_pelaku, operasi, tujuan, pengguna_id from jejak_subjek where subjek_id = $1 order by jenis',
      [id],
    )
    const same = {
      wilayah: 6474011006,
      wilayah_pelaku: 6474011006,
      operasi: 'keluarga.daftar',
      tujuan: 'pelayanan',
    }
    expect(rows).toEqual([
      { jenis: 'keluarga', ...same, pengguna_id: pelaku.id },
      { jenis: 'kuota', ...same, pengguna_id: pelaku.id },
    ])
  })
})

describe('the canonical form', () => {
  test('is the line of COPY, whatever stands in an entry', async () => {
    const odd = 'tab\t baris\n balik\r garis\\ \b\f\v "kutip" \'dua\' \\N 漢字 🌾 \u2028'
    await tulisEntri(uji.database.app, { teks: odd, perubahan: { [odd]: [odd, null, 1.5, true] } })
    const client = await uji.database.admin.connect()
    const query = `select ${kolomEntri} from jejak j order by id desc limit 1`
    const { rows } = await client.query({
      text: query,
      rowMode: 'array',
      types: { getTypeParser: () => String },
    })
    const lines: string[] = []
    for await (const line of barisCopy(client, query)) lines.push(line.toString('utf8'))
    client.release()
    expect(lines).toEqual([bentuk(rows[0] as (string | null)[])])
  })

  test('is the same in every time zone and date style', async () => {
    const client = await uji.database.admin.connect()
    const seen = new Set<string>()
    for (const zone of ['UTC', 'Asia/Makassar', 'America/New_York']) {
      await client.query(
        `set timezone = '${zone}'; set datestyle = 'German'; set bytea_output = 'escape'`,
      )
      for await (const line of barisCopy(
        client,
        `select ${kolomEntri} from jejak j order by id desc limit 1`,
      ))
        seen.add(line.toString('utf8'))
    }
    client.release(true)
    expect(seen.size).toBe(1)
  })
})

describe('checkpoints outside', () => {
  test('a line that a crash has torn does not take the next one with it', async () => {
    const [file = ''] = await readdir(uji.titik)
    const whole = await readFile(path.join(uji.titik, file), 'utf8')
    await writeFile(path.join(uji.titik, file), whole.slice(0, -20))
    await tulisEntri(uji.database.app)
    await uji.urut()
    const last = await one<{ nomor: number }>('select max(nomor) as nomor from jejak_segel')
    expect((await verifyJejak(uji, '--json')).jawaban).toMatchObject({
      utuh: true,
      titikPeriksa: last.nomor,
    })
  })

  test('cannot be written where the path leads through a file: the seal waits, and is written later', async () => {
    const file = path.join(uji.folder, 'bukan-folder')
    await writeFile(file, '')
    await tulisEntri(uji.database.app)
    await expect(uji.urut({ folder: path.join(file, 'titik') })).rejects.toThrow(/ENOTDIR/)
    expect(await one('select count(*)::int as n from jejak_segel where luar_pada is null')).toEqual(
      { n: 1 },
    )
    await uji.urut()
    expect(await one('select count(*)::int as n from jejak_segel where luar_pada is null')).toEqual(
      { n: 0 },
    )
    expect((await verifyJejak(uji, '--json')).kode).toBe(0)
  })

  test('that are ahead of the database stop the sealing, for it was set back', async () => {
    await tulisEntri(uji.database.app)
    await uji.database.admin.query(`begin; create schema simpan; create table simpan.nomor as table jejak_nomor;
      create table simpan.segel as table jejak_segel; create table simpan.posisi as table jejak_posisi; commit`)
    await uji.urut()
    await uji.database.admin.query(`begin; truncate jejak_nomor, jejak_segel, jejak_posisi; insert into jejak_nomor table simpan.nomor;
      insert into jejak_segel table simpan.segel; insert into jejak_posisi table simpan.posisi; commit`)
    await expect(uji.urut()).rejects.toThrow(/titik periksa/)
    // The person in charge keeps the old folder as evidence and begins a new one.
    await rm(uji.titik, { recursive: true })
    await uji.urut()
    expect((await verifyJejak(uji, '--json')).kode).toBe(0)
  })
})
