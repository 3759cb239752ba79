/** The row of filters; each change goes into the address, so that a list can be sent to a colleague. */
import { NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { peran, semuaPeran } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { FilterBar } from '#ui/filter-bar.tsx'
import {
  type SaringanPetugas,
  saringanPetugas,
  statusPetugas,
} from '#web/pengguna/petugas/alamat.ts'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

type Ubah = (baru: Record<string, unknown> | null) => void

/** Puts a change into the address through the same reader that reads the address. */
function useUbah(saringan: SaringanPetugas): Ubah {
  const pergi = useNavigate()
  return (baru) =>
    void pergi({
      to: '/pengguna',
      search: baru === null ? {} : saringanPetugas({ ...saringan, ...baru }),
      state: true,
      replace: true,
    })
}

export function PilihSaringan({ saringan }: { saringan: SaringanPetugas }) {
  const t = useTeks(teksPetugas)
  const label = useLabel()
  const ubah = useUbah(saringan)
  const semua = { value: '', label: t('semua') }
  const dipakai = Object.keys(saringan).length
  return (
    <FilterBar id="saringan-petugas" dipakai={dipakai} onBersih={() => ubah(null)}>
      <PilihWilayah kode={saringan.wilayah} onPilih={(wilayah) => ubah({ wilayah })} />
      <NativeSelect
        label={t('peran')}
        value={saringan.peran ?? ''}
        onChange={(e) => ubah({ peran: e.currentTarget.value })}
        data={[semua, ...semuaPeran.map((p) => ({ value: p, label: label(peran[p].label) }))]}
      />
      <NativeSelect
        label={t('status')}
        value={saringan.status ?? ''}
        onChange={(e) => ubah({ status: e.currentTarget.value })}
        data={[semua, ...statusPetugas.map((s) => ({ value: s, label: t(s) }))]}
      />
    </FilterBar>
  )
}
