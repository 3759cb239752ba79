/** The answer of the civil registry: choose the file, look at each row, take it in. */

import { Button, FileInput, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { newCommandId } from '#web/api.ts'
import { PesanGalat } from '#web/galat.tsx'
import { usangkan } from '#web/kesegaran.ts'
import { queryClient } from '#web/kueri.ts'
import { imporNik, type LaporanNik, periksaNik } from '#web/tanpa-nik/kirim.ts'
import { teksTanpaNik } from '#web/tanpa-nik/teks.ts'

type Diperiksa = { laporan: LaporanNik; perintah: string; diimpor: boolean }

const nada = { terisi: 'baik', dicatat: 'info', sudah: 'netral', tertahan: 'perhatian' } as const
const kata = {
  terisi: 'hasilTerisi',
  dicatat: 'hasilDicatat',
  sudah: 'hasilSudah',
  tertahan: 'hasilTertahan',
} as const

export function JawabanDisdukcapil() {
  const t = useTeks(teksTanpaNik)
  const [berkas, setBerkas] = useState<File | null>(null)
  const [d, setD] = useState<Diperiksa | null>(null)
  const [sibuk, setSibuk] = useState(false)
  const [galat, setGalat] = useState<unknown>(null)
  const kerjakan = (langkah: () => Promise<void>) => {
    setSibuk(true)
    setGalat(null)
    langkah()
      .catch(setGalat)
      .finally(() => setSibuk(false))
  }
  return (
    <Section judul={t('imporJudul')} keterangan={t('imporIsi')}>
      <Stack gap="md">
        <form
          onSubmit={(e) => {
            e.preventDefault()
            if (!berkas) return
            kerjakan(async () => {
              const laporan = await periksaNik(berkas)
              setD({ laporan, perintah: newCommandId(), diimpor: false })
            })
          }}
        >
          <Group gap="md" align="flex-end">
            <FileInput
              label={t('berkas')}
              accept=".csv,.xlsx"
              value={berkas}
              miw={220}
              onChange={(b) => {
                setBerkas(b)
                setD(null)
              }}
            />
            <Button type="submit" disabled={!berkas} loading={sibuk && !d}>
              {t('periksa')}
            </Button>
          </Group>
        </form>
        <PesanGalat error={galat} />
        {d && berkas ? (
          <Laporan
            d={d}
            sibuk={sibuk}
            onImpor={() =>
              kerjakan(async () => {
                const laporan = await imporNik(berkas, d.laporan.sidik, d.perintah)
                setD({ ...d, laporan, diimpor: true })
                await usangkan(queryClient, true)
              })
            }
          />
        ) : null}
      </Stack>
    </Section>
  )
}

function Laporan({ d, sibuk, onImpor }: { d: Diperiksa; sibuk: boolean; onImpor: () => void }) {
  const t = useTeks(teksTanpaNik)
  const f = useFormat()
  const label = useLabel()
  const { laporan } = d
  const jadi = laporan.terisi + laporan.dicatat
  return (
    <Stack gap="md">
      {d.diimpor ? <Notice nada="baik" judul={t('diimpor')} role="status" /> : null}
      <Text size="sm">
        {t('hasil', {
          terisi: f.angka(laporan.terisi),
          dicatat: f.angka(laporan.dicatat),
          sudah: f.angka(laporan.sudah),
          tertahan: f.angka(laporan.tertahan),
        })}
      </Text>
      {d.diimpor ? null : (
        <Button
          style={{ alignSelf: 'flex-start' }}
          disabled={jadi === 0}
          loading={sibuk}
          onClick={onImpor}
        >
          {t('impor', { n: f.angka(jadi) })}
        </Button>
      )}
      <DataTable
        caption={t('laporan')}
        baris={laporan.baris}
        kunci={(b) => String(b.baris)}
        gulir
        kolom={[
          { id: 'baris', judul: t('baris'), angka: true, isi: (b) => b.baris },
          { id: 'kode', judul: t('kode'), kartu: 'judul', isi: (b) => b.kode },
          { id: 'nama', judul: t('nama'), isi: (b) => b.nama ?? '–' },
          {
            id: 'hasil',
            judul: t('apa'),
            isi: (b) => (
              <>
                <Status nada={nada[b.hasil]}>{t(kata[b.hasil])}</Status>
                {b.sebab ? (
                  <Text size="sm" c="dimmed" component="span" display="block">
                    {label(b.sebab)}
                  </Text>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Stack>
  )
}
