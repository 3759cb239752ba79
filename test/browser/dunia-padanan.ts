/** The world of matching: a linked set with doubles, two couples that are one, a family that other sources tell otherwise. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { tulisSet } from '#bench/generator/padanan/set.ts'
import { isiRegistri } from '#bench/padanan-isi.ts'
import { makeFamily } from '#test/families.ts'
import { type TestServer, testServer } from '#test/server.ts'
import { bukaPeramban, masuk, type Orang } from './peramban.ts'

const apiApi = 6474011006

export type DuniaPadanan = {
  readonly server: TestServer
  /** Address of the family that P3KE and Dukcapil tell otherwise. */
  readonly keluarga: string
  /** A file of families as P3KE sends them. */
  readonly p3ke: string
  readonly sebagai: (nama: 'siti' | 'budi' | 'hasan') => Promise<Page>
  readonly galat: () => readonly string[]
  readonly tutup: () => Promise<void>
}

/** A couple that receives aid; it is most at stake, and so comes first. */
const pasutri = (server: TestServer, rt: number, kepala: string, istri: string) =>
  makeFamily(server.database.admin, {
    wilayah: apiApi,
    rt,
    kepala,
    menerima: ['rastra'],
    anggota: [
      { nama: kepala, nik: '9901010305800001', tanggalLahir: '1980-05-03' },
      { nama: istri, nik: '9901015606820002', jenisKelamin: 2, tanggalLahir: '1982-06-16' },
    ],
  })

const andi = (server: TestServer) =>
  makeFamily(server.database.admin, {
    wilayah: apiApi,
    rt: 7,
    kepala: 'ANDI RAHMAWATI',
    nomorKk: '9974010101150001',
    menerima: ['rastra'],
    anggota: [
      {
        nama: 'ANDI RAHMAWATI',
        nik: '9974014107800007',
        jenisKelamin: 2,
        tanggalLahir: '1980-07-01',
        hubungan: 1,
      },
      { nama: 'NUR HALIZA', nik: '9974014107000008', jenisKelamin: 2, hubungan: 3 },
      { nama: 'AMIR', hubungan: 3 },
    ],
  })

const jawabanDukcapil = (server: TestServer) =>
  server.database.admin.query(
    `insert into orang_sumber (kab, sumber, kunci, impor_id, rekaman_id, lembar, baris, wilayah, rt, nik, nomor_kk, nama, nama_cari, jenis_kelamin, tanggal_lahir,
       keadaan, berlaku, hash)
     select 6474, 'dukcapil', s.nik, uuidv7_siks(), uuidv7_siks(), 1, 2, ${apiApi}, 7, s.nik, '9974010101150001', s.nama, s.nama, 2, s.lahir::date, s.keadaan, '2018-05-31', '\\x00'
     from (values ('9974014107800007', 'ANDI RAHMAWATY', '1980-07-01', null), ('9974014107000008', 'NUR HALIZA', null, 'MENINGGAL'))
       s(nik, nama, lahir, keadaan)`,
  )

const isiP3ke = [
  'ID_keluarga_P3KE;kecamatan;desa_kelurahan;desil_kesejahteraan;alamat;kepala_keluarga;NIK;no_kk;jenis_kelamin;tanggal_lahir;penerima_PKH;tahun_data',
  'K1;Bontang Utara;Api-Api;1;JL. KAPAL LAYAR;ANDI RAHMAWATI;9974014107800007;9974010101150001;Perempuan;1981-07-01;Ya;2018',
  'K2;Bontang Utara;Api-Api;1;JL. KAPAL PINISI;SRI MULYANI;9974014107600099;;Perempuan;1960-07-01;Tidak;2018',
]

export async function duniaPadanan(): Promise<DuniaPadanan> {
  const server = await testServer()
  const csv = path.join(server.folder, 'orang.csv')
  await tulisSet({ baris: 600, seed: 5, keluar: csv })
  await isiRegistri(server.database.admin, csv)
  await pasutri(server, 7, 'BADU SANTOSO', 'SARI DEWI LESTARI')
  await pasutri(server, 8, 'BADU SANTOSA', 'SARI DEWI LESTARI')
  const { kab, id } = await andi(server)
  await jawabanDukcapil(server)
  const p3ke = path.join(server.folder, 'p3ke-keluarga.csv')
  writeFileSync(p3ke, `${isiP3ke.join('\n')}\n`)
  const browser: Browser = await bukaPeramban()
  const orang: Orang[] = []
  return {
    server,
    keluarga: `/keluarga/${kab}/${id}`,
    p3ke,
    sebagai: async (nama) => {
      const satu = await masuk(browser, server.address, nama)
      orang.push(satu)
      return satu.page
    },
    galat: () => orang.flatMap((o) => o.galat),
    tutup: async () => {
      for (const satu of orang) await satu.tutup()
      await browser.close()
      await server.close()
    },
  }
}
