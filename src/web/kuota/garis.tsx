/** The quota line of each group: what decides there, and the families equal at it, to be decided by a person. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import type { PilihanSimulasi } from '#web/kuota/alamat.ts'
import classes from '#web/kuota/garis.module.css'
import { PutuskanSeri } from '#web/kuota/putuskan-seri.tsx'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { teksKuota } from '#web/kuota/teks.ts'

export type GarisKuota = Simulasi['garis'][number]

const nada: Record<GarisKuota['status'], Nada> = {
  tanpa_tempat: 'netral',
  muat_semua: 'baik',
  pas: 'baik',
  seri: 'perhatian',
  diputuskan: 'baik',
}

export function Garis({ s, pilihan }: { s: Simulasi; pilihan: PilihanSimulasi }) {
  const t = useTeks(teksKuota)
  const [dipilih, setDipilih] = useState<GarisKuota | null>(null)
  if (s.garis.length === 0) return null
  return (
    <Section judul={t('garis')} keterangan={t('garisIsi')} rapat>
      <ul className={classes.daftar}>
        {s.garis.map((g) => (
          <li key={g.kelompok} className={classes.butir}>
            <Kalimat g={g} />
            {g.status === 'seri' && s.kuota.dalamCakupan ? (
              <PutuskanTombol g={g} onPilih={() => setDipilih(g)} />
            ) : null}
          </li>
        ))}
      </ul>
      {dipilih ? (
        <PutuskanSeri s={s} pilihan={pilihan} g={dipilih} onTutup={() => setDipilih(null)} />
      ) : null}
    </Section>
  )
}

function Kalimat({ g }: { g: GarisKuota }) {
  const label = useLabel()
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Status nada={nada[g.status]}>{g.nama}</Status>
      </Group>
      <Text size="sm">{label(g.kalimat)}</Text>
    </Stack>
  )
}

function PutuskanTombol({ g, onPilih }: { g: GarisKuota; onPilih: () => void }) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  return (
    <Button size="xs" onClick={onPilih}>
      {t('putuskan', { n: f.angka(g.sama) })}
    </Button>
  )
}
