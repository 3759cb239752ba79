/** Documents as the population offices call them; kept as written. */
export const jenisDokumen = [
  'KTP-el',
  'Kartu Keluarga',
  'Surat keterangan kelahiran',
  'Akta kelahiran',
  'Surat keterangan kematian',
  'Akta kematian',
  'Buku nikah atau akta perkawinan',
  'Akta perceraian',
  'Surat keterangan kelurahan/desa',
  'Surat pindah',
] as const
