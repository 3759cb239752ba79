/** A family's rank explained: places, every item in words, what changed, the distance to the quota line. */
import { Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { Empty, Loading } from '#ui/state.tsx'
import { Butir } from '#web/keluarga/butir.tsx'
import { HasilPeringkat } from '#web/keluarga/hasil-peringkat.tsx'
import { type Ronde, useGaris, useRonde } from '#web/keluarga/ronde.ts'
import { Sebelum } from '#web/keluarga/sebelum.tsx'
import { teksPenjelasan } from '#web/keluarga/teks-penjelasan.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { TombolTautan } from '#web/tautan.tsx'

export type Penjelasan = OutputOf<'peringkat.penjelasan'>

type Props = { kab: number; id: string; desa: number; diminta: string | undefined }

export function Peringkat({ kab, id, desa, diminta }: Props) {
  const t = useTeks(teksPenjelasan)
  const { kueri, ronde, terpilih } = useRonde(desa, diminta)
  if (kueri.isPending) return <Loading />
  if (!terpilih)
    return (
      <Section>
        <Empty judul={t('belum')} isi={t('belumIsi')} />
      </Section>
    )
  return (
    <Stack gap="lg">
      <PilihRonde kab={kab} id={id} ronde={ronde} terpilih={terpilih} />
      <Isi kab={kab} id={id} desa={desa} ronde={terpilih.id} />
    </Stack>
  )
}

type PilihProps = { kab: number; id: string; ronde: readonly Ronde[]; terpilih: Ronde }

function PilihRonde({ kab, id, ronde, terpilih }: PilihProps) {
  const t = useTeks(teksPenjelasan)
  const label = useLabel()
  const pergi = useNavigate()
  return (
    <Group justify="space-between" align="flex-end">
      <NativeSelect
        label={t('ronde')}
        value={terpilih.id}
        maw="100%"
        onChange={(e) =>
          void pergi({
            to: '/keluarga/$kab/$id',
            params: { kab: String(kab), id },
            search: { lihat: 'peringkat', ronde: e.currentTarget.value },
            replace: true,
            resetScroll: false,
          })
        }
        data={ronde.map((r) => ({
          value: r.id,
          label: `${label(r.judul)} · ${label(r.namaModel)} · ${r.namaWilayah}`,
        }))}
      />
      <TombolTautan
        to="/keluarga/$kab/$id/lembar"
        params={{ kab: String(kab), id }}
        search={{ ronde: terpilih.id }}
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
      >
        {t('cetak')}
      </TombolTautan>
    </Group>
  )
}

function Isi({ kab, id, desa, ronde }: { kab: number; id: string; desa: number; ronde: string }) {
  const garis = useGaris(desa)
  const kueri = useOp('peringkat.penjelasan', { id: ronde, kab, keluarga: id, ...(garis ?? {}) })
  return (
    <Tampil kueri={kueri}>
      {(p) => (
        <Stack gap="lg">
          <HasilPeringkat p={p} />
          <Butir p={p} />
          {p.sebelum ? <Sebelum sebelum={p.sebelum} /> : null}
          <CatatanCelah p={p} />
        </Stack>
      )}
    </Tampil>
  )
}

function CatatanCelah({ p }: { p: Penjelasan }) {
  const label = useLabel()
  if (p.keluarga.terjawab === p.keluarga.jumlahButir) return null
  return (
    <Text size="sm" c="dimmed" maw={760}>
      {label(p.urutanCelah)}
    </Text>
  )
}
