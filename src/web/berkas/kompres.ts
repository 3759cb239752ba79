/** Makes a photograph small in the browser, so that a slow line carries 200 kB and not 8 MB. */
import { sisiTerpanjang, ukuranGambar } from '#domain/berkas/guna.ts'

/** Ways to become small, tried in this order. */
const cara = [
  [sisiTerpanjang, 0.8],
  [sisiTerpanjang, 0.6],
  [1280, 0.6],
  [1024, 0.5],
  [800, 0.4],
] as const

const adalahPdf = (berkas: File): boolean =>
  berkas.type === 'application/pdf' || /\.pdf$/i.test(berkas.name)

/**
 * @returns a JPEG of at most 200 kB, upright; a PDF as it is; null when the device cannot open it.
 * A JPEG that is small already is drawn anew too: what the camera wrote beside it stays here.
 */
export async function kompres(berkas: File): Promise<Blob | null> {
  if (adalahPdf(berkas)) return berkas
  let gambar: ImageBitmap
  try {
    gambar = await createImageBitmap(berkas, { imageOrientation: 'from-image' })
  } catch {
    return null
  }
  try {
    let terkecil: Blob | null = null
    for (const [sisi, mutu] of cara) {
      terkecil = await lukis(gambar, sisi, mutu)
      if (terkecil && terkecil.size <= ukuranGambar) return terkecil
    }
    return terkecil
  } finally {
    gambar.close()
  }
}

function lukis(gambar: ImageBitmap, sisi: number, mutu: number): Promise<Blob | null> {
  const skala = Math.min(1, sisi / Math.max(gambar.width, gambar.height))
  const kanvas = document.createElement('canvas')
  kanvas.width = Math.max(1, Math.round(gambar.width * skala))
  kanvas.height = Math.max(1, Math.round(gambar.height * skala))
  const pena = kanvas.getContext('2d', { alpha: false })
  if (!pena) return Promise.resolve(null)
  pena.fillStyle = '#fff'
  pena.fillRect(0, 0, kanvas.width, kanvas.height)
  pena.drawImage(gambar, 0, 0, kanvas.width, kanvas.height)
  return new Promise((resolve) => kanvas.toBlob(resolve, 'image/jpeg', mutu))
}
