/** `evaluate` and `toSql` give the same answer for every rule and every family. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fakta, Nilai, Syarat } from '#domain/kebijakan/bahasa.ts'
import { nilaiSchema, syaratSchema } from '#domain/kebijakan/bahasa.ts'
import { evaluateNilai, evaluateSyarat } from '#domain/kebijakan/evaluasi.ts'
import { nilaiToSql, syaratToSql } from '#domain/kebijakan/sql.ts'
import { completeFakta } from '#domain/keluarga/fakta.ts'
import { aturanCelah, type ModelSiap, prepareModel } from '#domain/peringkat/model.ts'
import { scoreKeluarga } from '#domain/peringkat/nilai.ts'
import { kolomNilai, modelToSql } from '#domain/peringkat/sql.ts'
import { type TestDatabase, testDatabase } from '#test/database.ts'
import { loadFakta, loadModels } from './model.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const names = ['a', 'b', 'c'] as const
const parameter = { p: 7, q: -3 }
const small = fc.integer({ min: -20, max: 20 })

const { nilai, syarat } = fc.letrec<{ nilai: Nilai; syarat: Syarat }>((tie) => {
  const n = tie('nilai') as fc.Arbitrary<Nilai>
  const s = tie('syarat') as fc.Arbitrary<Syarat>
  const pair = fc.tuple(n, n)
  const list = fc.uniqueArray(small, { minLength: 1, maxLength: 4 })
  const bands = fc
    .uniqueArray(small, { minLength: 1, maxLength: 4 })
    .map((bounds) =>
      bounds
        .toSorted((a, b) => a - b)
        .map((kurang_dari) => ({ kurang_dari, nilai: kurang_dari * 2 })),
    )
  const lines = list.map((codes) => codes.map((kode) => ({ kode: [kode], nilai: kode * 3 })))
  return {
    nilai: fc.oneof(
      { maxDepth: 3 },
      small,
      fc.constantFrom<Nilai>(...names, { parameter: 'p' }, { parameter: 'q' }),
      fc.array(n, { minLength: 1, maxLength: 3 }).map((jumlah) => ({ jumlah })),
      pair.map((selisih) => ({ selisih })),
      pair.map((kali) => ({ kali })),
      pair.map((bagi) => ({ bagi })),
      fc.record({ pita: n, isi: bands, selebihnya: small }),
      fc.record({ tabel: n, isi: lines, selebihnya: small }),
      fc.record({ tabel: n, isi: lines }),
      fc.record({ bila: s, maka: n, selain_itu: n }),
      fc.record({ isi_kosong: n, dengan: n }),
    ),
    syarat: fc.oneof(
      { maxDepth: 3 },
      fc.boolean(),
      fc.constantFrom<Syarat>(...names.map((terjawab) => ({ terjawab }))),
      pair.map((sama) => ({ sama })),
      pair.map((beda) => ({ beda })),
      pair.map((kurang) => ({ kurang })),
      pair.map((paling_banyak) => ({ paling_banyak })),
      pair.map((lebih) => ({ lebih })),
      pair.map((paling_sedikit) => ({ paling_sedikit })),
      fc.record({ nilai: n, dalam: list }),
      fc.array(s, { minLength: 1, maxLength: 3 }).map((dan) => ({ dan })),
      fc.array(s, { minLength: 1, maxLength: 3 }).map((atau) => ({ atau })),
      fc.array(s, { minLength: 1, maxLength: 3 }).map((atau_terjawab) => ({ atau_terjawab })),
      s.map((bukan) => ({ bukan })),
    ),
  }
})

const row = fc.record({ a: fc.option(small), b: fc.option(small), c: fc.option(small) })
const rows = fc.array(row, { minLength: 1, maxLength: 12 })
const scope = { alias: 'f', fakta: new Set<string>(names), parameter }

async function inSql(expression: string, facts: readonly Fakta[]): Promise<unknown[]> {
  const { rows: seen } = await database.admin.query(
    `select ${expression} as hasil from jsonb_to_recordset($1::jsonb) as f(a smallint, b integer, c bigint)`,
    [JSON.stringify(facts)],
  )
  return seen.map((r) => r.hasil)
}

describe('a random rule', () => {
  test('has the same value in JavaScript and in SQL', async () => {
    await fc.assert(
      fc.asyncProperty(nilai, rows, async (rule, facts) => {
        nilaiSchema.parse(rule)
        const here = facts.map((fakta) => evaluateNilai(rule, { fakta, parameter }).nilai)
        expect(await inSql(nilaiToSql(rule, scope), facts)).toEqual(here)
        const packed = nilaiToSql(rule, scope, { kali: 1000n, tambah: 7n })
        const known = here.map((n) => (n === null ? null : n * 1000 + 7))
        expect(await inSql(packed, facts)).toEqual(known)
      }),
      { numRuns: 300 },
    )
  })

  test('holds, fails or is unknown alike in JavaScript and in SQL', async () => {
    await fc.assert(
      fc.asyncProperty(syarat, rows, async (rule, facts) => {
        syaratSchema.parse(rule)
        const here = facts.map((fakta) => evaluateSyarat(rule, { fakta, parameter }).nilai)
        expect(await inSql(syaratToSql(rule, scope), facts)).toEqual(here)
      }),
      { numRuns: 400 },
    )
  })
})

const fakta = loadFakta()
/** Codes and counts lie low; sums of money span their thresholds. */
const anyFakta: fc.Arbitrary<Fakta> = fc.record(
  Object.fromEntries(
    fakta.berkas.fakta.map((f) => {
      const value =
        f.nama === 'kelayakan'
          ? fc.integer({ min: 1, max: 3 })
          : f.tipe === 'bigint'
            ? fc.integer({ min: 0, max: 2_000_000 })
            : fc.integer({ min: 0, max: f.tipe === 'integer' ? 900 : 26 })
      return [f.nama, f.nama === 'kelayakan' ? value : fc.option(value, { freq: 4 })]
    }),
  ),
)

