/** The papers of a meeting: what each is for, opened as PDF, and those that are issued with a number. */

import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { Section } from '#ui/section.tsx'
import { kataGalat, PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { FotoRapat } from '#web/musyawarah/foto.tsx'
import classes from '#web/musyawarah/rapat.module.css'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import type { Rapat } from '#web/musyawarah/simpanan.ts'
import { teksSurat } from '#web/musyawarah/teks-surat.ts'
import type { InputOf } from '#web/operasi.ts'
import { unduh } from '#web/unduh.ts'

type Nama = InputOf<'musyawarah.cetak'>['surat']
type Terbit = InputOf<'musyawarah.terbitkan'>['surat']

const terdaftar = (m: Rapat, jenis: string) => m.surat.find((s) => s.jenis === jenis)

type Baris = {
  readonly nama: Nama
  readonly buka: boolean
  readonly terbit?: Terbit
  readonly nomor?: string | undefined
  readonly kode?: string | undefined
  /** Signed or issued, no longer a draft. */
  readonly sah?: boolean
}

/** The papers that a meeting has now, in the order in which they are needed. */
function daftarSurat(m: Rapat): readonly Baris[] {
  const sptjm = m.jenis === 'sptjm'
  const undangan = terdaftar(m, 'undangan')
  const pengumuman = terdaftar(m, 'pengumuman')
  const berita = terdaftar(m, sptjm ? 'sptjm' : 'berita_acara')
  const signed = m.status === 'ditandatangani'
  const mulai: readonly Baris[] = [
    {
      nama: 'undangan',
      buka: undangan !== undefined,
      nomor: undangan?.nomor,
      kode: undangan?.kode,
      ...(m.bolehUbah && m.status === 'disiapkan' ? { terbit: 'undangan' as const } : {}),
    },
    { nama: 'agenda', buka: true },
    { nama: 'daftar_hadir', buka: true },
    { nama: 'notulen', buka: true },
  ]
  return [
    ...(sptjm ? [] : mulai),
    { nama: 'berita_acara', buka: true, nomor: berita?.nomor, kode: berita?.kode, sah: signed },
    ...(m.adaPindaian ? [{ nama: 'pindaian' as const, buka: true }] : []),
    {
      nama: 'pengumuman',
      buka: pengumuman !== undefined,
      nomor: pengumuman?.nomor,
      kode: pengumuman?.kode,
      ...(m.bolehUbah && signed ? { terbit: 'pengumuman' as const } : {}),
    },
    { nama: 'perbaikan', buka: signed },
  ]
}

export function SuratRapat(p: PropsRapat) {
  return (
    <Stack gap="lg">
      <Daftar {...p} />
      <FotoRapat {...p} />
    </Stack>
  )
}

function Daftar({ rapat, salinan }: PropsRapat) {
  const t = useTeks(teksSurat)
  const { kab, id } = rapat
  const [terbit, setTerbit] = useState<Terbit | null>(null)
  const buka = useMutation<void, Error, Nama>({
    mutationFn: (surat) => unduh('musyawarah.cetak', { kab, id, surat }, `${surat}.pdf`),
  })
  return (
    <Section judul={t('surat')} keterangan={t('suratIsi')}>
      <PesanGalat error={buka.error} />
      <ul className={classes.daftar}>
        {daftarSurat(rapat).map((b) => (
          <Satu
            key={b.nama}
            b={b}
            rapat={rapat}
            mati={salinan}
            sibuk={buka.isPending && buka.variables === b.nama}
            onBuka={() => buka.mutate(b.nama)}
            onTerbit={() => setTerbit(b.terbit ?? null)}
          />
        ))}
      </ul>
      {terbit ? <Terbitkan surat={terbit} rapat={rapat} onTutup={() => setTerbit(null)} /> : null}
    </Section>
  )
}

type SatuProps = {
  b: Baris
  rapat: Rapat
  mati: boolean
  sibuk: boolean
  onBuka: () => void
  onTerbit: () => void
}

function Satu({ b, rapat, mati, sibuk, onBuka, onTerbit }: SatuProps) {
  const t = useTeks(teksSurat)
  const sptjm = b.nama === 'berita_acara' && rapat.jenis === 'sptjm'
  const nama = t(sptjm ? 'sptjm' : b.nama)
  const keterangan =
    b.nama === 'berita_acara' && !b.sah ? t('konsep') : t(sptjm ? 'sptjm_isi' : `${b.nama}_isi`)
  return (
    <li className={classes.calon}>
      <div>
        <Text size="sm" fw={600}>
          {nama}
        </Text>
        <Text size="sm" c="dimmed">
          {b.nomor ? `${t('nomor', { nomor: b.nomor })} · ` : ''}
          {keterangan}
        </Text>
        {b.kode ? (
          <Anchor size="sm" href={`/d/${b.kode}`} target="_blank" rel="noreferrer">
            {t('periksa')}
          </Anchor>
        ) : null}
      </div>
      <Group gap="xs" justify="flex-end">
        {b.terbit ? (
          <Button
            variant="default"
            disabled={mati}
            aria-label={`${t(b.buka ? 'terbitLagi' : 'terbit')}: ${nama}`}
            onClick={onTerbit}
          >
            {t(b.buka ? 'terbitLagi' : 'terbit')}
          </Button>
        ) : null}
        {b.buka ? (
          <Button
            variant="default"
            disabled={mati}
            loading={sibuk}
            leftSection={<IconDownload size={16} aria-hidden />}
            aria-label={`${t('buka')}: ${nama}`}
            onClick={onBuka}
          >
            {t('buka')}
          </Button>
        ) : b.terbit ? null : (
          <Text size="sm" c="dimmed">
            {t(b.nama === 'undangan' ? 'tidakTerbit' : 'sesudahTanda')}
          </Text>
        )}
      </Group>
    </li>
  )
}

type TerbitProps = { surat: Terbit; rapat: Rapat; onTutup: () => void }

function Terbitkan({ surat, rapat, onTutup }: TerbitProps) {
  const t = useTeks(teksSurat)
  const [nomor, setNomor] = useState('')
  const perintah = useCommand('musyawarah.terbitkan', ['musyawarah.satu'])
  const { kab, id } = rapat
  return (
    <Confirm
      buka
      judul={`${t('terbit')}: ${t(surat)}`}
      tombol={t('terbit')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      kirimDenganEnter
      onBatal={onTutup}
      onYa={() =>
        perintah.mutate(
          { kab, id, surat, nomor: nomor.trim() || null },
          { onSuccess: () => onTutup() },
        )
      }
    >
      <Text size="sm">{t(`${surat}_terbit`)}</Text>
      <TextInput
        label={t('nomorSurat')}
        description={t('nomorIsi')}
        value={nomor}
        maxLength={80}
        data-autofocus
        onChange={(e) => setNomor(e.currentTarget.value)}
      />
    </Confirm>
  )
}
