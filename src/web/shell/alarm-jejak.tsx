/** Says on every page that the log cannot be sealed, or that changes are refused because of it. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { teksJejak } from '#web/jejak/teks.ts'
import { useOp } from '#web/kueri.ts'
import classes from '#web/shell/alarm-jejak.module.css'

const MENIT = 60_000

export function AlarmJejak() {
  const t = useTeks(teksJejak)
  const f = useFormat()
  const label = useLabel()
  const { data } = useOp(
    'jejak.keadaan',
    {},
    { pantau: (k) => (k && k.status !== 'aman' ? MENIT / 4 : MENIT), staleTime: MENIT / 4 },
  )
  const bahaya = data && data.status !== 'aman' ? data : null
  const terhenti = bahaya?.status === 'terhenti'
  const kalimat = bahaya
    ? [
        ...(bahaya.sejak ? [t('sejakWaktu', { waktu: f.waktu(bahaya.sejak) })] : []),
        ...(bahaya.sebab ? [label(bahaya.sebab)] : []),
        ...(terhenti ? [t('masihBaca')] : []),
        ...(!terhenti && bahaya.berhentiPada
          ? [t('akanBerhenti', { waktu: f.waktu(bahaya.berhentiPada) })]
          : []),
        t('beriTahu'),
      ].join(' ')
    : ''
  return (
    <div role="alert">
      {bahaya ? (
        <div className={classes.pita} data-terhenti={terhenti || undefined}>
          <IconAlertTriangle size={18} aria-hidden className={classes.ikon} />
          <span>
            <strong>{t(terhenti ? 'terhenti' : 'tertunda')}</strong> {kalimat}
          </span>
        </div>
      ) : null}
    </div>
  )
}
