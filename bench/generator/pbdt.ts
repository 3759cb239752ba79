/** PBDT 2015 by name and address: 101 columns, one row per person, the house's columns repeated. */
import { duaAngka, ganjil, genap, hampa, type Kolom, type Sel } from './kolom.ts'
import type { Orang, Ruta } from './tipe.ts'

/** The woman of the couple whose family planning is asked about. */
type Subur = { readonly istri: Orang; readonly suami: Orang | undefined } | undefined
type Isi = { readonly ruta: Ruta; readonly subur: Subur; readonly kota: string }

const r = (isi: (ruta: Ruta) => Sel) => (x: Isi) => isi(x.ruta)
const rumah = (nama: string) => (x: Isi) => x.ruta.rumah[nama] ?? null
const rumahGanjil = (nama: string) => (x: Isi) => ganjil(x.ruta.rumah[nama])
const rumahGenap = (nama: string) => (x: Isi) => genap(x.ruta.rumah[nama])
const ikutGanjil = (nama: string) => (x: Isi) => ganjil(x.ruta.program[nama])
const ikutGenap = (nama: string) => (x: Isi) => genap(x.ruta.program[nama])

const letak: readonly Kolom<Isi>[] = [
  ['ruta_6 (1)', r((a) => a.nomor)],
  ['ID rumah tangga (2)', r((a) => a.id)],
  ['Provinsi (3)', (x) => x.kota.split('|')[0] ?? ''],
  ['Kode Provinsi (4)', r((a) => a.id.slice(0, 2))],
  ['Kab/Kota (5)', (x) => x.kota.split('|')[1] ?? ''],
  ['Kode Kab/Kota (6)', r((a) => a.id.slice(2, 4))],
  ['Kecamatan (7)', r((a) => a.desa.kecamatan)],
  ['Kode Kecamatan (8)', r((a) => a.desa.bpsKecamatan)],
  ['Desa/Kelurahan (9)', r((a) => a.namaDesa)],
  ['Kode Desa/Kelurahan (10)', r((a) => a.desa.bpsDesa)],
  ['Nama SLS (11)', r((a) => a.sls)],
  ['Alamat (12)', r((a) => a.alamat)],
  ['Nama KRT (13)', r((a) => a.namaKrt)],
  ['Jumlah ART (14)', r((a) => a.jumlahTertulis)],
  ['Jumlah Keluarga (15)', r((a) => a.keluarga.length)],
]

const perumahan: readonly Kolom<Isi>[] = [
  ['Status bangunan (16)', rumah('status_bangunan')],
  ['Status lahan (17)', rumah('status_lahan')],
  ['Luas lantai (18)', rumah('luas_lantai')],
  ['Lantai terluas (19)', rumah('lantai')],
  ['Dinding terluas (20)', rumah('dinding')],
  ['Kondisi Dinding (21)', rumah('kondisi_dinding')],
  ['Atap Terluas (22)', rumah('atap')],
  ['Kondisi Atap (23)', rumah('kondisi_atap')],
  ['Jumlah kamar tidur (24)', rumah('jumlah_kamar')],
  ['Sumber air minum (25)', rumah('air_minum')],
  ['Cara memperoleh air minum (26)', rumah('cara_air')],
  ['Sumber penerangan utama (27)', rumah('penerangan')],
  ['Daya terpasang (28)', rumah('daya')],
  ['Bahan bakar memasak (29)', rumah('bahan_bakar')],
  ['Fasilitas BAB (30)', rumah('fasilitas_bab')],
  ['Jenis kloset (31)', rumah('kloset')],
  ['Tempat buang tinja (32)', rumah('buang_tinja')],
]

const aset: readonly Kolom<Isi>[] = [
  ['Kepemilikan tabung gas 5,5kg (33)', rumahGanjil('aset_gas')],
  ['Kepemilikan lemari es (34)', rumahGenap('aset_kulkas')],
  ['Kepemilikan ac (35)', rumahGanjil('aset_ac')],
  ['Kepemilikan pemanas air (36)', rumahGenap('aset_pemanas')],
  ['Kepemilikan telepon rumah (37)', rumahGanjil('aset_telepon')],
  ['Kepemilikan televisi (38)', rumahGenap('aset_tv')],
  ['Kepemilikan emas dan tabungan (39)', rumahGanjil('aset_emas')],
  ['Kepemilikan laptop/komputer (40)', rumahGenap('aset_komputer')],
  ['Kepemilikan sepeda (41)', rumahGanjil('aset_sepeda')],
  ['Kepemilikan sepeda motor (42)', rumahGenap('aset_motor')],
  ['Kepemilikan mobil (43)', rumahGanjil('aset_mobil')],
  ['Kepemilikan perahu (44)', rumahGenap('aset_perahu')],
  ['Kepemilikan motor tempel (45)', rumahGanjil('aset_motor_tempel')],
  ['Kepemilikan perahu motor (46)', rumahGenap('aset_perahu_motor')],
  ['Kepemilikan kapal (47)', rumahGanjil('aset_kapal')],
  // A number nobody can have: no operator's numbers begin with 0000.
  ['Nomor HP  yang aktif (48)', (x) => (x.ruta.rumah.aset_hp === 1 ? `0000${x.ruta.nomor}` : null)],
  ['Jumlah ruangan rumah yang ditempati (49)', rumah('jumlah_ruangan')],
  ['Kepemilikan aset tidak bergerak (50)', rumahGanjil('lahan_lain')],
  ['Luas aset tidak bergerak', rumah('luas_lahan_lain')],
  ['Kepemilikan rumah di tempat lain', rumahGenap('rumah_lain')],
  ['Jumlah sapi yang dimiliki', rumah('sapi')],
  ['Jumlah kerbau yang dimiliki', rumah('kerbau')],
  ['Jumlah kuda yang dimiliki', rumah('kuda')],
  ['Jumlah babi yang dimiliki', rumah('babi')],
  ['Jumlah kambing/domba yang dimiliki', rumah('kambing')],
  ['Status ART yang memiliki usaha', rumahGanjil('punya_usaha')],
]

