/** A new password of one's own: the rules, the field, how long it is so far; no second field, it can be shown. */
import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { type Aturan, AturanSandi } from '#web/pengguna/aturan-sandi.tsx'
import { Gagal, type Galat, galatDari, tungguSampai, useSisa } from '#web/pengguna/gagal.tsx'
import { teksPengguna } from '#web/pengguna/teks.ts'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

type Props = {
  aturan: Aturan
  /** For the password manager, which stores under this name. */
  username: string
  tombol: string
  /** Fields above, such as the password so far. */
  children?: ReactNode
  onKirim: (sandi: string) => Promise<unknown>
}

export function SandiBaru({ aturan, username, tombol, children, onKirim }: Props) {
  const t = useTeks(teksPersiapan)
  const umum = useTeks(teksPengguna)
  const [sandi, setSandi] = useState('')
  const [pendek, setPendek] = useState(false)
  const [galat, setGalat] = useState<Galat | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const tunggu = useSisa(tungguSampai(galat)) > 0
  const idAturan = useId()
  const panjang = [...sandi].length
  const kurang = aturan.min - panjang
  const kirim = async () => {
    setPendek(kurang > 0)
    if (kurang > 0) return
    setSibuk(true)
    try {
      await onKirim(sandi)
      setGalat(null)
    } catch (error) {
      setGalat(galatDari(error))
    }
    setSibuk(false)
  }
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        void kirim()
      }}
    >
      <Stack gap="md">
        <Gagal galat={galat} />
        {children}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={username}
          readOnly
          hidden
        />
        <AturanSandi aturan={aturan} id={idAturan} />
        <PasswordInput
          label={t('sandiBaru')}
          value={sandi}
          autoComplete="new-password"
          aria-describedby={idAturan}
          error={pendek && kurang > 0 ? t('masihKurang', { n: kurang }) : null}
          onChange={(e) => setSandi(e.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': umum('tampilkan'), tabIndex: 0 }}
        />
        <Text size="sm" c="dimmed" role="status">
          {panjang === 0
            ? t('periksaSandi')
            : kurang > 0
              ? t('masihKurang', { n: kurang })
              : t('cukupPanjang', { n: panjang })}
        </Text>
        <Button type="submit" loading={sibuk} disabled={tunggu}>
          {tombol}
        </Button>
      </Stack>
    </form>
  )
}
