/** Splits a quota among villages: a proposal by one method, changed by hand, that must add up. */

import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { useFormat } from '#ui/format.ts'
import { teksUi } from '#ui/teks.ts'
import { bacaUlang, benturanOf, versiKini } from '#web/benturan.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { inputSimulasi, type PilihanSimulasi } from '#web/kuota/alamat.ts'
import classes from '#web/kuota/bagi.module.css'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import type { OutputOf } from '#web/operasi.ts'

type Usul = OutputOf<'kuota.pembagian'>
type Metode = Usul['metode']
const metode = ['terdaftar', 'miskin', 'peringkat', 'manual'] as const satisfies readonly Metode[]

const segarkan = ['kuota.daftar', 'kuota.simulasi', 'kuota.pembagian'] as const

type Props = { s: Simulasi; pilihan: PilihanSimulasi; onTutup: () => void }

export function Bagi({ s, pilihan, onTutup }: Props) {
  const t = useTeks(teksKuota)
  const u = useTeks(teksUi)
  const [cara, setCara] = useState<Metode>('terdaftar')
  const { metode: _, ...dasar } = inputSimulasi(s.kuota.id, pilihan)
  const kueri = useOp('kuota.pembagian', { ...dasar, metode: cara })
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t('bagiJudul')}
      size="lg"
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('bagiIsi')}</Text>
        <NativeSelect
          label={t('pembagian')}
          value={cara}
          onChange={(e) => setCara(metode.find((m) => m === e.currentTarget.value) ?? 'terdaftar')}
          data={metode.map((m) => ({ value: m, label: t(m) }))}
        />
        <Tampil kueri={kueri}>
          {(usul) => <Lembar key={usul.metode} usul={usul} kuota={s.kuota} onTutup={onTutup} />}
        </Tampil>
      </Stack>
    </Modal>
  )
}

type LembarProps = { usul: Usul; kuota: Simulasi['kuota']; onTutup: () => void }

function Lembar({ usul, kuota, onTutup }: LembarProps) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const [isi, setIsi] = useState(() => new Map(usul.bagian.map((b) => [b.wilayah, b.jumlah])))
  const [alasan, setAlasan] = useState('')
  const perintah = useCommand('kuota.bagi', segarkan)
  const benturan = benturanOf(perintah.error)
  const jumlah = [...isi.values()].reduce((a, b) => a + b, 0)
  const sisa = usul.kuota - jumlah
  const simpan = (versi: number) =>
    perintah.mutate(
      {
        id: kuota.id,
        versi,
        metode: usul.metode,
        bagian: usul.bagian.map((b) => ({ wilayah: b.wilayah, jumlah: isi.get(b.wilayah) ?? 0 })),
        alasan: alasan.trim(),
      },
      { onSuccess: onTutup },
    )
  const keterangan =
    sisa === 0
      ? t('bagiPas')
      : t(sisa > 0 ? 'bagiSisa' : 'bagiLebih', { n: f.angka(Math.abs(sisa)) })
  return (
    <>
      <div className={classes.daftar}>
        {usul.bagian.map((b) => (
          <div key={b.wilayah} className={classes.baris}>
            <span>
              {b.nama}
              <Text size="xs" c="dimmed" component="span" display="block">
                {t('terdaftarJumlah')} {f.angka(b.terdaftar)} · {t('menerima')}{' '}
                {f.angka(b.menerima)}
              </Text>
            </span>
            <NumberInput
              aria-label={`${t('kuota')} ${b.nama}`}
              w={112}
              min={0}
              allowDecimal={false}
              hideControls
              value={isi.get(b.wilayah) ?? 0}
              onChange={(v) => setIsi((lama) => new Map(lama).set(b.wilayah, Number(v) || 0))}
            />
          </div>
        ))}
      </div>
      <Text size="sm" fw={600} role="status" aria-live="polite">
        {keterangan}
      </Text>
      <TextInput
        label={t('alasan')}
        required
        value={alasan}
        maxLength={500}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
      {benturan ? (
        <DialogBenturan
          isi={benturan}
          onKini={() => {
            bacaUlang(segarkan)
            onTutup()
          }}
          onSaya={() => simpan(versiKini(benturan))}
        />
      ) : null}
      {perintah.isError && !benturan ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {kataGalat(perintah.error)}
        </Text>
      ) : null}
      <Group justify="flex-end">
        <Button
          onClick={() => simpan(kuota.pembagian?.versi ?? 0)}
          loading={perintah.isPending}
          disabled={sisa !== 0 || alasan.trim().length < 5}
        >
          {t('tetapkanBagi')}
        </Button>
      </Group>
    </>
  )
}
