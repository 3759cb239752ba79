import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bentuk } from './bentuk.ts'
import type { Kerusakan } from './kerusakan.ts'
import { leafHash, merkleRoot } from './merkle.ts'
import {
  type Akhir,
  periksaAkhir,
  periksaSegel,
  type Terperiksa,
  terperiksaAwal,
} from './periksa.ts'
import type { EntriTercatat } from './periksa-entri.ts'
import {
  type Alat,
  type KepalaSegel,
  naskahSegel,
  rantaiAwal,
  rantaiOf,
  ringkasOf,
  type Segel,
  type TitikPeriksa,
} from './segel.ts'

const ours = generateKeyPairSync('ed25519')
const theirs = generateKeyPairSync('ed25519')
const alat: Alat = {
  hash: (bytes) => createHash('sha256').update(bytes).digest(),
  utf8: (text) => Buffer.from(text),
  sah: (kunci, naskah, tandatangan) =>
    kunci === 'kita' && verify(null, naskah, ours.publicKey, tandatangan),
}

type Kelompok = { segel: Segel; entri: EntriTercatat[] }
type Jejak = { kelompok: Kelompok[]; luar: (TitikPeriksa | null)[]; posisi: Akhir['posisi'] }

const menit = 60_000_000
const entriOf = (nomor: number, kata: string, waktu = nomor * menit): EntriTercatat => {
  const jejakId = nomor * 2
  const isi = Buffer.from(bentuk([String(jejakId), String(nomor + 100), String(waktu), kata, null]))
  return { nomor, jejakId, isi, sidik: leafHash(alat.hash, isi) }
}

function sealed(
  nomor: number,
  sebelum: Uint8Array,
  entri: readonly EntriTercatat[],
  key = { kunci: 'kita', privateKey: ours.privateKey },
): Segel {
  const dari = entri[0]?.nomor ?? 0
  const akhir = dari + entri.length
  const kepala: KepalaSegel = {
    nomor,
    dari,
    jumlah: entri.length,
    akar: merkleRoot(
      alat.hash,
      entri.map((e) => e.sidik),
    ),
    sebelum,
    waktu: akhir * menit,
    lingkungan: 'uji/1',
    batas: akhir + 100,
    kunci: key.kunci,
  }
  const tandatangan = sign(null, alat.utf8(naskahSegel(kepala)), key.privateKey)
  return { ...kepala, rantai: rantaiOf(alat, kepala), tandatangan }
}

/** A whole log of batches of these sizes, as the sequencer leaves it. */
function jejakOf(sizes: readonly number[], kata = 'isi'): Jejak {
  const kelompok: Kelompok[] = []
  let nomor = 1
  for (const size of sizes) {
    const from = nomor
    const entri = Array.from({ length: size }, (_, i) => entriOf(from + i, `${kata} ${from + i}`))
    nomor += size
    const before = kelompok.at(-1)?.segel.rantai ?? rantaiAwal
    kelompok.push({ segel: sealed(kelompok.length + 1, before, entri), entri })
  }
  return {
    kelompok,
    luar: kelompok.map(titikOf),
    posisi: { segel: sizes.length, nomor: nomor - 1 },
  }
}

const titikOf = ({ segel, entri }: Kelompok): TitikPeriksa => ({
  nomor: segel.nomor,
  dari: segel.dari,
  jumlah: segel.jumlah,
  rantai: segel.rantai,
  ringkas: ringkasOf(entri.map((e) => e.sidik)),
})

