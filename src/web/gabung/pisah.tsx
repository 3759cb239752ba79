/** Proposes to take a merge back, with the reason why they are two after all. */

import { Button, Group, List, Stack, Text, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import type { SatuGabung } from '#web/gabung/satu.tsx'
import { teksGabung } from '#web/gabung/teks.ts'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'

export function PisahkanGabung({ g }: { g: SatuGabung }) {
  const t = useTeks(teksGabung)
  const label = useLabel()
  const pergi = useNavigate()
  const [alasan, setAlasan] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('gabung.pisah', ['gabung.satu', 'gabung.daftar'])
  const kurang = alasan.trim().length < 10
  const kirim = () => {
    setDicoba(true)
    if (kurang) return
    perintah.mutate(
      { kab: g.kab, id: g.id, alasan: alasan.trim() },
      {
        onSuccess: ({ kab, id }) => {
          if (id) void pergi({ to: '/gabung/$kab/$id', params: { kab: String(kab), id } })
        },
      },
    )
  }
  return (
    <Section judul={t('pisahJudul')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed" maw={640}>
          {t('pisahIsi')}
        </Text>
        <Textarea
          label={t('pisahAlasan')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={alasan}
          error={dicoba && kurang ? t('alasanPendek') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
        {perintah.data?.masalah ? (
          <Notice nada="perhatian" judul={t('tidakDapat')} role="alert">
            <p>{label(perintah.data.masalah)}</p>
            <List size="sm">
              {perintah.data.rincian.map((r) => (
                <List.Item key={r.id}>{label(r)}</List.Item>
              ))}
            </List>
          </Notice>
        ) : null}
        <PesanGalat error={perintah.error} />
        <Group>
          <Button variant="default" onClick={kirim} loading={perintah.isPending}>
            {t('pisahkan')}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}
