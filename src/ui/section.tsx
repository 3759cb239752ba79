/** A titled surface: the one card of the app. */
import { Box, Group, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from '#ui/section.module.css'

type Props = {
  judul?: string
  keterangan?: ReactNode
  aksi?: ReactNode
  /** Without inner padding, for tables that run from edge to edge. */
  rapat?: boolean
  children: ReactNode
}

export function Section({ judul, keterangan, aksi, rapat, children }: Props) {
  const id = useId()
  return (
    <Box
      component="section"
      className={classes.kartu}
      {...(judul ? { 'aria-labelledby': id } : {})}
    >
      {judul ? (
        <Group justify="space-between" align="flex-start" className={classes.kepala} gap="xs">
          <div>
            <Title order={2} id={id}>
              {judul}
            </Title>
            {keterangan ? (
              <Text size="sm" c="dimmed" component="div" mt={2}>
                {keterangan}
              </Text>
            ) : null}
          </div>
          {aksi ? <Group gap="xs">{aksi}</Group> : null}
        </Group>
      ) : null}
      <div className={rapat ? classes.rapat : classes.isi}>{children}</div>
    </Box>
  )
}
