/** Who an entry is by: a name with a link inside one's own area, an office outside it. */
import { Text } from '@mantine/core'
import { pengawasPetugas } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import type { Entri } from '#web/jejak/entri.ts'
import { teksJejak } from '#web/jejak/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

export function Pelaku({ p }: { p: Entri['pelaku'] }) {
  const t = useTeks(teksJejak)
  const label = useLabel()
  const sesi = useSesi()
  const jabatan = [
    ...(p.jenis === 'plt' || p.jenis === 'plh' ? [t(p.jenis)] : []),
    ...(p.peran ? [label(p.peran)] : []),
  ].join(' ')
  if (p.id === null)
    return (
      <>
        <Text size="sm">{label(p.kantor)}</Text>
        <Text size="xs" c="dimmed">
          {p.luar ? [jabatan, t('luar')].filter(Boolean).join(' · ') : jabatan}
        </Text>
      </>
    )
  const nama = p.nama ?? '–'
  return (
    <>
      {pengawasPetugas.some((satu) => satu === sesi.peran) ? (
        <Tautan to="/log/petugas/$id" params={{ id: p.id }}>
          {nama}
        </Tautan>
      ) : (
        <Text size="sm">{nama}</Text>
      )}
      <Text size="xs" c="dimmed">
        {[jabatan, label(p.kantor)].filter(Boolean).join(' · ')}
      </Text>
    </>
  )
}
