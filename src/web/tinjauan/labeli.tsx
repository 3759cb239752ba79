/** Labels a sampled pair, by button or key; the next one of the sample follows. */

import { Button, Group, Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { SatuPasangan } from '#web/tinjauan/pasangan.tsx'
import { teksTinjauan } from '#web/tinjauan/teks.ts'
import { useTombol } from '#web/tinjauan/tombol.ts'

type Label = 'sama' | 'beda' | 'tidak_tahu'

export function LabeliPasangan({ p }: { p: SatuPasangan }) {
  const t = useTeks(teksTinjauan)
  const pergi = useNavigate()
  const perintah = useCommand('padanan.labeli', ['padanan.bangku'])
  const labeli = (label: Label) => {
    if (perintah.isPending || perintah.isSuccess) return
    perintah.mutate(
      { kab: p.kab, id: p.id, label },
      {
        onSuccess: ({ berikut }) =>
          void (berikut
            ? pergi({
                to: '/tinjauan/$kab/$id',
                params: { kab: String(berikut.kab), id: berikut.id },
                search: { untuk: 'label' },
              })
            : pergi({ to: '/pemadanan/$id/bangku', params: { id: p.jalan } })),
      },
    )
  }
  useTombol({ s: () => labeli('sama'), b: () => labeli('beda'), r: () => labeli('tidak_tahu') })
  return (
    <Section judul={t('labelJudul')} keterangan={t('labelIsi')}>
      <Stack gap="md">
        <PesanGalat error={perintah.error} />
        <Group gap="xs">
          <Button aria-keyshortcuts="s" onClick={() => labeli('sama')}>
            {t('tombolSama')}
          </Button>
          <Button variant="default" aria-keyshortcuts="b" onClick={() => labeli('beda')}>
            {t('tombolBeda')}
          </Button>
          <Button variant="default" aria-keyshortcuts="r" onClick={() => labeli('tidak_tahu')}>
            {t('tombolTakTahu')}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}
