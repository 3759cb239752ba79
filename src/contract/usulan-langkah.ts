/** One operation per step of the tracks; who may ask for it is read off the tables themselves. */
import { z } from 'zod'
import { type Aksi, aksi } from '#domain/usulan/alur.ts'
import { pelakuAksi } from '#domain/usulan/wewenang.ts'
import { operation } from './operation.ts'
import { hasilLangkah, pilihanUsulan } from './usulan.ts'

const langkahInput = z.object({
  pilihan: pilihanUsulan,
  /** Why: asked for where the table says so. */
  alasan: z.string().trim().min(5).max(500).optional(),
})

const langkah = <const A extends Aksi>(nama: A) =>
  operation({
    id: `usulan.${nama}`,
    method: 'POST',
    path: `/api/usulan/langkah/${nama}`,
    input: langkahInput,
    output: hasilLangkah,
    permission: pelakuAksi(nama),
    audit: 'tulis',
    label: aksi[nama],
  })

export const usulanAjukan = langkah('ajukan')
export const usulanBatalkan = langkah('batalkan')
export const usulanTarikKembali = langkah('tarik_kembali')
export const usulanMohonBuka = langkah('mohon_buka')
export const usulanLengkapi = langkah('lengkapi')
export const usulanKetahui = langkah('ketahui')
export const usulanUmumkan = langkah('umumkan')
export const usulanFinalkan = langkah('finalkan')
export const usulanVerifikasi = langkah('verifikasi')
export const usulanMusyawarahkan = langkah('musyawarahkan')
export const usulanSahkan = langkah('sahkan')
export const usulanPeriksa = langkah('periksa')
export const usulanTarik = langkah('tarik')
export const usulanTerima = langkah('terima')
export const usulanTolak = langkah('tolak')
export const usulanKembalikan = langkah('kembalikan')
export const usulanKembalikanKelayakan = langkah('kembalikan_kelayakan')
export const usulanKirimUlang = langkah('kirim_ulang')
export const usulanPakaiUsulan = langkah('pakai_usulan')
export const usulanPakaiKini = langkah('pakai_kini')

/** The steps that people take by a button, in the order of a proposal's life. */
export const langkahBertombol = [
  usulanAjukan,
  usulanBatalkan,
  usulanTarikKembali,
  usulanMohonBuka,
  usulanLengkapi,
  usulanKetahui,
  usulanUmumkan,
  usulanFinalkan,
  usulanVerifikasi,
  usulanMusyawarahkan,
  usulanSahkan,
  usulanPeriksa,
  usulanTarik,
  usulanTerima,
  usulanTolak,
  usulanKembalikan,
  usulanKembalikanKelayakan,
  usulanKirimUlang,
  usulanPakaiUsulan,
  usulanPakaiKini,
] as const
