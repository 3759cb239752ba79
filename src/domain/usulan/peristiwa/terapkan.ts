/** An event of life on the registry: what stands afterwards, or what stands against it. Pure. */
import { err, ok, type Result } from '#domain/result.ts'
import type { IsiUsulan } from '../isi.ts'
import { datang } from './datang.ts'
import type { JenisPeristiwa, Peristiwa, PeristiwaOf } from './isi.ts'
import { gantiKepala } from './kepala.ts'
import type { Aturan, Konteks } from './konteks.ts'
import { lahir } from './lahir.ts'
import type { MasalahPeristiwa } from './masalah.ts'
import { hidupKembali, meninggal } from './meninggal.ts'
import { cerai, gabung, kawin } from './pasangan.ts'
import { pecah } from './pecah.ts'
import { gantiPengurus } from './pengurus.ts'
import { pindahKeluar } from './pindah.ts'
import { type Draf, type Registri, salin } from './registri.ts'
import { sesuaikan } from './sesuaikan.ts'
import { tarikMasuk } from './tarik.ts'

const aturan: { readonly [J in JenisPeristiwa]: Aturan<PeristiwaOf<J>> } = {
  lahir,
  meninggal,
  hidup_kembali: hidupKembali,
  ganti_kepala: gantiKepala,
  ganti_pengurus: gantiPengurus,
  kawin,
  cerai,
  pecah_kk: pecah,
  gabung_kk: gabung,
  pindah_keluar: pindahKeluar,
  tarik_masuk: tarikMasuk,
  datang,
}

/** Runs the rules of the kind on the draft. */
function jalankan<J extends JenisPeristiwa>(
  d: Draf,
  jenis: J,
  p: PeristiwaOf<J>,
  c: Konteks,
): MasalahPeristiwa | null {
  const rule: Aturan<PeristiwaOf<J>> = aturan[jenis]
  return rule(d, p, c)
}

/**
 * @param jenis the kind that was proposed: the details must be of the same kind
 * @param r families concerned, each with its whole house
 */
export function terapkanPeristiwa(
  r: Registri,
  jenis: JenisPeristiwa,
  isi: Pick<IsiUsulan, 'peristiwa'>,
  c: Konteks,
): Result<Registri, MasalahPeristiwa> {
  const p: Peristiwa | undefined = isi.peristiwa
  if (p?.jenis !== jenis) return err('peristiwa_lain')
  const d = salin(r)
  const masalah = jalankan(d, jenis, p, c)
  if (masalah) return err(masalah)
  sesuaikan(d)
  return ok(d)
}
