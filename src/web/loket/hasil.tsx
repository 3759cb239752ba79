/** The answer of the counter: each family in sentences that can be read out, and the letter for it. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconFileCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Status } from '#ui/status.tsx'
import { FormSurat } from '#web/loket/form-surat.tsx'
import { teksLoket } from '#web/loket/teks.ts'
import { SuratTerbit, type Terbit } from '#web/loket/terbit.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

type Hasil = OutputOf<'loket.cari'>
export type KeluargaLoket = Hasil['keluarga'][number]

type Props = { hasil: Hasil; dicari: string; onBerikutnya: () => void }

export function HasilLoket({ hasil, dicari, onBerikutnya }: Props) {
  const t = useTeks(teksLoket)
  const label = useLabel()
  const [surat, setSurat] = useState<KeluargaLoket | 'tidak' | null>(null)
  const [terbit, setTerbit] = useState<Terbit | null>(null)
  if (terbit) return <SuratTerbit terbit={terbit} onBerikutnya={onBerikutnya} />
  return (
    <Stack gap="md">
      {hasil.keluarga.map((k, i) => (
        <Satu key={k.id} k={k} pertama={i === 0} onSurat={() => setSurat(k)} />
      ))}
      {hasil.tidakAda ? (
        <Section judul={t('tidakDisini', { kantor: hasil.kantor })}>
          <Stack gap="md" align="flex-start">
            <Notice nada="info">{label(hasil.tidakAda)}</Notice>
            <Button
              autoFocus
              leftSection={<IconFileCertificate size={18} aria-hidden />}
              onClick={() => setSurat('tidak')}
            >
              {t('suratTidak')}
            </Button>
          </Stack>
        </Section>
      ) : null}
      <Group>
        <Button variant="default" onClick={onBerikutnya}>
          {t('berikutnya')}
        </Button>
      </Group>
      {surat ? (
        <FormSurat
          k={surat === 'tidak' ? null : surat}
          dicari={dicari}
          onBatal={() => setSurat(null)}
          onTerbit={setTerbit}
        />
      ) : null}
    </Stack>
  )
}

function Satu({
  k,
  pertama,
  onSurat,
}: {
  k: KeluargaLoket
  pertama: boolean
  onSurat: () => void
}) {
  const t = useTeks(teksLoket)
  const label = useLabel()
  const f = useFormat()
  const cocok = k.anggota.filter((a) => a.cocok)
  const tempat = [
    k.alamat,
    k.rt !== null ? t('rt', { n: f.angka(k.rt) }) : null,
    k.namaWilayah,
    k.nomorKk ? t('kk', { nomor: k.nomorKk }) : null,
  ].filter(Boolean)
  return (
    <Section
      judul={(cocok[0] ?? { nama: k.namaKepala }).nama}
      keterangan={tempat.join(' · ')}
      aksi={
        k.terdaftar ? (
          <Status nada="baik">{t('terdaftar')}</Status>
        ) : (
          <Status nada="netral">{t('tidak')}</Status>
        )
      }
    >
      <Stack gap="sm">
        <div>
          {k.kalimat.map((kalimat) => (
            <Text key={kalimat.id} size="md">
              {label(kalimat)}
            </Text>
          ))}
        </div>
        <Group gap="xs">
          {k.terdaftar ? (
            <Button
              autoFocus={pertama}
              leftSection={<IconFileCertificate size={18} aria-hidden />}
              onClick={onSurat}
            >
              {t('surat')}
            </Button>
          ) : null}
          <Tautan to="/keluarga/$kab/$id" params={{ kab: String(k.kab), id: k.id }}>
            {t('bukaKeluarga')}
          </Tautan>
          <Tautan to="/pemberitahuan" search={{ keluarga: k.id }}>
            {t('keberatan')}
          </Tautan>
        </Group>
      </Stack>
    </Section>
  )
}
