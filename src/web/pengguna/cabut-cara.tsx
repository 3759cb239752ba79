/** Takes away one of my ways to sign in, after a plain question. */

import { Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { InputOf } from '#web/operasi.ts'
import { lupakanPerangkat } from '#web/pengguna/kunci-perangkat.ts'
import { teksAkun } from '#web/pengguna/teks-akun.ts'

export type Benda = InputOf<'akun.cabut'> & { readonly nama: string }

export function CabutCara({ benda, onTutup }: { benda: Benda | null; onTutup: () => void }) {
  const t = useTeks(teksAkun)
  const cabut = useCommand('akun.cabut')
  const tutup = () => {
    cabut.reset()
    onTutup()
  }
  const ya = () => {
    if (!benda) return
    const { jenis, id } = benda
    cabut.mutate(
      { jenis, id },
      {
        onSuccess: () => {
          if (jenis === 'perangkat') void lupakanPerangkat(id).catch(() => undefined)
          tutup()
        },
      },
    )
  }
  return (
    <Confirm
      buka={benda !== null}
      judul={t('cabutJudul')}
      tombol={t('cabut')}
      sibuk={cabut.isPending}
      galat={kataGalat(cabut.error)}
      onBatal={tutup}
      onYa={ya}
    >
      <Text size="sm">{t('cabutIsi', { nama: benda?.nama ?? '' })}</Text>
    </Confirm>
  )
}
