/** Says for what purpose data is opened from now on, with own words beside it where they help. */
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'
import { queryClient } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { useDaftarTujuan } from '#web/shell/daftar-tujuan.ts'
import { teksShell } from '#web/shell/teks.ts'
import classes from '#web/shell/tujuan.module.css'
import { pilihTujuan, useTujuan } from '#web/tujuan.ts'

type Props = { onSelesai: (dipilih: boolean) => void }

export function PilihTujuan({ onSelesai }: Props) {
  const t = useTeks(teksShell)
  const ui = useTeks(teksUi)
  const daftar = useDaftarTujuan()
  return (
    <Modal
      opened
      onClose={() => onSelesai(false)}
      title={t('tujuanJudul')}
      closeButtonProps={{ 'aria-label': ui('tutup') }}
    >
      <Tampil kueri={daftar}>{(data) => <Pilihan daftar={data} onSelesai={onSelesai} />}</Tampil>
    </Modal>
  )
}

type PilihanProps = Props & { daftar: OutputOf<'jejak.tujuan'> }

function Pilihan({ daftar, onSelesai }: PilihanProps) {
  const t = useTeks(teksShell)
  const ui = useTeks(teksUi)
  const label = useLabel()
  const kini = useTujuan()
  const { pilihan, bawaan } = daftar
  const [kode, setKode] = useState<string | null>(kini?.kode ?? bawaan)
  const [teks, setTeks] = useState(kini?.teks ?? '')
  const simpan = () => {
    if (kode === null) return
    const kata = teks.trim()
    pilihTujuan(kode === bawaan && !kata ? null : { kode, ...(kata ? { teks: kata } : {}) })
    // What was refused for want of a purpose is read again.
    void queryClient.resetQueries({ predicate: (q) => q.state.status === 'error' })
    onSelesai(true)
  }
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        simpan()
      }}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('tujuanIsi')}
        </Text>
        <Radio.Group value={kode} onChange={setKode} aria-label={t('tujuanJudul')}>
          <Stack gap={6}>
            {pilihan.map((p) => (
              <Radio.Card key={p.kode} value={p.kode} className={classes.pilihan}>
                <Radio.Indicator />
                <span>
                  <span className={classes.nama}>
                    {label(p.label)}
                    {p.kode === bawaan ? ` (${t('tujuanBawaan')})` : ''}
                  </span>
                  <span className={classes.isi}>{label(p.keterangan)}</span>
                </span>
              </Radio.Card>
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('tujuanTeks')}
          description={t('tujuanTeksIsi')}
          value={teks}
          maxLength={200}
          onChange={(e) => setTeks(e.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => onSelesai(false)}>
            {ui('batal')}
          </Button>
          <Button type="submit" disabled={kode === null}>
            {t('tujuanPakai')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
