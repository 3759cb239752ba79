import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { pdfTeks } from '#test/pdf-teks.ts'
import type { Body, people } from '#test/people.ts'
import { type TestServer, testServer } from '#test/server.ts'

type Nama = keyof typeof people
type Di = { kab: number; id: string }
type Usulan = Di & { versi: number }

const desa = 6474011006
let server: TestServer
let badu: Di & { rutaId: string }
let rapat: Di
const usulan: Record<string, Usulan> = {}

const post = async (nama: Nama, path: string, isi: object) =>
  (await server.as(nama)).post(path, isi)
const get = async (nama: Nama, path: string) => (await server.as(nama)).get(path)
const satu = async (nama: Nama = 'siti'): Promise<Body & Satu> => {
  const { status, body } = await get(nama, `/api/musyawarah/${rapat.kab}/${rapat.id}`)
  expect([status, body]).toMatchObject([200, {}])
  return body as Body & Satu
}
type Satu = {
  versi: number
  status: string
  baris: { usulanId: string; nama: string; putusan: string | null; tidakIkut: object[] }[]
  hadir: { id: string; terhubung: boolean }[]
}
const jadi = async (nama: Nama, path: string, isi: object): Promise<Body> => {
  const { status, body } = await post(nama, path, isi)
  expect([path, status, body]).toMatchObject([path, 200, {}])
  return body
}
/** A paper as its reader sees it, or the code of the refusal. */
async function kertas(nama: Nama, surat: string, rapatnya: Di = rapat): Promise<string> {
  const { cookie } = await server.as(nama)
  const alamat = `/api/musyawarah/${rapatnya.kab}/${rapatnya.id}/cetak/${surat}`
  const answer = await fetch(server.address + alamat, { headers: { cookie } })
  if (!answer.ok) return String(((await answer.json()) as Body).code)
  const teks = pdfTeks(Buffer.from(await answer.arrayBuffer()))
  return teks
    .replaceAll('\u2011', '-')
    .replace(/\s+/g, ' ')
    .replace(/([-/]) /g, '$1')
}
/** The page behind the QR of the paper of a kind. */
async function halaman(jenis: string): Promise<string> {
  const { kode } = ((await satu()).surat as { jenis: string; kode: string }[]).find(
    (s) => s.jenis === jenis,
  ) ?? { kode: '' }
  return (await fetch(`${server.address}/d/${kode}`)).text()
}
const di = async () => ({ ...rapat, versi: (await satu()).versi })

/** A proposal that the village head knows of. */
async function usulkan(nama: string, isi: object): Promise<Usulan> {
  const made = (await jadi('siti', '/api/usulan/simpan', {
    wilayah: desa,
    nama,
    ...isi,
  })) as unknown as Usulan
  for (const [oleh, aksi] of [
    ['siti', 'ajukan'],
    ['siti', 'lengkapi'],
    ['dewi', 'ketahui'],
  ] as const) {
    const kini = (await get('siti', `/api/usulan/${made.kab}/${made.id}`)).body as unknown as Usulan
    const hasil = await jadi(oleh, `/api/usulan/langkah/${aksi}`, {
      pilihan: { usulan: [{ kab: made.kab, id: made.id, versi: kini.versi }] },
    })
    expect(hasil).toMatchObject({ jadi: 1 })
  }
  usulan[nama] = made
  return made
}

const baru = (nama: string, alasan: string, lain: object = {}) =>
  usulkan(nama, {
    jenis: 'keluarga_baru',
    rt: 7,
    isi: {
      alasan,
      alamat: 'Jalan Kapal Layar 4',
      anggota: [
        { nama, hubungan: 1, jenisKelamin: 2, tanggalLahir: '1980-07-01', nik: '9974014107800001' },
      ],
      ...lain,
    },
  })

