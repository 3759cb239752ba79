/** The families behind each decision, with the sentence that says why; paged by key. */
import { Button, Group, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty, ErrorState, Loading } from '#ui/state.tsx'
import { teksUi } from '#ui/teks.ts'
import { call, shownOf } from '#web/api.ts'
import {
  inputSimulasi,
  type Keputusan,
  keputusan,
  type PilihanSimulasi,
} from '#web/kuota/alamat.ts'
import { Andai } from '#web/kuota/andai.tsx'
import type { BarisKuota } from '#web/kuota/baris-semua.ts'
import { useUbahSimulasi } from '#web/kuota/pilihan.tsx'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { TabelBaris } from '#web/kuota/tabel-baris.tsx'
import { teksKuota } from '#web/kuota/teks.ts'

type Props = { s: Simulasi; pilihan: PilihanSimulasi }

export function BarisSimulasi({ s, pilihan }: Props) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const ubah = useUbahSimulasi(s.kuota.id, pilihan)
  const kini = pilihan.keputusan ?? 'masuk'
  const [andai, setAndai] = useState<BarisKuota | null>(null)
  return (
    <Section judul={t('siapa')} rapat>
      <Group px="lg" pb="md" style={{ overflowX: 'auto' }} wrap="nowrap">
        <SegmentedControl
          value={kini}
          onChange={(v) => ubah({ keputusan: v })}
          aria-label={t('pilihKeputusan')}
          data={keputusan.map((k) => ({ value: k, label: `${t(k)} ${f.angka(s.ringkasan[k])}` }))}
        />
      </Group>
      <Baris s={s} pilihan={pilihan} kini={kini} onAndai={setAndai} />
      {andai ? (
        <Andai s={s} pilihan={pilihan} baris={andai} onTutup={() => setAndai(null)} />
      ) : null}
    </Section>
  )
}

type BarisProps = Props & { kini: Keputusan; onAndai: (b: BarisKuota) => void }

function Baris({ s, pilihan, kini, onAndai }: BarisProps) {
  const t = useTeks(teksKuota)
  const u = useTeks(teksUi)
  const input = {
    ...inputSimulasi(s.kuota.id, pilihan),
    keputusan: kini,
    ...(pilihan.wilayah === undefined ? {} : { wilayah: pilihan.wilayah }),
  }
  const kueri = useInfiniteQuery({
    queryKey: ['kuota.simulasi_baris', input],
    queryFn: ({ pageParam, signal }) =>
      call('kuota.simulasi_baris', pageParam ? { ...input, setelah: pageParam } : input, {
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (p) => p.berikutnya ?? undefined,
  })
  if (kueri.isPending) return <Loading baris={8} />
  if (!kueri.data)
    return <ErrorState error={shownOf(kueri.error)} ulang={() => void kueri.refetch()} />
  const geser = s.pilihan.aturan === 'peringkat_menentukan' && kini === 'masuk'
  return (
    <>
      <TabelBaris
        baris={kueri.data.pages.flatMap((p) => p.baris)}
        kosong={<Empty judul={t('barisKosong')} isi={t('barisKosongIsi')} />}
        {...(geser ? { onAndai } : {})}
      />
      {kueri.hasNextPage ? (
        <Group justify="center" py="sm">
          <Button
            variant="default"
            loading={kueri.isFetchingNextPage}
            onClick={() => void kueri.fetchNextPage()}
          >
            {u('muatLagi')}
          </Button>
        </Group>
      ) : null}
    </>
  )
}
