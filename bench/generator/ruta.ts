/** Builds one household of the plan, from its own random stream. */
import { Acak } from './acak.ts'
import { buatAlamat, jalanDesa, slsLain } from './alamat.ts'
import { ejaanPasti } from './ejaan-desa.ts'
import { campuranDi } from './nama/campuran.ts'
import { asalDari, margaBaru } from './nama/nama.ts'
import { salahTulis } from './nama/salah-tulis.ts'
import { Penomor } from './nomor.ts'
import { buatOrang, namaiKeluarga, type Pembuat, type Tempatan } from './orang.ts'
import { buatProgram, persentilDari } from './program.ts'
import type { Laju } from './rates.ts'
import type { Rencana } from './rencana.ts'
import { buatRumah } from './rumah.ts'
import { susunKeluarga, type Tempat } from './susunan.ts'
import type { Hari, Hubungan, Jawaban, Keluarga, Orang, Ruta } from './tipe.ts'
import type { Kota } from './wilayah.ts'

/** Returns the maker of households: call it for 0, 1, 2 … in order, so that serials are stable. */
export function pembuatRuta(kota: Kota, rencana: Rencana, seed: number, laju: Laju) {
  const pembuat: Pembuat = { kota, laju, penomor: new Penomor(kota.kode), nikLama: [] }
  const eja = ejaanPasti(kota)
  const suku = campuranDi(Math.floor(kota.kode / 100))
  const jalan = kota.desa.map(jalanDesa)
  const banyak = kota.desa.map(() => 0)
  for (const d of rencana.desa) banyak[d] = (banyak[d] ?? 0) + 1
  const banyakRt = banyak.map((n) => Math.max(3, Math.min(99, Math.round(n / 16))))

  return (indeks: number, acuan: Hari): Ruta => {
    const nomorDesa = rencana.desa[indeks] ?? 0
    const desa = kota.desa[nomorDesa]
    if (!desa) throw new RangeError(`household ${indeks} is not in the plan`)
    const acak = new Acak(seed, indeks + 1, 2)
    const theta = rencana.theta[indeks] ?? 0
    const t: Tempatan = { pembuat, acak, desa, asal: asalDari(acak, suku), theta, acuan }
    const { keluarga, anggota } = isiRumah(t, rencana, indeks)
    const kepala = anggota[0]?.nama ?? ''
    const derau: string[] = []
    const kena = (nama: keyof Laju): boolean => {
      const ya = acak.peluang(laju[nama])
      if (ya) derau.push(nama)
      return ya
    }
    const alamat = buatAlamat(acak, desa, jalan[nomorDesa] ?? ['RAYA'], banyakRt[nomorDesa] ?? 3)
    const rastra = rencana.rastra[indeks] === 1
    const nomor = String(indeks + 1).padStart(6, '0')
    return {
      indeks,
      nomor,
      id: `${kota.kode}${desa.bpsKecamatan}${desa.bpsDesa}${nomor.padStart(8, '0')}`,
      desa,
      namaDesa: kena('wilayah_lama') ? eja(acak, desa.nama) : desa.nama,
      ...alamat,
      sls: kena('sls_gaya') ? slsLain(acak, alamat.rt, alamat.rw) : alamat.sls,
      alamat: kena('alamat_kosong') ? '' : alamat.alamat,
      namaKrt: kena('krt_beda_tulis') ? salahTulis(acak, kepala) : kepala,
      keluarga,
      anggota,
      jumlahTertulis: jumlahTertulis(acak, anggota.length, kena),
      rumah: tinggali(t, anggota, kena),
      program: buatProgram(acak, theta, rastra, anggota),
      persentil: persentilDari(acak, theta),
      theta,
      rastra,
      derau,
    }
  }
}

/** The stated number of members, now and then one off. */
function jumlahTertulis(acak: Acak, banyak: number, kena: (nama: keyof Laju) => boolean): number {
  if (!kena('jumlah_beda')) return banyak
  return banyak > 1 && acak.peluang(0.5) ? banyak - 1 : banyak + 1
}

/** The house's answers, with those left out that nobody gave. */
function tinggali(
  t: Tempatan,
  anggota: readonly Orang[],
  kena: (nama: keyof Laju) => boolean,
): Record<string, Jawaban> {
  const rumah = buatRumah(t.acak, {
    theta: t.theta,
    jiwa: anggota.length,
    pesisir: t.desa.pesisir,
    pedesaan: t.desa.pedesaan,
    nelayan: anggota.some((o) => o.lapangan === 4),
    usaha: anggota.some((o) => o.statusKerja === 1 && (o.lapangan ?? 0) >= 9),
  })
  if (kena('luas_ekstrem')) rumah.luas_lantai = (rumah.luas_lantai ?? 36) * 3
  if (kena('kode_asing')) rumah.lantai = 13
  for (const nama of Object.keys(rumah)) if (kena('perumahan_kosong')) rumah[nama] = null
  return rumah
}

function isiRumah(t: Tempatan, rencana: Rencana, indeks: number) {
  const awal = rencana.awalKeluarga[indeks] ?? 0
  const keluarga: Keluarga[] = []
  const anggota: Orang[] = []
  let kepalaRumah = 0
  for (let k = 0; k < (rencana.banyakKeluarga[indeks] ?? 1); k++) {
    const n = rencana.ukuran[awal + k] ?? 1
    const sambung = k === 0 ? utama : pilihSambungan(kepalaRumah, n)
    const tempat = susunKeluarga(t.acak, n, sambung.batas)
    if (k === 0) kepalaRumah = tempat[0]?.umur ?? 40
    const asal = {
      ...t.asal,
      marga: sambung.anak ? t.asal.marga : margaBaru(t.acak, t.asal.budaya),
    }
    const nama = namaiKeluarga({ ...t, asal }, tempat)
    const nomorKk = nomorKkDari(t)
    for (const [i, p] of tempat.entries()) {
      const letak = {
        urut: anggota.length + 1,
        nomorKeluarga: k + 1,
        hubunganKrt: k === 0 ? p.hubungan : sambung.hubungan(p),
        nama: nama.nama[i] ?? '',
        namaIbu: nama.namaIbu[i] ?? '',
      }
      anggota.push(buatOrang({ ...t, asal }, p, letak))
    }
    keluarga.push({ nomorKk, kepala: anggota.at(-tempat.length)?.nama ?? '' })
  }
  return { keluarga, anggota }
}

/** Every tenth card or so was issued long ago; most were renewed in the last ten years. */
function nomorKkDari(t: Tempatan): string {
  const hari = t.acuan - 30 - Math.floor(3600 * t.acak.satuan())
  const nomor = t.pembuat.penomor.buatKk(t.desa.nomorKecamatan, hari)
  return t.acak.peluang(t.pembuat.laju.nomor_kk_kosong) ? '' : nomor
}

type Sambungan = {
  readonly anak: boolean
  readonly batas?: { readonly dari: number; readonly sampai: number }
  readonly hubungan: (p: Tempat) => Hubungan
}

const utama: Sambungan = { anak: true, hubungan: (p) => p.hubungan }

/** How a second family under one roof is related to the head of the household. */
function pilihSambungan(kepala: number, n: number): Sambungan {
  if (kepala >= 44 && n <= 4) {
    return {
      anak: true,
      batas: { dari: Math.min(23, kepala - 21), sampai: Math.min(38, kepala - 19) },
      hubungan: (p) => (p.hubungan === 1 ? 3 : p.hubungan === 2 ? 4 : 5),
    }
  }
  return { anak: false, hubungan: () => 8 }
}
