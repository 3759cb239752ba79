/** The dialog that makes a letter of endorsement: with its number, or the day by which that follows. */

import { SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { kataGalat } from '#web/galat.tsx'
import { teksKiriman } from '#web/kiriman/teks.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'

type Daftar = OutputOf<'kiriman.daftar'>
type Props = { siap: Daftar['siap'][number]; daftar: Daftar; onTutup: () => void }

export function BuatKiriman({ siap, daftar, onTutup }: Props) {
  const t = useTeks(teksKiriman)
  const f = useFormat()
  const [cara, setCara] = useState('bernomor')
  const [nomor, setNomor] = useState('')
  const [tenggat, setTenggat] = useState(daftar.nomorPalingLambat)
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('kiriman.buat', ['kiriman.daftar'])
  const bernomor = cara === 'bernomor'
  const lengkap = bernomor
    ? nomor.trim() !== ''
    : tenggat !== '' && tenggat <= daftar.nomorPalingLambat
  const paling = f.tanggalPendek(daftar.nomorPalingLambat)
  const kirim = () => {
    setDicoba(true)
    if (!lengkap) return
    perintah.mutate(
      {
        periode: siap.periode,
        jumlah: siap.jumlah,
        ...(bernomor ? { suratNomor: nomor.trim() } : { suratTenggat: tenggat }),
      },
      { onSuccess: onTutup },
    )
  }
  return (
    <Confirm
      buka
      judul={t('buatJudul', { periode: siap.periode })}
      tombol={t('buat')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={kirim}
    >
      <Text size="sm">
        {t('buatIsi', { n: f.angka(Math.min(siap.jumlah, daftar.terbanyak)) })}{' '}
        {siap.jumlah > daftar.terbanyak ? t('terbanyak', { n: f.angka(daftar.terbanyak) }) : ''}
      </Text>
      <SegmentedControl
        aria-label={t('nomorSurat')}
        value={cara}
        onChange={setCara}
        data={[
          { value: 'bernomor', label: t('bernomor') },
          { value: 'menyusul', label: t('menyusul') },
        ]}
      />
      {bernomor ? (
        <TextInput
          label={t('adaNomor')}
          value={nomor}
          maxLength={80}
          required
          data-autofocus
          error={dicoba && !lengkap ? t('isiNomor') : null}
          onChange={(e) => setNomor(e.currentTarget.value)}
        />
      ) : (
        <TextInput
          type="date"
          label={t('menyusulSampai')}
          description={t('menyusulIsi', { hari: paling })}
          value={tenggat}
          max={daftar.nomorPalingLambat}
          required
          error={dicoba && !lengkap ? t('isiTenggat', { hari: paling }) : null}
          onChange={(e) => setTenggat(e.currentTarget.value)}
        />
      )}
    </Confirm>
  )
}
