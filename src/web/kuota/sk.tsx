/** Establishes a frozen list by decree; from then on it can be posted and families can be told. */
import { Button, Text, TextInput } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { shownOf } from '#web/api.ts'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import { useCommand } from '#web/kueri.ts'

type Props = {
  id: string
  hash: string
  /** How many families the decree names, and how many it leaves out for want of a NIK. */
  dalam: number
  luar: number
}

export function TetapkanSk({ id, hash, dalam, luar }: Props) {
  const f = useFormat()
  const t = useTeks(teksKeberatan)
  const [buka, setBuka] = useState(false)
  const [isi, setIsi] = useState({ nomor: '', tanggal: '', penerbit: '' })
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('kuota.terbitkan', ['kuota.daftar_beku_satu', 'kuota.daftar_beku'])
  const lengkap = isi.nomor.trim() && isi.tanggal && isi.penerbit.trim().length >= 3
  const gagal = perintah.isError ? shownOf(perintah.error) : null
  const kolom = (nama: keyof typeof isi) => ({
    value: isi[nama],
    required: true,
    onChange: (e: { currentTarget: { value: string } }) => {
      const { value } = e.currentTarget
      setIsi((lama) => ({ ...lama, [nama]: value }))
    },
  })
  return (
    <>
      <Button leftSection={<IconGavel size={16} aria-hidden />} onClick={() => setBuka(true)}>
        {t('sk')}
      </Button>
      <Confirm
        buka={buka}
        judul={t('sk')}
        tombol={t('sk')}
        sibuk={perintah.isPending}
        galat={
          gagal
            ? `${gagal.judul} ${gagal.isi ?? ''}`
            : dicoba && !lengkap
              ? t('skKurang')
              : undefined
        }
        onBatal={() => setBuka(false)}
        onYa={() => {
          setDicoba(true)
          if (lengkap) perintah.mutate({ id, hash, ...isi }, { onSuccess: () => setBuka(false) })
        }}
      >
        <Text size="sm">{t('skIsi')}</Text>
        <Text size="sm">{t('skNama', { n: f.angka(dalam) })}</Text>
        {luar > 0 ? <Text size="sm">{t('skLuar', { n: f.angka(luar) })}</Text> : null}
        <TextInput label={t('skNomor')} maxLength={80} data-autofocus {...kolom('nomor')} />
        <TextInput label={t('skTanggal')} type="date" {...kolom('tanggal')} />
        <TextInput
          label={t('skPenerbit')}
          description={t('skPenerbitContoh')}
          maxLength={120}
          {...kolom('penerbit')}
        />
      </Confirm>
    </>
  )
}
