/** Where a proposal stands with its meeting: waiting for one, on an agenda, or decided under a number. */
import { Text } from '@mantine/core'
import { pembacaMusyawarah, penyelenggaraMusyawarah } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { teksMusyawarah } from '#web/musyawarah/teks.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { Tautan } from '#web/tautan.tsx'

type Usulan = OutputOf<'usulan.satu'>

export function MusyawarahUsulan({ u }: { u: Usulan }) {
  const t = useTeks(teksMusyawarah)
  const f = useFormat()
  const { peran } = useSesi()
  const m = u.musyawarah
  const menunggu = u.sesudah.some((s) => s.aksi === 'setujui')
  if (!m && !menunggu) return null
  if (!m)
    return (
      <Notice nada="info" judul={t('usulanMenunggu')}>
        {penyelenggaraMusyawarah.some((p) => p === peran) ? (
          <Tautan to="/musyawarah">{t('keMusyawarah')}</Tautan>
        ) : null}
      </Notice>
    )
  const isi = { tanggal: f.tanggal(m.tanggal), nomor: m.nomor ?? '' }
  return (
    <Notice nada="info" judul={t(m.ditandatangani ? 'usulanDiputus' : 'usulanAgenda', isi)}>
      {pembacaMusyawarah.some((p) => p === peran) ? (
        <Tautan to="/musyawarah/$kab/$id" params={{ kab: String(m.kab), id: m.id }}>
          {t('bukaMusyawarah')}
        </Tautan>
      ) : (
        <Text size="sm">{t('usulanKelurahan')}</Text>
      )}
    </Notice>
  )
}
