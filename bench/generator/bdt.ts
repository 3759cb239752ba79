/** The BDT tables of SIKS-NG: RT (households) and ART (members), joined by IDBDT. */
import { duaAngka, ganjil, genap, hampa, type Kolom, type Sel } from './kolom.ts'
import { tanggalIso } from './nomor.ts'
import type { Orang, Ruta } from './tipe.ts'

const kosong = <T>(nama: string): Kolom<T>[] => nama.split(' ').map((judul) => [judul, hampa])
const rumah = (nama: string) => (a: Ruta) => a.rumah[nama] ?? null
const rumahGanjil = (nama: string) => (a: Ruta) => ganjil(a.rumah[nama])
const rumahGenap = (nama: string) => (a: Ruta) => genap(a.rumah[nama])
const ikutGanjil = (nama: string) => (a: Ruta) => ganjil(a.program[nama])
const ikutGenap = (nama: string) => (a: Ruta) => genap(a.program[nama])

/** The woman of the house who holds the card: the wife, else the head. */
const pengurus = (a: Ruta): Orang | undefined =>
  a.anggota.find((o) => o.hubunganKk === 2) ?? a.anggota[0]

const letak: readonly Kolom<Ruta>[] = [
  ['IDBDT', (a) => a.id],
  ['RUTA6', (a) => a.nomor],
  ...kosong<Ruta>('NoPesertaPBDT NoPBDTKemsos Vector1 Vector2 Vector3 Vector4'),
  ['KDGabungan4', (a) => a.id.slice(0, 10)],
  ['KDPROP', (a) => a.id.slice(0, 2)],
  ['KDKAB', (a) => a.id.slice(2, 4)],
  ['KDKEC', (a) => a.desa.bpsKecamatan],
  ['KDDESA', (a) => a.desa.bpsDesa],
  ['Alamat', (a) => a.alamat],
  ['AdaPKH', ikutGanjil('terima_pkh')],
  ['AdaPBDT', () => 1],
  ...kosong<Ruta>('AdaKKS2016 AdaKKS2017'),
  ['AdaPBI', ikutGanjil('terima_kis')],
  ...kosong<Ruta>(
    'AdaDapodik AdaBPNT NoPesertaPKH NoPesertaKKS2016 NoPesertaPBI PesertaKIP NoKartuDebit',
  ),
  ['Nama_SLS', (a) => a.sls],
  ['Nama_KRT', (a) => a.namaKrt],
  ['Jumlah_ART', (a) => a.jumlahTertulis],
  ['Jumlah_Keluarga', (a) => a.keluarga.length],
]

const perumahan: readonly Kolom<Ruta>[] = [
  ['sta_bangunan', rumah('status_bangunan')],
  ['sta_lahan', rumah('status_lahan')],
  ['luas_lantai', rumah('luas_lantai')],
  ['lantai', rumah('lantai')],
  ['dinding', rumah('dinding')],
  ['kondisi_dinding', rumah('kondisi_dinding')],
  ['atap', rumah('atap')],
  ['kondisi_atap', rumah('kondisi_atap')],
  ['jumlah_kamar', rumah('jumlah_kamar')],
  ['sumber_airminum', rumah('air_minum')],
  ['nomor_meter_air', hampa],
  ['cara_peroleh_airminum', rumah('cara_air')],
  ['sumber_penerangan', rumah('penerangan')],
  ['daya', rumah('daya')],
  ['nomor_pln', hampa],
  ['bb_masak', rumah('bahan_bakar')],
  ['nomor_gas', hampa],
  ['fasbab', rumah('fasilitas_bab')],
  ['kloset', rumah('kloset')],
  ['buang_tinja', rumah('buang_tinja')],
]

