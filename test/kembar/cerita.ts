/** Requests in an order that leads to success: what one answer gives, the next request takes. */
import { langkahBertombol } from '#contract/usulan-langkah.ts'
import type { Isi } from './arbitrer.ts'
import { type Dunia, hariIni, tempat } from './dunia.ts'
import { penggunaId, perangkatId } from './pelaku.ts'

/** Answers so far, by operation; `{}` where it was refused. */
export type Terjawab = Readonly<Record<string, Isi>>
export type Langkah = readonly [operasi: string, isi: (a: Terjawab) => Isi]

const daftar = (value: unknown): Isi[] => (Array.isArray(value) ? (value as Isi[]) : [])
const pertama = (value: unknown): Isi => daftar(value)[0] ?? {}
const alasan = 'alasan uji kembar'

const impor = (a: Terjawab): unknown =>
  daftar(a['impor.daftar']?.impor).find((one) => one.status === 'selesai')?.id
const keluarga = ({ tugas: [satu] }: Dunia): Isi => ({ kab: satu?.kab, id: satu?.id })
const miliknya = ({ tugas: [satu] }: Dunia): Isi => ({ kab: satu?.kab, keluarga: satu?.id })

/** The quota of July that the role can cut: one whose area lies in its own. */
const kuota = (a: Terjawab): unknown =>
  daftar(a['kuota.daftar']?.kuota).find((k) => k.dalamCakupan === true && k.dari === '2018-07-01')
    ?.id

const tugasBaru = {
  peran: 'operator_desa',
  wilayah: tempat.desa,
  suratNomor: '800/1',
  suratTanggal: '2018-07-01',
  dari: '2018-07-01',
}

const pembagian = {
  wilayah: tempat.desa,
  petugas: [penggunaId('operator_desa')],
  sampai: '2018-12-31',
}

const pemilihan = { wilayah: tempat.desa, jenis: 'pilkades', sumber: 'uji kembar' }

/** The digits of a date of birth in 1980 stand in it; no such person exists. */
const nik = '6474014107800019'

const gantiNama = [
  { kodeLama: String(tempat.desa), kodeBaru: String(tempat.desa), namaBaru: 'Nama Lain' },
]

/** A plan that somebody else has made, as far along as asked. */
const rencanaLain = (a: Terjawab, status = 'rancangan'): Isi => {
  const lain = daftar(a['pemekaran.daftar']?.pemekaran).find(
    (p) => p.nama !== 'Ganti nama' && p.status === status,
  )
  return { id: lain?.id, versi: lain?.versi }
}

