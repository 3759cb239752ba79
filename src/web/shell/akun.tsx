/** The account menu: who, as what and where; language, appearance, sign out. */
import {
  ActionIcon,
  Box,
  Menu,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core'
import { IconLogout, IconTransfer, IconUserCircle, IconUserCog } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useBahasa, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { keluar, useSesi } from '#web/pengguna/sesi.ts'
import { useTugas } from '#web/pengguna/tugas.ts'
import { teksShell } from '#web/shell/teks.ts'

export function MenuAkun() {
  const t = useTeks(teksShell)
  const tugas = useTugas()
  const sesi = useSesi()
  const { bahasa, pilih } = useBahasa()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [tanya, setTanya] = useState(false)
  const minta = async () => {
    const simpanan = await import('#web/musyawarah/simpanan.ts').catch(() => null)
    if (await simpanan?.adaHadir(sesi.id)) setTanya(true)
    else await keluar()
  }
  return (
    <>
      <Menu position="bottom-end" width={296} closeOnItemClick={false} shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('akunSaya', { nama: sesi.nama })}>
            <IconUserCircle size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Box px="sm" py="xs">
            <Text fw={600} size="sm">
              {sesi.nama}
            </Text>
            <Text size="xs" c="dimmed">
              {tugas.peran(sesi)} · {tugas.wilayah(sesi)}
            </Text>
          </Box>
          <Menu.Divider />
          <Stack gap="sm" px="sm" py="xs">
            <Pilihan
              label={t('bahasa')}
              value={bahasa}
              onChange={(v) => pilih(v === 'en' ? 'en' : 'id')}
              data={[
                { value: 'id', label: 'Indonesia' },
                { value: 'en', label: 'English' },
              ]}
            />
            <Pilihan
              label={t('tema')}
              value={colorScheme}
              onChange={(v) =>
                setColorScheme(v === 'dark' ? 'dark' : v === 'light' ? 'light' : 'auto')
              }
              data={[
                { value: 'auto', label: t('otomatis') },
                { value: 'light', label: t('terang') },
                { value: 'dark', label: t('gelap') },
              ]}
            />
          </Stack>
          <Menu.Divider />
          <Menu.Item
            component={Link}
            to="/akun"
            closeMenuOnClick
            leftSection={<IconUserCog size={16} aria-hidden />}
          >
            {t('halamanAkun')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to="/serah-terima"
            closeMenuOnClick
            leftSection={<IconTransfer size={16} aria-hidden />}
          >
            {t('serahTerima')}
          </Menu.Item>
          <Menu.Item
            closeMenuOnClick
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => void minta()}
          >
            {t('keluar')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        buka={tanya}
        judul={t('keluarHadir')}
        tombol={t('keluarHapus')}
        onBatal={() => setTanya(false)}
        onYa={() => void keluar()}
      >
        <Text size="sm">{t('keluarHadirIsi')}</Text>
      </Confirm>
    </>
  )
}

type PilihanProps = {
  label: string
  value: string
  onChange: (value: string) => void
  data: { value: string; label: string }[]
}

function Pilihan({ label, ...rest }: PilihanProps) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {label}
      </Text>
      <SegmentedControl fullWidth size="xs" aria-label={label} {...rest} />
    </div>
  )
}
