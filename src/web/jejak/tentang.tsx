/** What an entry is about: the first few records, with links to those that may be opened. */
import { Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import type { Entri } from '#web/jejak/entri.ts'
import { teksJejak } from '#web/jejak/teks.ts'
import { Tautan } from '#web/tautan.tsx'

export function Tentang({ e }: { e: Entri }) {
  const t = useTeks(teksJejak)
  const f = useFormat()
  const label = useLabel()
  const sisa = e.jumlahSubjek - e.subjek.length
  return (
    <>
      {e.subjek.map((s) => (
        <div key={`${s.jenis}/${s.id}`}>
          {s.keluarga ? (
            <Tautan
              to="/keluarga/$kab/$id"
              params={{ kab: String(s.keluarga.kab), id: s.keluarga.id }}
            >
              {label(s.label)}
            </Tautan>
          ) : (
            <Text size="sm" span>
              {label(s.label)}
            </Text>
          )}
        </div>
      ))}
      {sisa > 0 ? (
        <Text size="xs" c="dimmed">
          {t('lainnya', { n: f.angka(sisa) })}
        </Text>
      ) : null}
      {e.subjek.length === 0 && e.jumlah > 0 ? (
        <Text size="sm">{t('jumlah', { n: f.angka(e.jumlah) })}</Text>
      ) : null}
    </>
  )
}
