/** Decides an objection: what the letter said, what the family says, and a decision with its ground. */

import { Radio, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { kataGalat } from '#web/galat.tsx'
import type { Pemberitahuan } from '#web/keberatan/tabel.tsx'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import { useCommand } from '#web/kueri.ts'

export function PutuskanKeberatan({ n, onTutup }: { n: Pemberitahuan; onTutup: () => void }) {
  const t = useTeks(teksKeberatan)
  const f = useFormat()
  const [putusan, setPutusan] = useState('')
  const [alasan, setAlasan] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('keberatan.putuskan', ['pemberitahuan.daftar'])
  const k = n.keberatan
  if (!k) return null
  const kurang = alasan.trim().length < 10
  return (
    <Confirm
      buka
      judul={t('putuskanJudul', { nama: n.namaKepala })}
      tombol={t('putuskan')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={() => {
        setDicoba(true)
        if (kurang || putusan === '') return
        perintah.mutate(
          { kab: n.kab, id: k.id, kabul: putusan === 'kabul', alasan },
          { onSuccess: onTutup },
        )
      }}
    >
      <Petikan judul={t('dasarnya')} isi={n.alasan} />
      <Petikan
        judul={t('keberatanDari', {
          nama: k.pemohon,
          hubungan: k.hubungan,
          hari: f.tanggalPendek(k.tanggal),
        })}
        isi={k.alasan}
      />
      <Radio.Group
        label={t('putusan')}
        required
        value={putusan}
        onChange={setPutusan}
        error={dicoba && putusan === '' ? t('pilihPutusan') : null}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="kabul" label={t('kabul')} />
          <Radio value="tolak" label={t('tolak')} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('alasanPutus')}
        description={t('alasanPutusIsi')}
        required
        maxLength={1000}
        autosize
        minRows={3}
        value={alasan}
        error={dicoba && kurang ? t('isiAlasan') : null}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
    </Confirm>
  )
}

function Petikan({ judul, isi }: { judul: string; isi: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {judul}
      </Text>
      <Text size="sm">{isi}</Text>
    </div>
  )
}
