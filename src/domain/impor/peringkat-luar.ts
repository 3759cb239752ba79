/** Judges a row that carries a rank made elsewhere: can its family be named, is the value one, of which day. */
import type { Kepala } from './kenali.ts'
import type { Kerja } from './kerja.ts'
import type { Bidang, JenisLuar } from './peta.ts'
import type { Pengetahuan } from './silang.ts'
import type { Wadah } from './wadah.ts'

/** The highest value of each kind; the lowest is 1, the poorest. */
export const batasLuar: Readonly<Record<JenisLuar, number>> = {
  desil: 10,
  persentil: 100,
  peringkat: 2_147_483_647,
}

export type PemeriksaLuar = (k: Kerja, tahu: Pengetahuan) => void

/** The check of one sheet, run after the columns of a row were read into `anggota`. */
export function compilePeringkat({ peta, tempat }: Kepala, anggota: Wadah): PemeriksaLuar {
  const at = (nama: string) => anggota.place(nama, 'identitas')
  const column = (bidang: Bidang) => tempat[peta.kolom.findIndex((c) => c.bidang === bidang)] ?? -1
  const [nik, kk, sumber] = [at('nik'), at('nomor_kk'), at('sumber_luar')]
  const [jenis, nilai] = [at('jenis_luar'), at('nilai_luar')]
  const [tanggal, diduga] = [at('tanggal_luar'), at('tanggal_diduga')]
  const [kolomNilai, kolomTanggal] = [column('nilai_luar'), column('tanggal_luar')]
  return (k, tahu) => {
    const found = (kode: string) => k.temuanBaris.some((t) => t.kode === kode)
    anggota.nilai[sumber] ??= peta.sumber_peringkat ?? null
    anggota.nilai[jenis] ??= peta.jenis_peringkat ?? null
    k.kolom = -1
    k.kunciRuta = String(anggota.nilai[nik] ?? anggota.nilai[kk] ?? '')
    if (k.kunciRuta === '') k.temu('keluarga_tidak_dapat_dikenali')
    if (anggota.nilai[sumber] === null) k.temu('sumber_luar_kosong')
    const kind = anggota.nilai[jenis]
    if (kind === null && !found('jenis_luar_tidak_dikenal')) k.temu('jenis_luar_tidak_dikenal')
    const value = anggota.nilai[nilai]
    if (value === null && !found('nilai_luar_tidak_terbaca')) k.temu('nilai_luar_kosong')
    if (typeof value === 'number' && typeof kind === 'string') {
      const batas = batasLuar[kind as JenisLuar]
      k.kolom = kolomNilai
      k.teks = String(value)
      if (value < 1 || value > batas) k.temu('nilai_luar_di_luar_batas', { jenis: kind, batas })
      k.kolom = -1
    }
    if (anggota.nilai[tanggal] !== null || found('tanggal_luar_salah')) return
    anggota.nilai[tanggal] = tahu.tanggalData
    anggota.nilai[diduga] = tahu.tanggalDiduga ? 1 : 0
    // A format without such a column leaves the day to its sender, who told it.
    if (kolomTanggal >= 0 || tahu.tanggalDiduga)
      k.temu('tanggal_luar_kosong', { tanggal: tahu.tanggalData })
  }
}