const aset: readonly Kolom<Ruta>[] = [
  ['ada_tabung_gas', rumahGanjil('aset_gas')],
  ['ada_lemari_es', rumahGenap('aset_kulkas')],
  ['ada_ac', rumahGanjil('aset_ac')],
  ['ada_pemanas', rumahGenap('aset_pemanas')],
  ['ada_telepon', rumahGanjil('aset_telepon')],
  ['ada_tv', rumahGenap('aset_tv')],
  ['ada_emas', rumahGanjil('aset_emas')],
  ['ada_laptop', rumahGenap('aset_komputer')],
  ['ada_sepeda', rumahGanjil('aset_sepeda')],
  ['ada_motor', rumahGenap('aset_motor')],
  ['ada_mobil', rumahGanjil('aset_mobil')],
  ['ada_perahu', rumahGenap('aset_perahu')],
  ['ada_motor_tempel', rumahGanjil('aset_motor_tempel')],
  ['ada_perahu_motor', rumahGenap('aset_perahu_motor')],
  ['ada_kapal', rumahGanjil('aset_kapal')],
  ['aset_tak_bergerak', rumahGanjil('lahan_lain')],
  ['luas_atb', rumah('luas_lahan_lain')],
  ['rumah_lain', rumahGenap('rumah_lain')],
  ['jumlah_sapi', rumah('sapi')],
  ['jumlah_kerbau', rumah('kerbau')],
  ['jumlah_kuda', rumah('kuda')],
  ['jumlah_babi', rumah('babi')],
  ['jumlah_kambing', rumah('kambing')],
  ['sta_art_usaha', rumahGanjil('punya_usaha')],
]

const program: readonly Kolom<Ruta>[] = [
  ['sta_kks', ikutGanjil('terima_kks')],
  ['sta_kip', ikutGenap('terima_kip')],
  ['sta_kis', ikutGanjil('terima_kis')],
  ['sta_bpjs_mandiri', ikutGenap('terima_bpjs_mandiri')],
  ['sta_jamsostek', ikutGanjil('terima_jamsostek')],
  ['sta_asuransi', ikutGenap('terima_asuransi_lain')],
  ['sta_pkh', ikutGanjil('terima_pkh')],
  ['sta_rastra', ikutGenap('terima_rastra')],
  ['sta_kur', ikutGanjil('terima_kur')],
  ['sta_keberadaan_RT', () => 1],
  ['percentile', (a) => a.persentil],
]

const ekor: readonly Kolom<Ruta>[] = [
  ['id_pengurus', (a) => `${a.id}${String(pengurus(a)?.urut ?? 1).padStart(2, '0')}`],
  ['Nama_Pengurus', (a) => pengurus(a)?.nama ?? null],
  ['NIK_Pengurus', (a) => pengurus(a)?.nik ?? null],
  ['Alamat_Pengurus', (a) => a.alamat],
  ['Nama_Gadis_Ibu_Kandung_Pengurus', (a) => pengurus(a)?.namaIbu ?? null],
  ['JnsKel_Pengurus', (a) => pengurus(a)?.kelamin ?? null],
  ['TglLahir_Pengurus', (a) => tanggalIso(pengurus(a)?.tanggalLahir ?? 0)],
  ['HubKel_Pengurus', (a) => pengurus(a)?.hubunganKk ?? null],
  ...kosong<Ruta>('InitData LastUpdateData'),
  ['kodewilayah', (a) => String(a.desa.kode)],
  ['no_kks', hampa],
  ['sumber_data', () => 'BDT'],
  ...kosong<Ruta>('uploaded_by kode_sls'),
  ['NOKK', (a) => a.keluarga[0]?.nomorKk ?? null],
  ...kosong<Ruta>('id_periode KDPROP_OLD KDKAB_OLD KDKEC_OLD KDDESA_OLD tgl_pindah oleh_pindah'),
  ...kosong<Ruta>(
    'PERBAIKAN EXISTING NONAKTIF foto_rumah foto_ktp foto_kk foto_dinding foto_lantai',
  ),
  ...kosong<Ruta>('foto_jamban foto_dapur foto_atap foto_krt lat long start_at end_at flag_sk'),
  ['status_kesejahteraan', hampa],
]

const kolomRt = [...letak, ...perumahan, ...aset, ...program, ...ekor]

type Anggota = { readonly orang: Orang; readonly ruta: Ruta }
const o = (isi: (orang: Orang) => Sel) => (x: Anggota) => isi(x.orang)

