/** A region found by name, within one's own area only: the area picker of every page. */
import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/wilayah/cari.module.css'
import { useNamaWilayah } from '#web/wilayah/nama.ts'
import { teksWilayah } from '#web/wilayah/teks.ts'

type Hasil = OutputOf<'wilayah.cari'>['hasil'][number]

type Props = {
  label?: string
  keterangan?: string
  galat?: ReactNode
  terpilih?: string
  onPilih: (kode: number, wilayah: Hasil) => void
  /** Leaves out regions that do not fit. */
  saring?: (wilayah: Hasil) => boolean
  lebar?: number | string
}

export function CariWilayah(props: Props) {
  const { label, terpilih, onPilih, saring, lebar = 280 } = props
  const t = useTeks(teksWilayah)
  const nama = useNamaWilayah()
  const combobox = useCombobox()
  const [teks, setTeks] = useState('')
  const [q] = useDebouncedValue(teks.trim(), 250)
  const kueri = useOp('wilayah.cari', { q }, { enabled: q.length >= 2, simpanLama: true })
  const semua = q.length >= 2 ? (kueri.data?.hasil ?? []) : []
  const hasil = saring ? semua.filter(saring) : semua
  const pilih = (value: string) => {
    const dipilih = hasil.find((h) => String(h.kode) === value)
    if (!dipilih) return
    onPilih(dipilih.kode, dipilih)
    setTeks('')
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pilih}>
      <Combobox.Target>
        <InputBase
          w={lebar}
          maw="100%"
          size="sm"
          label={label}
          description={props.keterangan}
          error={props.galat}
          aria-label={label ? undefined : t('cari')}
          placeholder={terpilih ?? t('cari')}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={kueri.isFetching ? <Loader size={14} /> : null}
          value={teks}
          onChange={(e) => {
            setTeks(e.currentTarget.value)
            combobox.openDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={q.length < 2}>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {hasil.map((h) => (
            <Combobox.Option key={h.kode} value={String(h.kode)}>
              <span className={classes.nama}>{nama(h)}</span>
              <span className={classes.jalur}>{h.jalur}</span>
            </Combobox.Option>
          ))}
          {hasil.length === 0 && !kueri.isFetching ? (
            <Combobox.Empty>{t('tidakKetemu')}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
