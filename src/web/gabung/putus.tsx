/** The decision on a proposal, by somebody else; who proposed it may withdraw it. */

import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import type { SatuGabung } from '#web/gabung/satu.tsx'
import { teksGabung } from '#web/gabung/teks.ts'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'

export function PutusGabung({ g }: { g: SatuGabung }) {
  const t = useTeks(teksGabung)
  const label = useLabel()
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const putuskan = useCommand('gabung.putuskan', ['gabung.satu', 'gabung.daftar'])
  const batalkan = useCommand('gabung.batalkan', ['gabung.satu', 'gabung.daftar'])
  const putus = (setuju: boolean) => {
    const isi = alasan.trim()
    const pendek = !setuju && isi.length < 5
    setKurang(pendek)
    if (pendek) return
    putuskan.mutate({
      kab: g.kab,
      id: g.id,
      versi: g.versi,
      setuju,
      ...(isi.length >= 5 ? { alasan: isi } : {}),
    })
  }
  const galat = [putuskan.error, batalkan.error].find((e) => e !== null)
  const masalah = putuskan.data?.masalah
  return (
    <Section judul={t('putusan')}>
      <Stack gap="md">
        {g.tolakMemutus ? <Notice nada="info">{label(g.tolakMemutus)}</Notice> : null}
        {g.bolehMemutus ? (
          <Textarea
            label={t('alasan')}
            description={t('alasanTolak')}
            autosize
            minRows={2}
            maxLength={1000}
            value={alasan}
            error={kurang ? t('alasanTolakPendek') : null}
            onChange={(e) => setAlasan(e.currentTarget.value)}
          />
        ) : null}
        {masalah ? (
          <Notice nada="perhatian" judul={t('tidakDapat')} role="alert">
            {label(masalah)}
          </Notice>
        ) : null}
        <PesanGalat error={galat} />
        {g.bolehMemutus ? (
          <>
            {g.setuju + 1 >= g.perlu ? (
              <Text size="sm" c="dimmed">
                {t('pelaksana')}
              </Text>
            ) : null}
            <Group gap="xs">
              <Button onClick={() => putus(true)} loading={putuskan.isPending}>
                {t('setujui')}
              </Button>
              <Button variant="default" onClick={() => putus(false)} disabled={putuskan.isPending}>
                {t('tolak')}
              </Button>
            </Group>
          </>
        ) : null}
        {g.bolehMembatalkan ? (
          <Group>
            <Button
              variant="default"
              onClick={() => batalkan.mutate({ kab: g.kab, id: g.id })}
              loading={batalkan.isPending}
            >
              {t('batalkan')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Section>
  )
}
