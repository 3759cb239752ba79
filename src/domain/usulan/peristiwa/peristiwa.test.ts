import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPolicy } from '#server/kebijakan/muat.ts'
import { berkasPeristiwaSchema } from './batas.ts'
import type { JenisPeristiwa, Peristiwa } from './isi.ts'
import { bentukPindah } from './jenis.ts'
import { hubunganSesudah } from './kepala.ts'
import { dewasa, type Konteks } from './konteks.ts'
import {
  type Beda,
  bedaOf,
  type Individu,
  type Keluarga,
  type Registri,
  registriOf,
  salin,
} from './registri.ts'
import { pindahkan, tarikMasuk } from './tarik.ts'
import { terapkanPeristiwa } from './terapkan.ts'

const kab = 6474
const wilayah = 6474011006
const hariIni = '2018-07-24'
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const orang = (n: number, keluarga: string, ruta: string, isi: Partial<Individu>): Individu => ({
  kab,
  id: uuid(n),
  keluarga_id: keluarga,
  ruta_id: ruta,
  wilayah,
  wilayah_tercatat: wilayah,
  rt: 7,
  nama: `ORANG ${n}`,
  nik: null,
  alasan_tanpa_nik: null,
  jenis_kelamin: 1,
  tempat_lahir: null,
  tanggal_lahir: '1980-01-01',
  umur_tercatat: null,
  umur_tanggal: null,
  nama_ibu: null,
  ibu_id: null,
  hubungan: 8,
  hubungan_ruta: 8,
  urutan: n,
  status: 'aktif',
  status_dari: null,
  asal_kab: null,
  ...isi,
})

const keluarga = (id: string, ruta: string, kepala: string, jumlah: number): Keluarga => ({
  kab,
  id,
  ruta_id: ruta,
  wilayah,
  wilayah_tercatat: wilayah,
  rt: 7,
  rw: null,
  urutan_ruta: 1,
  nomor_kk: null,
  nama_kepala: kepala,
  alamat: null,
  domisili_wilayah: null,
  domisili_alamat: null,
  penanggung_wilayah: null,
  jumlah_anggota: jumlah,
  status: 'aktif',
  status_dari: null,
})

const A = uuid(901)
const B = uuid(902)
/** Two houses: Badu (receives, holds no recorded card), Sari, two children; and Umar alone. */
const anggota = [
  orang(1, A, uuid(801), { nama: 'BADU', hubungan: 1, hubungan_ruta: 1 }),
  orang(2, A, uuid(801), { nama: 'SARI', jenis_kelamin: 2, hubungan: 2, hubungan_ruta: 2 }),
  orang(3, A, uuid(801), {
    nama: 'ANI',
    jenis_kelamin: 2,
    hubungan: 3,
    hubungan_ruta: 3,
    tanggal_lahir: '1999-05-05',
  }),
  orang(4, A, uuid(801), {
    nama: 'UDIN',
    hubungan: 3,
    hubungan_ruta: 3,
    tanggal_lahir: '2010-05-05',
  }),
  orang(5, B, uuid(802), { nama: 'UMAR', hubungan: 1, hubungan_ruta: 1 }),
]
const rumah = (n: number, kepala: string, k: string, jumlah: number) => ({
  kab,
  id: uuid(n),
  wilayah,
  wilayah_tercatat: wilayah,
  rt: 7,
  nama_kepala: kepala,
  keluarga_id: k,
  jumlah_anggota: jumlah,
})
const awal: Registri = registriOf({
  ruta: [rumah(801, 'BADU', A, 4), rumah(802, 'UMAR', B, 1)],
  keluarga: [keluarga(A, uuid(801), 'BADU', 4), keluarga(B, uuid(802), 'UMAR', 1)],
  individu: anggota,
  keanggotaan: anggota.map((i) => ({
    kab,
    individu_id: i.id,
    keluarga_id: i.keluarga_id,
    wilayah,
    rt: 7,
    dari: '2015-06-30',
    sampai: null,
    sumber: 'uji',
  })),
  penerimaan: [A, B].map((keluarga_id) => ({
    kab,
    keluarga_id,
    wilayah,
    rt: 7,
    program: 'rastra',
    dari: '2018-01-01',
    sampai: null,
    sumber: 'uji',
  })),
})

