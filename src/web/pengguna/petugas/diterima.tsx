/** On the first page: work that was handed to me by name and is not done yet. */
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { useOp } from '#web/kueri.ts'
import { teksSerah } from '#web/pengguna/petugas/teks-serah.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

/** Seldom changes: asked again after five minutes at the earliest. */
const jarang = 5 * 60_000

export function PekerjaanDiterima() {
  const t = useTeks(teksSerah)
  const f = useFormat()
  // An auditor is handed no work, and would be asked for a purpose before the first page is read.
  const enabled = useSesi().peran !== 'auditor'
  const { data } = useOp(
    'pengguna.serah_terima',
    { lingkup: 'saya' },
    { enabled, staleTime: jarang },
  )
  const belum = data?.serahTerima.flatMap((s) => s.butir).filter((b) => !b.selesai).length ?? 0
  if (belum === 0) return null
  return (
    <Notice nada="info" judul={t('diterima', { n: f.angka(belum) })}>
      <Tautan to="/serah-terima" search={{ lingkup: 'saya' }}>
        {t('diterimaLihat')}
      </Tautan>
    </Notice>
  )
}
