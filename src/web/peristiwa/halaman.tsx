/** One event of a family as a short form: saved and sent to the verifier by one button. */

import { Button, Stack } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Pertanyaan } from '#web/peristiwa/bagian.tsx'
import { BuktiPeristiwa } from '#web/peristiwa/bukti.tsx'
import {
  type Isian,
  isianKosong,
  type JenisBerform,
  peristiwaOf,
  type SatuKeluarga,
  ubahIsian,
} from '#web/peristiwa/isian.ts'
import { isianDari } from '#web/peristiwa/isian-dari.ts'
import { Pilih, Teks } from '#web/peristiwa/medan.tsx'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'
import { Tautan } from '#web/tautan.tsx'
import { jenisDokumen } from '#web/usulan/jenis-dokumen.ts'

const rute = getRouteApi('/keluarga/$kab/$id/peristiwa')

export function HalamanPeristiwa() {
  const t = useTeks(teksPeristiwa)
  const label = useLabel()
  const { kab, id } = rute.useParams()
  const { jenis, usulan } = rute.useSearch()
  const kueri = useOp('keluarga.satu', { kab: Number(kab), id })
  if (!jenis) return <Empty judul={t('menu')} isi={t('tidakAda')} halaman />
  return (
    <Tampil kueri={kueri} halaman>
      {(k) => (
        <>
          <PageHeader
            judul={label(jenisUsulan[jenis].label)}
            keterangan={`${k.namaKepala} · ${k.namaWilayah}, RT ${nomorRt(k.rt)}`}
            atas={
              <Tautan to="/keluarga/$kab/$id" params={{ kab, id }}>{`← ${t('kembali')}`}</Tautan>
            }
          />
          {usulan ? (
            <Lanjutan jenis={jenis} k={k} usulan={usulan} />
          ) : (
            <Form key={jenis} jenis={jenis} k={k} lama={null} />
          )}
        </>
      )}
    </Tampil>
  )
}

/** A draft goes on, or a report that was sent back is put right. */
function Lanjutan({ jenis, k, usulan }: Omit<FormProps, 'lama'> & { usulan: string }) {
  const kueri = useOp('usulan.satu', { kab: k.kab, id: usulan }, { staleTime: 0 })
  return <Tampil kueri={kueri}>{(u) => <Form key={u.id} jenis={jenis} k={k} lama={u} />}</Tampil>
}

type SatuUsulan = OutputOf<'usulan.satu'>
type Draf = OutputOf<'usulan.simpan'>
type Tertahan = OutputOf<'usulan.ajukan'>['tertahan'][number]
type FormProps = { jenis: JenisBerform; k: SatuKeluarga; lama: SatuUsulan | null }

/** Kinds that are about one person. */
const tentangOrang: ReadonlySet<JenisBerform> = new Set([
  'meninggal',
  'hidup_kembali',
  'kawin',
  'cerai',
])

function useKirim({ jenis, k, lama }: FormProps) {
  const pergi = useNavigate()
  const simpan = useCommand('usulan.simpan')
  const ajukan = useCommand('usulan.ajukan', ['keluarga.satu'])
  const kirimUlang = useCommand('usulan.kirim_ulang', ['keluarga.satu'])
  const jalan = lama?.status === 'dikembalikan' ? kirimUlang : ajukan
  const [draf, setDraf] = useState<Draf | null>(lama)
  const [tertahan, setTertahan] = useState<Tertahan | null>(null)
  const kirim = async (f: Isian) => {
    setTertahan(null)
    const orang = tentangOrang.has(jenis) ? k.anggota.find((a) => a.id === f.orang) : undefined
    const saved = await simpan.mutateAsync({
      ...(draf ? { usulan: { kab: draf.kab, id: draf.id, versi: draf.versi } } : {}),
      jenis,
      wilayah: k.wilayah,
      rt: k.rt,
      keluargaId: k.id,
      individuId: orang?.id ?? null,
      versiDasar: orang ? orang.versi : k.versi,
      nama: orang?.nama ?? k.namaKepala,
      isi: {
        ...lama?.isi,
        peristiwa: peristiwaOf(jenis, f, k.wilayah),
        dokumen: { jenis: f.dokumen.trim(), nomor: f.dokumenNomor.trim() || undefined },
        berkas: f.berkas.length > 0 ? [...f.berkas] : undefined,
      },
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

function Form(p: FormProps) {
  const { jenis, k, lama } = p
  const t = useTeks(teksPeristiwa)
  const label = useLabel()
  const { hariIni } = useSesi()
  const [f, setF] = useState(() => (lama ? isianDari(lama, hariIni) : isianKosong(hariIni)))
  const { kirim, draf, tertahan, galat, sibuk } = useKirim(p)
  const ubah = (isi: Partial<Isian>) => setF((lama) => ubahIsian(lama, isi))
  return (
    <form
      style={{ maxWidth: 620 }}
      onSubmit={(e) => {
        e.preventDefault()
        // A failure is shown by the state of the command.
        void kirim(f).catch(() => {})
      }}
    >
      <Section>
        <Stack gap="md">
          <Pertanyaan jenis={jenis} f={f} ubah={ubah} k={k} />
          <Pilih
            f={f}
            ubah={ubah}
            kolom="dokumen"
            label={t('dokumen')}
            data={[...new Set([...jenisDokumen, ...(f.dokumen ? [f.dokumen] : [])])].map((d) => ({
              value: d,
              label: d,
            }))}
            wajib
          />
          <Teks f={f} ubah={ubah} kolom="dokumenNomor" label={t('dokumenNomor')} />
          <BuktiPeristiwa
            k={k}
            berkas={f.berkas}
            // Several may arrive one after the other: each is added to what stands by then.
            onUbah={(ubahBerkas) => setF((kini) => ({ ...kini, berkas: ubahBerkas(kini.berkas) }))}
          />
          {tertahan ? (
            <Notice nada="perhatian" judul={t('tertahan')}>
              {[
                label(tertahan.masalah.label),
                ...tertahan.masalah.kurang.map((b) => label(b.label)),
                t('tersimpan', { nomor: draf?.nomor ?? '' }),
              ].join(' ')}
            </Notice>
          ) : null}
          <PesanGalat error={galat} />
          <Button type="submit" loading={sibuk} style={{ alignSelf: 'flex-start' }}>
            {t('ajukan')}
          </Button>
        </Stack>
      </Section>
    </form>
  )
}