function periksa(j: Jejak, lebih: Akhir['lebih'] = null): Kerusakan | null {
  let sejauh: Terperiksa = terperiksaAwal(alat.hash)
  for (const { segel, entri } of j.kelompok) {
    const luar = j.luar.find((titik) => titik?.nomor === segel.nomor) ?? null
    const step = periksaSegel(alat, sejauh, { segel, entri, luar })
    if (!step.ok) return step.error
    sejauh = step.value
  }
  return periksaAkhir(sejauh, { luar: j.luar.at(-1) ?? null, posisi: j.posisi, lebih })
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
/** A log, and the number of one of its entries. */
const withPlace = fc.tuple(sizes, fc.nat()).map(([s, n]) => {
  const all = s.reduce((a, b) => a + b, 0)
  return { sizes: s, all, nomor: (n % all) + 1 }
})

/** The batch of a number, and its place there. */
function at(j: Jejak, nomor: number): { k: Kelompok; i: number } {
  const k = j.kelompok.find(({ segel }) => nomor < segel.dari + segel.jumlah)
  if (!k) throw new Error('no such entry')
  return { k, i: nomor - k.segel.dari }
}

/** Everything from a batch on, made anew so that it fits, by somebody with this key. */
function rebuild(
  j: Jejak,
  from: number,
  key: { kunci: string; privateKey: typeof ours.privateKey },
): void {
  for (let i = from; i < j.kelompok.length; i++) {
    const k = j.kelompok[i]
    if (!k) continue
    k.entri = k.entri.map((e) => ({ ...e, sidik: leafHash(alat.hash, e.isi ?? new Uint8Array()) }))
    k.segel = sealed(i + 1, j.kelompok[i - 1]?.segel.rantai ?? rantaiAwal, k.entri, key)
  }
}

describe('a log as the sequencer leaves it', () => {
  test('is whole, with and without checkpoints', () => {
    fc.assert(
      fc.property(sizes, (s) => {
        expect(periksa(jejakOf(s))).toBeNull()
        expect(periksa({ ...jejakOf(s), luar: [] })).toBeNull()
      }),
    )
  })

  test('is whole while the last seals are not outside yet', () => {
    const j = jejakOf([3, 3, 3])
    expect(periksa({ ...j, luar: j.luar.slice(0, 2) })).toBeNull()
  })

  test('is whole when an entry of a long transaction comes late', () => {
    const j = jejakOf([4, 4])
    const k = j.kelompok[1]
    if (!k) throw new Error('two batches')
    const late = { ...entriOf(5, 'terlambat', menit), jejakId: 10 }
    // Its transaction (2) began before the first seal.
    const isi = Buffer.from(bentuk(['10', '2', String(menit), 'terlambat', null]))
    k.entri[0] = { ...late, isi, sidik: leafHash(alat.hash, isi) }
    k.segel = sealed(2, j.kelompok[0]?.segel.rantai ?? rantaiAwal, k.entri)
    expect(periksa({ ...j, luar: [] })).toBeNull()
  })
})

describe('any single tampering is found and named at its entry:', () => {
  const found = (change: (j: Jejak, nomor: number) => void, expected: (nomor: number) => object) =>
    fc.assert(
      fc.property(withPlace, ({ sizes: s, nomor }) => {
        const j = jejakOf(s)
        change(j, nomor)
        expect(periksa(j)).toMatchObject(expected(nomor))
        // Without checkpoints too.
        expect(periksa({ ...j, luar: [] })).toMatchObject(expected(nomor))
      }),
    )

  test('an edit', () =>
    found(
      (j, nomor) => {
        const { k, i } = at(j, nomor)
        const e = entriOf(nomor, 'lain')
        k.entri[i] = { ...e, sidik: entriOf(nomor, `isi ${nomor}`).sidik }
      },
      (nomor) => ({ macam: 'ubah', nomor, jejakId: nomor * 2 }),
    ))

  test('a row deleted', () =>
    found(
      (j, nomor) => {
        const { k, i } = at(j, nomor)
        k.entri[i] = { ...entriOf(nomor, `isi ${nomor}`), isi: null }
      },
      (nomor) => ({ macam: 'hapus', nomor, jejakId: nomor * 2 }),
    ))

  test('a row deleted with its number', () =>
    found(
      (j, nomor) => {
        const { k, i } = at(j, nomor)
        k.entri.splice(i, 1)
      },
      (nomor) => ({ macam: 'hapus', nomor }),
    ))

  test('an edit whose fingerprint was mended, and the root with it', () => {
    fc.assert(
      fc.property(withPlace, ({ sizes: s, nomor }) => {
        const j = jejakOf(s)
        const { k, i } = at(j, nomor)
        k.entri[i] = entriOf(nomor, 'lain')
        const mended = {
          ...k.segel,
          akar: merkleRoot(
            alat.hash,
            k.entri.map((e) => e.sidik),
          ),
        }
        expect(periksa(j)).toMatchObject({ macam: 'ubah', nomor })
        k.segel = mended
        expect(periksa(j)).toMatchObject({ macam: 'ubah', nomor })
        // Without checkpoints, the batch is all that can be told.
        const { segel } = k
        expect(periksa({ ...j, luar: [] })).toMatchObject({
          macam: 'segel',
          segel: segel.nomor,
          nomor: segel.dari,
        })
      }),
    )
  })

  test('a chain rebuilt without the key, from any entry on', () => {
    fc.assert(
      fc.property(withPlace, ({ sizes: s, nomor }) => {
        const j = jejakOf(s)
        const { k, i } = at(j, nomor)
        k.entri[i] = entriOf(nomor, 'lain')
        rebuild(j, k.segel.nomor - 1, { kunci: 'kita', privateKey: theirs.privateKey })
        expect(periksa(j)).toMatchObject({ macam: 'tanpa_kunci', segel: k.segel.nomor, nomor })
        expect(periksa({ ...j, luar: [] })).toMatchObject({
          macam: 'tanpa_kunci',
          segel: k.segel.nomor,
        })
      }),
    )
  })

  test('an old state restored that went on under our own key', () => {
    fc.assert(
      fc.property(withPlace, ({ sizes: s, nomor }) => {
        const j = jejakOf(s)
        const { k, i } = at(j, nomor)
        k.entri[i] = entriOf(nomor, 'sesudah dipulihkan')
        rebuild(j, k.segel.nomor - 1, { kunci: 'kita', privateKey: ours.privateKey })
        expect(periksa(j)).toMatchObject({ macam: 'mundur', segel: k.segel.nomor, nomor })
      }),
    )
  })

  test('any bit of a seal', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.nat(),
        fc.constantFrom('akar', 'sebelum', 'rantai', 'tandatangan' as const),
        fc.nat(),
        (s, n, kolom, bit) => {
          const j = jejakOf(s)
          const k = j.kelompok[n % s.length]
          if (!k) return
          const bytes = Uint8Array.from(k.segel[kolom])
          const place = bit % bytes.length
          bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit % 8))
          k.segel = { ...k.segel, [kolom]: bytes }
          expect(periksa({ ...j, luar: [] })).toMatchObject({
            segel: k.segel.nomor,
            nomor: k.segel.dari,
          })
        },
      ),
    )
  })

  test('any number or word of a seal', () => {
    const change = fc.constantFrom<Partial<KepalaSegel>>(
      { waktu: 1 },
      { lingkungan: 'lain/1' },
      { batas: 1 },
      { kunci: 'lain' },
    )
    fc.assert(
      fc.property(sizes, fc.nat(), change, (s, n, changed) => {
        const j = jejakOf(s)
        const k = j.kelompok[n % s.length]
        if (!k) return
        k.segel = { ...k.segel, ...changed }
        expect(periksa({ ...j, luar: [] })).toMatchObject({ segel: k.segel.nomor })
      }),
    )
  })
})