const keputusan = (nama: string, putusan: string, detik: number, lain: object = {}) => ({
  id: randomUUID(),
  usulanId: usulan[nama]?.id,
  putusan,
  pada: new Date(Date.parse('2018-07-24T01:00:00Z') + detik * 1000).toISOString(),
  ...lain,
})
const putuskan = (isi: object[], nama: Nama = 'siti') =>
  jadi(nama, '/api/musyawarah/putuskan', { ...rapat, keputusan: isi })

const tanda = {
  nomor: '400.9/015/KEL-API/2018',
  tanda: [{ nama: 'Dewi', sebagai: 'Lurah Api-api', goresan: 'M10,10L200,90M20,50L80,60' }],
}

beforeAll(async () => {
  server = await testServer()
  badu = await makeFamily(server.database.admin, {
    wilayah: desa,
    rt: 7,
    kepala: 'BADU',
    nomorKk: '9974010101150001',
    anggota: [{ nama: 'BADU', nik: '9974010101600001', tanggalLahir: '1960-01-01' }],
  })
  await baru('AMINAH', 'Rumah bocor')
  await baru('ROHANI', 'Sakit TBC, penghasilan Rp 900.000')
  await baru('LASMI', 'Janda')
  await usulkan('BADU', {
    jenis: 'tidak_layak',
    rt: 7,
    keluargaId: badu.id,
    isi: { alasan: 'Sudah punya mobil' },
  })
})
afterAll(() => server.close())

