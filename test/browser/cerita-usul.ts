/** A month begins: the RT head on a phone, the operator completes, the lurah acknowledges many at once. */
import { expect, test } from 'vitest'
import { sampai } from './alat.ts'
import { type DuniaBulan, desa, dilihat, type Usulan } from './dunia-bulan.ts'
import { layar, periksa } from './peramban.ts'

/** A family whose questionnaire was filled in on paper and typed by the operator. */
const lengkap = (nama: string, nik: string) => ({
  jenis: 'keluarga_baru',
  nama,
  isi: {
    alasan: 'Sakit menahun',
    alamat: 'Gang Bakau 2',
    anggota: [{ nama, nik, hubungan: 1, jenisKelamin: 2, tanggalLahir: '1980-07-01' }],
    jawabanRuta: { lantai: 8, luas_lantai: 24 },
  },
})

/** What the operator has on the desk besides, completed. */
async function lainnya(d: DuniaBulan): Promise<void> {
  const pilihan: Usulan[] = []
  for (const isi of [
    lengkap('BUNGA', '9974014107800002'),
    lengkap('CITRA', '9974014107800003'),
    {
      jenis: 'tidak_layak',
      nama: 'BADU',
      keluargaId: d.badu.id,
      versiDasar: 1,
      isi: { alasan: 'Sudah punya mobil' },
    },
  ]) {
    const made = await d.post('siti', '/api/usulan/simpan', { wilayah: desa, rt: 7, ...isi })
    const u = made as unknown as Usulan
    d.usulan.set(isi.nama, u)
    pilihan.push(u)
  }
  for (const [aksi, versi] of [
    ['ajukan', 1],
    ['lengkapi', 2],
  ] as const) {
    const usulan = pilihan.map(({ kab, id }) => ({ kab, id, versi }))
    expect(
      await d.post('siti', `/api/usulan/langkah/${aksi}`, { pilihan: { usulan } }),
    ).toMatchObject({ jadi: 3 })
  }
}

