/** A visit while it is typed: saved a moment after each change, one write at a time, the newest last. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { IsianKunjungan } from '#domain/kunjungan/isian.ts'
import type { ShownError } from '#ui/state.tsx'
import { ApiProblem, call, shownOf } from '#web/api.ts'
import type { OutputOf } from '#web/operasi.ts'

export type Formulir = OutputOf<'kunjungan.formulir'>
export type TahapIsian = 'diam' | 'menunggu' | 'tersimpan' | 'gagal'

/** After the last key so many milliseconds pass before it is sent. */
const JEDA = 900
/** A lost line is tried again after so many. */
const ULANG = 5_000

export function useIsian(f: Formulir) {
  const [isi, setIsi] = useState<IsianKunjungan>(f.draf?.isi ?? {})
  const [tahap, setTahap] = useState<TahapIsian>('diam')
  const [galat, setGalat] = useState<ShownError | null>(null)
  const kini = useRef(isi)
  const versi = useRef(f.draf?.versi ?? 0)
  const kotor = useRef(false)
  /** The last save failed for want of a line, not because it was refused. */
  const terputus = useRef(false)
  const berjalan = useRef<Promise<void> | null>(null)
  const jam = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const { kab, id: keluarga } = f

  const habiskan = useCallback(async (): Promise<void> => {
    while (kotor.current) {
      kotor.current = false
      try {
        const saved = await call('kunjungan.simpan', {
          kab,
          keluarga,
          isi: kini.current,
          versi: versi.current,
        })
        versi.current = saved.versi
        setGalat(null)
      } catch (error) {
        kotor.current = true
        terputus.current =
          !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500
        setTahap('gagal')
        setGalat(shownOf(error))
        return
      }
    }
    setTahap('tersimpan')
  }, [kab, keluarga])

  /** Sends what is not sent yet. */
  const sekarang = useCallback((): Promise<void> => {
    clearTimeout(jam.current)
    berjalan.current ??= habiskan().finally(() => {
      berjalan.current = null
      if (kotor.current && terputus.current) jam.current = setTimeout(() => void sekarang(), ULANG)
    })
    return berjalan.current
  }, [habiskan])

  const ubah = useCallback(
    (baru: (lama: IsianKunjungan) => IsianKunjungan) => {
      kini.current = baru(kini.current)
      kotor.current = true
      setIsi(kini.current)
      setTahap('menunggu')
      clearTimeout(jam.current)
      jam.current = setTimeout(() => void sekarang(), JEDA)
    },
    [sekarang],
  )

  /** Entered: nothing more is sent. */
  const lepas = useCallback(() => {
    kotor.current = false
    clearTimeout(jam.current)
  }, [])

  useEffect(
    () => () => {
      if (kotor.current) void sekarang()
    },
    [sekarang],
  )
  return { isi, ubah, tahap, galat, sekarang, lepas }
}

export type Isian = ReturnType<typeof useIsian>