describe('a meeting is prepared', () => {
  test('in a village of one’s own; a statement in its place only where the chain knows it', async () => {
    const isi = {
      wilayah: desa,
      jenis: 'muskel',
      tanggal: '2018-07-24',
      mulai: '19:30',
      tempat: 'Aula kelurahan',
    }
    expect((await post('joko', '/api/musyawarah/buat', isi)).body.code).toBe(
      'musyawarah.bukan_desa',
    )
    expect((await post('siti', '/api/musyawarah/buat', { ...isi, jenis: 'sptjm' })).body.code).toBe(
      'musyawarah.tanpa_sptjm',
    )
    rapat = (await jadi('siti', '/api/musyawarah/buat', isi)) as unknown as Di
    expect((await get('joko', `/api/musyawarah/${rapat.kab}/${rapat.id}`)).status).toBe(404)
    expect((await get('yusuf', `/api/musyawarah/${rapat.kab}/${rapat.id}`)).status).toBe(403)
  })

  test('with the proposals that wait for it, in the order given, on one agenda only', async () => {
    const calon = (await get('siti', `/api/musyawarah/${rapat.kab}/${rapat.id}/calon`)).body
    expect((calon.usulan as { nama: string }[]).map((u) => u.nama)).toEqual([
      'AMINAH',
      'BADU',
      'LASMI',
      'ROHANI',
    ])
    const urut = ['ROHANI', 'AMINAH', 'BADU', 'LASMI'].map((n) => usulan[n]?.id)
    const lama = await di()
    await jadi('siti', '/api/musyawarah/agenda', { ...lama, usulan: urut })
    expect((await satu()).baris.map((b) => b.nama)).toEqual(['ROHANI', 'AMINAH', 'BADU', 'LASMI'])
    const basi = await post('dewi', '/api/musyawarah/agenda', { ...lama, usulan: [] })
    expect([basi.status, basi.body.code]).toEqual([409, 'versi.berubah'])
    const lain = (await jadi('siti', '/api/musyawarah/buat', {
      wilayah: desa,
      jenis: 'musdesus',
      tanggal: '2018-07-25',
      tempat: 'Aula',
    })) as unknown as Usulan
    const rebut = await post('siti', '/api/musyawarah/agenda', {
      ...lain,
      usulan: [usulan.AMINAH?.id],
    })
    expect(rebut.body.code).toBe('musyawarah.agenda_salah')
    await jadi('siti', '/api/musyawarah/batalkan', {
      ...lain,
      alasan: 'Digabung dengan yang pertama',
    })
  })

  test('who is family of a row does not decide it: by registry, by house, or as they say', async () => {
    await server.database.admin.query(
      `with k as (insert into keluarga (kab, ruta_id, wilayah, wilayah_tercatat, rt, nama_kepala, nama_kepala_cari, nomor_kk, jumlah_anggota)
        values ($1, $2, ${desa}, ${desa}, 7, 'UMAR', 'UMAR', '9974010101150002', 1) returning id) select 1 from k`,
      [badu.kab, badu.rutaId],
    )
    const orang = (nama: string, unsur: string, lain: object = {}) => ({
      id: randomUUID(),
      nama,
      unsur,
      ...lain,
    })
    const hadir = [
      orang('Dewi', 'lurah'),
      orang('Badu sendiri', 'warga_miskin', { nomor: '9974010101600001' }),
      orang('Umar', 'rt', { nomor: '9974010101150002', rt: 7 }),
      orang('Sari', 'psm', { kerabat: [usulan.LASMI?.id] }),
      orang('Tidak datang', 'tksk', { hadir: false, kerabat: [usulan.LASMI?.id] }),
    ]
    const hasil = await jadi('siti', '/api/musyawarah/hadir', {
      ...(await di()),
      unsurTidakAda: ['bkm', 'wksbm'],
      hadir,
    })
    expect((hasil.terhubung as string[]).length).toBe(2)
    const m = await satu()
    expect(m.baris.map((b) => b.tidakIkut)).toMatchObject([
      [],
      [],
      [
        { nama: 'Badu sendiri', sebab: 'keluarga' },
        { nama: 'Umar', sebab: 'rumah' },
      ],
      [{ nama: 'Sari', sebab: 'dinyatakan' }],
    ])
    expect(m.kuorum).toMatchObject({
      terpenuhi: false,
      orang: 4,
      kurang: ['karang_taruna', 'tksk'],
    })
    // Typed numbers are not kept, and the link stays when the list is saved without them.
    await jadi('siti', '/api/musyawarah/hadir', {
      ...(await di()),
      unsurTidakAda: ['bkm', 'wksbm'],
      hadir: hadir.map(({ ...h }) => ({ ...h, nomor: undefined })),
    })
    expect((await satu()).hadir.filter((h) => h.terhubung).length).toBe(2)
    const { rows } = await server.database.admin.query(
      `select json_agg(h)::text as isi from musyawarah_hadir h`,
    )
    expect(rows[0].isi).not.toContain('9974')
  })

  test('the hall’s screen holds no number of identity, date of birth, health, disability, PMKS or money', async () => {
    const { status, body } = await get('siti', `/api/musyawarah/${rapat.kab}/${rapat.id}/layar`)
    expect(status).toBe(200)
    const baris = body.baris as Record<string, unknown>[]
    for (const b of baris)
      expect(Object.keys(b).sort()).toEqual(['alasan', 'jenis', 'nama', 'putusan', 'rt', 'urutan'])
    expect(baris.map((b) => [b.nama, b.rt, (b.alasan as { id: string }).id])).toEqual([
      ['ROHANI', 7, 'Diusulkan masuk data keluarga miskin'],
      ['AMINAH', 7, 'Rumah bocor'],
      ['BADU', 7, 'Sudah punya mobil'],
      ['LASMI', 7, 'Janda'],
    ])
    expect(JSON.stringify(body)).not.toMatch(/\d{5,}|1980|1960|TBC|sakit|Rp|900|Kapal Layar/i)
  })
})

