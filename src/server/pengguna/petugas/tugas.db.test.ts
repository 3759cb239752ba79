import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const bontang = 6474000000
const apiApi = 6474011006
const guntung = 6474011004

let serial = 0
/** Numbers of an invented person; each call another. */
const nomor = () => {
  serial += 1
  const akhir = String(serial).padStart(4, '0')
  return {
    nik: `997401120580${akhir}`,
    nomorKk: `997401120518${akhir}`,
    telepon: `0812000${akhir}`,
  }
}
const surat = { suratNomor: '800/12/2018', suratTanggal: '2018-07-01', dari: '2018-07-01' }
const operator = { peran: 'operator_desa', wilayah: apiApi, ...surat }
const undangan = (beda: object = {}, tugas: object = operator) => ({
  nama: 'Ratna Dewi',
  ...nomor(),
  ...beda,
  tugas,
})
type Nama = keyof typeof people
const kirim = async (oleh: Nama, path: string, body: object = {}) =>
  (await server.as(oleh)).post(path, body)
const baca = async (oleh: Nama, path: string) => (await server.as(oleh)).get(path)
const undang = async (oleh: Nama, body: object) => kirim(oleh, '/api/pengguna', body)
const kode = ({ status, body }: { status: number; body: Body }) => [status, body.code ?? 'baik']

async function idOf(nama: Nama): Promise<string> {
  const { rows } = await server.database.admin.query('select id from pengguna where nama = $1', [
    people[nama].nama,
  ])
  return rows[0].id
}

