/** What a relative whom an officer declares is to them. */
import type { Label } from '#domain/label.ts'

export const hubunganKerabat = {
  suami_istri: { id: 'Suami/istri', en: 'Husband or wife' },
  orang_tua: { id: 'Orang tua', en: 'Parent' },
  anak: { id: 'Anak', en: 'Child' },
  saudara: { id: 'Saudara kandung/tiri', en: 'Brother or sister' },
  mertua_menantu: { id: 'Mertua/menantu', en: 'Parent- or child-in-law' },
  ipar: { id: 'Ipar', en: 'Brother- or sister-in-law' },
  lainnya: { id: 'Kerabat lain', en: 'Other relative' },
} as const satisfies Record<string, Label>

export type HubunganKerabat = keyof typeof hubunganKerabat
