/** The role and area worn, always in sight; where more than one holds, the way to wear another. */

import { Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { kataGalat } from '#web/galat.tsx'
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
  const [buka, setBuka] = useState(false)
  return (
    <Popover
      opened={buka}
      onChange={setBuka}
      position="bottom-start"
      width={320}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton className={classes.tombol} onClick={() => setBuka(!buka)}>
          <VisuallyHidden>{t('peranDipakai')}</VisuallyHidden>
          <span className={classes.isi}>
            <span className={classes.peran}>{tugas.peran(sesi)}</span>
            <span className={classes.wilayah}>{tugas.wilayah(sesi)}</span>
          </span>
          <IconChevronDown size={16} aria-hidden className={classes.panah} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <PilihPeran />
      </Popover.Dropdown>
    </Popover>
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
            <p className={classes.judul}>{t(berlaku.length > 1 ? 'pilihPeran' : 'peranAnda')}</p>
            <ul className={classes.daftar}>
              {berlaku.map((d) => (
                <li key={d.id}>
                  <Satu
                    tugas={d}
                    mati={pakai.isPending}
                    onPakai={() => pakai.mutate({ penugasan: d.id })}
                  />
                </li>
              ))}
            </ul>
            {pakai.isError ? (
              <Text size="sm" c="var(--mantine-color-error)" role="alert" px="sm">
                {kataGalat(pakai.error)}
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
    <UnstyledButton
      className={classes.satu}
      disabled={mati}
      aria-current={d.dipakai || undefined}
      {...(d.dipakai ? {} : { onClick: onPakai })}
    >
      <span className={classes.isi}>
        <span className={classes.peran}>{tugas.peran(d)}</span>
        <span className={classes.baris}>{tugas.wilayah(d)}</span>
        <span className={classes.baris}>{tugas.masa(d)}</span>
      </span>
      {d.dipakai ? <IconCheck size={16} aria-label={t('dipakai')} /> : null}
    </UnstyledButton>
  )
}
