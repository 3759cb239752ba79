/** Enters an objection at the counter, then offers the receipt. */

import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { teksUi } from '#ui/teks.ts'
import { kataGalat } from '#web/galat.tsx'
import type { Pemberitahuan } from '#web/keberatan/tabel.tsx'
import { teksKeberatan } from '#web/keberatan/teks.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { unduh } from '#web/unduh.ts'

type Props = { n: Pemberitahuan; onTutup: () => void }

export function AjukanKeberatan({ n, onTutup }: Props) {
  const t = useTeks(teksKeberatan)
  const [isi, setIsi] = useState({ pemohon: '', hubungan: '', alasan: '' })
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('keberatan.ajukan', ['pemberitahuan.daftar'])
  if (perintah.data) return <Terima hasil={perintah.data} onTutup={onTutup} />
  const { pemohon, hubungan, alasan } = isi
  const kurang = {
    pemohon: pemohon.trim().length < 2,
    hubungan: hubungan.trim().length < 2,
    alasan: alasan.trim().length < 10,
  }
  const ubah = (kolom: keyof typeof isi) => (nilai: string) =>
    setIsi((lama) => ({ ...lama, [kolom]: nilai }))
  return (
    <Confirm
      buka
      judul={t('ajukan')}
      tombol={t('ajukan')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={() => {
        setDicoba(true)
        if (kurang.pemohon || kurang.hubungan || kurang.alasan) return
        perintah.mutate({ kab: n.kab, pemberitahuan: n.id, pemohon, hubungan, alasan })
      }}
    >
      <Text size="sm">
        {t('ajukanIsi', { nama: n.namaKepala, nomor: n.nomor ?? t('belumNomor') })}
      </Text>
      <TextInput
        label={t('pemohon')}
        required
        maxLength={120}
        data-autofocus
        value={pemohon}
        error={dicoba && kurang.pemohon ? t('isiPemohon') : null}
        onChange={(e) => ubah('pemohon')(e.currentTarget.value)}
      />
      <TextInput
        label={t('hubungan')}
        description={t('hubunganContoh')}
        required
        maxLength={60}
        value={hubungan}
        error={dicoba && kurang.hubungan ? t('isiHubungan') : null}
        onChange={(e) => ubah('hubungan')(e.currentTarget.value)}
      />
      <Textarea
        label={t('alasan')}
        description={t('alasanIsi')}
        required
        maxLength={1000}
        autosize
        minRows={3}
        value={alasan}
        error={dicoba && kurang.alasan ? t('isiAlasan') : null}
        onChange={(e) => ubah('alasan')(e.currentTarget.value)}
      />
    </Confirm>
  )
}

function Terima({ hasil, onTutup }: { hasil: OutputOf<'keberatan.ajukan'>; onTutup: () => void }) {
  const t = useTeks(teksKeberatan)
  const u = useTeks(teksUi)
  const f = useFormat()
  const [galat, setGalat] = useState<string | null>(null)
  const cetak = async () => {
    setGalat(null)
    try {
      await unduh('dokumen.unduh', { kab: hasil.kab, id: hasil.dokumenId }, 'tanda-terima.pdf')
    } catch (error) {
      setGalat(kataGalat(error) ?? null)
    }
  }
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t('ajukan')}
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <Stack gap="md">
        <Notice nada="baik" judul={t('diajukan', { hari: f.tanggal(hasil.tenggat) })} role="status">
          <Text size="sm">{hasil.nomor}</Text>
        </Notice>
        {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onTutup}>
            {t('selesaiTombol')}
          </Button>
          <Button
            data-autofocus
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void cetak()}
          >
            {t('tandaTerima')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
