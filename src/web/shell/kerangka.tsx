/** The frame of every page: skip link, header with search and account, menu, offline banner. */
import { AppShell, Box, Burger, Drawer, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useIsFetching } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { pembacaKeluarga } from '#contract/peran.ts'
import { useTeks } from '#ui/bahasa.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { MenuAkun } from '#web/shell/akun.tsx'
import { AlarmJejak } from '#web/shell/alarm-jejak.tsx'
import classes from '#web/shell/kerangka.module.css'
import { Luring } from '#web/shell/luring.tsx'
import { Merek } from '#web/shell/merek.tsx'
import { Navigasi } from '#web/shell/navigasi.tsx'
import { PeranDipakai } from '#web/shell/peran.tsx'
import { teksShell } from '#web/shell/teks.ts'
import { TujuanSekarang } from '#web/shell/tujuan.tsx'
import { TombolTautan } from '#web/tautan.tsx'

export function Kerangka() {
  const t = useTeks(teksShell)
  const [buka, menu] = useDisclosure(false)
  const alamat = useRouterState({ select: (s) => s.location.pathname })
  const sebelum = useRef(alamat)
  // After a change of page the keyboard goes on from the new content; the first page is left alone.
  useEffect(() => {
    if (sebelum.current === alamat) return
    sebelum.current = alamat
    document.getElementById('isi')?.focus({ preventScroll: true })
  }, [alamat])
  const memuat = useIsFetching({ predicate: (q) => q.state.data === undefined }) > 0
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'md', collapsed: { mobile: true } }}
      padding={0}
    >
      <a href="#isi" className={classes.lewati}>
        {t('lewati')}
      </a>
      <AppShell.Header className={`${classes.kepala} tidak-cetak`}>
        <Group gap="xs" wrap="nowrap">
          <Burger
            opened={buka}
            onClick={menu.toggle}
            hiddenFrom="md"
            size="sm"
            aria-label={t(buka ? 'tutupMenu' : 'bukaMenu')}
          />
          <Link to="/" aria-label={`SIKS-NG, ${t('beranda')}`} className={classes.rumah}>
            <Merek />
          </Link>
          <Box visibleFrom="sm" className={classes.peran}>
            <PeranDipakai />
          </Box>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Box visibleFrom="sm" className={classes.tujuan}>
            <TujuanSekarang />
          </Box>
          <CariKeluarga />
          <MenuAkun />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={`${classes.samping} tidak-cetak`} visibleFrom="md">
        <Navigasi />
      </AppShell.Navbar>
      <Drawer
        opened={buka}
        onClose={menu.close}
        size={280}
        title={<Merek />}
        hiddenFrom="md"
        closeButtonProps={{ 'aria-label': t('tutupMenu') }}
      >
        <Navigasi onPilih={menu.close} />
      </Drawer>
      <AppShell.Main id="isi" tabIndex={-1} aria-busy={memuat} className={classes.utama}>
        <Luring />
        <AlarmJejak />
        <div className={`${classes.pita} tidak-cetak`}>
          <PeranDipakai />
          <TujuanSekarang />
        </div>
        <div className={classes.isi}>
          <Outlet />
        </div>
      </AppShell.Main>
    </AppShell>
  )
}

/** For those who may see families by name. */
function CariKeluarga() {
  const t = useTeks(teksShell)
  const sesi = useSesi()
  if (!pembacaKeluarga.some((p) => p === sesi.peran)) return null
  return (
    <TombolTautan
      to="/keluarga"
      state={{ fokusCari: true }}
      variant="default"
      className={classes.cari}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t('cari')}
    >
      <span className={classes.cariTeks}>{t('cari')}</span>
    </TombolTautan>
  )
}
