/** Pairing the phones of RT heads and field officers: the office shows a one-time QR code, the phone opens it. */
import { z } from 'zod'
import { operation } from './operation.ts'
import type { Peran } from './peran.ts'

/** Who may hand out access to a phone in their area. */
const pemasang: readonly Peran[] = ['operator_desa', 'lurah', 'administrator']

/** People of one's area whose role signs in by a paired device, with their devices. */
export const perangkatDaftar = operation({
  id: 'perangkat.daftar',
  method: 'GET',
  path: '/api/perangkat',
  input: z.object({}),
  output: z.object({
    orang: z.array(
      z.object({
        pengguna: z.uuid(),
        nama: z.string(),
        peranLabel: z.object({ id: z.string(), en: z.string() }),
        wilayah: z.string(),
        rt: z.array(z.number()).nullable(),
        perangkat: z.array(
          z.object({
            id: z.uuid(),
            nama: z.string(),
            dibuatPada: z.string(),
            dipakaiPada: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
  permission: pemasang,
  audit: 'tanpa',
  label: { id: 'Perangkat petugas di wilayah saya', en: 'Devices of officers in my area' },
})

/** A one-time code for one person's phone; shown as a QR code of this address and `tautan`. */
export const perangkatUndang = operation({
  id: 'perangkat.undang',
  method: 'POST',
  path: '/api/perangkat/undang',
  input: z.object({ pengguna: z.uuid() }),
  output: z.object({ tautan: z.string(), berakhirPada: z.string() }),
  permission: pemasang,
  audit: 'tulis',
  kukuh: true,
  sekali: true,
  label: { id: 'Tampilkan kode QR pemasangan', en: 'Show the pairing QR code' },
})

/** Takes a device out of use (lost, handed over); its sessions end at once. */
export const perangkatCabut = operation({
  id: 'perangkat.cabut',
  method: 'POST',
  path: '/api/perangkat/cabut',
  input: z.object({ perangkat: z.uuid() }),
  output: z.object({}),
  permission: pemasang,
  audit: 'tulis',
  label: { id: 'Cabut perangkat', en: 'Remove a device' },
})
