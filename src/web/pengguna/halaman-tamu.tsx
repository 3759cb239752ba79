/** The frame of pages before the door: mark, language, one narrow column. */
import { Box, SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useBahasa } from '#ui/bahasa.ts'
import classes from '#web/pengguna/masuk.module.css'
import { Merek } from '#web/shell/merek.tsx'

type Props = { children: ReactNode; kaki?: ReactNode; lebar?: boolean }

export function HalamanTamu({ children, kaki, lebar }: Props) {
  const { bahasa, pilih } = useBahasa()
  return (
    <Box className={classes.halaman}>
      <main className={classes.kolom} data-lebar={lebar || undefined}>
        <div className={`${classes.atas} tidak-cetak`}>
          <Merek />
          <SegmentedControl
            size="xs"
            value={bahasa}
            onChange={(v) => pilih(v === 'en' ? 'en' : 'id')}
            data={[
              { value: 'id', label: 'ID' },
              { value: 'en', label: 'EN' },
            ]}
            aria-label="Bahasa / Language"
          />
        </div>
        {children}
        {kaki}
      </main>
    </Box>
  )
}
