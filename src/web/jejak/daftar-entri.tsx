/** Entries of the log as they load, and the way to older ones. */
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { DaftarBertahap } from '#web/daftar-bertahap.tsx'
import type { KueriEntri } from '#web/jejak/entri.ts'
import { type KolomEntri, TabelEntri } from '#web/jejak/tabel-entri.tsx'
import { teksJejak } from '#web/jejak/teks.ts'

type Props = { kueri: KueriEntri; tanpa?: readonly KolomEntri[]; kosong: ReactNode }

export function DaftarEntri({ kueri, tanpa, kosong }: Props) {
  const t = useTeks(teksJejak)
  const f = useFormat()
  return (
    <DaftarBertahap
      kueri={kueri}
      barisDari={(h) => h.entri}
      tampil={(n) => t('tampil', { n: f.angka(n) })}
      lagi={t('lagi')}
    >
      {(entri) => <TabelEntri entri={entri} tanpa={tanpa ?? []} kosong={kosong} />}
    </DaftarBertahap>
  )
}
