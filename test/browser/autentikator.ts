/** What people hold in their hands in the tests: an authenticator app, a passkey. */
import type { Page } from 'playwright-core'
import { codeNow } from '#server/pengguna/totp.ts'

const abjad = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes of a base32 key, as text. */
function bacaBase32(kunci: string): string {
  const bit = [...kunci.replace(/[\s=]/g, '').toUpperCase()]
    .map((huruf) => abjad.indexOf(huruf).toString(2).padStart(5, '0'))
    .join('')
  const bita = bit.match(/.{8}/g) ?? []
  return Buffer.from(bita.map((b) => Number.parseInt(b, 2))).toString('utf8')
}

/** The code that an app shows that was given this key; `nanti` seconds from now. */
export const kodeDari = async (kunci: string, nanti = 0): Promise<string> =>
  (await codeNow(bacaBase32(kunci), Date.now() + nanti * 1000)).kode

/** A platform authenticator that says yes to everything: finger or face of this device. */
export async function pasangSidikJari(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
