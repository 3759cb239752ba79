/** The role and area worn, always in sight; where more than one holds, the way to wear another. */
import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useTeks } from '#ui/bahasa.ts'
import { shownOf } from '#web/api.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { usePakaiPeran } from '#web/pengguna/pakai-peran.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { type Tugas, useTugas } from '#web/pengguna/tugas.ts'
import classes from '#web/shell/peran.module.css'
import { teksShell } from '#web/shell/teks.ts'

export function PeranDipakai() {
  const t = useTeks(teksShell)
  const sesi = useSesi()
  const tugas = useTugas()
  return (
    <Menu position="bottom-start" width={320} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.tombol}>
          <VisuallyHidden>{t('peranDipakai')}</VisuallyHidden>
          <span className={classes.isi}>
            <span className={classes.peran}>{tugas.peran(sesi)}</span>
            <span className={classes.wilayah}>{tugas.wilayah(sesi)}</span>
          </span>
          <IconChevronDown size={16} aria-hidden className={classes.panah} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <PilihPeran />
      </Menu.Dropdown>
    </Menu>
  )
}

function PilihPeran() {
  const t = useTeks(teksShell)
  const akun = useOp('akun.saya', {})
  const pakai = usePakaiPeran()
  return (
    <Tampil kueri={akun}>
      {(data) => {
        const berlaku = data.penugasan.filter((d) => d.berlaku)
        return (
          <>
            <Menu.Label>{t(berlaku.length > 1 ? 'pilihPeran' : 'peranAnda')}</Menu.Label>
            {berlaku.map((d) => (
              <Satu
                key={d.id}
                tugas={d}
                mati={pakai.isPending}
                onPakai={() => pakai.mutate({ penugasan: d.id })}
              />
            ))}
            {pakai.isError ? (
              <Text size="sm" c="var(--mantine-color-error)" role="alert" px="sm">
                {shownOf(pakai.error).judul}
              </Text>
            ) : null}
          </>
        )
      }}
    </Tampil>
  )
}

type SatuProps = { tugas: Tugas; mati: boolean; onPakai: () => void }

function Satu({ tugas: d, mati, onPakai }: SatuProps) {
  const t = useTeks(teksShell)
  const tugas = useTugas()
  return (
    <Menu.Item
      closeMenuOnClick={false}
      disabled={mati}
      rightSection={d.dipakai ? <IconCheck size={16} aria-label={t('dipakai')} /> : null}
      {...(d.dipakai ? {} : { onClick: onPakai })}
    >
      <span className={classes.peran}>{tugas.peran(d)}</span>
      <span className={classes.baris}>{tugas.wilayah(d)}</span>
      <span className={classes.baris}>{tugas.masa(d)}</span>
    </Menu.Item>
  )
}
