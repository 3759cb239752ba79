/** "Siapa melihat data saya": the sheet that a citizen is given at the counter, as it will print. */
import { Button, Group, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { penjawabWarga } from '#contract/peran.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ScrollRegion } from '#ui/scroll-region.tsx'
import classes from '#web/jejak/dilihat.module.css'
import { TanpaIzinLog } from '#web/jejak/tanpa-izin.tsx'
import { teksDilihat } from '#web/jejak/teks-dilihat.ts'
import kertas from '#web/keluarga/lembar.module.css'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Jawaban = OutputOf<'jejak.dilihat'>

const rute = getRouteApi('/keluarga/$kab/$id/dilihat/$orang')

export function HalamanDilihat() {
  const sesi = useSesi()
  return penjawabWarga.some((p) => p === sesi.peran) ? <Dilihat /> : <TanpaIzinLog />
}

function Dilihat() {
  const t = useTeks(teksDilihat)
  const { kab, id, orang } = rute.useParams()
  const masa = rute.useSearch()
  const kueri = useOp(
    'jejak.dilihat',
    { kab: Number(kab), id: orang, ...masa },
    { simpanLama: true, staleTime: 60_000 },
  )
  return (
    <>
      <div className="tidak-cetak">
        <PageHeader
          judul={t('judul')}
          atas={
            <Tautan to="/keluarga/$kab/$id" params={{ kab, id }}>
              {`← ${t('kembali')}`}
            </Tautan>
          }
          aksi={
            <Button
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('cetak')}
            </Button>
          }
        />
        <Masa />
      </div>
      <Tampil kueri={kueri}>{(j) => <Lembar j={j} />}</Tampil>
    </>
  )
}

function Masa() {
  const t = useTeks(teksDilihat)
  const pergi = useNavigate()
  const params = rute.useParams()
  const masa = rute.useSearch()
  const ubah = (ujung: 'dari' | 'sampai', nilai: string) =>
    void pergi({
      to: '/keluarga/$kab/$id/dilihat/$orang',
      params,
      search: { ...masa, [ujung]: nilai },
      replace: true,
    })
  return (
    <Group component="fieldset" className={classes.masa} mb="lg" gap="md">
      <legend className={classes.legenda}>{t('saringan')}</legend>
      {(['dari', 'sampai'] as const).map((ujung) => (
        <TextInput
          key={ujung}
          type="date"
          w={160}
          label={t(ujung)}
          value={masa[ujung] ?? ''}
          onChange={(e) => ubah(ujung, e.currentTarget.value)}
        />
      ))}
    </Group>
  )
}

function useMasaKata(): (j: Jawaban) => string {
  const t = useTeks(teksDilihat)
  const f = useFormat()
  return ({ dari, sampai }) => {
    if (dari && sampai) return t('antara', { dari: f.tanggal(dari), sampai: f.tanggal(sampai) })
    if (dari) return t('mulai', { dari: f.tanggal(dari) })
    return sampai ? t('hingga', { sampai: f.tanggal(sampai) }) : t('seluruhnya')
  }
}

function Lembar({ j }: { j: Jawaban }) {
  const t = useTeks(teksDilihat)
  const f = useFormat()
  const label = useLabel()
  const masa = useMasaKata()
  const kepala: [string, string][] = [
    [t('nama'), j.nama],
    [t('nik'), j.nik ?? t('tanpaNik')],
    [t('kepala'), j.namaKepala],
    [t('wilayah'), label(j.wilayah)],
    [t('masa'), masa(j)],
    [t('penjawab'), label(j.kantorPenjawab)],
    [t('pada'), f.waktu(j.dibuatPada)],
  ]
  return (
    <article className={kertas.kertas}>
      <h2 className={kertas.judul}>{t('judul')}</h2>
      <p className={kertas.baris}>{t('lembar')}</p>
      <dl className={classes.kepala}>
        {kepala.map(([nama, isi]) => (
          <div key={nama}>
            <dt>{nama}</dt>
            <dd>{isi}</dd>
          </div>
        ))}
      </dl>
      {j.terpotong ? <Notice nada="info">{t('terpotong')}</Notice> : null}
      {j.baris.length > 0 ? <Tabel baris={j.baris} /> : <p>{t('kosong')}</p>}
      <p className={classes.kaki}>{t('hukum')}</p>
      <p className={classes.kaki}>{t('keberatan')}</p>
    </article>
  )
}

/** What makes a line one line is what it is counted by. */
const kunci = (b: Jawaban['baris'][number]): string =>
  JSON.stringify([b.tanggal, b.kantor, b.peran, b.jenis, b.tindakan, b.tujuan])

function Tabel({ baris }: { baris: Jawaban['baris'] }) {
  const t = useTeks(teksDilihat)
  const f = useFormat()
  const label = useLabel()
  const peran = (b: Jawaban['baris'][number]): string =>
    [
      ...(b.jenis === 'plt' || b.jenis === 'plh' ? [t(b.jenis)] : []),
      b.peran ? label(b.peran) : t('sistem'),
    ].join(' ')
  return (
    <ScrollRegion label={t('tabel')}>
      <table className={classes.tabel}>
        <caption>{t('tabel')}</caption>
        <thead>
          <tr>
            {(['tanggal', 'kantor', 'peran', 'tindakan', 'tujuan', 'kali'] as const).map((k) => (
              <th key={k} scope="col">
                {t(k)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {baris.map((b) => (
            <tr key={kunci(b)}>
              <td>{f.tanggalPendek(b.tanggal)}</td>
              <td>{label(b.kantor)}</td>
              <td>{peran(b)}</td>
              <td>
                {label(b.tindakan)}
                {b.ubah ? <strong> ({t('ubah')})</strong> : null}
              </td>
              <td>{b.tujuan ? label(b.tujuan) : t('tanpaTujuan')}</td>
              <td data-angka>{f.angka(b.kali)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
