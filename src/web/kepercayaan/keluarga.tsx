/** A family by its sources: each member's status at Dukcapil, and which source is believed for each field. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { TabelIsian } from '#web/kepercayaan/isian.tsx'
import { RumahMenurutSumber } from '#web/kepercayaan/rumah.tsx'
import { teksKepercayaan } from '#web/kepercayaan/teks.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'

export type AnggotaSumber = OutputOf<'keluarga.sumber'>['anggota'][number]

export function SumberKeluarga({ kab, id }: { kab: number; id: string }) {
  const t = useTeks(teksKepercayaan)
  const kueri = useOp('keluarga.sumber', { kab, id })
  return (
    <Tampil kueri={kueri}>
      {(d) => (
        <Stack gap="lg">
          <Text c="dimmed" size="sm" maw={720}>
            {t('penjelasan')}
          </Text>
          {d.bolehMemadankan ? <PadankanUlang kab={kab} id={id} /> : null}
          {d.anggota.map((a) => (
            <Anggota key={a.id} a={a} />
          ))}
          <RumahMenurutSumber r={d.rumah} />
        </Stack>
      )}
    </Tampil>
  )
}

function PadankanUlang({ kab, id }: { kab: number; id: string }) {
  const t = useTeks(teksKepercayaan)
  const perintah = useCommand('keluarga.padankan', ['keluarga.sumber'])
  const hasil = perintah.data
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={perintah.isPending}
        onClick={() => perintah.mutate({ kab, id })}
      >
        {t('padankan')}
      </Button>
      <PesanGalat error={perintah.error} />
      {hasil ? (
        <Text size="sm" c="dimmed" role="status">
          {hasil.berubah + hasil.beda > 0 ? t('dipadankan', hasil) : t('dipadankanSama')}
        </Text>
      ) : null}
    </Stack>
  )
}

function Anggota({ a }: { a: AnggotaSumber }) {
  const label = useLabel()
  return (
    <Section
      judul={a.nama}
      keterangan={<Tertaut a={a} />}
      aksi={<Status nada={a.dukcapil.nada}>{label(a.dukcapil.label)}</Status>}
      rapat
    >
      <Dukcapil d={a.dukcapil} />
      <TabelIsian a={a} />
    </Section>
  )
}

/** In which sources the person is known, and by what. */
function Tertaut({ a }: { a: AnggotaSumber }) {
  const t = useTeks(teksKepercayaan)
  const f = useFormat()
  if (a.sumber.length === 0) return <>{t('tanpaSumber')}</>
  const satu = (s: AnggotaSumber['sumber'][number]) =>
    [
      t(`sumber_${s.sumber}`),
      `(${[
        f.tanggalPendek(s.tanggal),
        t(`taut_${s.taut}`),
        ...(s.desil === null ? [] : [t('desil', { n: s.desil })]),
      ].join(', ')})`,
    ].join(' ')
  return (
    <>
      {t('tertaut')}: {a.sumber.map(satu).join(' · ')}
    </>
  )
}

/** Why the person does not agree, what the citizen must do, and what the status was before. */
function Dukcapil({ d }: { d: AnggotaSumber['dukcapil'] }) {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  const f = useFormat()
  const [buka, setBuka] = useState(false)
  return (
    <Stack gap={4} px={{ base: 'md', sm: 'lg' }} pb="md">
      <Text size="sm">
        {label(d.sebab)}
        {d.beda.length > 0 ? ` ${t('bedaPada', { isi: d.beda.map(label).join(', ') })}.` : ''}
      </Text>
      {d.nada === 'baik' ? null : (
        <Text size="sm">
          <Text span fw={550} size="sm">
            {t('warga')}:
          </Text>{' '}
          {label(d.warga)}
        </Text>
      )}
      {d.tanggal ? (
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {t('jawabanTanggal', { tanggal: f.tanggalPendek(d.tanggal) })}
          </Text>
          {d.riwayat.length > 1 ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={buka}
              onClick={() => setBuka(!buka)}
            >
              {t('riwayat', { n: d.riwayat.length })}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {buka ? (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {d.riwayat.map((r) => (
            <Text key={r.id} component="li" size="sm">
              {f.tanggalPendek(r.tanggal)}: {label(r.label)}{' '}
              <Text span size="sm" c="dimmed">
                ({r.oleh ?? t('olehBerkas')})
              </Text>
            </Text>
          ))}
        </ul>
      ) : null}
    </Stack>
  )
}
