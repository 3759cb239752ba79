/** One compact control: for what purpose data is opened now; it goes into the log with every look. */
import { Text, UnstyledButton } from '@mantine/core'
import { IconTargetArrow } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useDaftarTujuan } from '#web/shell/daftar-tujuan.ts'
import { teksShell } from '#web/shell/teks.ts'
import classes from '#web/shell/tujuan.module.css'
import { useTujuan } from '#web/tujuan.ts'

const PilihTujuan = lazy(() =>
  import('#web/shell/pilih-tujuan.tsx').then((m) => ({ default: m.PilihTujuan })),
)

export function TujuanSekarang() {
  const t = useTeks(teksShell)
  const label = useLabel()
  const daftar = useDaftarTujuan()
  const dipilih = useTujuan()
  const [buka, setBuka] = useState(false)
  if (!daftar.data) return null
  const kode = dipilih?.kode ?? daftar.data.bawaan
  const tujuan = daftar.data.pilihan.find((p) => p.kode === kode)
  return (
    <>
      <UnstyledButton
        className={classes.tombol}
        data-kosong={tujuan === undefined || undefined}
        title={t('tujuanIsi')}
        onClick={() => setBuka(true)}
      >
        <IconTargetArrow size={16} aria-hidden />
        <Text span size="sm" truncate>
          {tujuan ? t('tujuanIni', { tujuan: label(tujuan.label) }) : t('tujuanPilih')}
        </Text>
      </UnstyledButton>
      <Suspense>{buka ? <PilihTujuan onSelesai={() => setBuka(false)} /> : null}</Suspense>
    </>
  )
}