const idOf = (i: number): string => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`

async function scoredInSql(siap: ModelSiap, families: readonly Fakta[]) {
  const all = families.map((f, i) => ({
    ...f,
    kab: 6474,
    keluarga_id: idOf(i),
    wilayah: 6474011001,
  }))
  const { rows: seen } = await database.admin.query(
    `with fakta as (select * from jsonb_populate_recordset(null::fakta_keluarga, $1::jsonb)),
     ${modelToSql(siap, fakta.nama)} select ${kolomNilai.join(', ')} from nilai order by keluarga_id`,
    [JSON.stringify(all)],
  )
  return seen
}

function scoredHere(siap: ModelSiap, families: readonly Fakta[]) {
  return families.map((f, i) => {
    const h = scoreKeluarga(siap, f)
    return {
      kab: 6474,
      keluarga_id: idOf(i),
      wilayah: 6474011001,
      rt: null,
      kelayakan: f.kelayakan,
      jumlah_anggota: f.jumlah_anggota,
      terpenuhi: h.terpenuhi,
      terjawab: h.terjawab,
      poin: h.poin,
      batas_bawah: h.batasBawah,
      batas_atas: h.batasAtas,
      miskin: h.miskin,
      bit_terpenuhi: h.bitTerpenuhi,
      bit_terjawab: h.bitTerjawab,
      kunci: h.kunci,
      kunci_terbaik: h.kunciTerbaik,
      kunci_terburuk: h.kunciTerburuk,
    }
  })
}

describe.each(loadModels().map((m) => [m.kode, m.nilai] as const))('%s', (_, model) => {
  const siap = prepareModel(model, fakta.rentang, '2026-10-01')

  test('scores its examples in SQL as it does family by family', async () => {
    const families = model.contoh.map((c) => completeFakta(fakta.berkas, c.fakta))
    expect(await scoredInSql(siap, families)).toEqual(scoredHere(siap, families))
  })

  test('scores random families alike, and no gap moves one beyond its bounds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFakta, { minLength: 5, maxLength: 40 }), async (families) => {
        const here = scoredHere(siap, families)
        expect(await scoredInSql(siap, families)).toEqual(here)
        for (const h of here) {
          expect(h.kunci_terbaik).toBeLessThanOrEqual(h.kunci)
          expect(h.kunci).toBeLessThanOrEqual(h.kunci_terburuk)
          expect(Number.isSafeInteger(h.kunci_terburuk)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('every rule for gaps orders alike in JavaScript and in SQL', async () => {
  const model = loadModels().find((m) => m.kode === 'bps-14-indikator')?.nilai
  if (model?.jenis !== 'indikator') throw new Error('no indicator model')
  const families = fc.sample(anyFakta, { numRuns: 60, seed: 1 })
  for (const aturan of aturanCelah) {
    const other = { ...model, urutan_celah: { ...model.urutan_celah, aturan } }
    const siap = prepareModel(other, fakta.rentang, '2026-10-01')
    expect(await scoredInSql(siap, families)).toEqual(scoredHere(siap, families))
  }
})

test('the columns of facts are those of the dictionary', async () => {
  const { rows: seen } = await database.admin.query(
    `select column_name as nama, data_type as tipe from information_schema.columns
     where table_name = 'fakta_keluarga' and table_schema = 'public' order by ordinal_position`,
  )
  const declared = fakta.berkas.fakta.map(({ nama, tipe }) => ({ nama, tipe }))
  expect(seen.slice(-declared.length)).toEqual(declared)
})
