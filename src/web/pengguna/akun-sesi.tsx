/** Where I am signed in, in words, and how to end it. */

import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useBahasa, useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/pengguna/akun.module.css'
import { lalu } from '#web/pengguna/lalu.ts'
import { teksAkun } from '#web/pengguna/teks-akun.ts'

type Akun = OutputOf<'akun.saya'>
type Sesi = Akun['sesi'][number]

const bukti = ['sandi', 'totp', 'passkey', 'pemulihan', 'perangkat', 'oidc'] as const

export function AkunSesi({ akun }: { akun: Akun }) {
  const t = useTeks(teksAkun)
  const [tanya, setTanya] = useState(false)
  const akhiri = useCommand('akun.akhiriSesi', ['akun.saya'])
  const semua = useCommand('akun.keluarSemua', ['akun.saya'])
  const lain = akun.sesi.filter((s) => !s.ini).length
  return (
    <Section
      judul={t('sesi')}
      keterangan={t('sesiIsi')}
      aksi={
        lain > 0 ? (
          <Button variant="default" onClick={() => setTanya(true)}>
            {t('keluarSemua')}
          </Button>
        ) : null
      }
    >
      {akhiri.isError ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {kataGalat(akhiri.error)}
        </Text>
      ) : null}
      <ul className={classes.daftar} aria-label={t('sesi')}>
        {akun.sesi.map((s) => (
          <li key={s.id} className={classes.baris}>
            <SatuSesi sesi={s} />
            {s.ini ? (
              <Status nada="baik">{t('sesiIni')}</Status>
            ) : (
              <Button
                variant="default"
                size="xs"
                loading={akhiri.isPending && akhiri.variables?.sesi === s.id}
                onClick={() => akhiri.mutate({ sesi: s.id })}
              >
                {t('akhiri')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        buka={tanya}
        judul={t('keluarSemua')}
        tombol={t('keluarSemuaYa')}
        sibuk={semua.isPending}
        galat={kataGalat(semua.error)}
        onBatal={() => setTanya(false)}
        onYa={() => semua.mutate({}, { onSuccess: () => setTanya(false) })}
      >
        <Text size="sm">{t('keluarSemuaIsi', { n: lain })}</Text>
      </Confirm>
    </Section>
  )
}

function SatuSesi({ sesi }: { sesi: Sesi }) {
  const t = useTeks(teksAkun)
  const f = useFormat()
  const label = useLabel()
  const { bahasa } = useBahasa()
  const cara = bukti.find((b) => b === sesi.faktor)
  return (
    <div className={classes.isi}>
      <Text size="sm" fw={550}>
        {label(sesi.perangkat)}
      </Text>
      <Group gap={4}>
        <Text size="sm" c="dimmed">
          {[
            ...(sesi.jaringan ? [t('jaringan', { alamat: sesi.jaringan })] : []),
            t('masukPada', { lalu: lalu(bahasa, sesi.mulai) }),
            ...(cara ? [t(`bukti_${cara}`)] : []),
            t('sampaiPukul', { waktu: f.waktu(sesi.berakhir) }),
          ].join(' · ')}
        </Text>
      </Group>
    </div>
  )
}
