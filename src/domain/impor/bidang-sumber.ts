/** How the fields are read that only sources beside the registry have: the answer of Dukcapil, its list of occupations. */
import { bacaKeadaan } from '../dukcapil/keadaan.ts'
import { parseAngka } from './angka.ts'
import { parseNama } from './nama.ts'
import type { Bidang } from './peta.ts'
import type { AlatBidang, Pembaca } from './sel.ts'

const milik = ['nama_tanya', 'keadaan', 'pekerjaan'] as const satisfies readonly Bidang[]

export const isSumberBidang = (bidang: Bidang): boolean =>
  (milik as readonly Bidang[]).includes(bidang)

/** Codes of the list of occupations that the civil registry keeps (89 of them). */
const PEKERJAAN = 89

/** Words for those occupations that a benefit depends on. */
const kataPekerjaan: readonly (readonly [RegExp, number])[] = [
  [/^pensiunan\b/i, 4],
  [/^(?:pegawai negeri sipil|pns|asn)\b/i, 5],
  [/^(?:tentara nasional indonesia|tni)\b/i, 6],
  [/^(?:kepolisian|polri)\b/i, 7],
]

export function sumber({ anggota }: AlatBidang): Partial<Record<Bidang, Pembaca>> {
  const keadaan = anggota.place('keadaan', 'identitas')
  const pekerjaan = anggota.place('pekerjaan', 'identitas')
  const tanya = anggota.place('nama_tanya', 'identitas')
  return {
    nama_tanya: (_, text) => {
      anggota.nilai[tanya] = parseNama(text)?.nama ?? null
    },
    keadaan: (k, text) => {
      if (/^[-–—.?\s]*$/.test(text)) return
      const read = bacaKeadaan(text)
      if (read === null) k.temu('keadaan_tidak_dikenal')
      else anggota.nilai[keadaan] = read
    },
    pekerjaan: (_, text) => {
      const word = kataPekerjaan.find(([pattern]) => pattern.test(text.trim()))?.[1]
      const angka = parseAngka(text)
      const code = word ?? (angka.jenis === 'angka' ? angka.nilai : null)
      if (code !== null && Number.isInteger(code) && code >= 1 && code <= PEKERJAAN)
        anggota.nilai[pekerjaan] = code
    },
  }
}
