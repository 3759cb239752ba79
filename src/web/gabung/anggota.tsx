/** Which members of two families are one person: the one that stays has at most one double. */
import { NativeSelect, Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import type { RekamanGabung } from '#web/gabung/rekaman.tsx'
import { teksGabung } from '#web/gabung/teks.ts'

export type PasanganOrang = { readonly ke: string; readonly dari: string }

type Props = {
  ke: RekamanGabung
  dari: RekamanGabung
  pasangan: readonly PasanganOrang[]
  ubah: (pasangan: readonly PasanganOrang[]) => void
}

/** Pairs after `ke` was said to be `dari`, or nobody. */
export const dipasangkan = (
  semua: readonly PasanganOrang[],
  ke: string,
  dari: string,
): readonly PasanganOrang[] => {
  const lain = semua.filter((p) => p.ke !== ke && p.dari !== dari)
  return dari === '' ? lain : [...lain, { ke, dari }]
}

export function PasanganAnggota({ ke, dari, pasangan, ubah }: Props) {
  const t = useTeks(teksGabung)
  const kata = (a: RekamanGabung['anggota'][number]) =>
    a.umur === null ? a.nama : t('umur', { nama: a.nama, n: a.umur })
  const hidup = (r: RekamanGabung) => r.anggota.filter((a) => a.status !== 'digabung')
  const pilihan = [
    { value: '', label: t('bukanSiapa') },
    ...hidup(dari).map((a) => ({ value: a.id, label: kata(a) })),
  ]
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" maw={640}>
        {t('anggotaIsi')}
      </Text>
      {hidup(ke).map((a) => (
        <NativeSelect
          key={a.id}
          label={kata(a)}
          description={t('anggotaSama')}
          data={pilihan}
          value={pasangan.find((p) => p.ke === a.id)?.dari ?? ''}
          onChange={(e) => ubah(dipasangkan(pasangan, a.id, e.currentTarget.value))}
          maw={420}
        />
      ))}
    </Stack>
  )
}
