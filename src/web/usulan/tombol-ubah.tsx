/** The way to the form in which a proposal is changed; an event has one of its own, beside its family. */
import { jenisBerform } from '#web/peristiwa/isian.ts'
import { TombolTautan } from '#web/tautan.tsx'
import type { SatuUsulan } from '#web/usulan/satu.tsx'

type Props = { u: SatuUsulan; variant?: 'default' | 'subtle'; children: string }

export function TombolUbah({ u, variant = 'default', children }: Props) {
  const jenis = jenisBerform.find((j) => j === u.jenis)
  if (jenis && u.keluargaId)
    return (
      <TombolTautan
        to="/keluarga/$kab/$id/peristiwa"
        params={{ kab: String(u.kab), id: u.keluargaId }}
        search={{ jenis, usulan: u.id }}
        variant={variant}
      >
        {children}
      </TombolTautan>
    )
  // A move in is about a family that is registered elsewhere.
  if (u.jenis === 'tarik_masuk')
    return (
      <TombolTautan to="/pindah/masuk" search={{ kab: u.kab, id: u.id }} variant={variant}>
        {children}
      </TombolTautan>
    )
  if (u.jalur === 'peristiwa') return null
  return (
    <TombolTautan
      to="/usulan/isian"
      search={{ kab: u.kab, id: u.id, jenis: u.jenis }}
      variant={variant}
    >
      {children}
    </TombolTautan>
  )
}
