/** The letters to the civil registry: a new one is made, each is downloaded with its sheet. */

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { kataGalat, PesanGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { teksTanpaNik } from '#web/tanpa-nik/teks.ts'
import { unduh } from '#web/unduh.ts'

/** Roles that issue it and take the sheet out of the house. */
const penyurat: readonly string[] = [
  'operator_desa',
  'lurah',
  'pengisi_data',
  'verifikator',
  'kepala_opd',
]

export function SuratDisdukcapil() {
  const t = useTeks(teksTanpaNik)
  const f = useFormat()
  const sesi = useSesi()
  const boleh = penyurat.includes(sesi.peran)
  const [galat, setGalat] = useState<unknown>(null)
  const kueri = useOp('tanpa_nik.surat_daftar', {})
  const ambil = (jalan: () => Promise<void>) => {
    setGalat(null)
    jalan().catch(setGalat)
  }
  return (
    <Section judul={t('suratJudul')} aksi={boleh ? <BuatSurat /> : null} rapat>
      <PesanGalat error={galat} />
      <Tampil kueri={kueri}>
        {({ surat }) => (
          <DataTable
            caption={t('suratJudul')}
            baris={surat}
            kunci={(s) => s.id}
            kosong={<Empty judul={t('suratKosong')} isi={t('suratKosongIsi')} />}
            kolom={[
              { id: 'nomor', judul: t('nomor'), kartu: 'judul', isi: (s) => s.nomor },
              {
                id: 'tanggal',
                judul: t('tanggal'),
                padat: true,
                isi: (s) => f.tanggalPendek(s.tanggal),
              },
              { id: 'orang', judul: t('orang'), angka: true, isi: (s) => f.angka(s.jumlah) },
              {
                id: 'dijawab',
                judul: t('dijawab'),
                isi: (s) =>
                  t('dijawabIsi', {
                    terisi: f.angka(s.terisi),
                    tidak: f.angka(s.tidakDitemukan),
                  }),
              },
              {
                id: 'unduh',
                judul: t('tindakan'),
                judulTersembunyi: true,
                kartu: 'polos',
                isi: (s) =>
                  boleh ? (
                    <Group gap="xs">
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`${t('pdf')}: ${s.nomor}`}
                        onClick={() =>
                          ambil(() =>
                            unduh('dokumen.unduh', { kab: s.kab, id: s.dokumen }, 'surat.pdf'),
                          )
                        }
                      >
                        {t('pdf')}
                      </Button>
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`${t('lembar')}: ${s.nomor}`}
                        onClick={() =>
                          ambil(() =>
                            unduh('tanpa_nik.lembar', { kab: s.kab, id: s.id }, 'tanpa-nik.xlsx'),
                          )
                        }
                      >
                        {t('lembar')}
                      </Button>
                    </Group>
                  ) : null,
              },
            ]}
          />
        )}
      </Tampil>
    </Section>
  )
}

function BuatSurat() {
  const t = useTeks(teksTanpaNik)
  const [buka, setBuka] = useState(false)
  const [nomor, setNomor] = useState('')
  const perintah = useCommand('tanpa_nik.surat', ['tanpa_nik.surat_daftar', 'tanpa_nik.daftar'])
  return (
    <>
      <Button size="sm" onClick={() => setBuka(true)}>
        {t('buatSurat')}
      </Button>
      <Confirm
        buka={buka}
        judul={t('buatSurat')}
        tombol={t('buatSurat')}
        onBatal={() => setBuka(false)}
        onYa={() =>
          perintah.mutate(nomor.trim() ? { nomor: nomor.trim() } : {}, {
            onSuccess: () => {
              setBuka(false)
              setNomor('')
            },
          })
        }
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
      >
        <Stack gap="md">
          <Text size="sm">{t('buatSuratIsi')}</Text>
          <TextInput
            label={t('nomorSurat')}
            description={t('nomorSuratIsi')}
            maxLength={80}
            value={nomor}
            onChange={(e) => setNomor(e.currentTarget.value)}
          />
        </Stack>
      </Confirm>
    </>
  )
}
