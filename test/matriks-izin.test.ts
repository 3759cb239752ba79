/** The committed matrix is that of the contract, and the contract holds to its own rules of permission. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bolehIdentitas, semuaPeran } from '#contract/peran.ts'
import { semuaKontrak } from './kontrak-semua.ts'
import { matriksIzin, matriksPath } from './matriks-izin.ts'

test('docs/matriks-izin.md is what npm run gen makes of the contract', async () => {
  expect(readFileSync(matriksPath, 'utf8') === (await matriksIzin()), 'run: npm run gen').toBe(true)
})

test('nobody but those who sign in is asked without a role: a public operation writes nothing about families', async () => {
  const umum = (await semuaKontrak()).filter((op) => op.permission === 'umum')
  // What a QR leads to is for whoever holds the paper; it says no name.
  for (const { id } of umum)
    expect(id).toMatch(/^(sesi|masuk|undangan|perangkat|akun)\.|^dokumen\.periksa$/)
})

test('who sees less than a village may do nothing that speaks of a whole one', async () => {
  const bawah = (await semuaKontrak()).filter(
    (op) => op.permission !== 'umum' && !op.akunSendiri && op.permission.includes('ketua_rt'),
  )
  expect(bawah.map((op) => op.id).filter((id) => /^(kuota|impor)\./.test(id))).toEqual([])
  // They write proposals, which others decide, send evidence of a family or an RT of theirs
  // (src/server/berkas/berkas.db.test.ts), and say that their own RT has nothing to propose
  // (src/server/keberatan/keberatan.db.test.ts); nothing else.
  const tulis = bawah.filter((op) => op.audit === 'tulis').map((op) => op.id)
  expect(tulis.filter((id) => !/^usulan\.|^berkas\.unggah$|^rekap\.nihil$/.test(id))).toEqual([])
})

test('a role that takes numbers out of the house signs in with a strong factor', async () => {
  const { peran } = await import('#contract/peran.ts')
  for (const p of bolehIdentitas) expect(peran[p].faktor).toBe('kuat')
  expect(semuaPeran.length).toBe(14)
})
