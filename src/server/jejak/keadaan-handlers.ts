/** The state of the log, its public key, and the purposes, for everybody who is signed in. */
import { jejakKeadaan, jejakKunci, jejakTujuan } from '#contract/jejak-keadaan.ts'
import { tujuanBawaan } from '#domain/jejak/tujuan.ts'
import { ok } from '#domain/result.ts'
import { type Bound, handle } from '#server/http/handle.ts'
import type { PengurutJejak } from './jalan.ts'
import { daftarTujuan } from './tujuan.ts'

export const keadaanHandlers = (
  jejak: Pick<PengurutJejak, 'keadaan' | 'penanda'>,
): readonly Bound[] => [
  handle(jejakKeadaan, async () => {
    const { status, sejak, berhentiPada, sebab, disegelPada } = jejak.keadaan()
    return ok({
      status,
      sejak: status === 'aman' ? null : (sejak?.toISOString() ?? null),
      berhentiPada: berhentiPada?.toISOString() ?? null,
      sebab: status === 'aman' ? null : sebab,
      disegelPada: disegelPada?.toISOString() ?? null,
    })
  }),
  handle(jejakKunci, async () => {
    const { kunci, publik: pem } = jejak.penanda
    return ok({ kunci, pem })
  }),
  handle(jejakTujuan, async ({ pengguna }) => {
    const daftar = daftarTujuan()
    return ok({
      pilihan: daftar.map(({ kode, label, keterangan }) => ({ kode, label, keterangan })),
      bawaan: tujuanBawaan(daftar, pengguna.peran),
    })
  }),
]
