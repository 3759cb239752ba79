/** Which form stands open, as it stands in the address: kind, proposal, family, person, section. */
import { semuaJenis } from '#domain/usulan/jenis.ts'
import { oneOf, whole, word } from '#web/saringan.ts'

export const alamatIsian = (s: Record<string, unknown>) => ({
  ...oneOf('jenis', s.jenis, semuaJenis),
  ...whole('kab', s.kab),
  ...word('id', s.id),
  ...word('keluarga', s.keluarga),
  ...word('orang', s.orang),
  ...word('bagian', s.bagian),
})
