/** Newcomers: they live at one place, their card is of another, and one village answers for them. */
import type { PeristiwaOf } from './isi.ts'
import { type Aturan, keluargaAktif, tanggalSalah } from './konteks.ts'
import { taruh } from './registri.ts'

export const datang: Aturan<PeristiwaOf<'datang'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const salah = tanggalSalah(p.tanggal, c.hariIni)
  if (salah) return salah
  if (!p.domisiliWilayah || !p.domisiliAlamat || !p.penanggung) return 'tanpa_domisili'
  taruh(d, 'keluarga', {
    ...k,
    domisili_wilayah: p.domisiliWilayah,
    domisili_alamat: p.domisiliAlamat,
    penanggung_wilayah: p.penanggung === 'domisili' ? p.domisiliWilayah : k.wilayah,
  })
  return null
}
