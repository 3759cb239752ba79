/**
 * A move in: asked for at the destination by numbers alone, carried out on the family of the origin.
 * Nobody is in two families on one day and nobody in none; what was on record at the origin stays there.
 */
import { parseNik } from '#domain/individu/nik.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { akhiriBantuan } from './bantuan.ts'
import { akhiriKeluarga, setelahDitinggal } from './ditinggal.ts'
import type { Pengganti, PeristiwaOf } from './isi.ts'
import type { BentukPindah } from './jenis.ts'
import { hariBerikut, terbuka } from './keanggotaan.ts'
import { hubunganSesudah } from './kepala.ts'
import {
  type Aturan,
  anggotaOf,
  type Konteks,
  keluargaAktif,
  kepalaOf,
  tanggalSalah,
} from './konteks.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import { nomorKkSalah } from './pecah.ts'
import { pemegang, pengurusKini } from './pengurus.ts'
import { pergi } from './pindah.ts'
import {
  type Draf,
  type Individu,
  type Keluarga,
  type Pengurus,
  type Registri,
  registriOf,
  salin,
  taruh,
} from './registri.ts'
import { sesuaikan } from './sesuaikan.ts'

/** What the destination says is checked by itself: its people see nothing of the family that is asked for. */
export const tarikMasuk: Aturan<PeristiwaOf<'tarik_masuk'>> = (_, p, c) => {
  const salah = tanggalSalah(p.tanggal, c.hariIni)
  if (salah) return salah
  if (!p.bentuk) return 'tanpa_bentuk'
  const nik = p.nik ?? []
  if (nik.length === 0) return 'tanpa_nik'
  if (nik.some((n) => !parseNik(n).ok)) return 'nik_salah'
  return nomorKkSalah(p.nomorKkBaru) ? 'nomor_kk_salah' : null
}

/** The answer of the origin, or of the office above both, about those who stay. */
export type JawabanAsal = {
  readonly kepalaBaruId?: string | undefined
  readonly pengganti?: Pengganti | undefined
  readonly hubungan?: Readonly<Record<string, number>> | undefined
}

export type Perpindahan = {
  readonly bentuk: BentukPindah
  /** 'YYYY-MM-DD' */
  readonly tanggal: string
  /** Those who go, where it is a part of the family; the first is head at the destination. */
  readonly orang: readonly string[]
  readonly tujuan: { readonly kab: number; readonly wilayah: number; readonly rt: number | null }
  readonly alamat: string | null
  readonly nomorKkBaru: string | null
  readonly jawaban: JawabanAsal
  readonly rutaBaruId: string
  /** Where it came from, as the history names it. */
  readonly sumber: string
}

/** The origin afterwards, and what is new at the destination. */
export type Terpindah = { readonly asal: Registri; readonly tujuan: Registri }

const seluruhnya = (b: BentukPindah): boolean => b === 'seluruh_keluarga' || b === 'domisili'

/**
 * Who goes: those who were asked for, in order; of a whole family also those who joined it since.
 * Whoever became head since then does not go in place of the former one.
 */
export const diminta = (
  d: Draf,
  keluargaId: string,
  p: Pick<Perpindahan, 'bentuk' | 'orang'>,
): readonly string[] => {
  const orang = p.bentuk === 'kepala_saja' ? p.orang.slice(0, 1) : p.orang
  return seluruhnya(p.bentuk)
    ? [...new Set([...pergi(d, keluargaId, { bentuk: p.bentuk }), ...orang])]
    : [...new Set(orang)]
}

/** The family as it begins at the destination. Without a card of its own yet it keeps the number it had. */
function keluargaBaru(k: Keluarga, kepala: Individu, p: Perpindahan, c: Konteks): Keluarga {
  const domisili = p.bentuk === 'domisili'
  const { kab, wilayah, rt } = p.tujuan
  return {
    ...k,
    kab,
    id: c.keluargaBaruId,
    ruta_id: p.rutaBaruId,
    wilayah,
    wilayah_tercatat: wilayah,
    rt,
    rw: null,
    urutan_ruta: 1,
    nomor_kk: p.nomorKkBaru || (seluruhnya(p.bentuk) ? k.nomor_kk : null),
    nama_kepala: kepala.nama,
    // Their card stays of elsewhere: its address does, and the village where they live answers for them.
    alamat: domisili ? k.alamat : p.alamat,
    domisili_wilayah: domisili ? wilayah : null,
    domisili_alamat: domisili ? p.alamat : null,
    penanggung_wilayah: domisili ? wilayah : null,
    status: 'aktif',
    status_dari: p.tanggal,
  }
}

