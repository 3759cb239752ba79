/** Reads one row of a file of officers: what it asks for, or every fault that it has. Pure. */
import { parseNama } from '#domain/impor/nama.ts'
import { parseRt } from '#domain/impor/rt.ts'
import { rusak, tidy } from '#domain/impor/sel.ts'
import { parseTanggal } from '#domain/impor/tanggal.ts'
import { parseNik } from '#domain/individu/nik.ts'
import { parseNomorKk } from '#domain/individu/nomor-kk.ts'
import { type Alasan, putuskanPemberian } from '../beri.ts'
import { normalTelepon } from '../telepon.ts'
import { hariSesudah, type Pelaku, type Surat, type Tugas } from '../tugas.ts'
import { aturanOf, type JenisTugas, type PeranPetugas } from '../wewenang.ts'
import { type KolomPetugas, kolomPetugas, type Tempat } from './kolom.ts'
import type { KodeBaca } from './temuan.ts'
import type { Calon, CariWilayah } from './wilayah.ts'

export type KodeTemuan = KodeBaca | Alasan | 'telepon_salah' | 'nik_dipakai' | 'telepon_dipakai'

export type Temuan = {
  readonly kolom: KolomPetugas
  readonly kode: KodeTemuan
  /** As it stands in the file; never a number of identity. */
  readonly nilai: string | null
}

export type PetugasDiminta = {
  readonly nama: string
  readonly nik: string
  readonly nomorKk: string
  readonly telepon: string
  readonly wilayah: Calon
  readonly tugas: Omit<Tugas, 'penggunaId'> & Surat
}

export type BarisDibaca = {
  readonly nama: string | null
  readonly diminta: PetugasDiminta | null
  readonly temuan: readonly Temuan[]
}

export type AlatBaris = {
  readonly tempat: Tempat
  readonly pelaku: Pelaku
  readonly today: string
  readonly cari: CariWilayah
  readonly peran: ReadonlyMap<string, PeranPetugas>
}

/** Words of roles are compared by their letters alone. */
export const kunciPeran = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]+/g, '')

const identitas: readonly KolomPetugas[] = ['nik', 'nomorKk']
const jenisDikenal: Readonly<Record<string, JenisTugas>> = {
  '': 'definitif',
  definitif: 'definitif',
  tetap: 'definitif',
  plt: 'plt',
  pelaksanatugas: 'plt',
  plh: 'plh',
  pelaksanaharian: 'plh',
}

class Pembaca {
  readonly temuan: Temuan[] = []
  private readonly cells: readonly string[]
  private readonly kinds: Uint8Array | undefined
  private readonly alat: AlatBaris

  constructor(cells: readonly string[], kinds: Uint8Array | undefined, alat: AlatBaris) {
    this.cells = cells
    this.kinds = kinds
    this.alat = alat
  }

  teks(kolom: KolomPetugas): string {
    return tidy(this.cells[this.alat.tempat[kolom]] ?? '')
  }

  temu(kolom: KolomPetugas, kode: KodeTemuan): null {
    const nilai = identitas.includes(kolom) ? null : this.teks(kolom).slice(0, 100) || null
    this.temuan.push({ kolom, kode, nilai })
    return null
  }

  isi(kolom: KolomPetugas): string | null {
    const text = this.teks(kolom)
    return text === '' || /^[-–—.]+$/.test(text) ? this.temu(kolom, 'kosong') : text
  }

  nama(): string | null {
    const text = this.isi('nama')
    if (text === null) return null
    const read = parseNama(text)
    if (!read) return this.temu('nama', 'kosong')
    return read.janggal || read.almarhum ? this.temu('nama', 'nama_janggal') : text
  }

  nomor(kolom: 'nik' | 'nomorKk'): string | null {
    const text = this.isi(kolom)
    if (text === null) return null
    if (rusak(text, this.kinds?.[this.alat.tempat[kolom]] ?? 0, 16))
      return this.temu(kolom, 'rusak_oleh_excel')
    if (kolom === 'nik') {
      const nik = parseNik(text)
      return nik.ok ? nik.value.nik : this.temu(kolom, nik.error)
    }
    const kk = parseNomorKk(text)
    return kk.ok ? kk.value.nomor : this.temu(kolom, kk.error)
  }

  telepon(): string | null {
    const text = this.isi('telepon')
    return text === null ? null : (normalTelepon(text) ?? this.temu('telepon', 'telepon_salah'))
  }

  peran(): PeranPetugas | null {
    const text = this.isi('peran')
    if (text === null) return null
    const peran = this.alat.peran.get(kunciPeran(text))
    if (!peran) return this.temu('peran', 'peran_tidak_dikenal')
    return aturanOf(peran).berdua ? this.temu('peran', 'administrator_satu_per_satu') : peran
  }

  wilayah(peran: PeranPetugas | null): Calon | null {
    const text = this.isi('wilayah')
    if (text === null || peran === null) return null
    const found = this.alat.cari(text, aturanOf(peran).tingkat)
    return found.ok ? found.value : this.temu('wilayah', found.error)
  }

