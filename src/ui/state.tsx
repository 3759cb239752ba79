/** The three states every page has beside its data: loading, empty and error. */
import { Box, Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#ui/state.module.css'
import { teksUi } from '#ui/teks.ts'

/** Grey lines in the shape of what is coming. */
export function Loading({ baris = 6 }: { baris?: number }) {
  const t = useTeks(teksUi)
  return (
    <Stack gap="sm" p="lg" role="status" aria-label={t('memuat')}>
      {Array.from({ length: baris }, (_, i) => `baris-${i}`).map((key, i) => (
        <Skeleton
          key={key}
          height={i === 0 ? 20 : 14}
          width={i === 0 ? '40%' : `${92 - (i % 3) * 14}%`}
        />
      ))}
    </Stack>
  )
}

type EmptyProps = {
  judul: string
  isi?: ReactNode
  aksi?: ReactNode
  ikon?: ReactNode
  /** It is the whole page, so its words are the page's heading. */
  halaman?: boolean
}

/** Nothing here, and what to do first. */
export function Empty({ judul, isi, aksi, ikon, halaman }: EmptyProps) {
  return (
    <Box className={classes.kosong}>
      <div className={classes.ikon} aria-hidden>
        {ikon ?? <IconInbox size={24} stroke={1.6} />}
      </div>
      <Title order={halaman ? 1 : 2} size={halaman ? 'h1' : 'h3'}>
        {judul}
      </Title>
      {isi ? (
        <Text size="sm" c="dimmed" maw={480} component="div">
          {isi}
        </Text>
      ) : null}
      {aksi ? <Box mt="sm">{aksi}</Box> : null}
    </Box>
  )
}

/** What an error must carry to be shown well; the API client's problems have this shape. */
export type ShownError = { judul: string; isi?: string | undefined; nomor?: string | undefined }

type ErrorProps = {
  error: ShownError
  ulang?: (() => void) | undefined
  /** It is the whole page, so its words are the page's heading. */
  halaman?: boolean | undefined
}

/** What went wrong, what to do, and the number to report. */
export function ErrorState({ error, ulang, halaman }: ErrorProps) {
  const t = useTeks(teksUi)
  return (
    <Box className={classes.kosong} role="alert">
      <div className={`${classes.ikon} ${classes.salah}`} aria-hidden>
        <IconAlertTriangle size={24} stroke={1.6} />
      </div>
      <Title order={halaman ? 1 : 2} size={halaman ? 'h1' : 'h3'}>
        {error.judul}
      </Title>
      <Text size="sm" c="dimmed" maw={480}>
        {error.isi ?? t('gagalIsi')}
      </Text>
      {error.nomor ? (
        <Text size="xs" c="dimmed">
          {t('nomorLaporan', { nomor: error.nomor })} {t('salinNomor')}
        </Text>
      ) : null}
      {ulang ? (
        <Button mt="sm" variant="default" onClick={ulang}>
          {t('cobaLagi')}
        </Button>
      ) : null}
    </Box>
  )
}
