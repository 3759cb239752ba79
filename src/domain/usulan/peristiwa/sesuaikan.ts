/** What follows from who lives where: numbers of members, and whose head names the house. */
import { type Draf, taruh } from './registri.ts'

/** Numbers of members follow the persons; a house whose first family is gone gets the next one's head. */
export function sesuaikan(d: Draf): void {
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