export const cerita = (d: Dunia): readonly Langkah[] => [
  ['sesi.saya', () => ({})],
  ['sesi.pakaiPeran', (a) => ({ penugasan: a['sesi.saya']?.penugasan })],
  ['akun.tambahKerabat', () => ({ nik, hubungan: 'saudara' })],
  ['akun.kerabat', () => ({})],
  ['akun.cabutKerabat', (a) => ({ id: a['akun.tambahKerabat']?.id })],
  ['akun.saya', () => ({})],
  [
    'akun.akhiriSesi',
    (a) => ({ sesi: daftar(a['akun.saya']?.sesi).find((s) => String(s.id).endsWith('-lain'))?.id }),
  ],
  ['impor.daftar', () => ({})],
  ['impor.baris', (a) => ({ id: impor(a) })],
  [
    'impor.perbaiki',
    (a) => ({
      id: impor(a),
      baris: [{ id: pertama(a['impor.baris']?.baris).id, sel: [{ kolom: 0, nilai: '1' }] }],
    }),
  ],
  ['impor.pertanyaan', (a) => ({ id: impor(a) })],
  [
    'impor.jawab',
    (a) => ({
      id: impor(a),
      jawaban: [
        {
          pertanyaanId: pertama(a['impor.pertanyaan']?.pertanyaan).id,
          nilai: String(tempat.desa),
        },
      ],
    }),
  ],
  ['kalender.saya', () => ({})],
  ['kalender.periode', () => ({ wilayah: tempat.desa })],
  [
    'kalender.geser',
    () => ({
      wilayah: tempat.kabkota,
      periode: '2018-07',
      langkah: 'finalisasi',
      tenggat: '2018-12-05T16:00:00Z',
      alasan,
    }),
  ],
  ['kalender.rawan_catat', () => ({ ...pemilihan, hari: '2018-09-01' })],
  [
    'kalender.rawan_catat',
    (a) => ({
      ...pemilihan,
      hari: '2018-09-08',
      menggantikan: a['kalender.rawan_catat']?.id,
      alasan,
    }),
  ],
  ['kalender.periode', () => ({})],
  ['keluarga.satu', () => keluarga(d)],
  ['keluarga.sumber', () => keluarga(d)],
  ['keluarga.padankan', () => keluarga(d)],
  ['integrasi.rekap', () => ({})],
  ['integrasi.daftar', () => ({ jenis: 'belum_terdaftar' })],
  ['integrasi.unduh', () => ({ jenis: 'menerima_meninggal' })],
  [
    'integrasi.usulkan',
    (a) => {
      const { kab, id } = pertama(a['integrasi.daftar']?.orang)
      return { jenis: 'belum_terdaftar', orang: [{ kab, id }] }
    },
  ],
  [
    'integrasi.pratinjau_tugas',
    (a) => {
      const { kab, id } = pertama(a['integrasi.daftar']?.orang)
      return { jenis: 'belum_terdaftar', orang: [{ kab, id }], petugas: [], sampai: null }
    },
  ],
  [
    'integrasi.tugaskan',
    (a) => {
      const { kab, id } = pertama(a['integrasi.daftar']?.orang)
      return {
        jenis: 'belum_terdaftar',
        orang: [{ kab, id }],
        petugas: [],
        sampai: '2018-08-31',
        jumlah: a['integrasi.pratinjau_tugas']?.jumlah,
      }
    },
  ],
  ['beda.daftar', () => ({})],
  [
    'beda.putus',
    (a) => {
      const { kab, id, versi, dipercaya } = pertama(a['beda.daftar']?.beda)
      return { kab, id, versi, putusan: dipercaya, alasan }
    },
  ],
  ['beda.daftar', () => ({ status: 'diputus', bidang: 'tempat_lahir' })],
  [
    'beda.usulkan',
    (a) => {
      const { kab, id, versi } = pertama(a['beda.daftar']?.beda)
      return { kab, id, versi }
    },
  ],
  [
    'keluarga.nilai_kelayakan',
    (a) => ({
      ...keluarga(d),
      status: 'layak',
      dasar: alasan,
      tanggal: '2018-07-20',
      versi: a['keluarga.satu']?.versi,
    }),
  ],
  [
    'kuota.tetapkan',
    () => ({
      program: 'rastra',
      wilayah: 6474011001,
      dari: '2018-07-01',
      jumlah: 9,
      sumber: 'uji',
      alasan,
    }),
  ],
  ['kuota.daftar', () => ({})],
  ['kuota.pembagian', (a) => ({ id: kuota(a), metode: 'terdaftar' })],
  [
    'kuota.bagi',
    (a) => ({
      id: kuota(a),
      metode: 'manual',
      bagian: genap(a['kuota.pembagian']),
      alasan,
    }),
  ],
  ['kuota.simulasi', (a) => ({ id: kuota(a), metode: 'tanpa', aturan: 'peringkat_menentukan' })],
  [
    'kuota.simulasi_baris',
    (a) => ({
      id: kuota(a),
      metode: 'tanpa',
      aturan: 'peringkat_menentukan',
      keputusan: 'seri',
      batas: 200,
    }),
  ],
  [
    'kuota.andai',
    (a) => ({
      id: kuota(a),
      metode: 'tanpa',
      aturan: 'peringkat_menentukan',
      kab: pertama(a['kuota.simulasi_baris']?.baris).kab,
      keluarga: pertama(a['kuota.simulasi_baris']?.baris).id,
    }),
  ],
  [
    'kuota.unduh_pratinjau',
    (a) => ({ id: kuota(a), metode: 'tanpa', aturan: 'peringkat_menentukan', tujuan: alasan }),
  ],
  ['kuota.putuskan_seri', (a) => putusan(a)],
  ['kuota.simulasi', (a) => ({ id: kuota(a), metode: 'tanpa', aturan: 'peringkat_menentukan' })],
  [
    'kuota.bekukan',
    (a) => ({
      id: kuota(a),
      metode: 'tanpa',
      aturan: 'peringkat_menentukan',
      sidik: a['kuota.simulasi']?.sidik,
      menggantikan: berlaku(a['kuota.simulasi']?.kuota),
      alasan,
    }),
  ],
  ['kuota.daftar_beku', () => ({})],
  ['kuota.daftar_beku_satu', (a) => beku(a)],
  ['kuota.daftar_beku_baris', (a) => beku(a)],
  ['kuota.periksa', (a) => beku(a)],
  ['kuota.unduh', (a) => ({ ...beku(a), tujuan: alasan })],
  [
    'kuota.terbitkan',
    (a) => ({
      ...beku(a),
      hash: a['kuota.daftar_beku_satu']?.hash,
      nomor: '188/1',
      tanggal: '2018-07-20',
      penerbit: 'Wali Kota',
    }),
  ],
  ['pengumuman.daftar', () => ({})],
  ['pengumuman.satu', (a) => diumumkan(a)],
  ['pengumuman.cetak', (a) => diumumkan(a)],
  ['pemberitahuan.daftar', () => ({ batas: 100 })],
  ['pemberitahuan.pratinjau', () => ({ sebab: 'tidak_layak' })],
  [
    'pemberitahuan.terbitkan',
    (a) => ({ sebab: 'tidak_layak', jumlah: a['pemberitahuan.pratinjau']?.jumlah }),
  ],
  ['pemberitahuan.cetak', () => ({})],
  ['keberatan.ajukan', (a) => berkeberatan(a)],
  ['keberatan.putuskan', (a) => terbuka(a)],
  [
    'musyawarah.buat',
    () => ({ wilayah: tempat.desa, jenis: 'muskel', tanggal: hariIni, tempat: 'Aula' }),
  ],
  ['berkas.unggah', () => ({ guna: 'foto_rapat', wilayah: tempat.desa })],
  ['musyawarah.foto', (a) => ({ ...rapat(a), berkas: a['berkas.unggah']?.id, pasang: true })],
  ['musyawarah.terbitkan', (a) => ({ ...rapat(a), surat: 'undangan' })],
  ['musyawarah.calon', (a) => rapat(a)],
  ['musyawarah.agenda', (a) => ({ ...rapat(a), versi: 1, usulan: calon(a) })],
  [
    'musyawarah.hadir',
    (a) => ({
      ...rapat(a),
      versi: 2,
      unsurTidakAda: ['bkm'],
      hadir: [{ id: barisId(a, 11), nama: 'Wati', unsur: 'lurah', kerabat: calon(a) }],
    }),
  ],
  [
    'musyawarah.putuskan',
    (a) => ({
      ...rapat(a),
      keputusan: calon(a).map((usulanId, i) => ({
        id: barisId(a, 20 + i),
        usulanId,
        putusan: i === 0 ? 'tidak_setuju' : 'tunda',
        alasan,
        pada: '2018-07-24T01:00:00Z',
      })),
    }),
  ],
  ['musyawarah.tutup', (a) => ({ ...rapat(a), versi: 3, tutup: true })],
  [
    'musyawarah.tandatangani',
    (a) => ({
      ...rapat(a),
      versi: a['musyawarah.tutup']?.versi,
      nomor: '400.9/015/2018',
      tanda: [{ nama: 'Wati', sebagai: 'Lurah', goresan: 'M1,1L2,2' }],
    }),
  ],
  ['musyawarah.satu', (a) => rapat(a)],
  ['musyawarah.layar', (a) => rapat(a)],
  ['musyawarah.cetak', (a) => ({ ...rapat(a), surat: 'agenda' })],
  ['musyawarah.periksa_meterai', (a) => rapat(a)],
  [
    'musyawarah.buat',
    () => ({ wilayah: tempat.desa, jenis: 'musdesus', tanggal: hariIni, tempat: 'Aula' }),
  ],
  ['musyawarah.batalkan', (a) => ({ ...rapat(a), versi: 1, alasan })],
  ['musyawarah.daftar', () => ({})],
  [
    'pengguna.undang',
    () => ({
      nama: 'Wati',
      nik,
      nomorKk: '6474010101150019',
      telepon: '+6281234567019',
      tugas: tugasBaru,
    }),
  ],
  ['pengguna.daftar', () => ({ q: 'Wati' })],
  ['pengguna.tautan', (a) => undangan(a)],
  ['pengguna.undang_ulang', (a) => undangan(a)],
  [
    'pengguna.beri_tugas',
    (a) => ({
      ...undangan(a),
      ...tugasBaru,
      peran: 'petugas_kunjungan',
      keluarga: d.tugas.map((k) => k.id),
    }),
  ],
  [
    'pengguna.ubah_tugas',
    (a) => ({
      id: a['pengguna.undang']?.penugasanId,
      versi: 1,
      dari: '2018-07-02',
      hariTerakhir: '2018-12-31',
      suratNomor: '800/2',
      suratTanggal: '2018-07-01',
    }),
  ],
  ['pengguna.akhiri_tugas', (a) => ({ id: a['pengguna.undang']?.penugasanId, alasan })],
  [
    'pengguna.ganti_identitas',
    (a) => ({ ...undangan(a), nik: '6474014107800020', nomorKk: '6474010101150020', alasan }),
  ],
  ['pengguna.usulan', () => ({})],
  [
    'pengguna.putuskan_usulan',
    (a) => ({
      id: daftar(a['pengguna.usulan']?.usulan).find((u) => u.bolehMemutus === true)?.id,
      setuju: false,
      alasan,
    }),
  ],
  ['pengguna.pekerjaan_terbuka', () => ({ id: penggunaId('operator_desa') })],
  [
    'pengguna.serahkan',
    (a) => ({
      id: penggunaId('operator_desa'),
      penerus: pertama(a['pengguna.pekerjaan_terbuka']?.calonPenerus).id,
      alasan,
    }),
  ],
  ['perangkat.undang', () => ({ pengguna: penggunaId('ketua_rt') })],
  ['perangkat.cabut', () => ({ perangkat: perangkatId })],
  [
    'usulan.simpan',
    () => ({ jenis: 'keluarga_baru', wilayah: tempat.desa, rt: 1, nama: 'WARGA UJI', isi: {} }),
  ],
  ['pengguna.riwayat', () => ({ id: penggunaId('operator_desa') })],
  [
    'peringkat.mulai',
    () => ({ model: 'bps-14-indikator', wilayah: tempat.desa, periode: '2019-T1' }),
  ],
  ['usulan.daftar', () => ({})],
  ...langkahBertombol.map(
    (op): Langkah => [op.id, (a) => ({ pilihan: { usulan: [usulanSatu(a)] }, alasan })],
  ),
  ['gabung.pratinjau', () => duaOrang(d)],
  [
    'gabung.ajukan',
    () => ({ jenis: 'individu', ke: d.kembar[0], dari: d.kembar[1], alasan: 'alasan uji kembar' }),
  ],
  ['gabung.batalkan', (a) => ({ kab: a['gabung.ajukan']?.kab, id: a['gabung.ajukan']?.id })],
  ['gabung.daftar', () => ({ lihat: 'semua' })],
  ['gabung.satu', (a) => penggabungan(a, 'dilaksanakan')],
  ['gabung.pisah', (a) => ({ ...penggabungan(a, 'dilaksanakan'), alasan: 'alasan uji kembar' })],
  [
    'gabung.putuskan',
    (a) => ({ ...penggabungan(a, 'diajukan'), setuju: false, alasan: 'alasan uji kembar' }),
  ],
  ['pindah.daftar', () => ({})],
  ['pindah.satu', (a) => permintaan(a)],
  ['pindah.jawab', (a) => ({ ...permintaan(a), setuju: false, alasan })],
  ['pindah.putuskan', (a) => ({ ...permintaan(a), setuju: false, alasan })],
  [
    'keadaan_khusus.buka',
    () => ({
      wilayah: tempat.kabkota,
      jenis: 'banjir',
      nama: 'Banjir uji',
      dari: '2018-07-20',
      sampai: '2018-08-20',
      melepasPengaman: false,
    }),
  ],
  ['keadaan_khusus.daftar', () => ({})],
  ['keadaan_khusus.ubah', (a) => ({ ...khusus(a), suratNomor: '360/1' })],
  [
    'keadaan_khusus.catat',
    (a) => ({
      keadaan: khusus(a).id,
      wilayah: tempat.desa,
      keluarga: [{ id: '00000000-0000-7000-8000-00000000aaaa', rt: 1, nama: 'WARGA', jiwa: 3 }],
    }),
  ],
  ['keadaan_khusus.satu', (a) => ({ id: khusus(a).id })],
  ['keadaan_khusus.calon', (a) => terdampak(a)],
  ['keadaan_khusus.tautkan', (a) => ({ ...terdampak(a), keluargaId: null })],
  ['keadaan_khusus.satu', (a) => ({ id: khusus(a).id })],
  ['keadaan_khusus.coret', (a) => ({ ...terdampak(a), alasan })],
  ['tanpa_nik.daftar', () => ({})],
  ['tanpa_nik.sebab', (a) => ({ orang: [tanpaNik(a)], sebab: 2 })],
  ['tanpa_nik.surat', () => ({})],
  ['tanpa_nik.surat_daftar', () => ({})],
  ['tanpa_nik.lembar', (a) => pertama(a['tanpa_nik.surat_daftar']?.surat)],
  ['tanpa_nik.periksa', () => ({})],
  ['tanpa_nik.impor', (a) => ({ sidik: a['tanpa_nik.periksa']?.sidik })],
  ['kunjungan.rekap', () => ({})],
  ['kunjungan.liga', () => ({})],
  ['kunjungan.petugas', () => ({ wilayah: tempat.desa })],
  ['kunjungan.antrean', () => ({ wilayah: tempat.desa })],
  ['kunjungan.pratinjau', () => pembagian],
  ['kunjungan.tugaskan', (a) => ({ ...pembagian, jumlah: a['kunjungan.pratinjau']?.jumlah })],
  ['kunjungan.formulir', () => miliknya(d)],
  ['kunjungan.simpan', () => ({ ...miliknya(d), isi: {}, versi: 0 })],
  [
    'kunjungan.catat',
    (a) => ({
      ...miliknya(d),
      versi: a['kunjungan.formulir']?.versi,
      isi: {
        hasil: 'tidak_ditemukan',
        tanggal: '2018-07-20',
        alasan,
      },
    }),
  ],
  [
    'kunjungan.catat_usulan',
    (a) => ({
      kab: a['usulan.simpan']?.kab,
      usulan: a['usulan.simpan']?.id,
      isi: { hasil: 'layak', tanggal: '2018-07-20' },
    }),
  ],
  [
    'kunjungan.cetak',
    () => ({ bentuk: 'kuesioner', wilayah: tempat.desa, keluarga: keluarga(d).id }),
  ],
  ['berkas.unggah', () => ({ guna: 'foto_rumah', ...miliknya(d) })],
  ['berkas.daftar', () => miliknya(d)],
  ['berkas.unduh', (a) => pertama(a['berkas.daftar']?.berkas)],
  ['kop.lihat', () => ({})],
  [
    'kop.simpan',
    (a) => {
      const { namaWilayah: _, kab: __, bolehUbah: ___, ...kop } = a['kop.lihat'] ?? {}
      return { ...kop, alamat: 'Jalan Uji' }
    },
  ],
  ['loket.cari', () => ({ q: 'ani' })],
  [
    'loket.surat',
    (a) => {
      const found = daftar(a['loket.cari']?.keluarga).find((k) => k.terdaftar === true) ?? {}
      return {
        kab: found.kab,
        keluarga: found.id,
        individu: pertama(found.anggota).id,
        keperluan: alasan,
      }
    },
  ],
  ['loket.surat', () => ({ nama: 'Warga Uji', keperluan: alasan })],
  ['rekap.bulan', () => ({ periode: '2018-06' })],
  ['rekap.nihil', (a) => bernihil(a)],
  ['rekap.bulan', () => ({ periode: '2018-06' })],
  [
    'rekap.tandatangani',
    (a) => {
      const { usulan, diam } = pertama(a['rekap.bulan']?.desa)
      return { periode: '2018-06', usulan, diam }
    },
  ],
  ['rekap.teruskan', () => ({ periode: '2018-05', wilayah: [tempat.desa] })],
  ['rekap.pengantar', () => ({ periode: '2018-07' })],
  ['usulan.tanda_terima', (a) => usulanSatu(a)],
  ['kiriman.daftar', () => ({})],
  ['kiriman.buat', (a) => ({ ...pertama(a['kiriman.daftar']?.siap), suratTenggat: '2018-07-31' })],
  ['kiriman.daftar', () => ({})],
  ['kiriman.satu', (a) => kiriman(a)],
  ['kiriman.nomori', (a) => ({ ...kiriman(a), suratNomor: '460/1' })],
  ['kiriman.daftar', () => ({})],
  ['berkas.unggah', () => ({ guna: 'surat' })],
  ['kiriman.pindaian', (a) => ({ ...kiriman(a), berkas: a['berkas.unggah']?.id })],
  ['kiriman.daftar', () => ({})],
  ['kiriman.kirim', (a) => kiriman(a)],
  ['kiriman.paket', (a) => ({ ...kiriman(a), tujuan: alasan })],
  ['hasil_pusat.periksa', () => ({ tanggal: '2018-07-20' })],
  ['hasil_pusat.impor', (a) => ({ tanggal: '2018-07-20', sidik: a['hasil_pusat.periksa']?.sidik })],
  ['hasil_pusat.daftar', () => ({})],
  ['hasil_pusat.perubahan', () => ({ dari: '2018-01-01' })],
  ['padanan.daftar', () => ({})],
  ['padanan.satu', (a) => ({ id: pertama(a['padanan.daftar']?.jalan).id })],
  ['padanan.antrean', () => ({})],
  ['padanan.pasangan', (a) => sepasang(a)],
  [
    'padanan.gugus',
    (a) => {
      const { jalan, gugus } = pertama(a['padanan.antrean']?.pasangan)
      return { jalan, id: gugus }
    },
  ],
  ['padanan.luar', () => ({})],
  ['padanan.bangku', (a) => ({ id: pertama(a['padanan.daftar']?.jalan).id })],
  ['padanan.labeli', (a) => ({ ...sepasang(a), label: 'sama' })],
  [
    'padanan.putuskan',
    (a) => ({
      ...sepasang(a),
      versi: pertama(a['padanan.antrean']?.pasangan).versi,
      putusan: 'sama',
    }),
  ],
  ['padanan.ketik', () => ({ nama: 'SITI', tanggalLahir: '1980-01-01', wilayah: tempat.desa })],
  ['padanan.jalankan', () => ({ jenis: 'kembar', wilayah: tempat.kabkota })],
  ['padanan.batalkan', (a) => ({ id: a['padanan.jalankan']?.id })],
  ['pemekaran.baca', () => ({})],
  ['pemekaran.periksa', () => ({ tabel: gantiNama })],
  [
    'pemekaran.simpan',
    () => ({
      nama: 'Ganti nama',
      suratNomor: 'Perda 1/2018',
      suratTanggal: '2018-07-01',
      berlaku: '2018-07-01',
      tabel: gantiNama,
    }),
  ],
  ['pemekaran.daftar', () => ({})],
  ['pemekaran.satu', (a) => ({ id: a['pemekaran.simpan']?.id ?? rencanaLain(a).id })],
  ['pemekaran.batal', (a) => ({ id: a['pemekaran.simpan']?.id, versi: 1, alasan })],
  ['pemekaran.setujui', (a) => rencanaLain(a)],
  ['pemekaran.mulai', (a) => rencanaLain(a, 'disetujui')],
  ['dokumen.daftar', () => ({})],
  ['dokumen.unduh', (a) => surat(a)],
  ['dokumen.periksa', (a) => ({ kode: a['loket.surat']?.kode })],
  ['dokumen.cabut', (a) => ({ ...surat(a), alasan })],
  ['jejak.catatan', () => ({ jenis: 'keluarga', ...keluarga(d) })],
  ['jejak.petugas', () => ({ id: penggunaId('operator_desa') })],
  ['jejak.dilihat', () => ({ kab: d.orang.kab, id: d.orang.id })],
  ['jejak.cari', () => ({})],
  ['jejak.unduh', () => ({ bentuk: 'csv', keperluan: alasan })],
]