let nomor = 1000
const konteks = (isi: Partial<Konteks> = {}): Konteks => ({
  keluargaId: A,
  individuId: null,
  hariIni,
  usiaDewasa: 18,
  keluargaBaruId: uuid(nomor++),
  individuBaruId: uuid(nomor++),
  laporanMeninggal: [],
  ...isi,
})

const jadi = (r: Registri, p: Peristiwa, c: Partial<Konteks> = {}): Registri => {
  const answer = terapkanPeristiwa(r, p.jenis, { peristiwa: p }, konteks(c))
  if (!answer.ok) throw new Error(`${p.jenis}: ${answer.error}`)
  return answer.value
}
const gagal = (r: Registri, p: Peristiwa, c: Partial<Konteks> = {}) => {
  const answer = terapkanPeristiwa(r, p.jenis, { peristiwa: p }, konteks(c))
  return answer.ok ? null : answer.error
}
const nama = (r: Registri, id: string) =>
  [...r.individu.values()]
    .filter((i) => i.keluarga_id === id && i.status === 'aktif')
    .map((i) => i.nama)
const terima = (r: Registri, id: string) =>
  [...r.penerimaan.values()].filter((p) => p.keluarga_id === id && p.sampai === null).length
const kartu = (r: Registri, id: string) =>
  [...r.pengurus.values()].find((p) => p.keluarga_id === id && p.sampai === null)
const meninggal = (isi: object = {}): Peristiwa => ({
  jenis: 'meninggal',
  tanggal: '2018-07-20',
  ...isi,
})

describe('a birth', () => {
  const anak: Peristiwa = {
    jenis: 'lahir',
    tanggal: '2018-07-01',
    nama: 'BAYI',
    jenisKelamin: 2,
    ibuId: uuid(2),
  }
  test('enters the family on its day, NIK to follow, child of its mother', () => {
    const r = jadi(awal, anak)
    const bayi = [...r.individu.values()].find((i) => i.nama === 'BAYI')
    expect(bayi).toMatchObject({
      hubungan: 3,
      alasan_tanpa_nik: 'NIK menyusul',
      nama_ibu: 'SARI',
      ibu_id: uuid(2),
      urutan: 5,
    })
    expect(r.keluarga.get(A)?.jumlah_anggota).toBe(5)
    expect(r.keanggotaan.get(`${bayi?.id} 2018-07-01`)).toMatchObject({
      keluarga_id: A,
      sampai: null,
    })
  })
  test('needs the mother by her record, a woman alive on that day', () => {
    const { ibuId: _, ...tanpa } = anak
    expect(gagal(awal, tanpa)).toBe('tanpa_ibu')
    expect(gagal(awal, { ...anak, ibuId: uuid(1) })).toBe('ibu_bukan_perempuan')
    const mati = jadi(awal, meninggal({ tanggal: '2018-07-01' }), { individuId: uuid(2) })
    expect(gagal(mati, anak)).toBe(null)
    expect(gagal(mati, { ...anak, tanggal: '2018-07-02' })).toBe('ibu_bukan_perempuan')
    expect(gagal(awal, { ...anak, tanggal: '2018-07-25' })).toBe('tanggal_mendatang')
  })
  test('of a daughter is a grandchild of the head', () => {
    const r = jadi(awal, { ...anak, ibuId: uuid(3) })
    expect([...r.individu.values()].find((i) => i.nama === 'BAYI')?.hubungan).toBe(5)
  })
})

