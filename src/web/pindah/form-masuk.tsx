/** The form of a move in: who comes, in which form, where to, and the paper that shows it. */

import {
  Button,
  NativeSelect,
  NumberInput,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bentukPindah } from '#domain/usulan/peristiwa/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { masked } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import {
  type IsianMasuk,
  isianMasukDari,
  isianMasukKosong,
  isiMasuk,
  jenisSurat,
  kurangMasuk,
  nikLainOf,
} from '#web/pindah/isian-masuk.ts'
import { teksPindah } from '#web/pindah/teks.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

type SatuUsulan = OutputOf<'usulan.satu'>
type Draf = OutputOf<'usulan.simpan'>
type Tertahan = OutputOf<'usulan.ajukan'>['tertahan'][number]
type Props = { nik: string; lama: SatuUsulan | null }

function useKirim(lama: SatuUsulan | null) {
  const pergi = useNavigate()
  const simpan = useCommand('usulan.simpan')
  const ajukan = useCommand('usulan.ajukan')
  const kirimUlang = useCommand('usulan.kirim_ulang')
  const jalan = lama?.status === 'dikembalikan' ? kirimUlang : ajukan
  const [draf, setDraf] = useState<Draf | null>(lama)
  const [tertahan, setTertahan] = useState<Tertahan | null>(null)
  const kirim = async (f: IsianMasuk) => {
    setTertahan(null)
    const saved = await simpan.mutateAsync({
      ...(draf ? { usulan: { kab: draf.kab, id: draf.id, versi: draf.versi } } : {}),
      jenis: 'tarik_masuk',
      wilayah: f.wilayah,
      rt: f.rt,
      nama: f.nama.trim(),
      isi: isiMasuk(f),
    })
    setDraf(saved)
    const { tertahan: ditahan } = await jalan.mutateAsync({
      pilihan: { usulan: [{ kab: saved.kab, id: saved.id, versi: saved.versi }] },
    })
    const [satu] = ditahan
    if (satu) setTertahan(satu)
    else await pergi({ to: '/usulan/$kab/$id', params: { kab: String(saved.kab), id: saved.id } })
  }
  const galat = simpan.error ?? jalan.error
  return { kirim, draf, tertahan, galat, sibuk: simpan.isPending || jalan.isPending }
}

type BagianProps = { f: IsianMasuk; ubah: (isi: Partial<IsianMasuk>) => void; dicoba: boolean }

export function FormMasuk({ nik, lama }: Props) {
  const t = useTeks(teksPindah)
  const label = useLabel()
  const sesi = useSesi()
  const [f, setF] = useState(() =>
    lama
      ? isianMasukDari(lama, sesi.hariIni)
      : isianMasukKosong(
          nik,
          sesi.wilayah.tingkat === 'desa' ? sesi.wilayah.kode : 0,
          sesi.hariIni,
        ),
  )
  const [dicoba, setDicoba] = useState(false)
  const { kirim, draf, tertahan, galat, sibuk } = useKirim(lama)
  const ubah = (isi: Partial<IsianMasuk>) => setF((kini) => ({ ...kini, ...isi }))
  const kurang = kurangMasuk(f)
  const nikSalah = nikLainOf(f).some((n) => n.length !== 16)
  const bagian = { f, ubah, dicoba }
  return (
    <form
      style={{ maxWidth: 620 }}
      onSubmit={(e) => {
        e.preventDefault()
        setDicoba(true)
        if (kurang.length > 0 || nikSalah || f.wilayah === 0) return
        // A failure is shown by the state of the command.
        void kirim(f).catch(() => {})
      }}
    >
      <Stack gap="md">
        <Siapa {...bagian} />
        <Tempat {...bagian} />
        <Surat {...bagian} />
        {dicoba && kurang.length > 0 ? (
          <Notice nada="perhatian" role="alert">
            {t('wajib', { apa: kurang.map((k) => t(k)).join(', ') })}
          </Notice>
        ) : null}
        {tertahan ? (
          <Notice nada="perhatian" judul={t('tertahan')} role="alert">
            {[
              label(tertahan.masalah.label),
              ...tertahan.masalah.kurang.map((b) => label(b.label)),
              t('tersimpan', { nomor: draf?.nomor ?? '' }),
            ].join(' ')}
          </Notice>
        ) : null}
        <PesanGalat error={galat} />
        <Button type="submit" loading={sibuk} style={{ alignSelf: 'flex-start' }}>
          {t('ajukanTarik')}
        </Button>
      </Stack>
    </form>
  )
}

