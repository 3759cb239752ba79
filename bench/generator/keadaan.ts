/** What only our own workbook asks: food, clothes, treatment, savings, income and spending of a family. */
import { Acak } from './acak.ts'
import { luasNormal } from './rumah.ts'
import type { Jawaban, Ruta } from './tipe.ts'

const ribuan = (rupiah: number): number => Math.max(0, Math.round(rupiah / 10_000) * 10_000)

/** Answers by canonical name, from a stream of their own, so that other formats stay as they are. */
export function buatKeadaan(ruta: Ruta, seed: number): Record<string, Jawaban> {
  const acak = new Acak(seed, ruta.indeks + 1, 3)
  const { theta } = ruta
  const jiwa = ruta.anggota.length
  const kepala = ruta.anggota[0]
  const makanan = ribuan(jiwa * 380_000 * Math.exp(0.28 * theta + 0.18 * acak.normal()))
  const lain = ribuan(makanan * Math.min(1.6, 0.62 * Math.exp(0.22 * theta + 0.2 * acak.normal())))
  const bekerja = kepala?.bekerja === 1
  return {
    frekuensi_daging: Math.max(0, Math.round(1.4 + 0.9 * theta + 0.8 * acak.normal())),
    beli_pakaian: Math.max(0, Math.round(1.6 + 0.7 * theta + 0.7 * acak.normal())),
    frekuensi_makan: acak.peluang(luasNormal(0.9 + 0.5 * theta)) ? 3 : 2,
    mampu_berobat: acak.peluang(luasNormal(0.3 + 0.5 * theta)) ? 1 : 2,
    tabungan: acak.peluang(luasNormal(-0.5 + 0.6 * theta))
      ? ribuan(1_400_000 * Math.exp(0.7 * theta + 0.6 * acak.normal()))
      : 0,
    pendapatan_kepala: bekerja
      ? ribuan(1_750_000 * Math.exp(0.35 * theta + 0.35 * acak.normal()))
      : 0,
    lahan_usaha: (kepala?.lapangan ?? 99) <= 3 ? acak.bulat(2, 60) * 100 : 0,
    belanja_makanan: makanan,
    belanja_lain: lain,
    tagihan_listrik: ruta.rumah.penerangan === 1 ? ribuan(lain * 0.12) : null,
    khawatir_makan: acak.peluang(luasNormal(-0.5 - 0.7 * theta)) ? 1 : 2,
    plester_dinding:
      ruta.rumah.dinding === 1 ? (acak.peluang(luasNormal(0.7 + 0.5 * theta)) ? 1 : 2) : null,
    rekening: acak.peluang(luasNormal(-0.3 + 0.5 * theta)) ? 2 : 4,
    internet: ruta.rumah.aset_hp === 1 && acak.peluang(luasNormal(0.5 + 0.5 * theta)) ? 3 : 0,
    hasil_pendataan: 1,
  }
}

/** Rupiah as officers write it, now and then: `1,2 jt`, `Rp 850.000`. */
export function tulisRupiah(acak: Acak, rupiah: number): string {
  if (rupiah >= 1_000_000 && rupiah % 100_000 === 0 && acak.peluang(0.6)) {
    return `${String(rupiah / 1_000_000).replace('.', ',')} jt`
  }
  return `Rp ${rupiah.toLocaleString('id-ID')}`
}
