/** The row of filters; each change goes into the address, so that a list can be sent to a colleague. */
import { Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#ui/filter-bar.module.css'
import { FilterBar } from '#ui/filter-bar.tsx'
import { pilihanKelayakan, type Saringan, saringanKeluarga } from '#web/keluarga/alamat-saringan.ts'
import { teksKeluarga } from '#web/keluarga/teks.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

const desil = Array.from({ length: 10 }, (_, i) => i + 1)

export function SaringanKeluarga({ saringan }: { saringan: Saringan }) {
  const t = useTeks(teksKeluarga)
  const ubah = useUbah(saringan)
  const semua = { value: '', label: t('semua') }
  const dipakai = Object.keys(saringan).length
  return (
    <FilterBar id="saringan-keluarga" dipakai={dipakai} onBersih={() => ubah(null)}>
      <PilihWilayah
        kode={saringan.wilayah}
        onPilih={(wilayah) => ubah({ wilayah, rt: undefined })}
      />
      <NumberInput
        label={t('rt')}
        w={80}
        min={0}
        max={999}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        value={saringan.rt ?? ''}
        onBlur={(e) =>
          ubah({ rt: e.currentTarget.value === '' ? undefined : e.currentTarget.value })
        }
        onKeyDown={(e) => (e.key === 'Enter' ? e.currentTarget.blur() : undefined)}
      />
      <NativeSelect
        label={t('menerima')}
        value={saringan.menerima ?? ''}
        onChange={(e) => ubah({ menerima: e.currentTarget.value })}
        data={[
          semua,
          { value: 'ya', label: t('menerima_ya') },
          { value: 'tidak', label: t('menerima_tidak') },
        ]}
      />
      <NativeSelect
        label={t('desil')}
        value={String(saringan.desil ?? '')}
        onChange={(e) => ubah({ desil: e.currentTarget.value || undefined })}
        data={[semua, ...desil.map((n) => ({ value: String(n), label: t('desilN', { n }) }))]}
      />
      <NativeSelect
        label={t('kelayakan')}
        value={saringan.kelayakan ?? ''}
        onChange={(e) => ubah({ kelayakan: e.currentTarget.value })}
        data={[semua, ...pilihanKelayakan.map((k) => ({ value: k, label: t(k) }))]}
      />
      <Checkbox
        className={classes.centang}
        label={t('ditandai')}
        checked={saringan.ditandai === true}
        onChange={(e) => ubah({ ditandai: e.currentTarget.checked })}
      />
    </FilterBar>
  )
}

type Ubah = (baru: Record<string, unknown> | null) => void

/** Puts a change into the address through the same reader that reads the address. */
function useUbah(saringan: Saringan): Ubah {
  const pergi = useNavigate()
  return (baru) =>
    void pergi({
      to: '/keluarga',
      search: baru === null ? {} : saringanKeluarga({ ...saringan, ...baru }),
      state: true,
      replace: true,
    })
}
