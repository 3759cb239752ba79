/** Signing in on a paired phone: whose, and the PIN. */
import { Button, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconDeviceMobile } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { call } from '#web/api.ts'
import type { Alur } from '#web/pengguna/alur-masuk.ts'
import { buktiPerangkat } from '#web/pengguna/bukti-perangkat.ts'
import { Gagal } from '#web/pengguna/gagal.tsx'
import type { PerangkatTersimpan } from '#web/pengguna/kunci-perangkat.ts'
import classes from '#web/pengguna/masuk.module.css'
import { MedanPin, PANJANG_PIN } from '#web/pengguna/pin.tsx'
import { teksPengguna } from '#web/pengguna/teks.ts'

type Props = { alur: Alur; perangkat: readonly PerangkatTersimpan[] }

export function MasukPerangkat({ alur, perangkat }: Props) {
  const t = useTeks(teksPengguna)
  const [dipilih, pilih] = useState(perangkat.length === 1 ? perangkat[0] : undefined)
  const [pin, setPin] = useState('')
  if (!dipilih)
    return (
      <>
        <Text size="sm" c="dimmed" mb="xs">
          {t('pilihAkun')}
        </Text>
        <ul className={classes.daftar}>
          {perangkat.map((p) => (
            <li key={p.id}>
              <UnstyledButton className={classes.akun} onClick={() => pilih(p)}>
                <span className={classes.nama}>{p.nama}</span>
                <IconChevronRight size={18} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </>
    )
  const kirim = async (isi: string) => {
    await alur.coba(async () => call('masuk.perangkat', await buktiPerangkat(dipilih, isi)))
    setPin('')
  }
  const ubah = (isi: string) => {
    setPin(isi)
    if (isi.length === PANJANG_PIN) void kirim(isi)
  }
  return (
    <Stack gap="md">
      <p className={classes.milik}>
        <IconDeviceMobile size={18} aria-hidden />
        {dipilih.nama}
      </p>
      <Gagal galat={alur.galat} />
      <MedanPin label={t('pinAnda')} nilai={pin} onUbah={ubah} mati={alur.sibuk || alur.tunggu} />
      {perangkat.length > 1 ? (
        <Button variant="subtle" onClick={() => pilih(undefined)}>
          {t('akunLain')}
        </Button>
      ) : null}
    </Stack>
  )
}
