/** The proof of a paired phone: a challenge signed by its key, together with the PIN. */
import { call } from '#web/api.ts'
import type { InputOf } from '#web/operasi.ts'
import { type PerangkatTersimpan, tandaTangani } from '#web/pengguna/kunci-perangkat.ts'

/** Asks for a challenge and answers it; the server judges key and PIN together. */
export async function buktiPerangkat(
  p: PerangkatTersimpan,
  pin: string,
): Promise<InputOf<'masuk.perangkat'>> {
  const { tantangan } = await call('masuk.perangkatMulai', { perangkat: p.id })
  return { perangkat: p.id, tantangan, tanda: await tandaTangani(p, tantangan), pin }
}