describe('a death', () => {
  test('of a member stops the person, not the family’s aid', () => {
    const r = jadi(awal, meninggal(), { individuId: uuid(4) })
    expect(r.individu.get(uuid(4))).toMatchObject({
      status: 'meninggal',
      status_dari: '2018-07-20',
    })
    expect([
      terima(r, A),
      r.keluarga.get(A)?.jumlah_anggota,
      r.ruta.get(uuid(801))?.jumlah_anggota,
    ]).toEqual([1, 3, 3])
    expect(r.keanggotaan.get(`${uuid(4)} 2015-06-30`)?.sampai).toBe('2018-07-21')
  })
  test('of the head who holds the card asks who becomes head and who holds the card', () => {
    const c = { individuId: uuid(1) }
    expect(gagal(awal, meninggal(), c)).toBe('perlu_kepala')
    expect(gagal(awal, meninggal({ kepalaBaruId: uuid(2) }), c)).toBe('perlu_pengurus')
    const anak = { kepalaBaruId: uuid(2), pengganti: { anggotaId: uuid(4) } }
    expect(gagal(awal, meninggal(anak), c)).toBe('pengurus_belum_dewasa')
    const r = jadi(awal, meninggal({ kepalaBaruId: uuid(2), pengganti: { anggotaId: uuid(3) } }), c)
    expect(r.keluarga.get(A)).toMatchObject({ nama_kepala: 'SARI', status: 'aktif' })
    expect(r.ruta.get(uuid(801))?.nama_kepala).toBe('SARI')
    expect([2, 3].map((n) => r.individu.get(uuid(n))?.hubungan)).toEqual([1, 3])
    expect([kartu(r, A)?.individu_id, terima(r, A)]).toEqual([uuid(3), 1])
  })
  test('leaves a guardian by letter where no member is of age', () => {
    const c = { individuId: uuid(1) }
    const dasar = { kepalaBaruId: uuid(2) }
    expect(gagal(awal, meninggal({ ...dasar, pengganti: { wali: { nama: 'RAHMAT' } } }), c)).toBe(
      'wali_tanpa_surat',
    )
    const wali = {
      nama: 'RAHMAT',
      hubungan: 'paman',
      suratNomor: '470/12',
      suratTanggal: '2018-07-22',
    }
    const r = jadi(awal, meninggal({ ...dasar, pengganti: { wali } }), c)
    expect(kartu(r, A)).toMatchObject({ individu_id: null, wali_nama: 'RAHMAT' })
  })
  test('of the last member ends the family, and its aid with it', () => {
    const r = jadi(awal, meninggal(), { keluargaId: B, individuId: uuid(5) })
    expect(r.keluarga.get(B)).toMatchObject({ status: 'habis', jumlah_anggota: 0 })
    expect(terima(r, B)).toBe(0)
  })
  test('wrongly reported is taken back after a visit, and all is as it was', () => {
    const hidup = {
      jenis: 'hidup_kembali',
      tanggalKunjungan: '2018-07-23',
      petugas: 'FITRI',
    } as const
    for (const [keluargaId, n, isi] of [
      [A, 1, { kepalaBaruId: uuid(3), pengganti: { anggotaId: uuid(2) } }],
      [A, 4, {}],
      [B, 5, {}],
    ] as const) {
      const c = { keluargaId, individuId: uuid(n) }
      const mati = jadi(awal, meninggal(isi), c)
      expect(gagal(mati, { ...hidup, tanggalKunjungan: '2018-07-19' }, c)).toBe(
        'kunjungan_sebelum_meninggal',
      )
      const laporanMeninggal = bedaOf(awal, mati)
      const r = jadi(mati, hidup, { ...c, laporanMeninggal })
      const sisa = bedaOf(awal, r).filter((b) => b.tabel !== 'pengurus')
      expect(sisa).toEqual([])
      if (n === 1) expect(kartu(r, A)?.individu_id).toBe(uuid(1))
    }
    expect(gagal(awal, hidup, { individuId: uuid(1) })).toBe('tidak_meninggal')
  })
})

