/** Several files on their way: each is made small, sent, and may be sent again after a lost line. */
import { useCallback, useState } from 'react'
import type { gunaKiriman } from '#domain/berkas/guna.ts'
import { newCommandId, problemOfText, shownOf } from '#web/api.ts'
import { kompres } from '#web/berkas/kompres.ts'
import { kirimBerkas } from '#web/kirim-berkas.ts'
import type { OutputOf } from '#web/operasi.ts'

export type GunaKiriman = (typeof gunaKiriman)[number]
export type BerkasTerkirim = OutputOf<'berkas.unggah'>

/** Whose it is: a family with its partition, or an office. */
export type TempatKiriman =
  | { readonly kab: number; readonly keluarga: string }
  | { readonly wilayah: number; readonly rt?: number }

export type Kiriman = {
  readonly nomor: string
  readonly berkas: File
  readonly guna: GunaKiriman
  readonly tahap: 'mengecilkan' | 'mengirim' | 'terkirim' | 'sudahAda' | 'gagal'
  /** 0 to 100. */
  readonly persen: number
  readonly galat: string | null
}

const isTerkirim = (v: unknown): v is BerkasTerkirim =>
  typeof v === 'object' && v !== null && 'id' in v && 'sidik' in v && 'sudahAda' in v

/** @param selesai hears of each file that the server has */
export function useKiriman(
  tempat: TempatKiriman,
  tidakTerbuka: string,
  selesai: (b: BerkasTerkirim) => void,
) {
  const [daftar, setDaftar] = useState<readonly Kiriman[]>([])
  const ubah = useCallback(
    (nomor: string, baru: Partial<Kiriman>) =>
      setDaftar((lama) => lama.map((k) => (k.nomor === nomor ? { ...k, ...baru } : k))),
    [],
  )
  const satu = async (k: Kiriman) => {
    ubah(k.nomor, { tahap: 'mengecilkan', persen: 0, galat: null })
    const kecil = await kompres(k.berkas)
    if (!kecil) return ubah(k.nomor, { tahap: 'gagal', galat: tidakTerbuka })
    ubah(k.nomor, { tahap: 'mengirim' })
    const isian = Object.fromEntries(Object.entries(tempat).map(([n, v]) => [n, String(v)]))
    try {
      const isi = await kirimBerkas(
        {
          alamat: '/api/berkas',
          isian: { guna: k.guna, ...isian },
          berkas: kecil,
          nama: 'berkas',
          perintah: k.nomor,
        },
        (n, semua) => ubah(k.nomor, { persen: semua > 0 ? Math.round((100 * n) / semua) : 0 }),
      )
      if (!isTerkirim(isi)) throw problemOfText(500, isi)
      ubah(k.nomor, { tahap: isi.sudahAda ? 'sudahAda' : 'terkirim', persen: 100 })
      selesai(isi)
    } catch (error) {
      const { judul, isi } = shownOf(error)
      ubah(k.nomor, { tahap: 'gagal', galat: [judul, isi].filter(Boolean).join(' ') })
    }
  }
  const kirim = async (berkas: readonly File[], guna: GunaKiriman) => {
    const baru = berkas.map(
      (b): Kiriman => ({
        nomor: newCommandId(),
        berkas: b,
        guna,
        tahap: 'mengecilkan',
        persen: 0,
        galat: null,
      }),
    )
    setDaftar((lama) => [...lama, ...baru])
    // One after the other: a telephone has room for one open photograph.
    for (const k of baru) await satu(k)
  }
  const buang = (nomor: string) => setDaftar((lama) => lama.filter((k) => k.nomor !== nomor))
  return { daftar, kirim, ulangi: (k: Kiriman) => void satu(k), buang }
}
