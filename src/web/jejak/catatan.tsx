/** The tab of a family: who opened or changed it and its members. */
import { Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { pencariJejak } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { call } from '#web/api.ts'
import { DaftarEntri } from '#web/jejak/daftar-entri.tsx'
import { useEntri } from '#web/jejak/entri.ts'
import { teksJejak } from '#web/jejak/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

const tanpa = ['tentang'] as const

export function LogKeluarga({ kab, id }: { kab: number; id: string }) {
  const t = useTeks(teksJejak)
  const sesi = useSesi()
  const [hanyaTulis, setHanyaTulis] = useState(false)
  const input = { jenis: 'keluarga' as const, kab, id, ...(hanyaTulis ? { hanyaTulis } : {}) }
  const kueri = useEntri(['jejak.catatan', input], (setelah, signal) =>
    call('jejak.catatan', { ...input, ...setelah }, { signal }),
  )
  return (
    <Section
      judul={t('judul')}
      keterangan={t('keluargaIsi')}
      rapat
      aksi={
        <Group gap="md">
          <Checkbox
            label={t('hanyaTulis')}
            checked={hanyaTulis}
            onChange={(e) => setHanyaTulis(e.currentTarget.checked)}
          />
          {pencariJejak.some((p) => p === sesi.peran) ? (
            <Tautan to="/log" search={{ catatan: id }}>
              {t('keLog')}
            </Tautan>
          ) : null}
        </Group>
      }
    >
      <DaftarEntri
        kueri={kueri}
        tanpa={tanpa}
        kosong={
          <Text size="sm" c="dimmed" px="lg" pb="lg">
            {t('keluargaKosong')}
          </Text>
        }
      />
    </Section>
  )
}
