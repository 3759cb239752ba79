/** The parts of the pages about officers: the list, proposed administrators, hand-overs. */
import { Link } from '@tanstack/react-router'
import { useTeks } from '#ui/bahasa.ts'
import { memberiTugas } from '#web/pengguna/petugas/kemampuan.ts'
import classes from '#web/pengguna/petugas/sub-navigasi.module.css'
import { teksPetugas } from '#web/pengguna/petugas/teks.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

const persis = { exact: true, includeSearch: false }

export function SubNavigasi() {
  const t = useTeks(teksPetugas)
  const sesi = useSesi()
  if (!memberiTugas(sesi.peran)) return null
  return (
    <nav aria-label={t('bagian')} className="tidak-cetak">
      <ul className={classes.daftar}>
        <li>
          <Link to="/pengguna" className={classes.butir} activeOptions={persis}>
            {t('petugas')}
          </Link>
        </li>
        {sesi.peran === 'administrator' ? (
          <li>
            <Link to="/pengguna/usulan" className={classes.butir} activeOptions={persis}>
              {t('usulan')}
            </Link>
          </li>
        ) : null}
        <li>
          <Link to="/serah-terima" className={classes.butir} activeOptions={persis}>
            {t('serahTerima')}
          </Link>
        </li>
      </ul>
    </nav>
  )
}
