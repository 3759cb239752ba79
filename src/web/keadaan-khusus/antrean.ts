/** Rows of fast entry on their way: kept on the device until the server has them, sent together, never twice. */
import { createStore, del, get, set } from 'idb-keyval'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, newCommandId } from '#web/api.ts'
import { usangkan } from '#web/kesegaran.ts'
import { queryClient } from '#web/kueri.ts'
import type { InputOf } from '#web/operasi.ts'

export type BarisCepat = InputOf<'keadaan_khusus.catat'>['keluarga'][number] & {
  readonly wilayah: number
}

/** The store of drafts: emptied when the person signs out. */
const toko = () => createStore('siks-usulan', 'draf')

/** @param kunci names the person and the special state: another person's rows are not taken over */
export function useAntrean(kunci: string, keadaan: string) {
  const [antre, setAntre] = useState<readonly BarisCepat[]>([])
  const [galat, setGalat] = useState<unknown>(null)
  const isi = useRef<readonly BarisCepat[]>([])
  const berjalan = useRef(false)

  const simpan = useCallback(
    (rows: readonly BarisCepat[]) => {
      isi.current = rows
      setAntre(rows)
      // Where the browser keeps nothing the rows are still on the screen.
      void (rows.length > 0 ? set(kunci, rows, toko()) : del(kunci, toko())).catch(() => {})
    },
    [kunci],
  )

  const kirim = useCallback(async () => {
    if (berjalan.current) return
    berjalan.current = true
    setGalat(null)
    try {
      while (isi.current.length > 0) {
        const [first] = isi.current
        const bersama = isi.current.filter((b) => b.wilayah === first?.wilayah).slice(0, 100)
        await call(
          'keadaan_khusus.catat',
          {
            keadaan,
            wilayah: first?.wilayah ?? 0,
            keluarga: bersama.map(({ wilayah: _, ...b }) => b),
          },
          { commandId: newCommandId() },
        )
        const sudah = new Set(bersama.map((b) => b.id))
        simpan(isi.current.filter((b) => !sudah.has(b.id)))
      }
    } catch (error) {
      setGalat(error)
      return
    } finally {
      // Before the list is asked for anew: a row typed meanwhile must find the way free.
      berjalan.current = false
    }
    await usangkan(queryClient, true)
  }, [keadaan, simpan])

  useEffect(() => {
    let hidup = true
    get<readonly BarisCepat[]>(kunci, toko()).then(
      (ada) => {
        if (!hidup || !ada || ada.length === 0) return
        simpan([...ada, ...isi.current])
        void kirim()
      },
      () => {},
    )
    const lagi = () => void kirim()
    window.addEventListener('online', lagi)
    return () => {
      hidup = false
      window.removeEventListener('online', lagi)
    }
  }, [kunci, simpan, kirim])

  const tambah = useCallback(
    (b: BarisCepat) => {
      simpan([...isi.current, b])
      void kirim()
    },
    [simpan, kirim],
  )
  return { antre, galat, tambah, kirim }
}
