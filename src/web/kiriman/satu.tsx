/** One batch: whether it is still what was endorsed, its letter, what is to be done, and each of its rows. */
import { Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { keadaan } from '#domain/usulan/keadaan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { KeadaanKiriman, NomorSurat } from '#web/kiriman/halaman.tsx'
import { teksKiriman } from '#web/kiriman/teks.ts'
import { TindakanKiriman } from '#web/kiriman/tindakan.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

export type SatuKiriman = OutputOf<'kiriman.satu'>

const alamat = getRouteApi('/kiriman/$kab/$id')

export function HalamanSatuKiriman() {
  const t = useTeks(teksKiriman)
  const { kab, id } = alamat.useParams()
  const kueri = useOp('kiriman.satu', { kab: Number(kab), id })
  return (
    <>
      <PageHeader
        judul={kueri.data?.nomor ?? t('kiriman')}
        keterangan={kueri.data ? `${kueri.data.namaWilayah} · ${kueri.data.periode}` : null}
        judulTab={t('kiriman')}
        atas={<Tautan to="/kiriman">‹ {t('kembali')}</Tautan>}
      />
      <Tampil kueri={kueri}>
        {(k) => (
          <Stack gap="lg">
            <Sidik k={k} />
            <Kepala k={k} />
            <TindakanKiriman k={k} />
            <Isi k={k} />
          </Stack>
        )}
      </Tampil>
    </>
  )
}

function Sidik({ k }: { k: SatuKiriman }) {
  const t = useTeks(teksKiriman)
  return k.sidik === k.sidikHitung ? (
    <Notice nada="baik" judul={t('sidikBenar')}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('sidik')}: {k.sidik}
      </Text>
    </Notice>
  ) : (
    <Notice nada="salah" judul={t('sidikSalah')} role="alert">
      <Text size="sm">{t('sidikSalahIsi')}</Text>
    </Notice>
  )
}

function Kepala({ k }: { k: SatuKiriman }) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  return (
    <Section judul={t('surat')}>
      <Pairs
        isi={[
          { id: 'nomor', label: t('nomorSurat'), nilai: <NomorSurat surat={k.surat} /> },
          { id: 'tanggal', label: t('tanggalSurat'), nilai: f.tanggal(k.surat.tanggal) },
          { id: 'jumlah', label: t('jumlah'), nilai: t('usulanN', { n: f.angka(k.jumlah) }) },
          { id: 'pembuat', label: t('pembuat'), nilai: k.pembuat ?? '–' },
          { id: 'keadaan', label: t('keadaan'), nilai: <KeadaanKiriman k={k} /> },
        ]}
      />
    </Section>
  )
}

function Isi({ k }: { k: SatuKiriman }) {
  const t = useTeks(teksKiriman)
  const label = useLabel()
  return (
    <Section judul={t('isiKiriman')} rapat>
      <DataTable
        caption={t('isiKiriman')}
        baris={k.baris}
        kunci={(b) => b.usulanId}
        kolom={[
          { id: 'no', judul: t('no'), angka: true, kartu: 'sembunyi', isi: (b) => b.urutan },
          { id: 'nama', judul: t('nama'), kartu: 'judul', isi: (b) => b.nama },
          { id: 'nomor', judul: t('tandaTerima'), padat: true, isi: (b) => b.nomor },
          { id: 'jenis', judul: t('jenis'), isi: (b) => label(jenisUsulan[b.jenis].label) },
          {
            id: 'tempat',
            judul: t('tempat'),
            isi: (b) =>
              b.rt === null ? b.namaWilayah : t('tempatRt', { desa: b.namaWilayah, rt: b.rt }),
          },
          {
            id: 'status',
            judul: t('status'),
            isi: (b) => (
              <>
                {label(keadaan[b.status].label)}
                {b.alasan ? (
                  <Text size="sm" c="dimmed" component="span" display="block">
                    {b.alasan}
                  </Text>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
