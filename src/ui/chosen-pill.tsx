/** What was chosen by searching, under its label, with a way to take it back. */
import { Group, Pill } from '@mantine/core'
import classes from '#ui/chosen-pill.module.css'

type Props = { label: string; nama: string; labelLepas: string; onLepas: () => void }

export function ChosenPill({ label, nama, labelLepas, onLepas }: Props) {
  return (
    <Group gap={4} className={classes.terpilih}>
      <span className={classes.label}>{label}</span>
      <Pill
        size="lg"
        withRemoveButton
        removeButtonProps={{ 'aria-label': labelLepas, tabIndex: 0, 'aria-hidden': false }}
        onRemove={onLepas}
      >
        {nama}
      </Pill>
    </Group>
  )
}
