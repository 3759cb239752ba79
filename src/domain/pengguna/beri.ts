/** Giving, changing and ending assignments: only downwards, never to oneself, administrators by two. */
import { err, ok, type Result } from '#domain/result.ts'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import {
  belumBerakhir,
  diAtas,
  type Masa,
  mencakup,
  type Pelaku,
  type Surat,
  type Tugas,
} from './tugas.ts'
import { aturanOf } from './wewenang.ts'

/** Why something about an assignment is refused; each has its text among the problems. */
export type Alasan =
  | 'diri_sendiri'
  | 'peran_tidak_boleh'
  | 'luar_wilayah'
  | 'harus_di_bawah'
  | 'tingkat_salah'
  | 'rt_wajib'
  | 'rt_tidak'
  | 'keluarga_tidak'
  | 'tanpa_surat'
  | 'surat_mendatang'
  | 'tanpa_akhir'
  | 'masa_terbalik'
  | 'masa_lampau'
  | 'sudah_berakhir'
  | 'perlu_usulan'
  | 'bukan_administrator'
  | 'pengusul_sendiri'
  | 'perlu_atasan'

/** Whether the role and area of the actor reach over such an assignment; who it belongs to aside. */
export function wewenangAtas(
  pelaku: Pelaku,
  tugas: Pick<Tugas, 'peran' | 'wilayah' | 'rt' | 'keluarga'>,
): Alasan | null {
  const aturan = aturanOf(tugas.peran)
  if (!aturan.oleh.some((peran) => peran === pelaku.peran)) return 'peran_tidak_boleh'
  if (!mencakup(pelaku, tugas)) return 'luar_wilayah'
  if (aturan.arah === 'atas' && !diAtas(pelaku, tugas)) return 'harus_di_bawah'
  return null
}

function bentukSalah(tugas: Tugas): Alasan | null {
  const aturan = aturanOf(tugas.peran)
  if (!aturan.tingkat.includes(tingkatOf(tugas.wilayah))) return 'tingkat_salah'
  const desa = tingkatOf(tugas.wilayah) === 'desa'
  if (tugas.keluarga !== null && (!aturan.keluarga || tugas.keluarga.length === 0))
    return 'keluarga_tidak'
  if (aturan.rt === 'wajib' && !tugas.rt?.length) return 'rt_wajib'
  if (tugas.rt !== null && (aturan.rt === 'tidak' || !desa || tugas.rt.length === 0))
    return 'rt_tidak'
  return null
}

function masaSalah(
  { jenis, dari, sampai, suratNomor, suratTanggal }: Pick<Tugas, 'jenis'> & Masa & Surat,
  today: string,
): Alasan | null {
  if (!suratNomor || !suratTanggal) return 'tanpa_surat'
  if (suratTanggal > today) return 'surat_mendatang'
  if (jenis !== 'definitif' && sampai === null) return 'tanpa_akhir'
  if (sampai !== null && sampai <= dari) return 'masa_terbalik'
  if (sampai !== null && sampai <= today) return 'masa_lampau'
  return null
}

const hasil = <T>(alasan: Alasan | null, nilai: T): Result<T, Alasan> =>
  alasan ? err(alasan) : ok(nilai)

/** May this assignment be given? @returns whether at once, or as a proposal that a second must approve */
export function putuskanPemberian(
  pemberi: Pelaku,
  diminta: Tugas & Surat,
  today: string,
): Result<'langsung' | 'usulan', Alasan> {
  if (pemberi.id === diminta.penggunaId) return err('diri_sendiri')
  const alasan = wewenangAtas(pemberi, diminta) ?? bentukSalah(diminta) ?? masaSalah(diminta, today)
  return hasil(alasan, aturanOf(diminta.peran).berdua ? 'usulan' : 'langsung')
}

/** May this person approve (or refuse) what another proposed? Never their own, never about themselves. */
export function putuskanPersetujuan(
  pemutus: Pelaku,
  usulan: Tugas & Surat & { readonly pengusulId: string },
  today: string,
): Result<null, Alasan> {
  if (pemutus.id === usulan.penggunaId) return err('diri_sendiri')
  if (pemutus.id === usulan.pengusulId) return err('pengusul_sendiri')
  if (pemutus.peran !== 'administrator') return err('bukan_administrator')
  const alasan = wewenangAtas(pemutus, usulan) ?? bentukSalah(usulan) ?? masaSalah(usulan, today)
  return hasil(alasan, null)
}

/** May the dates and the letter become these? More time is like a grant, so an administrator gets it by two. */
export function putuskanPerubahan(
  pelaku: Pelaku,
  tugas: Tugas,
  baru: Masa & Surat,
  today: string,
): Result<null, Alasan> {
  if (pelaku.id === tugas.penggunaId) return err('diri_sendiri')
  const kuasa = wewenangAtas(pelaku, tugas)
  if (kuasa) return err(kuasa)
  if (!belumBerakhir(tugas, today)) return err('sudah_berakhir')
  const lebih =
    baru.dari < tugas.dari ||
    (tugas.sampai !== null && (baru.sampai === null || baru.sampai > tugas.sampai))
  if (lebih && aturanOf(tugas.peran).berdua) return err('perlu_usulan')
  return hasil(masaSalah({ ...baru, jenis: tugas.jenis }, today), null)
}

/** May this assignment be ended today? */
export function putuskanAkhir(pelaku: Pelaku, tugas: Tugas, today: string): Result<null, Alasan> {
  if (pelaku.id === tugas.penggunaId) return err('diri_sendiri')
  const kuasa = wewenangAtas(pelaku, tugas)
  if (kuasa) return err(kuasa)
  return hasil(belumBerakhir(tugas, today) ? null : 'sudah_berakhir', null)
}

/**
 * May this person hold a link to that account (invitation, reset)? Whoever holds it can be the
 * officer, so it takes power over every role of the account, and over an administrator a larger area:
 * otherwise one administrator could become the second.
 */
export function putuskanTautan(
  pelaku: Pelaku,
  penggunaId: string,
  tugas: readonly Tugas[],
  today: string,
): Result<null, Alasan> {
  if (pelaku.id === penggunaId) return err('diri_sendiri')
  for (const satu of tugas.filter((t) => belumBerakhir(t, today))) {
    const kuasa = wewenangAtas(pelaku, satu)
    if (kuasa) return err(kuasa)
    if (aturanOf(satu.peran).berdua && !diAtas(pelaku, satu)) return err('perlu_atasan')
  }
  return ok(null)
}
