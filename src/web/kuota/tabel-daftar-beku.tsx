/** The frozen lists of one's area (or of one quota), newest first. */
import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

type Daftar = OutputOf<'kuota.daftar_beku'>['daftar'][number]

export function TabelDaftarBeku({ kuota }: { kuota?: string }) {
  const t = useTeks(teksKuota)
  const kueri = useOp('kuota.daftar_beku', kuota ? { kuota } : {})
  const kolom = useKolom()
  return (
    <Section judul={t('daftarBekuJudul')} rapat>
      <Tampil kueri={kueri}>
        {(data) => (
          <DataTable
            caption={t('daftarBekuJudul')}
            kolom={kolom}
            baris={data.daftar}
            kunci={(d) => d.id}
            barisTautan
            kosong={
              <Text size="sm" c="dimmed" px="lg" pb="lg">
                {t('daftarBekuKosong')}
              </Text>
            }
          />
        )}
      </Tampil>
    </Section>
  )
}

function useKolom(): Kolom<Daftar>[] {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const label = useLabel()
  return useMemo(
    () => [
      {
        id: 'program',
        judul: t('program'),
        kartu: 'judul',
        isi: (d) => (
          <Tautan to="/daftar/$id" params={{ id: d.id }}>
            {label(d.namaProgram)}, {t('versi', { n: d.versi })}
          </Tautan>
        ),
      },
      { id: 'wilayah', judul: t('wilayah'), isi: (d) => d.namaWilayah },
      {
        id: 'isi',
        judul: t('isi'),
        isi: (d) =>
          t('ringkasMasuk', {
            masuk: f.angka(d.ringkasan.masuk),
            tetap: f.angka(d.ringkasan.tetap),
            keluar: f.angka(d.ringkasan.keluar),
          }),
      },
      { id: 'pada', judul: t('dibekukan'), isi: (d) => f.waktu(d.dibekukanPada) },
      { id: 'oleh', judul: t('oleh'), isi: (d) => d.dibekukanOleh },
      {
        id: 'status',
        judul: t('status'),
        kartu: 'polos',
        isi: (d) => (
          <Status nada={d.digantikan ? 'netral' : 'baik'}>
            {t(d.digantikan ? 'digantikan' : 'berlaku')}
          </Status>
        ),
      },
    ],
    [t, f, label],
  )
}
