/** What else can be done with one officer, by permission, behind one button. */
import { Button, Menu } from '@mantine/core'
import {
  IconChevronDown,
  IconDeviceMobile,
  IconId,
  IconKey,
  IconMailForward,
  IconTransfer,
  IconUserOff,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { GantiIdentitas } from '#web/pengguna/petugas/ganti-identitas.tsx'
import { memasangPerangkat } from '#web/pengguna/petugas/kemampuan.ts'
import { MulaiReset, UndangUlang } from '#web/pengguna/petugas/kirim-ulang.tsx'
import type { Petugas } from '#web/pengguna/petugas/satu.tsx'
import { teksSatuPetugas } from '#web/pengguna/petugas/teks-satu.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

type Dialog = 'undang' | 'reset' | 'identitas' | null

export function TindakanPetugas({ p }: { p: Petugas }) {
  const t = useTeks(teksSatuPetugas)
  const pergi = useNavigate()
  const [dialog, setDialog] = useState<Dialog>(null)
  const tutup = () => setDialog(null)
  const { boleh } = p
  const sesi = useSesi()
  const ponsel = p.tugas.some((tugas) => memasangPerangkat(sesi.peran, tugas.peran))
  const ada = boleh.undangUlang || boleh.mulaiReset || boleh.gantiIdentitas || boleh.akhiriAkun
  if (!ada && p.status !== 'nonaktif') return null
  return (
    <>
      <Menu position="bottom-end" width={280} shadow="md">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('tindakan')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {boleh.undangUlang ? (
            <Menu.Item
              leftSection={<IconMailForward size={16} aria-hidden />}
              onClick={() => setDialog('undang')}
            >
              {t('undangUlang')}
            </Menu.Item>
          ) : null}
          {boleh.mulaiReset ? (
            <Menu.Item
              leftSection={<IconKey size={16} aria-hidden />}
              onClick={() => setDialog('reset')}
            >
              {t('mulaiReset')}
            </Menu.Item>
          ) : null}
          {ponsel ? (
            <Menu.Item
              leftSection={<IconDeviceMobile size={16} aria-hidden />}
              onClick={() => void pergi({ to: '/perangkat' })}
            >
              {t('pasangPerangkat')}
            </Menu.Item>
          ) : null}
          {boleh.gantiIdentitas ? (
            <Menu.Item
              leftSection={<IconId size={16} aria-hidden />}
              onClick={() => setDialog('identitas')}
            >
              {t('gantiIdentitas')}
            </Menu.Item>
          ) : null}
          {boleh.akhiriAkun || p.status === 'nonaktif' ? (
            <Menu.Item
              leftSection={<IconTransfer size={16} aria-hidden />}
              onClick={() => void pergi({ to: '/pengguna/$id/serahkan', params: { id: p.id } })}
            >
              {t('serahkan')}
            </Menu.Item>
          ) : null}
          {boleh.akhiriAkun ? (
            <Menu.Item
              leftSection={<IconUserOff size={16} aria-hidden />}
              onClick={() => void pergi({ to: '/pengguna/$id/akhiri', params: { id: p.id } })}
            >
              {t('akhiriAkun')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'undang' ? <UndangUlang p={p} onTutup={tutup} /> : null}
      {dialog === 'reset' ? <MulaiReset p={p} onTutup={tutup} /> : null}
      {dialog === 'identitas' ? <GantiIdentitas id={p.id} onTutup={tutup} /> : null}
    </>
  )
}
