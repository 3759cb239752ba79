/** Whatever people do in whatever order, nobody gets more than a giver had power over. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import { putuskanAkhir, putuskanPemberian, putuskanPersetujuan, putuskanPerubahan } from './beri.ts'
import { berlakuPada, type Pelaku, type Surat, type Tugas } from './tugas.ts'
import { jenisTugas, type PeranPetugas, wewenang } from './wewenang.ts'

type Catatan = Tugas & Surat & { readonly oleh: readonly Pelaku[] }
type Usulan = Tugas & Surat & { readonly pengusulId: string; readonly pengusul: Pelaku }

const villages = [6474011001, 6474011006, 6474021003, 3523010001]
const regions = [
  0,
  6400000000,
  6474000000,
  6474010000,
  6474020000,
  3500000000,
  3523000000,
  ...villages,
]
const people = ['a', 'b', 'c', 'd', 'e']
const roles = Object.keys(wewenang) as PeranPetugas[]
const days = ['2018-07-20', '2018-07-24', '2018-07-28', '2018-08-02']
const day = fc.constantFrom(...days)

/** Mostly what could be asked in earnest, so that many commands are carried out. */
const layak = roles.flatMap((peran) =>
  regions
    .filter((w) => (wewenang[peran].tingkat as readonly string[]).includes(tingkatOf(w)))
    .map((wilayah) => ({ peran, wilayah, rt: wewenang[peran].rt === 'wajib' ? [1] : null })),
)
const sembarang = fc.record({
  peran: fc.constantFrom(...roles),
  wilayah: fc.constantFrom(...regions),
  rt: fc.constantFrom<readonly number[] | null>(null, [1], [1, 2], []),
})
const permintaan = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...layak) },
  { weight: 3, arbitrary: fc.constantFrom(...layak.filter((x) => x.peran === 'administrator')) },
  { weight: 1, arbitrary: sembarang },
)
const sering = <T>(biasa: T, lain: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(biasa) }, { weight: 1, arbitrary: lain })

const command = fc.record({
  jenis: fc.constantFrom('beri', 'beri', 'beri', 'setujui', 'setujui', 'ubah', 'akhiri', 'esok'),
  pelaku: fc.nat(30),
  sasaran: fc.nat(30),
  orang: fc.constantFrom(...people),
  diminta: permintaan,
  tugas: sering(jenisTugas[0], fc.constantFrom(...jenisTugas)),
  dari: sering('2018-07-20', day),
  sampai: sering(null, fc.option(day, { nil: null })),
  surat: sering(true, fc.boolean()),
})
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never

/** The villages that an area holds, found without any arithmetic of ranges. */
const isi = (wilayah: number): readonly number[] => {
  const awalan = { nasional: 0, provinsi: 2, kabkota: 4, kecamatan: 6, desa: 10 }[
    tingkatOf(wilayah)
  ]
  return villages.filter(
    (v) => String(v).slice(0, awalan) === String(wilayah).slice(0, awalan) || awalan === 0,
  )
}
const holds = (luar: number, dalam: number) =>
  isi(dalam).every((v) => isi(luar).includes(v)) && isi(dalam).length > 0

class Dunia {
  today = days[0] ?? ''
  readonly tugas: Catatan[] = []
  readonly usulan: Usulan[] = []

  constructor() {
    for (const penggunaId of ['a', 'b']) {
      this.tugas.push({
        ...this.diminta({ orang: penggunaId }),
        peran: 'administrator',
        wilayah: 6474000000,
        oleh: [],
      })
    }
  }

  diminta(c: Partial<Command>): Tugas & Surat {
    return {
      penggunaId: c.orang ?? 'a',
      peran: c.diminta?.peran ?? 'administrator',
      jenis: c.tugas ?? 'definitif',
      wilayah: c.diminta?.wilayah ?? 0,
      rt: c.diminta?.rt ?? null,
      keluarga: null,
      dari: c.dari ?? '2018-01-01',
      sampai: c.sampai ?? null,
      suratNomor: c.surat === false ? null : '800/1',
      suratTanggal: '2018-07-01',
    }
  }

  /** One of the assignments that hold today, worn by its person. */
  pelaku(n: number): Pelaku | undefined {
    const kini = this.tugas.filter((t) => berlakuPada(t, this.today))
    const t = kini[n % Math.max(1, kini.length)]
    return (
      t && { id: t.penggunaId, peran: t.peran, wilayah: t.wilayah, rt: t.rt, keluarga: t.keluarga }
    )
  }

  jalankan(c: Command): void {
    if (c.jenis === 'esok')
      this.today = days[Math.min(days.length - 1, days.indexOf(this.today) + 1)] ?? this.today
    const oleh = this.pelaku(c.pelaku)
    if (!oleh) return
    if (c.jenis === 'beri') this.beri(oleh, this.diminta(c))
    if (c.jenis === 'setujui') this.setujui(oleh, c.sasaran)
    const i = c.sasaran % this.tugas.length
    const lama = this.tugas[i]
    if (!lama) return
    if (c.jenis === 'ubah') {
      const baru = { ...lama, dari: c.dari, sampai: c.sampai }
      if (putuskanPerubahan(oleh, lama, baru, this.today).ok) this.tugas[i] = baru
    }
    if (c.jenis === 'akhiri' && putuskanAkhir(oleh, lama, this.today).ok)
      this.tugas[i] = { ...lama, sampai: this.today }
  }

  private beri(oleh: Pelaku, diminta: Tugas & Surat): void {
    const putusan = putuskanPemberian(oleh, diminta, this.today)
    if (!putusan.ok) return
    if (putusan.value === 'langsung') this.tugas.push({ ...diminta, oleh: [oleh] })
    else this.usulan.push({ ...diminta, pengusulId: oleh.id, pengusul: oleh })
  }

  private setujui(oleh: Pelaku, n: number): void {
    const usulan = this.usulan[n % Math.max(1, this.usulan.length)]
    if (usulan && putuskanPersetujuan(oleh, usulan, this.today).ok)
      this.tugas.push({ ...usulan, oleh: [usulan.pengusul, oleh] })
  }
}

test('no sequence of commands gives anybody a role or an area that no giver had power over', () => {
  let given = 0
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 80 }), (commands) => {
      const dunia = new Dunia()
      for (const c of commands) dunia.jalankan(c)
      for (const t of dunia.tugas) {
        expect(holds(6474000000, t.wilayah)).toBe(true)
        for (const oleh of t.oleh) {
          given += 1
          expect(oleh.id).not.toBe(t.penggunaId)
          expect(wewenang[t.peran].oleh).toContain(oleh.peran)
          expect(holds(oleh.wilayah, t.wilayah)).toBe(true)
          expect(oleh.rt).toBeNull()
        }
        if (t.peran === 'administrator' && t.oleh.length > 0)
          expect(new Set(t.oleh.map((o) => o.id)).size).toBe(2)
        if (t.jenis !== 'definitif') expect(t.sampai !== null && t.suratNomor !== null).toBe(true)
        if (t.peran === 'auditor') expect(t.oleh.every((o) => o.wilayah !== t.wilayah)).toBe(true)
      }
    }),
    { numRuns: 600 },
  )
  // The commands are not all refused: otherwise the property would say nothing.
  expect(given).toBeGreaterThan(500)
})

test('with a single administrator there is never a second', () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 80 }), (commands) => {
      const dunia = new Dunia()
      dunia.tugas.pop()
      for (const c of commands) dunia.jalankan(c)
      expect(dunia.tugas.filter((t) => t.peran === 'administrator')).toHaveLength(1)
    }),
    { numRuns: 300 },
  )
})
