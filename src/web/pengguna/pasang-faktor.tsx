/** Which second proof to set up: an authenticator app, a passkey, or a phone paired at the office. */
import { Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { useOp } from '#web/kueri.ts'
import type { CaraMasuk } from '#web/pengguna/keadaan.ts'
import classes from '#web/pengguna/masuk.module.css'
import { PasangPasskey } from '#web/pengguna/pasang-passkey.tsx'
import { PasangTotp } from '#web/pengguna/pasang-totp.tsx'
import { passkeyBisa } from '#web/pengguna/passkey.ts'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'

type Props = {
  /** The ways that satisfy the role; none named means any. */
  cara: readonly CaraMasuk[]
  onTerpasang: (pemulihan: readonly string[] | null) => void
}

type Pilihan = 'totp' | 'passkey' | 'perangkat'
const urutan: readonly Pilihan[] = ['totp', 'passkey', 'perangkat']

export function PasangFaktor({ cara, onTerpasang }: Props) {
  const t = useTeks(teksPersiapan)
  const awal = useOp('sesi.awal', {}, { staleTime: 60_000 })
  const passkey = passkeyBisa(awal.data?.domainPasskey)
  const boleh = urutan.filter(
    (p) =>
      (cara.length === 0 ? p !== 'perangkat' : cara.includes(p)) && (p !== 'passkey' || passkey),
  )
  const [dipilih, pilih] = useState<Pilihan | null>(null)
  const kini = dipilih ?? boleh[0]
  return (
    <Stack gap="lg">
      {boleh.length > 1 ? (
        <Radio.Group
          label={t('pilihFaktor')}
          value={kini ?? null}
          onChange={(v) => pilih(urutan.find((p) => p === v) ?? null)}
        >
          <Stack gap={8} mt={8}>
            {boleh.map((p) => (
              <Radio.Card key={p} value={p} className={classes.pilihan}>
                <Radio.Indicator />
                <span>
                  <span className={classes.nama}>{t(`faktor_${p}`)}</span>
                  <span className={classes.peran}>{t(`faktor_${p}_isi`)}</span>
                </span>
              </Radio.Card>
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      {kini === 'totp' ? <PasangTotp onTerpasang={onTerpasang} /> : null}
      {kini === 'passkey' ? <PasangPasskey onTerpasang={onTerpasang} /> : null}
      {kini === 'perangkat' ? (
        <Notice nada="info" judul={t('mintaPasang')}>
          <Text size="sm">{t('mintaPasangIsi')}</Text>
        </Notice>
      ) : null}
      {kini === undefined ? <Notice nada="perhatian">{t('tanpaFaktor')}</Notice> : null}
    </Stack>
  )
}
