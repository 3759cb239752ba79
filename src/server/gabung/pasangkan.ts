/** Members of two families that seem to be one person: by number, or by name and birth; heads by their place. */
import type { PasanganOrang } from '#domain/gabung/keluarga.ts'
import type { Orang, Rekaman } from '#domain/gabung/rekaman.ts'
import type { DuaRekaman } from './muat.ts'

type Sama = (a: Orang, b: Orang) => boolean

/** From the surest sign on; each person stands in one pair at most. */
const tanda: readonly Sama[] = [
  (a, b) => a.nik !== null && a.nik === b.nik,
  (a, b) =>
    a.nama_cari === b.nama_cari && a.tanggal_lahir !== null && a.tanggal_lahir === b.tanggal_lahir,
  (a, b) => a.nama_cari === b.nama_cari && a.jenis_kelamin === b.jenis_kelamin,
  (a, b) =>
    a.tanggal_lahir !== null &&
    a.tanggal_lahir === b.tanggal_lahir &&
    a.jenis_kelamin === b.jenis_kelamin &&
    a.hubungan === b.hubungan,
]

export function pasangkan(r: Rekaman, g: DuaRekaman): readonly PasanganOrang[] {
  if (g.jenis !== 'keluarga') return []
  const milik = (sisi: 'ke' | 'dari') =>
    (r.individu ?? []).filter(
      (i) => i.kab === g[sisi].kab && i.keluarga_id === g[sisi].id && i.status === 'aktif',
    )
  const [ke, dari] = [milik('ke'), milik('dari')]
  const hasil: PasanganOrang[] = []
  for (const sama of tanda)
    for (const a of ke)
      for (const b of dari) {
        const dipakai = hasil.some((p) => p.ke === a.id || p.dari === b.id)
        if (!dipakai && sama(a, b)) hasil.push({ ke: a.id, dari: b.id })
      }
  const [x, y] = [ke, dari].map((o) => o.find((i) => i.hubungan === 1))
  const bebas = x && y && !hasil.some((p) => p.ke === x.id || p.dari === y.id)
  return bebas ? [...hasil, { ke: x.id, dari: y.id }] : hasil
}
