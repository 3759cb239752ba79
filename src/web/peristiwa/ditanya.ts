/** Who leaves a family by an event as typed so far, and what must be asked of those who stay. */
import type { Isian, JenisBerform, SatuKeluarga } from '#web/peristiwa/isian.ts'

export type Anggota = SatuKeluarga['anggota'][number]

export const aktif = (k: SatuKeluarga): readonly Anggota[] =>
  k.anggota.filter((a) => a.status === 'aktif')

const kepalaOf = (k: SatuKeluarga): Anggota | undefined =>
  aktif(k).find((a) => a.hubungan?.nilai === 1)

/** Who holds the card: as recorded, else the head of a family that receives aid. */
const pemegangOf = (k: SatuKeluarga): string | null =>
  k.pengurus ? k.pengurus.individuId : k.menerima.length > 0 ? (kepalaOf(k)?.id ?? null) : null

/** Who leaves the family by this event, as chosen so far. */
function pergi(jenis: JenisBerform, f: Isian, k: SatuKeluarga): readonly string[] {
  switch (jenis) {
    case 'pindah_keluar': {
      const kepala = kepalaOf(k)
      if (f.bentuk === 'sebagian') return f.anggota
      return f.bentuk === 'kepala_saja' && kepala ? [kepala.id] : []
    }
    case 'meninggal':
      return [f.orang]
    case 'pecah_kk':
      return f.anggota
    case 'kawin':
    case 'cerai':
      if (f.tujuan !== 'keluarga' && f.tujuan !== 'kk_baru') return []
      return jenis === 'cerai' ? [f.orang, ...f.anggota] : [f.orang]
    default:
      return []
  }
}

/** Some are gone: those who stay, whether they need a head, whether the card holder went. */
function tertinggal(k: SatuKeluarga, gone: readonly string[]) {
  const orang = aktif(k)
  const sisa = orang.filter((a) => !gone.includes(a.id))
  const ada = sisa.length > 0 && sisa.length < orang.length
  const kepala = kepalaOf(k)
  const pemegang = pemegangOf(k)
  return {
    sisa,
    kepala: ada && kepala !== undefined && gone.includes(kepala.id),
    pengurus: ada && pemegang !== null && gone.includes(pemegang),
  }
}

/** What must be asked of those who stay: who becomes head, who holds the card; where the aid goes. */
export function ditanya(jenis: JenisBerform, f: Isian, k: SatuKeluarga) {
  const { sisa, kepala, pengurus } = tertinggal(k, pergi(jenis, f, k))
  /** The card goes along with its holder to a card of their own, and the aid with it. */
  const kartuIkut = jenis === 'pecah_kk' || f.tujuan === 'kk_baru'
  const bantuan = kartuIkut && k.menerima.length > 0 ? (pengurus ? 'ikut' : 'tetap') : null
  return {
    sisa,
    kepala,
    pengurus: pengurus && !kartuIkut && jenis !== 'pindah_keluar',
    bantuan,
  } as const
}

/** The same of the family that the spouse leaves for a card of their own. */
export const ditanyaPasangan = (f: Isian, asal: SatuKeluarga) => tertinggal(asal, [f.pasangan])
