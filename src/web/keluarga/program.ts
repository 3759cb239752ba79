/** Names of programmes as offices write them; a code that came later is shown in capitals. */
const nama: Readonly<Record<string, string>> = {
  rastra: 'Rastra',
  blt_dd: 'BLT-DD',
  bpjs_mandiri: 'BPJS mandiri',
  jamsostek: 'Jamsostek',
  asuransi_lain: 'asuransi lain',
  bantuan_pemda: 'bantuan pemda',
  subsidi_listrik: 'subsidi listrik',
  subsidi_pupuk: 'subsidi pupuk',
  subsidi_lpg: 'subsidi LPG',
}

export const namaProgram = (kode: string): string =>
  nama[kode] ?? kode.replaceAll('_', '-').toUpperCase()