  rt(): readonly number[] | null {
    const text = this.teks('rt')
    if (text === '' || /^[-–—.0]+$/.test(text)) return null
    const parts = text.split(/[,;&]|\bdan\b|\bs\.?d\.?\b/i).map((part) => parseRt(part).rt)
    if (parts.some((rt) => rt === null)) return this.temu('rt', 'rt_tidak_terbaca')
    return [...new Set(parts.filter((rt) => rt !== null))].sort((a, b) => a - b)
  }

  jenis(): JenisTugas | null {
    return jenisDikenal[kunciPeran(this.teks('jenis'))] ?? this.temu('jenis', 'jenis_tidak_dikenal')
  }

  tanggal(kolom: 'suratTanggal' | 'dari' | 'sampai'): string | null {
    const text = this.teks(kolom)
    const read = parseTanggal(text, Number(this.alat.today.slice(0, 4)) + 20)
    if (read.jenis === 'tanggal') return read.nilai
    if (read.jenis === 'kosong') return kolom === 'sampai' ? null : this.temu(kolom, 'kosong')
    return this.temu(
      kolom,
      read.jenis === 'mustahil' ? 'tanggal_tidak_ada' : 'tanggal_tidak_terbaca',
    )
  }
}

/** Column that a refusal of the rules speaks of. */
const kolomAlasan: Partial<Record<Alasan, KolomPetugas>> = {
  peran_tidak_boleh: 'peran',
  luar_wilayah: 'wilayah',
  harus_di_bawah: 'wilayah',
  tingkat_salah: 'wilayah',
  rt_wajib: 'rt',
  rt_tidak: 'rt',
  tanpa_surat: 'suratNomor',
  surat_mendatang: 'suratTanggal',
  tanpa_akhir: 'sampai',
  masa_terbalik: 'sampai',
  masa_lampau: 'sampai',
}

/** Judges one row: the officer it asks for, and whether this sender may give that assignment. */
export function bacaBaris(
  cells: readonly string[],
  kinds: Uint8Array | undefined,
  alat: AlatBaris,
): BarisDibaca {
  const p = new Pembaca(cells, kinds, alat)
  const nama = p.nama()
  const nik = p.nomor('nik')
  const nomorKk = p.nomor('nomorKk')
  if (nik !== null && nik === nomorKk) p.temu('nomorKk', 'kk_sama_nik')
  const telepon = p.telepon()
  const peran = p.peran()
  const wilayah = p.wilayah(peran)
  const rt = p.rt()
  const jenis = p.jenis()
  const suratNomor = p.isi('suratNomor')
  const suratTanggal = p.tanggal('suratTanggal')
  const dari = p.tanggal('dari')
  const akhir = p.tanggal('sampai')
  const ditampilkan = p.teks('nama').slice(0, 120) || null
  if (
    p.temuan.length > 0 ||
    !nama ||
    !nik ||
    !nomorKk ||
    !telepon ||
    !peran ||
    !wilayah ||
    !jenis ||
    !dari
  )
    return { nama: ditampilkan, diminta: null, temuan: p.temuan }
  const tugas = {
    peran,
    wilayah: wilayah.kode,
    rt,
    keluarga: null,
    jenis,
    dari,
    sampai: akhir === null ? null : hariSesudah(akhir),
    suratNomor: suratNomor?.slice(0, 100) ?? null,
    suratTanggal,
  }
  const putusan = putuskanPemberian(alat.pelaku, { ...tugas, penggunaId: '' }, alat.today)
  if (!putusan.ok) p.temu(kolomAlasan[putusan.error] ?? 'peran', putusan.error)
  const diminta = putusan.ok
    ? { nama: nama.slice(0, 120), nik, nomorKk, telepon, wilayah, tugas }
    : null
  return { nama: ditampilkan, diminta, temuan: p.temuan }
}

/** Adds what only the other rows and the accounts can tell: numbers twice in the file, or taken. */
export function periksaSilang(
  rows: readonly BarisDibaca[],
  dipakai: { readonly nik: ReadonlySet<string>; readonly telepon: ReadonlySet<string> },
): readonly BarisDibaca[] {
  const nik = new Set<string>()
  const telepon = new Set<string>()
  return rows.map((row) => {
    const { diminta } = row
    if (!diminta) return row
    const temuan: Temuan[] = []
    const temu = (kolom: 'nik' | 'telepon', kode: KodeTemuan) =>
      temuan.push({ kolom, kode, nilai: kolom === 'nik' ? null : diminta.telepon })
    if (dipakai.nik.has(diminta.nik)) temu('nik', 'nik_dipakai')
    else if (nik.has(diminta.nik)) temu('nik', 'ganda_di_berkas')
    if (dipakai.telepon.has(diminta.telepon)) temu('telepon', 'telepon_dipakai')
    else if (telepon.has(diminta.telepon)) temu('telepon', 'ganda_di_berkas')
    if (temuan.length > 0) return { ...row, diminta: null, temuan: [...row.temuan, ...temuan] }
    nik.add(diminta.nik)
    telepon.add(diminta.telepon)
    return row
  })
}

/** Header of a column, as the report names it. */
export const judulKolom = (kolom: KolomPetugas): string => kolomPetugas[kolom].judul
