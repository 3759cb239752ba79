/**
 * Our own workbook: sheets Keluarga (one row per house) and Anggota. Its columns come from the
 * dictionary, its answers from the PBDT codes by the crosswalks of `policy/kode`.
 */
import { listOf } from '#domain/kode/daftar.ts'
import { compileDecoder, type Decoder } from '#domain/kode/decode.ts'
import { type KamusLengkap, listOfVariable } from '#domain/variabel/label.ts'
import { headerOf, type KolomTemplat, templateColumns } from '#server/impor/templat/kolom.ts'
import { Acak } from './acak.ts'
import { buatKeadaan, tulisRupiah } from './keadaan.ts'
import type { Sel } from './kolom.ts'
import { pecah } from './nomor.ts'
import { rates } from './rates.ts'
import type { Jawaban, Orang, Ruta } from './tipe.ts'

/** The PBDT list in which a variable's answers are made, where it is not the canonical one. */
const daftarPbdt: Readonly<Record<string, string>> = {
  status_bangunan: 'status_bangunan',
  status_lahan: 'status_lahan',
  lantai: 'lantai',
  dinding: 'dinding',
  kondisi_dinding: 'mutu',
  atap: 'atap',
  kondisi_atap: 'mutu',
  air_minum: 'air_minum',
  cara_air: 'cara_air',
  penerangan: 'penerangan',
  daya_1: 'daya',
  bahan_bakar: 'bahan_bakar',
  fasilitas_bab: 'fasilitas_bab',
  kloset: 'kloset',
  buang_tinja: 'buang_tinja',
  akta_nikah: 'akta_nikah',
  kartu_identitas: 'kartu_identitas',
  jenis_cacat: 'jenis_cacat',
  penyakit_kronis: 'penyakit_kronis',
  partisipasi_sekolah: 'partisipasi_sekolah',
  jenjang: 'jenjang',
  kelas: 'kelas',
  ijazah: 'ijazah',
  lapangan_usaha: 'lapangan_usaha',
  status_pekerjaan: 'status_pekerjaan',
}

type Isian = Record<string, Sel>

export type BukuSiks = {
  readonly judul: readonly [keluarga: readonly string[], anggota: readonly string[]]
  baris(ruta: Ruta): { readonly keluarga: Sel[]; readonly anggota: Sel[][] }
}

/** Compiles the writer of the workbook once for a set. */
export function bukuSiks(kamus: KamusLengkap, seed: number): BukuSiks {
  const keluarga = templateColumns(kamus.kamus, 'Keluarga')
  const anggota = templateColumns(kamus.kamus, 'Anggota')
  const kanonik = penerjemah(kamus)
  const tulis = penulisJawaban(kamus)
  const susun = (kolom: readonly KolomTemplat[], isi: Isian): Sel[] =>
    kolom.map((k) => tulis(k, isi[k.kode] ?? null))
  return {
    judul: [keluarga.map(headerOf), anggota.map(headerOf)],
    baris: (ruta) => {
      const jawaban = kanonik({ ...ruta.rumah, daya_1: ruta.rumah.daya ?? null })
      const keadaan = buatKeadaan(ruta, seed)
      const rupiah = gayaRupiah(keadaan, new Acak(seed, ruta.indeks + 1, 4))
      const rumah = { ...jawaban, ...ruta.program, ...keadaan, ...rupiah, ...tempat(ruta) }
      return {
        keluarga: susun(keluarga, rumah),
        anggota: ruta.anggota.map((o) =>
          susun(anggota, { ...kanonik(survei(o)), ...orang(ruta, o) }),
        ),
      }
    },
  }
}

/** Turns PBDT answers into canonical ones; a code may answer two questions (floor, quality of wood). */
function penerjemah(kamus: KamusLengkap): (jawaban: Record<string, Jawaban>) => Isian {
  const pembaca = new Map<string, Decoder>()
  for (const [variabel, daftar] of Object.entries(daftarPbdt)) {
    pembaca.set(variabel, compileDecoder(listOf(kamus.buku, `pbdt15/${daftar}`), variabel))
  }
  return (jawaban) => {
    const isi: Isian = {}
    for (const [variabel, kode] of Object.entries(jawaban)) {
      const baca = pembaca.get(variabel)
      if (!baca || kode === null) {
        isi[variabel] = kode
        continue
      }
      const hasil = baca(String(kode))
      if (hasil.ok) for (const n of hasil.nilai) isi[n.variabel] = n.nilai
    }
    return isi
  }
}

