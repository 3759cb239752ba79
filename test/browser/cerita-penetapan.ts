/** From a frozen list to the family: decree, letters, an objection at the counter, its decision, posted list and monthly summary. */
import { expect, test } from 'vitest'
import { makeFamily } from '#test/families.ts'
import { insertRastra, insertRound, kunciUji } from '#test/kuota-data.ts'
import { type DuniaBulan, desa, dilihat, keberatan, putuskan } from './dunia-bulan.ts'

const kota = 6474000000

/** A ranked village with room for two, where the poorest has no NIK yet, and a list frozen by the verifier. */
async function bekukan(d: DuniaBulan): Promise<void> {
  const { admin } = d.server.database
  const keluarga: { id: string; kunci: number }[] = []
  for (const [i, kepala] of ['RATNA', 'SULAIMAN', 'TIARA'].entries()) {
    const { id } = await makeFamily(admin, {
      wilayah: desa,
      rt: 8,
      kepala,
      anggota: [{ nama: kepala, ...(i > 0 ? { nik: `997401410780008${i}` } : {}) }],
    })
    keluarga.push({ id, kunci: kunciUji(9 - i) })
    if (i > 0)
      await admin.query(
        `insert into penerimaan (kab, keluarga_id, wilayah, rt, program, dari, sumber) values (6474, $1, $2, 8, 'rastra', '2018-01-01', 'uji')`,
        [id, desa],
      )
  }
  await insertRound(
    admin,
    kota,
    keluarga.map((k, i) => ({ ...k, wilayah: desa, rt: 8, terpenuhi: 9 - i })),
  )
  await admin.query(
    `insert into rekap_rt (kab, wilayah, rt, ruta, keluarga, individu) values (6474, $1, 8, 3, 3, 3) on conflict (kab, wilayah, rt) do update set keluarga = 3`,
    [desa],
  )
  const kuotaId = await insertRastra(admin, kota, 2)
  const pilihan = { aturan: 'peringkat_menentukan', metode: 'tanpa' }
  const { sidik } = await d.get(
    'budi',
    `/api/kuota/${kuotaId}/simulasi?aturan=peringkat_menentukan&metode=tanpa`,
  )
  await d.post('budi', `/api/kuota/${kuotaId}/daftar`, { ...pilihan, sidik })
}

export function ceritaPenetapan(dunia: () => DuniaBulan): void {
  test('the head of the office establishes the list from the page of the round, and tells the families', async () => {
    const d = dunia()
    await bekukan(d)
    const page = await d.halaman('hasan')
    await page.goto('/')
    await page.getByRole('link', { name: 'Pemeringkatan Triwulan' }).click()
    await page.getByText('Dibekukan, belum ditetapkan').waitFor()
    await dilihat(page, 'triwulan')
    await page.getByRole('link', { name: /^Buka daftar/ }).click()
    await page.getByText('1 keluarga tanpa NIK tidak masuk SK').waitFor()
    await page.getByRole('link', { name: 'Lihat keluarganya' }).click()
    await page.getByText('Tanpa NIK, tidak masuk SK').waitFor()
    await dilihat(page, 'daftar tanpa NIK')
    await page.getByText('Semua', { exact: true }).click()
    await page.getByRole('button', { name: 'Tetapkan dengan SK' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('SK ini memuat 1 keluarga.').waitFor()
    await dialog.getByRole('textbox', { name: 'Nomor SK' }).fill('188/12/2018')
    await dialog.getByLabel('Tanggal SK').fill('2018-08-08')
    await dialog.getByRole('textbox', { name: 'Penerbit SK' }).fill('Wali Kota Bontang')
    await dialog.getByRole('button', { name: 'Tetapkan dengan SK' }).click()
    await page.getByText('188/12/2018, 8 Agustus 2018, Wali Kota Bontang').waitFor()
    await page.getByRole('button', { name: 'Terbitkan surat pemberitahuan' }).click()
    await dialog.getByRole('button', { name: 'Terbitkan 1 surat' }).click()
    await page.getByText('1 surat diterbitkan. Nomor dan PDF sedang disusun.').waitFor()
    await page.getByText('Masa keberatan berjalan').waitFor()
  })

  test('the counter enters an objection with a receipt, and the page shows the clock', async () => {
    const page = await dunia().halaman('siti')
    await keberatan(page, 'Tiara', 'Rumah kami masih berlantai tanah.')
    await page.getByText('Diputus paling lambat 22 Agu 2018').waitFor()
    await dilihat(page, 'pemberitahuan')
    await page.getByRole('link', { name: 'TIARA' }).click()
    await page.getByText('Dalam keberatan', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Pengumuman', exact: true }).click()
    await page.getByRole('link', { name: /^Penerima/ }).click()
    await page.getByRole('cell', { name: 'SULAIMAN' }).waitFor()
    expect(await page.getByRole('cell', { name: 'RATNA' }).count()).toBe(0)
    await dilihat(page, 'pengumuman')
  })

  test('somebody who took no part decides it', async () => {
    await putuskan(await dunia().halaman('rina'), 'TIARA', {
      putusan: 'Kabulkan',
      alasan: 'Sudah dikunjungi ulang oleh petugas lain.',
    })
  })

  test('the village head signs a month that is nihil', async () => {
    const page = await dunia().halaman('dewi')
    await page.goto('/')
    await page.getByRole('link', { name: 'Rekap bulanan' }).click()
    const dialog = page.getByRole('dialog')
    for (const rt of ['007', '008']) {
      await page.getByRole('button', { name: `Nyatakan nihil RT ${rt}` }).click()
      await dialog.getByRole('button', { name: 'Nyatakan nihil' }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await dilihat(page, 'rekap')
    await page.getByRole('button', { name: 'Tandatangani rekap' }).click()
    await dialog.getByRole('button', { name: 'Tandatangani rekap' }).click()
    await page.getByText('Ditandatangani lurah').waitFor()
    expect(await page.getByRole('button', { name: 'Tandatangani rekap' }).count()).toBe(0)
    expect(await dunia().galat()).toEqual([])
  })
}
