/** Entry of a visit from its paper: codes by keyboard, saved as one types, only changes typed. */
import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { labelHasil, labelSebabTidak } from '#domain/kunjungan/hasil.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { queryClient, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { BarisPokok } from '#web/kunjungan/baris-pokok.tsx'
import { BarisTanya } from '#web/kunjungan/baris-tanya.tsx'
import { HasilCatat, SimpanKunjungan } from '#web/kunjungan/catat.tsx'
import { gantiJawaban } from '#web/kunjungan/jawab.ts'
import { keNomor } from '#web/kunjungan/ketik.tsx'
import { type Formulir, useIsian } from '#web/kunjungan/pakai-isian.ts'
import { teksIsiKunjungan } from '#web/kunjungan/teks-isi.ts'
import type { OutputOf } from '#web/operasi.ts'
import { unduh } from '#web/unduh.ts'
import { type Kamus, useKamus } from '#web/usulan/kamus.ts'

const rute = getRouteApi('/kunjungan/isi/$kab/$keluarga')

export function HalamanIsiKunjungan() {
  const t = useTeks(teksIsiKunjungan)
  const { kab, keluarga } = rute.useParams()
  const [hasil, setHasil] = useState<OutputOf<'kunjungan.catat'> | null>(null)
  // The form is the truth from the first answer on: what comes later does not overwrite what is typed.
  const kueri = useOp(
    'kunjungan.formulir',
    { kab: Number(kab), keluarga },
    { staleTime: Number.POSITIVE_INFINITY },
  )
  // Opened again, it is asked anew: the draft has moved on.
  useEffect(
    () => () => queryClient.removeQueries({ queryKey: ['kunjungan.formulir'], type: 'inactive' }),
    [],
  )
  const kamus = useKamus()
  return (
    <Tampil kueri={kueri} halaman>
      {(f) => (
        <>
          <PageHeader
            judul={f.namaKepala}
            judulTab={t('judul')}
            keterangan={[f.namaWilayah, `RT ${nomorRt(f.rt)}`, f.alamat, f.nomorKk]
              .filter(Boolean)
              .join(' · ')}
            aksi={
              <Button
                variant="default"
                onClick={() =>
                  void unduh(
                    'kunjungan.cetak',
                    { bentuk: 'kuesioner', wilayah: f.wilayah, keluarga: f.id },
                    'kuesioner.pdf',
                  )
                }
              >
                {t('cetakKuesioner')}
              </Button>
            }
          />
          <Stack gap="lg">
            {hasil ? <HasilCatat formulir={f} hasil={hasil} /> : null}
            {!hasil && f.bolehMencatat ? (
              <Tampil kueri={kamus}>
                {(k) => <Isi key={f.id} formulir={f} kamus={k} onTercatat={setHasil} />}
              </Tampil>
            ) : null}
            {f.bolehMencatat ? null : <Text size="sm">{t('hanyaBaca')}</Text>}
            <Riwayat formulir={f} />
          </Stack>
        </>
      )}
    </Tampil>
  )
}

function Isi({
  formulir,
  kamus,
  onTercatat,
}: {
  formulir: Formulir
  kamus: Kamus
  onTercatat: (hasil: OutputOf<'kunjungan.catat'>) => void
}) {
  const t = useTeks(teksIsiKunjungan)
  const label = useLabel()
  const isian = useIsian(formulir)
  const { isi, ubah } = isian
  const tanpa = { umur: null, jenisKelamin: null }
  const bertemu = isi.hasil !== 'tidak_ditemukan'
  const judul = (unit: string): string =>
    kamus.bagian
      .filter((b) => b.unit === unit)
      .map((b) => label(b.judul))
      .join(', ')
  return (
    <Section
      judul={t('judul')}
      keterangan={t('petunjuk')}
      aksi={
        <TextInput
          aria-label={t('keNomor')}
          placeholder={t('keNomor')}
          maxLength={12}
          onKeyDown={(e) => {
            if (e.key !== 'Enter') return
            e.preventDefault()
            if (keNomor(e.currentTarget.value)) e.currentTarget.value = ''
          }}
        />
      }
    >
      <BarisPokok formulir={formulir} isian={isian} />
      {bertemu ? (
        <>
          <BarisTanya
            kamus={kamus}
            unit="ruta"
            judul={judul('ruta')}
            subjek={tanpa}
            lama={formulir.jawabanRuta}
            baru={isi.jawabanRuta ?? {}}
            onJawab={(nama, nilai) => ubah(gantiJawaban({ unit: 'ruta' }, nama, nilai))}
          />
          <BarisTanya
            kamus={kamus}
            unit="keluarga"
            judul={judul('keluarga')}
            subjek={tanpa}
            lama={formulir.jawabanKeluarga}
            baru={isi.jawabanKeluarga ?? {}}
            onJawab={(nama, nilai) => ubah(gantiJawaban({ unit: 'keluarga' }, nama, nilai))}
          />
          {formulir.anggota.map((a, i) => (
            <BarisTanya
              key={a.id}
              kamus={kamus}
              unit="individu"
              judul={`${i + 1}. ${a.nama}`}
              subjek={a}
              lama={a.jawaban}
              baru={isi.anggota?.find((o) => o.id === a.id)?.jawaban ?? {}}
              onJawab={(nama, nilai) =>
                ubah(gantiJawaban({ unit: 'individu', id: a.id }, nama, nilai))
              }
            />
          ))}
        </>
      ) : null}
      <SimpanKunjungan formulir={formulir} isian={isian} onTercatat={onTercatat} />
    </Section>
  )
}

function Riwayat({ formulir: { riwayat } }: { formulir: Formulir }) {
  const t = useTeks(teksIsiKunjungan)
  const label = useLabel()
  const f = useFormat()
  return (
    <Section judul={t('riwayat')}>
      {riwayat.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('riwayatKosong')}
        </Text>
      ) : (
        <List size="sm" spacing="xs">
          {riwayat.map((v) => (
            <List.Item key={v.id}>
              <Group gap="xs">
                {t('barisRiwayat', {
                  hari: f.tanggal(v.tanggal),
                  hasil: label(labelHasil[v.hasil]),
                  petugas: v.petugas ?? '–',
                })}
              </Group>
              {v.alasan ? <Text size="sm">{v.alasan}</Text> : null}
              {v.sebab ? (
                <Text size="sm" c="dimmed">
                  {label(labelSebabTidak[v.sebab])}
                </Text>
              ) : null}
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}
