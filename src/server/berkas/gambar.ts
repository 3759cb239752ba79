/** Makes every photograph anew: decoded, turned upright, shrunk, without what the camera wrote beside it. */
import sharp from 'sharp'
import { sisiKecil, sisiTerpanjang, ukuranGambar } from '#domain/berkas/guna.ts'
import { err, ok, type Result } from '#domain/result.ts'

// Only what the first bytes were checked for is ever decoded; no cache, so that no photo lingers.
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** Pixels of the largest image that is decoded: that of a telephone of 50 megapixels. */
export const pikselTerbanyak = 52_000_000

export type Gambar = {
  readonly isi: Buffer
  readonly kecil: Buffer
  readonly lebar: number
  readonly tinggi: number
}

export type MasalahGambar = 'bukti.rusak' | 'bukti.gambar_raksasa'

/** Whether the first bytes are those of a JPEG, PNG or WebP; what a file is called says nothing. */
export const adalahGambar = (isi: Buffer): boolean =>
  isi.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff)) ||
  isi.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) ||
  (isi.toString('latin1', 0, 4) === 'RIFF' && isi.toString('latin1', 8, 12) === 'WEBP')

/** Ways to become small, tried in this order: first the quality falls, then the size. */
const cara = [
  [sisiTerpanjang, 80],
  [sisiTerpanjang, 65],
  [1280, 65],
  [1280, 50],
  [1024, 45],
  [800, 40],
  [640, 30],
] as const

const buka = (isi: Buffer) =>
  sharp(isi, { limitInputPixels: pikselTerbanyak, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: 20 })
    .autoOrient()
    .flatten({ background: '#ffffff' })

/**
 * A JPEG of at most 200 kB and 1,600 pixels a side, and a small copy; EXIF (place, time, device) is gone.
 * @param isi bytes that `adalahGambar`
 */
export async function olahGambar(isi: Buffer): Promise<Result<Gambar, MasalahGambar>> {
  try {
    // Decoded once at the largest size; every further step starts from that.
    const { data, info } = await buka(isi)
      .resize({
        width: sisiTerpanjang,
        height: sisiTerpanjang,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const kecilkan = (sisi: number, quality: number) =>
      sharp(data, { raw })
        .resize({ width: sisi, height: sisi, fit: 'inside', withoutEnlargement: true })
        .jpeg({ quality, optimiseScans: true })
        .toBuffer({ resolveWithObject: true })
    const kecil = await kecilkan(sisiKecil, 60)
    for (const [sisi, quality] of cara) {
      const jadi = await kecilkan(sisi, quality)
      if (jadi.data.length <= ukuranGambar)
        return ok({
          isi: jadi.data,
          kecil: kecil.data,
          lebar: jadi.info.width,
          tinggi: jadi.info.height,
        })
    }
    return err('bukti.gambar_raksasa')
  } catch (error) {
    const raksasa = error instanceof Error && /pixel limit|dimensions/i.test(error.message)
    return err(raksasa ? 'bukti.gambar_raksasa' : 'bukti.rusak')
  }
}
