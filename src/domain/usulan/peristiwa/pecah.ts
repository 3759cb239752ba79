/** A card is split: both families stay in one house; aid stays with the card that keeps its holder. */
import { parseNomorKk } from '#domain/individu/nomor-kk.ts'
import { bantuanIkut } from './bantuan.ts'
import { akhiriKeluarga } from './ditinggal.ts'
import type { PeristiwaOf } from './isi.ts'
import { masukKeluarga } from './keanggotaan.ts'
import { angkatKepala, hubunganSesudah } from './kepala.ts'
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
import { akhiriPengurus, orangnya, pasangPengurus, pemegang, pengurusKini } from './pengurus.ts'
import type { Draf, Individu, Keluarga } from './registri.ts'
import { taruh } from './registri.ts'

export const nomorKkSalah = (nomor: string | undefined): boolean =>
  nomor !== undefined && nomor !== '' && !parseNomorKk(nomor).ok

/** A new card in the house of another, without aid. */
export function kartuBaru(
  d: Draf,
  dari: Keluarga,
  kepala: Individu,
  nomorKk: string | undefined,
  tanggal: string,
  c: Konteks,
): Keluarga {
  const serumah = [...d.keluarga.values()].filter((k) => k.ruta_id === dari.ruta_id)
  const baru: Keluarga = {
    ...dari,
    id: c.keluargaBaruId,
    wilayah_tercatat: dari.wilayah,
    urutan_ruta: Math.max(0, ...serumah.map((k) => k.urutan_ruta)) + 1,
    nomor_kk: nomorKk || null,
    nama_kepala: kepala.nama,
    jumlah_anggota: 0,
    status: 'aktif',
    status_dari: tanggal,
  }
  taruh(d, 'keluarga', baru)
  return baru
}

/** Persons leave their family and enter another on one day. */
export function masukkan(
  d: Draf,
  orang: readonly Individu[],
  ke: Keluarga,
  hubungan: (i: Individu) => number | null,
  tanggal: string,
  sumber: string,
): void {
  let urutan = Math.max(0, ...anggotaAktif(d, ke.id).map((i) => i.urutan ?? 0))
  const induk = d.ruta.get(ke.ruta_id)?.keluarga_id === ke.id
  for (const i of orang) {
    urutan += 1
    const baru = hubungan(i)
    taruh(d, 'individu', {
      ...i,
      keluarga_id: ke.id,
      ruta_id: ke.ruta_id,
      wilayah: ke.wilayah,
      rt: ke.rt,
      hubungan: baru,
      // In another house the relation to its head is known only in the family of that head.
      hubungan_ruta: i.ruta_id === ke.ruta_id ? i.hubungan_ruta : induk ? baru : null,
      urutan,
    })
    masukKeluarga(d, i, ke, tanggal, sumber)
  }
}

function periksa(
  d: Draf,
  k: Keluarga,
  orang: readonly (Individu | null)[],
  p: PeristiwaOf<'pecah_kk'>,
): MasalahPeristiwa | null {
  if (orang.length === 0) return 'tanpa_anggota'
  if (orang.includes(null)) return 'bukan_anggota'
  if (orang.length >= anggotaAktif(d, k.id).length) return 'semua_pergi'
  if (!p.kepalaKkBaruId || !orang.some((i) => i?.id === p.kepalaKkBaruId))
    return 'kepala_bukan_anggota_baru'
  return nomorKkSalah(p.nomorKkBaru) ? 'nomor_kk_salah' : null
}

/** What the form says about those who stay, and the number of the new card. */
type Pisah = {
  readonly nomorKkBaru?: string | undefined
  readonly kepalaBaruId?: string | undefined
  readonly hubungan?: Readonly<Record<string, number>> | undefined
}

/**
 * `orang` get a card of their own with `kepala` as head, in the same house. Aid stays with the card
 * that keeps its holder; a family of which nobody is left ends.
 */
export function pisahkan(
  d: Draf,
  k: Keluarga,
  orang: readonly Individu[],
  kepala: Individu,
  p: Pisah,
  tanggal: string,
  sumber: string,
  c: Konteks,
): MasalahPeristiwa | null {
  const lama = kepalaOf(d, k.id)
  const kartu = pemegang(d, k.id)
  const baru = kartuBaru(d, k, kepala, p.nomorKkBaru, tanggal, c)
  const hubungan = (i: Individu) =>
    i.id === kepala.id ? 1 : (p.hubungan?.[i.id] ?? hubunganSesudah(kepala.hubungan, i.hubungan))
  masukkan(d, orang, baru, hubungan, tanggal, sumber)
  const sisa = anggotaAktif(d, k.id)
  if (sisa.length > 0 && lama && orang.some((i) => i.id === lama.id)) {
    const pengganti = anggotaOf(d, k.id, p.kepalaBaruId)
    if (!pengganti) return 'perlu_kepala'
    angkatKepala(d, k, pengganti, p.hubungan)
  }
  if (kartu !== null && orang.some((i) => i.id === kartu)) {
    const tercatat = pengurusKini(d, k.id) !== undefined
    akhiriPengurus(d, k.id, tanggal)
    bantuanIkut(d, k, baru, tanggal, sumber)
    if (tercatat) pasangPengurus(d, baru, orangnya(kartu), tanggal, sumber)
  }
  if (sisa.length === 0) akhiriKeluarga(d, d.keluarga.get(k.id) ?? k, 'habis', tanggal)
  return null
}

export const pecah: Aturan<PeristiwaOf<'pecah_kk'>> = (d, p, c) => {
  const k = keluargaAktif(d, c.keluargaId)
  if (!k) return 'keluarga_tidak_aktif'
  const dipilih = [...new Set(p.anggotaId ?? [])].map((id) => anggotaOf(d, k.id, id))
  const orang = dipilih.filter((i) => i !== null)
  const salah = tanggalSalah(p.tanggal, c.hariIni, orang) ?? periksa(d, k, dipilih, p)
  const kepala = orang.find((i) => i.id === p.kepalaKkBaruId)
  if (salah || !kepala) return salah ?? 'kepala_bukan_anggota_baru'
  return pisahkan(d, k, orang, kepala, p, p.tanggal ?? c.hariIni, p.jenis, c)
}
