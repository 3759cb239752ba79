/** The rule of order in words: eligibility first, gaps, ties, and what people decide. */
import { List, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import type { SatuRonde } from '#web/peringkat/satu.tsx'
import { teksPeringkat } from '#web/peringkat/teks.ts'

export function Aturan({ r }: { r: SatuRonde }) {
  const t = useTeks(teksPeringkat)
  const label = useLabel()
  return (
    <Section judul={t('aturan')} keterangan={t('sidik', { sidik: r.sidikKebijakan })}>
      <Text size="sm" maw={760}>
        {t('kunciPertama')}
      </Text>
      <Text size="sm" fw={600} mt="sm">
        {t('celah')}
      </Text>
      <Text size="sm" maw={760}>
        {label(r.urutanCelah)}
      </Text>
      {r.pemecahSeri.length > 0 ? (
        <>
          <Text size="sm" fw={600} mt="sm">
            {t('seri')}
          </Text>
          <List type="ordered" size="sm" maw={760}>
            {r.pemecahSeri.map((p) => (
              <List.Item key={p.id}>{label(p)}</List.Item>
            ))}
          </List>
        </>
      ) : null}
      <Text size="sm" maw={760} mt="xs" c="dimmed">
        {t('seriAkhir')}
      </Text>
    </Section>
  )
}
