/** The slip that a family is given: one A4 page in plain words, black on white, as it will print. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Empty, Loading } from '#ui/state.tsx'
import classes from '#web/keluarga/lembar.module.css'
import type { Penjelasan } from '#web/keluarga/peringkat.tsx'
import { useGaris, useRonde } from '#web/keluarga/ronde.ts'
import { teksPenjelasan } from '#web/keluarga/teks-penjelasan.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/keluarga/$kab/$id/lembar')

export function HalamanLembar() {
  const t = useTeks(teksPenjelasan)
  const { kab, id } = rute.useParams()
  const kueri = useOp('keluarga.satu', { kab: Number(kab), id })
  return (
    <>
      <div className="tidak-cetak">
        <PageHeader
          judul={t('lembar')}
          atas={
            <Tautan to="/keluarga/$kab/$id" params={{ kab, id }} search={{ lihat: 'peringkat' }}>
              {`← ${t('kembali')}`}
            </Tautan>
          }
          aksi={
            <Button
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('cetakSekarang')}
            </Button>
          }
        />
      </div>
      <Tampil kueri={kueri}>{(k) => <Kertas kab={k.kab} id={k.id} desa={k.wilayah} />}</Tampil>
    </>
  )
}

function Kertas({ kab, id, desa }: { kab: number; id: string; desa: number }) {
  const t = useTeks(teksPenjelasan)
  const { ronde: diminta } = rute.useSearch()
  const { kueri, terpilih } = useRonde(desa, diminta)
  const garis = useGaris(desa)
  const isi = useOp(
    'peringkat.penjelasan',
    { id: terpilih?.id ?? '', kab, keluarga: id, ...(garis ?? {}) },
    { enabled: terpilih !== null },
  )
  if (kueri.isPending) return <Loading />
  if (!terpilih) return <Empty judul={t('belum')} isi={t('belumIsi')} />
  return <Tampil kueri={isi}>{(p) => <Lembar lembar={p.lembar} />}</Tampil>
}

function Lembar({ lembar }: { lembar: Penjelasan['lembar'] }) {
  const label = useLabel()
  return (
    <article className={classes.kertas}>
      {lembar.map((l, i) => {
        const kunci = `${i}-${l.jenis}`
        const teks = label(l.teks)
        if (l.jenis === 'judul')
          return (
            <h2 key={kunci} className={classes.judul}>
              {teks}
            </h2>
          )
        if (l.jenis === 'bagian')
          return (
            <h3 key={kunci} className={classes.bagian}>
              {teks}
            </h3>
          )
        return (
          <p key={kunci} className={l.jenis === 'butir' ? classes.butir : classes.baris}>
            {teks}
          </p>
        )
      })}
    </article>
  )
}
