/** The dialog that makes a meeting, or changes its day, place and who leads it. */

import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { tingkatOf } from '#domain/wilayah/kode.ts'
import { useTeks } from '#ui/bahasa.ts'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import type { Rapat } from '#web/musyawarah/simpanan.ts'
import { teksMusyawarah } from '#web/musyawarah/teks.ts'
import type { InputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { CariWilayah } from '#web/wilayah/cari.tsx'

type Jenis = InputOf<'musyawarah.buat'>['jenis']
type Props = {
  jenis: readonly Jenis[]
  /** The one that is changed; without it a new one is made. */
  rapat?: Rapat
  onTutup: () => void
}

const awal = (jenis: readonly Jenis[], hari: string, m: Rapat | undefined) => ({
  jenis: m?.jenis ?? jenis[0] ?? 'muskel',
  tanggal: m?.tanggal ?? hari,
  mulai: m?.mulai ?? '',
  tempat: m?.tempat ?? '',
  pemimpin: m?.pemimpin ?? '',
  notulis: m?.notulis ?? '',
})

export function IsianMusyawarah({ jenis, rapat, onTutup }: Props) {
  const t = useTeks(teksMusyawarah)
  const sesi = useSesi()
  const navigate = useNavigate()
  const perintah = useCommand('musyawarah.buat', ['musyawarah.daftar', 'musyawarah.satu'])
  const diDesa = tingkatOf(sesi.wilayah.kode) === 'desa'
  const [wilayah, setWilayah] = useState<{ kode: number; nama: string } | null>(
    diDesa ? { kode: sesi.wilayah.kode, nama: sesi.wilayah.nama } : null,
  )
  const [isi, setIsi] = useState(() => awal(jenis, sesi.hariIni, rapat))
  const [dicoba, setDicoba] = useState(false)
  const kode = rapat?.wilayah ?? wilayah?.kode
  const ubah = (nama: keyof typeof isi) => (e: React.ChangeEvent<HTMLInputElement>) =>
    setIsi({ ...isi, [nama]: e.currentTarget.value })
  const simpan = (e: FormEvent) => {
    e.preventDefault()
    setDicoba(true)
    if (kode === undefined) return
    perintah.mutate(
      {
        ...(rapat ? { musyawarah: { kab: rapat.kab, id: rapat.id, versi: rapat.versi } } : {}),
        wilayah: kode,
        jenis: isi.jenis,
        tanggal: isi.tanggal,
        mulai: isi.mulai || null,
        tempat: isi.tempat.trim(),
        pemimpin: isi.pemimpin.trim() || null,
        notulis: isi.notulis.trim() || null,
      },
      {
        onSuccess: ({ kab, id }) => {
          onTutup()
          if (!rapat)
            void navigate({ to: '/musyawarah/$kab/$id', params: { kab: String(kab), id } })
        },
      },
    )
  }
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t(rapat ? 'ubah' : 'baru')}
      closeButtonProps={{ 'aria-label': t('batalBuat') }}
    >
      <form onSubmit={simpan}>
        <Stack gap="sm">
          {diDesa || rapat ? null : (
            <CariWilayah
              label={t('wilayah')}
              lebar="100%"
              {...(wilayah ? { terpilih: wilayah.nama } : {})}
              galat={dicoba && !wilayah ? t('isiWilayah') : null}
              saring={(w) => w.tingkat === 'desa'}
              onPilih={(k, w) => setWilayah({ kode: k, nama: w.nama })}
            />
          )}
          <NativeSelect
            label={t('jenis')}
            data={jenis.map((j) => ({ value: j, label: t(j) }))}
            value={isi.jenis}
            onChange={(e) =>
              setIsi({
                ...isi,
                jenis: jenis.find((j) => j === e.currentTarget.value) ?? isi.jenis,
              })
            }
          />
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label={t('tanggal')}
              value={isi.tanggal}
              onChange={ubah('tanggal')}
              required
            />
            <TextInput type="time" label={t('mulai')} value={isi.mulai} onChange={ubah('mulai')} />
          </Group>
          {(['tempat', 'pemimpin', 'notulis'] as const).map((nama) => (
            <TextInput
              key={nama}
              label={t(nama)}
              value={isi[nama]}
              onChange={ubah(nama)}
              maxLength={nama === 'tempat' ? 160 : 120}
            />
          ))}
          <PesanGalat error={perintah.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onTutup}>
              {t('batalBuat')}
            </Button>
            <Button type="submit" loading={perintah.isPending}>
              {t('simpan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
