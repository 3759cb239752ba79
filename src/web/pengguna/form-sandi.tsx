/** First step: user name or phone number, and password; each error beside its field, the reason above. */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import type { Alur } from '#web/pengguna/alur-masuk.ts'
import { Gagal } from '#web/pengguna/gagal.tsx'
import { teksPengguna } from '#web/pengguna/teks.ts'

export function FormSandi({ alur }: { alur: Alur }) {
  const t = useTeks(teksPengguna)
  const { form, galat, sibuk, tunggu, sandi } = alur
  return (
    <form onSubmit={form.onSubmit((isian) => void sandi(isian))} noValidate>
      <Stack gap="md">
        <Gagal galat={galat} />
        <TextInput
          {...form.getInputProps('nama')}
          label={t('namaPengguna')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          name="username"
        />
        <PasswordInput
          {...form.getInputProps('sandi')}
          label={t('kataSandi')}
          autoComplete="current-password"
          name="password"
          visibilityToggleButtonProps={{ 'aria-label': t('tampilkan'), tabIndex: 0 }}
        />
        <Button type="submit" loading={sibuk} disabled={tunggu} fullWidth>
          {t('masuk')}
        </Button>
      </Stack>
    </form>
  )
}
