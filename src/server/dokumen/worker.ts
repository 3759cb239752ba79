/** Worker thread that makes one PDF at a time; it reads its fonts and nothing else, from nowhere else. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import pdfmake from 'pdfmake'
import type { Surat } from '#domain/dokumen/surat.ts'
import { rangkai } from './rangkai.ts'

export type Jawaban = { readonly pdf: Uint8Array } | { readonly galat: string }

const folder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
  'fonts',
  'Roboto',
)
const huruf = (nama: string): string => path.join(folder, `Roboto-${nama}.ttf`)

pdfmake.setFonts({
  Roboto: {
    normal: huruf('Regular'),
    bold: huruf('Medium'),
    italics: huruf('Italic'),
    bolditalics: huruf('MediumItalic'),
  },
})
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((file) => path.dirname(path.resolve(file)) === folder)

async function buat(surat: Surat): Promise<Jawaban> {
  try {
    return { pdf: await pdfmake.createPdf(rangkai(surat)).getBuffer() }
  } catch (error) {
    // The message of a library may quote the text of a letter; its name says enough.
    return { galat: error instanceof Error ? error.name : 'galat' }
  }
}

const port = parentPort
port?.on('message', async (surat: Surat) => port.postMessage(await buat(surat)))
