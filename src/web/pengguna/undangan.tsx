/** An invitation or a reset, opened from its one-time link: choose one's own password, then go on. */
import { Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { ErrorState, Loading } from '#ui/state.tsx'
import { call, shownOf } from '#web/api.ts'
import { useOp } from '#web/kueri.ts'
import { HalamanTamu } from '#web/pengguna/halaman-tamu.tsx'
import classes from '#web/pengguna/masuk.module.css'
import { SandiBaru } from '#web/pengguna/sandi-baru.tsx'
import { bukaBaru } from '#web/pengguna/sesi.ts'
import { teksTautan } from '#web/pengguna/teks-tautan.ts'

const rute = getRouteApi('/undangan/$token')

export function HalamanUndangan() {
  const t = useTeks(teksTautan)
  const f = useFormat()
  const { token } = rute.useParams()
  const undangan = useOp('undangan.lihat', { token }, { staleTime: Number.POSITIVE_INFINITY })
  const reset = undangan.data?.jenis === 'reset'
  const judul = t(reset ? 'judulReset' : 'judul')
  useTabTitle(judul)
  if (undangan.isError)
    return (
      <HalamanTamu>
        <section className={classes.kartu}>
          <ErrorState error={shownOf(undangan.error)} halaman />
        </section>
      </HalamanTamu>
    )
  return (
    <HalamanTamu lebar>
      <section className={classes.kartu}>
        {undangan.data ? (
          <>
            <Title order={1}>{judul}</Title>
            <Text size="sm" c="dimmed" mt={4} mb="md">
              {t(reset ? 'isiReset' : 'isi', { sampai: f.waktu(undangan.data.berakhirPada) })}
            </Text>
            <Pairs
              isi={[
                { id: 'nama', label: t('nama'), nilai: undangan.data.nama },
                { id: 'username', label: t('username'), nilai: undangan.data.username },
              ]}
            />
            <div className={classes.jarak} />
            <SandiBaru
              aturan={undangan.data.sandi}
              username={undangan.data.username}
              tombol={t('simpanSandi')}
              onKirim={async (sandi) => {
                await call('undangan.terima', { token, sandi })
                // Opens the app anew; what comes next (second proof, pledge) is asked there.
                bukaBaru()
              }}
            />
            {undangan.data.faktor === 'sandi' ? null : (
              <Text size="sm" c="dimmed" mt="md">
                {t(undangan.data.faktor === 'kuat' ? 'sesudahKuat' : 'sesudahPerangkat')}
              </Text>
            )}
          </>
        ) : (
          <Loading />
        )}
      </section>
    </HalamanTamu>
  )
}
