/** The area of a list: found by name, then shown as a pill that can be taken off. */
import { useTeks } from '#ui/bahasa.ts'
import { ChosenPill } from '#ui/chosen-pill.tsx'
import { teksUi } from '#ui/teks.ts'
import { useOp } from '#web/kueri.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'
import { teksWilayah } from '#web/wilayah/teks.ts'

type Props = { kode: number | undefined; onPilih: (kode: number | undefined) => void }

export function PilihWilayah({ kode, onPilih }: Props) {
  const t = useTeks(teksUi)
  const u = useTeks(teksWilayah)
  const nama = useNamaWilayah()
  const kueri = useOp(
    'wilayah.satu',
    { kode: kode ?? 0 },
    { enabled: kode !== undefined, staleTime: 60_000 },
  )
  if (kode === undefined)
    return <CariWilayah label={t('wilayah')} lebar={220} onPilih={(k) => onPilih(k)} />
  return (
    <ChosenPill
      label={t('wilayah')}
      nama={kueri.data ? nama(kueri.data.wilayah) : String(kode)}
      labelLepas={u('lepas')}
      onLepas={() => onPilih(undefined)}
    />
  )
}