describe('an invitation', () => {
  test('makes an officer with a first assignment and a link for the one who invited', async () => {
    const { status, body } = await undang('lina', undangan())
    expect([status, body]).toMatchObject([200, { usulanId: null }])
    const one = await baca('lina', `/api/pengguna/${body.id}`)
    expect(one.body).toMatchObject({
      nama: 'Ratna Dewi',
      username: 'ratna.apiapi',
      telepon: '+628120000001',
      status: 'diundang',
      identitasTerisi: true,
      tautan: { jenis: 'undangan' },
      tugas: [{ peran: 'operator_desa', jenis: 'definitif', status: 'berlaku' }],
    })
    const link = await baca('lina', `/api/pengguna/${body.id}/tautan`)
    expect(link.body).toMatchObject({ jenis: 'undangan' })
    expect(String(link.body.alamat)).toMatch(/^\/undangan\/[\w-]{20,}$/)
    // Another administrator of the same area cannot read it: it was not theirs to make.
    expect(kode(await baca('eko', `/api/pengguna/${body.id}/tautan`))).toEqual([
      404,
      'pengguna.tanpa_tautan',
    ])
  })

  test('gives two of one name two names to sign in with', async () => {
    const { body } = await undang('lina', undangan())
    const one = await baca('lina', `/api/pengguna/${body.id}`)
    expect(one.body.username).toBe('ratna.apiapi2')
  })

  test('shows nobody the NIK: not in an answer, not in clear in the database, not in the log', async () => {
    const asked = undangan()
    const { body } = await undang('lina', asked)
    const one = await baca('lina', `/api/pengguna/${body.id}`)
    expect(JSON.stringify(one.body)).not.toContain(asked.nik)
    const { rows } = await server.database.admin.query(
      `select (select jsonb_agg(to_jsonb(i)) from pengguna_identitas i)::text as identitas,
        (select jsonb_agg(to_jsonb(j)) from jejak j)::text as jejak,
        (select jsonb_agg(to_jsonb(r)) from penugasan_riwayat r)::text as riwayat,
        (select jsonb_agg(to_jsonb(t)) from tautan_segel t)::text as tautan,
        (select jsonb_agg(jawaban) from perintah)::text as jawaban`,
    )
    const link = await baca('lina', `/api/pengguna/${body.id}/tautan`)
    const rahasia = String(link.body.alamat).split('/').at(-1) ?? ''
    for (const text of Object.values(rows[0] as Record<string, string | null>)) {
      expect(text ?? '').not.toContain(asked.nik)
      expect(text ?? '').not.toContain(asked.nomorKk)
      expect(text ?? '').not.toContain(rahasia)
    }
  })

  test('of a person who has an account is refused: one account, one person', async () => {
    const asked = undangan()
    await undang('lina', asked)
    expect(kode(await undang('eko', { ...asked, telepon: '081299990001' }))).toEqual([
      409,
      'pengguna.nik_dipakai',
    ])
    expect(kode(await undang('eko', undangan({ telepon: asked.telepon })))).toEqual([
      409,
      'pengguna.telepon_dipakai',
    ])
  })

  test.each([
    ['a NIK that cannot be', { nik: '1234' }, 'pengguna.nik_salah'],
    ['a family card that cannot be', { nomorKk: '9974011205180000' }, 'pengguna.nomor_kk_salah'],
    ['a phone number that is none', { telepon: 'tidak ada' }, 'pengguna.telepon_salah'],
  ])('with %s is refused', async (_, beda, code) => {
    expect(kode(await undang('lina', undangan(beda)))).toEqual([400, code])
  })

  test('is void once the officer gets another role: its holder was judged by the former one', async () => {
    const { body } = await undang('dewi', undangan({}, { ...operator, peran: 'ketua_rt', rt: [9] }))
    const path = `/api/pengguna/${body.id}`
    expect((await baca('dewi', `${path}/tautan`)).status).toBe(200)
    expect((await kirim('lina', `${path}/penugasan`, operator)).status).toBe(200)
    expect(kode(await baca('dewi', `${path}/tautan`))).toEqual([404, 'pengguna.tanpa_tautan'])
    expect(kode(await kirim('dewi', `${path}/undangan`))).toEqual([
      403,
      'pengguna.peran_tidak_boleh',
    ])
    expect((await kirim('lina', `${path}/undangan`)).status).toBe(200)
  })

  test('leaves nothing behind when it is refused', async () => {
    const before = await server.database.admin.query(
      `select (select count(*) from pengguna) + (select count(*) from masuk."user") as n`,
    )
    await undang('lina', undangan({}, { ...operator, wilayah: 3523012001 }))
    await undang('lina', undangan({ nik: '1' }))
    const after = await server.database.admin.query(
      `select (select count(*) from pengguna) + (select count(*) from masuk."user") as n`,
    )
    expect(after.rows).toEqual(before.rows)
  })
})

describe('a role is given only downwards', () => {
  test.each([
    ['outside the area', { ...operator, wilayah: 3523012001 }, 403, 'pengguna.luar_wilayah'],
    [
      'above the area',
      { ...operator, peran: 'provinsi', wilayah: 6400000000 },
      403,
      'pengguna.luar_wilayah',
    ],
    [
      'for the inspector of the own area',
      { ...operator, peran: 'auditor', wilayah: bontang },
      403,
      'pengguna.harus_di_bawah',
    ],
    ['at a wrong level', { ...operator, peran: 'verifikator' }, 400, 'pengguna.tingkat_salah'],
    ['to a Plh without an end', { ...operator, jenis: 'plh' }, 400, 'pengguna.tanpa_akhir'],
    ['of an RT head without RT', { ...operator, peran: 'ketua_rt' }, 400, 'pengguna.rt_wajib'],
    ['in a region that there is not', { ...operator, wilayah: 6474019999 }, 400, 'isian.salah'],
    [
      'over families of another area',
      {
        ...operator,
        peran: 'petugas_kunjungan',
        keluarga: ['0192e3b0-0000-7000-8000-000000000000'],
      },
      400,
      'pengguna.keluarga_tidak',
    ],
  ])('and is refused %s', async (_, tugas, status, code) => {
    expect(kode(await undang('lina', undangan({}, tugas)))).toEqual([status, code])
  })

  test('and by nobody whose role does not give roles', async () => {
    for (const nama of ['siti', 'budi', 'rina', 'agus'] as const) {
      expect(kode(await undang(nama, undangan()))).toEqual([403, 'izin.kurang'])
      expect(kode(await baca(nama, '/api/pengguna'))).toEqual([403, 'izin.kurang'])
    }
  })

  test('and never to oneself', async () => {
    const path = `/api/pengguna/${await idOf('lina')}`
    expect(kode(await kirim('lina', `${path}/penugasan`, operator))).toEqual([
      403,
      'pengguna.diri_sendiri',
    ])
  })

  test('and the database itself refuses a row that somebody gave to themselves', async () => {
    const id = await idOf('lina')
    await expect(
      server.database.admin.query(
        `insert into penugasan (pengguna_id, peran, wilayah, dari, diberikan_oleh) values ($1, 'provinsi', 6400000000, '2018-01-01', $1)`,
        [id],
      ),
    ).rejects.toThrow('penugasan_bukan_sendiri')
  })
})