const program: readonly Kolom<Isi>[] = [
  ['Status KKS', ikutGanjil('terima_kks')],
  ['Status KIP', ikutGenap('terima_kip')],
  ['Status KIS', ikutGanjil('terima_kis')],
  ['Status BPJS  mandiri', ikutGenap('terima_bpjs_mandiri')],
  ['Status Jamsostek', ikutGanjil('terima_jamsostek')],
  ['Status asuransi kesehatan lainnya', ikutGenap('terima_asuransi_lain')],
  ['Status PKH', ikutGanjil('terima_pkh')],
  ['Status Rastra', ikutGenap('terima_rastra')],
  ['Status KUR', ikutGanjil('terima_kur')],
]

const berencana: readonly Kolom<Isi>[] = [
  ['No Urut ART Wanita Usia Subur', (x) => x.subur?.istri.urut ?? null],
  ['Usia Suami', (x) => x.subur?.suami?.umur ?? null],
  ['Usia Istri', (x) => x.subur?.istri.umur ?? null],
  ['Kepesertaan KB', (x) => (x.subur ? 1 + (x.ruta.indeks % 3) : null)],
  [
    'Metode Kontrasepsi',
    (x) => (x.subur && x.ruta.indeks % 3 === 0 ? 1 + (x.ruta.indeks % 8) : null),
  ],
  ['Lama menggunakan kontrasepsi (tahun)', hampa],
  ['Lama menggunakan kontrasepsi (bulan)', hampa],
  ['Tempat pelayanan KB', hampa],
  ['Status ingin punya anak lagi', (x) => (x.subur ? 1 + (x.ruta.indeks % 2) : null)],
  ['Alasan utama tidak ber KB', hampa],
  ['percentile', (x) => x.ruta.persentil],
]

const perorangan: readonly Kolom<Orang>[] = [
  ['Nomor urut ART', (o) => o.urut],
  ['Nama ART', (o) => o.nama],
  ['NIK', (o) => o.nik],
  ['HubKRT', (o) => o.hubunganKrt],
  ['Nomor urut keluarga', (o) => o.nomorKeluarga],
  ['Hubungan dengan kepala keluarga', (o) => o.hubunganKk],
  ['jenis kelamin', (o) => o.kelamin],
  ['Umur anggota rumah tangga (tahun)', (o) => o.umurTertulis],
  ['Status perkawinan', (o) => o.kawin],
  ['Kepemilikan akta/buku nikah', (o) => o.akta],
  ['Tercantum di dalam KK', (o) => o.tercantum],
  ['Kepemilikan kartu identitas', (o) => o.kartu],
  ['Status kehamilan', (o) => o.hamil],
  ['Jenis cacat', (o) => duaAngka(o.cacat)],
  ['Penyakit kronis', (o) => o.kronis],
  ['Partisipasi sekolah', (o) => o.sekolah],
  ['Pendidikan tertinggi', (o) => duaAngka(o.jenjang)],
  ['Kelas tertinggi', (o) => o.kelas],
  ['Ijazah tertinggi', (o) => o.ijazah],
  ['Bekerja seminggu yg lalu', (o) => o.bekerja],
  ['Jumlah jam kerja', (o) => o.jam],
  ['Lapangan usaha', (o) => o.lapangan],
  ['Status dalam pekerjaan', (o) => o.statusKerja],
]

const perRuta = [...letak, ...perumahan, ...aset, ...program, ...berencana]

/** The header texts as they stand in a real export, double spaces included. */
export const judulPbdt: readonly string[] = [...perRuta, ...perorangan].map(([judul]) => judul)

/** The second row of a real export. */
export const barisKolomPbdt: readonly Sel[] = judulPbdt.map((_, i) => (i === 0 ? 'KOLOM' : i + 1))

function subur(ruta: Ruta): Subur {
  const istri = ruta.anggota.find((o) => o.hamil !== null && o.kawin === 2)
  if (!istri) return undefined
  const sama = (o: Orang) => o.nomorKeluarga === istri.nomorKeluarga && o.kelamin === 1
  return { istri, suami: ruta.anggota.find((o) => sama(o) && o.kawin === 2) }
}

/** The household's 78 columns and, per member, the 23 others. `kota` is `PROVINCE|KAB/KOTA`. */
export function barisPbdt(ruta: Ruta, kota: string): { ruta: Sel[]; anggota: Sel[][] } {
  const isi: Isi = { ruta, subur: subur(ruta), kota }
  return {
    ruta: perRuta.map(([, nilai]) => nilai(isi)),
    anggota: ruta.anggota.map((o) => perorangan.map(([, nilai]) => nilai(o))),
  }
}
