/** An authenticator in software: makes passkeys and signs with them as a phone or a key does (WebAuthn, ES256). */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()
const b64 = (data: Buffer | string): string => Buffer.from(data).toString('base64url')

/** CBOR of the few shapes that are needed: small numbers, texts, bytes, maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number): Buffer =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const parts = [...value].flatMap(([k, v]) => [cbor(k), cbor(v as number)])
  return Buffer.concat([head(5, value.size), ...parts])
}

export type Laku = {
  /** The person was verified by finger, face or PIN. */
  readonly uv?: boolean
  readonly origin?: string
  readonly rpId?: string
}

export type Autentikator = {
  /** Answers the options of a registration. */
  daftar(pilihan: Pilihan, laku?: Laku): Record<string, unknown>
  /** Answers the options of a sign-in. */
  masuk(pilihan: Pilihan, laku?: Laku): Record<string, unknown>
}

type Pilihan = { readonly challenge: string }

/** A new authenticator with one key, used from pages of `origin`. */
export function autentikator(origin: string): Autentikator {
  const id = randomBytes(16)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  const client = (type: string, { challenge }: Pilihan, laku: Laku): Buffer =>
    Buffer.from(
      JSON.stringify({ type, challenge, origin: laku.origin ?? origin, crossOrigin: false }),
    )
  const authData = (laku: Laku, attested?: Buffer): Buffer => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    const flags = 0x01 | (laku.uv === false ? 0 : 0x04) | (attested ? 0x40 : 0)
    return Buffer.concat([
      sha256(laku.rpId ?? 'localhost'),
      Buffer.from([flags]),
      count,
      ...(attested ? [attested] : []),
    ])
  }
  const shell = { id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {} }
  return {
    daftar: (pilihan, laku = {}) => {
      const length = Buffer.from([0, id.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData(laku, attested)],
      ])
      const response = {
        clientDataJSON: b64(client('webauthn.create', pilihan, laku)),
        attestationObject: b64(cbor(attestation)),
        transports: ['internal'],
      }
      return { ...shell, response }
    },
    masuk: (pilihan, laku = {}) => {
      const clientData = client('webauthn.get', pilihan, laku)
      const data = authData(laku)
      const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), privateKey)
      const response = {
        clientDataJSON: b64(clientData),
        authenticatorData: b64(data),
        signature: b64(signature),
      }
      return { ...shell, response }
    },
  }
}

function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const fields: [number, number | Buffer][] = [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]
  return cbor(new Map(fields))
}
