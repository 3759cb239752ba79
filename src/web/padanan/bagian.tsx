/** The parts of a run, and what its blocking rules found. */
import { useMemo } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { type Nada, Status } from '#ui/status.tsx'
import { useNamaKunci } from '#web/padanan/kunci.ts'
import type { SatuJalan } from '#web/padanan/satu.tsx'
import { teksPadanan } from '#web/padanan/teks.ts'
import { Tautan } from '#web/tautan.tsx'

type Bagian = SatuJalan['daftarBagian'][number]

const nada: Record<Bagian['status'], Nada> = { antre: 'netral', selesai: 'baik' }

export function BagianJalan({ j }: { j: SatuJalan }) {
  const t = useTeks(teksPadanan)
  const f = useFormat()
  const kolom = useMemo<Kolom<Bagian>[]>(() => {
    const n = (x: number | null) => (x === null ? '–' : f.angka(x))
    const bobot: Kolom<Bagian> = {
      id: 'bobot',
      judul: t('bobot'),
      isi: (b) =>
        b.status === 'selesai' && b.nomor !== j.taksiran?.nomor ? (
          <Tautan to="/pemadanan/$id" params={{ id: j.id }} search={{ nomor: b.nomor }}>
            {t('bobotBagian')}
          </Tautan>
        ) : null,
    }
    return [
      {
        id: 'nama',
        judul: t('wilayah'),
        kartu: 'judul',
        isi: (b) => (b.jenis === 'lintas' ? `${t('lintas')} · ${b.namaWilayah}` : b.namaWilayah),
      },
      { id: 'rekaman', judul: t('rekaman'), angka: true, isi: (b) => n(b.rekaman) },
      { id: 'calon', judul: t('calon'), angka: true, isi: (b) => n(b.calon) },
      { id: 'padan', judul: t('padan'), angka: true, isi: (b) => n(b.padan) },
      {
        id: 'periksa',
        judul: t('periksa'),
        angka: true,
        isi: (b) => n(b.pasangan === null ? null : b.pasangan - (b.padan ?? 0)),
      },
      {
        id: 'memori',
        judul: t('memori'),
        angka: true,
        isi: (b) => t('megabita', { n: f.angka(b.memori) }),
      },
      { id: 'diputus', judul: t('diputus'), angka: true, isi: (b) => n(b.diputus) },
      {
        id: 'lama',
        judul: t('lama'),
        angka: true,
        isi: (b) =>
          b.detik
            ? t('detik', { n: f.desimal(b.detik.baca + b.detik.padan + b.detik.simpan, 1) })
            : '–',
      },
      {
        id: 'status',
        judul: t('status'),
        isi: (b) => <Status nada={nada[b.status]}>{t(b.status)}</Status>,
      },
      ...(j.daftarBagian.length > 1 ? [bobot] : []),
    ]
  }, [t, f, j])
  if (j.daftarBagian.length === 0) return null
  return (
    <Section judul={t('bagian')} keterangan={t('bagianIsi')} rapat>
      <DataTable
        caption={t('bagian')}
        kolom={kolom}
        baris={j.daftarBagian}
        kunci={(b) => String(b.nomor)}
        kosong={null}
      />
    </Section>
  )
}

type Blok = NonNullable<SatuJalan['taksiran']>['blok'][number]

export function BlokJalan({ j }: { j: SatuJalan }) {
  const t = useTeks(teksPadanan)
  const f = useFormat()
  const nama = useNamaKunci()
  const kolom = useMemo<Kolom<Blok>[]>(
    () => [
      {
        id: 'kunci',
        judul: t('kunci'),
        kartu: 'judul',
        isi: (b) => nama(b.kunci),
      },
      { id: 'calon', judul: t('calon'), angka: true, isi: (b) => f.angka(b.calon) },
      { id: 'ditemukan', judul: t('ditemukan'), angka: true, isi: (b) => f.angka(b.ditemukan) },
      { id: 'sendiri', judul: t('sendiri'), angka: true, isi: (b) => f.angka(b.sendiri) },
      {
        id: 'besar',
        judul: t('besar'),
        isi: (b) =>
          b.dipecah + b.ditinggal === 0
            ? '–'
            : t('besarIsi', { dipecah: f.angka(b.dipecah), ditinggal: f.angka(b.ditinggal) }),
      },
    ],
    [t, f, nama],
  )
  if (!j.taksiran) return null
  return (
    <Section judul={t('blok')} keterangan={t('blokIsi')} rapat>
      <DataTable
        caption={t('blok')}
        kolom={kolom}
        baris={j.taksiran.blok}
        kunci={(b) => b.kunci.join(' ')}
        kosong={null}
      />
    </Section>
  )
}