describe('head and card holder', () => {
  test('change with the relations of the others', () => {
    const r = jadi(awal, { jenis: 'ganti_kepala', tanggal: hariIni, kepalaBaruId: uuid(3) })
    expect([1, 2, 3, 4].map((n) => r.individu.get(uuid(n))?.hubungan)).toEqual([6, 6, 1, 8])
    expect(gagal(r, { jenis: 'ganti_kepala', tanggal: hariIni, kepalaBaruId: uuid(3) })).toBe(
      'kepala_sama',
    )
    expect(hubunganSesudah(3, 7)).toBe(7)
  })
  test('the card holder is a dated fact of the family', () => {
    const ganti = (tanggal: string, n: number): Peristiwa => ({
      jenis: 'ganti_pengurus',
      tanggal,
      pengganti: { anggotaId: uuid(n) },
    })
    const r = jadi(jadi(awal, ganti('2018-07-01', 1)), ganti('2018-07-10', 2))
    expect([...r.pengurus.values()].map((p) => [p.individu_id, p.dari, p.sampai])).toEqual([
      [uuid(1), '2018-07-01', '2018-07-10'],
      [uuid(2), '2018-07-10', null],
    ])
    expect(gagal(r, ganti('2018-07-11', 2))).toBe('pengurus_sama')
  })
})

describe('a split card', () => {
  const pecah = (anggotaId: string[], kepalaKkBaruId: string, isi: object = {}): Peristiwa => ({
    jenis: 'pecah_kk',
    tanggal: '2018-07-10',
    anggotaId,
    kepalaKkBaruId,
    ...isi,
  })
  test('starts without aid in the same house', () => {
    const c = konteks()
    const r = jadi(awal, pecah([uuid(3)], uuid(3)), c)
    expect(r.keluarga.get(c.keluargaBaruId)).toMatchObject({
      ruta_id: uuid(801),
      urutan_ruta: 2,
      nama_kepala: 'ANI',
      jumlah_anggota: 1,
      nomor_kk: null,
    })
    expect([terima(r, A), terima(r, c.keluargaBaruId)]).toEqual([1, 0])
    expect(r.ruta.get(uuid(801))?.jumlah_anggota).toBe(4)
  })
  test('aid stays with the card that keeps its holder', () => {
    const c = konteks()
    const dua = [uuid(1), uuid(4)]
    expect(gagal(awal, pecah(dua, uuid(1)))).toBe('perlu_kepala')
    const r = jadi(awal, pecah(dua, uuid(1), { kepalaBaruId: uuid(2) }), c)
    expect([terima(r, A), terima(r, c.keluargaBaruId)]).toEqual([0, 1])
    expect([nama(r, A), r.keluarga.get(A)?.nama_kepala]).toEqual([['SARI', 'ANI'], 'SARI'])
  })
  test('needs somebody to stay, and its head among those who go', () => {
    expect(gagal(awal, pecah([1, 2, 3, 4].map(uuid), uuid(1)))).toBe('semua_pergi')
    expect(gagal(awal, pecah([uuid(3)], uuid(2)))).toBe('kepala_bukan_anggota_baru')
    expect(gagal(awal, pecah([uuid(5)], uuid(5)))).toBe('bukan_anggota')
    expect(gagal(awal, pecah([uuid(3)], uuid(3), { nomorKkBaru: '12' }))).toBe('nomor_kk_salah')
  })
})

