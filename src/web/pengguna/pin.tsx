/** Six digits, by a pad of large keys or by the keyboard; the phone's own keyboard stays away. */
import { TextInput } from '@mantine/core'
import { IconBackspace } from '@tabler/icons-react'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#web/pengguna/pin.module.css'
import { teksPengguna } from '#web/pengguna/teks.ts'

export const PANJANG_PIN = 6

type Props = {
  label: string
  nilai: string
  onUbah: (pin: string) => void
  galat?: string | undefined
  mati?: boolean
  fokus?: boolean
}

const angka = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

export function MedanPin({ label, nilai, onUbah, galat, mati = false, fokus = false }: Props) {
  const t = useTeks(teksPengguna)
  const tambah = (isi: string) => onUbah((nilai + isi).slice(0, PANJANG_PIN))
  const tombol = (isi: string) => (
    <button
      key={isi}
      type="button"
      className={classes.tombol}
      disabled={mati}
      onClick={() => tambah(isi)}
    >
      {isi}
    </button>
  )
  return (
    <div className={classes.kotak}>
      <TextInput
        className={classes.medan ?? ''}
        type="password"
        label={label}
        value={nilai}
        error={galat}
        disabled={mati}
        inputMode="none"
        autoComplete="off"
        maxLength={PANJANG_PIN}
        {...(fokus ? { 'data-autofocus': true } : {})}
        onChange={(e) => onUbah(e.currentTarget.value.replace(/\D/g, '').slice(0, PANJANG_PIN))}
      />
      <fieldset className={classes.papan} aria-label={t('papanAngka')}>
        {angka.map(tombol)}
        <span />
        {tombol('0')}
        <button
          type="button"
          className={`${classes.tombol} ${classes.hapus}`}
          aria-label={t('hapusAngka')}
          disabled={mati || nilai === ''}
          onClick={() => onUbah(nilai.slice(0, -1))}
        >
          <IconBackspace size={26} stroke={1.6} aria-hidden />
        </button>
      </fieldset>
    </div>
  )
}
