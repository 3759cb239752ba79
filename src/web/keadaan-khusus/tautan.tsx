/** The dialogs of one row: the registered family it is, or why it is struck out. */

import { Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { nomorRt } from '#ui/format.ts'
import { kataGalat } from '#web/galat.tsx'
import type { BarisKhusus } from '#web/keadaan-khusus/satu.tsx'
import { teksKhusus } from '#web/keadaan-khusus/teks.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'

type Props = { baris: BarisKhusus; onTutup: () => void }

export function TautkanBaris({ baris, onTutup }: Props) {
  const t = useTeks(teksKhusus)
  const [dipilih, setDipilih] = useState(baris.keluargaId ?? '')
  const kueri = useOp('keadaan_khusus.calon', { kab: baris.kab, id: baris.id })
  const perintah = useCommand('keadaan_khusus.tautkan', ['keadaan_khusus.satu'])
  return (
    <Confirm
      buka
      judul={`${t('tautkan')}: ${baris.nama}`}
      tombol={t('simpan')}
      onBatal={onTutup}
      onYa={() =>
        perintah.mutate(
          { kab: baris.kab, id: baris.id, versi: baris.versi, keluargaId: dipilih || null },
          { onSuccess: onTutup },
        )
      }
      sibuk={perintah.isPending}
      mati={dipilih === (baris.keluargaId ?? '')}
      galat={kataGalat(perintah.error)}
    >
      <Tampil kueri={kueri}>
        {({ calon }) =>
          calon.length === 0 && !baris.keluargaId ? (
            <Text size="sm">{t('calonKosong')}</Text>
          ) : (
            <Radio.Group label={t('calon')} value={dipilih} onChange={setDipilih}>
              <Stack gap="xs" mt="xs">
                {calon.map((k) => (
                  <Radio
                    key={k.id}
                    value={k.id}
                    label={t('calonIsi', {
                      nama: k.namaKepala,
                      rt: nomorRt(k.rt),
                      n: k.jumlahAnggota,
                    })}
                  />
                ))}
                {baris.keluargaId ? <Radio value="" label={t('lepasTautan')} /> : null}
              </Stack>
            </Radio.Group>
          )
        }
      </Tampil>
    </Confirm>
  )
}

export function CoretBaris({ baris, onTutup }: Props) {
  const t = useTeks(teksKhusus)
  const [alasan, setAlasan] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const pendek = alasan.trim().length < 5
  const perintah = useCommand('keadaan_khusus.coret', ['keadaan_khusus.satu'])
  return (
    <Confirm
      buka
      judul={`${t('coret')}: ${baris.nama}`}
      tombol={t('coret')}
      onBatal={onTutup}
      onYa={() => {
        setDicoba(true)
        if (!pendek)
          perintah.mutate(
            { kab: baris.kab, id: baris.id, versi: baris.versi, alasan: alasan.trim() },
            { onSuccess: onTutup },
          )
      }}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
    >
      <Textarea
        label={t('coretAlasan')}
        autosize
        minRows={2}
        maxLength={200}
        value={alasan}
        error={dicoba && pendek ? t('alasanPendek') : null}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
    </Confirm>
  )
}
