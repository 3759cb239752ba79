/** Relatives whom I declared: the list, one more, one taken back. */

import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { type HubunganKerabat, hubunganKerabat } from '#domain/pengguna/kerabat.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import classes from '#web/pengguna/akun.module.css'
import { enamBelasAngka } from '#web/pengguna/petugas/ganti-identitas.tsx'
import { teksAkun } from '#web/pengguna/teks-akun.ts'

type Kerabat = OutputOf<'akun.kerabat'>['kerabat'][number]

const semua = Object.keys(hubunganKerabat) as HubunganKerabat[]

export function AkunKerabat() {
  const t = useTeks(teksAkun)
  const kueri = useOp('akun.kerabat', {})
  const [dicabut, setDicabut] = useState<Kerabat | null>(null)
  return (
    <Section judul={t('kerabat')} keterangan={t('kerabatIsi')}>
      <Stack gap="md">
        <Tampil kueri={kueri}>
          {({ kerabat }) =>
            kerabat.length === 0 ? (
              <Empty judul={t('kerabatKosong')} isi={t('kerabatKosongIsi')} />
            ) : (
              <ul className={classes.daftar} aria-label={t('kerabat')}>
                {kerabat.map((k) => (
                  <li key={k.id} className={classes.baris}>
                    <Satu k={k} />
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={`${t('cabut')}: ${k.nik}`}
                      onClick={() => setDicabut(k)}
                    >
                      {t('cabut')}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Tampil>
        <Tambah />
      </Stack>
      {dicabut ? <Cabut k={dicabut} onTutup={() => setDicabut(null)} /> : null}
    </Section>
  )
}

function Satu({ k }: { k: Kerabat }) {
  const t = useTeks(teksAkun)
  const label = useLabel()
  const f = useFormat()
  return (
    <div className={classes.isi}>
      <Text fw={500}>{label(hubunganKerabat[k.hubungan])}</Text>
      <Text size="sm" c="dimmed">
        {`${k.nik} · ${t('kerabatSejak', { tanggal: f.tanggal(k.sejak) })}`}
      </Text>
    </div>
  )
}

function Tambah() {
  const t = useTeks(teksAkun)
  const label = useLabel()
  const perintah = useCommand('akun.tambahKerabat', ['akun.kerabat'])
  const form = useForm<{ nik: string; hubungan: HubunganKerabat }>({
    initialValues: { nik: '', hubungan: 'saudara' },
    validate: { nik: (v) => (enamBelasAngka(v) ? null : t('kerabatNikSalah')) },
  })
  const galat = kataGalat(perintah.error)
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={form.onSubmit((v) =>
        perintah.mutate(
          { nik: v.nik.trim(), hubungan: v.hubungan },
          { onSuccess: () => form.setFieldValue('nik', '') },
        ),
      )}
    >
      <Group gap="md" align="flex-start" wrap="wrap">
        <TextInput
          label={t('kerabatNik')}
          inputMode="numeric"
          required
          miw={220}
          {...form.getInputProps('nik')}
        />
        <NativeSelect
          label={t('hubungan')}
          data={semua.map((h) => ({ value: h, label: label(hubunganKerabat[h]) }))}
          {...form.getInputProps('hubungan')}
        />
        <Button type="submit" variant="default" loading={perintah.isPending} mt={24}>
          {t('nyatakan')}
        </Button>
      </Group>
      {galat ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {galat}
        </Text>
      ) : null}
      {perintah.isSuccess ? (
        <Text size="sm" role="status">
          {t('kerabatJadi')}
        </Text>
      ) : null}
    </form>
  )
}

function Cabut({ k, onTutup }: { k: Kerabat; onTutup: () => void }) {
  const t = useTeks(teksAkun)
  const perintah = useCommand('akun.cabutKerabat', ['akun.kerabat'])
  return (
    <Confirm
      buka
      judul={t('kerabatCabutJudul')}
      tombol={t('cabut')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={() => perintah.mutate({ id: k.id }, { onSuccess: onTutup })}
    >
      <Text>{t('kerabatCabutIsi', { nik: k.nik })}</Text>
    </Confirm>
  )
}
