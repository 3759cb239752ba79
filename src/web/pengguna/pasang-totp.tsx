/** Sets up an authenticator app: QR code or key by hand, then the first code as proof that it works. */
import {
  Anchor,
  Button,
  Code,
  CopyButton,
  Group,
  List,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { call } from '#web/api.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { Gagal, type Galat, galatDari, tungguSampai, useSisa } from '#web/pengguna/gagal.tsx'
import { Qr } from '#web/pengguna/qr.tsx'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

type Props = { onTerpasang: (pemulihan: readonly string[] | null) => void }

/** In groups of four, as it is read aloud and typed. */
const berkelompok = (rahasia: string) => rahasia.match(/.{1,4}/g)?.join(' ') ?? rahasia

export function PasangTotp({ onTerpasang }: Props) {
  const t = useTeks(teksPersiapan)
  // Asked for once: a second answer would make the code that was scanned worthless.
  const mulai = useQuery({
    queryKey: ['totp-baru'],
    queryFn: () => call('akun.totpMulai', {}),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  return (
    <Tampil kueri={mulai}>
      {({ uri, rahasia }) => (
        <List type="ordered" spacing="md" size="sm" styles={{ itemWrapper: { width: '100%' } }}>
          <List.Item>{t('totpPasangAplikasi')}</List.Item>
          <List.Item>
            {t('totpPindai')}
            <Stack gap="xs" mt="xs">
              <Qr isi={uri} label={t('totpQr')} />
              <Text size="sm">{t('totpTangan')}</Text>
              <Group gap="xs">
                <Code fz="sm">{berkelompok(rahasia)}</Code>
                <CopyButton value={rahasia}>
                  {({ copied, copy }) => (
                    <Button variant="default" size="xs" onClick={copy}>
                      {t(copied ? 'tersalin' : 'salin')}
                    </Button>
                  )}
                </CopyButton>
              </Group>
              <Anchor href={uri} size="sm" hiddenFrom="sm">
                {t('totpBuka')}
              </Anchor>
            </Stack>
          </List.Item>
          <List.Item>
            {t('totpKode')}
            <KodePertama onTerpasang={onTerpasang} />
          </List.Item>
        </List>
      )}
    </Tampil>
  )
}

function KodePertama({ onTerpasang }: Props) {
  const t = useTeks(teksPersiapan)
  const [kode, setKode] = useState('')
  const [galat, setGalat] = useState<Galat | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const tunggu = useSisa(tungguSampai(galat)) > 0
  const kirim = async () => {
    setSibuk(true)
    try {
      const { pemulihan } = await call('akun.totpPasang', { kode: kode.trim() })
      onTerpasang(pemulihan)
    } catch (error) {
      setGalat(galatDari(error))
      setSibuk(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault()
        if (kode.trim()) void kirim()
      }}
    >
      <Stack gap="sm" mt="xs">
        <Gagal galat={galat} />
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('kodeEnam')}
            value={kode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            w={180}
            onChange={(e) => setKode(e.currentTarget.value)}
          />
          <Button type="submit" loading={sibuk} disabled={tunggu || kode.trim() === ''}>
            {t('periksaKode')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
