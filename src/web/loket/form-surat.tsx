/** What a letter still needs: for whom, for what, and under which number. */

import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import type { KeluargaLoket } from '#web/loket/hasil.tsx'
import { teksLoket } from '#web/loket/teks.ts'
import type { Terbit } from '#web/loket/terbit.tsx'

type Props = {
  /** Null: the letter that somebody is not registered. */
  k: KeluargaLoket | null
  dicari: string
  onBatal: () => void
  onTerbit: (t: Terbit) => void
}

const angka = (text: string): string => text.replace(/[\s.-]/g, '')

export function FormSurat({ k, dicari, onBatal, onTerbit }: Props) {
  const t = useTeks(teksLoket)
  const nomorDicari = /^\d{16}$/.test(angka(dicari))
  const [orang, setOrang] = useState(k?.anggota.find((a) => a.cocok)?.id ?? k?.anggota[0]?.id ?? '')
  const [nama, setNama] = useState(k || nomorDicari ? '' : dicari.toUpperCase())
  const [nik, setNik] = useState(nomorDicari ? angka(dicari) : '')
  const [alamat, setAlamat] = useState('')
  const [keperluan, setKeperluan] = useState('')
  const [nomor, setNomor] = useState('')
  const [penanda, setPenanda] = useState('0')
  const [kurang, setKurang] = useState(false)
  const kop = useOp('kop.lihat', {})
  const perintah = useCommand('loket.surat', ['dokumen.daftar'])
  const salah = {
    nama: !k && nama.trim().length < 2,
    nik: !k && nik !== '' && !/^\d{16}$/.test(angka(nik)),
    keperluan: keperluan.trim().length < 3,
  }
  const terbitkan = () => {
    setKurang(true)
    if (salah.nama || salah.nik || salah.keperluan) return
    const siapa = k
      ? { kab: k.kab, keluarga: k.id, individu: orang }
      : {
          nama: nama.trim(),
          ...(nik ? { nik: angka(nik) } : {}),
          ...(alamat.trim() ? { alamat: alamat.trim() } : {}),
        }
    perintah.mutate(
      {
        ...siapa,
        keperluan: keperluan.trim(),
        penanda: Number(penanda),
        ...(nomor.trim() ? { nomor: nomor.trim() } : {}),
      },
      { onSuccess: onTerbit },
    )
  }
  const penandaAda = kop.data?.penanda ?? []
  return (
    <Confirm
      buka
      judul={t(k ? 'judulTerdaftar' : 'judulTidak')}
      tombol={t('terbitkan')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onBatal}
      onYa={terbitkan}
      kirimDenganEnter
    >
      {k ? (
        <NativeSelect
          label={t('untuk')}
          data={k.anggota.map((a) => ({
            value: a.id,
            label: a.nik ? `${a.nama} · ${a.nik}` : a.nama,
          }))}
          value={orang}
          onChange={(e) => setOrang(e.currentTarget.value)}
        />
      ) : (
        <>
          <TextInput
            label={t('nama')}
            value={nama}
            maxLength={100}
            required
            autoComplete="off"
            data-autofocus={nama === '' || undefined}
            error={kurang && salah.nama ? t('namaKurang') : null}
            onChange={(e) => setNama(e.currentTarget.value)}
          />
          <TextInput
            label={t('nik')}
            value={nik}
            maxLength={24}
            inputMode="numeric"
            autoComplete="off"
            error={kurang && salah.nik ? t('nikSalah') : null}
            onChange={(e) => setNik(e.currentTarget.value)}
          />
          <TextInput
            label={t('alamat')}
            value={alamat}
            maxLength={160}
            autoComplete="off"
            onChange={(e) => setAlamat(e.currentTarget.value)}
          />
        </>
      )}
      <TextInput
        label={t('keperluan')}
        placeholder={t('keperluanContoh')}
        value={keperluan}
        maxLength={120}
        required
        data-autofocus={k !== null || nama !== '' || undefined}
        error={kurang && salah.keperluan ? t('keperluanKurang') : null}
        onChange={(e) => setKeperluan(e.currentTarget.value)}
      />
      <TextInput
        label={t('nomor')}
        value={nomor}
        maxLength={80}
        autoComplete="off"
        onChange={(e) => setNomor(e.currentTarget.value)}
      />
      <NativeSelect
        label={t('penanda')}
        data={penandaAda.map((p, i) => ({
          value: String(i),
          label: p.nama ? `${p.jabatan}: ${p.nama}` : t('tanpaNama', { jabatan: p.jabatan }),
        }))}
        value={penanda}
        onChange={(e) => setPenanda(e.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('tercatat')}
      </Text>
    </Confirm>
  )
}
