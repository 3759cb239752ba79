/** What a write changed, field by field, beside the table. */
import { Drawer, Stack, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Pairs } from '#ui/pairs.tsx'
import { teksUi } from '#ui/teks.ts'
import type { Entri } from '#web/jejak/entri.ts'
import { Pelaku } from '#web/jejak/pelaku.tsx'
import { teksJejak } from '#web/jejak/teks.ts'

export function RincianEntri({ entri, onTutup }: { entri: Entri | null; onTutup: () => void }) {
  const t = useTeks(teksJejak)
  const u = useTeks(teksUi)
  return (
    <Drawer
      opened={entri !== null}
      onClose={onTutup}
      position="right"
      size={480}
      title={t('rincian')}
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      {entri ? <Isi e={entri} /> : null}
    </Drawer>
  )
}

function Isi({ e }: { e: Entri }) {
  const t = useTeks(teksJejak)
  const f = useFormat()
  const label = useLabel()
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{label(e.tindakan)}</Text>
        <Text size="sm" c="dimmed">
          {[f.waktu(e.waktu), t('nomor', { n: e.id })].join(' · ')}
        </Text>
      </div>
      <div>
        <Pelaku p={e.pelaku} />
      </div>
      <Pairs
        lebar={420}
        isi={e.perubahan.map((p, i) => ({
          id: `${i}-${p.kolom.id}`,
          label: label(p.kolom),
          nilai: (
            <>
              <Text size="sm" c="dimmed">
                {t('dari', { nilai: p.sebelum ? label(p.sebelum) : t('kosongNilai') })}
              </Text>
              <Text size="sm">
                {t('menjadi', { nilai: p.sesudah ? label(p.sesudah) : t('kosongNilai') })}
              </Text>
            </>
          ),
        }))}
      />
    </Stack>
  )
}
