/** The counter: one field, the answer in words, the letter; by keyboard alone in under two minutes. */
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Live } from '#ui/progress.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import { useCommand } from '#web/kueri.ts'
import { HasilLoket } from '#web/loket/hasil.tsx'
import { RegisterSurat } from '#web/loket/register.tsx'
import { teksLoket } from '#web/loket/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

export function HalamanLoket() {
  const t = useTeks(teksLoket)
  const f = useFormat()
  const { wilayah } = useSesi()
  const ref = useRef<HTMLInputElement>(null)
  const [q, setQ] = useState('')
  const cari = useCommand('loket.cari')
  // Names and numbers live in this page's memory only: nothing of them is cached or stands in an address.
  const berikutnya = () => {
    setQ('')
    cari.reset()
    ref.current?.focus()
  }
  const n = cari.data?.keluarga.length ?? 0
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={`${wilayah.nama} · ${t('isi')}`} />
      <Stack gap="lg">
        <search>
          <form
            onSubmit={(e) => {
              e.preventDefault()
              if (q.trim().length >= 3) cari.mutate({ q: q.trim() })
            }}
          >
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                ref={ref}
                flex={1}
                size="md"
                label={t('cariLabel')}
                placeholder={t('cariIsi')}
                value={q}
                onChange={(e) => setQ(e.currentTarget.value)}
                autoFocus
                autoComplete="off"
                spellCheck={false}
                maxLength={100}
                leftSection={<IconSearch size={18} aria-hidden />}
              />
              <Button type="submit" size="md" loading={cari.isPending}>
                {t('cari')}
              </Button>
            </Group>
          </form>
        </search>
        {cari.isPending ? <Loading baris={3} /> : null}
        {cari.isError ? <ErrorState error={shownOf(cari.error)} /> : null}
        {cari.data ? (
          <HasilLoket hasil={cari.data} dicari={q.trim()} onBerikutnya={berikutnya} />
        ) : (
          <RegisterSurat />
        )}
        <Live>{cari.data ? t('ditemukan', { n: f.angka(n) }) : ''}</Live>
      </Stack>
    </>
  )
}