export function ceritaUsul(dunia: () => DuniaBulan): void {
  test('the RT head proposes on the phone, one question per page', async () => {
    const page = await dunia().halaman('yusuf')
    await page.setViewportSize(layar.sempit)
    await page.goto('/usulan')
    await page.getByRole('link', { name: 'Usulkan keluarga' }).first().click()
    await page.getByRole('heading', { name: 'Siapa kepala keluarganya?' }).waitFor()
    await periksa(page, 'usulan-cepat-nama', 'sempit')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByText('Tulis namanya.').waitFor()
    await page.getByLabel('Nama kepala keluarga').fill('Aminah')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByLabel('Alasan mengusulkan').fill('Suami meninggal, tiga anak')
    await page.getByRole('button', { name: 'Lanjut' }).click()
    await page.getByRole('heading', { name: 'Foto rumah, bila ada' }).waitFor()
    await page.getByRole('button', { name: 'Lewati' }).click()
    await page.getByRole('heading', { name: 'Periksa jawaban Anda' }).waitFor()
    await page.getByText('Tersimpan', { exact: true }).waitFor()
    await periksa(page, 'usulan-cepat-periksa', 'sempit')
  })

  test('a reload loses nothing, and he gets a receipt number', async () => {
    const d = dunia()
    const page = await d.halaman('yusuf')
    await page.reload()
    await page.getByText('Suami meninggal, tiga anak').waitFor()
    await page.getByRole('button', { name: 'Ajukan' }).click()
    await page.getByRole('heading', { name: 'Usulan terkirim' }).waitFor()
    const nomor = await page.getByText(/^US-2018(-[0-9A-F]{4}){3}$/).textContent()
    await periksa(page, 'usulan-cepat-terkirim', 'sempit')
    await page.getByRole('link', { name: 'Lihat usulan' }).click()
    await page.getByRole('heading', { name: 'Aminah' }).waitFor()
    const [, kab, id = ''] = /\/usulan\/(\d+)\/([0-9a-f-]+)/.exec(page.url()) ?? []
    d.usulan.set('AMINAH', { kab: Number(kab), id, nomor: nomor ?? '' })
    await periksa(page, 'usulan-satu-rt', 'sempit')
    await page.goto(`/usulan/${kab}/${id}/tanda-terima`)
    await page.getByRole('heading', { name: 'Tanda Terima Usulan' }).waitFor()
    await periksa(page, 'usulan-tanda-terima', 'lebar')
  })

  test('the operator sees it, completes it, and what is missing is named', async () => {
    const page = await dunia().halaman('siti')
    await page.goto('/')
    await page.getByRole('heading', { name: 'Usulan yang menunggu Anda' }).waitFor()
    await dilihat(page, 'usulan-beranda')
    await page.getByRole('link', { name: /^Tandai lengkap: Diajukan/ }).click()
    await page.getByRole('link', { name: 'Aminah' }).click()
    await page.getByText('Belum ada: alamat, satu kepala keluarga, nama semua anggota.').waitFor()
    await dilihat(page, 'usulan-satu')
    await page.getByRole('link', { name: 'Lengkapi isian' }).click()
    await page.getByLabel('Alamat', { exact: true }).fill('Jalan Kapal Layar 4')
    await periksa(page, 'usulan-isian', 'lebar')
    const bagian = page.getByRole('navigation', { name: 'Bagian isian' })
    await bagian.getByRole('link', { name: 'Anggota keluarga' }).click()
    await page.getByLabel('NIK', { exact: true }).fill('9974014107800001')
    await page.getByLabel('Perempuan').check()
    await page.getByRole('button', { name: 'Tambah anggota' }).click()
    await page.getByLabel('Nama lengkap').last().fill('Rahmat')
    await dilihat(page, 'usulan-isian-anggota')
    await bagian.getByRole('link', { name: 'Perumahan' }).click()
    await page.getByLabel(/luas lantai bangunan/).fill('24')
    await page.getByLabel(/bahan lantai rumah/).selectOption({ label: 'Tanah' })
    await dilihat(page, 'usulan-isian-rumah')
    await bagian.getByRole('link', { name: 'Pertanyaan tiap anggota' }).click()
    await periksa(page, 'usulan-isian-orang', 'lebar')
    await page.getByRole('button', { name: 'Tandai lengkap' }).click()
    const dialog = page.getByRole('dialog', { name: 'Pratinjau: Tandai lengkap' })
    await dialog.getByRole('button', { name: 'Tandai lengkap' }).click()
    await page.getByRole('dialog', { name: 'Hasil: Tandai lengkap' }).waitFor()
    await page.getByRole('button', { name: 'Selesai' }).click()
    await page.getByText('Dilengkapi operator').first().waitFor()
  })

  test('the lurah acknowledges many at once, with a preview and a result per row', async () => {
    const d = dunia()
    await lainnya(d)
    const page = await d.halaman('dewi')
    await page.goto('/usulan')
    await page.getByRole('link', { name: 'Aminah' }).waitFor()
    const kotak = page.getByRole('checkbox', { name: /^Pilih [A-Z]/ })
    await kotak.first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('2 dipilih').waitFor()
    await page.getByRole('checkbox', { name: 'Pilih semua yang tampil' }).check()
    await page.getByText('4 dipilih').waitFor()
    await dilihat(page, 'usulan-daftar')
    await page.getByRole('button', { name: 'Ketahui (4)' }).click()
    await page.getByRole('dialog', { name: 'Pratinjau: Ketahui' }).waitFor()
    await page.getByRole('button', { name: 'Ketahui 4 usulan' }).waitFor()
    await dilihat(page, 'usulan-pratinjau')
    await page.getByRole('button', { name: 'Ketahui 4 usulan' }).click()
    await page.getByRole('dialog', { name: 'Hasil: Ketahui' }).waitFor()
    await dilihat(page, 'usulan-hasil')
    await page.getByRole('button', { name: 'Selesai' }).click()
    // What she knows of waits for the meeting.
    await sampai(() => page.getByRole('row').filter({ hasText: 'Diketahui lurah' }).count()).toBe(4)
  })
}
