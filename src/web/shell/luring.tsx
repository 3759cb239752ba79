/** Says that the line is lost, for as long as it is. */
import { useNetwork } from '@mantine/hooks'
import { IconWifiOff } from '@tabler/icons-react'
import { useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'
import classes from '#web/shell/luring.module.css'

export function Luring() {
  const t = useTeks(teksUi)
  const { online } = useNetwork()
  return (
    <div role="status" aria-live="polite">
      {online === false ? (
        <div className={classes.pita}>
          <IconWifiOff size={18} aria-hidden />
          {t('luring')}
        </div>
      ) : null}
    </div>
  )
}
