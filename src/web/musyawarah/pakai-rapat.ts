/** A meeting for its pages: from the server, or from the copy on this device; and its outbox. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { ApiProblem, call, newCommandId, shownOf } from '#web/api.ts'
import { waktuServer } from '#web/jam-server.ts'
import { queryClient } from '#web/kueri.ts'
import { type Jawaban, type KeadaanKotak, KotakKeluar } from '#web/musyawarah/kotak-keluar.ts'
import { denganKiriman } from '#web/musyawarah/rapat-kini.ts'
import {
  bacaKiriman,
  bacaSalinan,
  type Di,
  hapusKiriman,
  hapusSalinan,
  type Kiriman,
  type Salinan,
  tulisKiriman,
  tulisSalinan,
} from '#web/musyawarah/simpanan.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

/** What was read; `salinan`: the server could not be reached, it is the copy of this device. */
export type Terbaca<T> = { readonly isi: T; readonly salinan: boolean }

/** On a bad line an answer may never come: after so long it is taken for none, milliseconds. */
const SABAR = { baca: 10_000, kirim: 20_000 }
const selama = (ms: number) => ({ signal: AbortSignal.timeout(ms) })
const habisSabar = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TimeoutError'

const tanpaSambungan = (error: unknown): boolean =>
  habisSabar(error) || (error instanceof ApiProblem && (error.status === 0 || error.status >= 502))

type JenisBacaan = 'rapat' | 'layar'
type Alamat = Pick<Di, 'kab' | 'id'>

/** How each is read: the operation, and how often again while the meeting is open, milliseconds. */
const bacaan: {
  [J in JenisBacaan]: { op: string; segar: number; panggil: (d: Alamat) => Promise<Salinan[J]> }
} = {
  rapat: {
    op: 'musyawarah.satu',
    segar: 20_000,
    panggil: (d) => call('musyawarah.satu', d, selama(SABAR.baca)),
  },
  layar: {
    op: 'musyawarah.layar',
    segar: 3_000,
    panggil: (d) => call('musyawarah.layar', d, selama(SABAR.baca)),
  },
}

async function baca<J extends JenisBacaan>(jenis: J, di: Di): Promise<Terbaca<Salinan[J]>> {
  const { kab, id } = di
  try {
    const isi: Salinan[J] = await bacaan[jenis].panggil({ kab, id })
    const hidup = isi.status === 'disiapkan' || isi.status === 'selesai'
    await (hidup ? tulisSalinan(jenis, di, isi) : hapusSalinan(di))
    return { isi, salinan: false }
  } catch (error) {
    if (!tanpaSambungan(error)) throw error
    const isi = await bacaSalinan(jenis, di)
    if (isi === undefined) throw error
    return { isi, salinan: true }
  }
}

function useBacaan<J extends JenisBacaan>(jenis: J, di: Di): UseQueryResult<Terbaca<Salinan[J]>> {
  return useQuery({
    queryKey: [bacaan[jenis].op, di],
    queryFn: () => baca(jenis, di),
    // The copy is there without a line too.
    networkMode: 'always',
    retry: false,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.isi.status === 'disiapkan' || state.data?.isi.status === 'selesai'
        ? bacaan[jenis].segar
        : false,
  })
}

export const useRapat = (di: Di) => useBacaan('rapat', di)
export const useLayar = (di: Di) => useBacaan('layar', di)

/** The meeting of an address, and whose copy of it. */
export function useDi(kab: string, id: string): Di {
  const sesi = useSesi()
  return { kab: Number(kab), id, pengguna: sesi.id }
}

async function kirim(di: Di, semua: readonly [Kiriman, ...Kiriman[]]): Promise<Jawaban> {
  const [first] = semua
  const { kab, id } = di
  const sebagai = { commandId: first.id, ...selama(SABAR.kirim) }
  if (first.jenis === 'agenda') {
    const usulan = [...first.isi]
    const { versi } = await call(
      'musyawarah.agenda',
      { kab, id, versi: first.versi, usulan },
      sebagai,
    )
    return { jenis: 'agenda', versi }
  }
  if (first.jenis === 'hadir') {
    const { hadir, unsurTidakAda } = first.isi
    const isi = {
      kab,
      id,
      versi: first.versi,
      unsurTidakAda: [...unsurTidakAda],
      hadir: hadir.map((h) => ({ ...h, kerabat: [...h.kerabat] })),
    }
    const { versi } = await call('musyawarah.hadir', isi, sebagai)
    return { jenis: 'hadir', versi }
  }
  const keputusan = semua.flatMap((k) => (k.jenis === 'putuskan' ? [k.isi] : []))
  const { ditolak } = await call('musyawarah.putuskan', { kab, id, keputusan }, selama(SABAR.kirim))
  return { jenis: 'putuskan', ditolak }
}