describe('papers before the meeting', () => {
  test('the invitation is issued with a number, again when the day was changed', async () => {
    expect(await kertas('siti', 'undangan')).toBe('musyawarah.belum_terbit')
    expect(await kertas('siti', 'pengumuman')).toBe('musyawarah.belum_terbit')
    const terbit = (isi: object) => jadi('siti', '/api/musyawarah/terbitkan', { ...rapat, ...isi })
    expect(await terbit({ surat: 'undangan' })).toEqual({
      nomor: '0001/UND/64.74.01.1006/2018',
    })
    await terbit({ surat: 'undangan', nomor: '005/12/KEL' })
    const teks = await kertas('siti', 'undangan')
    expect(teks).toContain('Nomor : 005/12/KEL')
    expect(teks).toContain('Badu sendiri')
    expect((await satu()).surat).toMatchObject([{ jenis: 'undangan', nomor: '005/12/KEL' }])
    const awal = await post('siti', '/api/musyawarah/terbitkan', { ...rapat, surat: 'pengumuman' })
    expect(awal.body.code).toBe('musyawarah.belum_ditandatangani')
  })

  test('the agenda to tick shows what the hall may see; the draft is to be signed by pen', async () => {
    const agenda = await kertas('siti', 'agenda')
    for (const ada of ['ROHANI', 'LASMI', 'Rumah bocor', 'Tidak disetujui'])
      expect(agenda).toContain(ada)
    expect(agenda).not.toMatch(/TBC|9974|Kapal Layar/)
    expect(await kertas('siti', 'daftar_hadir')).toContain('Badu sendiri')
    expect(await kertas('dewi', 'berita_acara')).toContain('Konsep, belum ditandatangani')
    expect(await kertas('dewi', 'perbaikan')).toBe('musyawarah.belum_ditandatangani')
    expect(await kertas('dewi', 'pindaian')).toBe('musyawarah.belum_terbit')
    expect(await kertas('joko', 'agenda')).toBe('tidak.ada')
  })
})

test('a photograph of the village is added once, and taken off again', async () => {
  const made = await server.database.admin.query(
    `insert into berkas (kab, wilayah, guna, jenis, ukuran, sidik, sidik_kiriman)
     select $1, ${desa}, guna, 'image/jpeg', 9, repeat('b', 64), repeat('b', 64)
     from unnest(array['foto_rapat', 'surat']) guna returning id`,
    [rapat.kab],
  )
  const [foto, surat] = made.rows.map((r) => r.id)
  const atur = (berkas: string, pasang: boolean) =>
    post('siti', '/api/musyawarah/foto', { ...rapat, berkas, pasang })
  expect((await atur(surat, true)).body.code).toBe('musyawarah.bukan_foto')
  await atur(foto, true)
  expect((await atur(foto, true)).body).toEqual({ jumlah: 1 })
  expect((await satu()).foto).toMatchObject([{ id: foto, guna: 'foto_rapat' }])
  expect((await atur(foto, false)).body).toEqual({ jumlah: 0 })
})

describe('decisions', () => {
  test('come late, twice and in any order; the one made last holds', async () => {
    const a = keputusan('AMINAH', 'setuju', 30)
    const b = keputusan('AMINAH', 'tunda', 10, { alasan: 'Belum dikunjungi' })
    const c = keputusan('ROHANI', 'tunda', 20, { alasan: 'Kartu keluarga belum ada' })
    const hasil = await putuskan([a, c])
    expect(hasil).toEqual({ diterima: [a.id, c.id], ditolak: [] })
    expect(await putuskan([b, a])).toEqual({ diterima: [b.id, a.id], ditolak: [] })
    expect((await satu()).baris.map((x) => x.putusan)).toEqual(['tunda', 'setuju', null, null])
    const { rows } = await server.database.admin.query(
      `select count(*)::int as n, max(pada) <= now() as lampau from musyawarah_keputusan`,
    )
    expect(rows[0]).toEqual({ n: 3, lampau: true })
  })

  test('against a family need a ground, and only rows of this agenda are decided', async () => {
    const x = keputusan('LASMI', 'tidak_setuju', 40)
    const y = { ...keputusan('LASMI', 'setuju', 41), usulanId: randomUUID() }
    const hasil = await putuskan([x, y])
    expect(hasil).toMatchObject({ diterima: [], ditolak: [{ id: x.id }, { id: y.id }] })
    await putuskan([
      keputusan('LASMI', 'tidak_setuju', 42, { alasan: 'Mampu menurut RT' }),
      keputusan('BADU', 'setuju', 43),
    ])
    const joko = await post('joko', '/api/musyawarah/putuskan', {
      ...rapat,
      keputusan: [keputusan('BADU', 'tunda', 44, { alasan: 'x' })],
    })
    expect(joko.status).toBe(404)
  })

  test('are not yet the proposals’ state, and keep their rows on the agenda', async () => {
    expect(
      (await get('siti', `/api/usulan/${usulan.AMINAH?.kab}/${usulan.AMINAH?.id}`)).body.status,
    ).toBe('diketahui')
    const keluar = await post('siti', '/api/musyawarah/agenda', {
      ...(await di()),
      usulan: [usulan.AMINAH?.id],
    })
    expect(keluar.body.code).toBe('musyawarah.agenda_sudah_diputuskan')
  })
})

