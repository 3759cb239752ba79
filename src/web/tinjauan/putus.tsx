/** The decision on a pair, by button or key: the same, not the same, unsure. */

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { TombolTautan } from '#web/tautan.tsx'
import { useBerikut } from '#web/tinjauan/berikut.ts'
import type { SatuPasangan } from '#web/tinjauan/pasangan.tsx'
import { teksTinjauan } from '#web/tinjauan/teks.ts'
import { useTombol } from '#web/tinjauan/tombol.ts'

type Putusan = 'sama' | 'beda' | 'ragu'
type Gabung = NonNullable<OutputOf<'padanan.putuskan'>['gabung']>

export function PutusPasangan({ p }: { p: SatuPasangan }) {
  const t = useTeks(teksTinjauan)
  const sesi = useSesi()
  const pergi = useNavigate()
  const berikut = useBerikut()
  const [alasan, setAlasan] = useState('')
  const perintah = useCommand('padanan.putuskan', ['padanan.antrean'])
  const boleh = sesi.peran !== 'auditor' && p.status !== 'usang'
  const putus = (putusan: Putusan) => {
    if (!boleh || perintah.isPending || perintah.isSuccess) return
    const catatan = alasan.trim()
    perintah.mutate(
      {
        kab: p.kab,
        id: p.id,
        versi: p.versi,
        putusan,
        ...(catatan.length >= 3 ? { alasan: catatan } : {}),
      },
      {
        onSuccess: ({ gabung }) =>
          void (gabung
            ? pergi({ to: '/gabung/baru', search: alamatGabung(gabung) })
            : berikut(p.id)),
      },
    )
  }
  useTombol({ s: () => putus('sama'), b: () => putus('beda'), r: () => putus('ragu') })
  if (p.status === 'usang') return <Notice nada="info">{t('usangIsi')}</Notice>
  if (!boleh) return null
  return (
    <Section judul={t('putusanJudul')} keterangan={t('putusanIsi')}>
      <Stack gap="md">
        {p.status !== 'antre' ? (
          <Notice nada="info">{t('sudahDiputus', { status: t(p.status) })}</Notice>
        ) : null}
        {p.status === 'sama' ? <Usulkan p={p} /> : null}
        <TextInput
          label={t('alasan')}
          maxLength={500}
          value={alasan}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
        <PesanGalat error={perintah.error} />
        <Group gap="xs">
          <Button
            aria-keyshortcuts="s"
            loading={perintah.isPending && perintah.variables.putusan === 'sama'}
            onClick={() => putus('sama')}
          >
            {t('tombolSama')}
          </Button>
          <Button variant="default" aria-keyshortcuts="b" onClick={() => putus('beda')}>
            {t('tombolBeda')}
          </Button>
          <Button variant="default" aria-keyshortcuts="r" onClick={() => putus('ragu')}>
            {t('tombolRagu')}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}

const alamatGabung = ({ ke, dari }: Gabung) => ({
  jenis: 'individu' as const,
  keKab: ke.kab,
  ke: ke.id,
  dariKab: dari.kab,
  dari: dari.id,
})

/** A pair that was found to be one person, whose merge may not be proposed yet. */
function Usulkan({ p }: { p: SatuPasangan }) {
  const t = useTeks(teksTinjauan)
  if (p.kiri.jenis !== 'individu' || p.kanan.jenis !== 'individu') return null
  return (
    <Text component="div">
      <TombolTautan
        variant="default"
        to="/gabung/baru"
        search={alamatGabung({ ke: p.kiri, dari: p.kanan })}
      >
        {t('bukaUsulan')}
      </TombolTautan>
    </Text>
  )
}
