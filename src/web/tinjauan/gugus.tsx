/** The cluster of a pair: its records by source, and its other pairs. */
import { List, Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { Tautan } from '#web/tautan.tsx'
import { useSumber } from '#web/tinjauan/sumber.ts'
import { teksTinjauan } from '#web/tinjauan/teks.ts'

type Props = { jalan: string; gugus: string; ini: string }

export function GugusPasangan({ jalan, gugus, ini }: Props) {
  const t = useTeks(teksTinjauan)
  const f = useFormat()
  const sumber = useSumber()
  const kueri = useOp('padanan.gugus', { jalan, id: gugus })
  return (
    <Tampil kueri={kueri}>
      {({ anggota, pasangan }) => {
        if (anggota.length < 3) return null
        const nama = new Map(anggota.map((a) => [a.id, a.nama]))
        return (
          <Section judul={t('gugus')}>
            <Stack gap="sm">
              <Text size="sm" c="dimmed">
                {t('gugusIsi', { n: f.angka(anggota.length) })}
              </Text>
              <List size="sm">
                {anggota.map((a) => (
                  <List.Item key={a.id}>
                    {sumber(a)}: {a.nama}, {t('rt', { desa: a.namaWilayah, rt: nomorRt(a.rt) })}
                  </List.Item>
                ))}
              </List>
              <Text size="sm" fw={550}>
                {t('gugusPasangan')}
              </Text>
              <List size="sm">
                {pasangan
                  .filter((p) => p.id !== ini)
                  .map((p) => (
                    <List.Item key={p.id}>
                      <Tautan to="/tinjauan/$kab/$id" params={{ kab: String(p.kab), id: p.id }}>
                        {nama.get(p.kiri)} – {nama.get(p.kanan)}
                      </Tautan>
                      , {f.desimal(p.bobot, 1)}, {t(p.status)}
                    </List.Item>
                  ))}
              </List>
            </Stack>
          </Section>
        )
      }}
    </Tampil>
  )
}