describe('marriage, divorce and joined cards', () => {
  const kawin = (isi: object): Peristiwa => ({ jenis: 'kawin', tanggal: '2018-07-10', ...isi })
  test('one family is left and another entered on the same day', () => {
    const r = jadi(
      awal,
      kawin({
        pasanganId: uuid(5),
        tujuan: 'keluarga',
        keluargaTujuanId: B,
        nomorKkBaru: '6474011007180001',
      }),
      { individuId: uuid(3) },
    )
    expect([nama(r, A), nama(r, B)]).toEqual([
      ['BADU', 'SARI', 'UDIN'],
      ['ANI', 'UMAR'],
    ])
    expect(r.individu.get(uuid(3))).toMatchObject({ hubungan: 2, ruta_id: uuid(802) })
    expect(r.keluarga.get(B)?.nomor_kk).toBe('6474011007180001')
    expect(
      ['2015-06-30', '2018-07-10'].map((h) => r.keanggotaan.get(`${uuid(3)} ${h}`)),
    ).toMatchObject([
      { keluarga_id: A, sampai: '2018-07-10' },
      { keluarga_id: B, sampai: null },
    ])
  })
  test('a couple with a card of their own: the family that is left empty ends, its aid with it', () => {
    const c = { individuId: uuid(3), keluargaBaruId: uuid(777) }
    const r = jadi(awal, kawin({ pasanganId: uuid(5), tujuan: 'kk_baru' }), c)
    expect([nama(r, uuid(777)), r.keluarga.get(B)?.status]).toEqual([['ANI', 'UMAR'], 'habis'])
    expect([terima(r, A), terima(r, B), terima(r, uuid(777))]).toEqual([1, 0, 0])
  })
  test('a divorce takes the children along; the aid goes with who holds the card', () => {
    const cerai: Peristiwa = {
      jenis: 'cerai',
      tanggal: '2018-07-10',
      tujuan: 'kk_baru',
      ikutId: [uuid(4)],
    }
    const c = { individuId: uuid(2), keluargaBaruId: uuid(777) }
    const r = jadi(awal, cerai, c)
    expect([nama(r, A), nama(r, uuid(777))]).toEqual([
      ['BADU', 'ANI'],
      ['SARI', 'UDIN'],
    ])
    expect([terima(r, A), terima(r, uuid(777)), r.individu.get(uuid(4))?.hubungan]).toEqual([
      1, 0, 3,
    ])
  })
  test('joined cards keep one aid of each kind', () => {
    const r = jadi(
      awal,
      { jenis: 'gabung_kk', tanggal: '2018-07-10', keluargaTujuanId: A },
      { keluargaId: B },
    )
    expect([r.keluarga.get(B)?.status, terima(r, B), terima(r, A)]).toEqual(['nonaktif', 0, 1])
    expect(r.ruta.get(uuid(801))?.jumlah_anggota).toBe(5)
  })
})

test('newcomers live at one place and have their card of another', () => {
  const p: Peristiwa = {
    jenis: 'datang',
    tanggal: hariIni,
    domisiliWilayah: 6474011004,
    domisiliAlamat: 'Jalan 2',
  }
  expect(gagal(awal, p)).toBe('tanpa_domisili')
  expect(jadi(awal, { ...p, penanggung: 'kk' }).keluarga.get(A)).toMatchObject({
    domisili_wilayah: 6474011004,
    penanggung_wilayah: wilayah,
  })
})

test('a move out says its form and who is head of those who stay; nothing changes yet', () => {
  const p: Peristiwa = { jenis: 'pindah_keluar', tanggal: hariIni }
  expect(gagal(awal, p)).toBe('tanpa_bentuk')
  expect(gagal(awal, { ...p, bentuk: 'kepala_saja' })).toBe('perlu_kepala')
  expect(gagal(awal, { ...p, bentuk: 'sebagian', anggotaId: [1, 2, 3, 4].map(uuid) })).toBe(
    'semua_pergi',
  )
  const sebagian: Peristiwa = { ...p, bentuk: 'sebagian', anggotaId: [uuid(3)] }
  for (const satu of [{ ...p, bentuk: 'seluruh_keluarga' } as const, sebagian])
    expect(bedaOf(awal, jadi(awal, satu))).toEqual([])
})

test('details of another kind are refused', () => {
  expect(terapkanPeristiwa(awal, 'lahir', { peristiwa: meninggal() }, konteks())).toEqual({
    ok: false,
    error: 'peristiwa_lain',
  })
})

// Random sequences -------------------------------------------------------------------------------

