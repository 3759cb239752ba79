import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nomorPerintah } from '#domain/perintah/nomor.ts'
import { kyselyOf } from '#server/db/pools.ts'
import type { DB } from '#server/db/tables.gen.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { claim, placeCommand, rememberStatement, wholeAnswer } from './command.ts'
import { keepMonths } from './command-upkeep.ts'
import { Unduhan } from './reply.ts'
import { inScope } from './transaction.ts'

let database: TestDatabase
let db: Kysely<DB>
beforeAll(async () => {
  database = await testDatabase()
  db = kyselyOf(database.app)
})
afterAll(() => database.close(), 10_000)

const day = 86_400_000
const nomor = (at = Date.now()) => nomorPerintah(at, randomBytes(16))
const command = (input: unknown, id = nomor()) => ({
  penggunaId: '00000000-0000-7000-8000-000000000001',
  id,
  operasi: 'uji.tulis',
  input,
})
const nowhere = { lo: 0, hi: 0 }

/** Carries a command out as the wrapper does; `kini` is the clock of the server. */
async function carryOut(
  c: ReturnType<typeof command>,
  work: () => Promise<unknown>,
  kini = Date.now(),
) {
  const placed = placeCommand(c, kini)
  if (!placed.ok) return placed.error.code
  return inScope(db, nowhere, async (tx) => {
    const before = await claim(tx, placed.value)
    if (!before.ok) return before.error.code
    if (before.value) return before.value.jawaban
    const answer = await wholeAnswer(await work())
    const { text, values } = rememberStatement(placed.value, answer)
    await tx.executeQuery(CompiledQuery.raw(text, [...values]))
    return answer
  })
}

const counting = () => {
  let done = 0
  return { work: async () => ({ ke: ++done }), done: () => done }
}

const kinds = {
  'that tells its time': () => nomor(),
  'of another version': () => randomUUID(),
} as const

