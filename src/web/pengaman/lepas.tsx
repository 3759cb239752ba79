/** The dialog of one pattern: whom it holds, and the release of those chosen, with a reason. */
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type JenisUsulan, jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { teksUi } from '#ui/teks.ts'
import { shownOf } from '#web/api.ts'
import { useCommand } from '#web/kueri.ts'
import { type Pola, useTempat } from '#web/pengaman/pola.ts'
import { teksPengaman } from '#web/pengaman/teks.ts'

const isJenis = (nama: string): nama is JenisUsulan => nama in jenisUsulan

export function Lepas({ pola, onTutup }: { pola: Pola; onTutup: () => void }) {
  const t = useTeks(teksPengaman)
  const u = useTeks(teksUi)
  const label = useLabel()
  const tempat = useTempat()
  const [dipilih, setDipilih] = useState<readonly string[]>(pola.usulan.map((one) => one.id))
  const [alasan, setAlasan] = useState('')
  const [dicoba, setDicoba] = useState(false)
  const perintah = useCommand('pengaman.lepas', ['pengaman.daftar'])
  const pendek = alasan.trim().length < 10
  const kirim = () => {
    setDicoba(true)
    if (pendek || dipilih.length === 0) return
    const usulan = pola.usulan
      .filter((one) => dipilih.includes(one.id))
      .map(({ kab, id, versi }) => ({ kab, id, versi }))
    perintah.mutate({ usulan, alasan: alasan.trim() }, { onSuccess: onTutup })
  }
  const salah = perintah.isError ? shownOf(perintah.error) : null
  return (
    <Modal
      opened
      onClose={onTutup}
      size="lg"
      title={t('dialog', { pola: label(pola.label), tempat: tempat(pola) })}
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <Stack gap="md">
        {pola.bolehLepas ? null : (
          <Notice nada="info">{t('bukanAnda', { pelepas: label(pola.pelepas) })}</Notice>
        )}
        <Checkbox.Group
          label={t('siapa')}
          value={[...dipilih]}
          onChange={setDipilih}
          error={dicoba && dipilih.length === 0 ? t('pilihSalahSatu') : null}
        >
          <Stack gap={4} mt="xs">
            {pola.usulan.map((one) => (
              <Checkbox
                key={one.id}
                value={one.id}
                disabled={!pola.bolehLepas}
                label={`${one.nama} · ${isJenis(one.jenis) ? label(jenisUsulan[one.jenis].label) : one.jenis}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {pola.bolehLepas ? (
          <Textarea
            label={t('alasan')}
            description={t('alasanIsi')}
            autosize
            minRows={2}
            maxLength={500}
            value={alasan}
            onChange={(e) => setAlasan(e.currentTarget.value)}
            error={dicoba && pendek ? t('alasanPendek') : null}
          />
        ) : null}
        {salah ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {salah.judul} {salah.isi}
          </Text>
        ) : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onTutup}>
            {pola.bolehLepas ? u('batal') : u('tutup')}
          </Button>
          {pola.bolehLepas ? (
            <Button onClick={kirim} loading={perintah.isPending}>
              {t('lepas', { jumlah: dipilih.length })}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  )
}