type Dadu = readonly number[]
/** Random events over whatever the registry has become; the dice choose persons, families and days. */
function peristiwaAcak(r: Registri, jenis: JenisPeristiwa, d: Dadu): [Peristiwa, Partial<Konteks>] {
  const pilih = <T>(dari: readonly T[], n: number): T | undefined =>
    dari[(d[n] ?? 0) % Math.max(1, dari.length)]
  const families = [...r.keluarga.values()].map((k) => k.id)
  const semua = [...r.individu.values()]
  const mati = semua.filter((i) => i.status === 'meninggal')
  const siapa = pilih(jenis === 'hidup_kembali' && mati.length > 0 ? mati : semua, 0)
  const keluargaId = siapa?.keluarga_id ?? A
  const serumah = semua.filter(
    (i) => i.keluarga_id === keluargaId && i.status === 'aktif' && i.id !== siapa?.id,
  )
  const id = (n: number) => pilih(serumah, n)?.id ?? uuid(0)
  const tanggal = `2018-0${1 + ((d[5] ?? 0) % 7)}-1${(d[6] ?? 0) % 10}`
  const hari = tanggal > hariIni ? hariIni : tanggal
  const ditinggal = { kepalaBaruId: id(1), pengganti: { anggotaId: id(2) } }
  const tujuan = (['tetap', 'keluarga', 'kk_baru'] as const)[(d[3] ?? 0) % 3] ?? 'tetap'
  const lain = { tujuan, keluargaTujuanId: pilih(families, 4) ?? B, hubunganBaru: 4 }
  const isi: { readonly [J in JenisPeristiwa]: Extract<Peristiwa, { jenis: J }> } = {
    lahir: {
      jenis: 'lahir',
      tanggal: hari,
      nama: 'BAYI',
      jenisKelamin: 1 + ((d[1] ?? 0) % 2),
      ibuId: pilih(semua, 2)?.id ?? uuid(0),
    },
    meninggal: { jenis: 'meninggal', tanggal: hari, ...ditinggal },
    hidup_kembali: { jenis: 'hidup_kembali', tanggalKunjungan: hariIni, petugas: 'FITRI' },
    kawin: {
      jenis: 'kawin',
      tanggal: hari,
      pasanganId: pilih(semua, 4)?.id ?? uuid(0),
      ...lain,
      ...ditinggal,
      kepalaBaruPasanganId: id(3),
    },
    cerai: {
      jenis: 'cerai',
      tanggal: hari,
      ...lain,
      ...ditinggal,
      ikutId: (d[4] ?? 0) % 2 === 0 ? [] : [id(3)],
    },
    pecah_kk: {
      jenis: 'pecah_kk',
      tanggal: hari,
      anggotaId: [siapa?.id ?? uuid(0), id(1)],
      kepalaKkBaruId: siapa?.id ?? uuid(0),
      kepalaBaruId: id(3),
    },
    gabung_kk: { jenis: 'gabung_kk', tanggal: hari, keluargaTujuanId: pilih(families, 4) ?? B },
    ganti_kepala: { jenis: 'ganti_kepala', tanggal: hari, kepalaBaruId: id(1) },
    ganti_pengurus: { jenis: 'ganti_pengurus', tanggal: hari, pengganti: { anggotaId: id(2) } },
    pindah_keluar: { jenis: 'pindah_keluar', tanggal: hari, bentuk: 'seluruh_keluarga' },
    tarik_masuk: { jenis: 'tarik_masuk', tanggal: hari, bentuk: 'seluruh_keluarga', nik: [] },
    datang: {
      jenis: 'datang',
      tanggal: hari,
      domisiliWilayah: wilayah,
      domisiliAlamat: 'Jalan 1',
      penanggung: 'domisili',
    },
  }
  return [isi[jenis], { keluargaId, individuId: siapa?.id ?? null }]
}

