import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sisiKecil, sisiTerpanjang, ukuranGambar } from '#domain/berkas/guna.ts'
import { adalahGambar, olahGambar } from './gambar.ts'

/** Noise is the worst for a JPEG: nothing in it repeats. */
const derau = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 90 },
    },
  })

const polos = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

/** A PNG whose header promises a size that its few bytes cannot hold. */
async function bom(width: number, height: number): Promise<Buffer> {
  const png = await polos(8, 8).png().toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}

describe('a photograph', () => {
  test('of a telephone comes out at most 200 kB and 1600 pixels, whatever it shows', async () => {
    const isi = await derau(1800, 1200).jpeg({ quality: 95 }).toBuffer()
    const { value } = (await olahGambar(isi)) as Extract<
      Awaited<ReturnType<typeof olahGambar>>,
      { ok: true }
    >
    expect(value.isi.length).toBeLessThanOrEqual(ukuranGambar)
    expect(Math.max(value.lebar, value.tinggi)).toBeLessThanOrEqual(sisiTerpanjang)
    const kecil = await sharp(value.kecil).metadata()
    expect([kecil.format, Math.max(kecil.width, kecil.height)]).toEqual(['jpeg', sisiKecil])
  })

  test('loses place, time and device, and is turned upright', async () => {
    const isi = await polos(60, 30)
      .withExif({
        IFD0: { Make: 'KAMERA-UJI', DateTime: '2018:07:24 10:00:00' },
        IFD3: { GPSLatitude: '0/1 8/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(isi.includes('KAMERA-UJI')).toBe(true)
    const made = await olahGambar(isi)
    if (!made.ok) throw new Error(made.error)
    const { exif, orientation, width, height } = await sharp(made.value.isi).metadata()
    expect([exif, orientation, width, height]).toEqual([undefined, undefined, 30, 60])
    expect(made.value.isi.includes('KAMERA-UJI')).toBe(false)
  })

  test('may be PNG with see-through parts, which become white', async () => {
    const isi = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    const made = await olahGambar(isi)
    if (!made.ok) throw new Error(made.error)
    const { dominant } = await sharp(made.value.isi).stats()
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240)
  })

  test('that promises more pixels than anybody photographs is refused before it is unfolded', async () => {
    const before = process.memoryUsage().rss
    expect(await olahGambar(await bom(60000, 60000))).toEqual({
      ok: false,
      error: 'bukti.gambar_raksasa',
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
  })

  test('that is cut off is refused', async () => {
    for (const isi of [
      await derau(300, 200).jpeg().toBuffer(),
      await derau(300, 200).png().toBuffer(),
    ])
      expect(await olahGambar(isi.subarray(0, isi.length / 2))).toEqual({
        ok: false,
        error: 'bukti.rusak',
      })
  })

  test('with the first bytes of one and nothing else is refused', async () => {
    for (const head of [
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ]) {
      const isi = Buffer.concat([
        Buffer.from(head),
        Buffer.from('<svg/onload=alert(1)>'.repeat(50)),
      ])
      expect(adalahGambar(isi)).toBe(true)
      expect(await olahGambar(isi)).toEqual({ ok: false, error: 'bukti.rusak' })
    }
  })
})

test('what an image is, its first bytes say: no SVG, GIF, TIFF or HTML', async () => {
  const lain = [
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'GIF89a',
    'II*\0',
    '<html>',
    '',
    'RIFF0000WAVE',
  ]
  expect(lain.map((text) => adalahGambar(Buffer.from(text)))).toEqual(lain.map(() => false))
  expect(adalahGambar(await polos(2, 2).webp().toBuffer())).toBe(true)
})

test('no decoder but those three is left open', async () => {
  await expect(
    sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')).toBuffer(),
  ).rejects.toThrow()
  await expect(sharp(await polos(4, 4).tiff().toBuffer()).toBuffer()).rejects.toThrow()
})
