/** The letters of the counter: Surat Keterangan Terdaftar and Tidak Terdaftar. Pure. */
import type { KopSurat, Penanda, Surat } from '#domain/dokumen/surat.ts'
import { tanggalSurat } from '#domain/dokumen/tanggal.ts'
import { type KeadaanLoket, kalimatBantuan, kalimatDesil } from './kalimat.ts'

export type OrangSurat = {
  readonly nama: string
  readonly nik: string | null
  readonly nomorKk: string | null
  /** Place and date of birth, in words. */
  readonly lahir: string | null
  readonly alamat: string | null
}

export type IsiSurat = {
  readonly kop: KopSurat
  readonly tempat: string
  readonly penanda: Penanda
  /** Office as it is called: `Kelurahan Api-api`. */
  readonly kantor: string
  readonly orang: OrangSurat
  /** What the registry says; null: not registered here. */
  readonly keadaan: KeadaanLoket | null
  readonly keperluan: string
  readonly tanggal: string
  readonly nomor: string
  /** Address of the page that proves it. */
  readonly alamat: string
}

const tanpaTitik = (text: string): string => text.replace(/\.$/, '')

/** One page of A4; the name of the person stands on the paper only, never in the file's title. */
export function suratLoket(i: IsiSurat): Surat {
  const { orang, keadaan, kantor, penanda } = i
  const ada = keadaan !== null
  const hari = tanggalSurat(i.tanggal)
  const baris: [string, string | null][] = [
    ['Nama', orang.nama],
    ['NIK', orang.nik],
    ['Nomor KK', orang.nomorKk],
    ['Tempat, tanggal lahir', orang.lahir],
    ['Alamat', orang.alamat],
  ]
  return {
    kertas: 'A4',
    mendatar: false,
    judul: ada ? 'Surat Keterangan Terdaftar' : 'Surat Keterangan Tidak Terdaftar',
    tanggal: `${i.tanggal}T00:00:00Z`,
    kop: i.kop,
    kaki: `Nomor ${i.nomor}`,
    isi: [
      {
        blok: 'judul',
        teks: ada ? 'Surat Keterangan Terdaftar' : 'Surat Keterangan Tidak Terdaftar',
        nomor: i.nomor,
      },
      {
        blok: 'paragraf',
        menjorok: true,
        teks: `Yang bertanda tangan di bawah ini, ${penanda.jabatan}, menerangkan bahwa:`,
      },
      {
        blok: 'rincian',
        isi: baris.flatMap(([label, nilai]) => (nilai ? [[label, nilai] as const] : [])),
      },
      ...(ada
        ? ([
            {
              blok: 'paragraf',
              teks: `terdaftar dalam data kesejahteraan sosial (SIKS-NG) ${kantor}, dengan keadaan pada tanggal ${hari} sebagai berikut:`,
            },
            {
              blok: 'rincian',
              isi: [
                ['Terdaftar sejak', tanggalSurat(keadaan.sejak)],
                ['Peringkat kesejahteraan', tanpaTitik(kalimatDesil(keadaan).id)],
                ['Bantuan', tanpaTitik(kalimatBantuan(keadaan).id)],
              ],
            },
          ] as const)
        : ([
            {
              blok: 'paragraf',
              teks: `sampai dengan tanggal ${hari} tidak terdaftar dalam data kesejahteraan sosial (SIKS-NG) ${kantor}. Surat ini tidak menerangkan keadaan di wilayah lain.`,
            },
          ] as const)),
      {
        blok: 'paragraf',
        menjorok: true,
        teks: `Surat keterangan ini dibuat untuk keperluan ${i.keperluan}, dan hanya berlaku untuk keperluan itu. Data dapat berubah setelah tanggal surat ini.`,
      },
      {
        blok: 'penutup',
        qr: {
          isi: i.alamat,
          teks: ['Periksa keaslian surat ini dengan', 'memindai kode di atas.'],
        },
        tandaTangan: [
          {
            tempatTanggal: `${i.tempat}, ${hari}`,
            jabatan: penanda.jabatan,
            nama: penanda.nama || null,
            keterangan: [penanda.pangkat, penanda.nip ? `NIP ${penanda.nip}` : null].filter(
              (one) => one !== null && one !== '',
            ) as string[],
          },
        ],
      },
    ],
  }
}
