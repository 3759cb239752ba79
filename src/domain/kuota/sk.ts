/** Who of a frozen list a decree can name: in the registry yes, in a decree no, while the head has no NIK. Pure. */
import type { Label } from '#domain/label.ts'
import type { KeputusanKuota } from './istilah.ts'

/** Whether a place that the list gives stays out of the decree; the same as the condition in SQL beside `listCounts`. */
export const diLuarSk = (r: {
  readonly keputusan: KeputusanKuota
  readonly nik_kepala: string | null
}): boolean => (r.keputusan === 'tetap' || r.keputusan === 'masuk') && r.nik_kepala === null

export const kataDiLuarSk: Label = {
  id: 'Tanpa NIK, tidak masuk SK',
  en: 'Without NIK, not in the decree',
}
