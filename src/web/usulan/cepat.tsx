/** "Usulkan keluarga" on a phone in two minutes: one question per page, check, propose, receipt number. */
import { Button, Group, NumberInput, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'
import { alamatIsian } from '#web/usulan/alamat-isian.ts'
import { BuktiIsian, tempatBukti } from '#web/usulan/bukti-isian.tsx'
import { CepatPeriksa } from '#web/usulan/cepat-periksa.tsx'
import { CepatTerkirim } from '#web/usulan/cepat-terkirim.tsx'
import type { FormProps } from '#web/usulan/isian.tsx'
import { Kembar } from '#web/usulan/kembar.tsx'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { StatusSimpan } from '#web/usulan/status-simpan.tsx'
import { teksIsian } from '#web/usulan/teks-isian.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

export type Tanya = 'nama' | 'rt' | 'alasan'
type Halaman = Tanya | 'foto' | 'periksa' | 'terkirim'

const rute = getRouteApi('/usulan/isian')

const lengkap: Record<Tanya, (d: Draf['isian']) => boolean> = {
  nama: (d) => d.nama.trim() !== '',
  rt: (d) => d.rt !== null && d.wilayah > 0,
  alasan: (d) => (d.isi.alasan ?? '').trim() !== '',
}

const galat = { nama: 'wajibNama', rt: 'wajibRt', alasan: 'wajibAlasan' } as const

export function Cepat({ draf }: FormProps) {
  const t = useTeks(teksIsian)
  const sesi = useSesi()
  const pergi = useNavigate()
  const { bagian } = rute.useSearch()
  const [coba, setCoba] = useState(false)
  // An RT head with one RT is not asked for it.
  const tanya: readonly Tanya[] =
    sesi.rt?.length === 1 && sesi.wilayah.tingkat === 'desa'
      ? ['nama', 'alasan']
      : ['nama', 'rt', 'alasan']
  const urutan: readonly Halaman[] = [...tanya, 'foto', 'periksa', 'terkirim']
  const kini = urutan.find((h) => h === bagian) ?? 'nama'
  const ke = (h: Halaman) => {
    setCoba(false)
    void pergi({
      to: '/usulan/isian',
      search: (s) => alamatIsian({ ...s, bagian: h }),
    })
  }
  if (kini === 'terkirim' && draf.usulan) return <CepatTerkirim usulan={draf.usulan} />
  if (kini === 'periksa' || kini === 'terkirim')
    return (
      <CepatPeriksa
        draf={draf}
        tanya={tanya}
        kurang={tanya.filter((x) => !lengkap[x](draf.isian))}
        onUbah={ke}
        onTerkirim={() => ke('terkirim')}
      />
    )
  if (kini === 'foto') return <CepatFoto draf={draf} onKe={ke} dari={tanya.at(-1) ?? 'nama'} />
  const nomor = tanya.indexOf(kini)
  const lanjut = (e: FormEvent) => {
    e.preventDefault()
    if (!lengkap[kini](draf.isian)) return setCoba(true)
    ke(urutan[nomor + 1] ?? 'periksa')
  }
  return (
    <>
      <PageHeader
        judul={t(`q_${kini}`)}
        judulTab={t('judulBaru')}
        keterangan={t('langkahKe', { n: nomor + 1, dari: tanya.length })}
        atas={<Tautan to="/usulan">{`← ${t('kembali')}`}</Tautan>}
      />
      <Section>
        <form onSubmit={lanjut} noValidate>
          <Stack gap="lg" maw={560}>
            <Isian tanya={kini} draf={draf} galat={coba ? t(galat[kini]) : null} />
            {kini === 'nama' ? (
              <Kembar
                nama={draf.isian.nama}
                wilayah={draf.isian.wilayah}
                kecuali={draf.usulan?.id}
              />
            ) : null}
            <Group gap="xs">
              <Button type="submit" size="md">
                {t('lanjut')}
              </Button>
              {nomor > 0 ? (
                <Button variant="subtle" size="md" onClick={() => ke(urutan[nomor - 1] ?? 'nama')}>
                  {t('sebelum')}
                </Button>
              ) : null}
            </Group>
            <StatusSimpan draf={draf} />
          </Stack>
        </form>
      </Section>
    </>
  )
}

type FotoProps = { draf: Draf; dari: Tanya; onKe: (h: Halaman) => void }

function CepatFoto({ draf, dari, onKe }: FotoProps) {
  const t = useTeks(teksIsian)
  return (
    <>
      <PageHeader
        judul={t('q_foto')}
        judulTab={t('judulBaru')}
        keterangan={t('q_fotoIsi')}
        atas={<Tautan to="/usulan">{`← ${t('kembali')}`}</Tautan>}
      />
      <Stack gap="lg">
        <BuktiIsian draf={draf} tempat={tempatBukti(draf)} />
        <Group gap="xs">
          <Button
            size="md"
            variant={(draf.isian.isi.berkas ?? []).length > 0 ? 'filled' : 'default'}
            onClick={() => onKe('periksa')}
          >
            {t((draf.isian.isi.berkas ?? []).length > 0 ? 'lanjut' : 'lewati')}
          </Button>
          <Button variant="subtle" size="md" onClick={() => onKe(dari)}>
            {t('sebelum')}
          </Button>
        </Group>
      </Stack>
    </>
  )
}

type IsianProps = { tanya: Tanya; draf: Draf; galat: string | null }

function Isian({ tanya, draf, galat: salah }: IsianProps) {
  const t = useTeks(teksIsian)
  if (tanya === 'nama')
    return (
      <TextInput
        label={t('nama')}
        description={t('q_namaIsi')}
        value={draf.isian.nama}
        error={salah}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="words"
        autoFocus
        onChange={(e) => draf.ubah({ nama: e.currentTarget.value })}
      />
    )
  if (tanya === 'rt') return <PilihRt draf={draf} galat={salah} />
  return (
    <Textarea
      label={t('alasan')}
      description={t('q_alasanIsi')}
      value={draf.isian.isi.alasan ?? ''}
      error={salah}
      maxLength={1000}
      autosize
      minRows={4}
      autoFocus
      onChange={(e) => draf.isi({ alasan: e.currentTarget.value })}
    />
  )
}

function PilihRt({ draf, galat: salah }: { draf: Draf; galat: string | null }) {
  const t = useTeks(teksIsian)
  const sesi = useSesi()
  const { isian } = draf
  if (sesi.rt)
    return (
      <Radio.Group
        label={t('rt')}
        error={salah}
        value={isian.rt === null ? '' : String(isian.rt)}
        onChange={(v) => draf.ubah({ rt: Number(v) })}
      >
        <Stack gap="md" mt="xs">
          {sesi.rt.map((n) => (
            <Radio key={n} value={String(n)} label={`RT ${nomorRt(n)}`} />
          ))}
        </Stack>
      </Radio.Group>
    )
  return (
    <>
      {sesi.wilayah.tingkat === 'desa' ? (
        <Text size="sm">{sesi.wilayah.nama}</Text>
      ) : (
        <PilihWilayah
          kode={isian.wilayah || undefined}
          onPilih={(wilayah) => draf.ubah({ wilayah: wilayah ?? 0 })}
        />
      )}
      <NumberInput
        label={t('rt')}
        w={120}
        min={1}
        max={999}
        hideControls
        allowDecimal={false}
        allowNegative={false}
        error={salah}
        value={isian.rt ?? ''}
        onChange={(v) => draf.ubah({ rt: typeof v === 'number' ? v : null })}
      />
    </>
  )
}
