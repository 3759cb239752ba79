/** A meeting as its writer sees it: what the server said, with what waits on this device laid over it. */
import type { Kiriman, Rapat } from '#web/musyawarah/simpanan.ts'

export type Baris = Rapat['baris'][number] & { readonly belumTerkirim: boolean }
type Hadir = Rapat['hadir']

const terakhir = <J extends Kiriman['jenis']>(menunggu: readonly Kiriman[], jenis: J) =>
  menunggu.findLast((k): k is Extract<Kiriman, { jenis: J }> => k.jenis === jenis)

/** Those who are there, as last typed here. */
export function hadirKini(rapat: Rapat, menunggu: readonly Kiriman[]): Hadir {
  const k = terakhir(menunggu, 'hadir')
  if (!k) return rapat.hadir
  const lama = new Map(rapat.hadir.map((h) => [h.id, h]))
  return k.isi.hadir.map(({ nomor: _, ...h }) => ({
    ...h,
    terhubung: lama.get(h.id)?.terhubung ?? false,
  }))
}

/** Who says to be family of the row, beside those whom the server found in the registry. */
function tidakIkut(b: Rapat['baris'][number], hadir: Hadir, berubah: boolean) {
  if (!berubah) return b.tidakIkut
  const ada = hadir.filter((h) => h.hadir)
  const terdaftar = b.tidakIkut.filter(
    (t) => t.sebab !== 'dinyatakan' && ada.some((h) => h.id === t.id),
  )
  const dinyatakan = ada.filter(
    (h) => h.kerabat.includes(b.usulanId) && !terdaftar.some((t) => t.id === h.id),
  )
  return [
    ...terdaftar,
    ...dinyatakan.map((h) => ({ id: h.id, nama: h.nama, sebab: 'dinyatakan' as const })),
  ]
}

/** Rows of the agenda, each with the decision made last, here or elsewhere. */
export function barisKini(rapat: Rapat, menunggu: readonly Kiriman[]): readonly Baris[] {
  const urut = terakhir(menunggu, 'agenda')?.isi
  const hadir = hadirKini(rapat, menunggu)
  const berubah = terakhir(menunggu, 'hadir') !== undefined
  const keputusan = new Map(
    menunggu.flatMap((k) => (k.jenis === 'putuskan' ? [[k.isi.usulanId, k.isi] as const] : [])),
  )
  const rows = urut
    ? urut.flatMap((id) => rapat.baris.filter((b) => b.usulanId === id))
    : rapat.baris
  return rows.map((b, i) => {
    const k = keputusan.get(b.usulanId)
    const baru = k !== undefined && (b.pada === null || k.pada >= b.pada)
    return {
      ...b,
      urutan: urut ? i + 1 : b.urutan,
      tidakIkut: tidakIkut(b, hadir, berubah),
      belumTerkirim: k !== undefined,
      ...(baru
        ? { putusan: k.putusan, alasanPutusan: k.alasan, catatan: k.catatan, pada: k.pada }
        : {}),
    }
  })
}

/** The meeting once the server has taken these, as far as it can be told without asking. */
export function denganKiriman(rapat: Rapat, k: readonly Kiriman[], versi: number): Rapat {
  return {
    ...rapat,
    versi,
    unsurTidakAda: [...(terakhir(k, 'hadir')?.isi.unsurTidakAda ?? rapat.unsurTidakAda)],
    hadir: hadirKini(rapat, k),
    baris: barisKini(rapat, k).map(({ belumTerkirim: _, ...b }) => b),
  }
}

/** How many rows were decided how. */
export function hitungPutusan(baris: readonly { readonly putusan: Baris['putusan'] }[]) {
  const n = (p: Baris['putusan']) => baris.filter((b) => b.putusan === p).length
  return {
    setuju: n('setuju'),
    tidak_setuju: n('tidak_setuju'),
    tunda: n('tunda'),
    belum: n(null),
  }
}