describe('the signature', () => {
  test('is the village head’s, after the meeting was closed, drawn, under a number of its own', async () => {
    expect(
      (await post('siti', '/api/musyawarah/tandatangani', { ...(await di()), ...tanda })).status,
    ).toBe(403)
    expect(
      (await post('dewi', '/api/musyawarah/tandatangani', { ...(await di()), ...tanda })).body.code,
    ).toBe('musyawarah.belum_ditutup')
    await jadi('siti', '/api/musyawarah/tutup', {
      ...(await di()),
      tutup: true,
      notulen: 'Dibuka pukul 19.40.',
    })
    const kosong = { ...tanda, tanda: [{ nama: 'Dewi', sebagai: 'Lurah' }] }
    expect(
      (await post('dewi', '/api/musyawarah/tandatangani', { ...(await di()), ...kosong })).body
        .code,
    ).toBe('musyawarah.tanpa_tanda')
    // A decision that arrives now makes what she saw old.
    const lama = await di()
    await putuskan([keputusan('AMINAH', 'setuju', 50, { catatan: 'Prioritas' })])
    expect(
      (await post('dewi', '/api/musyawarah/tandatangani', { ...lama, ...tanda })).body.code,
    ).toBe('versi.berubah')
    const hasil = await jadi('dewi', '/api/musyawarah/tandatangani', { ...(await di()), ...tanda })
    expect(hasil).toMatchObject({
      berlakuSampai: '2019-01-24',
      hasil: { jumlah: 4, jadi: 4, tertahan: [] },
    })
    expect(hasil.sidik).toMatch(/^[0-9a-f]{64}$/)
  })

  test('makes the paper: number, hash, annex by name, and a page without names for anybody', async () => {
    const m = await satu('wati')
    const teks = await kertas('wati', 'berita_acara')
    for (const ada of [
      'Nomor: 400.9/015/KEL-API/2018',
      String(m.sidik).slice(0, 16),
      '24 Januari 2019',
      'AMINAH 9974••••••••0001 Jalan Kapal Layar 4 007 1 Keluarga baru Disetujui. Prioritas',
      'BADU 9974••••••••0001',
      'Tidak disetujui. Mampu menurut RT',
    ])
      expect(teks).toContain(ada)
    expect(teks).not.toContain('9974010101600001')
    const page = await halaman('berita_acara')
    for (const ada of ['400.9/015/KEL-API/2018', m.sidik, 'Masih seperti', '24 Januari 2019'])
      expect(page).toContain(ada)
    expect(page).not.toMatch(/AMINAH|BADU|LASMI|ROHANI|Api-api/)
  })

  test('lets the list be posted: names and RT of those agreed to, until when one may object', async () => {
    await jadi('dewi', '/api/musyawarah/terbitkan', { ...rapat, surat: 'pengumuman' })
    const teks = await kertas('siti', 'pengumuman')
    for (const ada of ['AMINAH 007', 'BADU 007', 'paling lambat']) expect(teks).toContain(ada)
    expect(teks).not.toMatch(/LASMI|ROHANI|bocor|mobil|9974|Kapal/)
    expect(await kertas('siti', 'notulen')).toContain('Dibuka pukul 19.40.')
  })

  test('moves each proposal as decided, with its own ground in the history', async () => {
    const { rows } = await server.database.admin.query(
      `select u.nama, u.status, u.meterai_id = $1 as dipegang, (select array_agg(r.aksi || coalesce(': ' || r.alasan, '') order by r.id) from usulan_riwayat r
        where r.usulan_id = u.id and r.aksi in ('setujui', 'tidak_setujui', 'tunda', 'tandatangani')) as langkah from usulan u order by u.nama`,
      [rapat.id],
    )
    expect(rows).toEqual([
      { nama: 'AMINAH', status: 'akhir', dipegang: true, langkah: ['setujui', 'tandatangani'] },
      { nama: 'BADU', status: 'akhir', dipegang: true, langkah: ['setujui', 'tandatangani'] },
      {
        nama: 'LASMI',
        status: 'tidak_disetujui',
        dipegang: true,
        langkah: ['tidak_setujui: Mampu menurut RT'],
      },
      {
        nama: 'ROHANI',
        status: 'ditunda',
        dipegang: null,
        langkah: ['tunda: Kartu keluarga belum ada'],
      },
    ])
  })

  test('ends the decisions; a number is used once in a year', async () => {
    expect(
      await putuskan([keputusan('AMINAH', 'tunda', 90, { alasan: 'terlambat' })]),
    ).toMatchObject({ diterima: [], ditolak: [{}] })
    const lain = (await jadi('siti', '/api/musyawarah/buat', {
      wilayah: desa,
      jenis: 'muskel',
      tanggal: '2018-07-24',
      tempat: 'Aula',
    })) as unknown as Usulan
    const agenda = await jadi('siti', '/api/musyawarah/agenda', {
      ...lain,
      usulan: [usulan.ROHANI?.id],
    })
    const setuju = { ...lain, keputusan: [keputusan('ROHANI', 'setuju', 100)] }
    await jadi('siti', '/api/musyawarah/putuskan', setuju)
    const { versi } = await jadi('siti', '/api/musyawarah/tutup', {
      ...lain,
      versi: agenda.versi,
      tutup: true,
    })
    const lagi = await post('dewi', '/api/musyawarah/tandatangani', { ...lain, versi, ...tanda })
    expect(lagi.body).toMatchObject({ code: 'musyawarah.nomor_dipakai' })
    // Signed by hand: the scan stands for drawn lines, if it is one of this village.
    const pena = {
      ...lain,
      versi,
      nomor: '400.9/016/KEL-API/2018',
      tanda: [{ nama: 'Dewi', sebagai: 'Lurah' }],
    }
    const pindaian = async (guna: string, wilayah: number) => {
      const made = await server.database.admin.query(
        `insert into berkas (kab, wilayah, guna, jenis, ukuran, sidik, sidik_kiriman)
         values ($1, $2, $3, 'application/pdf', 9, repeat('a', 64), repeat('a', 64)) returning id`,
        [lain.kab, wilayah, guna],
      )
      return { ...pena, pindaian: made.rows[0].id }
    }
    for (const salah of [await pindaian('surat', desa), await pindaian('ba_pindaian', 6474011004)])
      expect((await post('dewi', '/api/musyawarah/tandatangani', salah)).body.code).toBe(
        'musyawarah.tanpa_tanda',
      )
    await jadi('dewi', '/api/musyawarah/tandatangani', await pindaian('ba_pindaian', desa))
    // What the first meeting put off, the second agreed to: both papers are whole.
    expect(await meterai()).toMatchObject({ utuh: true, jumlah: 4 })
  })
})

