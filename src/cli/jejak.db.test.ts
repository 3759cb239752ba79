import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { muatKunci } from '#server/jejak/kunci.ts'
import { type JejakUji, jejakUji, type Putusan, tulisEntri, verifyJejak } from '#test/jejak.ts'

let uji: JejakUji
const tables = ['jejak', 'jejak_subjek', 'jejak_nomor', 'jejak_segel', 'jejak_posisi']

const admin = (sql: string) => uji.database.admin.query(sql)
const outside = () => path.join(uji.folder, 'aman')

beforeAll(async () => {
  uji = await jejakUji()
  for (let i = 0; i < 40; i++)
    await tulisEntri(uji.database.app, {
      operasi: `uji.${i + 1}`,
      perubahan: { sebelum: i, sesudah: i + 1 },
    })
  await uji.urut({ most: 10 })
  await admin('create schema simpan')
  for (const table of tables) await admin(`create table simpan.${table} as table ${table}`)
  await cp(uji.titik, outside(), { recursive: true })
})
afterAll(async () => {
  await admin('drop role if exists siks_uji_asing; drop role if exists siks_uji_auditor')
  await uji.close()
})

/** Each test tampers with the same whole log. */
beforeEach(async () => {
  await admin(`begin; truncate ${tables.join(', ')};
    ${tables.map((t) => `insert into ${t} ${t === 'jejak' ? 'overriding system value' : ''} table simpan.${t};`).join('')} commit`)
  await rm(uji.titik, { recursive: true, force: true })
  await cp(outside(), uji.titik, { recursive: true })
})

const verify = (...more: string[]) => verifyJejak(uji, '--json', ...more)
/** The row that bears a number. */
const idOf = async (nomor: number): Promise<number> =>
  (await admin(`select jejak_id from jejak_nomor where nomor = ${nomor}`)).rows[0].jejak_id
const broken = (found: Putusan) => [found.kode, found.jawaban.kerusakan]

describe('a whole log', () => {
  test('is proven, with the last checkpoint outside', async () => {
    const { kode, jawaban } = await verify()
    expect(kode).toBe(0)
    expect(jawaban).toMatchObject({
      utuh: true,
      entri: 40,
      segel: 4,
      titikPeriksa: 4,
      belumDisegel: 0,
    })
  })

  test('is proven in words too', async () => {
    const { teks } = await verifyJejak(uji)
    expect(teks).toMatch(/Jejak utuh\. 40 entri dalam 4 segel terbukti utuh/)
  })

  test('may have entries that wait for their seal', async () => {
    await tulisEntri(uji.database.app)
    expect((await verify()).jawaban).toMatchObject({ utuh: true, entri: 40, belumDisegel: 1 })
  })
})

