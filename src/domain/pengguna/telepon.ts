/** Phone numbers as people type them, in the one form in which they are kept. */

/** "0812-3456-7890", "62 812…", "+62812…" -> "+62812…"; null when it is no phone number. */
export function normalTelepon(teks: string): string | null {
  if (!/^\+?[\d\s().-]{8,24}$/.test(teks.trim())) return null
  const digits = teks.replace(/\D/g, '')
  const international = teks.trim().startsWith('+')
    ? digits
    : digits.startsWith('0')
      ? `62${digits.slice(1)}`
      : digits.startsWith('62')
        ? digits
        : `62${digits}`
  return /^[1-9]\d{7,14}$/.test(international) ? `+${international}` : null
}
