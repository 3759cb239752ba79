/** A refusal that asks the person something, and the request that goes again. */
import { expect, test } from 'vitest'
import { pasangPenengah, tengahi } from '#web/penengah.ts'

test('a refusal that nobody answers for stays a refusal', async () => {
  expect(await tengahi('masuk.kukuhkan')).toBe(false)
})

test('the answer of the question decides whether the request goes again', async () => {
  const lepas = pasangPenengah('masuk.kukuhkan', async () => true)
  expect(await tengahi('masuk.kukuhkan')).toBe(true)
  lepas()
  expect(await tengahi('masuk.kukuhkan')).toBe(false)
})

test('several refusals at once ask one question, later ones ask again', async () => {
  let kali = 0
  let jawab = (_: boolean) => {}
  const lepas = pasangPenengah('tujuan.perlu', () => {
    kali++
    return new Promise<boolean>((selesai) => {
      jawab = selesai
    })
  })
  const dua = Promise.all([tengahi('tujuan.perlu'), tengahi('tujuan.perlu')])
  jawab(true)
  expect(await dua).toEqual([true, true])
  expect(kali).toBe(1)
  const lagi = tengahi('tujuan.perlu')
  jawab(false)
  expect(await lagi).toBe(false)
  expect(kali).toBe(2)
  lepas()
})

test('a question that was taken over is not taken away by the former asker', async () => {
  const lama = pasangPenengah('masuk.perlu', async () => false)
  const baru = pasangPenengah('masuk.perlu', async () => true)
  lama()
  expect(await tengahi('masuk.perlu')).toBe(true)
  baru()
})
