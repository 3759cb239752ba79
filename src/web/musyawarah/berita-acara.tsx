/** The end of a meeting, by where it stands: closing, the signature, and the seal of the signed paper. */
import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Stat, StatRow } from '#ui/stat.tsx'
import { Meterai } from '#web/musyawarah/meterai.tsx'
import { barisKini, hitungPutusan } from '#web/musyawarah/rapat-kini.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import { Tandatangani, type Tertahan, TertahanTanda } from '#web/musyawarah/tandatangani.tsx'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'
import { teksTanda } from '#web/musyawarah/teks-tanda.ts'
import { BukaKembali, Tutup } from '#web/musyawarah/tutup.tsx'

export function BeritaAcara(p: PropsRapat) {
  const t = useTeks(teksTanda)
  const { rapat } = p
  const [tertahan, setTertahan] = useState<Tertahan>([])
  if (rapat.status === 'batal')
    return (
      <Notice nada="info" judul={t('batalJudul')}>
        <Text size="sm">{t('batalIsi')}</Text>
      </Notice>
    )
  return (
    <Stack gap="lg">
      <Rangkum {...p} />
      {tertahan.length > 0 ? <TertahanTanda tertahan={tertahan} /> : null}
      {rapat.status === 'disiapkan' ? <Tutup {...p} /> : null}
      {rapat.status === 'selesai' ? (
        <>
          {rapat.bolehTanda ? <Tandatangani {...p} onTertahan={setTertahan} /> : <TungguLurah />}
          {rapat.bolehUbah ? <BukaKembali {...p} /> : null}
        </>
      ) : null}
      {rapat.status === 'ditandatangani' ? <Meterai rapat={rapat} /> : null}
    </Stack>
  )
}

function TungguLurah() {
  const t = useTeks(teksTanda)
  return (
    <Notice nada="info" judul={t('tungguLurah')}>
      <Text size="sm">{t('tungguLurahIsi')}</Text>
    </Notice>
  )
}

function Rangkum({ rapat, kotak }: PropsRapat) {
  const t = useTeks(teksTanda)
  const r = useTeks(teksRapat)
  const f = useFormat()
  const n = hitungPutusan(barisKini(rapat, kotak.menunggu))
  return (
    <Section judul={t('rangkum')}>
      <StatRow label={t('rangkum')}>
        {(['setuju', 'tidak_setuju', 'tunda', 'belum'] as const).map((k) => (
          <Stat key={k} label={r(k)} nilai={f.angka(n[k])} utama={k === 'setuju'} />
        ))}
      </StatRow>
    </Section>
  )
}
