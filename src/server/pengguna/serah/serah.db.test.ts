import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
const apiApi = 6474011006
type Nama = keyof typeof people
const ids: Record<string, string> = {}
const kirim = async (oleh: Nama, path: string, body: object = {}) =>
  (await server.as(oleh)).post(path, body)
const baca = async (oleh: Nama, path: string) => (await server.as(oleh)).get(path)
const kode = ({ status, body }: { status: number; body: Body }) => [status, body.code ?? 'baik']
const satuBaris = async (sql: string, values: unknown[] = []) =>
  (await server.database.admin.query(sql, values)).rows[0]

beforeAll(async () => {
  server = await testServer()
  const { rows } = await server.database.admin.query(
    `select p.id, u.username from pengguna p join masuk."user" u on u.id = p.masuk_id`,
  )
  for (const row of rows) ids[row.username] = row.id
})
afterAll(() => server.close())

/** An import of an officer with one open question and one held row. */
async function imporTerbuka(oleh: string): Promise<string> {
  const { id } = await satuBaris(
    `insert into impor (kab, wilayah, nama_berkas, sidik, ukuran, status, pengguna_id)
     values (6474, $1, 'bnba-api-api.xlsx', md5(random()::text), 10, 'selesai', $2) returning id`,
    [apiApi, ids[oleh]],
  )
  await server.database.admin.query('update impor set jumlah_baris = 0 where id = $1', [id])
  await server.database.admin.query(
    `insert into impor_pertanyaan (kab, impor_id, jenis, nilai, wilayah) values (6474, $1, 'wilayah', 'Api2', $2)`,
    [id, apiApi],
  )
  await server.database.admin.query(
    `insert into rekaman_sumber (kab, impor_id, format, baris, hash, isi, status, wilayah)
     values (6474, $1, 'pbdt-2015', 5, '\\x00', '{a}', 'ditahan', $2)`,
    [id, apiApi],
  )
  return id
}

const pekerjaanAntre = async (oleh: string): Promise<string> =>
  (
    await satuBaris(
      `insert into pekerjaan (jenis, judul, pengguna_id, lo, hi) values ('impor.baca', 'Impor berkas', $1, $2::bigint, $2::bigint + 1) returning id`,
      [ids[oleh], apiApi],
    )
  ).id

const alasan = 'pindah tugas ke kota lain'

describe('an officer leaves', () => {
  let impor = ''
  let pekerjaan = ''
  beforeAll(async () => {
    impor = await imporTerbuka('siti')
    pekerjaan = await pekerjaanAntre('siti')
  })

  test('with open work, which is shown before, with those who could go on with it', async () => {
    const { body } = await baca('lina', `/api/pengguna/${ids.siti}/pekerjaan-terbuka`)
    expect(body.butir).toMatchObject([
      { jenis: 'pekerjaan', objek: pekerjaan, wilayah: apiApi },
      {
        jenis: 'impor',
        objek: impor,
        judul: 'bnba-api-api.xlsx',
        alamat: `/impor/${impor}`,
        keadaan: { id: '1 pertanyaan terbuka, 1 baris ditangguhkan' },
      },
    ])
    const calon = (body.calonPenerus as { nama: string }[]).map((c) => c.nama)
    expect(calon).toContain(people.budi.nama)
    for (const tidak of ['joko', 'wati', 'yusuf', 'siti', 'lina', 'tuti'] as const)
      expect(calon).not.toContain(people[tidak].nama)
  })

  test('and neither a stranger nor the officer can end the account', async () => {
    const path = `/api/pengguna/${ids.siti}/akhiri`
    expect(kode(await kirim('siti', path, { alasan }))).toEqual([403, 'izin.kurang'])
    expect(kode(await kirim('dewi', path, { alasan }))).toEqual([403, 'pengguna.peran_tidak_boleh'])
    expect(kode(await kirim('lina', `/api/pengguna/${ids.lina}/akhiri`, { alasan }))).toEqual([
      403,
      'pengguna.diri_sendiri',
    ])
    expect(kode(await kirim('lina', `/api/pengguna/${ids.tuti}/akhiri`, { alasan }))).toEqual([
      404,
      'tidak.ada',
    ])
  })

  test('a successor who could not go on with it is refused, and nothing has ended', async () => {
    const path = `/api/pengguna/${ids.siti}/akhiri`
    for (const penerus of [ids.joko, ids.siti, ids.tuti, ids.lina])
      expect(kode(await kirim('lina', path, { alasan, penerus }))).toEqual([
        409,
        'pengguna.penerus_tidak_cocok',
      ])
    expect((await baca('siti', '/api/sesi')).status).toBe(200)
  })

  test('and is out at the next request, everywhere, while the work goes on in the other name', async () => {
    const siti = await server.as('siti')
    expect((await siti.get('/api/sesi')).status).toBe(200)
    const done = await kirim('lina', `/api/pengguna/${ids.siti}/akhiri`, {
      alasan,
      penerus: ids.budi,
    })
    expect(done.body).toMatchObject({ butir: 2, menungguPenerus: false })
    expect(kode(await siti.get('/api/sesi'))).toEqual([401, 'masuk.perlu'])
    const again = await fetch(`${server.address}/api/masuk/sandi`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.address },
      body: JSON.stringify({ nama: 'siti', sandi: 'padi-laut-kayu-100' }),
    })
    expect(again.status).toBe(401)
    expect(
      await satuBaris('select pengguna_id as oleh from pekerjaan where id = $1', [pekerjaan]),
    ).toEqual({
      oleh: ids.budi,
    })
    // Who sent the file stays on record.
    expect(await satuBaris('select pengguna_id as oleh from impor where id = $1', [impor])).toEqual(
      {
        oleh: ids.siti,
      },
    )
  })

  test('the successor sees from whom it came, and what is still open', async () => {
    const { body } = await baca('budi', '/api/serah-terima')
    expect(body.serahTerima).toMatchObject([
      {
        dari: { nama: people.siti.nama },
        kepada: { nama: people.budi.nama },
        oleh: { nama: people.lina.nama },
        alasan,
        butir: [
          { jenis: 'pekerjaan', selesai: false },
          { jenis: 'impor', selesai: false },
        ],
      },
    ])
    await server.database.admin.query(`update pekerjaan set status = 'selesai' where id = $1`, [
      pekerjaan,
    ])
    const later = await baca('budi', '/api/serah-terima')
    expect(later.body.serahTerima).toMatchObject([
      { butir: [{ selesai: true }, { selesai: false }] },
    ])
  })

  test('nobody else sees it but those who give roles there', async () => {
    expect((await baca('joko', '/api/serah-terima')).body.serahTerima).toEqual([])
    expect((await baca('tuti', '/api/serah-terima?lingkup=wilayah')).body.serahTerima).toEqual([])
    expect((await baca('budi', '/api/serah-terima?lingkup=wilayah')).body.serahTerima).toEqual([])
    expect((await baca('eko', '/api/serah-terima?lingkup=wilayah')).body.serahTerima).toHaveLength(
      1,
    )
  })

  test('the successor’s received work is handed on in turn', async () => {
    const open = await baca('lina', `/api/pengguna/${ids.budi}/pekerjaan-terbuka`)
    expect(open.body.butir).toMatchObject([{ jenis: 'impor', objek: impor }])
    const done = await kirim('lina', `/api/pengguna/${ids.budi}/serah-terima`, {
      penerus: ids.yuni,
      alasan,
    })
    expect(done.body).toMatchObject({ butir: 1 })
    expect((await baca('budi', '/api/sesi')).status).toBe(200)
    expect((await baca('lina', `/api/pengguna/${ids.budi}/pekerjaan-terbuka`)).body.butir).toEqual(
      [],
    )
  })

  test('an ended account is not ended twice, given a role, or woken by a link', async () => {
    const path = `/api/pengguna/${ids.siti}`
    expect(kode(await kirim('lina', `${path}/akhiri`, { alasan }))[1]).toBe('pengguna.nonaktif')
    expect(kode(await kirim('lina', `${path}/undangan`))[1]).toBe('pengguna.nonaktif')
    expect(kode(await kirim('lina', `${path}/reset`, { alasan }))[1]).toBe('pengguna.nonaktif')
    const one = await baca('lina', path)
    expect(one.body).toMatchObject({ status: 'nonaktif', tugas: [], sesiTerbuka: 0 })
    expect(one.body.boleh).toEqual({
      beriTugas: false,
      undangUlang: false,
      mulaiReset: false,
      akhiriAkun: false,
      gantiIdentitas: false,
    })
  })
})