const meterai = async (): Promise<Body> => {
  const { status, body } = await get('budi', `/api/musyawarah/${rapat.kab}/${rapat.id}/meterai`)
  expect(status).toBe(200)
  return body
}
const umumkan = async (nama: string) => {
  const u = usulan[nama]
  const kini = (await get('siti', `/api/usulan/${u?.kab}/${u?.id}`)).body as unknown as Usulan
  await server.database.admin.query(
    `update usulan set status = 'diumumkan', status_hari = '2018-07-01', kunjungan_pada = '2018-07-20' where id = $1`,
    [u?.id],
  )
  return (
    await jadi('siti', '/api/usulan/pratinjau', {
      aksi: 'finalkan',
      pilihan: { usulan: [{ kab: u?.kab, id: u?.id, versi: kini.versi }] },
    })
  ).tertahan
}
const ubahIsi = async (nama: string, isi: object) => {
  const u = usulan[nama]
  const kini = (await get('siti', `/api/usulan/${u?.kab}/${u?.id}`)).body as unknown as Usulan & {
    isi: object
    jenis: string
    nama: string
  }
  await jadi('siti', '/api/usulan/simpan', {
    usulan: { kab: u?.kab, id: u?.id, versi: kini.versi },
    jenis: kini.jenis,
    wilayah: desa,
    rt: 7,
    nama: kini.nama,
    isi: { ...kini.isi, ...isi },
  })
}

