/** The typed form of an assignment in the shape in which assignments are shown. */
import { peran } from '#contract/peran.ts'
import { bacaRt } from '#web/pengguna/petugas/baca-rt.ts'
import { aturanPeran, type IsianTugas, type Pilihan } from '#web/pengguna/petugas/isian-tugas.ts'
import type { TugasTinjau } from '#web/pengguna/petugas/tinjau-tugas.tsx'

/** Null while role or area are missing. */
export function tinjauOf(i: IsianTugas, pilihan: Pilihan): TugasTinjau | null {
  if (i.peran === '' || i.wilayah === null) return null
  return {
    peran: i.peran,
    peranLabel: aturanPeran(pilihan, i.peran)?.label ?? peran[i.peran].label,
    jenis: i.jenis,
    wilayah: i.wilayah,
    rt: i.bagian === 'rt' ? bacaRt(i.rt) : null,
    jumlahKeluarga: i.bagian === 'keluarga' ? i.keluarga.length : null,
    dari: i.dari,
    hariTerakhir: i.hariTerakhir || null,
    suratNomor: i.suratNomor.trim(),
    suratTanggal: i.suratTanggal,
  }
}
