/** The main menu: one entry per concept, the current one marked for eyes and readers. */
import {
  IconChartBar,
  IconFileImport,
  IconHome,
  IconMap2,
  IconScale,
  IconUsersGroup,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import classes from '#web/shell/navigasi.module.css'
import { teksShell } from '#web/shell/teks.ts'

const butir = [
  { to: '/', kunci: 'beranda', Ikon: IconHome },
  { to: '/keluarga', kunci: 'keluarga', Ikon: IconUsersGroup },
  { to: '/impor', kunci: 'impor', Ikon: IconFileImport },
  { to: '/peringkat', kunci: 'peringkat', Ikon: IconChartBar },
  { to: '/kuota', kunci: 'kuota', Ikon: IconScale },
  { to: '/wilayah', kunci: 'wilayah', Ikon: IconMap2 },
] as const

export function Navigasi({ onPilih }: { onPilih?: () => void }) {
  const t = useTeks(teksShell)
  const label = useLabel()
  const sesi = useSesi()
  return (
    <nav aria-label={t('menu')} className={classes.nav}>
      <ul className={classes.daftar}>
        {butir.map(({ to, kunci, Ikon }) => (
          <li key={to}>
            <Link
              to={to}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              className={classes.butir}
              {...(onPilih ? { onClick: onPilih } : {})}
            >
              <Ikon size={18} stroke={1.7} aria-hidden />
              {t(kunci)}
            </Link>
          </li>
        ))}
      </ul>
      <div className={classes.kaki}>
        <span className={classes.wilayah}>{sesi.wilayah.nama}</span>
        <span>{label(sesi.peranLabel)}</span>
        {sesi.demo ? (
          <span className={classes.contoh} title={t('contohIsi')}>
            {t('contoh')}
          </span>
        ) : null}
      </div>
    </nav>
  )
}
