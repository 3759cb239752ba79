/** Shows what is kept of a family: small pictures, one opened large, papers to download. */

import { Button, Modal, Skeleton, Text } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { guna } from '#domain/berkas/guna.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Empty } from '#ui/state.tsx'
import { teksUi } from '#ui/teks.ts'
import { request, urlOf } from '#web/api.ts'
import classes from '#web/berkas/galeri.module.css'
import { teksBerkas } from '#web/berkas/teks.ts'
import { kataGalat } from '#web/galat.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { unduh } from '#web/unduh.ts'

type Berkas = OutputOf<'berkas.daftar'>['berkas'][number]
type Bagian = 'isi' | 'kecil'

/** A picture as an address of this page only: asked for like any other read, so that the purpose goes along. */
export function useGambar(b: { kab: number; id: string }, bagian: Bagian) {
  const kueri = useQuery({
    queryKey: ['berkas.unduh', b.kab, b.id, bagian],
    queryFn: async ({ signal }) => {
      const address = urlOf('berkas.unduh', { kab: b.kab, id: b.id, bagian })
      return (await request('GET', address, undefined, { signal })).blob()
    },
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  })
  const [alamat, setAlamat] = useState<string | null>(null)
  useEffect(() => {
    if (!kueri.data) return
    const url = URL.createObjectURL(kueri.data)
    setAlamat(url)
    return () => URL.revokeObjectURL(url)
  }, [kueri.data])
  return { alamat, galat: kueri.error }
}

export function Gambar({
  b,
  bagian,
  alt,
}: {
  b: { kab: number; id: string }
  bagian: Bagian
  alt: string
}) {
  const { alamat, galat } = useGambar(b, bagian)
  if (galat)
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert" p="xs">
        {kataGalat(galat)}
      </Text>
    )
  return alamat ? (
    <img src={alamat} alt={alt} className={classes[bagian]} />
  ) : (
    <Skeleton h="100%" mih={96} />
  )
}

type Props = {
  berkas: readonly Berkas[]
  /** Takes a file out of what is shown; absent where the reader may not. */
  onLepas?: ((b: Berkas) => void) | undefined
}

export function Galeri({ berkas, onLepas }: Props) {
  const t = useTeks(teksBerkas)
  const tUi = useTeks(teksUi)
  const label = useLabel()
  const [buka, setBuka] = useState<Berkas | null>(null)
  if (berkas.length === 0) return <Empty judul={t('kosong')} isi={t('kosongIsi')} />
  return (
    <>
      <ul className={classes.daftar}>
        {berkas.map((b) => (
          <Satu key={b.id} b={b} onBuka={() => setBuka(b)} onLepas={onLepas} />
        ))}
      </ul>
      <Modal
        opened={buka !== null}
        onClose={() => setBuka(null)}
        size="xl"
        title={buka ? label(guna[buka.guna]) : ''}
        closeButtonProps={{ 'aria-label': tUi('tutup') }}
      >
        {buka ? <Gambar b={buka} bagian="isi" alt={label(guna[buka.guna])} /> : null}
      </Modal>
    </>
  )
}

type SatuProps = Pick<Props, 'onLepas'> & { b: Berkas; onBuka: () => void }

function Satu({ b, onBuka, onLepas }: SatuProps) {
  const t = useTeks(teksBerkas)
  const label = useLabel()
  const f = useFormat()
  const apa = label(guna[b.guna])
  const hari = f.tanggalPendek(b.dibuatPada)
  const [galat, setGalat] = useState<string | null>(null)
  const ambil = () =>
    unduh('berkas.unduh', { kab: b.kab, id: b.id, bagian: 'isi' }, 'berkas.pdf').then(
      () => setGalat(null),
      (error) => setGalat(kataGalat(error) ?? null),
    )
  return (
    <li className={classes.satu}>
      {b.jenis === 'image/jpeg' ? (
        <button
          type="button"
          className={classes.bingkai}
          onClick={onBuka}
          aria-label={t('buka', { apa, hari })}
        >
          <Gambar b={b} bagian="kecil" alt="" />
        </button>
      ) : (
        <div className={classes.bingkai}>
          <IconFileTypePdf size={36} stroke={1.4} aria-hidden />
          <Button size="compact-sm" variant="default" onClick={() => void ambil()}>
            {t('unduhPdf')}
          </Button>
        </div>
      )}
      <Text size="sm" fw={550}>
        {apa}
      </Text>
      <Text size="xs" c="dimmed">
        {b.pengunggah ? t('oleh', { hari, nama: b.pengunggah }) : hari}
      </Text>
      {onLepas ? (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('lepas', { apa, hari })}
          onClick={() => onLepas(b)}
        >
          {t('keluarkan')}
        </Button>
      ) : null}
      {galat ? (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {galat}
        </Text>
      ) : null}
    </li>
  )
}
