/** The filters of the log as they stand in the address: dates, codes and ids, never a name or a number of a person. */
import { semuaPeran } from '#contract/peran.ts'
import { oneOf, whole, word } from '#web/saringan.ts'

export type SaringanLog = {
  dari?: string
  sampai?: string
  pengguna?: string
  peran?: (typeof semuaPeran)[number]
  operasi?: string
  jenis?: 'baca' | 'tulis' | 'akun'
  tujuan?: string
  wilayah?: number
  catatan?: string
}

const hari = /^\d{4}-\d{2}-\d{2}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function sesuai<N extends string>(name: N, value: unknown, bentuk: RegExp): { [K in N]?: string } {
  return typeof value === 'string' && bentuk.test(value) ? word(name, value) : {}
}

/** The period alone, of the sheet for a citizen. */
export const masaLog = (s: Record<string, unknown>): Pick<SaringanLog, 'dari' | 'sampai'> => ({
  ...sesuai('dari', s.dari, hari),
  ...sesuai('sampai', s.sampai, hari),
})

export const saringanLog = (s: Record<string, unknown>): SaringanLog => ({
  ...masaLog(s),
  ...sesuai('pengguna', s.pengguna, uuid),
  ...oneOf('peran', s.peran, semuaPeran),
  ...word('operasi', s.operasi),
  ...oneOf('jenis', s.jenis, ['baca', 'tulis', 'akun']),
  ...word('tujuan', s.tujuan),
  ...whole('wilayah', s.wilayah),
  ...sesuai('catatan', s.catatan, uuid),
})
