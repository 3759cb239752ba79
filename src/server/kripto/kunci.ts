/** The key ring of this installation, from its secret and the secrets that it had before. */
import { loadSecret } from '#server/pengguna/rahasia.ts'
import { type KeyRing, keyRing } from './segel.ts'

const rings = new Map<string, Promise<KeyRing>>()

/** Former secrets (`SIKS_RAHASIA_LAMA`, separated by commas): they open, and seal nothing new. */
const formerSecrets = (): readonly string[] =>
  (process.env.SIKS_RAHASIA_LAMA ?? '').split(',').filter((secret) => secret.length >= 32)

/** The ring of a data folder; derived once per process. */
export function ringOf(dataFolder: string): Promise<KeyRing> {
  const known = rings.get(dataFolder)
  if (known) return known
  const ring = loadSecret(dataFolder).then((secret) => keyRing(secret, formerSecrets()))
  rings.set(dataFolder, ring)
  ring.catch(() => rings.delete(dataFolder))
  return ring
}