describe('the seal', () => {
  test('stays whole when an identity is corrected, and the annex tells old from new', async () => {
    await ubahIsi('AMINAH', {
      anggota: [
        {
          nama: 'SITI AMINAH',
          hubungan: 1,
          jenisKelamin: 2,
          tanggalLahir: '1981-07-01',
          nik: '9974014107810001',
        },
      ],
      dokumen: { jenis: 'KTP-el', nomor: '12' },
    })
    const m = await meterai()
    expect(m).toMatchObject({ utuh: true, asli: true, berlaku: true, rusak: [] })
    expect((m.perbaikan as { bidang: { id: string } }[]).map((p) => p.bidang.id)).toEqual([
      'Nama',
      'NIK',
      'Tanggal lahir',
    ])
    expect((m.perbaikan as object[])[1]).toMatchObject({
      lama: '9974••••••••0001',
      baru: '9974••••••••0001',
      oleh: 'Siti, operator Api-api',
      dokumen: 'KTP-el 12',
    })
    const lampiran = await kertas('budi', 'perbaikan')
    for (const ada of ['400.9/015/KEL-API/2018', 'AMINAH SITI AMINAH', 'KTP-el 12'])
      expect(lampiran).toContain(ada)
    expect(await halaman('berita_acara')).toContain('Tercatat dan berlaku')
    expect(await umumkan('AMINAH')).not.toMatchObject([
      { masalah: { sebab: 'ada_keputusan_bermeterai' } },
    ])
  })

  test('is broken by another ground: row and actor are named, and that row alone is held', async () => {
    await ubahIsi('AMINAH', { alasan: 'Anak kuliah di luar kota' })
    expect(await meterai()).toMatchObject({
      utuh: false,
      asli: true,
      rusak: [
        {
          urutan: 2,
          nama: 'AMINAH',
          bidang: [{ id: 'dasar usulan' }],
          oleh: 'Siti, operator Api-api',
        },
      ],
    })
    const page = await halaman('berita_acara')
    expect(page).toContain('METERAI RUSAK')
    expect(page).not.toMatch(/AMINAH|Siti/)
    expect(await umumkan('AMINAH')).toMatchObject([
      { masalah: { sebab: 'ada_keputusan_bermeterai' } },
    ])
    expect(await umumkan('BADU')).not.toMatchObject([
      { masalah: { sebab: 'ada_keputusan_bermeterai' } },
    ])
    await ubahIsi('AMINAH', { alasan: 'Rumah bocor' })
    expect(await meterai()).toMatchObject({ utuh: true })
  })

  test('is broken by another person under the same row, also where the registry was rewritten', async () => {
    const asal = { nama: 'SITI AMINAH', hubungan: 1, jenisKelamin: 2, tanggalLahir: '1981-07-01' }
    await ubahIsi('AMINAH', { anggota: [{ ...asal, nama: 'MARGARETHA' }] })
    expect(await meterai()).toMatchObject({
      rusak: [{ bidang: [{ id: 'orang (nama dan tahun lahir)' }] }],
    })
    await ubahIsi('AMINAH', { anggota: [asal] })
    const { admin } = server.database
    await admin.query(`update individu set nama = 'SULAIMAN' where nama = 'BADU'`)
    expect(await meterai()).toMatchObject({ rusak: [{ urutan: 3 }] })
    await admin.query(`update individu set nama = 'BADUH' where nama = 'SULAIMAN'`)
    expect(await meterai()).toMatchObject({ utuh: true })
  })

  test('is broken by a decision slipped in afterwards, or by what was signed being rewritten', async () => {
    const { admin } = server.database
    const { rows } = await admin.query(
      `insert into musyawarah_keputusan (kab, id, musyawarah_id, usulan_id, wilayah, putusan, pada, diterima_pada, peran)
       values ($1, gen_random_uuid(), $2, $3, ${desa}, 'setuju', '2018-07-25', '2018-07-25', 'operator_desa') returning id`,
      [rapat.kab, rapat.id, usulan.LASMI?.id],
    )
    expect(await meterai()).toMatchObject({
      rusak: [{ nama: 'LASMI', bidang: [{ id: 'keputusan' }, { id: 'alasan keputusan' }] }],
    })
    await admin.query('delete from musyawarah_keputusan where id = $1', [rows[0].id])
    await admin.query(`update musyawarah_meterai set alasan = 'lain' where usulan_id = $1`, [
      usulan.LASMI?.id,
    ])
    expect(await meterai()).toMatchObject({
      asli: true,
      rusak: [{ bidang: [{ id: 'isi yang ditandatangani' }] }],
    })
    await admin.query(`update musyawarah set sidik_baris = sidik_baris[1:3] where id = $1`, [
      rapat.id,
    ])
    expect(await meterai()).toMatchObject({ asli: false, utuh: false })
    expect(await umumkan('BADU')).toMatchObject([
      { masalah: { sebab: 'ada_keputusan_bermeterai' } },
    ])
  })

  test('and all of it is in the log', async () => {
    const { rows } = await server.database.admin.query(
      `select distinct operasi from jejak where operasi like 'musyawarah.%' order by 1`,
    )
    expect(rows.map((r) => r.operasi)).toEqual([
      'musyawarah.agenda',
      'musyawarah.batalkan',
      'musyawarah.buat',
      'musyawarah.calon',
      'musyawarah.cetak',
      'musyawarah.foto',
      'musyawarah.hadir',
      'musyawarah.layar',
      'musyawarah.periksa_meterai',
      'musyawarah.putuskan',
      'musyawarah.satu',
      'musyawarah.tandatangani',
      'musyawarah.terbitkan',
      'musyawarah.tutup',
    ])
  })
})

