/** A browser in words, from what it says of itself: "Chrome di Android". */
import Bowser from 'bowser'
import type { Label } from '#domain/label.ts'

export function perambanOf(userAgent: string | null): Label {
  const said = userAgent ? Bowser.parse(userAgent) : null
  const browser = said?.browser.name
  const system = said?.os.name
  if (!browser) return { id: 'Peramban tidak dikenal', en: 'Unknown browser' }
  return system
    ? { id: `${browser} di ${system}`, en: `${browser} on ${system}` }
    : { id: browser, en: browser }
}
