/** The working state of judging one row: identity as read, and the findings so far. */
import type { KodeTemuan, Temuan } from './temuan.ts'
import { temuan as katalog } from './temuan.ts'

/** What a row says of itself before regions and cross-checks; reused from row to row. */
export class Kerja {
  kunciRuta = ''
  kunciKeluarga = ''
  kunciAnggota = ''
  idBaris = ''
  kodeWilayah = ''
  provinsi = ''
  kabkota = ''
  kecamatan = ''
  desa = ''
  bps = ['', '', '', '']
  rt: number | null = null
  rw: number | null = null
  wilayah = 0
  jenisKelamin: number | null = null
  umur: number | null = null
  tanggalLahir: string | null = null
  hubungan: number | null = null
  /** 1: the birth date can be read both ways; 2: read month first; 3: day first for certain. */
  urutanTanggal = 0
  nik = ''
  /** Place of the column being read, for its header and its value in a finding. */
  kolom = -1
  teks = ''
  /** Findings of the household's columns and of the member's, kept apart: the first stand once. */
  temuanRumah: Temuan[] = []
  temuanBaris: Temuan[] = []
  salahRumah = false
  salahBaris = false
  dalamRumah = false

  private readonly judul: readonly string[]

  constructor(judul: readonly string[]) {
    this.judul = judul
  }

  clearRumah(): void {
    this.kunciRuta = ''
    this.kodeWilayah = ''
    this.provinsi = ''
    this.kabkota = ''
    this.kecamatan = ''
    this.desa = ''
    this.bps.fill('')
    this.rt = null
    this.rw = null
    this.wilayah = 0
    this.salahRumah = false
    if (this.temuanRumah.length > 0) this.temuanRumah = []
  }

  clearBaris(): void {
    this.kunciKeluarga = ''
    this.kunciAnggota = ''
    this.idBaris = ''
    this.jenisKelamin = null
    this.umur = null
    this.tanggalLahir = null
    this.hubungan = null
    this.urutanTanggal = 0
    this.nik = ''
    this.salahBaris = false
    if (this.temuanBaris.length > 0) this.temuanBaris = []
  }

  /** Notes a finding about the column being read. */
  temu(kode: KodeTemuan, rincian?: Temuan['rincian']): void {
    const kolom = this.kolom < 0 ? null : (this.judul[this.kolom] ?? null)
    const found = { kolom, nilai: this.kolom < 0 ? null : this.teks.slice(0, 200), kode }
    this.catat(rincian ? { ...found, rincian } : found)
  }

  private catat(found: Temuan): void {
    const held = katalog[found.kode].tingkat === 'salah'
    if (this.dalamRumah) {
      this.temuanRumah.push(found)
      if (held) this.salahRumah = true
    } else {
      this.temuanBaris.push(found)
      if (held) this.salahBaris = true
    }
  }
}
