/** Seals single values at rest: AES-256-GCM, bound to the very table, column and row they stand in. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Where a sealed value stands; a value moved to another place does not open. */
export type Place = { readonly table: string; readonly column: string; readonly row: string }

export type KeyRing = {
  /** Version of the key with which new values are sealed. */
  readonly version: string
  /** Seals a text for one place. */
  sealFor(place: Place, plaintext: string): string
  /** Opens what was sealed for that very place; throws when it was moved, changed, or its key is gone. */
  openFor(place: Place, sealed: string): string
  /** Seals bytes for one place: version, nonce, ciphertext and tag in one piece. */
  sealBytes(place: Place, plain: Buffer): Buffer
  /** Opens what `sealBytes` made for that very place; throws like `openFor`. */
  openBytes(place: Place, sealed: Buffer): Buffer
  /** The version of the key that a sealed value needs. */
  versionOf(sealed: string): string
  /** A keyed fingerprint: equal texts are found, and nobody without the key can guess them. */
  fingerprint(purpose: string, text: string): string
}

const IV = 12
const TAG = 16

type Key = { readonly version: string; readonly aes: Buffer; readonly mac: Buffer }

const derive = (secret: string, purpose: string, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'siks-ng', purpose, length))

/** The version is a fingerprint of the secret, so that no counter has to be kept anywhere. */
const keyOf = (secret: string): Key => ({
  version: derive(secret, 'versi', 6).toString('base64url'),
  aes: derive(secret, 'segel', 32),
  mac: derive(secret, 'sidik', 32),
})

const associated = (place: Place, version: string): Buffer =>
  Buffer.from(JSON.stringify([place.table, place.column, place.row, version]))

/**
 * The keys of this installation, derived from its secret.
 * @param former secrets that were in use before; what they sealed still opens
 */
export function keyRing(secret: string, former: readonly string[] = []): KeyRing {
  const current = keyOf(secret)
  const keys = new Map([...former.map(keyOf), current].map((key) => [key.version, key]))
  return {
    version: current.version,
    sealFor: (place, plaintext) => seal(current, place, plaintext),
    openFor: (place, sealed) => {
      const { version, bytes } = split(sealed)
      return open(keys, place, version, bytes).toString('utf8')
    },
    sealBytes: (place, plain) => {
      const version = Buffer.from(current.version, 'latin1')
      return Buffer.concat([Buffer.of(version.length), version, sealed(current, place, plain)])
    },
    openBytes: (place, whole) => {
      const end = 1 + (whole[0] ?? 0)
      const bytes = whole.subarray(end)
      if (bytes.length < IV + TAG) throw new Error('Not a sealed value')
      return open(keys, place, whole.toString('latin1', 1, end), bytes)
    },
    versionOf: (sealed) => split(sealed).version,
    fingerprint: (purpose, text) =>
      createHmac('sha256', current.mac)
        .update(JSON.stringify([purpose, text]))
        .digest('base64url'),
  }
}

const seal = (key: Key, place: Place, plaintext: string): string =>
  `${key.version}.${sealed(key, place, Buffer.from(plaintext, 'utf8')).toString('base64url')}`

/** Nonce, ciphertext and tag. */
function sealed(key: Key, place: Place, plain: Buffer): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key.aes, iv)
  cipher.setAAD(associated(place, key.version))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function split(sealed: string): { version: string; bytes: Buffer } {
  const at = sealed.indexOf('.')
  const bytes = Buffer.from(sealed.slice(at + 1), 'base64url')
  if (at < 1 || bytes.length < IV + TAG) throw new Error('Not a sealed value')
  return { version: sealed.slice(0, at), bytes }
}

function open(
  keys: ReadonlyMap<string, Key>,
  place: Place,
  version: string,
  bytes: Buffer,
): Buffer {
  const key = keys.get(version)
  if (!key) throw new Error('The key of a sealed value is not on the ring')
  const decipher = createDecipheriv('aes-256-gcm', key.aes, bytes.subarray(0, IV), {
    authTagLength: TAG,
  })
  decipher.setAAD(associated(place, version))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  const body = bytes.subarray(IV, bytes.length - TAG)
  return Buffer.concat([decipher.update(body), decipher.final()])
}
