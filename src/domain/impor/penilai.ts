/**
 * Judges rows of one sheet: compiled once from the column map and the header as found, then asked
 * a million times. A row of a household whose cells equal those of the row before is not read again.
 */
import type { Kamus } from '../variabel/kamus.ts'
import { inside } from '../wilayah/kode.ts'
import { compileBidang } from './bidang.ts'
import { compileJawaban } from './jawaban.ts'
import type { Kepala } from './kenali.ts'
import { Kerja } from './kerja.ts'
import { type AlatPenilai, rumahBidang, toolsOf } from './penilai-alat.ts'
import { compilePeringkat, type PemeriksaLuar } from './peringkat-luar.ts'
import { type Bidang, ofSource, type PeranPeta } from './peta.ts'
import type { Pembaca } from './sel.ts'
import { periksaSilang, type TempatSilang } from './silang.ts'
import { compileSumber, type PemeriksaSumber } from './sumber.ts'
import type { Temuan } from './temuan.ts'
import { Wadah } from './wadah.ts'

/** What became of a row; reused, so it must be taken over before the next row is judged. */
export type Hasil = {
  kunciRuta: string
  kunciKeluarga: string
  kunciAnggota: string
  /** 0 where the row names no region of its own or the region is unknown. */
  wilayah: number
  rt: number | null
  rw: number | null
  ditahan: boolean
  /** The household's values in `rumah` are new and belong to this row. */
  rumahBaru: boolean
  /** 1: birth date readable both ways, 2: month first for certain, 3: day first for certain. */
  urutanTanggal: number
  temuan: readonly Temuan[]
}

const ERROR = 4
const TEXT = 0
type Kolom = { readonly place: number; readonly read: Pembaca }
const none: readonly Temuan[] = []

export class Penilai {
  /** Values of the household and of the member, in the order of their places. */
  readonly rumah = new Wadah()
  readonly anggota = new Wadah()
  private readonly k: Kerja
  private readonly kolomRumah: Kolom[] = []
  private readonly kolomAnggota: Kolom[] = []
  private readonly peran: PeranPeta
  private readonly periksaLuar: PemeriksaLuar | null
  private readonly periksaSumber: PemeriksaSumber | null
  private readonly tempatNama: number
  private readonly tempatKepala: number
  private readonly adaKepala: boolean
  private readonly tempatSilang: TempatSilang
  private readonly alat: AlatPenilai
  private readonly lebar: number
  private sebelum: readonly string[] | null = null
  private pertama = false
  private readonly hasil: Hasil = {
    kunciRuta: '',
    kunciKeluarga: '',
    kunciAnggota: '',
    wilayah: 0,
    rt: null,
    rw: null,
    ditahan: false,
    rumahBaru: false,
    urutanTanggal: 0,
    temuan: none,
  }

  constructor(kepala: Kepala, alat: AlatPenilai) {
    const { peta, tempat, judul } = kepala
    this.alat = alat
    this.peran = peta.peran
    this.k = new Kerja(judul)
    this.lebar = judul.length
    const beside = ofSource(this.peran)
    // A row of a source is kept whole: what it says of the house stands beside its person.
    const rumah = beside ? this.anggota : this.rumah
    const tools = toolsOf(peta.perangkat_kode, rumah, this.anggota, alat)
    peta.kolom.forEach((kolom, i) => {
      const place = tempat[i] ?? -1
      if (place < 0 || (kolom.bidang === undefined && kolom.variabel === undefined)) return
      const read = kolom.bidang
        ? compileBidang(kolom.bidang, tools)
        : compileJawaban(kolom.variabel ?? '', kolom.kode, tools)
      ;(this.ofHousehold(kolom, alat.kamus) ? this.kolomRumah : this.kolomAnggota).push({
        place,
        read,
      })
    })
    this.periksaLuar = this.peran === 'peringkat' ? compilePeringkat(kepala, this.anggota) : null
    this.periksaSumber = beside ? compileSumber(kepala, this.anggota, alat) : null
    this.tempatNama = this.anggota.place('nama', 'identitas')
    this.tempatKepala = this.rumah.place('nama_kepala', 'identitas')
    this.adaKepala = peta.kolom.some(
      (kolom, i) => kolom.bidang === 'nama_kepala' && (tempat[i] ?? -1) >= 0,
    )
    this.tempatSilang = {
      hamil: this.anggota.place('hamil', 'individu'),
      statusKawin: this.anggota.place('status_kawin', 'individu'),
    }
  }

  private ofHousehold(
    kolom: { bidang?: Bidang | undefined; variabel?: string | undefined },
    kamus: Kamus,
  ): boolean {
    if (this.peran !== 'ruta_anggota') return this.peran === 'ruta'
    if (kolom.bidang) return rumahBidang.has(kolom.bidang)
    return kamus.variabel.get(kolom.variabel ?? '')?.unit !== 'individu'
  }

