/** The row of filters; each change goes into the address, a name never does. */
import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { jalur, jenisUsulan, semuaJenis } from '#domain/usulan/jenis.ts'
import { keadaan, semuaKeadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import classes from '#ui/filter-bar.module.css'
import { FilterBar } from '#ui/filter-bar.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { type SaringanUsulan, saringanUsulan } from '#web/usulan/alamat.ts'
import { teksUsulan } from '#web/usulan/teks.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

type Props = { saringan: SaringanUsulan; q: string }

/** Puts a change into the address through the same reader that reads the address. */
export function useUbahSaringan(saringan: SaringanUsulan) {
  const pergi = useNavigate()
  return (baru: Record<string, unknown> | null) =>
    void pergi({
      to: '/usulan',
      search:
        baru === null
          ? saringanUsulan({ meja: saringan.meja })
          : saringanUsulan({ ...saringan, ...baru }),
      state: true,
      replace: true,
    })
}

export function SaringanDaftar({ saringan, q }: Props) {
  const t = useTeks(teksUsulan)
  const label = useLabel()
  const sesi = useSesi()
  const ubah = useUbahSaringan(saringan)
  const semua = { value: '', label: t('semua') }
  const dipakai = Object.keys(saringan).filter((k) => k !== 'meja').length
  const jenis = semuaJenis.filter((j) => !saringan.jalur || jenisUsulan[j].jalur === saringan.jalur)
  return (
    <FilterBar id="saringan-usulan" dipakai={dipakai} onBersih={() => ubah(null)}>
      {sesi.wilayah.tingkat === 'desa' ? null : (
        <PilihWilayah
          kode={saringan.wilayah}
          onPilih={(wilayah) => ubah({ wilayah, rt: undefined })}
        />
      )}
      <NativeSelect
        label={t('status')}
        value={saringan.status ?? ''}
        onChange={(e) => ubah({ status: e.currentTarget.value })}
        data={[semua, ...semuaKeadaan.map((k) => ({ value: k, label: label(keadaan[k].label) }))]}
      />
      <NativeSelect
        label={t('jalur')}
        value={saringan.jalur ?? ''}
        onChange={(e) => ubah({ jalur: e.currentTarget.value, jenis: undefined })}
        data={[semua, ...jalur.map((j) => ({ value: j, label: t(`jalur_${j}`) }))]}
      />
      <NativeSelect
        label={t('jenis')}
        value={saringan.jenis ?? ''}
        onChange={(e) => ubah({ jenis: e.currentTarget.value })}
        data={[semua, ...jenis.map((j) => ({ value: j, label: label(jenisUsulan[j].label) }))]}
      />
      <NumberInput
        label={t('rt')}
        w={72}
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
      <CariNama q={q} saringan={saringan} />
      <Checkbox
        className={classes.centang}
        label={t('ditahanSaja')}
        checked={saringan.ditahan === true}
        onChange={(e) => ubah({ ditahan: e.currentTarget.checked })}
      />
    </FilterBar>
  )
}

/** What is searched stands in the history entry, never in the address. */
function CariNama({ q, saringan }: Props) {
  const t = useTeks(teksUsulan)
  const pergi = useNavigate()
  const [teks, setTeks] = useState(q)
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        void pergi({ to: '/usulan', search: saringan, state: { cari: teks.trim() }, replace: true })
      }}
    >
      <TextInput
        type="search"
        label={t('cari')}
        w={240}
        maw="100%"
        maxLength={100}
        value={teks}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(e) => setTeks(e.currentTarget.value)}
      />
    </form>
  )
}
