/** Whether what was typed is saved: one quiet line that readers hear. */
import { Text } from '@mantine/core'
import { IconCloudCheck, IconCloudOff, IconCloudUpload } from '@tabler/icons-react'
import { useTeks } from '#ui/bahasa.ts'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import classes from '#web/usulan/status-simpan.module.css'
import { teksIsian } from '#web/usulan/teks-isian.ts'

const ikon = {
  diam: IconCloudCheck,
  menunggu: IconCloudUpload,
  menyimpan: IconCloudUpload,
  tersimpan: IconCloudCheck,
  luring: IconCloudOff,
  salah: IconCloudOff,
  bentrok: IconCloudOff,
} as const

export function StatusSimpan({ draf }: { draf: Draf }) {
  const t = useTeks(teksIsian)
  const { tahap, galat } = draf
  const Ikon = ikon[tahap]
  const buruk = tahap === 'luring' || tahap === 'salah' || tahap === 'bentrok'
  return (
    <div className={classes.baris} data-buruk={buruk || undefined} role="status">
      <Ikon size={18} stroke={1.7} aria-hidden />
      <div>
        <Text size="sm">{t(`simpan_${tahap}`)}</Text>
        {tahap === 'salah' && galat ? (
          <Text size="sm">{[galat.shown.judul, galat.shown.isi].filter(Boolean).join(' ')}</Text>
        ) : null}
      </div>
    </div>
  )
}
