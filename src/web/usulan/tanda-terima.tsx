/** The receipt of a proposal: one page in plain words, black on white, as it will print. */

import { Button, Group } from '@mantine/core'
import { IconPrinter, IconQrcode } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { petugasLoket } from '#contract/peran.ts'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'
import { unduh } from '#web/unduh.ts'
import type { SatuUsulan } from '#web/usulan/satu.tsx'
import classes from '#web/usulan/tanda-terima.module.css'
import { teksUsulanSatu } from '#web/usulan/teks-satu.ts'

const rute = getRouteApi('/usulan/$kab/$id/tanda-terima')

export function HalamanTandaTerima() {
  const t = useTeks(teksUsulanSatu)
  const { kab, id } = rute.useParams()
  const kueri = useOp('usulan.satu', { kab: Number(kab), id })
  return (
    <>
      <div className="tidak-cetak">
        <PageHeader
          judul={t('tandaTerima')}
          atas={
            <Tautan to="/usulan/$kab/$id" params={{ kab, id }}>
              {`← ${t('tab')}`}
            </Tautan>
          }
          aksi={
            <Group gap="xs">
              <BerQr kab={Number(kab)} id={id} />
              <Button
                leftSection={<IconPrinter size={16} aria-hidden />}
                onClick={() => window.print()}
              >
                {t('cetak')}
              </Button>
            </Group>
          }
        />
      </div>
      <Tampil kueri={kueri}>{(u) => <Kertas u={u} />}</Tampil>
    </>
  )
}

/** The receipt from the register of papers, for who sits at a counter. */
function BerQr({ kab, id }: { kab: number; id: string }) {
  const t = useTeks(teksUsulanSatu)
  const { peran } = useSesi()
  const perintah = useCommand('usulan.tanda_terima')
  const [galat, setGalat] = useState<string | null>(null)
  if (!petugasLoket.some((p) => p === peran)) return null
  const ambil = async () => {
    setGalat(null)
    try {
      const { dokumenId } = await perintah.mutateAsync({ kab, id })
      await unduh('dokumen.unduh', { kab, id: dokumenId }, 'tanda-terima.pdf')
    } catch (error) {
      setGalat(kataGalat(error) ?? null)
    }
  }
  return (
    <>
      {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
      <Button
        variant="default"
        leftSection={<IconQrcode size={16} aria-hidden />}
        loading={perintah.isPending}
        onClick={() => void ambil()}
      >
        {t('terimaQr')}
      </Button>
    </>
  )
}

/** The day on which it was sent; a draft has none, and no receipt. */
const diajukanPada = (u: SatuUsulan): string =>
  u.riwayat.find((r) => r.aksi === 'ajukan')?.pada ?? u.dibuatPada

function Kertas({ u }: { u: SatuUsulan }) {
  const t = useTeks(teksUsulanSatu)
  const f = useFormat()
  const label = useLabel()
  const butir: readonly (readonly [string, string])[] = [
    [t('terimaNomor'), u.nomor],
    [t('terimaHari'), f.waktu(diajukanPada(u))],
    [t('terimaJenis'), label(jenisUsulan[u.jenis].label)],
    [t('terimaNama'), u.nama],
    [t('terimaWilayah'), `${u.namaWilayah}, RT ${nomorRt(u.rt)}`],
    [
      t('pengusul'),
      [u.pengusul.nama, u.pengusul.peran ? label(u.pengusul.peran) : null]
        .filter(Boolean)
        .join(', '),
    ],
    [t('terimaStatus'), label(keadaan[u.status].label)],
  ]
  return (
    <article className={classes.kertas}>
      <h2 className={classes.judul}>{t('terimaJudul')}</h2>
      <dl className={classes.butir}>
        {butir.map(([judul, nilai]) => (
          <div key={judul}>
            <dt>{judul}</dt>
            <dd>{nilai}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.isi}>{t('terimaIsi')}</p>
      <div className={classes.ttd}>
        <span>{t('terimaTtd')}</span>
        <span className={classes.garis} />
      </div>
    </article>
  )
}
