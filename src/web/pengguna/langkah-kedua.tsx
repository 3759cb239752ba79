/** Second step on the same page: the code of the app, a passkey, or one of the recovery codes. */
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { call } from '#web/api.ts'
import type { Alur } from '#web/pengguna/alur-masuk.ts'
import { Gagal } from '#web/pengguna/gagal.tsx'
import { teksPengguna } from '#web/pengguna/teks.ts'

type Props = {
  alur: Alur
  passkeyBisa: boolean
  /** Beside the code: the current code of a sample account. */
  bantuan?: (kirim: (kode: string) => void) => ReactNode
}

export function LangkahKedua({ alur, passkeyBisa, bantuan }: Props) {
  const t = useTeks(teksPengguna)
  const cara = alur.kedua ?? []
  const passkey = cara.includes('passkey') && passkeyBisa
  const [pemulihan, setPemulihan] = useState(!cara.includes('totp') && !passkey)
  const [kode, setKode] = useState('')
  const totp = cara.includes('totp')
  const kirim = (isi: string) =>
    void alur.coba(() => call(pemulihan ? 'masuk.pemulihan' : 'masuk.totp', { kode: isi }))
  return (
    <Stack gap="md">
      <Gagal galat={alur.galat} />
      {totp || pemulihan ? (
        <form
          noValidate
          onSubmit={(e) => {
            e.preventDefault()
            if (kode.trim()) kirim(kode.trim())
          }}
        >
          <Stack gap="md">
            <TextInput
              key={pemulihan ? 'pemulihan' : 'totp'}
              label={t(pemulihan ? 'kodePemulihan' : 'kodeAplikasi')}
              description={t(pemulihan ? 'kodePemulihanIsi' : 'kodeAplikasiIsi')}
              value={kode}
              autoFocus
              autoComplete="one-time-code"
              inputMode={pemulihan ? 'text' : 'numeric'}
              maxLength={pemulihan ? 40 : 12}
              spellCheck={false}
              onChange={(e) => setKode(e.currentTarget.value)}
            />
            {pemulihan
              ? null
              : bantuan?.((isi) => {
                  setKode(isi)
                  kirim(isi)
                })}
            <Button type="submit" loading={alur.sibuk} disabled={alur.tunggu} fullWidth>
              {t('lanjut')}
            </Button>
          </Stack>
        </form>
      ) : null}
      {passkey ? <TombolPasskey alur={alur} utama={!totp} /> : null}
      <Stack gap={4}>
        {cara.includes('pemulihan') && (totp || passkey) ? (
          <Anchor
            component="button"
            type="button"
            size="sm"
            mih={44}
            ta="left"
            onClick={() => {
              setPemulihan(!pemulihan)
              setKode('')
            }}
          >
            {t(pemulihan ? 'pakaiAplikasi' : 'pakaiPemulihan')}
          </Anchor>
        ) : null}
        <Anchor
          component="button"
          type="button"
          size="sm"
          mih={44}
          ta="left"
          onClick={alur.kembali}
        >
          {t('akunLain')}
        </Anchor>
      </Stack>
      {cara.length === 0 ? <Text size="sm">{t('tanpaCara')}</Text> : null}
    </Stack>
  )
}

export function TombolPasskey({ alur, utama = false }: { alur: Alur; utama?: boolean }) {
  const t = useTeks(teksPengguna)
  return (
    <Button
      variant={utama ? 'filled' : 'default'}
      fullWidth
      leftSection={<IconFingerprint size={18} aria-hidden />}
      disabled={alur.sibuk || alur.tunggu}
      onClick={() => void alur.passkey()}
    >
      {t('pakaiPasskey')}
    </Button>
  )
}