describe('entries of one batch', () => {
  const two = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat()).map(([size, a, b]) => {
    const first = a % size
    const second = (first + 1 + (b % (size - 1))) % size
    return { size, i: Math.min(first, second), j: Math.max(first, second) }
  })

  test('two that swapped what they say are named together', () => {
    fc.assert(
      fc.property(two, fc.boolean(), ({ size, i, j }, withTransaction) => {
        const log = jejakOf([3, size])
        const entri = log.kelompok[1]?.entri ?? []
        const [a, b] = [entri[i], entri[j]]
        if (!a?.isi || !b?.isi) return
        const [linesA, linesB] = [
          Buffer.from(a.isi).toString().split('\t'),
          Buffer.from(b.isi).toString().split('\t'),
        ]
        const kept = withTransaction ? 1 : 2
        const mix = (own: string[], other: string[]) =>
          Buffer.from([...own.slice(0, kept), ...other.slice(kept)].join('\t'))
        entri[i] = { ...a, isi: mix(linesA, linesB) }
        entri[j] = { ...b, isi: mix(linesB, linesA) }
        expect(periksa(log)).toMatchObject({
          macam: 'tukar',
          nomor: 4 + i,
          pasangan: { nomor: 4 + j },
        })
      }),
    )
  })

  test('two that swapped their numbers are out of order', () => {
    fc.assert(
      fc.property(two, ({ size, i, j }) => {
        const log = jejakOf([3, size])
        const entri = log.kelompok[1]?.entri ?? []
        const [a, b] = [entri[i], entri[j]]
        if (!a || !b) return
        entri[i] = { ...b, nomor: a.nomor }
        entri[j] = { ...a, nomor: b.nomor }
        expect(periksa(log)).toMatchObject({ macam: 'tukar', nomor: 4 + i })
      }),
    )
  })

  test('one that stands twice is a duplicate', () => {
    const log = jejakOf([3, 4])
    const entri = log.kelompok[1]?.entri ?? []
    const [first] = entri
    if (!first) return
    entri[1] = { ...first, nomor: first.nomor + 1 }
    expect(periksa(log)).toMatchObject({ macam: 'ganda', nomor: 5, pasangan: { nomor: 4 } })
    entri[1] = first
    expect(periksa(log)).toMatchObject({ macam: 'ganda', nomor: 4 })
  })

  test('one that is dated before its transaction can have begun was inserted', () => {
    const log = jejakOf([5, 4])
    const k = log.kelompok[1]
    if (!k) return
    k.entri[2] = entriOf(8, 'palsu', 2 * menit)
    rebuild(log, 1, { kunci: 'kita', privateKey: ours.privateKey })
    expect(periksa({ ...log, luar: [] })).toMatchObject({ macam: 'sisip', nomor: 8, jejakId: 16 })
  })
})

