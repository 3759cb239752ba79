/** Sent: the receipt number, what happens now, and the next thing one may want. */
import { Group, Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { TombolTautan } from '#web/tautan.tsx'
import classes from '#web/usulan/cepat.module.css'
import type { Tersimpan } from '#web/usulan/simpanan.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'

export function CepatTerkirim({ usulan }: { usulan: Tersimpan }) {
  const t = useTeks(teksIsian)
  const u = useTeks(teksUsulanSatu)
  const params = { kab: String(usulan.kab), id: usulan.id }
  return (
    <>
      <PageHeader judul={t('terkirim')} judulTab={t('judulBaru')} />
      <Section>
        <Stack gap="md" maw={560}>
          <Notice nada="baik" role="status">
            <Text size="sm">{t('terkirimIsi')}</Text>
            <p className={classes.nomor}>{usulan.nomor}</p>
          </Notice>
          <Text size="sm">{t('terkirimLanjut')}</Text>
          <Group gap="xs">
            <TombolTautan to="/usulan/isian" search={{ jenis: 'keluarga_baru' }}>
              {t('usulkanLagi')}
            </TombolTautan>
            <TombolTautan to="/usulan/$kab/$id/tanda-terima" params={params} variant="default">
              {u('tandaTerima')}
            </TombolTautan>
            <TombolTautan to="/usulan/$kab/$id" params={params} variant="default">
              {t('keUsulan')}
            </TombolTautan>
          </Group>
        </Stack>
      </Section>
    </>
  )
}