describe('the first bad entry is named after', () => {
  test.each([
    ['its purpose', `tujuan = 'pemantauan'`],
    ['who', 'pengguna_id = gen_random_uuid()'],
    ['when', `waktu = waktu + interval '1 microsecond'`],
    ['before and after', `perubahan = jsonb_set(perubahan, '{sesudah}', '99')`],
    ['what was shown', `subjek = '[]'`],
    ['the role worn', `jenis_penugasan = 'plh'`],
    ['nothing but a null', "tujuan_teks = ''"],
  ])('an edit of %s', async (_, change) => {
    const id = await idOf(23)
    await admin(`update jejak set ${change} where id in (${id}, ${await idOf(37)})`)
    expect(broken(await verify())).toEqual([1, { macam: 'ubah', segel: 3, nomor: 23, jejakId: id }])
  })

  test('an edit that also mends the fingerprint', async () => {
    const id = await idOf(23)
    await admin(`update jejak set tujuan = 'pemantauan' where id = ${id}`)
    await reseal(23)
    const found = await verify()
    expect(broken(found)).toEqual([1, { macam: 'ubah', segel: 3, nomor: 23, jejakId: id }])
  })

  test('a deletion of the entry', async () => {
    const id = await idOf(12)
    await admin(`delete from jejak where id = ${id}`)
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'hapus', segel: 2, nomor: 12, jejakId: id },
    ])
  })

  test('a deletion of the entry with its number', async () => {
    await admin(`with gone as (delete from jejak_nomor where nomor = 12 returning jejak_id)
      delete from jejak where id in (select jejak_id from gone)`)
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'hapus', segel: 2, nomor: 12, jejakId: null },
    ])
  })

  test('a deletion of a seal', async () => {
    await admin('delete from jejak_segel where nomor = 2')
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'hapus', segel: 2, nomor: 11, jejakId: null },
    ])
  })

  test('a swap of what two entries say', async () => {
    const [a, b] = [await idOf(13), await idOf(17)]
    await admin(`update jejak j set (operasi, pengguna_id, subjek, waktu, perubahan, subjek_lo, subjek_hi) =
        (select o.operasi, o.pengguna_id, o.subjek, o.waktu, o.perubahan, o.subjek_lo, o.subjek_hi from jejak o where o.id = ${a} + ${b} - j.id)
      where j.id in (${a}, ${b})`)
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'tukar', segel: 2, nomor: 13, jejakId: a, pasangan: { nomor: 17, jejakId: b } },
    ])
  })

  test('a swap of two ids', async () => {
    const [a, b] = [await idOf(13), await idOf(17)]
    await admin(`alter table jejak alter id drop identity; update jejak set id = -1 where id = ${a};
      update jejak set id = ${a} where id = ${b}; update jejak set id = ${b} where id = -1;
      alter table jejak alter id add generated always as identity; select setval(pg_get_serial_sequence('jejak', 'id'), (select max(id) from jejak))`)
    expect((await verify()).jawaban.kerusakan).toMatchObject({
      macam: 'tukar',
      nomor: 13,
      jejakId: a,
    })
  })

  test('a swap of two numbers', async () => {
    const [a, b] = [await idOf(13), await idOf(17)]
    await admin('update jejak_nomor set nomor = -nomor where nomor in (13, 17)')
    await admin('update jejak_nomor set nomor = 30 + nomor where nomor < 0')
    const { kode, jawaban } = await verify()
    expect([kode, jawaban.kerusakan]).toMatchObject([1, { macam: 'tukar', nomor: 13, jejakId: b }])
    expect(a).not.toBe(b)
  })

  test('an insertion among the old', async () => {
    const id = -7
    await admin(`insert into jejak (id, transaksi, operasi, pengguna_id) overriding system value
      select ${id}, '3', 'uji.palsu', pengguna_id from jejak where id = ${await idOf(20)}`)
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'sisip', segel: null, nomor: null, jejakId: id },
    ])
  })

  test('an insertion dated back, even when the sequencer has sealed it', async () => {
    await admin(
      `insert into jejak (id, operasi, waktu) overriding system value values (-8, 'uji.palsu', now() - interval '2 hours')`,
    )
    await uji.urut()
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'sisip', segel: 5, nomor: 41, jejakId: -8 },
    ])
  })

  test('an insertion with a number of its own', async () => {
    await admin(`insert into jejak (id, operasi) overriding system value values (-9, 'uji.palsu');
      insert into jejak_nomor values (41, -9, '\\x00')`)
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'sisip', segel: null, nomor: 41, jejakId: -9 },
    ])
  })

  test('a duplication', async () => {
    const [id, columns] = [await idOf(20), await allColumns()]
    await admin(
      `insert into jejak (id, ${columns}) overriding system value select 900000, ${columns} from jejak where id = ${id}`,
    )
    expect(broken(await verify())).toEqual([
      1,
      {
        macam: 'ganda',
        segel: null,
        nomor: null,
        jejakId: 900_000,
        pasangan: { nomor: 20, jejakId: id },
      },
    ])
  })

  test('a duplication made just now, sealed or not', async () => {
    await tulisEntri(uji.database.app, { operasi: 'uji.baru' })
    await uji.urut()
    const columns = (await allColumns()).replace('transaksi, ', '')
    await admin(
      `insert into jejak (id, ${columns}) overriding system value select 900001, ${columns} from jejak where operasi = 'uji.baru'`,
    )
    const pasangan = { nomor: 41, jejakId: await idOf(41) }
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'ganda', segel: null, nomor: null, jejakId: 900_001, pasangan },
    ])
    await uji.urut()
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'ganda', segel: 6, nomor: 42, jejakId: 900_001, pasangan },
    ])
  })

  test('an insertion dated back that waits for its seal', async () => {
    await admin(
      `insert into jejak (id, operasi, waktu) overriding system value values (-8, 'uji.palsu', now() - interval '2 hours')`,
    )
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'sisip', segel: null, nomor: null, jejakId: -8 },
    ])
  })

  test('a cut of the tail', async () => {
    await admin(`with gone as (delete from jejak_nomor where nomor > 30 returning jejak_id)
      delete from jejak where id in (select jejak_id from gone); delete from jejak_segel where nomor > 3`)
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'potong', segel: 4, nomor: 31, jejakId: null, hingga: 40 },
    ])
  })

  test('an old state restored, seals and position with it', async () => {
    await setBack()
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'mundur', segel: 4, nomor: 31, jejakId: null, hingga: 40 },
    ])
  })

  test('an old state restored that went on from there', async () => {
    await setBack()
    await rm(uji.titik, { recursive: true })
    for (let i = 0; i < 10; i++) await tulisEntri(uji.database.app)
    await uji.urut()
    await rm(uji.titik, { recursive: true })
    await cp(outside(), uji.titik, { recursive: true })
    const id = await idOf(31)
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'mundur', segel: 4, nomor: 31, jejakId: id },
    ])
  })

  test('a whole chain rebuilt without the key', async () => {
    const id = await idOf(15)
    await admin(`update jejak set tujuan = 'pemantauan' where id = ${id}`)
    await admin('truncate jejak_nomor, jejak_segel, jejak_posisi')
    const other = path.join(uji.folder, 'lain')
    await uji.urut({ penanda: await muatKunci(other), folder: path.join(other, 'titik'), most: 10 })
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'tanpa_kunci', segel: 1, nomor: 1, jejakId: null, hingga: 10 },
    ])
  })

  test('seals rebuilt without the key from the edited entry on, by the checkpoint outside', async () => {
    const id = await idOf(15)
    await admin(`update jejak set tujuan = 'pemantauan' where id = ${id}`)
    await admin(
      `delete from jejak_nomor where nomor > 10; delete from jejak_segel where nomor > 1; delete from jejak_posisi`,
    )
    const other = path.join(uji.folder, 'lain')
    await uji.urut({
      penanda: await muatKunci(other),
      folder: path.join(other, 'titik-2'),
      most: 10,
    })
    expect(broken(await verify())).toEqual([
      1,
      { macam: 'tanpa_kunci', segel: 2, nomor: 15, jejakId: id },
    ])
  })

  test('by the exit code of a process of its own', async () => {
    const script = path.join(import.meta.dirname, 'siks.ts')
    const kunci = path.join(uji.folder, 'kunci-jejak.pub')
    const args = ['--database', uji.database.url, '--kunci', kunci, '--titik-periksa', uji.titik]
    const run = () =>
      spawnSync(process.execPath, [script, 'jejak', 'verify', ...args], { encoding: 'utf8' })
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Jejak utuh/) })
    await admin(`update jejak set tujuan = 'pemantauan' where id = ${await idOf(23)}`)
    expect(run()).toMatchObject({ status: 1, stdout: expect.stringMatching(/^JEJAK RUSAK/) })
    await rm(uji.titik, { recursive: true })
    expect(run()).toMatchObject({ status: 2 })
  })

  test('a change of a seal', async () => {
    await admin(`update jejak_segel set waktu = waktu - interval '1 day' where nomor = 2`)
    expect((await verify()).jawaban.kerusakan).toMatchObject({
      macam: 'segel',
      segel: 2,
      nomor: 11,
    })
  })
})

