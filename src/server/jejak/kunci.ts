/** The key that signs the log: made at the first start; its public half is all that a verifier needs. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Alat } from '#domain/jejak/segel.ts'
import { errorCode } from './galat.ts'

export type Penandatangan = {
  readonly kunci: string
  /** PEM */
  readonly publik: string
  readonly tandatangani: (naskah: Uint8Array) => Uint8Array
}

const pemPublik = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString()

/** The name of a key: the beginning of the SHA-256 of its public half. */
const namaKunci = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

export const berkasKunci = (dataFolder: string): string =>
  process.env.SIKS_KUNCI_JEJAK || path.join(dataFolder, 'kunci-jejak.pem')

export const berkasKunciPublik = (dataFolder: string): string =>
  path.join(dataFolder, 'kunci-jejak.pub')

/** Reads the key, or makes it (readable by the owner alone), and keeps its public half beside the data. */
export async function muatKunci(dataFolder: string): Promise<Penandatangan> {
  const file = berkasKunci(dataFolder)
  await mkdir(path.dirname(file), { recursive: true })
  await mkdir(dataFolder, { recursive: true })
  const made = generateKeyPairSync('ed25519').privateKey
  try {
    const pem = made.export({ type: 'pkcs8', format: 'pem' })
    await writeFile(file, pem, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
  const secret = createPrivateKey(await readFile(file))
  const publik = createPublicKey(secret)
  await keepPublic(berkasKunciPublik(dataFolder), pemPublik(publik))
  return {
    kunci: namaKunci(publik),
    publik: pemPublik(publik),
    tandatangani: (naskah) => sign(null, naskah, secret),
  }
}

/** Keys of before stay in the file: what they signed must stay verifiable. */
async function keepPublic(file: string, pem: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '')
  if (!before.includes(pem)) await appendFile(file, pem, { mode: 0o644 })
}

/** The public keys of a file of one or more PEM blocks, by their names. */
export async function bacaKunciPublik(file: string): Promise<ReadonlyMap<string, KeyObject>> {
  const text = await readFile(file, 'utf8')
  const blocks = text.match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g) ?? []
  const keys = blocks.map((pem) => createPublicKey(pem))
  return new Map(keys.map((key) => [namaKunci(key), key]))
}

/** Whether one of these keys signed. */
export const pemeriksaTandatangan =
  (keys: ReadonlyMap<string, KeyObject>): Alat['sah'] =>
  (kunci, naskah, tandatangan) => {
    const key = keys.get(kunci)
    return key !== undefined && verify(null, naskah, key, tandatangan)
  }
