/** What counts as proof for whom (docs/adr/0016): the factor of a session against what the role demands. */

/** How a session was opened, or what it has proved since. */
export const faktorSesi = ['sandi', 'totp', 'passkey', 'perangkat', 'pemulihan', 'oidc'] as const
export type FaktorSesi = (typeof faktorSesi)[number]

export type Wajib = 'kuat' | 'perangkat' | 'sandi'

/** What the account has set up. */
export type Terpasang = {
  readonly totp: boolean
  readonly passkey: boolean
  readonly perangkat: boolean
}

const kuat: readonly string[] = ['totp', 'passkey', 'pemulihan', 'oidc']

/**
 * What a session lacks. `faktor`: a factor is set up and was not shown; `pasang`: the role demands
 * one and none is set up. A password alone never passes where the account has a stronger factor:
 * otherwise a stolen password could take that factor away.
 */
export function kurang(
  faktor: string,
  wajib: Wajib | null,
  punya: Terpasang,
): 'faktor' | 'pasang' | null {
  if (kuat.includes(faktor)) return null
  if (faktor === 'perangkat') {
    if (wajib !== 'kuat') return null
    return punya.totp || punya.passkey ? 'faktor' : 'pasang'
  }
  if (punya.totp || punya.passkey) return 'faktor'
  if (wajib === 'kuat') return 'pasang'
  if (wajib === 'perangkat') return punya.perangkat ? 'faktor' : 'pasang'
  return null
}

/** By what the missing step can be done, the likeliest first. */
export function caraUntuk(
  langkah: 'faktor' | 'pasang',
  wajib: Wajib | null,
  punya: Terpasang,
): ('totp' | 'passkey' | 'pemulihan' | 'perangkat')[] {
  if (langkah === 'pasang')
    return wajib === 'perangkat' ? ['passkey', 'perangkat', 'totp'] : ['totp', 'passkey']
  const cara: ('totp' | 'passkey' | 'pemulihan' | 'perangkat')[] = []
  if (punya.totp) cara.push('totp')
  if (punya.passkey) cara.push('passkey')
  if (punya.perangkat && wajib !== 'kuat') cara.push('perangkat')
  if (punya.totp || punya.passkey) cara.push('pemulihan')
  return cara
}
