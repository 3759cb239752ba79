/** What the whole hall sees: full screen, large type, names and RT and nothing that is nobody's business. */
import { ActionIcon, Group } from '@mantine/core'
import { IconArrowLeft, IconMaximize } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { useTabTitle } from '#ui/page-header.tsx'
import { Empty } from '#ui/state.tsx'
import { Tampil } from '#web/kueri-tampil.tsx'
import classes from '#web/musyawarah/layar.module.css'
import { useDi, useLayar } from '#web/musyawarah/pakai-rapat.ts'
import { hitungPutusan } from '#web/musyawarah/rapat-kini.ts'
import { bacaKiriman, bacaSalinan, type Di, type Layar } from '#web/musyawarah/simpanan.ts'
import { teksMusyawarah } from '#web/musyawarah/teks.ts'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'
import { TombolTautan } from '#web/tautan.tsx'

const rute = getRouteApi('/musyawarah/$kab/$id/layar')

export function HalamanLayar() {
  const t = useTeks(teksRapat)
  useTabTitle(t('layarJudul'))
  const { kab, id } = rute.useParams()
  const di = useDi(kab, id)
  const kueri = useLayar(di)
  const keputusan = useKeputusanSini(di)
  return (
    <main className={classes.layar} id="isi">
      <Tampil kueri={kueri} halaman>
        {({ isi, salinan }) => (
          <Isi layar={isi} salinan={salinan} keputusan={keputusan} kab={kab} id={id} />
        )}
      </Tampil>
    </main>
  )
}

type Keputusan = ReadonlyMap<number, Layar['baris'][number]['putusan']>

/**
 * Decisions written on this device that the server does not have yet, by their place on the agenda:
 * another window may be writing them.
 */
function useKeputusanSini(di: Di): Keputusan {
  const kueri = useQuery({
    queryKey: ['musyawarah.belum_terkirim', di],
    queryFn: async (): Promise<Keputusan> => {
      const [menunggu, rapat] = await Promise.all([bacaKiriman(di), bacaSalinan('rapat', di)])
      const tempat = new Map((rapat?.baris ?? []).map((b) => [b.usulanId, b.urutan]))
      return new Map(
        menunggu.flatMap((k) => {
          const urutan = k.jenis === 'putuskan' ? tempat.get(k.isi.usulanId) : undefined
          return k.jenis === 'putuskan' && urutan !== undefined ? [[urutan, k.isi.putusan]] : []
        }),
      )
    },
    networkMode: 'always',
    refetchInterval: 2_000,
  })
  return kueri.data ?? new Map()
}

type Props = {
  layar: Layar
  salinan: boolean
  keputusan: Keputusan
  kab: string
  id: string
}

function Isi({ layar, salinan, keputusan, kab, id }: Props) {
  const t = useTeks(teksRapat)
  const m = useTeks(teksMusyawarah)
  const f = useFormat()
  const baris = layar.baris.map((b) => ({ ...b, putusan: keputusan.get(b.urutan) ?? b.putusan }))
  const dibahas = baris.find((b) => b.putusan === null)
  const n = hitungPutusan(baris)
  const kini = useRef<HTMLLIElement>(null)
  const nomor = dibahas?.urutan
  useEffect(() => {
    if (nomor !== undefined) kini.current?.scrollIntoView({ block: 'center' })
  }, [nomor])
  return (
    <>
      <header className={classes.kepala}>
        <div>
          <h1 className={classes.judul}>
            {m(layar.jenis)} {layar.namaWilayah}
          </h1>
          <p className={classes.hari}>
            {[f.tanggal(layar.tanggal), ...(salinan ? [t('layarSalinan')] : [])].join(' · ')}
          </p>
        </div>
        <Group gap="xs" wrap="nowrap" className={classes.tombol}>
          <ActionIcon
            variant="default"
            size={44}
            aria-label={t('layarPenuh')}
            onClick={() => void document.documentElement.requestFullscreen?.()}
          >
            <IconMaximize size={20} aria-hidden />
          </ActionIcon>
          <TombolTautan
            to="/musyawarah/$kab/$id"
            params={{ kab, id }}
            search={{ lihat: 'putusan' }}
            variant="default"
            h={44}
            leftSection={<IconArrowLeft size={18} aria-hidden />}
          >
            {t('layarKeluar')}
          </TombolTautan>
        </Group>
      </header>
      <p className={classes.rangkum} role="status">
        {t('rangkum', { ...n, tidak: n.tidak_setuju })}
      </p>
      {baris.length === 0 ? (
        <Empty judul={t('layarKosong')} />
      ) : (
        <ol className={classes.daftar} aria-label={t('layarJudul')}>
          {baris.map((b) => (
            <Satu key={b.urutan} b={b} kini={b === dibahas} acuan={b === dibahas ? kini : null} />
          ))}
        </ol>
      )}
    </>
  )
}

type SatuProps = {
  b: Layar['baris'][number]
  kini: boolean
  acuan: React.RefObject<HTMLLIElement | null> | null
}

function Satu({ b, kini, acuan }: SatuProps) {
  const t = useTeks(teksRapat)
  const label = useLabel()
  return (
    <li
      ref={acuan}
      className={classes.baris}
      data-kini={kini || undefined}
      {...(kini ? { 'aria-current': 'step' } : {})}
    >
      <span className={classes.nomor}>{b.urutan}</span>
      <div className={classes.isi}>
        <span className={classes.nama}>{b.nama}</span>
        <span className={classes.ket}>
          {t('rt', { n: nomorRt(b.rt) })} · {label(b.jenis)}
        </span>
        <span className={classes.ket}>{label(b.alasan)}</span>
      </div>
      <span className={classes.putusan} data-putusan={b.putusan ?? 'belum'}>
        {b.putusan ? t(b.putusan) : kini ? t('layarDibahas') : ''}
      </span>
    </li>
  )
}
