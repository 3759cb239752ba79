/** What a visit changes: whether it counts, the next date, a finding, a draft proposal. Pure decision. */
import { tambahHari } from '#domain/kalender/waktu.ts'
import type { StatusKelayakan } from '#domain/keluarga/kelayakan.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { HasilKunjungan, SebabTidak } from './hasil.ts'
import type { IsianKunjungan } from './isian.ts'
import type { BerkasKunjungan } from './kebijakan.ts'

/** An earlier visit that did not find the family and does not count yet. */
export type TidakDitemukan = {
  readonly id: string
  readonly petugasId: string
  readonly tanggal: string
}

export type FaktaKunjungan = {
  readonly hasil: HasilKunjungan
  /** 'YYYY-MM-DD', day of the visit. */
  readonly tanggal: string
  readonly petugasId: string
  /** The officer, or who enters it, is of this family or house. */
  readonly kerabat: boolean
  /** Last visit that counts; null is never. */
  readonly terakhir: string | null
  /** Day by which it had to be visited; null is at once. */
  readonly tempo: string | null
  readonly kelayakan: StatusKelayakan
  /** Day of the newest finding of eligibility. */
  readonly penilaianTerakhir: string | null
  readonly tidakDitemukan: readonly TidakDitemukan[]
}

export type Akibat = {
  readonly terhitung: boolean
  readonly sebab: SebabTidak | null
  /** The visit "not found" that this one confirms. */
  readonly mengukuhkan: string | null
  /** A finding "layak" is written. */
  readonly penilaianLayak: boolean
  /** A draft proposal of this kind is made. */
  readonly draf: 'tidak_layak' | 'layak_kembali' | null
  /** The visit stands as the last one, and sets the next date. */
  readonly menjadwalkan: boolean
  /** Last day to object; null where nothing can be lost by it. */
  readonly keberatanSampai: string | null
  /** Null at the first visit: nobody could be late. */
  readonly tepatWaktu: boolean | null
}

type Batas = Pick<BerkasKunjungan, 'kukuh_hari' | 'keberatan_hari'>

const belum = (sebab: SebabTidak): Akibat => ({
  terhitung: false,
  sebab,
  mengukuhkan: null,
  penilaianLayak: false,
  draf: null,
  menjadwalkan: false,
  keberatanSampai: null,
  tepatWaktu: null,
})

/**
 * Kin never counts. "Not found" counts when another officer did not find them either, within the
 * days of policy. "Not eligible" takes nothing away by itself: it drafts a proposal, which a meeting
 * decides. A family that a proposal found not eligible comes back by a proposal too, not by a visit.
 */
export function akibatKunjungan(f: FaktaKunjungan, batas: Batas): Akibat {
  if (f.kerabat) return belum('kerabat')
  const pertama =
    f.hasil === 'tidak_ditemukan'
      ? f.tidakDitemukan.find(
          (lain) =>
            lain.petugasId !== f.petugasId &&
            lain.tanggal <= f.tanggal &&
            tambahHari(lain.tanggal, batas.kukuh_hari) >= f.tanggal,
        )
      : undefined
  if (f.hasil === 'tidak_ditemukan' && !pertama) return belum('menunggu_petugas_kedua')
  const layak = f.hasil === 'layak' || f.hasil === 'layak_intervensi'
  const terbaru = f.penilaianTerakhir === null || f.penilaianTerakhir <= f.tanggal
  return {
    terhitung: true,
    sebab: null,
    mengukuhkan: pertama?.id ?? null,
    penilaianLayak: layak && terbaru && f.kelayakan !== 'tidak_layak',
    draf:
      f.hasil === 'tidak_layak' && f.kelayakan !== 'tidak_layak'
        ? 'tidak_layak'
        : layak && f.kelayakan === 'tidak_layak'
          ? 'layak_kembali'
          : null,
    menjadwalkan: f.terakhir === null || f.terakhir <= f.tanggal,
    keberatanSampai: f.hasil === 'tidak_layak' ? tambahHari(f.tanggal, batas.keberatan_hari) : null,
    tepatWaktu: f.terakhir === null || f.tempo === null ? null : f.tanggal <= f.tempo,
  }
}

/** What a visit lacks to be entered. */
export type KurangKunjungan =
  | 'hasil'
  | 'tanggal'
  | 'tanggal_mendatang'
  | 'tanggal_terlalu_lama'
  | 'alasan'
  | 'kehadiran'
  | 'intervensi'

/**
 * @param anggota ids of the living members who are on the form
 * @param intervensi the needed intervention as answered, now or before: a bit sum
 */
export function kurangKunjungan(
  isi: IsianKunjungan,
  {
    anggota,
    intervensi,
    today,
    mundurHari,
  }: {
    readonly anggota: readonly string[]
    readonly intervensi: number | null
    readonly today: string
    readonly mundurHari: number
  },
): Result<IsianKunjungan & { hasil: HasilKunjungan; tanggal: string }, readonly KurangKunjungan[]> {
  const { hasil, tanggal } = isi
  const kurang: KurangKunjungan[] = []
  if (!hasil) kurang.push('hasil')
  if (!tanggal) kurang.push('tanggal')
  else if (tanggal > today) kurang.push('tanggal_mendatang')
  else if (tambahHari(tanggal, mundurHari) < today) kurang.push('tanggal_terlalu_lama')
  const bertemu = hasil !== undefined && hasil !== 'tidak_ditemukan'
  if (hasil !== undefined && hasil !== 'layak' && !isi.alasan) kurang.push('alasan')
  const ditandai = new Set((isi.kehadiran ?? []).map((k) => k.individuId))
  if (bertemu && anggota.some((id) => !ditandai.has(id))) kurang.push('kehadiran')
  if (hasil === 'layak_intervensi' && !intervensi) kurang.push('intervensi')
  return kurang.length > 0 || !hasil || !tanggal ? err(kurang) : ok({ ...isi, hasil, tanggal })
}
