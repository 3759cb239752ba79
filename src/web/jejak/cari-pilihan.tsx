/** A field that finds one thing by typed words: officers, families; what is typed stays out of addresses. */
import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState } from 'react'
import classes from '#web/wilayah/cari.module.css'

export type Pilihan = { id: string; nama: string; rinci: string }

type Props = {
  label: string
  contoh: string
  kosong: string
  /** What was found for the words, and whether more is on its way. */
  useHasil: (q: string) => { hasil: readonly Pilihan[]; sibuk: boolean }
  onPilih: (id: string) => void
}

const paling = 2

export function CariPilihan({ label, contoh, kosong, useHasil, onPilih }: Props) {
  const combobox = useCombobox()
  const daftar = useId()
  const [teks, setTeks] = useState('')
  const [q] = useDebouncedValue(teks.trim(), 300)
  const cukup = q.length > paling
  const { hasil, sibuk } = useHasil(cukup ? q : '')
  const pilih = (id: string) => {
    onPilih(id)
    setTeks('')
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pilih}>
      <Combobox.Target>
        <InputBase
          w="var(--lebar-saringan)"
          maw="100%"
          label={label}
          placeholder={contoh}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={sibuk ? <Loader size={14} /> : null}
          value={teks}
          onChange={(e) => {
            setTeks(e.currentTarget.value)
            combobox.openDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!cukup}>
        <Combobox.Options id={daftar} mah={320} style={{ overflowY: 'auto' }}>
          {hasil.map((h) => (
            <Combobox.Option key={h.id} value={h.id}>
              <span className={classes.nama}>{h.nama}</span>
              <span className={classes.jalur}>{h.rinci}</span>
            </Combobox.Option>
          ))}
          {hasil.length === 0 && !sibuk ? <Combobox.Empty>{kosong}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