describe('an administrator', () => {
  const administrator = { peran: 'administrator', wilayah: bontang, ...surat }
  const usulanOf = async (nama: string) => {
    const { body } = await baca('lina', '/api/pengguna-usulan')
    const all = body.usulan as { id: string; pengguna: { nama: string }; bolehMemutus: boolean }[]
    return all.find((satu) => satu.pengguna.nama === nama)
  }

  test('is proposed by one, approved by another, and has neither role nor link before', async () => {
    const made = await undang('lina', undangan({ nama: 'Yusuf Administrator' }, administrator))
    expect(made.body).toMatchObject({ penugasanId: null, berlakuSampai: null })
    const { id, usulanId } = made.body
    const path = `/api/pengguna-usulan/${usulanId}`
    expect((await usulanOf('Yusuf Administrator'))?.bolehMemutus).toBe(false)
    expect(kode(await baca('lina', `/api/pengguna/${id}/tautan`))[1]).toBe('pengguna.tanpa_tautan')
    expect(kode(await kirim('lina', `/api/pengguna/${id}/undangan`))[1]).toBe(
      'pengguna.perlu_atasan',
    )
    expect(kode(await kirim('lina', path, { setuju: true }))).toEqual([
      403,
      'pengguna.pengusul_sendiri',
    ])
    const done = await kirim('eko', path, { setuju: true })
    expect(done.body).toMatchObject({ tautanDibuat: true })
    const { rows } = await server.database.admin.query(
      `select t.peran, a.nama as pertama, b.nama as kedua from penugasan t
        join pengguna a on a.id = t.diberikan_oleh join pengguna b on b.id = t.disetujui_oleh where t.pengguna_id = $1`,
      [id],
    )
    expect(rows).toEqual([
      { peran: 'administrator', pertama: people.lina.nama, kedua: people.eko.nama },
    ])
    // The link is the second person's to hand out, not the proposer's.
    expect(kode(await baca('lina', `/api/pengguna/${id}/tautan`))[1]).toBe('pengguna.tanpa_tautan')
    expect((await baca('eko', `/api/pengguna/${id}/tautan`)).status).toBe(200)
    expect(kode(await kirim('eko', path, { setuju: true }))[1]).toBe('pengguna.usulan_diputus')
  })

  test('can be refused by the second, and is then nothing', async () => {
    const made = await undang('lina', undangan({ nama: 'Ditolak Saja' }, administrator))
    const path = `/api/pengguna-usulan/${made.body.usulanId}`
    expect((await kirim('eko', path, { setuju: false, alasan: 'tidak dikenal' })).body).toEqual({
      penugasanId: null,
      tautanDibuat: false,
    })
    expect((await baca('lina', `/api/pengguna/${made.body.id}`)).body).toMatchObject({ tugas: [] })
  })

  test('does not approve that they themselves become one of a larger area', async () => {
    const eko = await idOf('eko')
    const made = await kirim('lina', `/api/pengguna/${eko}/penugasan`, {
      ...administrator,
      wilayah: apiApi,
    })
    const path = `/api/pengguna-usulan/${made.body.usulanId}`
    expect(kode(await kirim('eko', path, { setuju: true }))[1]).toBe('pengguna.diri_sendiri')
    expect((await kirim('nurul', path, { setuju: false })).status).toBe(200)
  })

  test('has no time added by one alone', async () => {
    const { rows } = await server.database.admin.query(
      `select id from penugasan where pengguna_id = $1 and peran = 'administrator'`,
      [await idOf('eko')],
    )
    const answer = await kirim('lina', `/api/penugasan/${rows[0].id}`, {
      ...surat,
      dari: '2017-01-01',
      hariTerakhir: null,
      versi: 1,
    })
    expect(kode(answer)).toEqual([409, 'pengguna.perlu_usulan'])
  })

  test('is not reset by an equal, who could then be both', async () => {
    const path = `/api/pengguna/${await idOf('eko')}/reset`
    expect(kode(await kirim('lina', path, { alasan: 'lupa kata sandi' }))).toEqual([
      403,
      'pengguna.perlu_atasan',
    ])
  })
})

