/** The sections of a long form, the open one marked, each with how far it is. */
import { Box } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { alamatIsian } from '#web/usulan/alamat-isian.ts'
import classes from '#web/usulan/lengkap.module.css'
import type { ButirBagian } from '#web/usulan/lengkap.tsx'
import { teksIsian } from '#web/usulan/teks-isian.ts'

export function NaviBagian({ daftar, kini }: { daftar: readonly ButirBagian[]; kini: string }) {
  const t = useTeks(teksIsian)
  return (
    <Box component="nav" visibleFrom="md" aria-label={t('bagian')}>
      <ul className={classes.navi}>
        {daftar.map((b) => (
          <li key={b.kode}>
            <Link
              to="/usulan/isian"
              search={(s) => alamatIsian({ ...s, bagian: b.kode })}
              activeProps={{}}
              aria-current={b.kode === kini ? 'step' : undefined}
            >
              {b.judul}
              {b.hitung ? <span className={classes.hitung}>{b.hitung}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Box>
  )
}
