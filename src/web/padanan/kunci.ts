/** What a part of a blocking rule is called: "the sound of the name", "the kab/kota". */
import { useLabel } from '#ui/bahasa.ts'

type Kata = { readonly id: string; readonly en: string }

const kata: Readonly<Record<string, Kata>> = {
  nik: { id: 'NIK', en: 'NIK' },
  nomor_kk: { id: 'nomor KK', en: 'family card' },
  nama: { id: 'nama', en: 'name' },
  'nama:urutan': { id: 'nama, urutan kata bebas', en: 'name, words in any order' },
  'nama:bunyi': { id: 'bunyi salah satu kata nama', en: 'sound of a word of the name' },
  'nama:kata': { id: 'salah satu kata nama', en: 'a word of the name' },
  tanggal_lahir: { id: 'tanggal lahir', en: 'date of birth' },
  'tanggal_lahir:tahun': { id: 'tahun lahir', en: 'year of birth' },
  'tanggal_lahir:bulan': { id: 'bulan lahir', en: 'month of birth' },
  'tanggal_lahir:hari_bulan': { id: 'hari dan bulan lahir', en: 'day and month of birth' },
  jenis_kelamin: { id: 'jenis kelamin', en: 'sex' },
  alamat: { id: 'alamat', en: 'address' },
  wilayah: { id: 'desa/kelurahan', en: 'village' },
  'wilayah:awal 4': { id: 'kabupaten/kota', en: 'kab/kota' },
  'wilayah:awal 6': { id: 'kecamatan', en: 'kecamatan' },
}

/** A rule in words; a part without a word of its own as the model writes it. */
export function useNamaKunci(): (kunci: readonly string[]) => string {
  const label = useLabel()
  return (kunci) =>
    kunci
      .map((k) => {
        const satu = kata[k]
        return satu ? label(satu) : k.replaceAll('_', ' ')
      })
      .join(' + ')
}
