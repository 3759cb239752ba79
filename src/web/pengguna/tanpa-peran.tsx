/** Signed in, but no role holds today: what was and will be, and what to do. */
import { Button, Group, Text, Title } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { useOp } from '#web/kueri.ts'
import { HalamanTamu } from '#web/pengguna/halaman-tamu.tsx'
import classes from '#web/pengguna/masuk.module.css'
import { keluar, segarkanSesi } from '#web/pengguna/sesi.ts'
import { teksPersiapan } from '#web/pengguna/teks-persiapan.ts'
import { useTugas } from '#web/pengguna/tugas.ts'

export function TanpaPeran() {
  const t = useTeks(teksPersiapan)
  const tugas = useTugas()
  const akun = useOp('akun.saya', {})
  useTabTitle(t('tanpaPeran'))
  const daftar = akun.data?.penugasan ?? []
  return (
    <HalamanTamu>
      <section className={classes.kartu}>
        <Title order={1}>{t('tanpaPeran')}</Title>
        <Text size="sm" c="dimmed" mt={4} mb="md">
          {t('tanpaPeranIsi')}
        </Text>
        {daftar.length > 0 ? (
          <>
            <Title order={2}>{t('peranSaya')}</Title>
            <ul className={classes.polos}>
              {daftar.map((d) => (
                <li key={d.id}>
                  <span className={classes.nama}>{tugas.peran(d)}</span>
                  <span className={classes.peran}>
                    {tugas.wilayah(d)} · {tugas.masa(d)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <Group gap="xs">
          <Button onClick={() => void segarkanSesi()}>{t('periksaLagi')}</Button>
          <Button variant="default" onClick={() => void keluar()}>
            {t('keluar')}
          </Button>
        </Group>
      </section>
    </HalamanTamu>
  )
}
