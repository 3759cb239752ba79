/** One line of the attendance: present, name, element, office, and a number that finds the family. */
import { ActionIcon, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import classes from '#web/musyawarah/rapat.module.css'
import type { Rapat } from '#web/musyawarah/simpanan.ts'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'

export type Orang = Rapat['hadir'][number] & { readonly nomor: string }

/** Which field cannot be sent as it is. */
export const salahOrang = (o: Orang): 'nama' | 'nomor' | null =>
  o.nama.trim() === '' ? 'nama' : o.nomor === '' || /^\d{16}$/.test(o.nomor) ? null : 'nomor'

type Props = {
  o: Orang
  unsur: Rapat['unsur']
  mati: boolean
  dicoba: boolean
  /** Added just now: the cursor goes there. */
  baru: boolean
  onUbah: (o: Orang) => void
  onBuang: () => void
}

export function BarisOrang({ o, unsur, mati, dicoba, baru, onUbah, onBuang }: Props) {
  const t = useTeks(teksRapat)
  const label = useLabel()
  const salah = dicoba ? salahOrang(o) : null
  const untuk = o.nama || t('tambahOrang')
  return (
    <li className={classes.orang}>
      <Checkbox
        checked={o.hadir}
        disabled={mati}
        aria-label={`${t('datang')}: ${untuk}`}
        onChange={(e) => onUbah({ ...o, hadir: e.currentTarget.checked })}
      />
      <div>
        <TextInput
          aria-label={t('nama')}
          placeholder={t('nama')}
          value={o.nama}
          maxLength={120}
          disabled={mati}
          autoFocus={baru}
          error={salah === 'nama' ? t('namaKurang') : null}
          onChange={(e) => onUbah({ ...o, nama: e.currentTarget.value })}
        />
        {o.terhubung ? (
          <Text size="xs" c="dimmed">
            {t('terhubung')}
          </Text>
        ) : null}
      </div>
      <NativeSelect
        aria-label={`${t('unsur')}: ${untuk}`}
        data={unsur.map((u) => ({ value: u.kode, label: label(u.label) }))}
        value={o.unsur}
        disabled={mati}
        onChange={(e) => onUbah({ ...o, unsur: e.currentTarget.value })}
      />
      <TextInput
        aria-label={`${t('jabatan')}: ${untuk}`}
        placeholder={t('jabatan')}
        value={o.jabatan ?? ''}
        maxLength={120}
        disabled={mati}
        onChange={(e) => onUbah({ ...o, jabatan: e.currentTarget.value })}
      />
      <TextInput
        aria-label={`${t('nomorDiri')}: ${untuk}`}
        placeholder={t('nomorDiri')}
        inputMode="numeric"
        autoComplete="off"
        value={o.nomor}
        maxLength={16}
        disabled={mati}
        error={salah === 'nomor' ? t('nomorSalah') : null}
        onChange={(e) => onUbah({ ...o, nomor: e.currentTarget.value.replace(/\D/g, '') })}
      />
      {mati ? (
        <span />
      ) : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('keluarkan', { nama: untuk })}
          onClick={onBuang}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}
