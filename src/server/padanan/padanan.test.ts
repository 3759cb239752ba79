import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pembandingDari } from '#domain/padanan/banding.ts'
import { bagianDari } from '#domain/padanan/kunci.ts'
import { skemaModel } from '#domain/padanan/model.ts'
import { PenyusunTabel } from '#domain/padanan/susun.ts'
import { listPolicies, readPolicy } from '#server/kebijakan/muat.ts'
import { siks } from '#test/siks.ts'
import { urutanNama } from './calon-ketikan.ts'
import { padankanBerkas } from './jalankan.ts'
import { tulisPasang } from './tulis.ts'

const folder = mkdtempSync(join(tmpdir(), 'padanan-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const berkas = (nama: string, isi: string): string => {
  const path = join(folder, nama)
  writeFileSync(path, isi)
  return path
}
const orang = readPolicy('padanan/orang.yaml', skemaModel).nilai
const judul = 'id,nik,nomor_kk,nama,tanggal_lahir,jenis_kelamin,alamat,wilayah\n'
const baris = (n: number, nama: string): string =>
  `r${n},99740101018${10000 + n * 17},9974010101${100000 + n},${nama},19${50 + (n % 45)}-03-${10 + (n % 18)},L,JL. MAWAR NO. ${n},64740110${10 + (n % 6)}\n`

describe('every matching model of policy', () => {
  const models = listPolicies('padanan').filter((path) => path !== 'padanan/kepercayaan.yaml')
  test.each(models)('%s names only what its columns can answer', (path) => {
    const model = readPolicy(path, skemaModel).nilai
    const tabel = new PenyusunTabel(model, 2).tabel()
    expect(pembandingDari(model, tabel)).toBeTypeOf('function')
    expect(bagianDari([...model.blok, model.pecah], tabel).aturan).toHaveLength(
      model.blok.length + 1,
    )
  })
})

describe('siks padanan', () => {
  const nama = ['SITI AMINAH', 'BUDI SANTOSO', 'RATNA DEWI', 'JOKO WIDODO', 'INDRA LESMANA']
  const isi = Array.from({ length: 100 }, (_, n) => baris(n, nama[n % 5] ?? ''))

  test('writes the pairs of one file and its clusters', async () => {
    const salinan = isi.map((b) => b.replace(/^r/, 's'))
    const csv = berkas('satu.csv', judul + isi.join('') + salinan.join(''))
    const out = join(folder, 'pasang.csv')
    const gugus = join(folder, 'gugus.csv')
    const jawab = await siks('--json', 'padanan', csv, '--out', out, '--gugus', gugus)
    expect(jawab.status).toBe(0)
    expect(JSON.parse(jawab.stdout)).toMatchObject({ rekaman: [200], padan: 100, gugus: 100 })
    expect(readFileSync(out, 'utf8').split('\n')[0]).toBe('id_a,id_b,bobot,peluang')
    expect(readFileSync(gugus, 'utf8')).toContain('s7,r7\n')
  }, 30_000)

  test('writes the same whatever the number of threads, also where a cell holds an end of line', async () => {
    const salinan = isi.map((b) => b.replace(/^r/, 's'))
    const lipat = (b: string) => b.replace(/JL\. MAWAR NO\. \d+/, (alamat) => `"${alamat}\n, RT"`)
    const csv = berkas('lipat.csv', judul + [...isi, ...salinan].map(lipat).join(''))
    const ditulis = []
    for (const pekerja of [1, 2, 3]) {
      const hasil = await padankanBerkas(orang, [csv], { pekerja })
      if (!hasil.ok) throw new Error(hasil.error.sebab)
      const out = join(folder, `${pekerja}.csv`)
      const jumlah = tulisPasang(out, orang, hasil.value)
      ditulis.push([jumlah, readFileSync(out, 'utf8')])
    }
    expect(ditulis[1]).toEqual(ditulis[0])
    expect(ditulis[2]).toEqual(ditulis[0])
    expect(ditulis[0]?.[0]).toMatchObject({ padan: 100 })
  }, 30_000)

  test('stops when it is told to', async () => {
    const csv = berkas('banyak.csv', judul + isi.join('').repeat(50))
    const batal = new AbortController()
    const jalan = padankanBerkas(orang, [csv], { pekerja: 2, batal: batal.signal })
    batal.abort()
    await expect(jalan).rejects.toThrow('stopped')
  }, 30_000)

  test('compares two files with each other only', async () => {
    const a = berkas('a.csv', judul + isi.slice(0, 60).join(''))
    const b = berkas('b.csv', (judul + isi.slice(40).join('')).replaceAll(',', ';'))
    const out = join(folder, 'antar.csv')
    const jawab = await siks('--json', 'padanan', a, b, '--out', out)
    expect(jawab.status).toBe(0)
    expect(JSON.parse(jawab.stdout)).toMatchObject({ rekaman: [60, 60], padan: 20 })
  }, 30_000)

  test.each([
    ['kosong.csv', '', 'kosong'],
    [
      'judul.csv',
      'id,nama\n1,SITI\n',
      'kolom nik, nomor_kk, tanggal_lahir, jenis_kelamin, alamat, wilayah tidak ada',
    ],
    ['kutip.csv', `${judul}r1,"9974\n`, 'tanda kutip'],
  ])(
    'refuses %s and says why',
    async (nama_, teks, sebab) => {
      const csv = berkas(nama_, teks)
      const { status, stderr } = await siks('padanan', csv, '--out', join(folder, 'x.csv'))
      expect([status, stderr]).toEqual([1, expect.stringContaining(sebab)])
    },
    30_000,
  )

  test('refuses a model that is none', async () => {
    const model = berkas('model.yaml', 'judul: 1\n')
    const csv = berkas('ada.csv', judul)
    const out = join(folder, 'x.csv')
    const { status, stderr } = await siks('padanan', csv, '--model', model, '--out', out)
    expect([status, stderr]).toEqual([1, expect.stringContaining('tidak sesuai')])
  }, 30_000)
})

test('a name is looked up in every order of its words; a long one as it stands and begun with its last', () => {
  expect(urutanNama('SITI AMINAH').sort()).toEqual(['AMINAH SITI', 'SITI AMINAH'])
  expect(new Set(urutanNama('A B C'))).toEqual(
    new Set(['A B C', 'A C B', 'B A C', 'B C A', 'C A B', 'C B A']),
  )
  expect(urutanNama('A A')).toEqual(['A A'])
  expect(urutanNama('A B C D E')).toEqual(['A B C D E', 'E A B C D'])
})
