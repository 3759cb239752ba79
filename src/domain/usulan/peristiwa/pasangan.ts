/** Marriage and divorce: one family is left and another entered on the same day; the card's number may follow. */

import { bantuanIkut } from './bantuan.ts'
import { akhiriKeluarga, setelahDitinggal } from './ditinggal.ts'
import type { PeristiwaOf } from './isi.ts'
import { LAINNYA } from './kepala.ts'
import {
  type Aturan,
  anggotaAktif,
  anggotaOf,
  type Konteks,
  keluargaAktif,
  kepalaOf,
  tanggalSalah,
} from './konteks.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import { masukkan, nomorKkSalah, pisahkan } from './pecah.ts'
import { orangnya, pasangPengurus, pemegang, pengurusKini } from './pengurus.ts'
import type { Draf, Individu, Keluarga } from './registri.ts'
import { taruh } from './registri.ts'

/** What somebody is in the family of their spouse, by what the spouse is there. */
const lewatPasangan: Readonly<Record<number, number>> = { 1: 2, 3: 4 }

/** The families as they stood before somebody left. */
const sebelumPergi = (d: Draf, keluargaId: string) => ({
  kepala: kepalaOf(d, keluargaId)?.id ?? null,
  pengurus: pemegang(d, keluargaId),
})

/** Enters a family that exists; what is left behind is asked for. */
function masukKe(
  d: Draf,
  k: Keluarga,
  orang: readonly Individu[],
  p: PeristiwaOf<'kawin'> | PeristiwaOf<'cerai'>,
  pasangan: Individu | undefined,
  tanggal: string,
  c: Konteks,
): MasalahPeristiwa | null {
  if (!p.keluargaTujuanId) return 'tanpa_tujuan'
  if (p.keluargaTujuanId === k.id) return 'tujuan_sama'
  const ke = keluargaAktif(d, p.keluargaTujuanId)
  if (!ke || ke.kab !== k.kab) return 'tujuan_tidak_aktif'
  const sebelum = sebelumPergi(d, k.id)
  const lewat = pasangan?.keluarga_id === ke.id ? lewatPasangan[pasangan.hubungan ?? 0] : undefined
  const [pertama] = orang
  const hubungan = (i: Individu) =>
    p.hubungan?.[i.id] ?? (i === pertama ? (p.hubunganBaru ?? lewat ?? LAINNYA) : LAINNYA)
  masukkan(d, orang, ke, hubungan, tanggal, p.jenis)
  if (p.nomorKkBaru) taruh(d, 'keluarga', { ...ke, nomor_kk: p.nomorKkBaru })
  const pergi = orang.map((i) => i.id)
  return setelahDitinggal(d, k.id, pergi, sebelum, p, tanggal, p.jenis, c)
}

/** A card of their own: the spouse joins from wherever they are registered. */
function kartuBerdua(
  d: Draf,
  k: Keluarga,
  i: Individu,
  p: PeristiwaOf<'kawin'>,
  pasangan: Individu | undefined,
  tanggal: string,
  c: Konteks,
): MasalahPeristiwa | null {
  const serumah = pasangan?.keluarga_id === k.id
  const orang = serumah && pasangan ? [i, pasangan] : [i]
  const salah = pisahkan(
    d,
    k,
    orang,
    i,
    { ...p, hubungan: { ...p.hubungan, ...(pasangan ? { [pasangan.id]: 2 } : {}) } },
    tanggal,
    p.jenis,
    c,
  )
  const baru = d.keluarga.get(c.keluargaBaruId)
  if (salah || !pasangan || serumah || !baru) return salah
  const dari = pasangan.keluarga_id
  const sebelum = sebelumPergi(d, dari)
  masukkan(d, [pasangan], baru, () => 2, tanggal, p.jenis)
  const j = {
    kepalaBaruId: p.kepalaBaruPasanganId,
    pengganti: p.penggantiPasangan,
    hubungan: p.hubungan,
  }
  return setelahDitinggal(d, dari, [pasangan.id], sebelum, j, tanggal, p.jenis, c)
}

export const kawin: Aturan<PeristiwaOf<'kawin'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const i = anggotaOf(d, k.id, c.individuId)
  if (!i) return 'bukan_anggota'
  const pasangan = p.pasanganId ? d.individu.get(p.pasanganId) : undefined
  if (
    p.pasanganId &&
    (pasangan?.status !== 'aktif' || pasangan.id === i.id || pasangan.kab !== i.kab)
  )
    return 'tanpa_pasangan'
  const salah = tanggalSalah(p.tanggal, c.hariIni, pasangan ? [i, pasangan] : [i])
  if (salah) return salah
  if (nomorKkSalah(p.nomorKkBaru)) return 'nomor_kk_salah'
  const tanggal = p.tanggal ?? c.hariIni
  if (p.tujuan === 'tetap') return null
  if (p.tujuan === 'kk_baru') return kartuBerdua(d, k, i, p, pasangan, tanggal, c)
  return p.tujuan ? masukKe(d, k, [i], p, pasangan, tanggal, c) : 'tanpa_tujuan'
}

export const cerai: Aturan<PeristiwaOf<'cerai'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const ikut = [...new Set([c.individuId ?? '', ...(p.ikutId ?? [])])].map((id) =>
    anggotaOf(d, k.id, id),
  )
  const orang = ikut.filter((i) => i !== null)
  const [i] = orang
  if (!i || orang.length < ikut.length) return 'bukan_anggota'
  const salah = tanggalSalah(p.tanggal, c.hariIni, orang)
  if (salah) return salah
  if (nomorKkSalah(p.nomorKkBaru)) return 'nomor_kk_salah'
  const tanggal = p.tanggal ?? c.hariIni
  if (p.tujuan === 'tetap') return null
  if (p.tujuan === 'kk_baru') {
    if (orang.length >= anggotaAktif(d, k.id).length) return 'semua_pergi'
    return pisahkan(d, k, orang, i, p, tanggal, p.jenis, c)
  }
  return p.tujuan ? masukKe(d, k, orang, p, undefined, tanggal, c) : 'tanpa_tujuan'
}

/** All members enter another family and the card ends; its aid goes along, never twice. */
export const gabung: Aturan<PeristiwaOf<'gabung_kk'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  if (!p.keluargaTujuanId) return 'tanpa_tujuan'
  if (p.keluargaTujuanId === k.id) return 'tujuan_sama'
  const ke = keluargaAktif(d, p.keluargaTujuanId)
  if (!ke || ke.kab !== k.kab) return 'tujuan_tidak_aktif'
  const orang = anggotaAktif(d, k.id)
  const salah = tanggalSalah(p.tanggal, c.hariIni, orang)
  if (salah) return salah
  const tanggal = p.tanggal ?? c.hariIni
  const kartu = pengurusKini(d, k.id)
  const tanpaKartu = pemegang(d, ke.id) === null && pengurusKini(d, ke.id) === undefined
  masukkan(d, orang, ke, (i) => p.hubungan?.[i.id] ?? LAINNYA, tanggal, p.jenis)
  bantuanIkut(d, k, ke, tanggal, p.jenis)
  akhiriKeluarga(d, k, 'nonaktif', tanggal)
  if (kartu?.individu_id && tanpaKartu)
    pasangPengurus(d, ke, orangnya(kartu.individu_id), tanggal, p.jenis)
  return null
}
