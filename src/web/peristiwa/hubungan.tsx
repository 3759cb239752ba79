/** What somebody is to the head of the family that they enter; unasked, it is "lainnya" until the card is seen. */
import { NativeSelect, Stack } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { aktif } from '#web/peristiwa/ditanya.ts'
import type { Isian, SatuKeluarga } from '#web/peristiwa/isian.ts'
import type { Ubah } from '#web/peristiwa/medan.tsx'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'
import { useKamus } from '#web/usulan/kamus.ts'

type Props = { label: string; nilai: string; onUbah: (nilai: string) => void }

export function Hubungan({ label, nilai, onUbah }: Props) {
  const t = useTeks(teksPeristiwa)
  const kata = useLabel()
  const pilihan = useKamus().data?.daftar.hubungan?.pilihan ?? []
  return (
    <NativeSelect
      label={label}
      value={nilai}
      data={[
        { value: '', label: t('hubunganNanti') },
        // The family that is entered has its head.
        ...pilihan
          .filter((p) => p.kode !== 1)
          .map((p) => ({ value: String(p.kode), label: kata(p.label) })),
      ]}
      onChange={(e) => onUbah(e.currentTarget.value)}
    />
  )
}

/** All members, each with the relation to the head of the other card. */
export function HubunganSemua({ f, ubah, k }: { f: Isian; ubah: Ubah; k: SatuKeluarga }) {
  const t = useTeks(teksPeristiwa)
  return (
    <Stack gap="xs">
      {aktif(k).map((a) => (
        <Hubungan
          key={a.id}
          label={t('hubunganOrang', { nama: a.nama })}
          nilai={f.hubungan[a.id] ?? ''}
          onUbah={(h) => ubah({ hubungan: { ...f.hubungan, [a.id]: h } })}
        />
      ))}
    </Stack>
  )
}
