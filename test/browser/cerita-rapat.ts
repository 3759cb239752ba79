/** The meeting decides; a deputy signs for the lurah who is on leave; each family is visited. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { people } from '#test/people.ts'
import { bukaPetugas, isiTugas } from './cerita-administrator.ts'
import { type DuniaBulan, desa, type Nama } from './dunia-bulan.ts'

type Rapat = { kab: number; id: string; versi: number }

/** The minutes are signed by who is village head on that day; all rows go on. */
async function tandaTangani(
  d: DuniaBulan,
  di: { kab: number; id: string },
  penanda: Nama,
  nomor: string,
): Promise<void> {
  const { versi, baris } = await d.get('siti', `/api/musyawarah/${di.kab}/${di.id}`)
  const tanda = [{ nama: penanda, sebagai: 'Lurah', goresan: 'M10,10L200,90M20,50L80,60' }]
  const isi = { ...di, versi, nomor, tanda }
  expect(await d.post(penanda, '/api/musyawarah/tandatangani', isi)).toMatchObject({
    hasil: { jadi: (baris as object[]).length, tertahan: [] },
  })
}

/** A meeting of the village that agrees to all of these; the lurah of the day signs. */
export async function musyawarah(
  d: DuniaBulan,
  nama: readonly string[],
  o: { tanggal: string; nomor: string; penanda: Nama },
): Promise<void> {
  const buat = await d.post('siti', '/api/musyawarah/buat', {
    wilayah: desa,
    jenis: 'muskel',
    tanggal: o.tanggal,
    tempat: 'Aula kelurahan',
  })
  const { kab, id } = buat as unknown as Rapat
  const di = async () => ({
    kab,
    id,
    versi: (await d.get('siti', `/api/musyawarah/${kab}/${id}`)).versi,
  })
  const usulan = nama.map((n) => d.satu(n).id)
  await d.post('siti', '/api/musyawarah/agenda', { ...(await di()), usulan })
  await d.post('siti', '/api/musyawarah/hadir', {
    ...(await di()),
    unsurTidakAda: ['wksbm', 'bkm'],
    hadir: [{ id: randomUUID(), nama: 'Yusuf', unsur: 'rt', rt: 7 }],
  })
  const putus = await d.post('siti', '/api/musyawarah/putuskan', {
    kab,
    id,
    keputusan: usulan.map((usulanId) => ({
      id: randomUUID(),
      usulanId,
      putusan: 'setuju',
      pada: `${o.tanggal}T01:00:00Z`,
    })),
  })
  expect(putus).toMatchObject({ ditolak: [] })
  await d.post('siti', '/api/musyawarah/tutup', { ...(await di()), tutup: true })
  await tandaTangani(d, { kab, id }, o.penanda, o.nomor)
}

