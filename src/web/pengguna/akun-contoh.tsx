/** The sample accounts with their secrets, only on sample data and marked as such. */
import { Button, Code, Group, Text, Title, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import type { Isian } from '#web/pengguna/alur-masuk.ts'
import { useSisa } from '#web/pengguna/gagal.tsx'
import classes from '#web/pengguna/masuk.module.css'
import { teksPengguna } from '#web/pengguna/teks.ts'
import { useNamaWilayah } from '#web/wilayah/nama.ts'

type Akun = OutputOf<'sesi.awal'>['akun'][number]

export function AkunContoh({
  akun,
  onPilih,
}: {
  akun: readonly Akun[]
  onPilih: (i: Isian) => void
}) {
  const t = useTeks(teksPengguna)
  const label = useLabel()
  const nama = useNamaWilayah()
  return (
    <section className={classes.contoh} aria-labelledby="akun-contoh">
      <Title order={2} id="akun-contoh">
        {t('akunContoh')}
      </Title>
      <Text size="sm" c="dimmed" mt={2} mb="sm">
        {t('akunContohIsi')}
      </Text>
      <ul className={classes.daftar}>
        {akun.map((a) => (
          <li key={a.username}>
            <UnstyledButton
              className={classes.akun}
              onClick={() => onPilih({ nama: a.username, sandi: a.password })}
            >
              <span>
                <span className={classes.nama}>{a.nama}</span>
                <span className={classes.peran}>
                  {label(a.peran)} · {nama(a.wilayah)}
                </span>
                <span className={classes.rahasia}>
                  {a.username} / {a.password}
                  {a.totp ? ` / ${t('rahasiaTotp', { rahasia: a.totp.rahasia })}` : ''}
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

/** The code that the authenticator of a sample account shows now. */
export function KodeContoh({
  username,
  onIsi,
}: {
  username: string
  onIsi: (kode: string) => void
}) {
  const t = useTeks(teksPengguna)
  const [dibuka] = useState(Date.now)
  const awal = useOp(
    'sesi.awal',
    {},
    {
      pantau: (data) => 1000 * Math.max(2, sisaTerpendek(data?.akun)),
    },
  )
  const totp = awal.data?.akun.find((a) => a.username === username)?.totp
  const sampai = (awal.dataUpdatedAt || dibuka) + 1000 * (totp?.sisaDetik ?? 0)
  const sisa = useSisa(sampai)
  if (!totp) return null
  return (
    <Group justify="space-between" gap="xs" className={classes.kodeContoh}>
      <Text size="sm">
        {t('kodeSekarang')} <Code>{totp.kode}</Code>{' '}
        <span aria-hidden>{t('gantiDalam', { sisa })}</span>
      </Text>
      <Button variant="default" size="xs" onClick={() => onIsi(totp.kode)}>
        {t('isiKode')}
      </Button>
    </Group>
  )
}

const sisaTerpendek = (akun: readonly Akun[] = []): number =>
  Math.min(30, ...akun.flatMap((a) => (a.totp ? [a.totp.sisaDetik] : [])))
