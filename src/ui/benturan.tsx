/** Somebody else changed the record meanwhile: both values side by side, and the person decides. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { Benturan, NilaiTampil } from '#domain/versi/benturan.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import classes from '#ui/benturan.module.css'
import { type Formats, useFormat } from '#ui/format.ts'
import { teksUi } from '#ui/teks.ts'

type Props = {
  isi: readonly Benturan[]
  /** Takes what stands and lets go of what was typed. */
  onKini: () => void
  /** Sends what was typed after all; absent where what stands can no longer be changed. */
  onSaya?: (() => void) | undefined
}

export function DialogBenturan({ isi, onKini, onSaya }: Props) {
  const t = useTeks(teksUi)
  return (
    <Modal
      opened
      onClose={onKini}
      size="lg"
      title={t('bentur')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack gap="md">
        <Text size="sm">{t(onSaya ? 'benturIsi' : 'benturTetap')}</Text>
        {isi.map((b) => (
          <Satu key={b.id} b={b} />
        ))}
        <Group justify="flex-end" gap="xs">
          {onSaya ? (
            <Button variant="default" onClick={onSaya}>
              {t('pakaiSaya')}
            </Button>
          ) : null}
          <Button onClick={onKini} data-autofocus>
            {t('pakaiKini')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Satu({ b }: { b: Benturan }) {
  const t = useTeks(teksUi)
  const f = useFormat()
  const label = useLabel()
  const { peran, nama, pada } = b.oleh
  const oleh = [nama, peran ? label(peran) : null].filter(Boolean).join(', ') || t('sistem')
  return (
    <section>
      <table className={classes.tabel}>
        <caption className={classes.judul}>
          <strong>{label(b.judul)}</strong>
          <span className={classes.oleh}>
            {t('diubahOleh', { oleh })}
            {pada ? `, ${f.waktu(pada)}` : null}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('bidang')}</th>
            <th scope="col">{t('isianAnda')}</th>
            <th scope="col">{t('yangSekarang')}</th>
          </tr>
        </thead>
        <tbody>
          {b.bidang.map((x) => (
            <tr key={x.kolom}>
              <th scope="row">{label(x.label)}</th>
              <td data-label={t('isianAnda')}>{shown(x.dikirim, f, label)}</td>
              <td data-label={t('yangSekarang')}>{shown(x.kini, f, label)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** Numbers, days and coded values as people read them; nothing is a dash. */
function shown(v: NilaiTampil, f: Formats, label: ReturnType<typeof useLabel>): string {
  if (v === null || v === '') return '–'
  if (typeof v === 'number') return f.angka(v)
  if (typeof v === 'string') return day.test(v) ? f.tanggal(v) : v
  return label(v)
}