describe('an account that ends without a successor', () => {
  test('leaves its work waiting, by name, until somebody is named', async () => {
    const impor = await imporTerbuka('joko')
    const done = await kirim('lina', `/api/pengguna/${ids.joko}/akhiri`, { alasan })
    expect(done.body).toMatchObject({ butir: 1, menungguPenerus: true })
    const waiting = await baca('lina', '/api/serah-terima?lingkup=wilayah')
    expect((waiting.body.serahTerima as object[])[0]).toMatchObject({
      dari: { nama: people.joko.nama },
      kepada: null,
      butir: [{ objek: impor, selesai: false }],
    })
    await kirim('lina', `/api/pengguna/${ids.joko}/serah-terima`, { penerus: ids.budi, alasan })
    const after = await baca('lina', '/api/serah-terima?lingkup=wilayah')
    expect((after.body.serahTerima as object[])[0]).toMatchObject({
      dari: { nama: people.joko.nama },
      kepada: { nama: people.budi.nama },
    })
    expect(JSON.stringify(after.body)).not.toContain('"kepada":null')
  })
})

describe('a quota that was set and not frozen', () => {
  test('goes to the successor, who must be able to freeze it', async () => {
    await server.database.admin.query(
      `insert into kuota (program, wilayah, lo, hi, dari, jumlah, sumber, pengguna_id)
       values ('rastra', 6474000000, 6474000000, 6475000000, '2018-01-01', 5098, 'uji', $1)`,
      [ids.hasan],
    )
    const { body } = await baca('lina', `/api/pengguna/${ids.hasan}/pekerjaan-terbuka`)
    expect(body.butir).toMatchObject([
      { jenis: 'kuota', keadaan: { id: 'belum dibagi, belum dibekukan' } },
    ])
    const calon = (body.calonPenerus as { nama: string }[]).map((c) => c.nama)
    expect(calon).toEqual([people.budi.nama])
  })
})

test('what was done stands in the history of the officer and in the log, in the same transaction', async () => {
  const { body } = await baca('lina', `/api/pengguna/${ids.siti}/riwayat`)
  expect(body.peristiwa).toMatchObject([
    { operasi: 'pengguna.akhiri_akun', oleh: people.lina.nama },
  ])
  const { rows } = await server.database.admin.query(
    `select operasi from jejak where operasi in ('pengguna.akhiri_akun', 'pengguna.serahkan') order by id`,
  )
  expect(rows.map((row) => row.operasi)).toEqual([
    'pengguna.akhiri_akun',
    'pengguna.serahkan',
    'pengguna.akhiri_akun',
    'pengguna.serahkan',
  ])
})