/** What must hold whatever happened. */
function periksa(r: Registri): void {
  const families = [...r.keluarga.values()]
  for (const i of r.individu.values()) {
    const rows = [...r.keanggotaan.values()]
      .filter((m) => m.individu_id === i.id)
      .sort((a, b) => a.dari.localeCompare(b.dari))
    const open = rows.filter((m) => m.sampai === null)
    expect([i.nama, i.status, open.map((m) => m.keluarga_id)]).toEqual([
      i.nama,
      i.status,
      i.status === 'aktif' ? [i.keluarga_id] : [],
    ])
    for (const [n, m] of rows.entries()) {
      if (m.sampai !== null) expect(m.sampai > m.dari).toBe(true)
      const next = rows[n + 1]
      // Never in two; in none only while held to be dead.
      if (next)
        expect([m.sampai, m.sampai !== null && m.sampai <= next.dari]).toEqual([next.dari, true])
    }
  }
  for (const k of families) {
    const aktif = [...r.individu.values()].filter(
      (i) => i.keluarga_id === k.id && i.status === 'aktif',
    )
    expect([k.status === 'aktif', aktif.filter((i) => i.hubungan === 1).length]).toEqual([
      aktif.length > 0,
      aktif.length > 0 ? 1 : 0,
    ])
    expect(k.jumlah_anggota).toBe(aktif.length)
    if (aktif.length > 0) expect(aktif.find((i) => i.hubungan === 1)?.nama).toBe(k.nama_kepala)
    const kartuKini = [...r.pengurus.values()].filter(
      (p) => p.keluarga_id === k.id && p.sampai === null,
    )
    expect(kartuKini.length).toBeLessThanOrEqual(k.status === 'aktif' ? 1 : 0)
    for (const p of kartuKini)
      if (p.individu_id) expect(aktif.map((i) => i.id)).toContain(p.individu_id)
    if (k.status !== 'aktif') expect(terima(r, k.id)).toBe(0)
  }
  for (const h of r.ruta.values()) {
    const di = [...r.individu.values()].filter((i) => i.ruta_id === h.id && i.status === 'aktif')
    expect(h.jumlah_anggota).toBe(di.length)
  }
  const semuaTerima = [...r.penerimaan.values()].filter((p) => p.sampai === null)
  expect(semuaTerima.length).toBeLessThanOrEqual(2)
  for (const p of r.pengurus.values()) if (p.sampai !== null) expect(p.sampai > p.dari).toBe(true)
}

const bermain: readonly JenisPeristiwa[] = [
  'lahir',
  'meninggal',
  'hidup_kembali',
  'kawin',
  'cerai',
  'pecah_kk',
  'gabung_kk',
  'ganti_kepala',
  'ganti_pengurus',
  'datang',
]

test('whatever happens in whatever order, nobody is in two families or in none, and aid is never doubled', () => {
  const terjadi = new Map<JenisPeristiwa, number>()
  const langkah = fc.tuple(
    fc.constantFrom(...bermain),
    fc.array(fc.nat(1000), { minLength: 7, maxLength: 7 }),
  )
  fc.assert(
    fc.property(fc.array(langkah, { minLength: 5, maxLength: 25 }), (urutan) => {
      let r = awal
      const laporan = new Map<string, readonly Beda[]>()
      for (const [jenis, dadu] of urutan) {
        const [p, c] = peristiwaAcak(r, jenis, dadu)
        const laporanMeninggal = laporan.get(c.individuId ?? '') ?? []
        const answer = terapkanPeristiwa(
          r,
          jenis,
          { peristiwa: p },
          konteks({ ...c, laporanMeninggal }),
        )
        if (!answer.ok) continue
        if (jenis === 'meninggal') laporan.set(c.individuId ?? '', bedaOf(r, answer.value))
        // Nothing that was on record is gone.
        for (const t of [
          'ruta',
          'keluarga',
          'individu',
          'keanggotaan',
          'pengurus',
          'penerimaan',
        ] as const)
          for (const kunci of r[t].keys()) expect(answer.value[t].has(kunci)).toBe(true)
        r = answer.value
        terjadi.set(jenis, (terjadi.get(jenis) ?? 0) + 1)
        periksa(r)
      }
    }),
    { numRuns: 60, seed: 20180724, endOnFailure: true },
  )
  for (const jenis of bermain) expect([jenis, (terjadi.get(jenis) ?? 0) > 5]).toEqual([jenis, true])
}, 30_000)

