/** One special state: fast entry, and the families entered so far with their links to the registry. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DataTable } from '#ui/data-table.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { CatatCepat } from '#web/keadaan-khusus/cepat.tsx'
import { StatusKhusus } from '#web/keadaan-khusus/halaman.tsx'
import { CoretBaris, TautkanBaris } from '#web/keadaan-khusus/tautan.tsx'
import { teksKhusus } from '#web/keadaan-khusus/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/keadaan-khusus/$id')

type Satu = OutputOf<'keadaan_khusus.satu'>
export type BarisKhusus = Satu['keluarga'][number]

/** Roles that enter and link families. */
const pencatat: readonly string[] = ['operator_desa', 'lurah', 'pengisi_data']

export function HalamanSatuKhusus() {
  const t = useTeks(teksKhusus)
  const f = useFormat()
  const sesi = useSesi()
  const { id } = rute.useParams()
  const kueri = useOp('keadaan_khusus.satu', { id })
  const mencatat = pencatat.includes(sesi.peran)
  return (
    <Tampil kueri={kueri} halaman>
      {(d) => (
        <>
          <PageHeader
            judul={d.keadaan.nama}
            judulTab={t('judul')}
            keterangan={`${d.keadaan.namaWilayah} · ${t('masaIsi', {
              dari: f.tanggal(d.keadaan.dari),
              sampai: f.tanggal(d.keadaan.sampai),
            })}`}
            atas={<Tautan to="/keadaan-khusus">{`← ${t('kembali')}`}</Tautan>}
          />
          <Stack gap="lg">
            <StatusKhusus k={d.keadaan} />
            {mencatat && d.keadaan.berlaku ? <CatatCepat keadaan={id} /> : null}
            <Daftar d={d} mencatat={mencatat} />
          </Stack>
        </>
      )}
    </Tampil>
  )
}

type Dialog = { readonly apa: 'tautkan' | 'coret'; readonly baris: BarisKhusus }

function Daftar({ d, mencatat }: { d: Satu; mencatat: boolean }) {
  const t = useTeks(teksKhusus)
  const f = useFormat()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { keluarga, jiwa, tertaut } = d.jumlah
  return (
    <Section
      judul={t('daftar')}
      keterangan={t('jumlah', {
        keluarga: f.angka(keluarga),
        jiwa: f.angka(jiwa),
        tertaut: f.angka(tertaut),
      })}
      rapat
    >
      <DataTable
        caption={t('daftar')}
        baris={d.keluarga}
        kunci={(b) => b.id}
        kosong={<Empty judul={t('daftarKosong')} isi={t('daftarKosongIsi')} />}
        kolom={[
          { id: 'nama', judul: t('kepala'), kartu: 'judul', isi: (b) => b.nama },
          {
            id: 'tempat',
            judul: t('tempat'),
            isi: (b) => `${b.namaWilayah}, RT ${nomorRt(b.rt)}`,
          },
          { id: 'jiwa', judul: t('jiwa'), angka: true, isi: (b) => b.jiwa },
          {
            id: 'tautan',
            judul: t('tautan'),
            isi: (b) =>
              b.dicoret !== null ? (
                <Text size="sm" c="dimmed">
                  {t('dicoret', { alasan: b.dicoret })}
                </Text>
              ) : b.keluargaId ? (
                <Tautan
                  to="/keluarga/$kab/$id"
                  params={{ kab: String(b.kab), id: b.keluargaId }}
                  aria-label={`${t('bukaKeluarga')}: ${b.nama}`}
                >
                  {t('bukaKeluarga')}
                </Tautan>
              ) : (
                <Text size="sm" c="dimmed">
                  {t('belumTertaut')}
                </Text>
              ),
          },
          {
            id: 'tindakan',
            judul: t('tindakan'),
            judulTersembunyi: true,
            kartu: 'polos',
            isi: (b) =>
              mencatat && b.dicoret === null ? (
                <Group gap="xs">
                  {(['tautkan', 'coret'] as const).map((apa) => (
                    <Button
                      key={apa}
                      size="xs"
                      variant="default"
                      aria-label={`${t(apa)}: ${b.nama}`}
                      onClick={() => setDialog({ apa, baris: b })}
                    >
                      {t(apa)}
                    </Button>
                  ))}
                </Group>
              ) : null,
          },
        ]}
      />
      {dialog?.apa === 'tautkan' ? (
        <TautkanBaris baris={dialog.baris} onTutup={() => setDialog(null)} />
      ) : null}
      {dialog?.apa === 'coret' ? (
        <CoretBaris baris={dialog.baris} onTutup={() => setDialog(null)} />
      ) : null}
    </Section>
  )
}