/** Persons end at the origin and begin at the destination on one day. */
function pindahkanOrang(
  asal: Draf,
  tujuan: Draf,
  orang: readonly Individu[],
  ke: Keluarga,
  hubungan: (i: Individu) => number | null,
  p: Perpindahan,
): void {
  for (const [n, i] of orang.entries()) {
    const lama = terbuka(asal, i.id)
    const hari = lama && lama.dari >= p.tanggal ? hariBerikut(lama.dari) : p.tanggal
    if (lama) taruh(asal, 'keanggotaan', { ...lama, sampai: hari })
    taruh(asal, 'individu', { ...i, status: 'pindah', status_dari: hari })
    taruh(tujuan, 'keanggotaan', {
      kab: ke.kab,
      individu_id: i.id,
      keluarga_id: ke.id,
      wilayah: ke.wilayah,
      rt: ke.rt,
      dari: hari,
      sampai: null,
      sumber: p.sumber,
    })
    const menjadi = hubungan(i)
    taruh(tujuan, 'individu', {
      ...i,
      kab: ke.kab,
      keluarga_id: ke.id,
      ruta_id: ke.ruta_id,
      wilayah: ke.wilayah,
      wilayah_tercatat: ke.wilayah,
      rt: ke.rt,
      hubungan: menjadi,
      hubungan_ruta: menjadi,
      urutan: n + 1,
      asal_kab: i.kab === ke.kab ? i.asal_kab : i.kab,
    })
  }
}

/** A whole family takes its aid and the holder of its card along. */
function bawaBantuan(
  asal: Draf,
  tujuan: Draf,
  k: Keluarga,
  ke: Keluarga,
  kartu: Pengurus | undefined,
  p: Perpindahan,
): void {
  const tempat = { kab: ke.kab, keluarga_id: ke.id, wilayah: ke.wilayah, rt: ke.rt }
  for (const a of asal.penerimaan.values()) {
    if (a.keluarga_id !== k.id || a.sampai !== null) continue
    const dari = [a.dari, p.tanggal].sort().at(-1) ?? p.tanggal
    taruh(tujuan, 'penerimaan', { ...a, ...tempat, dari, sumber: p.sumber })
  }
  akhiriBantuan(asal, k.id, p.tanggal)
  if (kartu) taruh(tujuan, 'pengurus', { ...kartu, ...tempat, dari: p.tanggal, sumber: p.sumber })
}

/**
 * Carries a move out on the registry of the origin.
 * @param r the family with its whole house
 * @returns the origin with its rows ended, and the new rows of the destination. A person who stays in
 *   the partition keeps the row: it stands in `tujuan` alone.
 */
export function pindahkan(
  r: Registri,
  keluargaId: string,
  p: Perpindahan,
  c: Konteks,
): Result<Terpindah, MasalahPeristiwa> {
  const asal = salin(r)
  const k = keluargaAktif(asal, keluargaId)
  if (!k) return err('keluarga_tidak_aktif')
  const orang = diminta(asal, k.id, p).map((id) => anggotaOf(asal, k.id, id))
  const ikut = orang.filter((i) => i !== null)
  const salah = tanggalSalah(p.tanggal, c.hariIni, ikut)
  if (salah) return err(salah)
  if (orang.length === 0) return err('tanpa_anggota')
  if (ikut.length < orang.length) return err('bukan_anggota')
  const seluruh = seluruhnya(p.bentuk)
  const lama = kepalaOf(asal, k.id)
  const kepala = (seluruh ? lama : ikut[0]) ?? ikut[0]
  if (!kepala) return err('tanpa_anggota')
  const sebelum = { kepala: lama?.id ?? null, pengurus: pemegang(asal, k.id) }
  const kartu = pengurusKini(asal, k.id)
  const ke = keluargaBaru(k, kepala, p, c)
  const tujuan = salin(registriOf({ keluarga: [ke] }))
  taruh(tujuan, 'ruta', {
    kab: ke.kab,
    id: ke.ruta_id,
    wilayah: ke.wilayah,
    wilayah_tercatat: ke.wilayah,
    rt: ke.rt,
    nama_kepala: kepala.nama,
    keluarga_id: ke.id,
    jumlah_anggota: 0,
  })
  const hubungan = (i: Individu) =>
    i.id === kepala.id ? 1 : seluruh ? i.hubungan : hubunganSesudah(kepala.hubungan, i.hubungan)
  pindahkanOrang(asal, tujuan, ikut, ke, hubungan, p)
  if (seluruh) {
    bawaBantuan(asal, tujuan, k, ke, kartu, p)
    akhiriKeluarga(asal, k, 'pindah', p.tanggal)
  } else {
    const pergiId = ikut.map((i) => i.id)
    const sisa = [...asal.individu.values()].some(
      (i) => i.keluarga_id === k.id && i.status === 'aktif',
    )
    if (!sisa) return err('semua_pergi')
    const kurang = setelahDitinggal(asal, k.id, pergiId, sebelum, p.jawaban, p.tanggal, p.sumber, c)
    if (kurang) return err(kurang)
  }
  sesuaikan(asal)
  sesuaikan(tujuan)
  if (ke.kab === k.kab) for (const i of ikut) asal.individu.delete(i.id)
  return ok({ asal, tujuan })
}
