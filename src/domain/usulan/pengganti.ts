/** How whoever stands in for an office is named beside a step: by the office acted for, never by their own. */
import { namaTempat, type Tempat } from '#domain/jejak/kantor.ts'
import type { Label } from '#domain/label.ts'

/** Substitutes by letter of assignment. */
export type Pengganti = 'plt' | 'plh'

const sebutan: Readonly<Record<Pengganti, Label>> = {
  plt: { id: 'Plt.', en: 'Acting (Plt.)' },
  plh: { id: 'Plh.', en: 'Acting (Plh.)' },
}

/** A village head is called by the kind of the village; every other office by role and area. */
function jabatan(peran: string, label: Label, t: Tempat | null): Label {
  if (t === null) return label
  if (peran !== 'lurah') {
    const di = namaTempat(t)
    return { id: `${label.id} ${di}`, en: `${label.en} of ${di}` }
  }
  const kata = t.jenis.startsWith('kelurahan') ? 'Lurah' : 'Kepala Desa'
  return { id: `${kata} ${t.nama}`, en: `${label.en} of ${namaTempat(t)}` }
}

/**
 * "Plh. Lurah Api-api".
 * @param label of the role that was worn
 * @param t the area of the office acted for; null where its region is no longer known
 */
export function sebutPengganti(
  jenis: Pengganti,
  peran: string,
  label: Label,
  t: Tempat | null,
): Label {
  const j = jabatan(peran, label, t)
  return { id: `${sebutan[jenis].id} ${j.id}`, en: `${sebutan[jenis].en} ${j.en}` }
}
