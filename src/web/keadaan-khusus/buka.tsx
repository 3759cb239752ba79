/** The dialogs of the office that carries a decree out: opening a special state, its number later, its end. */

import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import type { Khusus } from '#web/keadaan-khusus/halaman.tsx'
import { teksKhusus } from '#web/keadaan-khusus/teks.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { PilihWilayah } from '#web/wilayah/pilih.tsx'

type Daftar = OutputOf<'keadaan_khusus.daftar'>

export function BukaKhusus({ d, onTutup }: { d: Daftar; onTutup: () => void }) {
  const t = useTeks(teksKhusus)
  const label = useLabel()
  const sesi = useSesi()
  const [f, setF] = useState({
    wilayah: sesi.wilayah.kode,
    jenis: d.jenis[0]?.kode ?? '',
    nama: '',
    suratNomor: '',
    suratTanggal: '',
    dari: sesi.hariIni,
    sampai: '',
    melepasPengaman: false,
  })
  const ubah = (isi: Partial<typeof f>) => setF((kini) => ({ ...kini, ...isi }))
  const perintah = useCommand('keadaan_khusus.buka', ['keadaan_khusus.daftar'])
  const { suratNomor, suratTanggal, ...rest } = f
  return (
    <Confirm
      buka
      judul={t('buka')}
      tombol={t('buka')}
      onBatal={onTutup}
      onYa={() =>
        perintah.mutate(
          {
            ...rest,
            nama: f.nama.trim(),
            ...(suratNomor.trim() ? { suratNomor: suratNomor.trim() } : {}),
            ...(suratTanggal ? { suratTanggal } : {}),
          },
          { onSuccess: onTutup },
        )
      }
      sibuk={perintah.isPending}
      mati={f.nama.trim().length < 3 || f.sampai === '' || f.wilayah === 0}
      galat={kataGalat(perintah.error)}
    >
      <Stack gap="md">
        <TextInput
          label={t('nama')}
          description={t('namaIsi')}
          maxLength={120}
          value={f.nama}
          onChange={(e) => ubah({ nama: e.currentTarget.value })}
        />
        <NativeSelect
          label={t('jenis')}
          data={d.jenis.map((j) => ({ value: j.kode, label: label(j.label) }))}
          value={f.jenis}
          onChange={(e) => ubah({ jenis: e.currentTarget.value })}
        />
        <PilihWilayah
          kode={f.wilayah || undefined}
          onPilih={(wilayah) => ubah({ wilayah: wilayah ?? 0 })}
        />
        <TextInput
          label={t('dari')}
          type="date"
          value={f.dari}
          onChange={(e) => ubah({ dari: e.currentTarget.value })}
        />
        <TextInput
          label={t('sampai')}
          description={t('sampaiIsi', { hari: d.lamaTerpanjang })}
          type="date"
          value={f.sampai}
          onChange={(e) => ubah({ sampai: e.currentTarget.value })}
        />
        <TextInput
          label={t('suratNomor')}
          description={t('suratNomorIsi', { hari: d.nomorMenyusul })}
          maxLength={80}
          value={suratNomor}
          onChange={(e) => ubah({ suratNomor: e.currentTarget.value })}
        />
        <TextInput
          label={t('suratTanggal')}
          type="date"
          value={suratTanggal}
          onChange={(e) => ubah({ suratTanggal: e.currentTarget.value })}
        />
        <Checkbox
          label={t('lepas')}
          description={t('lepasIsi')}
          checked={f.melepasPengaman}
          onChange={(e) => ubah({ melepasPengaman: e.currentTarget.checked })}
        />
      </Stack>
    </Confirm>
  )
}

export function UbahKhusus({ k, d, onTutup }: { k: Khusus; d: Daftar; onTutup: () => void }) {
  const t = useTeks(teksKhusus)
  const [nomor, setNomor] = useState(k.suratNomor ?? '')
  const [tanggal, setTanggal] = useState(k.suratTanggal ?? '')
  const [sampai, setSampai] = useState(k.sampai)
  const perintah = useCommand('keadaan_khusus.ubah', ['keadaan_khusus.daftar'])
  return (
    <Confirm
      buka
      judul={`${t('ubah')}: ${k.nama}`}
      tombol={t('simpan')}
      onBatal={onTutup}
      onYa={() =>
        perintah.mutate(
          {
            id: k.id,
            versi: k.versi,
            ...(nomor.trim() ? { suratNomor: nomor.trim() } : {}),
            ...(tanggal ? { suratTanggal: tanggal } : {}),
            ...(sampai ? { sampai } : {}),
          },
          { onSuccess: onTutup },
        )
      }
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
    >
      <Stack gap="md">
        <TextInput
          label={t('suratNomor')}
          maxLength={80}
          value={nomor}
          onChange={(e) => setNomor(e.currentTarget.value)}
        />
        <TextInput
          label={t('suratTanggal')}
          type="date"
          value={tanggal}
          onChange={(e) => setTanggal(e.currentTarget.value)}
        />
        <TextInput
          label={t('sampai')}
          description={t('sampaiIsi', { hari: d.lamaTerpanjang })}
          type="date"
          value={sampai}
          onChange={(e) => setSampai(e.currentTarget.value)}
        />
      </Stack>
    </Confirm>
  )
}