/** Wears another of one's roles; the app opens anew in it. */
async function pakaiPeran(d: DuniaBulan, nama: Nama, peran: string): Promise<void> {
  const page = await d.halaman(nama)
  await page.goto('/')
  await page.getByRole('button', { name: /^Peran yang dipakai/ }).click()
  const pilihan = page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${peran}`) })
  // Who signs in on a day of the letter wears the role of the deputy already.
  if ((await pilihan.getAttribute('aria-current')) === null)
    await Promise.all([page.waitForEvent('load'), pilihan.click()])
  await page.getByRole('button', { name: new RegExp(`^Peran yang dipakai:? ?${peran}`) }).waitFor()
}

export function ceritaRapat(dunia: () => DuniaBulan): void {
  test('while the lurah is on leave another stands in for her, by letter', async () => {
    const d = dunia()
    const page = await d.halaman('lina')
    await bukaPetugas(page, people.wati.nama)
    await page.getByRole('link', { name: 'Beri penugasan' }).click()
    await page.getByRole('heading', { name: 'Beri penugasan', level: 1 }).waitFor()
    await isiTugas(page, {
      peran: 'Lurah/kepala desa',
      wilayah: 'Api-api',
      jenis: 'plh',
      dari: '2018-07-24',
      sampai: '2018-07-26',
    })
    await page.getByRole('button', { name: 'Berikan penugasan' }).click()
    await page.getByRole('table', { name: 'Penugasan' }).getByText('Plh').waitFor()
    await pakaiPeran(d, 'wati', 'Plh. Lurah')
  })

  test('the meeting decides by keyboard, and the deputy signs its minutes', async () => {
    const d = dunia()
    const page = await d.halaman('siti')
    await page.goto('/')
    await page.getByRole('link', { name: /^Musyawarahkan/ }).click()
    await page.getByRole('button', { name: 'Buat musyawarah' }).click()
    await page.getByLabel('Tanggal').fill('2018-07-24')
    await page.getByLabel('Tempat').fill('Aula kelurahan')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByLabel('Pilih semua (4)').check()
    await page.getByRole('button', { name: 'Simpan agenda (4 baris)' }).click()
    await page.getByRole('tab', { name: 'Daftar hadir' }).click()
    await page.getByRole('button', { name: 'Tambah orang' }).click()
    await page.getByLabel('Nama', { exact: true }).last().fill('Yusuf')
    await page.getByLabel('Unsur: Yusuf').selectOption('rt')
    await page.getByRole('button', { name: 'Simpan daftar hadir' }).click()
    await page.getByText('Kuorum belum terpenuhi').waitFor()
    await page.getByRole('tab', { name: 'Keputusan' }).click()
    // Each key agrees to one row, and the cursor goes on to the next.
    await page.getByRole('list', { name: 'Baris agenda' }).getByRole('listitem').first().focus()
    for (const n of [1, 2, 3, 4]) {
      await page.keyboard.press('s')
      const kini = `${n} disetujui · 0 tidak disetujui · 0 ditunda · ${4 - n} belum`
      await page.getByText(kini, { exact: true }).waitFor()
    }
    await page.getByRole('tab', { name: 'Berita acara' }).click()
    await page.getByRole('button', { name: 'Tutup musyawarah' }).click()
    await page.getByText('Menunggu tanda tangan lurah').waitFor()
    const [, kab, id = ''] = /\/musyawarah\/(\d+)\/([0-9a-f-]+)/.exec(page.url()) ?? []
    await tandaTangani(d, { kab: Number(kab), id }, 'wati', '400.9/015/KEL-API/2018')
    expect(await d.status('AMINAH')).toBe('akhir')
    await pakaiPeran(d, 'wati', 'Kecamatan')
  })

  test('a visiting officer sees each family, and enters it on the page of the proposal', async () => {
    const d = dunia()
    for (const nama of ['AMINAH', 'BUNGA', 'CITRA']) {
      const page = await d.buka('fitri', nama)
      // Whoever stood in is named by the office acted for.
      await page
        .getByText(/, Plh\. Lurah Api-api,/)
        .first()
        .waitFor()
      await page.getByLabel('Tanggal kunjungan').fill('2018-07-24')
      await page.getByRole('button', { name: 'Catat kunjungan' }).click()
      await page.getByText('Kunjungan tercatat').waitFor()
    }
    const f = await d.get('fitri', `/api/kunjungan/formulir/${d.badu.kab}/${d.badu.id}`)
    const anggota = f.anggota as { id: string }[]
    const catat = await d.post('fitri', '/api/kunjungan/catat', {
      kab: d.badu.kab,
      keluarga: d.badu.id,
      versi: f.versi,
      usulan: d.satu('BADU').id,
      isi: {
        tanggal: '2018-07-24',
        kehadiran: anggota.map((a) => ({ individuId: a.id, kode: 1 })),
        hasil: 'tidak_layak',
        alasan: 'Memiliki mobil dan usaha',
      },
    })
    expect(catat).toMatchObject({ terhitung: true, usulan: 1 })
  })
}
