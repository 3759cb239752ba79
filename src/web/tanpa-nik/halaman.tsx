/** People without NIK: who and why, the letter to the civil registry, and its answer. */
import { Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { DaftarTanpaNik } from '#web/tanpa-nik/daftar.tsx'
import { JawabanDisdukcapil } from '#web/tanpa-nik/jawaban.tsx'
import { SuratDisdukcapil } from '#web/tanpa-nik/surat.tsx'
import { teksTanpaNik } from '#web/tanpa-nik/teks.ts'

/** Roles that take the answer in. */
const pengimporJawaban: readonly string[] = ['pengisi_data', 'verifikator', 'kepala_opd']

export function HalamanTanpaNik() {
  const t = useTeks(teksTanpaNik)
  const sesi = useSesi()
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={`${sesi.wilayah.nama} · ${t('keterangan')}`} />
      <Stack gap="lg">
        <Text c="dimmed" maw={720}>
          {t('penjelasan')}
        </Text>
        <DaftarTanpaNik />
        <SuratDisdukcapil />
        {pengimporJawaban.includes(sesi.peran) ? <JawabanDisdukcapil /> : null}
      </Stack>
    </>
  )
}
