/** The one page header: where one is (area, period), what can be done here, and the document title. */
import { Box, Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import classes from '#ui/page-header.module.css'

type Props = {
  judul: string
  /** Area and period, in words: "Kota Bontang · Juli 2018". */
  keterangan?: ReactNode
  /** What the browser tab says; must never hold personal data. Defaults to the title. */
  judulTab?: string
  atas?: ReactNode
  aksi?: ReactNode
}

/** Names the browser tab; never with personal data. */
export function useTabTitle(judul: string): void {
  useEffect(() => {
    document.title = `${judul} · SIKS-NG`
  }, [judul])
}

export function PageHeader({ judul, keterangan, judulTab, atas, aksi }: Props) {
  useTabTitle(judulTab ?? judul)
  return (
    <Box className={classes.kepala} component="header">
      {atas}
      <Group justify="space-between" align="flex-start" gap="md">
        <Box className={classes.judul}>
          <Title order={1} id="judul-halaman" tabIndex={-1}>
            {judul}
          </Title>
          {keterangan ? (
            <Text c="dimmed" size="sm" mt={4} component="div">
              {keterangan}
            </Text>
          ) : null}
        </Box>
        {aksi ? (
          <Group gap="xs" className={`${classes.aksi} tidak-cetak`}>
            {aksi}
          </Group>
        ) : null}
      </Group>
    </Box>
  )
}
