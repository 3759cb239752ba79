/** The sign-in page: password, then the second proof on the same page; passkey, paired phone, the office's own. */
import { Anchor, Box, Button, Divider, Stack, Text, Title } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { useTabTitle } from '#ui/page-header.tsx'
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { AkunContoh, KodeContoh } from '#web/pengguna/akun-contoh.tsx'
import { type Alur, useAlurMasuk } from '#web/pengguna/alur-masuk.ts'
import { FormSandi } from '#web/pengguna/form-sandi.tsx'
import { HalamanTamu } from '#web/pengguna/halaman-tamu.tsx'
import type { CaraMasuk } from '#web/pengguna/keadaan.ts'
import { ingatHalaman } from '#web/pengguna/kembali.ts'
import { type PerangkatTersimpan, perangkatDiSini } from '#web/pengguna/kunci-perangkat.ts'
import { LangkahKedua, TombolPasskey } from '#web/pengguna/langkah-kedua.tsx'
import classes from '#web/pengguna/masuk.module.css'
import { MasukPerangkat } from '#web/pengguna/masuk-perangkat.tsx'
import { passkeyBisa } from '#web/pengguna/passkey.ts'
import { keluar } from '#web/pengguna/sesi.ts'
import { teksPengguna } from '#web/pengguna/teks.ts'

type Awal = OutputOf<'sesi.awal'>
type Props = {
  onMasuk: () => void
  kedua: readonly CaraMasuk[] | null
  /** Why the office's own sign-in did not let the visitor in. */
  ditolak: string | null
}

export function HalamanMasuk({ onMasuk, kedua, ditolak }: Props) {
  const t = useTeks(teksPengguna)
  useTabTitle(t('judul'))
  const awal = useOp('sesi.awal', {}, { staleTime: 60_000 })
  const alur = useAlurMasuk(onMasuk, kedua)
  const perangkat = useQuery({ queryKey: ['perangkat-di-sini'], queryFn: perangkatDiSini })
  return (
    <HalamanTamu
      kaki={
        awal.data ? (
          <Text size="xs" c="dimmed" ta="center">
            {t('versi', { versi: awal.data.versi })}
          </Text>
        ) : null
      }
    >
      <section className={classes.kartu}>
        <Title order={1}>{t(alur.kedua ? 'judulKedua' : 'judul')}</Title>
        <Text c="dimmed" size="sm" mt={4} mb="lg">
          {t(alur.kedua ? 'sloganKedua' : 'slogan')}
        </Text>
        {ditolak && !alur.galat && !alur.kedua ? (
          <Box mb="md">
            <Notice nada="perhatian" judul={t('kantorDitolak')} role="alert">
              {t('kantorDitolakIsi')}
            </Notice>
          </Box>
        ) : null}
        {alur.kedua ? (
          <Kedua alur={alur} awal={awal.data} />
        ) : perangkat.isPending ? null : (
          <Pertama alur={alur} awal={awal.data} perangkat={perangkat.data ?? []} />
        )}
        <Text size="xs" c="dimmed" mt="md">
          {t('akunPribadi')}
        </Text>
      </section>
      {awal.data?.demo && !alur.kedua ? (
        <AkunContoh
          akun={awal.data.akun}
          onPilih={(isian) => {
            alur.form.setValues(isian)
            void alur.sandi(isian)
          }}
        />
      ) : null}
    </HalamanTamu>
  )
}

function Kedua({ alur, awal }: { alur: Alur; awal: Awal | undefined }) {
  const mulaiLagi = { ...alur, kembali: alur.form.values.nama ? alur.kembali : () => void keluar() }
  return (
    <LangkahKedua
      alur={mulaiLagi}
      passkeyBisa={passkeyBisa(awal?.domainPasskey)}
      {...(awal?.demo
        ? {
            bantuan: (kirim: (kode: string) => void) => (
              <KodeContoh username={alur.form.values.nama.trim()} onIsi={kirim} />
            ),
          }
        : {})}
    />
  )
}

type PertamaProps = {
  alur: Alur
  awal: Awal | undefined
  perangkat: readonly PerangkatTersimpan[]
}

function Pertama({ alur, awal, perangkat }: PertamaProps) {
  const t = useTeks(teksPengguna)
  const [denganSandi, setDenganSandi] = useState(perangkat.length === 0)
  const passkey = passkeyBisa(awal?.domainPasskey)
  return (
    <Stack gap="md">
      {denganSandi ? (
        <FormSandi alur={alur} />
      ) : (
        <MasukPerangkat alur={alur} perangkat={perangkat} />
      )}
      {passkey || awal?.oidc ? <Divider label={t('atau')} /> : null}
      {passkey ? <TombolPasskey alur={alur} /> : null}
      {awal?.oidc ? (
        <Button
          component="a"
          href="/api/masuk/oidc"
          onClick={ingatHalaman}
          variant="default"
          fullWidth
          leftSection={<IconBuilding size={18} aria-hidden />}
        >
          {t('lewatKantor', { nama: awal.oidc })}
        </Button>
      ) : null}
      {perangkat.length > 0 ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          mih={44}
          onClick={() => setDenganSandi(!denganSandi)}
        >
          {t(denganSandi ? 'denganPin' : 'denganSandi')}
        </Anchor>
      ) : null}
    </Stack>
  )
}