describe('it cannot be checked', () => {
  test('without a public key', async () => {
    const { kode, jawaban } = await verify('--kunci', path.join(uji.folder, 'tidak-ada.pub'))
    expect(kode).toBe(2)
    expect(String(jawaban.error)).toMatch(/Kunci publik/)
  })

  test('without the checkpoints, unless one says so', async () => {
    await rm(uji.titik, { recursive: true })
    expect((await verify()).kode).toBe(2)
    const { kode, jawaban } = await verify('--tanpa-titik-periksa')
    expect([kode, jawaban.titikPeriksa]).toEqual([0, null])
  })

  test('by a key that never signed: that is a rebuilt chain', async () => {
    const file = path.join(uji.folder, 'asing.pub')
    await writeFile(
      file,
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
    )
    expect((await verify('--kunci', file)).jawaban.kerusakan).toMatchObject({
      macam: 'tanpa_kunci',
      segel: 1,
    })
  })

  test('by a login that may not read the log', async () => {
    await admin(`do $$ begin if not exists (select from pg_roles where rolname = 'siks_uji_asing') then
      create role siks_uji_asing login password 'uji'; end if; end $$`)
    const url = new URL(uji.database.url)
    url.username = 'siks_uji_asing'
    url.password = 'uji'
    const { kode, jawaban } = await verify('--database', url.href)
    expect(kode).toBe(2)
    expect(String(jawaban.error)).toMatch(/siks_periksa/)
  })
})

