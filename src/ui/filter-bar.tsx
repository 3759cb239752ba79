/** The row of filters above a list: open on a wide screen, behind a button on a phone. */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import classes from '#ui/filter-bar.module.css'
import { teksUi } from '#ui/teks.ts'

type Props = {
  /** Id of the group that the button opens. */
  id: string
  /** How many filters are set; with any, there is a button that clears them. */
  dipakai: number
  onBersih: () => void
  className?: string | undefined
  children: ReactNode
}

export function FilterBar({ id, dipakai, onBersih, className = '', children }: Props) {
  const t = useTeks(teksUi)
  const [buka, { toggle }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        className={classes.tombol}
        aria-expanded={buka}
        aria-controls={id}
        onClick={toggle}
        leftSection={<IconFilter size={16} aria-hidden />}
      >
        {t('saringan')}
        {dipakai > 0 ? ` (${dipakai})` : ''}
      </Button>
      <fieldset
        id={id}
        className={`${classes.saringan} ${className}`}
        data-buka={buka || undefined}
      >
        <legend className={classes.legenda}>{t('saringan')}</legend>
        {children}
        {dipakai > 0 ? (
          <Button variant="subtle" onClick={onBersih}>
            {t('bersihSaring')}
          </Button>
        ) : null}
      </fieldset>
    </>
  )
}
