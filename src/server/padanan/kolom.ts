/** What matching reads of the registry and of a source: the columns that a model may name, as SQL. */

/** Of `individu i` and its `keluarga k`. */
export const kolomRegistri: Readonly<Record<string, string>> = {
  nik: 'i.nik',
  nomor_kk: 'k.nomor_kk',
  nama: 'i.nama',
  jenis_kelamin: 'i.jenis_kelamin',
  tempat_lahir: 'i.tempat_lahir',
  tanggal_lahir: 'i.tanggal_lahir',
  alamat: 'k.alamat',
  nama_ibu: 'i.nama_ibu',
  hubungan: 'i.hubungan',
  rt: 'i.rt',
  wilayah: 'i.wilayah',
}

/** The same of `orang_sumber s`. */
export const kolomSumber: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(kolomRegistri).map((nama) => [nama, `s.${nama}`]),
)
