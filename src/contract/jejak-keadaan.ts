/** Whether the log is being sealed, the key that proves it, and the purposes to choose from. */
import { z } from 'zod'
import { operation } from './operation.ts'
import { semuaPeran } from './peran.ts'

const label = z.object({ id: z.string(), en: z.string() })

export const jejakKeadaan = operation({
  id: 'jejak.keadaan',
  method: 'GET',
  path: '/api/jejak/keadaan',
  input: z.object({}),
  output: z.object({
    /** `tertunda`: no checkpoint for longer than usual; `terhenti`: changes are refused. */
    status: z.enum(['aman', 'tertunda', 'terhenti']),
    /** Since when entries wait for their checkpoint; null when none does. */
    sejak: z.string().nullable(),
    /** When changes will be, or were, refused. */
    berhentiPada: z.string().nullable(),
    /** What hinders, as far as this server knows. */
    sebab: label.nullable(),
    /** Entries up to here are sealed and can be found by record. */
    disegelPada: z.string().nullable(),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Keadaan jejak', en: 'State of the log' },
  lintas: 'agregat',
})

export const jejakKunci = operation({
  id: 'jejak.kunci',
  method: 'GET',
  path: '/api/jejak/kunci',
  input: z.object({}),
  output: z.object({ kunci: z.string(), pem: z.string() }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Kunci publik jejak', en: 'Public key of the log' },
})

export const jejakTujuan = operation({
  id: 'jejak.tujuan',
  method: 'GET',
  path: '/api/jejak/tujuan',
  input: z.object({}),
  output: z.object({
    pilihan: z.array(z.object({ kode: z.string(), label, keterangan: label })),
    /** The purpose of the role worn when nothing is said; null: one must be said. */
    bawaan: z.string().nullable(),
  }),
  permission: semuaPeran,
  audit: 'tanpa',
  label: { id: 'Tujuan membuka data', en: 'Purposes of opening data' },
})
