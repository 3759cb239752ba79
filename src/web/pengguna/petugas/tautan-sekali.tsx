/** The one-time link of an officer: as a code, to be copied, and as a slip that prints on one sheet. */
import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { call } from '#web/api.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import { KembaliKePetugas, type Petugas } from '#web/pengguna/petugas/satu.tsx'
import classes from '#web/pengguna/petugas/tautan-sekali.module.css'
import { teksUndang } from '#web/pengguna/petugas/teks-undang.ts'
import { Qr } from '#web/pengguna/qr.tsx'

const rute = getRouteApi('/pengguna/$id/tautan')

export function HalamanTautan() {
  const { id } = rute.useParams()
  const orang = useOp('pengguna.satu', { id })
  return (
    <KhususPemberi>
      <Tampil kueri={orang} halaman>
        {(p) => <Tautan p={p} />}
      </Tampil>
    </KhususPemberi>
  )
}

function Tautan({ p }: { p: Petugas }) {
  const t = useTeks(teksUndang)
  // A secret: asked once per opening, never again behind one's back, and not kept afterwards.
  const kueri = useQuery({
    queryKey: ['pengguna.tautan', { id: p.id }],
    queryFn: ({ signal }) => call('pengguna.tautan', { id: p.id }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  return (
    <>
      <div className="tidak-cetak">
        <PageHeader judul={t('judulTautan')} atas={<KembaliKePetugas id={p.id} nama={p.nama} />} />
      </div>
      <Tampil kueri={kueri}>{(tautan) => <Isi p={p} tautan={tautan} />}</Tampil>
    </>
  )
}

function Isi({ p, tautan }: { p: Petugas; tautan: OutputOf<'pengguna.tautan'> }) {
  const t = useTeks(teksUndang)
  const alamat = new URL(tautan.alamat, window.location.origin).href
  return (
    <Stack gap="lg">
      <Stack gap="md" className="tidak-cetak">
        <Notice nada="perhatian" judul={t('serahkan', { nama: p.nama })}>
          <p>{t('serahkanIsi')}</p>
        </Notice>
        <Group gap="xs">
          <CopyButton value={alamat}>
            {({ copied, copy }) => (
              <Button
                leftSection={
                  copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                }
                onClick={copy}
              >
                <span aria-live="polite">{t(copied ? 'tersalin' : 'salin')}</span>
              </Button>
            )}
          </CopyButton>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('cetak')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('hanyaAnda')}
        </Text>
      </Stack>
      <Lembar p={p} tautan={tautan} alamat={alamat} />
    </Stack>
  )
}

type LembarProps = { p: Petugas; tautan: OutputOf<'pengguna.tautan'>; alamat: string }

function Lembar({ p, tautan, alamat }: LembarProps) {
  const t = useTeks(teksUndang)
  const f = useFormat()
  return (
    <article className={classes.lembar}>
      <div className={classes.isi}>
        <h2 className={classes.judul}>{t(tautan.jenis)}</h2>
        <dl className={classes.fakta}>
          <dt>{t('untuk')}</dt>
          <dd>{p.nama}</dd>
          {p.username ? (
            <>
              <dt>{t('namaPengguna')}</dt>
              <dd>{p.username}</dd>
            </>
          ) : null}
          <dt>{t('berlaku')}</dt>
          <dd>{f.waktu(tautan.berlakuSampai)}</dd>
          <dt>{t('alamat')}</dt>
          <dd className={classes.alamat}>{alamat}</dd>
        </dl>
        <ol className={classes.langkah} aria-label={t('langkah')}>
          <li>{t('langkah1')}</li>
          <li>{t('langkah2')}</li>
          <li>{t('langkah3')}</li>
          <li>{t('langkah4')}</li>
        </ol>
      </div>
      <Qr isi={alamat} label={t('qr', { nama: p.nama })} />
    </article>
  )
}
