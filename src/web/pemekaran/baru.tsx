/** Making a plan: the decree, its table, the preview of what it would do, and keeping it. */

import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Loading } from '#ui/state.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { PratinjauPemekaran } from '#web/pemekaran/pratinjau.tsx'
import {
  type BarisIsian,
  barisIsian,
  barisTerisi,
  TabelIsian,
} from '#web/pemekaran/tabel-isian.tsx'
import { teksPemekaran } from '#web/pemekaran/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Dilihat = {
  readonly rows: readonly BarisIsian[]
  readonly hasil: OutputOf<'pemekaran.periksa'>
}

const tabelOf = (rows: readonly BarisIsian[]) => rows.map(({ kunci: _, ...sel }) => sel)

/** The rows and the newest preview of them. */
function useTabel() {
  const label = useLabel()
  const periksa = useCommand('pemekaran.periksa')
  const [rows, setRows] = useState<readonly BarisIsian[]>(() => [barisIsian()])
  const [dilihat, setDilihat] = useState<Dilihat | null>(null)
  const isi = barisTerisi(rows)
  const lihat = () =>
    periksa.mutate(
      { tabel: tabelOf(isi) },
      { onSuccess: (hasil) => setDilihat({ rows: isi, hasil }) },
    )
  const sama =
    dilihat !== null &&
    dilihat.rows.length === isi.length &&
    dilihat.rows.every((b, i) => b === isi[i])
  const salah = new Map(
    (dilihat?.hasil.salah ?? []).flatMap(({ baris, sebab }) => {
      const b = dilihat?.rows[baris - 1]
      return b ? [[b.kunci, label(sebab)] as const] : []
    }),
  )
  const kosong = (baru: readonly BarisIsian[]) => setRows(baru.length > 0 ? baru : [barisIsian()])
  return { rows, setRows: kosong, isi, lihat, dilihat, sama, salah, periksa }
}

export function HalamanRancang() {
  const t = useTeks(teksPemekaran)
  const tabel = useTabel()
  const [f, setF] = useState({ nama: '', suratNomor: '', suratTanggal: '', berlaku: '' })
  const { dilihat, sama } = tabel
  const galat = tabel.periksa.error
  return (
    <>
      <PageHeader judul={t('baru')} atas={<Tautan to="/pemekaran">{`← ${t('kembali')}`}</Tautan>} />
      <Stack gap="lg">
        <Surat f={f} onUbah={(isi) => setF((kini) => ({ ...kini, ...isi }))} />
        <Section judul={t('tabel')} keterangan={t('tabelIsi')}>
          <Stack gap="md">
            <TabelIsian rows={tabel.rows} salah={tabel.salah} onUbah={tabel.setRows} />
            <Group>
              <Button
                onClick={tabel.lihat}
                loading={tabel.periksa.isPending}
                disabled={tabel.isi.length === 0}
              >
                {t('pratinjau')}
              </Button>
            </Group>
            <PesanGalat error={galat} />
          </Stack>
        </Section>
        {tabel.periksa.isPending && !dilihat ? <Loading /> : null}
        {dilihat ? (
          <>
            {sama ? (
              <SalahBaris n={dilihat.hasil.salah.length} />
            ) : (
              <Notice nada="info" judul={t('basi')} role="status" />
            )}
            <PratinjauPemekaran p={dilihat.hasil} />
            <Simpan f={f} tabel={dilihat.rows} siap={sama && dilihat.hasil.salah.length === 0} />
          </>
        ) : null}
      </Stack>
    </>
  )
}

function SalahBaris({ n }: { n: number }) {
  const t = useTeks(teksPemekaran)
  const f = useFormat()
  return n === 0 ? null : (
    <Notice nada="salah" judul={t('salah', { n: f.angka(n) })} role="alert">
      <Text size="sm">{t('salahIsi')}</Text>
    </Notice>
  )
}

type Kepala = { nama: string; suratNomor: string; suratTanggal: string; berlaku: string }

function Surat({ f, onUbah }: { f: Kepala; onUbah: (isi: Partial<Kepala>) => void }) {
  const t = useTeks(teksPemekaran)
  return (
    <Section judul={t('suratJudul')}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} spacing="md">
        <TextInput
          label={t('nama')}
          description={t('namaIsi')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={f.nama}
          maxLength={120}
          required
          onChange={(e) => onUbah({ nama: e.currentTarget.value })}
        />
        <TextInput
          label={t('suratNomor')}
          value={f.suratNomor}
          maxLength={80}
          required
          onChange={(e) => onUbah({ suratNomor: e.currentTarget.value })}
        />
        <TextInput
          label={t('suratTanggal')}
          type="date"
          value={f.suratTanggal}
          required
          onChange={(e) => onUbah({ suratTanggal: e.currentTarget.value })}
        />
        <TextInput
          label={t('berlaku')}
          type="date"
          value={f.berlaku}
          required
          onChange={(e) => onUbah({ berlaku: e.currentTarget.value })}
        />
      </SimpleGrid>
    </Section>
  )
}

function Simpan({ f, tabel, siap }: { f: Kepala; tabel: readonly BarisIsian[]; siap: boolean }) {
  const t = useTeks(teksPemekaran)
  const pergi = useNavigate()
  const sesi = useSesi()
  const simpan = useCommand('pemekaran.simpan', ['pemekaran.daftar'])
  const lengkap =
    f.nama.trim().length >= 3 &&
    f.suratNomor.trim() !== '' &&
    f.suratTanggal !== '' &&
    f.suratTanggal <= sesi.hariIni &&
    f.berlaku !== ''
  return (
    <Stack gap="sm">
      <PesanGalat error={simpan.error} />
      <Group>
        <Button
          disabled={!siap || !lengkap}
          loading={simpan.isPending}
          onClick={() =>
            simpan.mutate(
              {
                nama: f.nama.trim(),
                suratNomor: f.suratNomor.trim(),
                suratTanggal: f.suratTanggal,
                berlaku: f.berlaku,
                tabel: tabelOf(tabel),
              },
              { onSuccess: ({ id }) => void pergi({ to: '/pemekaran/$id', params: { id } }) },
            )
          }
        >
          {t('simpan')}
        </Button>
      </Group>
    </Stack>
  )
}
