import { expect, test } from 'vitest'
import { rencanaBagian } from '#domain/padanan/bagian.ts'
import type { Parameter } from '#domain/padanan/bobot.ts'
import { memoriPerlu, parameterLintas } from '#domain/padanan/parameter.ts'
import { daftarModel, kebijakanPemadanan } from './model.ts'

test.each(kebijakanPemadanan.contoh)(
  'the policy says of $rekaman records per kecamatan: $bagian parts, $memori MB',
  ({ rekaman, bagian, memori }) => {
    const hitungan = rekaman.map((n, i) => ({ kab: 6474, kecamatan: 6474010000 + i * 10000, n }))
    const dapat = rencanaBagian(hitungan, kebijakanPemadanan.bagian_terbesar)
    expect(dapat).toHaveLength(bagian)
    expect(memoriPerlu(kebijakanPemadanan, Math.max(...dapat.map((b) => b.rekaman)))).toBe(memori)
  },
)

test('across parts a pair is far more rarely one person than inside one', () => {
  const p: Parameter = {
    m: [],
    u: [],
    bagian: 1e-5,
    lapisan: { banding: -1, dari: [], kunci: [], sampel: [] },
    umum: [],
  }
  const lintas = parameterLintas(p, { bagian_lintas: 0.05 }, 1000, [1000, 1000, 1000])
  // Five records recorded twice in a thousand: of fifteen in all 5 % stand in two parts, among three million pairs.
  expect(lintas.bagian).toBeCloseTo((1e-5 * 499_500 * 3 * 0.05) / 3e6, 12)
})

test('a model of persons asks nothing but what the registry has', () => {
  expect(daftarModel().map((m) => m.kode)).toContain('orang')
})
