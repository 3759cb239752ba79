/** User name and password, each error beside its field, the summary spoken at once. */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { type GagalMasuk, masuk } from '#web/pengguna/sesi.ts'
import { teksPengguna } from '#web/pengguna/teks.ts'

export function FormMasuk({ onMasuk }: { onMasuk: () => void }) {
  const t = useTeks(teksPengguna)
  const [gagal, setGagal] = useState<GagalMasuk | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: '', password: '' },
    validate: {
      username: (v) => (v.trim() === '' ? t('perluNama') : null),
      password: (v) => (v === '' ? t('perluSandi') : null),
    },
  })
  const kirim = form.onSubmit(async ({ username, password }) => {
    setSibuk(true)
    const hasil = await masuk(username.trim(), password)
    setSibuk(false)
    setGagal(hasil)
    if (hasil === null) onMasuk()
  })
  return (
    <form onSubmit={kirim} noValidate>
      <Stack gap="md">
        {gagal ? (
          <Notice nada="salah" role="alert">
            {t(gagal)}
          </Notice>
        ) : null}
        <TextInput
          key={form.key('username')}
          {...form.getInputProps('username')}
          label={t('namaPengguna')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          name="username"
        />
        <PasswordInput
          key={form.key('password')}
          {...form.getInputProps('password')}
          label={t('kataSandi')}
          autoComplete="current-password"
          name="password"
          visibilityToggleButtonProps={{ 'aria-label': t('tampilkan'), tabIndex: 0 }}
        />
        <Button type="submit" loading={sibuk} fullWidth>
          {t('masuk')}
        </Button>
      </Stack>
    </form>
  )
}
