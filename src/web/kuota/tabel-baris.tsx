/** Families of a cut as one table: rank, who, where, indicators met, and why in one sentence. */
import { Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import type { Label } from '#domain/label.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import type { BarisKuota } from '#web/kuota/baris-semua.ts'
import classes from '#web/kuota/tabel-baris.module.css'
import { teksKuota } from '#web/kuota/teks.ts'

type Props = {
  baris: readonly BarisKuota[]
  kosong?: ReactNode
  onAndai?: (b: BarisKuota) => void
}

export function TabelBaris({ baris, kosong, onAndai }: Props) {
  const t = useTeks(teksKuota)
  const kolom = useKolom(onAndai)
  return (
    <DataTable
      caption={t('siapa')}
      kolom={kolom}
      baris={baris}
      kunci={(b) => `${b.kab}/${b.id}`}
      kosong={kosong}
    />
  )
}

function useKolom(onAndai: Props['onAndai']): Kolom<BarisKuota>[] {
  const t = useTeks(teksKuota)
  const f = useFormat()
  return useMemo(() => {
    const dasar: Kolom<BarisKuota>[] = [
      {
        id: 'peringkat',
        judul: t('urutan'),
        angka: true,
        lebar: 88,
        isi: (b) => (b.peringkat === null ? '–' : f.angka(b.peringkat)),
      },
      { id: 'kepala', judul: t('kepala'), kartu: 'judul', isi: (b) => <Kepala b={b} /> },
      {
        id: 'wilayah',
        judul: t('wilayah'),
        isi: (b) => `${b.namaWilayah}, RT ${nomorRt(b.rt)}`,
      },
      { id: 'indikator', judul: t('terpenuhi'), isi: (b) => <Indikator b={b} /> },
      {
        id: 'alasan',
        judul: t('mengapa'),
        kartu: 'polos',
        lebar: '36%',
        isi: (b) => <Alasan alasan={b.alasan} />,
      },
    ]
    if (!onAndai) return dasar
    return [
      ...dasar,
      {
        id: 'andai',
        judul: t('tindakan'),
        judulTersembunyi: true,
        kartu: 'polos',
        isi: (b) => (
          <Button variant="default" size="xs" onClick={() => onAndai(b)}>
            {t('andai')}
          </Button>
        ),
      },
    ]
  }, [t, f, onAndai])
}

function Kepala({ b }: { b: BarisKuota }) {
  return (
    <>
      <Link to="/keluarga/$kab/$id" params={{ kab: String(b.kab), id: b.id }}>
        {b.namaKepala}
      </Link>
      {b.alamat ? (
        <Text size="xs" c="dimmed">
          {b.alamat}
        </Text>
      ) : null}
    </>
  )
}

function Indikator({ b }: { b: Pick<BarisKuota, 'terpenuhi' | 'terjawab' | 'jumlahIndikator'> }) {
  const t = useTeks(teksKuota)
  if (b.terpenuhi === null || b.terjawab === null) return <>–</>
  const belum = b.jumlahIndikator - b.terjawab
  return (
    <>
      {t('terpenuhiDari', { n: b.terpenuhi, dari: b.terjawab })}
      {belum > 0 ? (
        <Text size="xs" c="dimmed">
          {t('takTerjawab', { n: belum })}
        </Text>
      ) : null}
    </>
  )
}

export type IsiAlasan = {
  kalimat: Label
  lebih: readonly Label[]
  kurang: readonly Label[]
  belumDitanyakan: readonly Label[]
}

/** The first sentence of a reason; the indicators that made the difference unfold below it. */
export function Alasan({ alasan }: { alasan: IsiAlasan }) {
  const t = useTeks(teksKuota)
  const label = useLabel()
  const daftar = (['lebih', 'kurang', 'belumDitanyakan'] as const).filter(
    (k) => alasan[k].length > 0,
  )
  const kalimat = label(alasan.kalimat)
  if (daftar.length === 0) return <Text size="sm">{kalimat}</Text>
  const [pokok] = kalimat.split(/(?<=\.)\s+(?=\p{Lu})/u)
  return (
    <>
      <Text size="sm">{pokok}</Text>
      <details className={classes.rincian}>
        <summary>{t('rincian')}</summary>
        {daftar.map((k) => (
          <div key={k}>
            <p className={classes.kepala}>{t(k)}</p>
            <ul>
              {alasan[k].map((x) => (
                <li key={x.id}>{label(x)}</li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </>
  )
}