const sepasang = (a: Terjawab): Isi => {
  const { kab, id } = pertama(a['padanan.antrean']?.pasangan)
  return { kab, id }
}

/** The letter that was issued last. */
const surat = (a: Terjawab): Isi => ({ kab: a['loket.surat']?.kab, id: a['loket.surat']?.id })
const rapat = (a: Terjawab): Isi => ({
  kab: a['musyawarah.buat']?.kab,
  id: a['musyawarah.buat']?.id,
})
const calon = (a: Terjawab): unknown[] =>
  daftar(a['musyawarah.calon']?.usulan)
    .slice(0, 2)
    .map((u) => u.usulanId)
/** Given by the device: another one for each meeting. */
const barisId = (a: Terjawab, n: number): string =>
  `${String(a['musyawarah.buat']?.id ?? '').slice(0, -2)}${n}`

const bernihil = (a: Terjawab): Isi => {
  const rt = daftar(a['rekap.bulan']?.rt).find((b) => b.keadaan === 'diam')?.rt
  return { periode: '2018-06', wilayah: tempat.desa, rt: [rt] }
}

const diumumkan = (a: Terjawab): Isi => {
  const { jenis, wilayah, daftar: id } = pertama(a['pengumuman.daftar']?.pengumuman)
  return { jenis, wilayah, ...(id ? { daftar: id } : {}) }
}

