/** The roles entrusted to me, from when to when; another that holds today can be worn. */

import { Button, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { kataGalat } from '#web/galat.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { usePakaiPeran } from '#web/pengguna/pakai-peran.ts'
import { teksAkun } from '#web/pengguna/teks-akun.ts'
import { type Tugas, useTugas } from '#web/pengguna/tugas.ts'

export function AkunPeran({ akun }: { akun: OutputOf<'akun.saya'> }) {
  const t = useTeks(teksAkun)
  const tugas = useTugas()
  const pakai = usePakaiPeran()
  const kolom: Kolom<Tugas>[] = [
    { id: 'peran', judul: t('peran'), isi: (d) => tugas.peran(d), kartu: 'judul' },
    { id: 'wilayah', judul: t('wilayah'), isi: (d) => tugas.wilayah(d) },
    { id: 'masa', judul: t('masaTugas'), isi: (d) => tugas.masa(d) },
    {
      id: 'status',
      judul: t('status'),
      isi: (d) =>
        d.dipakai ? (
          <Status nada="baik">{t('dipakai')}</Status>
        ) : (
          <Status nada={d.berlaku ? 'info' : 'netral'}>
            {t(d.berlaku ? 'berlaku' : 'tidakBerlaku')}
          </Status>
        ),
    },
    {
      id: 'aksi',
      judul: t('tindakan'),
      judulTersembunyi: true,
      kartu: 'polos',
      isi: (d) =>
        d.berlaku && !d.dipakai ? (
          <Button
            variant="default"
            size="xs"
            loading={pakai.isPending}
            aria-label={t('pakaiIni', { peran: tugas.peran(d) })}
            onClick={() => pakai.mutate({ penugasan: d.id })}
          >
            {t('pakai')}
          </Button>
        ) : null,
    },
  ]
  return (
    <Section judul={t('peranSaya')} keterangan={t('peranSayaIsi')} rapat>
      {pakai.isError ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" px="lg">
          {kataGalat(pakai.error)}
        </Text>
      ) : null}
      <DataTable
        caption={t('peranSaya')}
        kolom={kolom}
        baris={akun.penugasan}
        kunci={(d) => d.id}
      />
    </Section>
  )
}
