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
import { type Draf, type Registri, salin, taruh } from './registri.ts'

const aturan: { readonly [J in JenisPeristiwa]?: Aturan<PeristiwaOf<J>> } = {
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
  datang,
}

/** Runs the rules of the kind on the draft. */
function jalankan<J extends JenisPeristiwa>(
  d: Draf,
  jenis: J,
  p: PeristiwaOf<J>,
  c: Konteks,
): MasalahPeristiwa | null {
  const rule: Aturan<PeristiwaOf<J>> | undefined = aturan[jenis]
  return rule ? rule(d, p, c) : 'lewat_asal'
}

/** Numbers of members follow the persons; a house whose first family is gone gets the next one's head. */
function sesuaikan(d: Draf): void {
  const perKeluarga = new Map<string, number>()
  const perRuta = new Map<string, number>()
  for (const i of d.individu.values()) {
    if (i.status !== 'aktif') continue
    perKeluarga.set(i.keluarga_id, (perKeluarga.get(i.keluarga_id) ?? 0) + 1)
    perRuta.set(i.ruta_id, (perRuta.get(i.ruta_id) ?? 0) + 1)
  }
  for (const k of d.keluarga.values())
    taruh(d, 'keluarga', { ...k, jumlah_anggota: perKeluarga.get(k.id) ?? 0 })
  for (const r of d.ruta.values())
    taruh(d, 'ruta', { ...r, jumlah_anggota: perRuta.get(r.id) ?? 0 })
  for (const r of d.ruta.values()) gantiKepalaRuta(d, r.id)
}

function gantiKepalaRuta(d: Draf, rutaId: string): void {
  const ruta = d.ruta.get(rutaId)
  const induk = ruta?.keluarga_id ? d.keluarga.get(ruta.keluarga_id) : undefined
  if (!ruta || !induk || (induk.status === 'aktif' && induk.ruta_id === rutaId)) return
  const [next] = [...d.keluarga.values()]
    .filter((k) => k.ruta_id === rutaId && k.status === 'aktif')
    .sort((a, b) => a.urutan_ruta - b.urutan_ruta)
  if (!next) return
  taruh(d, 'ruta', { ...ruta, keluarga_id: next.id, nama_kepala: next.nama_kepala })
  for (const i of d.individu.values())
    if (i.keluarga_id === next.id && i.status === 'aktif')
      taruh(d, 'individu', { ...i, hubungan_ruta: i.hubungan })
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