/** A notice that can be objected to, and an objection that the role may decide. */
function berkeberatan(a: Terjawab): Isi {
  const n = daftar(a['pemberitahuan.daftar']?.pemberitahuan).find((p) => p.bolehBerkeberatan)
  return { kab: n?.kab, pemberitahuan: n?.id, pemohon: 'Wati', hubungan: 'istri', alasan }
}
function terbuka(a: Terjawab): Isi {
  const n = daftar(a['pemberitahuan.daftar']?.pemberitahuan).find(
    (p) => (p.keberatan as Isi | null)?.bolehMemutus,
  )
  return { kab: n?.kab, id: (n?.keberatan as Isi | undefined)?.id, kabul: true, alasan }
}

const kiriman = (a: Terjawab): Isi => {
  const { kab, id, versi } = pertama(a['kiriman.daftar']?.kiriman)
  return { kab, id, versi }
}

const beku = (a: Terjawab): Isi => ({ id: pertama(a['kuota.daftar_beku']?.daftar).id })
/** The list in force of a quota, as its simulation showed it. */
function berlaku(kuota: unknown): unknown {
  const { daftar: list } = (kuota ?? {}) as { daftar?: Isi | null }
  return list?.id ?? null
}

/** A proposal that the role sees, or the one that it has just saved. */
function usulanSatu(a: Terjawab): Isi {
  const { kab, id, versi } = daftar(a['usulan.daftar']?.usulan)[0] ?? a['usulan.simpan'] ?? {}
  return { kab, id, versi }
}