describe('an account of several areas', () => {
  test('is not ended, reset or renumbered from one of them', async () => {
    const joko = await idOf('joko')
    await server.database.admin.query(
      `insert into penugasan (pengguna_id, peran, wilayah, dari, surat_nomor) values ($1, 'operator_desa', 3523012001, '2018-01-01', 'x')`,
      [joko],
    )
    const alasan = 'pindah tugas'
    for (const [path, body] of [
      ['reset', { alasan }],
      ['identitas', { alasan, ...nomor() }],
    ] as const) {
      expect(kode(await kirim('lina', `/api/pengguna/${joko}/${path}`, body))).toEqual([
        409,
        'pengguna.tugas_di_luar',
      ])
    }
    const { body } = await baca('lina', `/api/pengguna/${joko}`)
    expect((body.semuaTugas as object[]).length).toBe(1)
  })
})

describe('the officers that one sees', () => {
  const names = (body: Body) => (body.pengguna as { nama: string }[]).map((p) => p.nama)

  test('are those with an assignment in one’s own area', async () => {
    const { body } = await baca('lina', '/api/pengguna?batas=200')
    expect(names(body)).toEqual(expect.arrayContaining([people.siti.nama, people.budi.nama]))
    expect(names(body)).not.toContain(people.tuti.nama)
    expect(names(body)).not.toContain(people.rina.nama)
    expect(names((await baca('nurul', '/api/pengguna?batas=200')).body)).toContain(people.rina.nama)
  })

  test('are found by name, sign-in name, phone number, role, area and status', async () => {
    const found = async (query: string) =>
      names((await baca('lina', `/api/pengguna?batas=200&${query}`)).body)
    expect(await found('q=joko, op')).toEqual([people.joko.nama])
    expect(await found('q=budi')).toEqual([people.budi.nama])
    expect(await found('q=0812-0000-001')).toEqual(['Ratna Dewi'])
    expect(await found('peran=verifikator')).toEqual([people.budi.nama])
    expect(await found(`wilayah=${guntung}`)).toEqual([people.joko.nama])
    expect(await found('status=nonaktif')).toEqual([])
    expect(await found('status=diundang')).toContain('Ratna Dewi')
    expect(await found('status=aktif')).toContain(people.siti.nama)
    expect(await found('wilayah=3523000000')).toEqual([])
    expect(await found('q=%25')).toEqual([])
  })

  test('come in pages without gap or repetition', async () => {
    const all = names((await baca('lina', '/api/pengguna?batas=200')).body)
    const paged: string[] = []
    let setelah: string | null = null
    do {
      const query: string = setelah ? `&setelah=${encodeURIComponent(setelah)}` : ''
      const { body } = await baca('lina', `/api/pengguna?batas=3${query}`)
      paged.push(...names(body))
      setelah = body.berikutnya as string | null
    } while (setelah)
    expect(paged).toEqual(all)
  })

  test('one of another area is not there at all', async () => {
    const tuti = await idOf('tuti')
    for (const path of ['', '/riwayat', '/tautan'])
      expect(kode(await baca('lina', `/api/pengguna/${tuti}${path}`))).toEqual([404, 'tidak.ada'])
    expect(kode(await kirim('lina', `/api/pengguna/${tuti}/penugasan`, operator))).toEqual([
      404,
      'tidak.ada',
    ])
  })

  test('the roles that one may give follow one’s own', async () => {
    const { body } = await baca('lina', '/api/pengguna-pilihan')
    const roles = (body.peran as { peran: string; tingkat: string[] }[]).map((r) => r.peran)
    expect(roles).toContain('verifikator')
    expect(roles).toContain('lurah')
    expect(roles).not.toContain('provinsi')
    expect(roles).not.toContain('auditor')
  })
})

