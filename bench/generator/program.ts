/** Which programmes a household takes part in, from its level of living and its members. */
import type { Acak } from './acak.ts'
import { luasNormal } from './rumah.ts'
import type { Jawaban, Orang } from './tipe.ts'

/** 1 yes, 2 no, by canonical name; rastra comes from the plan. */
export function buatProgram(
  acak: Acak,
  theta: number,
  rastra: boolean,
  anggota: readonly Orang[],
): Record<string, Jawaban> {
  const ya = (u: number): Jawaban => (acak.peluang(luasNormal(u)) ? 1 : 2)
  const sekolah = anggota.some((o) => o.sekolah === 1)
  const komponen = sekolah || anggota.some((o) => o.umur < 6 || o.umur >= 70 || o.hamil === 1)
  const pkh = rastra && komponen ? ya(-0.9 - 0.7 * theta) : 2
  return {
    terima_kks: rastra ? ya(0.3 - 0.3 * theta) : ya(-2.2),
    terima_kip: sekolah ? ya(-0.3 - 0.4 * theta) : 2,
    terima_kis: ya(0.35 - 0.45 * theta),
    terima_bpjs_mandiri: ya(-1.2 + 0.5 * theta),
    terima_jamsostek: ya(-1.5 + 0.5 * theta),
    terima_asuransi_lain: ya(-2.3 + 0.4 * theta),
    terima_pkh: pkh,
    terima_rastra: rastra ? 1 : 2,
    terima_kur: ya(-2.1 + 0.2 * theta),
  }
}

/** Place among the nation's hundred, seen with error; only the poorest forty are in the register. */
export function persentilDari(acak: Acak, theta: number): number {
  const u = luasNormal((theta + 0.45 * acak.normal()) / 1.12)
  return Math.max(1, Math.min(40, Math.ceil(u * 40)))
}