  /** Judges one row; `width` is its number of cells where a CSV wrote another number than usual. */
  nilai(cells: readonly string[], kinds: Uint8Array | undefined, width?: number): Hasil {
    const { hasil, k } = this
    k.clearBaris()
    if (this.peran === 'ruta' || this.peran === 'ruta_anggota') this.nilaiRumah(cells, kinds)
    else k.clearRumah()
    k.dalamRumah = false
    if (this.periksaLuar) this.nilaiLuar(this.periksaLuar, cells, kinds)
    else if (this.periksaSumber) this.nilaiSumber(this.periksaSumber, cells, kinds)
    else {
      if (this.peran !== 'ruta') this.nilaiAnggota(cells, kinds)
      this.checkKey()
    }
    // A row that lost or won a separator has probably shifted its values.
    if (width !== undefined && width !== this.lebar) k.temu('jumlah_kolom_berbeda')
    hasil.kunciRuta = k.kunciRuta
    hasil.kunciKeluarga = k.kunciKeluarga
    hasil.kunciAnggota = k.kunciAnggota
    hasil.wilayah = k.wilayah
    hasil.rt = k.rt
    hasil.rw = k.rw
    hasil.urutanTanggal = k.urutanTanggal
    hasil.ditahan = k.salahRumah || k.salahBaris
    hasil.rumahBaru = this.pertama && !k.salahRumah && k.kunciRuta !== ''
    hasil.temuan = this.findings()
    return hasil
  }

  /** Household findings stand at its first row; those that hold it back at every row. */
  private findings(): readonly Temuan[] {
    const { temuanRumah, temuanBaris, salahRumah } = this.k
    const house = this.pertama || salahRumah ? temuanRumah : none
    if (house.length === 0) return temuanBaris.length === 0 ? none : temuanBaris
    return temuanBaris.length === 0 ? house : [...house, ...temuanBaris]
  }

  private nilaiRumah(cells: readonly string[], kinds: Uint8Array | undefined): void {
    this.pertama = !this.sameHouse(cells) || (kinds !== undefined && this.k.salahRumah)
    if (!this.pertama) return
    const { k } = this
    k.clearRumah()
    this.rumah.clear()
    k.dalamRumah = true
    this.readColumns(this.kolomRumah, cells, kinds)
    this.sebelum = cells
    this.place()
    if (this.adaKepala && this.rumah.nilai[this.tempatKepala] === null) {
      k.kolom = -1
      k.temu('nama_kepala_kosong')
    }
  }

  private sameHouse(cells: readonly string[]): boolean {
    const before = this.sebelum
    if (before === null || this.peran === 'ruta') return false
    for (const { place } of this.kolomRumah)
      if ((cells[place] ?? '') !== (before[place] ?? '')) return false
    return true
  }

  private readColumns(
    columns: readonly Kolom[],
    cells: readonly string[],
    kinds: Uint8Array | undefined,
  ): void {
    const { k } = this
    for (const { place, read } of columns) {
      const text = cells[place]
      if (text === undefined || text === '') continue
      k.kolom = place
      k.teks = text
      const kind = kinds?.[place] ?? TEXT
      if (kind === ERROR) k.temu('sel_galat')
      else read(k, text, kind)
    }
  }

  /** Finds the village; a row outside the sender's area or of no known region is held. */
  private place(): void {
    const { k } = this
    const bps = k.bps.join('')
    const wrote = {
      kode: k.kodeWilayah,
      provinsi: k.provinsi,
      kabkota: k.kabkota,
      kecamatan: k.kecamatan,
      desa: k.desa,
      bps,
    }
    const found = this.alat.wilayah.cari(wrote)
    k.kolom = -1
    if (found.jenis === 'tak_dikenal') {
      k.temu('wilayah_belum_dikenal', { tulisan: found.tulisan })
    } else if (!inside(found.kode, this.alat.cakupan)) {
      k.temu('wilayah_di_luar_cakupan', { tulisan: found.tulisan })
    } else {
      k.wilayah = found.kode
      if (found.jenis === 'pasti') return
      k.temu('wilayah_disimpulkan', { nama: this.alat.wilayah.namaOf(found.kode) })
    }
  }

  private nilaiAnggota(cells: readonly string[], kinds: Uint8Array | undefined): void {
    const { k, anggota } = this
    if (this.peran === 'anggota') this.pertama = false
    anggota.clear()
    this.readColumns(this.kolomAnggota, cells, kinds)
    periksaSilang(k, anggota, this.tempatSilang, this.alat.pengetahuan)
    if (anggota.nilai[this.tempatNama] === null) k.temu('nama_kosong')
  }

  /** A row that only carries a rank: it names its family by numbers and has no region of its own. */
  private nilaiLuar(
    periksa: PemeriksaLuar,
    cells: readonly string[],
    kinds: Uint8Array | undefined,
  ): void {
    this.anggota.clear()
    this.readColumns(this.kolomAnggota, cells, kinds)
    periksa(this.k, this.alat.pengetahuan)
  }

  /** A row of a source: the person or family as it knows them. */
  private nilaiSumber(
    periksa: PemeriksaSumber,
    cells: readonly string[],
    kinds: Uint8Array | undefined,
  ): void {
    this.pertama = false
    this.anggota.clear()
    this.readColumns(this.kolomAnggota, cells, kinds)
    periksa(this.k)
  }

  private checkKey(): void {
    const { k } = this
    const missing = k.kunciRuta === '' || (this.peran !== 'ruta' && k.kunciAnggota === '')
    k.kolom = -1
    if (missing && !hasKeyFinding(k)) k.temu('kunci_kosong')
  }
}

const hasKeyFinding = (k: Kerja): boolean =>
  k.temuanRumah.some((t) => t.kode === 'kunci_rusak_excel') ||
  k.temuanBaris.some((t) => t.kode === 'kunci_rusak_excel')