describe('an assignment that changes', () => {
  let id = ''
  beforeAll(async () => {
    const { rows } = await server.database.admin.query(
      'select id from penugasan where pengguna_id = $1',
      [await idOf('siti')],
    )
    id = rows[0].id
  })
  const masa = { ...surat, hariTerakhir: '2018-12-31' }

  test('ends the officer’s sessions at once', async () => {
    expect((await baca('siti', '/api/sesi')).status).toBe(200)
    const done = await kirim('lina', `/api/penugasan/${id}`, { ...masa, versi: 1 })
    expect(done.body).toEqual({ versi: 2 })
    expect(kode(await baca('siti', '/api/sesi'))).toEqual([401, 'masuk.perlu'])
  })

  test('that somebody else changed meanwhile shows both values', async () => {
    const late = await kirim('eko', `/api/penugasan/${id}`, {
      ...masa,
      hariTerakhir: '2018-08-31',
      versi: 1,
    })
    expect(kode(late)).toEqual([409, 'versi.berubah'])
    expect(JSON.stringify(late.body)).toContain('2018-08-31')
    expect(JSON.stringify(late.body)).toContain('2018-12-31')
  })

  test('is in the history of the officer, with before and after, and in the log', async () => {
    const { body } = await baca('lina', `/api/pengguna/${await idOf('siti')}/riwayat`)
    expect(body.peristiwa).toMatchObject([
      {
        operasi: 'pengguna.ubah_tugas',
        oleh: people.lina.nama,
        sebelum: { sampai: null },
        sesudah: { sampai: '2019-01-01' },
      },
    ])
    const { rows } = await server.database.admin.query(
      `select peran, perubahan from jejak where operasi = 'pengguna.ubah_tugas'`,
    )
    expect(rows).toMatchObject([{ peran: 'administrator' }])
    expect(JSON.stringify(rows[0].perubahan)).toContain('2019-01-01')
  })

  test('can be ended today, once, and not by its own holder', async () => {
    const alasan = 'pindah tugas'
    const own = await server.database.admin.query(
      'select id from penugasan where pengguna_id = $1',
      [await idOf('lina')],
    )
    expect(
      kode(await kirim('lina', `/api/penugasan/${own.rows[0].id}/akhiri`, { alasan })),
    ).toEqual([403, 'pengguna.diri_sendiri'])
    expect((await kirim('lina', `/api/penugasan/${id}/akhiri`, { alasan })).status).toBe(200)
    expect(kode(await kirim('lina', `/api/penugasan/${id}/akhiri`, { alasan }))).toEqual([
      409,
      'pengguna.sudah_berakhir',
    ])
  })
})
