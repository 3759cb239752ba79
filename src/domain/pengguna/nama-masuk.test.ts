import { expect, test } from 'vitest'
import { namaBebas, namaMasuk } from './nama-masuk.ts'

test.each([
  ['Siti Rahmawati', 'Api-Api', 'siti.apiapi'],
  ['Hj. Nur Aini', 'Kota Bontang', 'nur.bontang'],
  ['A. Yani', 'Guntung', 'yani.guntung'],
  ['?', 'Guntung', 'petugas.guntung'],
])('%s of %s signs in as %s', (nama, tempat, username) => {
  expect(namaMasuk(nama, tempat)).toBe(username)
})

test('two of one name get two names to sign in with', () => {
  const dipakai = new Set(['siti.apiapi'])
  expect([namaBebas('siti.apiapi', dipakai), namaBebas('siti.apiapi', dipakai)]).toEqual([
    'siti.apiapi2',
    'siti.apiapi3',
  ])
})
