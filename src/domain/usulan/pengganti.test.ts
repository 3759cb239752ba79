import { expect, test } from 'vitest'
import { sebutPengganti } from './pengganti.ts'

const lurah = { id: 'Lurah/kepala desa', en: 'Village head' }
const opd = { id: 'Kepala OPD', en: 'Head of the social office' }
const apiApi = { nama: 'Api-api', jenis: 'kelurahan', tingkat: 'desa' } as const

test.each([
  ['plh', 'lurah', lurah, apiApi, 'Plh. Lurah Api-api'],
  [
    'plt',
    'lurah',
    lurah,
    { ...apiApi, nama: 'Sumurgung', jenis: 'desa' },
    'Plt. Kepala Desa Sumurgung',
  ],
  [
    'plh',
    'kepala_opd',
    opd,
    { nama: 'Kota Bontang', jenis: 'kota', tingkat: 'kabkota' },
    'Plh. Kepala OPD Kota Bontang',
  ],
  ['plh', 'lurah', lurah, null, 'Plh. Lurah/kepala desa'],
] as const)('%s of %s is named by the office acted for', (jenis, peran, label, tempat, kata) => {
  expect(sebutPengganti(jenis, peran, label, tempat).id).toBe(kata)
})
