/** The address of the page of visits: region, RT, reason. */
import { sebabAntrean } from '#domain/kunjungan/antrean.ts'
import { flag, oneOf, whole } from '#web/saringan.ts'

export const alamatKunjungan = (s: Record<string, unknown>) => ({
  ...whole('wilayah', s.wilayah),
  ...whole('rt', s.rt),
  ...oneOf('sebab', s.sebab, sebabAntrean),
  ...flag('saya', s.saya),
})