function Siapa({ f, ubah, dicoba }: BagianProps) {
  const t = useTeks(teksPindah)
  const salah = nikLainOf(f).some((n) => n.length !== 16)
  return (
    <Section judul={t('siapa')} keterangan={`NIK ${masked(f.nik)}`}>
      <Stack gap="md">
        <TextInput
          label={t('nama')}
          maxLength={120}
          autoComplete="off"
          value={f.nama}
          onChange={(e) => ubah({ nama: e.currentTarget.value })}
        />
        <Radio.Group
          label={t('bentuk')}
          value={f.bentuk}
          onChange={(v) => {
            const dipilih = bentukPindah.find((b) => b === v)
            if (dipilih) ubah({ bentuk: dipilih })
          }}
        >
          <Stack gap="xs" mt="xs">
            {bentukPindah.map((b) => (
              <Radio key={b} value={b} label={t(b)} description={t(`${b}Isi`)} />
            ))}
          </Stack>
        </Radio.Group>
        {f.bentuk === 'sebagian' ? (
          <Textarea
            label={t('nikLain')}
            description={t('nikLainIsi')}
            inputMode="numeric"
            autosize
            minRows={2}
            maxLength={900}
            value={f.nikLain}
            error={dicoba && salah ? t('nikLainSalah') : null}
            onChange={(e) => ubah({ nikLain: e.currentTarget.value })}
          />
        ) : null}
        <TextInput
          label={t('tanggal')}
          type="date"
          value={f.tanggal}
          onChange={(e) => ubah({ tanggal: e.currentTarget.value })}
        />
      </Stack>
    </Section>
  )
}

function Tempat({ f, ubah }: BagianProps) {
  const t = useTeks(teksPindah)
  const sesi = useSesi()
  return (
    <Section judul={t('tempatBaru')}>
      <Stack gap="md">
        {sesi.wilayah.tingkat === 'desa' ? null : (
          <PilihWilayah
            kode={f.wilayah || undefined}
            onPilih={(wilayah) => ubah({ wilayah: wilayah ?? 0 })}
          />
        )}
        <NumberInput
          label={t('rtBaru')}
          min={1}
          max={999}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maw={120}
          value={f.rt ?? ''}
          onChange={(v) => ubah({ rt: typeof v === 'number' ? v : null })}
        />
        <Textarea
          label={t('alamat')}
          autosize
          minRows={1}
          maxLength={300}
          value={f.alamat}
          onChange={(e) => ubah({ alamat: e.currentTarget.value })}
        />
        <TextInput
          label={t('nomorKk')}
          description={t('nomorKkIsi')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={f.nomorKk}
          onChange={(e) => ubah({ nomorKk: e.currentTarget.value.replaceAll(/\D/g, '') })}
        />
      </Stack>
    </Section>
  )
}

function Surat({ f, ubah }: BagianProps) {
  const t = useTeks(teksPindah)
  const lampiran = f.berkas.length
  return (
    <Section judul={t('surat')}>
      <Stack gap="md">
        <NativeSelect
          label={t('suratJenis')}
          data={[...new Set([...jenisSurat, f.surat])]}
          value={f.surat}
          onChange={(e) => ubah({ surat: e.currentTarget.value })}
        />
        <TextInput
          label={t('suratNomor')}
          maxLength={80}
          autoComplete="off"
          value={f.suratNomor}
          onChange={(e) => ubah({ suratNomor: e.currentTarget.value })}
        />
        <TextInput
          label={t('suratTanggal')}
          type="date"
          value={f.suratTanggal}
          onChange={(e) => ubah({ suratTanggal: e.currentTarget.value })}
        />
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t('pindaian')}
          </Text>
          {lampiran > 0 ? (
            <Text size="sm" mb="xs">
              {lampiran === 1 ? t('pindaianSatu') : t('pindaianBanyak', { n: lampiran })}
            </Text>
          ) : null}
          <UnggahBerkas
            tempat={{ wilayah: f.wilayah, ...(f.rt === null ? {} : { rt: f.rt }) }}
            pilihan={['surat', 'foto_kk']}
            onSelesai={(b) => ubah({ berkas: [...new Set([...f.berkas, b.id])] })}
          />
        </div>
      </Stack>
    </Section>
  )
}
