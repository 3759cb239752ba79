/** Dates as letters write them. */
const bulan = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

/** `2018-07-24` is `24 Juli 2018`; what is no date stays as it is. */
export function tanggalSurat(iso: string): string {
  const [, tahun, bln, hari] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso) ?? []
  const nama = bulan[Number(bln) - 1]
  return tahun && hari && nama ? `${Number(hari)} ${nama} ${tahun}` : iso
}
