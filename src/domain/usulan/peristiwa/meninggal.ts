/** Death stops the person, not the family's aid; a wrong report of it is taken back after a visit. */

import { setelahDitinggal } from './ditinggal.ts'
import type { PeristiwaOf } from './isi.ts'
import { akhiriKeanggotaan, bukaKeanggotaan, hariBerikut } from './keanggotaan.ts'
import {
  type Aturan,
  anggotaOf,
  type Konteks,
  keluargaAktif,
  kepalaOf,
  tanggalSalah,
} from './konteks.ts'
import { orangnya, pasangPengurus, pemegang, pengurusKini } from './pengurus.ts'
import type { Beda, Draf, Individu } from './registri.ts'
import { taruh } from './registri.ts'

export const meninggal: Aturan<PeristiwaOf<'meninggal'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const i = anggotaOf(d, k.id, c.individuId)
  if (!i) return 'bukan_anggota'
  const salah = tanggalSalah(p.tanggal, c.hariIni, [i])
  if (salah) return salah
  const tanggal = p.tanggal ?? c.hariIni
  const sebelum = { kepala: kepalaOf(d, k.id)?.id ?? null, pengurus: pemegang(d, k.id) }
  taruh(d, 'individu', { ...i, status: 'meninggal', status_dari: tanggal })
  akhiriKeanggotaan(d, i.id, tanggal)
  return setelahDitinggal(d, k.id, [i.id], sebelum, p, hariBerikut(tanggal), p.jenis, c)
}

/** Fields that a report of death may have changed on others, back to what they were. */
const dikembalikan = [
  'hubungan',
  'hubungan_ruta',
  'nama_kepala',
  'keluarga_id',
  'status',
  'status_dari',
  'sampai',
] as const

/** A row with the fields of a change undone that nobody changed since. */
function mundur<B extends object>(kini: B, sebelum: B, sesudah: B): B {
  const nilai = (b: B, kolom: string): unknown => (b as Record<string, unknown>)[kolom]
  const balik = dikembalikan.filter(
    (kolom) =>
      nilai(sebelum, kolom) !== nilai(sesudah, kolom) &&
      nilai(kini, kolom) === nilai(sesudah, kolom),
  )
  return { ...kini, ...Object.fromEntries(balik.map((kolom) => [kolom, nilai(sebelum, kolom)])) }
}

/** Undoes what the report changed on house, family, others' relations and aid. */
function balikkan(d: Draf, laporan: readonly Beda[], almarhum: string): void {
  for (const b of laporan) {
    if (b.sebelum === null) continue
    if (b.tabel === 'ruta') {
      const kini = d.ruta.get(b.sesudah.id)
      if (kini) taruh(d, 'ruta', mundur(kini, b.sebelum, b.sesudah))
    } else if (b.tabel === 'keluarga') {
      const kini = d.keluarga.get(b.sesudah.id)
      if (kini) taruh(d, 'keluarga', mundur(kini, b.sebelum, b.sesudah))
    } else if (b.tabel === 'individu' && b.sesudah.id !== almarhum) {
      const kini = d.individu.get(b.sesudah.id)
      if (kini) taruh(d, 'individu', mundur(kini, b.sebelum, b.sesudah))
    } else if (b.tabel === 'penerimaan') {
      const kunci = `${b.sesudah.keluarga_id} ${b.sesudah.program} ${b.sesudah.dari}`
      const kini = d.penerimaan.get(kunci)
      if (kini) taruh(d, 'penerimaan', mundur(kini, b.sebelum, b.sesudah))
    }
  }
}

/** The card goes back to who held it before the report, if its successor still does. */
function kembalikanKartu(d: Draf, i: Individu, c: Konteks, hari: string): void {
  const k = d.keluarga.get(i.keluarga_id)
  const pengganti = c.laporanMeninggal.find(
    (b) => b.tabel === 'pengurus' && b.sesudah.sampai === null,
  )
  const kini = pengurusKini(d, i.keluarga_id)
  if (!k || pengganti?.tabel !== 'pengurus') return
  if (kini?.dari === pengganti.sesudah.dari && kini.individu_id === pengganti.sesudah.individu_id)
    pasangPengurus(d, k, orangnya(i.id), hari, 'hidup_kembali')
}

/** The family whose last member the report took had ended with the card in that member's hand. */
function bukaPengurus(d: Draf, c: Konteks): void {
  for (const b of c.laporanMeninggal)
    if (
      b.tabel === 'pengurus' &&
      b.sebelum?.sampai === null &&
      !pengurusKini(d, b.sesudah.keluarga_id)
    )
      taruh(d, 'pengurus', { ...b.sesudah, sampai: null })
}

/** The revived stand at the head of a family that has none. */
function namakan(d: Draf, keluargaId: string, nama: string): void {
  const k = d.keluarga.get(keluargaId)
  if (!k) return
  taruh(d, 'keluarga', { ...k, nama_kepala: nama })
  const ruta = d.ruta.get(k.ruta_id)
  if (ruta?.keluarga_id === k.id) taruh(d, 'ruta', { ...ruta, nama_kepala: nama })
}

export const hidupKembali: Aturan<PeristiwaOf<'hidup_kembali'>> = (d, p, c) => {
  const i = c.individuId ? d.individu.get(c.individuId) : undefined
  if (i?.status !== 'meninggal') return 'tidak_meninggal'
  if (!p.tanggalKunjungan || !p.petugas) return 'tanpa_kunjungan'
  if (p.tanggalKunjungan > c.hariIni) return 'tanggal_mendatang'
  if (i.status_dari !== null && p.tanggalKunjungan < i.status_dari)
    return 'kunjungan_sebelum_meninggal'
  const lapor = c.laporanMeninggal.find((b) => b.tabel === 'individu' && b.sesudah.id === i.id)
  const dulu = lapor?.tabel === 'individu' ? lapor.sebelum : null
  balikkan(d, c.laporanMeninggal, i.id)
  const k = d.keluarga.get(i.keluarga_id)
  if (!k) return 'keluarga_tidak_aktif'
  // Somebody else may have become head since by another event: then the relation is asked anew.
  const berkepala = kepalaOf(d, k.id) !== undefined
  const hubungan = berkepala && i.hubungan === 1 ? null : berkepala ? i.hubungan : 1
  const hidup = { ...i, hubungan, status: 'aktif', status_dari: dulu?.status_dari ?? null } as const
  taruh(d, 'individu', hidup)
  if (k.status !== 'aktif')
    taruh(d, 'keluarga', { ...k, status: 'aktif', status_dari: p.tanggalKunjungan })
  if (!berkepala) namakan(d, k.id, i.nama)
  bukaKeanggotaan(d, hidup, k, p.tanggalKunjungan, p.jenis)
  bukaPengurus(d, c)
  kembalikanKartu(d, hidup, c, p.tanggalKunjungan)
  return null
}
