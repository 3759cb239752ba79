/** Held rows: the cells that are wrong stand open for editing, then the rows are tried again. */

import { Button, Group, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Benturan } from '#domain/versi/benturan.ts'
import { useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf } from '#web/benturan.ts'
import { kataGalat } from '#web/galat.tsx'
import { BarisTahan } from '#web/impor/baris-tahan.tsx'
import { type Draf, useDraf } from '#web/impor/draf.ts'
import { teksImpor } from '#web/impor/teks.ts'
import { KemajuanPekerjaan } from '#web/kemajuan.tsx'
import { useCommand } from '#web/kueri.ts'

const segarkan = ['impor.satu', 'impor.temuan', 'impor.baris', 'impor.pertanyaan'] as const

/** The edits once more, on the rows that now stand; rows that were accepted meanwhile are let go. */
const barisUlang = (baris: Draf['baris'], benturan: readonly Benturan[]): Draf['baris'] =>
  baris.flatMap((b) => {
    const kini = benturan.find((x) => x.id === b.id)
    if (!kini) return [b]
    return kini.versi === null ? [] : [{ ...b, id: String(kini.versi) }]
  })

export function Perbaiki({ id }: { id: string }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const draf = useDraf(id)
  const [pekerjaan, setPekerjaan] = useState<string | null>(null)
  const perintah = useCommand('impor.perbaiki')
  const kueri = useInfiniteQuery({
    queryKey: ['impor.baris', { id }],
    queryFn: ({ pageParam, signal }) =>
      call('impor.baris', pageParam ? { id, setelah: pageParam } : { id }, { signal }),
    initialPageParam: '',
    getNextPageParam: (p) => p.berikutnya ?? undefined,
  })
  const benturan = benturanOf(perintah.error)
  const kirim = (baris = draf.baris) =>
    perintah.mutate(baris.length > 0 ? { id, baris } : { id, baris, semua: true }, {
      onSuccess: (hasil) => {
        draf.kosongkan()
        setPekerjaan(hasil.pekerjaanId)
      },
    })
  if (kueri.isPending) return <Loading baris={8} />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const baris = kueri.data.pages.flatMap((p) => p.baris)
  if (baris.length === 0)
    return (
      <Section>
        <Empty judul={t('perbaikiKosong')} isi={t('perbaikiKosongIsi')} />
      </Section>
    )
  const n = draf.baris.length
  return (
    <Stack gap="md">
      {pekerjaan ? <KemajuanPekerjaan id={pekerjaan} /> : null}
      <Section judul={t('perbaikiJudul')} keterangan={t('perbaikiIsi')} rapat>
        {baris.map((b) => (
          <BarisTahan key={b.id} b={b} draf={draf} />
        ))}
        {kueri.hasNextPage ? (
          <Group justify="center" py="sm">
            <Button
              variant="default"
              loading={kueri.isFetchingNextPage}
              onClick={() => void kueri.fetchNextPage()}
            >
              {t('muatLagi')}
            </Button>
          </Group>
        ) : null}
      </Section>
      {benturan ? (
        <DialogBenturan
          isi={benturan}
          onKini={() => {
            draf.lepas(benturan.map((b) => b.id))
            perintah.reset()
            bacaUlang(segarkan)
          }}
          onSaya={
            benturan.some((b) => b.versi !== null)
              ? () => kirim(barisUlang(draf.baris, benturan))
              : undefined
          }
        />
      ) : null}
      {perintah.isError && !benturan ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {kataGalat(perintah.error)}
        </Text>
      ) : null}
      <Group justify="flex-end">
        <Button
          variant={n === 0 ? 'default' : 'filled'}
          loading={perintah.isPending}
          title={n === 0 ? t('cobaSemuaIsi') : undefined}
          onClick={() => kirim()}
        >
          {n === 0 ? t('cobaSemua') : t('cobaLagi', { n: f.angka(n) })}
        </Button>
      </Group>
    </Stack>
  )
}
