/** Decides which source is right about one field of a person, with the reason that stays. */

import { Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { kataGalat } from '#web/galat.tsx'
import type { Beda } from '#web/kepercayaan/halaman.tsx'
import { useNilai } from '#web/kepercayaan/isian.tsx'
import { teksKepercayaan } from '#web/kepercayaan/teks.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'

type Props = {
  b: Beda
  onTutup: () => void
  onPutus: (hasil: OutputOf<'beda.putus'>) => void
}

export function PutuskanBeda({ b, onTutup, onPutus }: Props) {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  const f = useFormat()
  const nilai = useNilai()
  const [putusan, setPutusan] = useState<Beda['dipercaya'] | null>(b.putusan)
  const [alasan, setAlasan] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('beda.putus', ['beda.daftar', 'usulan.daftar'])
  const kurang = alasan.trim().length < 5
  return (
    <Confirm
      buka
      judul={t('putuskanJudul', { bidang: label(b.label), nama: b.nama })}
      tombol={t('putuskan')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={() => {
        setDicoba(true)
        if (kurang || putusan === null) return
        const { kab, id, versi } = b
        perintah.mutate({ kab, id, versi, putusan, alasan }, { onSuccess: onPutus })
      }}
    >
      <Radio.Group
        label={t('yangBenar')}
        required
        value={putusan ?? ''}
        onChange={(v) => setPutusan(b.calon.find((c) => c.sumber === v)?.sumber ?? null)}
        error={dicoba && putusan === null ? t('pilihSumber') : null}
      >
        <Stack gap="xs" mt="xs">
          {b.calon.map((c) => (
            <Radio
              key={c.sumber}
              value={c.sumber}
              label={nilai(c)}
              description={[
                `${t(`sumber_${c.sumber}`)}, ${f.tanggalPendek(c.tanggal)}`,
                ...(c.sumber === b.dipercaya ? [t('saran')] : []),
              ].join(' · ')}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('alasan')}
        description={t('alasanIsi')}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={alasan}
        error={dicoba && kurang ? t('alasanKurang') : null}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('registriTetap')}
      </Text>
    </Confirm>
  )
}