test('whoever moves in whatever form, they are in one family on each day, and their aid in one', () => {
  const jadi = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(A, B),
      fc.constantFrom(...bentukPindah),
      fc.subarray([uuid(1), uuid(2), uuid(3), uuid(4)]),
      fc.constantFrom(kab, 3523),
      fc.constantFrom('2018-07-24', '2018-03-01', '2010-01-01'),
      fc.constantFrom(uuid(2), uuid(4), undefined),
      (keluargaId, bentuk, ikut, keKab, tanggal, ganti) => {
        const answer = pindahkan(
          awal,
          keluargaId,
          {
            bentuk,
            tanggal,
            orang: ikut,
            tujuan: { kab: keKab, wilayah: keKab * 1e6 + 11004, rt: 3 },
            alamat: 'Jalan 1',
            nomorKkBaru: null,
            jawaban: ganti ? { kepalaBaruId: ganti, pengganti: { anggotaId: ganti } } : {},
            rutaBaruId: uuid(803),
            sumber: 'Pindah',
          },
          konteks({ keluargaId, keluargaBaruId: uuid(903) }),
        )
        if (!answer.ok) return
        const { asal, tujuan } = answer.value
        jadi.add(`${bentuk} ${keKab === kab}`)
        periksa(asal)
        const baru = [...tujuan.individu.values()]
        expect(tujuan.keluarga.get(uuid(903))?.jumlah_anggota).toBe(baru.length)
        expect(baru.filter((i) => i.hubungan === 1)).toHaveLength(1)
        for (const i of baru) {
          const lama = [...asal.keanggotaan.values()].filter((m) => m.individu_id === i.id)
          const kini = [...tujuan.keanggotaan.values()].filter((m) => m.individu_id === i.id)
          // The day on which the old one ends is the first of the new one.
          expect([lama.at(-1)?.sampai, kini.length]).toEqual([kini[0]?.dari, 1])
          expect([i.asal_kab, asal.individu.get(i.id)?.status]).toEqual(
            keKab === kab ? [null, undefined] : [kab, 'pindah'],
          )
        }
        const menerima = (r: Registri) =>
          [...r.penerimaan.values()].filter((p) => p.sampai === null).length
        expect(menerima(asal) + menerima(tujuan)).toBe(menerima(awal))
      },
    ),
    { numRuns: 300, seed: 2018 },
  )
  expect([...jadi].sort()).toEqual(
    bentukPindah.flatMap((b) => [`${b} false`, `${b} true`]).toSorted(),
  )
})

test('whoever became head or a member since then does not go in the place of those who were asked for', () => {
  const pindah = (bentuk: 'kepala_saja' | 'seluruh_keluarga', ...orang: string[]) =>
    pindahkan(
      awal,
      A,
      {
        bentuk,
        tanggal: hariIni,
        orang,
        tujuan: { kab, wilayah: kab * 1e6 + 11004, rt: 3 },
        alamat: null,
        nomorKkBaru: null,
        jawaban: {},
        rutaBaruId: uuid(803),
        sumber: 'Pindah',
      },
      konteks({ keluargaId: A, keluargaBaruId: uuid(903) }),
    )
  const r = pindah('kepala_saja', uuid(4))
  expect(r.ok && [...r.value.tujuan.individu.keys()]).toEqual([uuid(4)])
  expect(pindah('seluruh_keluarga', uuid(5))).toEqual({ ok: false, error: 'bukan_anggota' })
})

test('a move in is asked for by a form, a day and numbers that can be', () => {
  const minta = (p: object) => tarikMasuk(salin(awal), { jenis: 'tarik_masuk', ...p }, konteks({}))
  const nik = ['9901010101800001']
  expect(minta({})).toBe('tanpa_tanggal')
  expect(minta({ tanggal: hariIni })).toBe('tanpa_bentuk')
  expect(minta({ tanggal: hariIni, bentuk: 'sebagian' })).toBe('tanpa_nik')
  expect(minta({ tanggal: hariIni, bentuk: 'sebagian', nik: ['1'] })).toBe('nik_salah')
  expect(minta({ tanggal: hariIni, bentuk: 'sebagian', nik, nomorKkBaru: '1' })).toBe(
    'nomor_kk_salah',
  )
  expect(minta({ tanggal: hariIni, bentuk: 'sebagian', nik })).toBeNull()
})

const batas = readPolicy('parameter/peristiwa.yaml', berkasPeristiwaSchema).nilai
test.each(batas.contoh)('born $tanggal_lahir, on $hari of age: $dewasa', (c) => {
  const i = orang(1, A, uuid(801), { tanggal_lahir: c.tanggal_lahir })
  expect(dewasa(i, c.hari, batas.usia_dewasa)).toBe(c.dewasa)
})