/** An answer as the drop-down list writes it: `2. Kontrak atau sewa`. */
function penulisJawaban(kamus: KamusLengkap): (kolom: KolomTemplat, nilai: Sel) => Sel {
  const label = new Map<string, ReadonlyMap<Sel, string>>()
  return (kolom, nilai) => {
    if (nilai === null || !('variabel' in kolom.isian)) return nilai
    const { variabel } = kolom.isian
    let kenal = label.get(kolom.kode)
    if (!kenal) {
      const daftar = listOfVariable(kamus, variabel)
      const pilihan = daftar?.jenis === 'kode' ? daftar.pilihan : []
      kenal = new Map(pilihan.map((p) => [p.kode, `${p.kode}. ${p.label.id}`]))
      label.set(kolom.kode, kenal)
    }
    return kenal.get(nilai) ?? nilai
  }
}

function gayaRupiah(keadaan: Record<string, Jawaban>, acak: Acak): Isian {
  const isi: Isian = {}
  for (const nama of ['belanja_makanan', 'belanja_lain', 'pendapatan_kepala']) {
    const rupiah = keadaan[nama]
    if (rupiah && acak.peluang(rates.rupiah_gaya.laju)) isi[nama] = tulisRupiah(acak, rupiah)
  }
  return isi
}

const tempat = (ruta: Ruta): Isian => ({
  kunci_ruta: `${ruta.desa.kode}-${ruta.nomor}`,
  kode_wilayah: String(ruta.desa.kode),
  kecamatan: ruta.desa.kecamatan,
  desa: ruta.namaDesa,
  rt: ruta.rt,
  rw: ruta.rw,
  alamat: ruta.alamat,
  nomor_kk: ruta.keluarga[0]?.nomorKk ?? null,
  nama_kepala: ruta.namaKrt,
  jumlah_anggota: ruta.jumlahTertulis,
  usaha_ruta: ruta.rumah.punya_usaha ?? null,
})

const survei = (o: Orang): Record<string, Jawaban> => ({
  status_kawin: o.kawin,
  akta_nikah: o.akta,
  tercantum_kk: o.tercantum,
  kartu_identitas: o.kartu,
  hamil: o.kawin === 1 ? null : o.hamil,
  jenis_cacat: o.cacat,
  penyakit_kronis: o.kronis,
  partisipasi_sekolah: o.sekolah,
  jenjang: o.jenjang,
  kelas: o.kelas,
  ijazah: o.umur < 5 ? null : o.ijazah,
  bekerja: o.bekerja,
  jam_kerja: o.jam,
  lapangan_usaha: o.lapangan,
  status_pekerjaan: o.statusKerja,
  mampu_bekerja: o.umur < 15 ? null : o.cacat && o.bekerja !== 1 ? 2 : 1,
})

/** Our own form writes the day first, with dashes. */
function tanggalKita(o: Orang): string {
  const [hari, bulan, tahun] = pecah(o.tanggalLahir)
  return `${String(hari).padStart(2, '0')}-${String(bulan).padStart(2, '0')}-${tahun}`
}

const orang = (ruta: Ruta, o: Orang): Isian => ({
  kunci_ruta: `${ruta.desa.kode}-${ruta.nomor}`,
  kunci_anggota: String(o.urut),
  kunci_keluarga: String(o.nomorKeluarga),
  nomor_kk: ruta.keluarga[o.nomorKeluarga - 1]?.nomorKk ?? null,
  nama: o.nama,
  nik: o.nik,
  alasan_tanpa_nik: null,
  hubungan: o.hubunganKk,
  hubungan_ruta: o.hubunganKrt,
  jenis_kelamin: o.kelamin,
  tempat_lahir: o.tempatLahir,
  tanggal_lahir: tanggalKita(o),
  umur: o.umur,
  nama_ibu: o.namaIbu,
  keberadaan: 1,
})
