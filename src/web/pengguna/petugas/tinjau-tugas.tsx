/** Before an assignment is given: where it holds, and what the person will be able to see and do. */
import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { Peran } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { faktorOf, type Kemampuan, kemampuanOf } from '#web/pengguna/petugas/kemampuan.ts'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'
import classes from '#web/pengguna/petugas/tinjau-tugas.module.css'
import { RingkasTugas, type TugasRingkas, useMasa } from '#web/pengguna/petugas/tugas-ringkas.tsx'

export type TugasTinjau = TugasRingkas & {
  peran: Peran
  suratNomor: string | null
  suratTanggal: string | null
}

type Props = { nama: string; tugas: TugasTinjau; berdua: boolean; punyaSesi: boolean }

export function TinjauTugas({ nama, tugas, berdua, punyaSesi }: Props) {
  const t = useTeks(teksTugas)
  const p = useTeks(teksPetugas)
  const f = useFormat()
  const masa = useMasa()
  const { boleh, tidak } = kemampuanOf(tugas.peran)
  const surat = [tugas.suratNomor, tugas.suratTanggal ? f.tanggal(tugas.suratTanggal) : null]
  return (
    <Stack gap="md">
      <Pairs
        isi={[
          { id: 'nama', label: t('untuk'), nilai: nama },
          { id: 'tugas', label: p('tugas'), nilai: <RingkasTugas tugas={tugas} /> },
          { id: 'masa', label: t('masa'), nilai: masa(tugas) },
          { id: 'surat', label: t('surat'), nilai: surat.filter(Boolean).join(', ') || '–' },
          { id: 'masuk', label: t('masuk'), nilai: t(`faktor_${faktorOf(tugas.peran)}`) },
        ]}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Daftar judul={t('akanBisa')} isi={boleh} bisa />
        <Daftar judul={t('tidakBisa')} isi={tidak} />
      </SimpleGrid>
      {berdua ? (
        <Notice nada="info" judul={t('berdua')}>
          <p>{t('berduaIsi')}</p>
        </Notice>
      ) : null}
      {punyaSesi ? (
        <Text size="sm" c="dimmed">
          {t('sesiBerakhir')}
        </Text>
      ) : null}
    </Stack>
  )
}

function Daftar({ judul, isi, bisa }: { judul: string; isi: Kemampuan[]; bisa?: boolean }) {
  const t = useTeks(teksTugas)
  const Ikon = bisa ? IconCheck : IconX
  if (isi.length === 0) return null
  return (
    <div>
      <Title order={3} mb={4}>
        {judul}
      </Title>
      <ul className={classes.daftar}>
        {isi.map((k) => (
          <li key={k} className={classes.butir} data-bisa={bisa || undefined}>
            <Ikon size={16} stroke={2} aria-hidden className={classes.ikon} />
            {t(k)}
          </li>
        ))}
      </ul>
    </div>
  )
}
