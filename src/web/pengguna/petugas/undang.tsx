/** The page that invites one officer: who, the first assignment, a look over, then the one-time link. */

import { Button, Group, Stack, TextInput, Title } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { Kaki } from '#web/pengguna/petugas/beri-tugas.tsx'
import { bacaDraf, hapusDraf, simpanDraf } from '#web/pengguna/petugas/draf.ts'
import { FormTugas } from '#web/pengguna/petugas/form-tugas.tsx'
import { enamBelasAngka } from '#web/pengguna/petugas/ganti-identitas.tsx'
import {
  aturanIsian,
  aturanPeran,
  isianKosong,
  type Pilihan,
  tugasBaruOf,
} from '#web/pengguna/petugas/isian-tugas.ts'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import { KembaliKeDaftar } from '#web/pengguna/petugas/satu.tsx'
import { teksTugas } from '#web/pengguna/petugas/teks-tugas.ts'
import { teksUndang } from '#web/pengguna/petugas/teks-undang.ts'
import { tinjauOf } from '#web/pengguna/petugas/tinjau.ts'
import { TinjauTugas } from '#web/pengguna/petugas/tinjau-tugas.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'

type IsianOrang = { nama: string; telepon: string; nik: string; nomorKk: string }

const kunciDraf = 'siks.undang'
const kunciDrafTugas = 'siks.undang.tugas'
const orangKosong: IsianOrang = { nama: '', telepon: '', nik: '', nomorKk: '' }

export function HalamanUndang() {
  const kueri = useOp('pengguna.pilihan', {}, { staleTime: 60_000 })
  return (
    <KhususPemberi>
      <Tampil kueri={kueri} halaman>
        {(pilihan) => <Undang pilihan={pilihan} />}
      </Tampil>
    </KhususPemberi>
  )
}

function useFormOrang() {
  const t = useTeks(teksUndang)
  const nomor = (v: string) => (enamBelasAngka(v) ? null : t('nomorSalah'))
  return useForm({
    initialValues: bacaDraf(kunciDraf, orangKosong),
    // NIK and KK numbers are typed again rather than kept in the browser.
    onValuesChange: ({ nama, telepon }) => simpanDraf(kunciDraf, { nama, telepon }),
    validate: {
      nama: (v) => (v.trim() === '' ? t('namaWajib') : null),
      telepon: (v) => (/^\+?\d{9,15}$/.test(v.replace(/[\s.()-]/g, '')) ? null : t('teleponSalah')),
      nik: nomor,
      nomorKk: nomor,
    },
  })
}

function useFormTugas() {
  const t = useTeks(teksTugas)
  const { hariIni } = useSesi()
  return useForm({
    initialValues: bacaDraf(kunciDrafTugas, isianKosong(hariIni)),
    onValuesChange: (v) => simpanDraf(kunciDrafTugas, { ...v, keluarga: [] }),
    validate: aturanIsian(t, hariIni),
  })
}

function Undang({ pilihan }: { pilihan: Pilihan }) {
  const t = useTeks(teksUndang)
  const u = useTeks(teksTugas)
  const pergi = useNavigate()
  const orang = useFormOrang()
  const tugas = useFormTugas()
  const [tinjau, setTinjau] = useState(false)
  const perintah = useCommand('pengguna.undang', ['pengguna.daftar', 'pengguna.usulan'])
  const periksa = () => {
    const salahOrang = orang.validate().hasErrors
    const salahTugas = tugas.validate().hasErrors
    if (!salahOrang && !salahTugas) return setTinjau(true)
    // The first field that is wrong takes the cursor, also for readers.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('form [aria-invalid=true]')?.focus(),
    )
  }
  const kirim = () => {
    const baru = tugasBaruOf(tugas.values)
    if (!baru) return
    const { nama, telepon, nik, nomorKk } = orang.values
    perintah.mutate(
      { nama: nama.trim(), telepon, nik, nomorKk, tugas: baru },
      {
        onSuccess: ({ id }) => {
          hapusDraf(kunciDraf)
          hapusDraf(kunciDrafTugas)
          void pergi({ to: '/pengguna/$id/tautan', params: { id }, replace: true })
        },
      },
    )
  }
  const isi = tinjauOf(tugas.values, pilihan)
  const berdua = aturanPeran(pilihan, tugas.values.peran)?.berdua === true
  if (pilihan.peran.length === 0)
    return <Empty halaman judul={u('tidakAdaPeran')} isi={u('tidakAdaPeranIsi')} />
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={t('isi')} atas={<KembaliKeDaftar />} />
      {tinjau && isi ? (
        <Section judul={u('periksa')} keterangan={u('periksaIsi')}>
          <Stack gap="lg">
            <TinjauTugas nama={orang.values.nama} tugas={isi} berdua={berdua} punyaSesi={false} />
            <Kaki
              galat={kataGalat(perintah.error)}
              sibuk={perintah.isPending}
              tombol={t('undang')}
              onUbah={() => setTinjau(false)}
              onYa={kirim}
            />
          </Stack>
        </Section>
      ) : (
        <Section>
          <form
            noValidate
            autoComplete="off"
            onSubmit={(e) => {
              e.preventDefault()
              periksa()
            }}
          >
            <Stack gap="lg" maw={640}>
              <Title order={2}>{t('orang')}</Title>
              <MedanOrang form={orang} />
              <Title order={2}>{t('tugas')}</Title>
              <FormTugas form={tugas} pilihan={pilihan} />
              <Group>
                <Button type="submit">{u('lanjut')}</Button>
              </Group>
            </Stack>
          </form>
        </Section>
      )}
    </>
  )
}

function MedanOrang({ form }: { form: UseFormReturnType<IsianOrang> }) {
  const t = useTeks(teksUndang)
  return (
    <Stack gap="md">
      <TextInput label={t('nama')} required maxLength={120} {...form.getInputProps('nama')} />
      <TextInput
        label={t('telepon')}
        description={t('teleponIsi')}
        required
        inputMode="tel"
        maxLength={30}
        {...form.getInputProps('telepon')}
      />
      <TextInput
        label={t('nik')}
        description={t('identitasIsi')}
        required
        inputMode="numeric"
        maxLength={30}
        {...form.getInputProps('nik')}
      />
      <TextInput
        label={t('nomorKk')}
        required
        inputMode="numeric"
        maxLength={30}
        {...form.getInputProps('nomorKk')}
      />
    </Stack>
  )
}
