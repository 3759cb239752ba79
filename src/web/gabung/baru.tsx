/** Proposes that two records are one: which stays, which values hold, which members are the same, and why. */

import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Akibat } from '#web/gabung/akibat.tsx'
import { PasanganAnggota, type PasanganOrang } from '#web/gabung/anggota.tsx'
import { DuaRekaman } from '#web/gabung/rekaman.tsx'
import { teksGabung } from '#web/gabung/teks.ts'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/gabung/baru')

type Dua = InputOf<'gabung.pratinjau'>
type Pratinjau = OutputOf<'gabung.pratinjau'>

export function HalamanGabungBaru() {
  const t = useTeks(teksGabung)
  const { jenis = 'individu', keKab, ke, dariKab, dari } = rute.useSearch()
  const lengkap = keKab !== undefined && ke && dariKab !== undefined && dari
  return (
    <>
      <PageHeader
        judul={t('baruJudul')}
        keterangan={t('baruKeterangan')}
        judulTab={t('baruJudul')}
        atas={<Tautan to="/gabung">{`← ${t('kembali')}`}</Tautan>}
      />
      {lengkap ? (
        <Usulan key={`${jenis} ${ke} ${dari}`} dua={{ jenis, keKab, ke, dariKab, dari }} />
      ) : (
        <Empty judul={t('menungguKosong')} isi={t('kosongIsi')} />
      )}
    </>
  )
}

function Usulan({ dua }: { dua: Dua }) {
  const kueri = useOp('gabung.pratinjau', dua)
  return <Tampil kueri={kueri}>{(p) => <Isi dua={dua} p={p} />}</Tampil>
}

function Isi({ dua, p }: { dua: Dua; p: Pratinjau }) {
  const t = useTeks(teksGabung)
  const [ambil, setAmbil] = useState<readonly string[]>([])
  const [orang, setOrang] = useState<readonly PasanganOrang[]>(p.orang)
  return (
    <Stack gap="md" maw={880}>
      <Pilihan dua={dua} p={p} />
      <Section rapat>
        <DuaRekaman
          p={p}
          ambil={ambil}
          onAmbil={(b, ya) => setAmbil((a) => (ya ? [...a, b] : a.filter((x) => x !== b)))}
        />
      </Section>
      {dua.jenis === 'keluarga' ? (
        <Section judul={t('anggota')}>
          <PasanganAnggota ke={p.ke} dari={p.dari} pasangan={orang} ubah={setOrang} />
        </Section>
      ) : null}
      <Akibat judul={t('akibat')} akibat={p.akibat} />
      <Ajukan dua={dua} p={p} ambil={ambil} orang={orang} />
    </Stack>
  )
}

/** The person alone or the whole family, and which of the two stays. */
function Pilihan({ dua, p }: { dua: Dua; p: Pratinjau }) {
  const t = useTeks(teksGabung)
  const pergi = useNavigate()
  const { ke, dari } = p
  const satuKeluarga = ke.keluarga.kab === dari.keluarga.kab && ke.keluarga.id === dari.keluarga.id
  const keKeluarga = () =>
    void pergi({
      to: '/gabung/baru',
      search: {
        jenis: 'keluarga',
        keKab: ke.keluarga.kab,
        ke: ke.keluarga.id,
        dariKab: dari.keluarga.kab,
        dari: dari.keluarga.id,
      },
    })
  return (
    <Group gap="sm" justify="space-between">
      {dua.jenis === 'individu' && !satuKeluarga ? (
        <SegmentedControl
          aria-label={t('jenis')}
          data={[
            { value: 'individu', label: t('individu') },
            { value: 'keluarga', label: t('keluarga') },
          ]}
          value="individu"
          onChange={(v) => {
            if (v === 'keluarga') keKeluarga()
          }}
        />
      ) : (
        <Text fw={550}>{t(dua.jenis)}</Text>
      )}
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} aria-hidden />}
        onClick={() =>
          void pergi({
            to: '/gabung/baru',
            search: {
              jenis: dua.jenis,
              keKab: Number(dua.dariKab),
              ke: dua.dari,
              dariKab: Number(dua.keKab),
              dari: dua.ke,
            },
          })
        }
      >
        {t('tukar')}
      </Button>
    </Group>
  )
}

type AjukanProps = {
  dua: Dua
  p: Pratinjau
  ambil: readonly string[]
  orang: readonly PasanganOrang[]
}

function Ajukan({ dua, p, ambil, orang }: AjukanProps) {
  const t = useTeks(teksGabung)
  const label = useLabel()
  const pergi = useNavigate()
  const [alasan, setAlasan] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('gabung.ajukan', ['gabung.daftar'])
  const kurang = alasan.trim().length < 10
  // What stood against it at first may be settled by what was chosen since.
  const masalah = perintah.data ? perintah.data.masalah : p.masalah
  const kirim = () => {
    setDicoba(true)
    if (kurang) return
    perintah.mutate(
      {
        jenis: dua.jenis,
        ke: { kab: Number(dua.keKab), id: dua.ke },
        dari: { kab: Number(dua.dariKab), id: dua.dari },
        orang: dua.jenis === 'keluarga' ? [...orang] : [],
        ambil: [...ambil],
        alasan: alasan.trim(),
      },
      {
        onSuccess: ({ kab, id }) => {
          if (id) void pergi({ to: '/gabung/$kab/$id', params: { kab: String(kab), id } })
        },
      },
    )
  }
  return (
    <Section>
      <Stack gap="md">
        {masalah ? (
          <Notice nada="perhatian" judul={t('tidakDapat')} role="alert">
            {label(masalah)}
          </Notice>
        ) : null}
        <Textarea
          label={t('alasan')}
          description={t('alasanIsi')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={alasan}
          error={dicoba && kurang ? t('alasanPendek') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t('perlu', { n: p.perlu, wilayah: p.namaBersama })}
        </Text>
        <PesanGalat error={perintah.error} />
        <Group>
          <Button onClick={kirim} loading={perintah.isPending}>
            {t('ajukan')}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}
