/** A proposal in a form: loaded from the server and from this browser, saved while one types. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { JenisUsulan } from '#domain/usulan/jenis.ts'
import { ApiProblem, call, newCommandId } from '#web/api.ts'
import { usangkan } from '#web/kesegaran.ts'
import { queryClient } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import type { Sesi } from '#web/pengguna/keadaan.ts'
import {
  type Dependensi,
  type KeadaanSimpan,
  Penyimpan,
  type Pokok,
} from '#web/usulan/penyimpan.ts'
import {
  bacaSimpanan,
  hapusSimpanan,
  type Isian,
  type Simpanan,
  type Tersimpan,
  tulisSimpanan,
} from '#web/usulan/simpanan.ts'

type SatuUsulan = OutputOf<'usulan.satu'>

/** Which proposal a form is about, as it stands in the address. */
export type AlamatIsian = {
  readonly kab?: number | undefined
  readonly id?: string | undefined
  readonly jenis: JenisUsulan
  readonly keluarga?: string | undefined
  readonly orang?: string | undefined
}

const nyata: Dependensi = {
  kirim: async (body, commandId) => {
    const usulan = await call('usulan.simpan', body, { commandId })
    await usangkan(queryClient, false)
    return usulan
  },
  nomor: newCommandId,
  galat: (error) => {
    const { status, code, shown } = error instanceof ApiProblem ? error : ApiProblem.putus()
    return { status, code, shown, asal: error }
  },
  tulis: tulisSimpanan,
  hapus: hapusSimpanan,
}

export const isianOf = (u: SatuUsulan): Isian => ({
  nama: u.nama,
  wilayah: u.wilayah,
  rt: u.rt,
  isi: u.isi,
})

const tersimpanOf = ({ kab, id, nomor, versi, status }: SatuUsulan) => ({
  kab,
  id,
  nomor,
  versi,
  status,
})

export type Awal = {
  readonly simpanan: Simpanan
  readonly satu: SatuUsulan | null
  readonly kotor: boolean
}

const kunciOf = (sesi: Sesi, id: string): string => `${sesi.id}:${id}`
const kunciBaru = (sesi: Sesi, a: AlamatIsian): string =>
  [sesi.id, 'baru', a.jenis, a.keluarga ?? '', a.orang ?? ''].join(':')

async function muat(sesi: Sesi, a: AlamatIsian, kosong: Isian): Promise<Awal> {
  if (a.id === undefined || a.kab === undefined) {
    const ada = await bacaSimpanan(kunciBaru(sesi, a))
    const awal = ada ?? { isian: kosong, usulan: null, kiriman: null }
    return { simpanan: awal, satu: null, kotor: ada !== null }
  }
  const [satu, ada] = await Promise.all([
    call('usulan.satu', { kab: a.kab, id: a.id }),
    bacaSimpanan(kunciOf(sesi, a.id)),
  ])
  const awal = ada ?? { isian: isianOf(satu), usulan: tersimpanOf(satu), kiriman: null }
  return { simpanan: awal, satu, kotor: ada !== null }
}

/** Asked once for a form; the form is the truth from then on. */
export const useAwalDraf = (sesi: Sesi, a: AlamatIsian, kosong: Isian) =>
  useQuery({
    queryKey: ['draf-usulan', sesi.id, a],
    queryFn: () => muat(sesi, a, kosong),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export type Draf = KeadaanSimpan & {
  readonly penyimpan: Penyimpan
  readonly ubah: (baru: Partial<Isian>) => void
  readonly isi: (baru: Partial<Isian['isi']>) => void
}

/**
 * @param awal what was loaded; read at the first drawing only
 * @param padaId hears of the id that the first save gives
 */
export function useDraf(
  sesi: Sesi,
  a: AlamatIsian,
  pokok: Pokok,
  awal: Awal,
  padaId: (u: Tersimpan) => void,
): Draf {
  const [penyimpan] = useState(
    () =>
      new Penyimpan(
        awal.simpanan,
        pokok,
        { baru: kunciBaru(sesi, a), of: (id) => kunciOf(sesi, id) },
        nyata,
        { kotor: awal.kotor, padaId },
      ),
  )
  const keadaan = useSyncExternalStore(penyimpan.dengar, penyimpan.kini)
  useEffect(() => {
    const kirim = () => {
      const { tahap } = penyimpan.kini()
      if (tahap === 'menunggu' || tahap === 'luring') void penyimpan.sekarang()
    }
    const sembunyi = () => (document.visibilityState === 'hidden' ? kirim() : undefined)
    window.addEventListener('online', kirim)
    document.addEventListener('visibilitychange', sembunyi)
    return () => {
      window.removeEventListener('online', kirim)
      document.removeEventListener('visibilitychange', sembunyi)
      kirim()
    }
  }, [penyimpan])
  return {
    ...keadaan,
    penyimpan,
    ubah: (baru) => penyimpan.ubah({ ...penyimpan.kini().isian, ...baru }),
    isi: (baru) => {
      const kini = penyimpan.kini().isian
      penyimpan.ubah({ ...kini, isi: { ...kini.isi, ...baru } })
    },
  }
}
