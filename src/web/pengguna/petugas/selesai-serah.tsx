/** What came of ending an account or handing work over. */
import { Stack } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { teksSerah } from '#web/pengguna/petugas/teks-serah.ts'
import { TombolTautan } from '#web/tautan.tsx'

type Props = { id: string; judul: string; butir: number; menunggu: boolean }

export function SelesaiSerah({ id, judul, butir, menunggu }: Props) {
  const t = useTeks(teksSerah)
  const f = useFormat()
  return (
    <Stack gap="md" align="flex-start">
      <Notice nada={menunggu ? 'perhatian' : 'baik'} judul={judul} role="status">
        {butir > 0 ? (
          <p>{t(menunggu ? 'selesaiMenunggu' : 'selesaiSerah', { n: f.angka(butir) })}</p>
        ) : null}
      </Notice>
      <TombolTautan to="/pengguna/$id" params={{ id }} variant="default">
        {t('kePetugas')}
      </TombolTautan>
    </Stack>
  )
}