describe('the end of the log', () => {
  test('lacks what the sequencer had sealed: the tail was cut', () => {
    const j = jejakOf([3, 3, 3])
    j.kelompok.pop()
    expect(periksa(j)).toMatchObject({ macam: 'potong', segel: 3, nomor: 7, hingga: 9 })
    expect(periksa({ ...j, luar: [] })).toMatchObject({ macam: 'potong', nomor: 7 })
  })

  test('lacks what stands outside, and the sequencer does not know better: an old state', () => {
    const j = jejakOf([3, 3, 3])
    j.kelompok.pop()
    j.posisi = { segel: 2, nomor: 6 }
    expect(periksa(j)).toMatchObject({ macam: 'mundur', segel: 3, nomor: 7, hingga: 9 })
  })

  test('is empty, but checkpoints exist', () => {
    const j = jejakOf([3])
    expect(periksa({ ...j, kelompok: [], posisi: { segel: 0, nomor: 0 } })).toMatchObject({
      macam: 'mundur',
      nomor: 1,
    })
  })

  test('has a number that no seal covers: it was inserted', () => {
    expect(periksa(jejakOf([3]), { nomor: 4, jejakId: 99 })).toEqual({
      macam: 'sisip',
      segel: null,
      nomor: 4,
      jejakId: 99,
    })
  })

  test('lacks a seal in the middle', () => {
    const j = jejakOf([3, 3, 3])
    j.kelompok.splice(1, 1)
    expect(periksa(j)).toMatchObject({ macam: 'hapus', segel: 2, nomor: 4 })
  })
})