/** The line may die before the meeting is read again: what was taken stands in the copy. */
async function perbaruiSalinan(di: Di, k: readonly Kiriman[], j: Jawaban): Promise<void> {
  const kunci = [bacaan.rapat.op, di]
  const lama = queryClient.getQueryData<Terbaca<Salinan['rapat']>>(kunci)
  const rapat = lama?.isi ?? (await bacaSalinan('rapat', di))
  if (!rapat) return
  const isi = denganKiriman(rapat, k, j.jenis === 'putuskan' ? rapat.versi : j.versi)
  await tulisSalinan('rapat', di, isi)
  if (lama) queryClient.setQueryData(kunci, { ...lama, isi })
}

const kotak = new Map<string, Promise<KotakKeluar>>()

/** The outbox of a meeting; there is one in a window, it goes on while other pages are open. */
function kotakOf(di: Di): Promise<KotakKeluar> {
  const kunci = `${di.pengguna}.${di.kab}.${di.id}`
  const ada = kotak.get(kunci)
  if (ada) return ada
  const baru = bacaKiriman(di).then((awal) => {
    const k = new KotakKeluar(awal, {
      kirim: (semua) => kirim(di, semua),
      galat: (error) => {
        const { judul, isi } = shownOf(error)
        const p = error instanceof ApiProblem ? error : null
        return {
          status: habisSabar(error) ? 0 : (p?.status ?? 500),
          kode: p?.code ?? '',
          judul,
          isi: isi ?? '',
        }
      },
      tulis: (satu) => tulisKiriman(di, satu),
      hapus: (id) => hapusKiriman(di, id),
      terkirim: async (semua, jawaban) => {
        await perbaruiSalinan(di, semua, jawaban)
        for (const op of ['musyawarah.satu', 'musyawarah.layar', 'musyawarah.daftar'])
          void queryClient.invalidateQueries({ queryKey: [op] })
      },
    })
    window.addEventListener('online', () => void k.jalankan())
    void k.jalankan()
    return k
  })
  kotak.set(kunci, baru)
  return baru
}

const kosong: KeadaanKotak = { menunggu: [], tahap: 'diam', ditolak: [] }
const tanpaPendengar = () => () => undefined

type Isi<J extends Kiriman['jenis']> = Extract<Kiriman, { jenis: J }>['isi']

export type Kotak = KeadaanKotak & {
  readonly putuskan: (isi: Omit<Isi<'putuskan'>, 'id' | 'pada'>) => void
  readonly agenda: (isi: Isi<'agenda'>, versi: number) => void
  readonly hadir: (isi: Isi<'hadir'>, versi: number) => void
  readonly kirimSekarang: () => void
  readonly paksa: (id: string, versi: number) => void
  readonly buang: (id: string) => void
  readonly lupakanDitolak: () => void
}

const kini = () => ({ id: newCommandId(), pada: waktuServer().toISOString() })

export function useKotak(di: Di): Kotak {
  const [k, setK] = useState<KotakKeluar | null>(null)
  const { kab, id, pengguna } = di
  useEffect(() => {
    let masih = true
    void kotakOf({ kab, id, pengguna }).then((satu) => {
      if (masih) setK(satu)
    })
    return () => {
      masih = false
    }
  }, [kab, id, pengguna])
  const keadaan = useSyncExternalStore(k?.dengar ?? tanpaPendengar, () => k?.kini() ?? kosong)
  const tambah = useCallback(
    (satu: Kiriman) => void kotakOf({ kab, id, pengguna }).then((box) => box.tambah(satu)),
    [kab, id, pengguna],
  )
  return {
    ...keadaan,
    putuskan: (isi) => {
      const saat = kini()
      tambah({ ...saat, jenis: 'putuskan', isi: { ...isi, ...saat } })
    },
    agenda: (isi, versi) => tambah({ ...kini(), jenis: 'agenda', isi, versi }),
    hadir: (isi, versi) => tambah({ ...kini(), jenis: 'hadir', isi, versi }),
    kirimSekarang: () => void k?.jalankan(),
    paksa: (satu, versi) => void k?.paksa(satu, versi, newCommandId()),
    buang: (satu) => void k?.buang(satu),
    lupakanDitolak: () => k?.lupakanDitolak(),
  }
}
