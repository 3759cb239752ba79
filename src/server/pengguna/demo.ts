/** The named demo officers of Kota Bontang; they exist only beside demo data and are marked as demo. */
import { createHmac } from 'node:crypto'
import type { NewAccount } from './akun.ts'

const officers = [
  { username: 'siti.apiapi', nama: 'Siti Rahmawati', peran: 'operator_desa', wilayah: 6474011006 },
  { username: 'budi.dinsos', nama: 'Budi Hartono', peran: 'verifikator', wilayah: 6474000000 },
  { username: 'rina.kaltim', nama: 'Rina Marlina', peran: 'provinsi', wilayah: 6400000000 },
  { username: 'agus.pusdatin', nama: 'Agus Salim', peran: 'pusdatin', wilayah: 0 },
] as const

/** A password per installation: words that can be typed from a projector, derived from its secret. */
function passwordOf(username: string, secret: string): string {
  const words = [
    'padi',
    'laut',
    'kayu',
    'batu',
    'sawah',
    'gunung',
    'sungai',
    'kebun',
    'pasar',
    'pulau',
    'hujan',
    'angin',
    'bulan',
    'kapal',
    'ombak',
    'rotan',
  ]
  const bytes = createHmac('sha256', secret).update(`demo:${username}`).digest()
  const word = (i: number) => words[(bytes[i] ?? 0) % words.length] ?? 'padi'
  return `${word(0)}-${word(1)}-${word(2)}-${100 + ((bytes[3] ?? 0) % 900)}`
}

/** The demo accounts of this installation with their passwords. */
export const demoAccounts = (secret: string): readonly NewAccount[] =>
  officers.map((officer) => ({
    ...officer,
    password: passwordOf(officer.username, secret),
    demo: true,
    dari: '2018-01-01',
  }))
