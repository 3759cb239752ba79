/** The sign-in page; on demo data it also offers the sample accounts. */
import { Box, SegmentedControl, Text, Title, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useBahasa, useLabel, useTeks } from '#ui/bahasa.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { FormMasuk } from '#web/pengguna/form-masuk.tsx'
import classes from '#web/pengguna/masuk.module.css'
import { masuk } from '#web/pengguna/sesi.ts'
import { teksPengguna } from '#web/pengguna/teks.ts'
import { Merek } from '#web/shell/merek.tsx'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

export function HalamanMasuk({ onMasuk }: { onMasuk: () => void }) {
  const t = useTeks(teksPengguna)
  const { bahasa, pilih } = useBahasa()
  useTabTitle(t('judul'))
  const awal = useOp('sesi.awal', {}, { staleTime: 60_000 })
  return (
    <Box className={classes.halaman}>
      <main className={classes.kolom}>
        <div className={classes.atas}>
          <Merek />
          <SegmentedControl
            size="xs"
            value={bahasa}
            onChange={(v) => pilih(v === 'en' ? 'en' : 'id')}
            data={[
              { value: 'id', label: 'ID' },
              { value: 'en', label: 'EN' },
            ]}
            aria-label="Bahasa / Language"
          />
        </div>
        <section className={classes.kartu}>
          <Title order={1}>{t('judul')}</Title>
          <Text c="dimmed" size="sm" mt={4} mb="lg">
            {t('slogan')}
          </Text>
          <FormMasuk onMasuk={onMasuk} />
          <Text size="xs" c="dimmed" mt="md">
            {t('akunPribadi')}
          </Text>
        </section>
        {awal.data?.demo ? <AkunContoh akun={awal.data.akun} onMasuk={onMasuk} /> : null}
        {awal.data ? (
          <Text size="xs" c="dimmed" ta="center">
            {t('versi', { versi: awal.data.versi })}
          </Text>
        ) : null}
      </main>
    </Box>
  )
}

type Akun = OutputOf<'sesi.awal'>['akun'][number]

function AkunContoh({ akun, onMasuk }: { akun: readonly Akun[]; onMasuk: () => void }) {
  const t = useTeks(teksPengguna)
  const label = useLabel()
  const nama = useNamaWilayah()
  const [gagal, setGagal] = useState(false)
  return (
    <section className={classes.kartu} aria-labelledby="akun-contoh">
      <Title order={2} id="akun-contoh">
        {t('akunContoh')}
      </Title>
      <Text size="sm" c="dimmed" mt={2} mb="sm">
        {t('akunContohIsi')}
      </Text>
      {gagal ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('gagal')}
        </Text>
      ) : null}
      <ul className={classes.daftar}>
        {akun.map((a) => (
          <li key={a.username}>
            <UnstyledButton
              className={classes.akun}
              onClick={async () => {
                const hasil = await masuk(a.username, a.password)
                setGagal(hasil !== null)
                if (hasil === null) onMasuk()
              }}
            >
              <span>
                <span className={classes.nama}>{a.nama}</span>
                <span className={classes.peran}>
                  {label(a.peran)} · {nama(a.wilayah)}
                </span>
              </span>
              <IconChevronRight size={18} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
