/** Elections of the area and the sensitive periods around them; recorded and corrected by the offices above. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable, type Kolom } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { FormPemilihan } from '#web/kalender/form-pemilihan.tsx'
import { teksKalender } from '#web/kalender/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

type Data = OutputOf<'kalender.periode'>
export type Rawan = Data['rawan'][number]

export function Pemilihan({ data }: { data: Data }) {
  const t = useTeks(teksKalender)
  const f = useFormat()
  const label = useLabel()
  const [isi, setIsi] = useState<Rawan | 'baru' | null>(null)
  const aksi: Kolom<Rawan>[] = data.rawan.some((r) => r.bolehUbah)
    ? [
        {
          id: 'aksi',
          judul: t('tindakan'),
          judulTersembunyi: true,
          kartu: 'polos',
          isi: (r) =>
            r.bolehUbah ? (
              <Button size="xs" variant="default" onClick={() => setIsi(r)}>
                {t('perbaiki')}
              </Button>
            ) : null,
        },
      ]
    : []
  const kolom: Kolom<Rawan>[] = [
    { id: 'jenis', judul: t('rawanJenis'), kartu: 'judul', isi: (r) => label(r.label) },
    { id: 'wilayah', judul: t('wilayah'), isi: (r) => r.namaWilayah },
    { id: 'hari', judul: t('rawanHari'), padat: true, isi: (r) => f.tanggalPendek(r.hari) },
    {
      id: 'masa',
      judul: t('rawanMasa'),
      isi: (r) => (
        <>
          {f.tanggalPendek(r.dari)} – {f.tanggalPendek(r.sampai)}{' '}
          {r.kini ? <Status nada="perhatian">{t('rawanSedang')}</Status> : null}
        </>
      ),
    },
    { id: 'sumber', judul: t('rawanSumber'), isi: (r) => r.sumber },
    ...aksi,
  ]
  return (
    <Section
      judul={t('rawanJudul')}
      rapat
      aksi={
        data.bolehRawan ? (
          <Button variant="default" size="xs" onClick={() => setIsi('baru')}>
            {t('rawanTambah')}
          </Button>
        ) : null
      }
    >
      <DataTable
        caption={t('rawanJudul')}
        kolom={kolom}
        baris={data.rawan}
        kunci={(r) => r.id}
        kosong={<Empty judul={t('rawanKosong')} isi={t('rawanKosongIsi')} />}
      />
      {isi ? (
        <FormPemilihan
          key={isi === 'baru' ? 'baru' : isi.id}
          data={data}
          lama={isi === 'baru' ? null : isi}
          onTutup={() => setIsi(null)}
        />
      ) : null}
    </Section>
  )
}