test('where the chain knows it, the village head’s statement stands in place of a meeting', async () => {
  await server.pindahHari('2025-03-10')
  await baru('NURMI', 'Rumah roboh')
  const isi = { wilayah: desa, jenis: 'sptjm', tanggal: '2025-03-10', tempat: '' }
  const surat = (await jadi('siti', '/api/musyawarah/buat', isi)) as unknown as Usulan
  const { versi } = await jadi('siti', '/api/musyawarah/agenda', {
    ...surat,
    usulan: [usulan.NURMI?.id],
  })
  const tutup = await jadi('siti', '/api/musyawarah/tutup', { ...surat, versi, tutup: true })
  await jadi('dewi', '/api/musyawarah/tandatangani', {
    ...surat,
    ...tanda,
    versi: tutup.versi,
    nomor: '400.9/003/KEL-API/2025',
  })
  const { rows } = await server.database.admin.query(
    `select status, meterai_id = $1 as dipegang from usulan where nama = 'NURMI'`,
    [surat.id],
  )
  expect(rows).toEqual([{ status: 'akhir', dipegang: true }])
  const teks = await kertas('budi', 'berita_acara', surat)
  for (const ada of ['TANGGUNG JAWAB MUTLAK', '400.9/003/KEL-API/2025', 'NURMI'])
    expect(teks).toContain(ada)
})