const kolomArt: readonly Kolom<Anggota>[] = [
  ['IDARTBDT', (x) => `${x.ruta.id}${String(x.orang.urut).padStart(2, '0')}`],
  ['IDBDT', (x) => x.ruta.id],
  ['RUTA6', (x) => x.ruta.nomor],
  ...kosong<Anggota>('NoArtPKH NoArtPBDT NoArtKKS2016 NoArtPBI'),
  ['Nama', o((a) => a.nama)],
  ['JnsKel', o((a) => a.kelamin)],
  ['TmpLahir', o((a) => a.tempatLahir)],
  ['TglLahir', o((a) => tanggalIso(a.tanggalLahir))],
  ['NIK', o((a) => a.nik)],
  ['NoKK', (x) => x.ruta.keluarga[x.orang.nomorKeluarga - 1]?.nomorKk ?? null],
  ['Hub_KRT', o((a) => a.hubunganKrt)],
  ['NUK', o((a) => a.nomorKeluarga)],
  ['Hubkel', o((a) => a.hubunganKk)],
  ['Umur', o((a) => a.umur)],
  ['Sta_kawin', o((a) => a.kawin)],
  ['Ada_akta_nikah', o((a) => a.akta)],
  ['Ada_diKK', o((a) => a.tercantum)],
  ['Ada_kartu_identitas', o((a) => a.kartu)],
  ['Sta_hamil', o((a) => a.hamil)],
  ['Jenis_cacat', o((a) => duaAngka(a.cacat))],
  ['Penyakit_kronis', o((a) => a.kronis)],
  ['Partisipasi_sekolah', o((a) => a.sekolah)],
  ['Pendidikan_tertinggi', o((a) => duaAngka(a.jenjang))],
  ['Kelas_tertinggi', o((a) => a.kelas)],
  ['Ijazah_tertinggi', o((a) => a.ijazah)],
  ['Sta_Bekerja', o((a) => a.bekerja)],
  ['Jumlah_jamkerja', o((a) => a.jam)],
  ['Lapangan_usaha', o((a) => a.lapangan)],
  ['Status_pekerjaan', o((a) => a.statusKerja)],
  ['Sta_keberadaan_art', () => 1],
  ...kosong<Anggota>(
    'Sta_kepesertaan_pbi Ada_kks Ada_pbi Ada_kip Ada_pkh Ada_rastra Anak_diluar_rt',
  ),
  ['namagadis_ibukandung', o((a) => a.namaIbu)],
  ...kosong<Anggota>(
    'DUK_NIK DUK_NO_KK DUK_NAMA_LGKP DUK_STAT_HBKEL DUK_NO_RW DUK_NO_RT DUK_NO_KEL',
  ),
  ...kosong<Anggota>('DUK_ALAMAT DUK_TMPT_LHR DUK_TGL_LHR DUK_JENIS_KLMIN DUK_STATUS_KAWIN'),
  ...kosong<Anggota>(
    'DUK_NAMA_LGKP_AYAH DUK_NAMA_LGKP_IBU DUK_JENIS_PKRJN DUK_PDDK_AKH KDWILCAPIL',
  ),
  ...kosong<Anggota>('flag_nik flag_cleansing flag_applied_nik KET_PADAN_PBI SEGMEN_BPJS dapodik'),
  ...kosong<Anggota>('PIP_dikbud PIP_menag ada_bst MasukKuota IDPENGURUS NOREKENING id_keluarga'),
]

export const judulRt: readonly string[] = kolomRt.map(([judul]) => judul)
export const judulArt: readonly string[] = kolomArt.map(([judul]) => judul)

/** One row of RT and one row of ART per member. */
export function barisBdt(ruta: Ruta): { rt: Sel[]; art: Sel[][] } {
  return {
    rt: kolomRt.map(([, nilai]) => nilai(ruta)),
    art: ruta.anggota.map((orang) => kolomArt.map(([, nilai]) => nilai({ orang, ruta }))),
  }
}
