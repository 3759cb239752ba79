/** Judges a row of a source that stays beside the registry: by what key is it known again, where does it belong. */
import { foldName } from '../individu/nama-cari.ts'
import { inside } from '../wilayah/kode.ts'
import type { Kepala } from './kenali.ts'
import type { Kerja } from './kerja.ts'
import type { AlatPenilai } from './penilai-alat.ts'
import { batasLuar } from './peringkat-luar.ts'
import type { Wadah } from './wadah.ts'

export type PemeriksaSumber = (k: Kerja) => void

/** The check of one sheet, run after the columns of a row were read into `anggota`. */
export function compileSumber(
  { peta, tempat }: Kepala,
  anggota: Wadah,
  alat: AlatPenilai,
): PemeriksaSumber {
  const at = (nama: string) => anggota.place(nama, 'identitas')
  const [nik, kk, nama, cari] = [at('nik'), at('nomor_kk'), at('nama'), at('nama_cari')]
  const [tanya, keadaan] = [at('nama_tanya'), at('keadaan')]
  const [desil, hubungan] = [at('nilai_luar'), at('hubungan')]
  const [tanggal, diduga] = [at('tanggal_luar'), at('tanggal_diduga')]
  const lain = at('wilayah_lain')
  const [asal, jenis] = [at('sumber_luar'), at('jenis_luar')]
  const has = (bidang: string) => peta.kolom.some((k) => k.bidang === bidang)
  const keluarga = peta.peran === 'sumber_keluarga'
  const bernama = has('nama') || has('nama_tanya')
  const column = (bidang: string) => tempat[peta.kolom.findIndex((c) => c.bidang === bidang)] ?? -1
  const [kolomDesil, kolomTanggal] = [column('nilai_luar'), column('tanggal_luar')]
  const decile = (k: Kerja, undated: boolean) => {
    const v = anggota.nilai
    const value = Number(v[desil])
    v[asal] = peta.sumber_peringkat ?? null
    v[jenis] = 'desil'
    if (value < 1 || value > batasLuar.desil) {
      k.kolom = kolomDesil
      k.teks = String(value)
      k.temu('nilai_luar_di_luar_batas', { jenis: 'desil', batas: batasLuar.desil })
      k.kolom = -1
    }
    const { tanggalData, tanggalDiduga } = alat.pengetahuan
    if (undated && (kolomTanggal >= 0 || tanggalDiduga))
      k.temu('tanggal_luar_kosong', { tanggal: tanggalData })
  }
  return (k) => {
    const v = anggota.nilai
    if (peta.sumber_data === 'dukcapil') {
      // Nobody by that number: the answer is about who was asked for.
      if (v[nama] === null && v[keadaan] === null) v[keadaan] = 'NIK_TIDAK_DITEMUKAN'
      if (v[nama] === null) v[cari] = foldName(String(v[tanya] ?? ''))
      v[nama] ??= v[tanya] ?? null
    }
    k.kolom = -1
    if (keluarga && bernama) v[hubungan] ??= 1
    if (bernama && v[nama] === null) k.temu('nama_kosong')
    k.kunciRuta ||= String(v[kk] ?? '')
    if (keluarga) k.kunciAnggota = ''
    else if (k.kunciAnggota === '') k.kunciAnggota = keyOf(v[nik], v[kk], v[cari])
    else if (peta.sumber_data === 'regsosek') k.kunciAnggota = `${k.kunciRuta}/${k.kunciAnggota}`
    if ((keluarga ? k.kunciRuta : k.kunciAnggota) === '') missing(k)
    v[diduga] = v[tanggal] === null && alat.pengetahuan.tanggalDiduga ? 1 : 0
    if (v[desil] !== null) decile(k, v[tanggal] === null)
    v[tanggal] ??= alat.pengetahuan.tanggalData
    if (peta.sumber_data === 'dukcapil') v[lain] = placeOfAnswer(k, alat)
    else place(k, alat)
  }
}

/** Without a number of its own in the source a person is known by NIK, else by card and name. */
const keyOf = (nik: unknown, kk: unknown, cari: unknown): string =>
  nik !== null ? String(nik) : kk !== null && cari !== null ? `${kk}/${cari}` : ''

function missing(k: Kerja): void {
  if (!k.temuanBaris.some((t) => t.kode === 'kunci_rusak_excel')) k.temu('kunci_kosong')
}

/** Digits of the code of a village. */
const DESA = 10

/** The village that the row names, looked up; null where it names none. */
function lookUp(k: Kerja, alat: AlatPenilai) {
  const bps = k.bps.join('')
  const { provinsi, kabkota, kecamatan, desa } = k
  // A code that stops above the village names none.
  const kode = k.kodeWilayah.replaceAll('.', '').length === DESA ? k.kodeWilayah : ''
  if (kode === '' && desa === '' && bps === '') return null
  return alat.wilayah.cari({ kode, provinsi, kabkota, kecamatan, desa, bps })
}

/** A row that names no village belongs to the sender's area; one that names another waits. */
function place(k: Kerja, alat: AlatPenilai): void {
  const found = lookUp(k, alat)
  k.kolom = -1
  if (found === null) return
  if (found.jenis === 'tak_dikenal') k.temu('wilayah_belum_dikenal', { tulisan: found.tulisan })
  else if (!inside(found.kode, alat.cakupan))
    k.temu('wilayah_di_luar_cakupan', { tulisan: found.tulisan })
  else {
    k.wilayah = found.kode
    if (found.jenis === 'dekat')
      k.temu('wilayah_disimpulkan', { nama: alat.wilayah.namaOf(found.kode) })
  }
}

/** A village outside the area is an answer of its own: by the books of Dukcapil the person lives there. */
function placeOfAnswer(k: Kerja, alat: AlatPenilai): string | null {
  const found = lookUp(k, alat)
  if (found === null) return null
  if (found.jenis !== 'tak_dikenal' && inside(found.kode, alat.cakupan)) {
    k.wilayah = found.kode
    return null
  }
  k.kolom = -1
  k.temu('dukcapil_wilayah_lain', { tulisan: found.tulisan })
  return found.jenis === 'tak_dikenal' ? found.tulisan : String(found.kode)
}