test('a login that may do nothing but verify, can verify', async () => {
  await admin(`do $$ begin if not exists (select from pg_roles where rolname = 'siks_uji_auditor') then
    create role siks_uji_auditor login password 'uji'; end if; end $$; grant siks_periksa to siks_uji_auditor`)
  const url = new URL(uji.database.url)
  url.username = 'siks_uji_auditor'
  url.password = 'uji'
  expect((await verify('--database', url.href)).jawaban).toMatchObject({ utuh: true, entri: 40 })
})

test('the checkpoints hold no personal data and nothing of an entry', async () => {
  const [file = ''] = await readdir(uji.titik)
  const text = await readFile(path.join(uji.titik, file), 'utf8')
  for (const word of ['operator', 'pelayanan', 'uji.', '6474011006'])
    expect(text).not.toContain(word)
})

/** Columns of an entry but its id. */
const allColumns = async (): Promise<string> =>
  (
    await admin(
      `select string_agg(attname, ', ') as c from pg_attribute where attrelid = 'jejak'::regclass and attnum > 0 and not attisdropped and attname <> 'id'`,
    )
  ).rows[0].c

/** Everything as it was when thirty entries had been sealed. */
const setBack = () =>
  admin(`delete from jejak where id in (select jejak_id from jejak_nomor where nomor > 30);
    delete from jejak_nomor where nomor > 30; delete from jejak_segel where nomor > 3;
    update jejak_posisi set segel = 3, nomor = 30`)

/** Writes the fingerprint that fits the entry as it stands now, as somebody with all rights would. */
async function reseal(nomor: number): Promise<void> {
  const { leafHash } = await import('#domain/jejak/merkle.ts')
  const { barisCopy } = await import('#server/jejak/baris-copy.ts')
  const { kolomEntri } = await import('#server/jejak/tabel.ts')
  const { sandi } = await import('#server/jejak/sandi.ts')
  const client = await uji.database.admin.connect()
  const id = await idOf(nomor)
  for await (const line of barisCopy(
    client,
    `select ${kolomEntri} from jejak j where id = ${id}`,
  )) {
    const sidik = Buffer.from(leafHash(sandi.hash, line)).toString('hex')
    await admin(`update jejak_nomor set sidik = '\\x${sidik}' where nomor = ${nomor}`)
  }
  client.release()
}
