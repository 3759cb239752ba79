import { expect, test } from 'vitest'
import { scopeStatements } from './transaction.ts'

const id = '01900000-0000-7000-8000-00000000000A'

test('an area without limits below the village says so', () => {
  expect(scopeStatements({ lo: 1, hi: 2 })).toBe(
    `SET LOCAL app.lo = '1'; SET LOCAL app.hi = '2'; SET LOCAL app.rt = '*'; SET LOCAL app.keluarga = '*'`,
  )
})

test('an empty list names nothing', () => {
  expect(scopeStatements({ lo: 1, hi: 2, rt: [] })).toContain(`app.rt = ''`)
  const none = scopeStatements({ lo: 1, hi: 2, keluarga: [] })
  expect(none).toContain(`app.keluarga = ''`)
  expect(none).toContain(`app.ruta = ''`)
})

test('lists are written by commas, ids in small letters as the database writes them', () => {
  const written = scopeStatements({ lo: 1, hi: 2, rt: [3, 12], keluarga: [id, id], ruta: [id] })
  expect(written).toContain(`app.rt = '3,12'`)
  expect(written).toContain(`app.keluarga = '${id.toLowerCase()},${id.toLowerCase()}'`)
  expect(written).toContain(`app.ruta = '${id.toLowerCase()}'`)
})

test('nothing but numbers and ids comes into the statement', () => {
  const evil = `'; drop table keluarga; --`
  expect(() => scopeStatements({ lo: 1.5, hi: 2 })).toThrow()
  expect(() => scopeStatements({ lo: 1, hi: 2, rt: [-1] })).toThrow()
  expect(() => scopeStatements({ lo: 1, hi: 2, keluarga: [evil] })).toThrow()
  expect(() => scopeStatements({ lo: 1, hi: 2, keluarga: [id], ruta: [evil] })).toThrow()
})
