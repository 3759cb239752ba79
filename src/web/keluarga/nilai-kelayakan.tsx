/** Finds a family eligible or not, with a ground and a day: how a rank falls without deletion. */
import { Button, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf, versiKini } from '#web/benturan.ts'
import { teksSatu } from '#web/keluarga/teks-satu.ts'
import { useCommand } from '#web/kueri.ts'
import type { InputOf, OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

type Status = InputOf<'keluarga.nilai_kelayakan'>['status']

const pilihan = [
  ['layak', 'statusLayak'],
  ['tidak_layak', 'statusTidakLayak'],
  ['belum_dinilai', 'statusBelumDinilai'],
] as const satisfies readonly (readonly [Status, string])[]

const segarkan = ['keluarga.satu', 'keluarga.daftar'] as const

const isStatus = (nilai: string): nilai is Status => pilihan.some(([status]) => status === nilai)

export function NilaiKelayakan({ k }: { k: OutputOf<'keluarga.satu'> }) {
  const t = useTeks(teksSatu)
  const { hariIni } = useSesi()
  const [buka, setBuka] = useState(false)
  const [status, setStatus] = useState<Status>('tidak_layak')
  const [dasar, setDasar] = useState('')
  const [tanggal, setTanggal] = useState(hariIni)
  const [kurang, setKurang] = useState(false)
  const perintah = useCommand('keluarga.nilai_kelayakan', segarkan)
  const kirim = (versi: number) =>
    perintah.mutate(
      { kab: k.kab, id: k.id, status, dasar: dasar.trim(), tanggal, versi },
      { onSuccess: () => setBuka(false) },
    )
  const catat = () => {
    const cukup = dasar.trim().length >= 5
    setKurang(!cukup)
    if (!cukup) return
    kirim(k.versi)
  }
  const benturan = benturanOf(perintah.error)
  const galat = perintah.isError && !benturan ? shownOf(perintah.error) : null
  const biarkan = () => {
    perintah.reset()
    setBuka(false)
    bacaUlang(segarkan)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconScale size={16} aria-hidden />}
        onClick={() => setBuka(true)}
      >
        {t('nilaiKelayakan')}
      </Button>
      <Confirm
        buka={buka}
        judul={t('nilaiKelayakan')}
        tombol={t('catatPenilaian')}
        sibuk={perintah.isPending}
        galat={galat ? [galat.judul, galat.isi].filter(Boolean).join(' ') : undefined}
        onBatal={() => setBuka(false)}
        onYa={catat}
      >
        <Text size="sm">{t('nilaiKelayakanIsi')}</Text>
        <NativeSelect
          label={t('hasilPenilaian')}
          data={pilihan.map(([value, teks]) => ({ value, label: t(teks) }))}
          value={status}
          data-autofocus
          onChange={(e) => {
            if (isStatus(e.currentTarget.value)) setStatus(e.currentTarget.value)
          }}
        />
        <Textarea
          label={t('dasarPenilaian')}
          placeholder={t('dasarContoh')}
          value={dasar}
          maxLength={500}
          autosize
          minRows={2}
          required
          error={kurang ? t('dasarKurang') : null}
          onChange={(e) => setDasar(e.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('tanggalPenilaian')}
          value={tanggal}
          max={hariIni}
          required
          onChange={(e) => setTanggal(e.currentTarget.value)}
        />
      </Confirm>
      {benturan ? (
        <DialogBenturan isi={benturan} onKini={biarkan} onSaya={() => kirim(versiKini(benturan))} />
      ) : null}
    </>
  )
}
