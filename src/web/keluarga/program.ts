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

const sumber: Readonly<Record<string, string>> = {
  'pbdt-2015': 'PBDT 2015',
  bdt: 'BDT SIKS-NG',
  siks: 'Buku kerja SIKS-NG',
  p3ke: 'P3KE',
  regsosek: 'Regsosek',
  dukcapil: 'Dukcapil',
  kks: 'KKS-BSP',
  pbi: 'PBI-JK',
  'peringkat-luar': 'Peringkat dari luar',
}

/** Where data came from, as offices call it. */
export const namaSumber = (kode: string): string => sumber[kode] ?? kode

export const namaProgram = (kode: string): string =>
  nama[kode] ?? kode.replaceAll('_', '-').toUpperCase()
