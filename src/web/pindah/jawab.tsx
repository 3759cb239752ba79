/** The answer itself: who follows those who leave, the reason, agree or refuse. */

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { InputOf } from '#web/operasi.ts'
import type { SatuPermintaan } from '#web/pindah/satu.tsx'
import { teksPindah } from '#web/pindah/teks.ts'

const WALI = 'wali'

const kosong = {
  kepala: '',
  pengurus: '',
  nama: '',
  hubungan: '',
  nomor: '',
  tanggal: '',
  alasan: '',
}
type Isian = typeof kosong

const jawabanOf = (f: Isian): Pick<InputOf<'pindah.jawab'>, 'kepalaBaruId' | 'pengganti'> => ({
  ...(f.kepala ? { kepalaBaruId: f.kepala } : {}),
  ...(f.pengurus === WALI
    ? {
        pengganti: {
          wali: {
            nama: f.nama.trim(),
            hubungan: f.hubungan.trim(),
            suratNomor: f.nomor.trim(),
            ...(f.tanggal ? { suratTanggal: f.tanggal } : {}),
          },
        },
      }
    : f.pengurus
      ? { pengganti: { anggotaId: f.pengurus } }
      : {}),
})

export function JawabPindah({ p }: { p: SatuPermintaan }) {
  const t = useTeks(teksPindah)
  const label = useLabel()
  const [f, setF] = useState(kosong)
  const [kurangAlasan, setKurangAlasan] = useState(false)
  const asal = p.status === 'menunggu'
  const jawab = useCommand('pindah.jawab', ['pindah.satu', 'pindah.daftar'])
  const putuskan = useCommand('pindah.putuskan', ['pindah.satu', 'pindah.daftar'])
  const ubah = (isi: Partial<Isian>) => setF((kini) => ({ ...kini, ...isi }))
  const kirim = (setuju: boolean) => {
    const alasan = f.alasan.trim()
    const perlu = !setuju || !asal
    setKurangAlasan(perlu && alasan.length < 5)
    if (perlu && alasan.length < 5) return
    const isi = { kab: p.kab, id: p.id, versi: p.versi, setuju, ...jawabanOf(f) }
    if (asal) jawab.mutate({ ...isi, ...(alasan ? { alasan } : {}) })
    else putuskan.mutate({ ...isi, alasan })
  }
  const jalan = asal ? jawab : putuskan
  const masalah = jalan.data?.masalah
  return (
    <Section judul={t('jawaban')}>
      <Stack gap="md">
        <Pengganti p={p} f={f} ubah={ubah} />
        <Textarea
          label={t('alasan')}
          description={t(asal ? 'alasanTolak' : 'alasanPutus')}
          autosize
          minRows={2}
          maxLength={500}
          value={f.alasan}
          error={kurangAlasan ? t('alasanPendek') : null}
          onChange={(e) => ubah({ alasan: e.currentTarget.value })}
        />
        {masalah ? (
          <Notice nada="perhatian" judul={t('tidakDapat')} role="alert">
            {label(masalah)}
          </Notice>
        ) : null}
        <PesanGalat error={jalan.error} />
        <Group gap="xs">
          <Button onClick={() => kirim(true)} loading={jalan.isPending}>
            {t('setuju')}
          </Button>
          <Button variant="default" onClick={() => kirim(false)} disabled={jalan.isPending}>
            {t('tolak')}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}

type PenggantiProps = { p: SatuPermintaan; f: Isian; ubah: (isi: Partial<Isian>) => void }

function Pengganti({ p, f, ubah }: PenggantiProps) {
  const t = useTeks(teksPindah)
  const orang = p.tinggal.map((o) => ({
    value: o.id,
    label: o.umur === null ? o.nama : t('umur', { nama: o.nama, n: o.umur }),
  }))
  const pilih = { value: '', label: t('pilih') }
  return (
    <>
      {p.perluKepala ? (
        <NativeSelect
          label={t('kepalaBaru')}
          data={[pilih, ...orang]}
          value={f.kepala}
          onChange={(e) => ubah({ kepala: e.currentTarget.value })}
        />
      ) : null}
      {p.perluPengurus ? (
        <NativeSelect
          label={t('pengurus')}
          data={[pilih, ...orang, { value: WALI, label: t('wali') }]}
          value={f.pengurus}
          onChange={(e) => ubah({ pengurus: e.currentTarget.value })}
        />
      ) : null}
      {p.perluPengurus && f.pengurus === WALI ? (
        <>
          <TextInput
            label={t('waliNama')}
            value={f.nama}
            onChange={(e) => ubah({ nama: e.currentTarget.value })}
          />
          <TextInput
            label={t('waliHubungan')}
            value={f.hubungan}
            onChange={(e) => ubah({ hubungan: e.currentTarget.value })}
          />
          <TextInput
            label={t('waliNomor')}
            value={f.nomor}
            onChange={(e) => ubah({ nomor: e.currentTarget.value })}
          />
          <TextInput
            label={t('waliTanggal')}
            type="date"
            value={f.tanggal}
            onChange={(e) => ubah({ tanggal: e.currentTarget.value })}
          />
        </>
      ) : null}
    </>
  )
}
