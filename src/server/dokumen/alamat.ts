/** Where anybody looks a paper up: the address that its QR holds. */

/** `SIKS_ALAMAT`, otherwise the host of passkeys, otherwise this machine. */
function pangkal(): string {
  const { SIKS_ALAMAT: alamat, SIKS_DOMAIN: domain } = process.env
  if (alamat && URL.canParse(alamat)) return alamat.replace(/\/+$/, '')
  return domain ? `https://${domain}` : 'http://localhost:3000'
}

export const alamatDokumen = (kode: string): string => `${pangkal()}/d/${kode}`
