/** Sets up a passkey: the finger, face or PIN of this device, or a security key, under a name. */
import { Button, Stack, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Gagal, type Galat, galatDari, tungguSampai, useSisa } from '#web/pengguna/gagal.tsx'
import { daftarPasskey } from '#web/pengguna/passkey.ts'
import { namaPeramban } from '#web/pengguna/peramban.ts'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

type Props = { onTerpasang: (pemulihan: readonly string[] | null) => void }

export function PasangPasskey({ onTerpasang }: Props) {
  const t = useTeks(teksPersiapan)
  const [nama, setNama] = useState(namaPeramban)
  const [galat, setGalat] = useState<Galat | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const tunggu = useSisa(tungguSampai(galat)) > 0
  const kirim = async () => {
    setSibuk(true)
    try {
      const { pemulihan } = await daftarPasskey(nama.trim() || namaPeramban())
      onTerpasang(pemulihan)
    } catch (error) {
      setGalat(galatDari(error))
    }
    setSibuk(false)
  }
  return (
    <Stack gap="md">
      <Gagal galat={galat} />
      <TextInput
        label={t('namaPasskey')}
        description={t('namaPasskeyIsi')}
        value={nama}
        maxLength={80}
        onChange={(e) => setNama(e.currentTarget.value)}
      />
      <Button
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={sibuk}
        disabled={tunggu}
        onClick={() => void kirim()}
      >
        {t('buatPasskey')}
      </Button>
    </Stack>
  )
}
