import { afterAll, beforeAll, expect, test } from 'vitest'
import { ringOf } from '#server/kripto/kunci.ts'
import { sidikKk, sidikNik } from '#server/pengguna/petugas/identitas.ts'
import { makeFamily } from '../../../test/families.ts'
import { type TestServer, testServer } from '../../../test/server.ts'

const desa = 6474011006
let server: TestServer
const keluarga: { kab: number; id: string }[] = []
beforeAll(async () => {
  server = await testServer()
  for (let n = 0; n < 12; n++)
    keluarga.push(
      await makeFamily(server.database.admin, {
        wilayah: desa,
        rt: 7,
        kepala: `KEPALA ${n}`,
        nomorKk: `99740101011800${String(10 + n)}`,
        anggota: [{ nama: `KEPALA ${n}` }],
      }),
    )
})
afterAll(() => server.close())

type Dipilih = { kab: number; id: string; versi: number }

/** Proposals as an operator writes them, ready to be sent. */
async function usulan(
  n: readonly number[],
  isi: object = {},
  jenis = 'pindah_keluar',
): Promise<Dipilih[]> {
  const siti = await server.as('siti')
  const made: Dipilih[] = []
  for (const i of n) {
    const { status, body } = await siti.post('/api/usulan/simpan', {
      jenis,
      wilayah: desa,
      rt: 7,
      keluargaId: keluarga[i]?.id,
      nama: '-',
      isi: {
        peristiwa:
          jenis === 'pindah_keluar'
            ? { jenis, tanggal: '2018-07-20', bentuk: 'seluruh_keluarga', tujuan: 'Samarinda' }
            : {
                jenis,
                tanggal: '2018-07-20',
                pengganti: {
                  wali: {
                    nama: 'WALI',
                    nik: '9974010101600123',
                    hubungan: 'paman',
                    suratNomor: '1',
                    suratTanggal: '2018-07-20',
                  },
                },
              },
        dokumen: { jenis: 'Surat pindah' },
        ...isi,
      },
    })
    expect([status, body]).toMatchObject([200, {}])
    made.push(body as unknown as Dipilih)
  }
  return made.map(({ kab, id, versi }) => ({ kab, id, versi }))
}

const ajukan = async (pilihan: Dipilih[]) =>
  (await server.as('siti')).post('/api/usulan/langkah/ajukan', { pilihan: { usulan: pilihan } })

const tahanan = async (): Promise<Record<string, number>> => {
  const { rows } = await server.database.admin.query<{ tahanan: string; n: number }>(
    `select tahanan, count(*)::int as n from usulan where tahanan is not null group by 1`,
  )
  return Object.fromEntries(rows.map((r) => [r.tahanan, r.n]))
}

test('eight moves out of one RT pass; the ninth is sent, held, and named to the level above', async () => {
  expect((await ajukan(await usulan([0, 1, 2, 3, 4, 5, 6, 7]))).body).toMatchObject({ jadi: 8 })
  expect(await tahanan()).toEqual({})
  expect((await ajukan(await usulan([8]))).body).toMatchObject({ jadi: 1 })
  expect(await tahanan()).toEqual({ pengurangan_rt_60: 1 })
  const { body } = await (await server.as('hasan')).get('/api/pengaman')
  expect(body.pola).toMatchObject([
    {
      aturan: 'pengurangan_rt_60',
      rt: 7,
      ditahan: 1,
      jumlah: 9,
      batas: 8,
      jendelaHari: 60,
      bolehLepas: true,
    },
  ])
})