describe.each(Object.entries(kinds))('an id %s', (_, made) => {
  test('gets the first answer when repeated, and is not carried out again', async () => {
    const c = command({ a: 1 }, made())
    const { work, done } = counting()
    expect(await carryOut(c, work)).toEqual({ ke: 1 })
    expect(await carryOut(c, work)).toEqual({ ke: 1 })
    expect(done()).toBe(1)
  })

  test('is refused with other input', async () => {
    const c = command({ a: 1 }, made())
    await carryOut(c, async () => 'satu')
    expect(await carryOut(command({ a: 2 }, c.id), async () => 'dua')).toBe(
      'perintah.nomor_dipakai',
    )
    expect(await carryOut({ ...c, operasi: 'uji.lain' }, async () => 'dua')).toBe(
      'perintah.nomor_dipakai',
    )
  })

  test('does the work once when twenty twins are sent at once', async () => {
    const c = command({ a: 1 }, made())
    const { work, done } = counting()
    const answers = await Promise.all(Array.from({ length: 20 }, () => carryOut(c, work)))
    expect(done()).toBe(1)
    expect(new Set(answers.map((a) => JSON.stringify(a)))).toEqual(new Set(['{"ke":1}']))
  })

  test('may be sent again after a failure', async () => {
    const c = command({ a: 1 }, made())
    await expect(carryOut(c, () => Promise.reject(new Error('putus')))).rejects.toThrow('putus')
    expect(await carryOut(c, async () => 'berhasil')).toBe('berhasil')
  })

  test('is one command on both sides of midnight at the end of a month', async () => {
    const now = new Date()
    const edge = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)
    const [before, after] = [edge - 1, edge + 1]
    const c = command({ a: 1 }, made === kinds['of another version'] ? made() : nomor(before))
    const { work, done } = counting()
    const twins = [before, after, before, after, before, after]
    const answers = await Promise.all(twins.map((kini) => carryOut(c, work, kini)))
    expect(answers).toEqual(twins.map(() => ({ ke: 1 })))
    expect(done()).toBe(1)
    const { rows } = await database.admin.query(
      'select count(*)::int as n from perintah where id = $1',
      [c.id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('belongs to one person: the same id of another is another command', async () => {
    const c = command({ a: 1 }, made())
    const other = { ...c, penggunaId: '00000000-0000-7000-8000-000000000002' }
    expect(await carryOut(c, async () => 'satu')).toBe('satu')
    expect(await carryOut(other, async () => 'dua')).toBe('dua')
  })
})

test('an answer comes back letter by letter', async () => {
  const c = command({})
  const answer = { z: 1, a: { nilai: '1,50', pada: null }, daftar: [3, 1, 2] }
  await carryOut(c, async () => answer)
  expect(JSON.stringify(await carryOut(c, async () => 'lain'))).toBe(JSON.stringify(answer))
})

test('a file that a write answered with comes back byte by byte', async () => {
  const c = command({})
  const bytes = randomBytes(100_000)
  const { work, done } = counting()
  const file = async () => {
    await work()
    return new Unduhan('daftar.xlsx', 'application/x-uji', Readable.from([bytes]))
  }
  for (let n = 0; n < 3; n++) {
    const answer = await carryOut(c, file)
    if (!(answer instanceof Unduhan)) throw new Error('no file')
    expect([answer.nama, answer.jenis]).toEqual(['daftar.xlsx', 'application/x-uji'])
    expect(Buffer.isBuffer(answer.isi) ? answer.isi : await buffer(answer.isi)).toEqual(bytes)
  }
  expect(done()).toBe(1)
})

describe('a command older than what is kept', () => {
  test('is refused, whether or not it was carried out before, and does nothing', async () => {
    const made = Date.now()
    const c = command({}, nomor(made))
    const { work, done } = counting()
    expect(await carryOut(c, work)).toEqual({ ke: 1 })
    expect(await carryOut(c, work, made + 90 * day)).toEqual({ ke: 1 })
    expect(await carryOut(c, work, made + 90 * day + 1)).toBe('perintah.kedaluwarsa')
    expect(await carryOut(command({}, nomor(made)), work, made + 91 * day)).toBe(
      'perintah.kedaluwarsa',
    )
    expect(done()).toBe(1)
  })

  test('from a clock far ahead is refused before it could outlive its month', async () => {
    const { work, done } = counting()
    expect(await carryOut(command({}, nomor(Date.now() + 2 * day)), work)).toBe(
      'perintah.mendahului',
    )
    expect(done()).toBe(0)
  })
})

describe('upkeep', () => {
  const months = async () => {
    const { rows } = await database.admin.query<{ nama: string }>(
      `select inhrelid::regclass::text as nama from pg_inherits where inhparent = 'perintah'::regclass order by 1`,
    )
    return rows.map((row) => row.nama)
  }
  const upkeep = (kini: Date) => keepMonths(database.admin, kini)

  test('keeps every month of the last 90 days and two ahead, and may run at any time', async () => {
    const now = new Date()
    // The database may have been made before midnight of a month's last day.
    await upkeep(now)
    const expected = []
    const oldest = new Date(now.getTime() - 90 * day)
    const last = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 1)
    for (
      let at = Date.UTC(oldest.getUTCFullYear(), oldest.getUTCMonth(), 1);
      at <= last;
      at = Date.UTC(new Date(at).getUTCFullYear(), new Date(at).getUTCMonth() + 1, 1)
    )
      expected.push(`perintah_${new Date(at).toISOString().slice(0, 7).replace('-', '_')}`)
    expect(await months()).toEqual(expected)
    await Promise.all([1, 2, 3].map(() => upkeep(now)))
    expect(await months()).toEqual(expected)
  })

  test('goes on beside open commands: months are made, old ones leave later', async () => {
    const [oldest] = await months()
    const later = new Date(Date.now() + 200 * day)
    await inScope(db, nowhere, async (tx) => {
      const placed = placeCommand(command({}))
      if (!placed.ok) throw new Error(placed.error.code)
      await claim(tx, placed.value)
      expect(await upkeep(later)).toEqual([])
      expect(await months()).toContain(
        `perintah_${later.toISOString().slice(0, 7).replace('-', '_')}`,
      )
      expect(await months()).toContain(oldest)
    })
    expect(await upkeep(later)).toContain(oldest)
    expect(await months()).not.toContain(oldest)
  })

  test('is not for the application, which has no DELETE either', async () => {
    await expect(database.app.query('select buang_bulan_perintah(now())')).rejects.toThrow(
      'permission',
    )
    await expect(database.app.query('delete from perintah')).rejects.toThrow('permission')
    await expect(database.app.query(`select 1 from ${(await months())[0]}`)).rejects.toThrow(
      'permission',
    )
  })
})
