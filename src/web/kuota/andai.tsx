/** Whom one entering family displaces when rank decides. */
import { Modal, Stack, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { inputSimulasi, type PilihanSimulasi } from '#web/kuota/alamat.ts'
import type { BarisKuota } from '#web/kuota/baris-semua.ts'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { TabelBaris } from '#web/kuota/tabel-baris.tsx'
import { teksKuota } from '#web/kuota/teks.ts'

type Props = { s: Simulasi; pilihan: PilihanSimulasi; baris: BarisKuota; onTutup: () => void }

export function Andai({ s, pilihan, baris, onTutup }: Props) {
  const t = useTeks(teksKuota)
  const u = useTeks(teksUi)
  const label = useLabel()
  const kueri = useOp('kuota.andai', {
    ...inputSimulasi(s.kuota.id, pilihan),
    kab: baris.kab,
    keluarga: baris.id,
  })
  return (
    <Modal
      opened
      onClose={onTutup}
      title={t('andaiJudul')}
      size="xl"
      closeButtonProps={{ 'aria-label': u('tutup') }}
    >
      <Tampil kueri={kueri}>
        {(data) => (
          <Stack gap="md">
            <Text size="sm">{label(data.kalimat)}</Text>
            <TabelBaris baris={data.tergeser} />
          </Stack>
        )}
      </Tampil>
    </Modal>
  )
}