test('what is held is not verified, and released only with a reason by a head who took no part', async () => {
  const hasan = await server.as('hasan')
  const budi = await server.as('budi')
  const pola = async () =>
    ((await hasan.get('/api/pengaman')).body.pola as { usulan: Dipilih[] }[]).flatMap(
      (p) => p.usulan,
    )
  const held = (await pola()).map(({ kab, id, versi }) => ({ kab, id, versi }))
  const verify = await budi.post('/api/usulan/pratinjau', {
    aksi: 'verifikasi',
    pilihan: { usulan: held },
  })
  expect(verify.body).toMatchObject({
    jadi: 0,
    tertahan: [{ masalah: { sebab: 'tidak_ditahan' } }],
  })
  expect(
    (await budi.post('/api/pengaman/lepas', { usulan: held, alasan: 'Sudah diperiksa' })).status,
  ).toBe(403)
  const [one] = held
  const stale = one ? [{ ...one, versi: one.versi - 1 }] : []
  expect(
    (
      await hasan.post('/api/pengaman/lepas', {
        usulan: stale,
        alasan: 'Sudah diperiksa di lapangan',
      })
    ).body.code,
  ).toBe('pengaman.tidak_ditahan')
  const done = await hasan.post('/api/pengaman/lepas', {
    usulan: held,
    alasan: 'Relokasi bantaran sungai, SK terlampir',
  })
  expect(done.body).toEqual({ dilepas: 1 })
  expect(await tahanan()).toEqual({})
  // The next one is a pattern again: a release is for what was looked at.
  await ajukan(await usulan([9]))
  expect(await tahanan()).toEqual({ pengurangan_rt_60: 1 })
})

test('one telephone for three families is a pattern, however it is written', async () => {
  const admin = server.database.admin
  await admin.query(`update usulan set tahanan = null, diajukan_hari = diajukan_hari - 61`)
  const telepon = ['0812 3456 7890', '+62812-3456-7890', '62 812 34567890']
  for (const [n, t] of telepon.entries())
    await ajukan(await usulan([n], { telepon: t }, 'ganti_pengurus'))
  expect(await tahanan()).toEqual({ telepon_sama_180: 1 })
})

test('in a sensitive period the limits are lower', async () => {
  const admin = server.database.admin
  await admin.query(`update usulan set tahanan = null, diajukan_hari = diajukan_hari - 200`)
  await admin.query(
    `insert into masa_rawan (wilayah, lo, hi, jenis, hari, sumber, batal, pengguna_id, peran, dibuat_pada)
     select 6474000000, 6474000000, 6475000000, 'pilkada', '2018-08-20', 'uji', false, id, 'verifikator', now() from pengguna limit 1`,
  )
  await ajukan(await usulan([0, 1, 2, 3, 4]))
  expect(await tahanan()).toEqual({ pengurangan_rt_60: 5 })
})

test('an officer does not verify their own family, and a flagged one is opened before a bulk approval', async () => {
  const { admin } = server.database
  await admin.query(`update usulan set tahanan = null, diajukan_hari = diajukan_hari - 200`)
  await admin.query(`delete from masa_rawan`)
  const ring = await ringOf(server.folder)
  await admin.query(
    `insert into pengguna_identitas (pengguna_id, nik_segel, nik_sidik, nomor_kk_segel, nomor_kk_sidik, kunci_versi)
     select id, '-', $1, '-', $2, '-' from pengguna where nama like 'Budi%'`,
    [sidikNik(ring, '9974010101600999'), sidikKk(ring, '9974010101180020')],
  )
  const u = await usulan([10, 11])
  await ajukan(u)
  const budi = await server.as('budi')
  const pilihan = { usulan: u.map((one) => ({ ...one, versi: one.versi + 1 })) }
  const [kin] = pilihan.usulan
  const own = await budi.post('/api/usulan/langkah/kembalikan', {
    pilihan: { usulan: kin ? [kin] : [] },
    alasan: 'Dokumen buram',
  })
  expect(own.body).toMatchObject({ jadi: 1 })
  const { rows } = await admin.query(
    `select kerabat_id is not null as bendera from usulan where id = $1`,
    [kin?.id],
  )
  expect(rows).toEqual([{ bendera: true }])
})