function khusus(a: Terjawab): Isi {
  const { id, versi } = pertama(a['keadaan_khusus.daftar']?.keadaan)
  return { id, versi }
}
function terdampak(a: Terjawab): Isi {
  const { kab, id, versi } = pertama(a['keadaan_khusus.satu']?.keluarga)
  return { kab, id, versi }
}
function tanpaNik(a: Terjawab): Isi {
  const { kab, id } = pertama(a['tanpa_nik.daftar']?.orang)
  return { kab, id }
}

const duaOrang = ({ kembar: [ke, dari] }: Dunia): Isi => ({
  jenis: 'individu',
  keKab: ke?.kab,
  ke: ke?.id,
  dariKab: dari?.kab,
  dari: dari?.id,
})

/** A merge of this state that somebody else proposed. */
function penggabungan(a: Terjawab, status: string): Isi {
  const [satu] = daftar(a['gabung.daftar']?.gabung).filter(
    (g) => g.status === status && g.pengusul === 'Petugas padanan',
  )
  return { kab: satu?.kab, id: satu?.id, versi: satu?.versi }
}

/** The request to move that waits for the role. */
function permintaan(a: Terjawab): Isi {
  const { kab, id, versi } = pertama(a['pindah.daftar']?.permintaan)
  return { kab, id, versi }
}

const undangan = (a: Terjawab): Isi => ({ id: a['pengguna.undang']?.id })

/** A proposed split whose left-over places go to the first region. */
function genap(usul: Isi | undefined): Isi[] {
  const bagian = daftar(usul?.bagian).map((b) => ({ wilayah: b.wilayah, jumlah: Number(b.jumlah) }))
  const [awal] = bagian
  if (awal) awal.jumlah += Number(usul?.sisa ?? 0)
  return bagian
}

/** As many of the equals at the first open line as there are places left. */
function putusan(a: Terjawab): Isi {
  const garis = daftar(a['kuota.simulasi']?.garis).find((g) => g.status === 'seri') ?? {}
  const sama = daftar(a['kuota.simulasi_baris']?.baris)
  return {
    id: kuota(a),
    metode: 'tanpa',
    aturan: 'peringkat_menentukan',
    kelompok: garis.kelompok,
    kunci: garis.kunci,
    masuk: sama.slice(0, Number(garis.sisa ?? 0)).map(({ kab, id }) => ({ kab, id })),
    alasan,
  }
}
